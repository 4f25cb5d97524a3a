"""The moment: the network's zone, a practice network's own morning, a fixed time for tests."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping

from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Wrong
from kooperation_tui.domain.events import Event

VARIABLE = "KOOPERATION_NOW"


class Clock:
    """Answers with the moment; before `adopt` in this machine's zone.

    Args:
        env: ``KOOPERATION_NOW`` in it sets the moment, which then stands still.

    Raises:
        Wrong: ``KOOPERATION_NOW`` is no time with a zone.
    """

    def __init__(self, env: Mapping[str, str]) -> None:
        self._fixed = _fixed(env.get(VARIABLE, ""))
        self._zone: dt.tzinfo | None = None
        self._practice: dt.datetime | None = None
        self._began = 0.0

    def __call__(self) -> dt.datetime:
        if self._fixed is not None:
            return self._fixed.astimezone(self._zone or self._fixed.tzinfo)
        if self._practice is not None:
            passed = dt.timedelta(seconds=time.monotonic() - self._began)
            return (self._practice + passed).astimezone(self._zone)
        return dt.datetime.now(dt.UTC).astimezone(self._zone)

    def adopt(self, data: Data) -> None:
        """Take over the network's zone. A practice file goes on where its log ends."""
        network = data.network
        self._zone = plan.zone(data)
        self._practice = None
        if network.practice and network.practice_now is not None:
            # The table is read as it is: folding every meeting only for this would be a waste.
            rows = data.tables.get(Event.TABLE, {}).values()
            last = max((dt.datetime.fromisoformat(r["recorded_at"]) for r in rows), default=None)
            self._practice = max(network.practice_now, last or network.practice_now)
            self._began = time.monotonic()


def _fixed(text: str) -> dt.datetime | None:
    if not text:
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Wrong(
            "KOOPERATION_NOW is “{text}”; write a time with its zone, such as "
            "2026-10-14T09:00+02:00.",
            text=text,
        )
    return moment
