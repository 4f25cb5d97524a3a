"""A network whose agreement is worked on, on a day of its own."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.commands import signing, versions
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.commands.founding import found
from kooperation_tui.domain.commands.network import add_decision, add_partner
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import (
    BLOCKS,
    Block,
    Organisation,
    Signature,
    Version,
)
from kooperation_tui.domain.plan import by_code
from tests.model_network import ZONE, ids

ADOPTED = dt.date(2026, 3, 1)
VALID = dt.date(2026, 4, 1)


class Seat:
    """A network on a day, changed by commands."""

    def __init__(self) -> None:
        self._new_id = ids()
        self.on(ADOPTED)
        self.data = Data.of(
            found(self.moment, name="Netz", plenary="Treffen", language="de", place="Aue")
        )
        for code in ("AA", "BB", "CC"):
            self.run(add_partner(self.data, self.moment, code=code, name=f"Haus {code}"))
        for key in BLOCKS:
            self.run(set_block(self.data, self.moment, key=key, text=f"Text von {key}."))
        self.run(add_decision(self.data, self.moment, number="B-2026-1-1", text="Angenommen."))

    def on(self, day: dt.date) -> Seat:
        now = dt.datetime.combine(day, dt.time(12), ZONE)
        self.moment = Moment(now=now, new_id=self._new_id)
        return self

    def run(self, change: Change) -> object:
        self.data = self.data.apply(change)
        return change.result

    def partner(self, code: str) -> Organisation:
        found = by_code(self.data, code)
        assert found is not None
        return found

    def version(self, number: str = "1.0") -> Version:
        return versions.find_version(self.data, number)

    def block(self, key: str) -> Block:
        return next(b for b in self.data.rows(Block) if b.key == key)

    def adopted(self) -> Seat:
        self.run(versions.new_version(self.data, self.moment, valid_from=VALID))
        self.run(versions.propose(self.data, self.moment))
        self.run(versions.adopt(self.data, self.moment, decision="B-2026-1-1"))
        return self

    def opened(self) -> Seat:
        self.adopted()
        self.run(versions.open_for_signature(self.data, self.moment))
        return self

    def sign(self, code: str, **more: object) -> Signature:
        given: dict[str, object] = {"name": "Ada Klein", **more}
        result = self.run(
            signing.sign(
                self.data,
                self.moment,
                organisation=self.partner(code).id,
                **given,  # type: ignore[arg-type]
            )
        )
        assert isinstance(result, Signature)
        return result

    def in_force(self) -> Seat:
        self.opened()
        self.sign("AA")
        self.on(VALID)
        self.run(versions.bring_into_force(self.data, self.moment))
        return self
