"""A program in a terminal of its own, driven and read from outside.

`Session` starts any command in a pseudo-terminal, plays the part of a modern terminal (it answers
what Textual asks) and keeps the screen with the pyte emulator. Tests type keys and wait for what a
person would see:

    with Session(["kooperation", "-f", "netz.json"]) as session:
        session.wait_for("F5")
        session.key("f5")
        session.send("Guten Morgen")
        session.wait_for("Guten Morgen")
        session.signal(signal.SIGTERM)
        assert session.wait_exit() == 143
        assert session.terminal_left_on() == []

A reader thread stamps the bytes when they arrive and answers queries at once; the slow emulator
runs in the thread of the caller, afterwards, so its cost is in no measured time. A screen is looked
at only between two synchronised updates, never half painted. POSIX only.
"""

from __future__ import annotations

import codecs
import contextlib
import copy
import fcntl
import os
import pty
import re
import select
import signal as signals
import struct
import subprocess
import termios
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte
from wcwidth import wcwidth

from tests.terminal.keys import key_bytes

DEFAULT_TIMEOUT = 20.0
"""Seconds until a wait fails. Generous: it is only ever used up by a failing test."""

# The shell leads a fresh session, so the terminal that it opens becomes its controlling one; `exec`
# then puts the program in its place, with the same process id. So nothing of Python runs between
# fork and exec, which would be unsafe beside the reader thread.
_LAUNCH = 'exec "$@" <>"$0" >&0 2>&0'

# Variables of the terminal (or of the test run) around us that would reach into the program.
_NOT_INHERITED = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TMUX", "STY", "TERM_PROGRAM")

_QUERY = re.compile(
    rb"\x1b\[(?:(?P<attributes>0?c)|(?P<secondary>>0?c)|(?P<status>5n)|(?P<cursor>6n)"
    rb"|(?P<version>>0?q)|\?(?P<mode>\d+)\$p)"
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
)
_LONGEST_QUERY = 32

# What pyte 0.8 would print as text or take for something else.
_NOT_FOR_PYTE = re.compile(
    r"\x1b\[[<>=?]?[\d;:]*u"  # keyboard protocol of kitty
    r"|\x1b\[\??[\d;]*\$[a-z]"  # mode queries
    r"|\x1b\[[<>=][\d;:]*[a-zA-Z]"  # version query, modifyOtherKeys
    r"|\x1b\[[\d;]*:[\d;:]*[a-zA-Z]"  # attributes with sub-parameters, as curly underlines
    r"|\x1b\[\d* q"  # shape of the cursor
    r"|\x1b[P_^X].*?\x1b\\"  # device control and application strings
    r"|\x1b\]22;.*?(?:\x07|\x1b\\)",  # shape of the pointer
    re.DOTALL,
)
_INCOMPLETE = re.compile(
    r"\x1b(?:\[[<>=?]?[\d;:]*[ $]?|[P_^X][^\x1b]*\x1b?|\][^\x07\x1b]*\x1b?)?\Z"
)
_LONGEST_SEQUENCE = 4096

_PRIVATE_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_KITTY_PUSH, _KITTY_POP = re.compile(rb"\x1b\[>\d+u"), re.compile(rb"\x1b\[<\d*u")
_ALTERNATE_SCREENS = (47, 1047, 1049)
_CURSOR, _PASTE, _SYNCHRONISED = 25, 2004, 2026
_MODES_OFF = {  # what has to be off when a program has left
    "alternate screen": _ALTERNATE_SCREENS,
    "bracketed paste": (_PASTE,),
    "mouse": (1000, 1001, 1002, 1003, 1005, 1006, 1015, 1016),
    "focus reports": (1004,),
    "resize reports": (2048,),
}


class _Screen(pyte.Screen):
    """The emulator's screen, with the alternate screen that pyte leaves out.

    After a program has left, the screen shows again what stood there before, and below it what the
    program printed when it was out: the place of a last error message.
    """

    _main: tuple[Any, Any] | None = None

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        """Switch modes on; the alternate screen starts empty."""
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private") and self._main is None and set(modes) & set(_ALTERNATE_SCREENS):
            self._main = copy.deepcopy(self.buffer), copy.copy(self.cursor)
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        """Switch modes off; the main screen comes back as it was left."""
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and self._main and set(modes) & set(_ALTERNATE_SCREENS):
            (self.buffer, cursor), self._main = self._main, None
            self.cursor_position(cursor.y + 1, cursor.x + 1)

    def rows(self) -> list[str]:
        """The lines as text, blanks at their ends cut off.

        Unlike `display` of pyte it holds when a wide character was overwritten by half.
        """
        return [self._row(number) for number in range(self.lines)]

    def _row(self, number: int) -> str:
        row, column, text = self.buffer[number], 0, ""
        while column < self.columns:
            char = row[column].data or " "
            text += char
            column += 2 if wcwidth(char[0]) == 2 else 1
        return text.rstrip()


class Session:
    """One program in one pseudo-terminal.

    Args:
        argv: The command and its arguments; a name is looked up in PATH.
        cols: Width of the terminal in cells.
        rows: Height of the terminal in lines.
        env: Variables set on top of the inherited ones; None takes a variable away.
        cwd: Folder in which the program starts.

    As a context manager it kills the program at the end if that is still running. All methods
    belong to one thread.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        cols: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
        cwd: str | Path | None = None,
    ) -> None:
        self._screen = _Screen(cols, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._undecided = ""
        self._drawing = False
        self._arrived = threading.Condition()
        self._chunks: deque[tuple[float, bytes]] = deque()
        self._received = bytearray()
        self._ended = False
        self._master, slave = pty.openpty()
        self._open = True
        self._wake_reader, self._wake = os.pipe()
        self._set_size(cols, rows)
        self.started = time.perf_counter()
        """When the program was started, on the clock of `time.perf_counter`."""
        self._seen = self.started
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", _LAUNCH, os.ttyname(slave), *argv],
            env=_environment(env or {}),
            cwd=cwd,
            start_new_session=True,
            stdout=subprocess.PIPE,
        )
        self._reader = threading.Thread(target=self._read, name="terminal", daemon=True)
        self._reader.start()
        self._slave = slave
        self._drop_slave_once_opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- what the person at the terminal does -----------------------------------------------------

    def send(self, text: str | bytes) -> None:
        """Type text (UTF-8) or raw bytes. Goes nowhere when the program is no longer there."""
        left = memoryview(text.encode() if isinstance(text, str) else text)
        if not self._open:
            return
        with contextlib.suppress(OSError):
            while left:
                left = left[os.write(self._master, left) :]

    def key(self, name: str) -> None:
        """Press one key, named as in Textual: "f5", "enter", "ctrl+q", "shift+tab", "up", "ä".

        Raises:
            ValueError: There is no such key.
        """
        self.send(key_bytes(name))

    def paste(self, text: str) -> None:
        """Paste as a terminal does: line ends as return, in brackets if the program asked."""
        data = text.replace("\r\n", "\r").replace("\n", "\r").encode()
        if self._mode(_PASTE):
            data = b"\x1b[200~" + data.replace(b"\x1b", b"") + b"\x1b[201~"
        self.send(data)

    def resize(self, cols: int, rows: int) -> None:
        """Give the terminal another size; the program gets SIGWINCH."""
        self._take_pending()
        self._screen.resize(rows, cols)
        self._set_size(cols, rows)

    def hang_up(self) -> None:
        """Take the terminal away, as when a connection drops; the program gets SIGHUP."""
        if self._open:
            os.write(self._wake, b"x")
            self._reader.join()
            self._open = False
            for descriptor in (self._master, self._wake, self._wake_reader):
                os.close(descriptor)

    # --- what the person sees ---------------------------------------------------------------------

    def screen(self) -> list[str]:
        """The lines of the screen as far as bytes arrived, blanks at their ends cut off."""
        self._take_pending()
        return self._screen.rows()

    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(self.screen())

    def cursor_row(self) -> str:
        """The line in which the cursor stands, as far as bytes were taken in."""
        return self._screen.rows()[self._screen.cursor.y]

    def wait_for(
        self, wanted: str | Callable[[str], bool], timeout: float = DEFAULT_TIMEOUT
    ) -> float:
        """Wait until the screen shows a text, or until a predicate of the whole text holds.

        Returns:
            When the bytes arrived that made it so, on the clock of `time.perf_counter`.

        Raises:
            AssertionError: It didn't happen in `timeout` seconds, or the program ended before; the
                message shows the screen.
        """

        def holds() -> bool:
            shown = "\n".join(self._screen.rows())
            return wanted in shown if isinstance(wanted, str) else wanted(shown)

        end = time.monotonic() + timeout
        while self._drawing or not holds():
            if not self._take(end - time.monotonic()):
                if holds():
                    break
                what = repr(wanted) if isinstance(wanted, str) else "what was waited for"
                raise self._failure(f"the screen never showed {what}")
        return self._seen

    def wait_quiet(self, quiet: float = 0.3, timeout: float = DEFAULT_TIMEOUT) -> float:
        """Wait until nothing was drawn for `quiet` seconds, at most `timeout`.

        For measuring and for looking around; a test waits for content instead.

        Returns:
            When the last bytes arrived, on the clock of `time.perf_counter`.
        """
        end = time.monotonic() + timeout
        while (left := end - time.monotonic()) > 0 and self._take(min(quiet, left)):
            pass
        return self._seen

    # --- the process ------------------------------------------------------------------------------

    @property
    def pid(self) -> int:
        """The id of the program's process."""
        return self._process.pid

    @property
    def received(self) -> bytes:
        """Everything that the program has written so far."""
        with self._arrived:
            return bytes(self._received)

    def signal(self, number: int) -> None:
        """Send a signal to the program (to it alone, not to its children)."""
        self._process.send_signal(number)

    def kill(self) -> None:
        """Kill the program with all of its process group, and wait for the end."""
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signals.SIGKILL)
        self._process.wait()

    def wait_exit(self, timeout: float = DEFAULT_TIMEOUT) -> int:
        """Wait for the end of the program and of its output.

        Returns:
            The exit code; negative with the number of the signal that killed the program.

        Raises:
            AssertionError: It still runs after `timeout` seconds; the message shows the screen.
        """
        try:
            code = self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise self._failure("the program did not end") from None
        with self._arrived:  # a child may hold the terminal open: then a second has to do
            self._arrived.wait_for(lambda: self._ended, timeout=1.0)
        self._take_pending()
        return code

    def close(self) -> None:
        """Kill the program if it still runs, and give the terminal back."""
        self.kill()
        self.hang_up()

    def terminal_left_on(self) -> list[str]:
        """What the program switched on in the terminal and has not switched off again, in words."""
        left = [name for name, modes in _MODES_OFF.items() if any(map(self._mode, modes))]
        if not self._mode(_CURSOR, default=True):
            left.append("hidden cursor")
        sent = self.received
        if len(_KITTY_PUSH.findall(sent)) > len(_KITTY_POP.findall(sent)):
            left.append("kitty keyboard")
        return left

    def terminal_restored(self) -> bool:
        """Whether the terminal is as before: main screen, cursor shown, paste and mouse off."""
        return not self.terminal_left_on()

    # --- inside -----------------------------------------------------------------------------------

    def _drop_slave_once_opened(self) -> None:
        """Close our end of the slave as soon as the program holds its own.

        Only then does the end of the program end the reading. Closed too early, the reader would
        meet a terminal that nobody has open and take it for the end. The pipe ends when the shell
        has put the terminal in its place, or is gone.
        """
        assert self._process.stdout is not None
        with self._process.stdout as pipe:
            pipe.read()
        os.close(self._slave)

    def _set_size(self, cols: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def _read(self) -> None:
        """The reader thread: stamp, answer, hand over."""
        unanswered = b""
        while True:
            ready, _, _ = select.select([self._master, self._wake_reader], [], [])
            try:
                data = b"" if self._wake_reader in ready else os.read(self._master, 65536)
            except OSError:  # nobody has the other end open any more
                data = b""
            stamp = time.perf_counter()
            with self._arrived:
                if data:
                    self._chunks.append((stamp, data))
                    self._received += data
                self._ended = not data
                self._arrived.notify_all()
            if not data:
                return
            unanswered = self._answer(unanswered + data)

    def _answer(self, data: bytes) -> bytes:
        """Answer the queries in the data; return what may be the start of another one."""
        end = 0
        for match in _QUERY.finditer(data):
            self.send(_answer_to(match))
            end = match.end()
        return data[end:][-_LONGEST_QUERY:]

    def _take(self, timeout: float) -> bool:
        """Feed the next chunk to the emulator; False if none came in time, or none will come."""
        with self._arrived:
            self._arrived.wait_for(lambda: self._chunks or self._ended, timeout=max(timeout, 0))
            if not self._chunks:
                return False
            self._seen, data = self._chunks.popleft()
        self._feed(data)
        return True

    def _take_pending(self) -> None:
        while self._chunks and self._take(0):
            pass

    def _feed(self, data: bytes) -> None:
        text = self._undecided + self._decode(data)
        self._undecided = ""
        cut = _INCOMPLETE.search(text)
        if cut and len(text) - cut.start() < _LONGEST_SEQUENCE:
            text, self._undecided = text[: cut.start()], text[cut.start() :]
        began = text.rfind(f"\x1b[?{_SYNCHRONISED}h")
        ended = text.rfind(f"\x1b[?{_SYNCHRONISED}l")
        if began != ended:
            self._drawing = began > ended
        self._stream.feed(_NOT_FOR_PYTE.sub("", text))

    def _mode(self, number: int, *, default: bool = False) -> bool:
        """Whether a private mode is on, from what the program has sent."""
        state = default
        for match in _PRIVATE_MODE.finditer(self.received):
            if str(number).encode() in match[1].split(b";"):
                state = match[2] == b"h"
        return state

    def _failure(self, what: str) -> AssertionError:
        self._take_pending()
        code = self._process.poll()
        state = "the program still runs" if code is None else f"the program ended with {code}"
        width = self._screen.columns
        shown = "\n".join(self._screen.rows()).rstrip("\n").split("\n")
        lines = "\n".join(f"|{line}" for line in shown)
        frame = "+" + "-" * width
        return AssertionError(f"{what}; {state}; the screen:\n{frame}\n{lines}\n{frame}")


def _answer_to(query: re.Match[bytes]) -> bytes:
    """What a modern terminal answers; modes other than synchronised output are not known."""
    match query.lastgroup:
        case "attributes":
            return b"\x1b[?62;22c"
        case "secondary":
            return b"\x1b[>41;388;0c"
        case "status":
            return b"\x1b[0n"
        case "cursor":
            return b"\x1b[1;1R"
        case "version":
            return b"\x1bP>|session 1.0\x1b\\"
        case "mode":
            known = int(query["mode"]) == _SYNCHRONISED
            return b"\x1b[?%b;%d$y" % (query["mode"], 2 if known else 0)
        case _:
            level = b"dddd" if query["colour"] == b"10" else b"1111"
            return b"\x1b]%b;rgb:%b\x1b\\" % (query["colour"], b"/".join([level] * 3))


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    """The inherited environment, as in a colour terminal with UTF-8, with the changes."""
    env = {name: value for name, value in os.environ.items() if name not in _NOT_INHERITED}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    env.setdefault("LANG", "C.UTF-8")
    for name, value in changes.items():
        if value is None:
            env.pop(name, None)
        else:
            env[name] = value
    return env
