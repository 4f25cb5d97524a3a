"""Mails, cheat sheet, and the forms of the action plan on the command line."""

from __future__ import annotations

import subprocess
import sys

from tests.cli.conftest import Cli


def test_an_invitation_to_copy(held: Cli) -> None:
    held.ok("add", "meeting", "--start", "2026-12-02 09:00", "--template", "short")
    held.ok("set", "person", "Vogt", "email=vogt@bib.example")
    text = held.ok("export", "mail").out
    assert text.startswith("An: vogt@bib.example\nOhne Adresse: BB, VHS")
    assert "\nBetreff: Einladung: 2. Netzwerktreffen 2026, Mittwoch, 2. Dezember 2026\n\n" in text
    assert "09:00   1  " in text
    english = held.ok("export", "mail", "2026-2", "--doc-lang", "en").out
    assert "Subject: Invitation: 2nd network meeting 2026" in english


def test_mails_with_minutes_and_reminders(held: Cli) -> None:
    assert "- B-2026-1-1: " in held.ok("export", "mail", "--about", "minutes").out
    told = held.ok("export", "mail", "--about", "reminders", "-o", "mails.txt")
    assert told.lines == [str(held.home / "mails.txt")]
    text = (held.home / "mails.txt").read_text(encoding="utf-8")
    assert "Guten Tag Petra Vogt," in text and "M-2026-001" in text
    assert "belong to no meeting" in held.refused(
        "export", "mail", "2026-1", "--about", "reminders", code=2
    )
    assert "mail only" in held.refused("export", "minutes", "--about", "minutes", code=2)


def test_nobody_to_be_reminded(network: Cli) -> None:
    assert "Nobody has" in network.refused("export", "mail", "--about", "reminders")


def test_the_cheat_sheet_speaks_the_language_of_whoever_asks(held: Cli) -> None:
    assert "`/weiter`" in held.ok("--lang", "de", "export", "cheatsheet").out
    assert "`/next`" in held.ok("--lang", "en", "export", "cheatsheet").out
    page = held.ok("export", "cheatsheet", "--format", "html", "--doc-lang", "de").out
    assert "<code>/weiter</code>" in page


def test_actions_by_person_and_as_a_list(held: Cli) -> None:
    assert "### Petra Vogt (BIB)" in held.ok("export", "actions", "--by-person").out
    assert "Wer: Petra Vogt (BIB)." in held.ok("export", "actions", "--as-list").out
    held.refused("export", "actions", "--as-list", "--by-person", code=2)
    held.refused("export", "minutes", "--as-list", code=2)


def test_results_on_one_page(held: Cli) -> None:
    text = held.ok("export", "minutes", "--results-only").out
    assert "# Ergebnisse: 1. Netzwerktreffen 2026" in text
    assert "**B-2026-1-1:** Das Netz führt eine gemeinsame Landkarte." in text
    assert "begrüßt" not in text


def test_none_of_it_imports_textual(held: Cli) -> None:
    calls = [
        ["search", "Landkarte"],
        ["list", "overview"],
        ["list", "proposals", "--meeting", "last"],
        ["export", "mail", "--about", "minutes"],
        ["export", "cheatsheet"],
    ]
    program = (
        "import os, sys\n"
        "from kooperation_tui.cli import main\n"
        f"codes = [main.run(call, os.environ) for call in {calls!r}]\n"
        "found = [m for m in sys.modules if m.split('.')[0] in ('textual', 'rich')]\n"
        "sys.exit(', '.join(found) or sum(codes))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        encoding="utf-8",
        cwd=held.home,
        env=held.process_env(),
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_who_has_no_address_is_named_beside_the_file(network: Cli) -> None:
    network.ok("set", "person", "Miriam Castell", "email=castell@auental.example")
    path = str(network.home / "mail.txt")
    said = network.ok("--lang", "de", "export", "mail", "-o", path)
    assert said.lines == [path]
    assert said.err.startswith("Ohne Adresse: VHS, JC, AA")
    assert "BB" not in said.err.split(", ")
    assert network.ok("export", "mail").err == ""
