"""Draws the picture of the README: the model meeting, running, on F5.

python tools/picture.py        writes docs/minutes.svg
"""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import re
from pathlib import Path
from typing import Final

from kooperation_tui.capture import command
from kooperation_tui.domain.data import KINDS, Data, Moment
from kooperation_tui.domain.model import Meeting
from kooperation_tui.practice import build
from kooperation_tui.practice.builder import MORNING
from kooperation_tui.store.memory import MemoryStore
from kooperation_tui.tui.app import KooperationApp

ROOT: Final = Path(__file__).resolve().parent.parent
TRANSCRIPT: Final = ROOT / "tests/model/transcript.en.txt"
UNTIL: Final = "10:52"
TYPED: Final = "> Put the demarcation of services in writing @BTS +VHS 2026-11-20"


def meeting_until(clock: str) -> tuple[MemoryStore, dt.datetime]:
    """The model meeting as it stood at a clock time, and that moment."""
    numbers = itertools.count(1)

    def new_id() -> str:
        return f"{next(numbers):032x}"

    data = Data.of(build("en", new_id))
    meeting = max(data.rows(Meeting), key=lambda m: m.start)
    now = MORNING
    for line in TRANSCRIPT.read_text("utf-8").splitlines():
        if line[:5] >= clock:
            break
        hour, minute = map(int, line[:5].split(":"))
        now = MORNING.replace(hour=hour, minute=minute)
        moment = Moment(now=now, new_id=new_id)
        run = command(line[6:], meeting.id, moment, event_id=new_id(), english=True)
        data = data.apply(run(data))
    records = [record for kind in KINDS for record in data.rows(kind)]
    return MemoryStore(records), now


async def draw(target: Path) -> None:
    """Open the app on that meeting, type a line, keep the screen."""
    store, now = meeting_until(UNTIL)
    app = KooperationApp(store=store, path=None, lang="en", clock=lambda: now, seat="")
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        for key in TYPED:
            await pilot.press("space" if key == " " else key)
        await pilot.pause(1)
        svg = app.export_screenshot(title="Kooperation")
        # A picture that asks nobody for its letters.
        target.write_text(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S), "utf-8")


if __name__ == "__main__":
    place = ROOT / "docs" / "minutes.svg"
    place.parent.mkdir(exist_ok=True)
    asyncio.run(draw(place))
