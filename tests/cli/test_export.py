"""`kooperation export`: the result and nothing else; nothing public by accident."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.cli.commands.export import ABOUT, ONE
from kooperation_tui.documents import DocumentKind
from kooperation_tui.documents.filenames import MAILS, safe
from tests.cli.conftest import Cli


def test_standard_output_is_the_document_and_nothing_else(held: Cli) -> None:
    result = held.ok("export", "minutes", "last")
    assert result.out.startswith("---\n") and result.err == ""


def test_a_file_holds_the_same_bytes_and_its_path_is_told(held: Cli) -> None:
    shown = held.ok("export", "minutes").out
    told = held.ok("export", "minutes", "-o", "Prot okoll ä.md")
    assert told.lines == [str(held.home / "Prot okoll ä.md")]
    assert (held.home / "Prot okoll ä.md").read_text(encoding="utf-8") == shown


def test_an_agenda_whose_title_nobody_filled_in_is_written_and_it_is_said(held: Cli) -> None:
    held.ok("add", "meeting", "--start", "2026-12-02 09:00", "--template", "regular")
    result = held.ok("export", "agenda", "next")
    assert "Hauptthema (Titel eintragen)" in result.out
    assert result.err.startswith("Item ") and "has no title yet" in result.err


def test_html_by_option_or_by_name(held: Cli) -> None:
    assert held.ok("export", "agreement", "--format", "html").out.startswith("<!DOCTYPE html>")
    held.ok("export", "minutes", "-o", "x.HTML")
    assert (held.home / "x.HTML").read_text().startswith("<!DOCTYPE html>")


def test_documents_speak_the_networks_language_whoever_reads(held: Cli) -> None:
    german = held.ok("--lang", "en", "export", "actions").out
    assert "Maßnahmenplan" in german
    assert "Action plan" in held.ok("export", "actions", "--doc-lang", "en").out


def test_a_public_document_with_hits_is_not_written(held: Cli) -> None:
    held.ok("record", "last", "09:12 ! Petra Vogt bekommt den Schlüssel.", "09:12 =")
    result = held("export", "minutes", "--audience", "public", "-o", "public.md")
    assert result.code == 1 and result.out == ""
    assert "the name of a person: “petra vogt”" in result.err.lower()
    assert not (held.home / "public.md").exists()
    assert held("export", "minutes", "--audience", "public").out == ""


def test_notes_left_out_of_a_public_document_are_said(held: Cli) -> None:
    result = held.ok("export", "minutes", "--audience", "public")
    assert "1 line was left out" in result.err
    assert "Jonas Reuter begrüßt alle" in result.err
    assert "Reuter" not in result.out


def test_sent_minutes_keep_their_bytes(held: Cli) -> None:
    held.ok("minutes", "send", "last")
    sent = held.ok("export", "minutes").out
    held.ok("set", "person", "Vogt", "name=Petra Neuer")
    held.ok("set", "network", "name=Anderes Netz")
    assert held.ok("export", "minutes").out == sent
    assert held("record", "last", "09:20 spät").code == 1


def test_everything_gets_a_readable_name(held: Cli) -> None:
    held.ok("add", "meeting", "--start", "2026-12-02 09:00")
    done = held.ok("export", "all", "aus gabe", "--format", "html")
    folder = held.home / "aus gabe"
    assert sorted(p.name for p in folder.iterdir()) == [
        "2026-10-14 Beschlüsse Bildungsnetz Auental (intern).html",
        "2026-10-14 E-Mail Einladung.txt",
        "2026-10-14 E-Mail Erinnerungen.txt",
        "2026-10-14 E-Mail Protokoll.txt",
        "2026-10-14 Kooperationsvereinbarung Bildungsnetz Auental (intern).html",
        "2026-10-14 Maßnahmenplan Bildungsnetz Auental (intern).html",
        "2026-10-14 Netzwerk beenden Bildungsnetz Auental (intern).html",
        "2026-10-14 Protokoll Netzwerktreffen (intern).html",
        "2026-10-14 Spickzettel Bildungsnetz Auental.html",
        "2026-10-14 Themenspeicher Bildungsnetz Auental (intern).html",
        "2026-10-14 Verzeichnis der Daten Bildungsnetz Auental (intern).html",
        "2026-10-14 Willkommenspaket Bildungsnetz Auental (intern).html",
        "2026-12-02 Tagesordnung Netzwerktreffen (intern).html",
    ]
    assert sorted(done.lines) == sorted(str(path) for path in folder.iterdir())
    assert (
        "2026-10-14 Beitrittserklärung Bildungsnetz Auental (intern).html: No version" in done.err
    )


def test_every_version_comparison_and_accession_is_there(cli: Cli) -> None:
    cli.ok("new", str(cli.file), "--name", "Netz", "--doc-lang", "de", "--template", "informal")
    cli.ok("add", "partner", "BB", "Bildungsbüro", "--delegate", "Ada Brand")
    for number in range(1, 10):
        cli.ok("point", str(number), "--text", f"Regel {number}.")
    cli.ok("version", "new", "--number", "1.0", "--on-paper", "2024-03-12")
    cli.ok("resource", "BB", "Raum für 20", "--kind", "room")
    cli.ok("point", "3", "--text", "Eine andere Regel.")
    cli.ok("add", "partner", "HA", "Hochschule Auental", "--status", "applicant")
    cli.ok("application", "receive", "HA")
    cli.ok("export", "all", "out")
    names = sorted(p.name.removeprefix("2026-10-14 ") for p in (cli.home / "out").iterdir())
    for wanted in (
        "Mittel der Partner Netz (intern).md",
        "Beitrittserklärung Netz (intern).md",
        "Kooperationsvereinbarung Netz 1.0 (intern).md",
        "Kooperationsvereinbarung Netz (intern).md",
        "Willkommenspaket Netz HA (intern).md",
        "Änderungen der Vereinbarung Netz (intern).md",
    ):
        assert wanted in names


def test_what_is_public_holds_no_mail(held: Cli) -> None:
    held.ok("export", "all", "out", "--audience", "public")
    names = [p.name for p in (held.home / "out").iterdir()]
    assert names and not any("E-Mail" in name for name in names)


def test_every_kind_can_be_asked_for_by_name() -> None:
    assert set(ONE) == {kind.value for kind in DocumentKind}
    assert ABOUT == MAILS


def test_a_name_of_a_body_is_never_a_path(held: Cli) -> None:
    held.ok("set", "network", "short_name=../../böse:<x>")
    held.ok("export", "all", "out")
    names = {p.name for p in (held.home / "out").iterdir()}
    assert "2026-10-14 Beschlüsse .. .. böse x (intern).md" in names
    assert all(p.parent == held.home / "out" for p in (held.home / "out").rglob("*"))


def test_what_cannot_be_exported_is_said(held: Cli) -> None:
    assert "2026-9" in held.refused("export", "minutes", "2026-9")
    assert "one list" in held.refused("export", "actions", "2026-1", code=2)
    assert "cannot be written" in held.refused("export", "minutes", "-o", "nowhere/x.md")
    assert "DIRECTORY" in held.refused("export", "all", code=2)
    held.refused("export", "agreement", "9.9")
    held.ok("add", "meeting", "--start", "2026-02-18 09:00", "--external")
    assert "not in this file" in held.refused("export", "minutes", "2026-2")


def test_no_command_without_screens_imports_textual(held: Cli) -> None:
    calls = [
        ["export", "minutes"],
        ["export", "agreement", "--format", "html"],
        ["record", "last", "09:20 x"],
        ["list", "actions"],
        ["check"],
        ["where"],
        ["minutes", "send", "last"],
        ["--help"],
    ]
    program = (
        "import os, sys\n"
        "from kooperation_tui.cli import main\n"
        f"for call in {calls!r}:\n"
        "    main.run(call, os.environ)\n"
        "found = [m for m in sys.modules if m.split('.')[0] in ('textual', 'rich')]\n"
        "sys.exit(', '.join(found) or 0)\n"
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


def test_lists_import_no_documents_and_no_capture(held: Cli) -> None:
    program = (
        "import os, sys\n"
        "from kooperation_tui.cli import main\n"
        "main.run(['list', 'partners'], os.environ)\n"
        "rooms = ('kooperation_tui.documents', 'kooperation_tui.capture', 'markdown_it')\n"
        "sys.exit(', '.join(m for m in sys.modules if m in rooms) or 0)\n"
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


@given(st.text(max_size=300))
def test_a_safe_name_is_one_part_of_a_path(text: str) -> None:
    name = safe(text)
    assert not set(name) & set('/\\<>:"|?*\0\n\r\t')
    assert len(name) <= 120 and not name.startswith(".") and not name.endswith((".", " "))
    assert name.encode("utf-8") is not None
