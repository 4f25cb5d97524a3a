"""A meeting entered weeks later gives the minutes it would have given live."""

from __future__ import annotations

import pytest

from tests.cli.conftest import MODEL, Cli

LATER = "2026-11-11T20:41+01:00"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_model_meeting_entered_four_weeks_later(cli: Cli, lang: str) -> None:
    live = cli.ok("--lang", lang, "demo", "--no-open").lines[0]
    paper = cli.ok("--lang", lang, "demo", "--no-open").lines[0]
    transcript = (MODEL / f"transcript.{lang}.txt").read_text(encoding="utf-8")
    for line in transcript.splitlines():
        time, _, words = line.partition(" ")
        now = f"2026-10-14T{time}+02:00"
        cli.ok("--lang", lang, "-f", live, "record", "2026-3", words, KOOPERATION_NOW=now)
    said = cli.ok(
        *("--lang", lang, "-f", paper, "record", "2026-3"), stdin=transcript, KOOPERATION_NOW=LATER
    )
    assert len(said.lines) == len(transcript.splitlines())
    for audience in ("internal", "partners", "public"):
        for form in (("--format", "md"), ("--format", "html"), ("--results-only",)):
            wanted = ("export", "minutes", "2026-3", "--audience", audience, *form)
            was = cli.ok("-f", live, *wanted, KOOPERATION_NOW=LATER).out
            assert cli.ok("-f", paper, *wanted, KOOPERATION_NOW=LATER).out == was
    for what in ("actions", "decisions", "parking"):
        was = cli.ok("-f", live, "export", what, KOOPERATION_NOW=LATER).out
        assert cli.ok("-f", paper, "export", what, KOOPERATION_NOW=LATER).out == was
    assert cli("-f", paper, "check", KOOPERATION_NOW=LATER).code == 0


def test_lines_without_a_time_hold_with_the_line_before(network: Cli) -> None:
    network.env["KOOPERATION_NOW"] = LATER
    said = network.ok(
        *("--lang", "de", "record", "2026-1", "/alle", "09:02 /beginn", "09:10 Erstens"),
        *("Zweitens", "/ergebnis", "/weiter", "! Wir machen das.", "= 12 0 0", "10:20 /weiter"),
        *("/ergebnis", "12:00 /schluss"),
    )
    assert said.lines[1] == "Beginn des Treffens: nachgetragen 09:02 · 09:02"
    assert said.lines[3] == "Notiz: nachgetragen 09:10 · Zweitens"
    made = network.ok("export", "minutes").out
    for row in (
        "| BB | Bildungsbüro des Landkreises Auental | Miriam Castell | anwesend | 09:02–12:00 |",
        "8 min (09:02–09:10)",
        "70 min (09:10–10:20)",
        "100 min (10:20–12:00)",
    ):
        assert row in made
    assert "11.11." not in made and "20:41" not in made


def test_changing_a_line_does_not_move_the_times_typed_after_it(network: Cli) -> None:
    network.env["KOOPERATION_NOW"] = LATER
    network.ok("record", "2026-1", "09:02 /start", "09:10 Note one", "/outcome", "09:40 /close")
    network.ok("record", "2026-1", '/edit "Note one" "Note 1"', "09:20 Added", "09:25 Added too")
    rows = network.ok("export", "minutes").out
    assert "Added\n- Added too" in rows


@pytest.mark.parametrize("line", ["09:10 /weiter", "9:10 /top 2", "13:00 /schluss"])
def test_a_step_with_a_time_that_cannot_be_is_refused_and_no_note(network: Cli, line: str) -> None:
    network.ok("record", "2026-1", "/start")
    result = network("record", "2026-1", line, KOOPERATION_NOW="2026-10-14T09:05+02:00")
    assert result.code == 1 and "still to come" in result.err
    assert line not in network.ok("export", "minutes").out


def test_a_closed_meeting_takes_only_lines_with_a_time(network: Cli) -> None:
    network.env["KOOPERATION_NOW"] = LATER
    network("record", "2026-1", "09:02 /start", "/outcome", "12:00 /close")
    assert "begin the line with its time" in network("record", "2026-1", "Und noch").err


def test_lists_say_that_a_meeting_is_entered_afterwards(network: Cli) -> None:
    network.env["KOOPERATION_NOW"] = LATER
    network.ok("--lang", "de", "record", "2026-1", "/alle", "09:02 /beginn", "09:10 Erstens")
    said = network.ok("--lang", "de", "list", "meetings").out
    assert "wird nachgetragen" in said and "läuft" not in said
    (row,) = [m for m in network.ok("list", "meetings", "--json").json if m["status"] == "running"]
    assert row["afterwards"] is True
    overview = network.ok("--lang", "de", "list", "overview").out
    assert "Treffen 2026-1 wird nachgetragen." in overview and "läuft." not in overview
