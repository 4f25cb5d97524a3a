"""The installed program in a real terminal: a short meeting, to the exported minutes."""

from __future__ import annotations

import difflib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.terminal.session import Session

MODEL = Path(__file__).parents[1] / "model"
KOOPERATION = Path(sys.executable).with_name("kooperation")


def environment(home: Path) -> dict[str, str | None]:
    """A home of its own, in German."""
    places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE")}
    return {
        "HOME": str(home),
        "LANG": "de_DE.UTF-8",
        "LANGUAGE": None,
        "LC_ALL": None,
        "KOOPERATION_NOW": "2026-10-14T09:00:00+02:00",
        "KOOPERATION_FILE": None,
        **places,
    }


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Session]:
    """The practice network, open at 80×24."""
    argv = [str(KOOPERATION), "demo"]
    with Session(argv, env=environment(tmp_path), cwd=tmp_path) as session:
        session.wait_for("Bildungsnetz Auental")
        yield session


def say(session: Session, line: str, shown: str) -> None:
    """Type a line and see what it became."""
    session.send(line)
    session.wait_for(lambda text: line[-20:] in text)
    session.key("enter")
    session.wait_for(shown)


def begin(session: Session) -> None:
    """Everybody is there, the meeting begins."""
    session.key("f5")
    session.wait_for("Wer ist da?")
    session.key("a")
    session.wait_for("11 von 12 Partnern vertreten")
    session.key("s")
    session.wait_for("TOP 1  Eröffnung")


def test_a_short_meeting_from_attendance_to_the_exported_minutes(
    demo: Session, tmp_path: Path
) -> None:
    begin(demo)
    say(demo, "Der Gast hat nur bis 10:50 Uhr Zeit.", "Der Gast hat nur bis 10:50 Uhr Zeit.\n")
    say(demo, "! Die Tagesordnung wird angenommen.", "Zu entscheiden")
    demo.send("= 9 1 1")
    demo.wait_for("Ja 9, Nein 1, Enthaltung 1 von 11 vertretenen")
    demo.key("enter")
    demo.wait_for("angenommen  B1")
    demo.send("> Vorlage entwerfen @bib +bb 13.11.")
    demo.wait_for("Petra Vogt (BIB)")
    demo.key("enter")
    demo.wait_for("M17")
    demo.key("ctrl+n")
    demo.wait_for("TOP 2  Protokoll vom 17. Juni 2026")
    say(demo, "/schluss trotzdem", "geschlossen")

    demo.key("f9")
    demo.wait_for("[9 Archiv]")
    demo.key("x")
    demo.wait_for("Export")
    exported = export_minutes_as_markdown(demo, tmp_path)

    assert "> **Beschluss B-2026-3-1.** Die Tagesordnung wird angenommen." in exported
    assert "**Ja 9, Nein 1, Enthaltung 1.** Angenommen." in exported
    assert "| M-2026-017 | Vorlage entwerfen | Petra Vogt (BIB) | BB | 13.11.2026 |" in exported
    assert "- Der Gast hat nur bis 10:50 Uhr Zeit." in exported


def export_minutes_as_markdown(session: Session, home: Path) -> str:
    """Answer the export dialog: minutes, for the partners, as Markdown."""
    while "‹ Protokoll ›" not in session.text():
        before = session.text()
        session.key("right")
        session.wait_for(lambda text, old=before: text != old)  # type: ignore[misc]
    session.key("tab")
    session.key("tab")
    session.wait_for("‹ Druckseite (HTML) ›")
    session.key("right")
    session.wait_for("‹ Markdown ›")
    session.key("enter")
    session.wait_for("Gespeichert:")
    found = list(home.rglob("*Protokoll*.md"))
    assert len(found) == 1
    return found[0].read_text("utf-8")


def test_the_whole_model_meeting_typed_in_one_go(tmp_path: Path) -> None:
    """All lines of the transcript at once; the minutes are the model's, as far as they go.

    What comes later is not in them yet: sending, and the plan of the next meeting.
    """
    env = {**environment(tmp_path), "KOOPERATION_NOW": "2026-10-14T12:15:00+02:00"}
    transcript = (MODEL / "transcript.de.txt").read_text("utf-8")
    with Session([str(KOOPERATION), "demo"], env=env, cwd=tmp_path) as session:
        session.wait_for("Bildungsnetz Auental")
        session.key("f5")
        session.wait_for(" > zugesagt")
        session.key("tab")
        session.wait_for(lambda text: " > zugesagt" not in text)
        session.send(transcript.replace("\n", "\r"))
        session.wait_for("beendet 12:10")
        session.key("ctrl+q")
        assert session.wait_exit() == 0

    argv = [str(KOOPERATION), "-f", str(data_file(tmp_path)), "export", "minutes", "2026-3"]
    environ = {k: v for k, v in {**os.environ, **env}.items() if v is not None}
    done = subprocess.run(argv, env=environ, capture_output=True, encoding="utf-8", check=True)
    model = (MODEL / "protokoll.de.md").read_text("utf-8").splitlines()
    changed = [
        line[:24]
        for line in difflib.ndiff(model, done.stdout.splitlines())
        if line.startswith(("- ", "+ "))
    ]
    assert changed == [
        "- | Stand | Entwurf, Fas",
        "+ | Stand | Entwurf, Fas",
        "- Moderation: Samuel Tek",
        "- Vorläufige Punkte: Koo",
        "- Entwurf versandt am 16",
        "+ Der Entwurf ist noch n",
    ]


def test_lines_typed_faster_than_they_are_saved_stay_whole_and_in_order(
    demo: Session, tmp_path: Path
) -> None:
    begin(demo)
    lines = [f"Notiz Nummer {number} im schnellen Tippen." for number in range(1, 26)]

    demo.send("".join(f"{line}\r" for line in lines))

    demo.wait_for(f"{lines[-1]}\n")
    assert recorded(tmp_path) == lines


def recorded(home: Path) -> list[str]:
    """The notes in the file, as any TinyDB script reads them."""
    with TinyDB(data_file(home), encoding="utf-8") as database:
        events = sorted(database.table("events").all(), key=lambda row: row["seq"])
    return [row["what"]["text"] for row in events if row["what"]["type"] == "noted"]


def test_a_refused_line_is_never_glued_to_the_next_one(demo: Session, tmp_path: Path) -> None:
    begin(demo)
    demo.send("= 8 1 1\r")
    demo.wait_for("Kein Wortlaut ist offen")

    demo.send("Eine gewöhnliche Notiz.\r")

    demo.wait_for("Eine gewöhnliche Notiz.\n")
    assert recorded(tmp_path) == ["Eine gewöhnliche Notiz."]
    demo.key("up")
    demo.wait_for("│ = 8 1 1")


@pytest.mark.parametrize(
    ("how", "status"),
    [(signal.SIGTERM, 128 + signal.SIGTERM), (signal.SIGHUP, 128 + signal.SIGHUP)],
)
def test_a_signal_keeps_the_typed_line_and_restores_the_terminal(
    demo: Session, tmp_path: Path, how: signal.Signals, status: int
) -> None:
    begin(demo)
    demo.send("noch nicht abgeschickt")
    demo.wait_for("noch nicht abgeschickt")

    demo.signal(how)

    assert demo.wait_exit() == status
    assert demo.terminal_restored(), demo.terminal_left_on()
    assert any("noch nicht abgeschickt" in p.read_text("utf-8") for p in drafts(tmp_path))


def test_a_closed_terminal_keeps_the_typed_line(demo: Session, tmp_path: Path) -> None:
    begin(demo)
    demo.send("mitten im Satz")
    demo.wait_for("mitten im Satz")

    demo.hang_up()
    demo.wait_exit()

    assert any("mitten im Satz" in p.read_text("utf-8") for p in drafts(tmp_path))


def data_file(home: Path) -> Path:
    """The practice network's file."""
    return next(p for p in home.rglob("*.json") if not p.name.startswith("."))


def drafts(home: Path) -> list[Path]:
    """The small files beside the data file that hold what was not sent yet."""
    return [p for p in home.rglob(".*draft*") if p.is_file()]


def test_killed_in_the_middle_and_opened_again_nothing_accepted_is_lost(
    demo: Session, tmp_path: Path
) -> None:
    begin(demo)
    say(demo, "Das ist festgehalten.", "09:00    Das ist festgehalten.")
    demo.kill()
    demo.wait_exit()
    file = data_file(tmp_path)

    argv = [str(KOOPERATION), "-f", str(file)]
    with Session(argv, env=environment(tmp_path), cwd=tmp_path) as again:
        again.wait_for("Bildungsnetz Auental")
        again.key("f5")
        again.wait_for("Das ist festgehalten.")
        again.key("ctrl+q")
        assert again.wait_exit() == 0
        assert again.terminal_restored(), again.terminal_left_on()


def test_without_a_terminal_it_says_what_works_instead(tmp_path: Path) -> None:
    dumb = {**environment(tmp_path), "TERM": "dumb"}
    with Session([str(KOOPERATION), "demo"], env=dumb, cwd=tmp_path) as session:
        assert session.wait_exit() == 0
    file = data_file(tmp_path)

    with Session([str(KOOPERATION), "-f", str(file)], env=dumb, cwd=tmp_path) as session:
        session.wait_for("kooperation --plain")
        assert session.wait_exit() == 2
