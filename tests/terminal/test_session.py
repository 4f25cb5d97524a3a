"""The terminal harness, tried on small programs before anything relies on it."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path

import pytest

from tests.terminal.keys import key_bytes
from tests.terminal.session import Session

SMALL_APP = """
from textual.app import App
from textual.widgets import Footer, Input, Static

class Small(App):
    BINDINGS = [("f5", "greet", "Greet")]
    AUTO_FOCUS = "Input"
    def compose(self):
        yield Static("Größe ✓ 会議", id="text")
        yield Input()
        yield Footer()
    def action_greet(self):
        self.query_one("#text", Static).update("Guten Morgen")
    def on_resize(self, event):
        self.query_one("#text", Static).update(f"{event.size.width} x {event.size.height}")
    def on_key(self, event):
        self.title = event.key

Small().run()
"""

# Unbuffered and without echo: it answers each line with its representation.
LINES = """
import sys, termios
state = termios.tcgetattr(0)
state[3] &= ~termios.ECHO
termios.tcsetattr(0, termios.TCSANOW, state)
print("ready", flush=True)
for line in sys.stdin:
    print(repr(line), flush=True)
"""


def python(code: str, cols: int = 80, rows: int = 24, **env: str | None) -> Session:
    """A session that runs Python code."""
    return Session([sys.executable, "-c", code], cols=cols, rows=rows, env=env)


def test_screen_has_the_size_of_the_terminal_and_the_text() -> None:
    code = "import os; print(*os.get_terminal_size(), 'Größe 会議', flush=True); input()"
    with python(code, cols=50, rows=7) as session:
        session.wait_for("会議")
        assert session.screen() == ["50 7 Größe 会議", *[""] * 6]
        assert session.text().count("\n") == 6


def test_typed_lines_arrive() -> None:
    with python(LINES) as session:
        session.wait_for("ready")
        session.send("Grüße")
        session.key("enter")
        session.wait_for(repr("Grüße\n"))


def test_wait_takes_a_predicate_and_gives_the_time_of_arrival() -> None:
    with python("import time; print('one'); print('two', flush=True); input()") as session:
        stamp = session.wait_for(lambda text: text.startswith("one\ntwo"))
        assert stamp > session.started


def test_failed_wait_shows_the_screen() -> None:
    with (
        python("print('as far as here', flush=True); input()") as session,
        pytest.raises(AssertionError, match=r"never showed 'more'; .* still runs(.|\n)*as"),
    ):
        session.wait_for("as far as here")
        session.wait_for("more", timeout=0.01)


def test_wait_does_not_outlast_the_program() -> None:
    with (
        python("print('last words'); raise SystemExit(3)") as session,
        pytest.raises(AssertionError, match=r"the program ended with 3(.|\n)*last words"),
    ):
        session.wait_exit()
        session.wait_for("more", timeout=3600)


def test_exit_codes() -> None:
    with python("raise SystemExit(7)") as session:
        assert session.wait_exit() == 7
    with Session(["/no/such/program"]) as session:
        assert session.wait_exit() == 127
        assert "/no/such/program" in session.text()


def test_exit_by_signal_is_negative() -> None:
    with python(LINES) as session:
        session.wait_for("ready")
        session.signal(signal.SIGTERM)
        assert session.wait_exit() == -signal.SIGTERM


def test_output_before_the_end_is_complete() -> None:
    with python("print('x' * 100_000, 'end', sep='')") as session:
        assert session.wait_exit() == 0
        assert session.received.rstrip().endswith(b"xend")


def test_kill_and_close_end_a_program_that_ignores_signals() -> None:
    code = (
        "import signal\n"
        "for number in signal.SIGTERM, signal.SIGHUP: signal.signal(number, signal.SIG_IGN)\n"
        "print('deaf', flush=True)\n"
        "while True: signal.pause()"
    )
    with python(code) as session:
        session.wait_for("deaf")
    assert session.wait_exit() == -signal.SIGKILL


def test_hang_up_sends_sighup() -> None:
    with python(LINES) as session:
        session.wait_for("ready")
        session.hang_up()
        assert session.wait_exit() == -signal.SIGHUP
        session.send("into nowhere")


def test_interrupt_key_reaches_the_program_as_signal() -> None:
    with python(LINES) as session:
        session.wait_for("ready")
        session.key("ctrl+c")
        session.wait_for("KeyboardInterrupt")


def test_paste_is_plain_or_in_brackets_as_the_program_asked() -> None:
    with python(LINES) as session:
        session.wait_for("ready")
        session.paste("a\nb\n")
        session.wait_for("'a\\n'\n'b\\n'")
    with python(r"print('\x1b[?2004h', end='')" + LINES) as session:
        session.wait_for("ready")
        session.paste("ü\n")
        session.wait_for(r"'\x1b[200~ü\n'")
        assert session.terminal_left_on() == ["bracketed paste"]


@pytest.mark.parametrize(
    ("sequence", "left"),
    [
        ("?1049h", ["alternate screen"]),
        ("?25l", ["hidden cursor"]),
        ("?1000;1006h", ["mouse"]),
        (">1u", ["kitty keyboard"]),
        ("?1049h\x1b[?1049l", []),
        ("31m", []),
    ],
)
def test_what_was_left_on_is_named(sequence: str, left: list[str]) -> None:
    with python(f"print({chr(27) + '[' + sequence!r}, end='')") as session:
        session.wait_exit()
        assert session.terminal_left_on() == left
        assert session.terminal_restored() == (not left)


def test_main_screen_comes_back() -> None:
    code = (
        "print('before'); print('\\x1b[?1049h\\x1b[Hinside', flush=True); input()\n"
        "print('\\x1b[?1049lafter', flush=True); input()"
    )
    with python(code) as session:
        session.wait_for("inside")
        assert "before" not in session.text()
        session.key("enter")
        session.wait_for("before\nafter")


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("[c", "[?62;22c"),
        ("[?2026$p", "[?2026;2$y"),
        ("[?2048$p", "[?2048;0$y"),
        ("[6n", "[1;1R"),
        ("]11;?\x07", "]11;rgb:1111/1111/1111\x1b\\"),
    ],
)
def test_queries_are_answered_once_and_not_shown(query: str, answer: str) -> None:
    code = (
        "import os, tty\n"
        "tty.setraw(0)\n"
        f"os.write(1, {b'[' + (chr(27) + query).encode() + b']'!r})\n"
        f"got = b''\nwhile len(got) < {len(answer) + 1}: got += os.read(0, 99)\n"
        "os.write(1, ascii(got).encode())"
    )
    with python(code) as session:
        session.wait_exit()
        assert session.screen()[0] == "[]" + ascii(b"\x1b" + answer.encode())


def test_sequences_that_the_emulator_does_not_know_are_not_shown() -> None:
    sequences = ["[>1u", "[<u", "[?u", "[>4;1m", "[4:3m", "[2 q", "[>0q", "P+q544e\x1b\\"]
    shown = "".join(f"{n}\x1b{sequence}" for n, sequence in enumerate(sequences))
    with python(f"import tty; tty.setraw(0); print({shown!r})") as session:
        session.wait_exit()
        assert session.screen()[0] == "01234567"


def test_half_a_sequence_waits_for_the_other_half() -> None:
    code = (
        "import os, tty\ntty.setraw(0)\nos.write(1, b'start\\x1b[>')\n"
        "os.read(0, 1)\nos.write(1, b'1u \\xc3')\nos.read(0, 1)\nos.write(1, b'\\xa4.')"
    )
    with python(code) as session:
        session.wait_for(lambda _: session.received.endswith(b"[>"))
        assert session.screen()[0] == "start"
        session.send("1")
        session.wait_for(lambda _: session.received.endswith(b"\xc3"))
        assert session.screen()[0] == "start"
        session.send("2")
        session.wait_for("start ä.")


def test_half_a_frame_is_not_looked_at() -> None:
    code = (
        "import os, tty\ntty.setraw(0)\nos.write(1, b'\\x1b[?2026hfirst')\n"
        "os.read(0, 1)\nos.write(1, b' second\\x1b[?2026l')\nos.read(0, 1)"
    )
    with python(code) as session:
        second_half = threading.Timer(0.1, session.send, ["1"])
        second_half.start()
        session.wait_for("first")
        assert session.received.endswith(b"second\x1b[?2026l")
        second_half.join()


def test_textual_app_from_start_to_end() -> None:
    with python(SMALL_APP, cols=60, rows=10) as session:
        session.wait_for("60 x 10")
        assert session.terminal_left_on() != []
        session.key("f5")
        session.wait_for("Guten Morgen")
        session.send("getippt: ä ")
        session.paste("eingefügt")
        session.wait_for("getippt: ä eingefügt")
        session.resize(72, 12)
        session.wait_for("72 x 12")
        session.wait_for(lambda text: "f5 Greet" in text.split("\n")[11])
        session.key("ctrl+q")
        assert session.wait_exit() == 0
        assert session.terminal_left_on() == []


def test_killed_textual_app_leaves_the_terminal_as_it_was_inside() -> None:
    with python(SMALL_APP) as session:
        session.wait_for("Greet")
        session.kill()
        assert session.wait_exit() == -signal.SIGKILL
        assert "alternate screen" in session.terminal_left_on()
        assert not session.terminal_restored()


def test_environment_and_folder(tmp_path: Path) -> None:
    shown = "os.getcwd(), os.environ['ONE'], 'TERM' in os.environ"
    code = f"import os; print({shown}, flush=True); input()"
    with Session(
        [sys.executable, "-c", code],
        cols=200,
        env={"ONE": "eins", "TERM": None},
        cwd=tmp_path,
    ) as session:
        session.wait_for(f"{tmp_path.resolve()} eins False")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("f1", b"\x1bOP"),
        ("f5", b"\x1b[15~"),
        ("shift+f5", b"\x1b[15;2~"),
        ("up", b"\x1b[A"),
        ("ctrl+right", b"\x1b[1;5C"),
        ("ctrl+shift+end", b"\x1b[1;6F"),
        ("shift+tab", b"\x1b[Z"),
        ("ctrl+q", b"\x11"),
        ("alt+x", b"\x1bx"),
        ("alt+enter", b"\x1b\r"),
        ("esc", b"\x1b"),
        ("+", b"+"),
        ("ö", "ö".encode()),
    ],
)
def test_keys(name: str, data: bytes) -> None:
    assert key_bytes(name) == data


@pytest.mark.parametrize("name", ["ctrl+ö", "f13", "ctrl+1", "nonsense", ""])
def test_keys_that_no_terminal_sends(name: str) -> None:
    with pytest.raises(ValueError, match="no terminal sends"):
        key_bytes(name)
