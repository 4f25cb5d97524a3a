"""Somebody at the terminal: presses keys that are counted, and waits for what there is to see."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.terminal.keys import strokes
from tests.terminal.session import Session
from tests.terminal.test_meeting import KOOPERATION, environment


class Person:
    """Somebody at the terminal, from one start of the program to its end.

    Every key is counted in `keys`; `sees` waits for what tells this person to go on.
    """

    def __init__(self, home: Path, now: str) -> None:
        env = {**environment(home), "KOOPERATION_NOW": now}
        self.session = Session([str(KOOPERATION)], env=env, cwd=home)
        self.keys = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.session.close()

    def press(self, *names: str) -> None:
        """Keys one after the other, named as in Textual."""
        self.keys += len(names)
        for name in names:
            self.session.key(name)

    def type(self, text: str) -> None:
        """Letters, as fast as they go."""
        self.keys += strokes(text)
        self.session.send(text)

    def sees(self, *wanted: str) -> str:
        """All of these at once; returns the screen."""
        self.session.wait_for(lambda text: all(part in text for part in wanted))
        return self.session.text()

    def lost(self, gone: str) -> None:
        """Wait until something is no longer on the screen."""
        self.session.wait_for(lambda text: gone not in text)

    def field(self, label: str) -> None:
        """On to the next field of a form, which has this label."""
        self.press("tab")
        self.session.wait_for(lambda _: f" {label} " in self.session.cursor_row())

    def choose(self, key: str, *shown: str) -> None:
        """A key that opens a form."""
        self.press(key)
        self.sees("Enter speichern", *shown)

    def save(self, *shown: str) -> None:
        """Enter in a form, until it has gone."""
        self.press("enter")
        self.lost("Enter speichern")
        self.sees(*shown)

    def row(self, title: str) -> None:
        """Down to the row of the agenda with this title."""
        marked = self.marked(other_than="")
        while title not in marked:
            self.press("down")
            marked = self.marked(other_than=marked)

    def marked(self, *, other_than: str) -> str:
        """The chosen row of the agenda, the one with the arrows that move it."""
        self.session.wait_for(lambda text: _marked(text) not in ("", other_than))
        return _marked(self.session.text())

    def say(self, line: str, *shown: str) -> None:
        """A line of the minutes, and what shows that it was taken."""
        self.type(line)
        self.press("enter")
        self.session.wait_for(lambda text: all(part in text for part in shown) and self.empty())

    def empty(self) -> bool:
        """Whether the line of the minutes waits for something."""
        return not self.session.cursor_row().strip(" │")

    def area(self, key: str, name: str) -> str:
        """Another area by its key."""
        self.press(key)
        return self.sees(f"{name}]")

    def item(self, title: str) -> None:
        """Go on with the next item; what the program asks about the last one is answered."""
        self.press("ctrl+n")
        runs = running(title)
        self.session.wait_for(lambda text: runs(text) or "Wie endet" in text)
        if not runs(self.session.text()):
            self.type("1")
            self.press("enter")
            self.session.wait_for(runs)

    def beamer(self) -> None:
        """The wall is watching, whether or not the program remembered it."""
        if "BEAMER" not in self.session.text():
            self.press("f12")
            self.sees("BEAMER")

    def leave(self) -> None:
        """End the program; the terminal is as it was."""
        self.press("ctrl+q")
        assert self.session.wait_exit() == 0
        assert self.session.terminal_restored(), self.session.terminal_left_on()


def _marked(text: str) -> str:
    """The row with the arrows; empty if there is none."""
    return next((line for line in text.splitlines() if "▲" in line), "")


def running(title: str) -> Callable[[str], bool]:
    """Tells whether a screen says at the start of a line that this item runs."""
    wanted = re.compile(rf"^ (?:TOP \d+\s+)?{re.escape(title)}", re.MULTILINE)
    return lambda text: wanted.search(text) is not None
