"""The way to the terminal: writing to one that is gone must not keep the program from leaving."""

from __future__ import annotations

import contextlib
import sys
from typing import IO, Any

from textual.driver import Driver


class Fading:
    """A file that takes what is written to a closed terminal, and drops it.

    With a hang-up the system also sends SIGCONT, at which Textual opens its output anew. Writing to
    the closed terminal then ends the thread that writes, the queue before it fills up, and the
    program stands still in the middle of leaving.
    """

    def __init__(self, file: IO[str] | None) -> None:
        assert file is not None, "standard error was closed before the start"
        self._file = file

    def write(self, text: str) -> None:
        """Write, as far as there is still somebody to read."""
        with contextlib.suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Hand on what was written, as far as there is still somebody to read."""
        with contextlib.suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """The number of the file behind."""
        return self._file.fileno()


def surviving(usual: type[Driver]) -> type[Driver]:
    """The driver that outlives its terminal, if the usual one would not.

    Drivers without a terminal of their own (tests, a browser) and that of Windows stay as they are.
    """
    if usual.__name__ != "LinuxDriver":
        return usual
    from textual.drivers.linux_driver import LinuxDriver

    class Surviving(LinuxDriver):
        """Writes through `Fading`."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._file: Any = Fading(sys.__stderr__)

    return Surviving
