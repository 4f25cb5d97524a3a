"""`kooperation record` and `--plain`: one line at a time, none swallowed."""

from __future__ import annotations

import subprocess
import sys

from tests.cli.conftest import NOON, TRANSCRIPT, Cli


def notes(cli: Cli) -> str:
    return cli.ok("export", "minutes").out


def test_a_code_with_a_minus_is_a_line_and_no_option(held: Cli) -> None:
    assert held.ok("record", "2026-1", "09:35 +hwk", "09:36 -BK", "09:37 --- Trennung").code == 0
    held.ok("record", "last", "09:38 --help")
    assert "--help" in notes(held)


def test_the_first_line_may_begin_with_a_minus(network: Cli) -> None:
    network.ok("record", "2026-1", "+bk", "/start")
    said = network.ok("record", "2026-1", "-BK")
    assert "BK" in said.out


def test_refused_lines_are_listed_and_the_others_recorded(held: Cli) -> None:
    lines = "09:26 Gut\n\n09:27 > Fragezettel @XXX 1.12.\n09:28 = 1 1 1\n09:29 Auch gut\n"
    result = held("record", "2026-1", stdin=lines)
    assert result.code == 1
    assert "2 lines were not recorded" in result.err
    assert "line 3: 09:27 > Fragezettel @XXX 1.12." in result.err
    assert "line 4:" in result.err
    assert "Auch gut" in notes(held) and "Fragezettel" not in notes(held)


def test_a_refused_step_stops(network: Cli) -> None:
    result = network("record", "2026-1", "+bk", "/start", "/top 99", "Danach", "/next")
    assert result.code == 1
    assert "Stopped at line 3" in result.err
    assert "Danach" not in network.ok("export", "minutes").out


def test_a_second_start_stops(network: Cli) -> None:
    network.ok("record", "2026-1", "/start")
    result = network("record", "2026-1", "/beginn", "Danach")
    assert result.code == 1 and "Stopped at line 1" in result.err


def test_a_start_with_a_time_that_is_not_yet_stops(network: Cli) -> None:
    result = network("record", "2026-1", "10:30 /start", "Danach")
    assert result.code == 1 and "Stopped at line 1" in result.err


def test_a_question_is_refused_with_both_readings(held: Cli) -> None:
    result = held("record", "2026-1", "09:20 #wort")
    assert result.code == 1
    assert "# wort" in result.err and "\\#wort" in result.err


def test_every_line_is_durable_before_its_echo(network: Cli) -> None:
    argv = [sys.executable, "-m", "kooperation_tui", "record", "2026-1"]
    with subprocess.Popen(
        argv,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        cwd=network.home,
        env=network.process_env(),
        bufsize=1,
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        for line in ("+bk", "/start", "Erste Notiz"):
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            assert process.stdout.readline()
            process.poll()
        process.kill()
    assert "Erste Notiz" in notes(network)


def test_lines_are_recorded_although_nobody_reads_the_echo(network: Cli) -> None:
    argv = [sys.executable, "-m", "kooperation_tui", "record", "2026-1"]
    with subprocess.Popen(
        argv,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=network.home,
        env=network.process_env({"KOOPERATION_NOW": NOON}),
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(TRANSCRIPT)
        process.stdin.close()
        assert process.stderr.read() == ""
        assert process.wait() == 0
    network.env["KOOPERATION_NOW"] = NOON
    assert "B-2026-1-1" in notes(network)


def test_bytes_that_are_no_utf8_are_replaced_and_said(held: Cli) -> None:
    result = held("record", "2026-1", stdin=b"\xef\xbb\xbf09:20 Caf\xe9 und mehr\r\n")
    assert result.code == 0
    assert "Caf" in notes(held) and "und mehr" in notes(held)


def test_a_closed_meeting_takes_only_lines_with_a_time(held: Cli) -> None:
    assert held("record", "last", "ohne Zeit").code == 1
    assert held("record", "last", "09:31 mit Zeit").code == 0


def test_a_seat_signs_its_lines(network: Cli) -> None:
    network.ok("--seat", "minutes", "record", "2026-1", "/start", "Notiz")
    assert network("--seat", "moderator", "record", "2026-1", "/undo").code == 1
    assert network("--seat", "minutes", "record", "2026-1", "/undo").code == 0
    assert "audience" in network.refused("--seat", "audience", "add", "partner", "XX", "X")


def test_plain_says_whole_sentences(network: Cli) -> None:
    result = network.ok("--lang", "de", "--plain", stdin="+bk bib\n/start\n\nEine Notiz\n= 8\n")
    assert "Treffen 2026-1 am Mittwoch, 14. Oktober 2026, 09:00 Uhr." in result.out
    assert "Es läuft TOP 1: Ankommen. 2 von 12 Partnern sind vertreten." in result.out
    assert "Gespeichert 08:50." in result.out
    assert "Nicht aufgenommen." in result.out
    assert "\x1b" not in result.out
    assert "Eine Notiz" in network.ok("export", "minutes").out


def test_plain_without_a_meeting_says_what_to_do(cli: Cli) -> None:
    cli.ok("new", "n.json", "--name", "N")
    assert "kooperation add meeting" in cli.refused("--plain")
