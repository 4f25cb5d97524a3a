"""Lines that were refused: kept until they are recorded or discarded, also over a restart."""

from __future__ import annotations

from kooperation_tui.tui.drafts import Drafts


class RefusedLines:
    """What Enter did not record, the oldest first; no line stands here twice.

    Args:
        drafts: where they outlive the program.
        place: their place there.
    """

    def __init__(self, drafts: Drafts, place: str) -> None:
        self._drafts = drafts
        self.place = place
        self.lines = [line for line in drafts.get(place).split("\n") if line]
        self.here = ""
        """The one that stands in the field, perhaps being corrected; '' if none."""
        self._wiped = ""
        """The one that was wiped from the field, perhaps to be typed anew; '' if none."""

    def add(self, line: str, *, instead: str = "") -> None:
        """One more; `instead` of the one that it corrects."""
        if instead in self.lines and line != instead:
            self.lines[self.lines.index(instead)] = line
            self.lines = list(dict.fromkeys(self.lines))
        elif line not in self.lines:
            self.lines.append(line)
        self.keep()

    def done(self, line: str, recorded: str = "") -> None:
        """It was corrected and recorded, or discarded.

        `recorded` also does away with lines that it only makes longer: every word of
        them stands in it.
        """
        self.lines = [
            known
            for known in self.lines
            if known != line and not (recorded and recorded.startswith(known))
        ]
        if self.here not in self.lines:
            self.here = ""
        self.keep()

    def emptied(self) -> None:
        """The field was wiped: the line waits behind ↑ until another one stands for it."""
        self._wiped, self.here = self.here, ""
        self.keep()

    def leaves(self) -> str:
        """What is in the field is sent. The line that it corrects, '' if none."""
        corrected, self.here, self._wiped = self.here or self._wiped, "", ""
        return corrected

    def step(self, by: int, text: str) -> str | None:
        """The line before or after the one in the field; None past either end.

        What was corrected in the field meanwhile takes the place of its line.
        """
        if self.here and text.strip() and text != self.here:
            self.lines[self.lines.index(self.here)] = text
            self.here = text
        self._wiped = ""
        at = self.lines.index(self.here) if self.here else len(self.lines)
        place = at + by
        self.here = self.lines[place] if 0 <= place < len(self.lines) else ""
        self.keep()
        return self.here or None

    def first(self) -> str:
        """The oldest one, put into the field."""
        self.here = self.lines[0]
        self.keep()
        return self.here

    def keep(self) -> None:
        """Remember them; the one in the field is remembered as its text."""
        self._drafts.keep(self.place, "\n".join(k for k in self.lines if k != self.here))

    def leave(self) -> None:
        """Others are looked at, or the field is left: no line is being corrected in it."""
        self.here = self._wiped = ""
        self.keep()
