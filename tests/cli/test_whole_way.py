"""From nothing to minutes that are sent, and the model case."""

from __future__ import annotations

from tests.cli.conftest import MODEL, NOON, PARTNERS, Cli


def test_from_a_new_file_to_minutes_that_are_sent(cli: Cli) -> None:
    made = cli.ok("new", "Netz Übung.json", "--name", "Bildungsnetz Auental", "--doc-lang", "de")
    assert made.lines == [str(cli.file)]
    for code, name, delegate, deputy in PARTNERS:
        options = ("--delegate", delegate, *(("--deputy", deputy) if deputy else ()))
        assert cli.ok("add", "partner", code, name, *options).lines == [code]
    meeting = ("--start", "14.10.2026 9:00", "--end", "12:00", "--template", "short")
    assert cli.ok("add", "meeting", *meeting).lines == ["2026-1"]
    lines = (
        "08:55 +AA Lena Fiedler\n08:57 +bb vhs jc hwk bk bib\n09:00 /beginn\n09:04 /ergebnis\n"
        "09:05 /weiter\n"
        "09:06 ! Wir führen eine Landkarte.\n09:08 = 6 1 0\n09:09 > Entwurf schreiben @bib 13.11.\n"
        "09:10 /schluss\n"
    )
    said = cli.ok("record", "next", stdin=lines, KOOPERATION_NOW=NOON)
    assert len(said.lines) == 9
    assert "M-2026-001" in said.lines[7]
    minutes = cli.ok("export", "minutes", KOOPERATION_NOW=NOON).out
    for text in (
        "# Ergebnisprotokoll: 1. Netzwerktreffen 2026",
        "| Beginn und Ende | 09:00 Uhr bis 09:10 Uhr (geplant 09:00 Uhr bis 12:00 Uhr) |",
        "> **Beschluss B-2026-1-1.** Wir führen eine Landkarte.",
        "**Ja 6, Nein 1, Enthaltung 0.**",
        "| M-2026-001 | Entwurf schreiben | Petra Vogt (BIB) | – | 13.11.2026 |",
        "Lena Fiedler, in Vertretung für Frank Ostermeier",
    ):
        assert text in minutes
    cli.ok("minutes", "send", "last", "--date", "16.10.2026", KOOPERATION_NOW=NOON)
    sent = cli.ok("export", "minutes", KOOPERATION_NOW="2027-01-07T10:00+01:00").out
    assert "Entwurf versandt am 16. Oktober 2026" in sent
    assert cli.ok("export", "minutes", KOOPERATION_NOW="2028-01-07T10:00+01:00").out == sent


def test_the_model_meeting_recorded_from_its_transcript(cli: Cli) -> None:
    path = cli.ok("--lang", "de", "demo", "--no-open").lines[0]
    transcript = (MODEL / "transcript.de.txt").read_text(encoding="utf-8")
    said = cli.ok("-f", path, "record", "2026-3", stdin=transcript, KOOPERATION_NOW=NOON)
    assert len(said.lines) == len(transcript.splitlines())
    made = cli.ok("-f", path, "export", "minutes", "2026-3", KOOPERATION_NOW=NOON).out
    model = (MODEL / "protokoll.de.md").read_text(encoding="utf-8")
    missing = [line for line in model.splitlines() if line not in made.splitlines()]
    assert len(missing) <= 4, missing
    assert cli("-f", path, "check", KOOPERATION_NOW=NOON).code == 0


def test_the_same_lines_as_arguments_and_from_the_input_give_the_same(network: Cli) -> None:
    lines = ["08:57 +bb vhs", "09:00 /start", "09:01 Eine Notiz", "09:02 -vhs"]
    network.env["KOOPERATION_NOW"] = NOON
    start = network.file.read_bytes()
    first = network.ok("record", "2026-1", *lines).out
    minutes = network.ok("export", "minutes").out
    network.file.write_bytes(start)
    assert network.ok("record", "2026-1", stdin="\n".join(lines)).out == first
    assert network.ok("export", "minutes").out == minutes


def test_practice_touches_nothing_and_is_not_remembered(network: Cli) -> None:
    before = network.file.read_bytes()
    path = network.ok("demo", "--no-open").lines[0]
    assert network.file.read_bytes() == before
    assert "Practice" in path and path != network.ok("demo", "--no-open").lines[0]
    names = [row["number"] for row in network.ok("list", "meetings", "--json").json]
    assert names == ["2026-1"]
    english = network.ok("-f", path, "export", "agenda", KOOPERATION_NOW="").out
    assert "Invitation and agenda" in english
