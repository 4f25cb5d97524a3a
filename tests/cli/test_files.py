"""Which file is meant, what happens when it is not there, backups."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kooperation_tui.cli import main
from tests.cli.conftest import Cli


def test_without_any_file_it_is_said_what_to_do(cli: Cli) -> None:
    said = cli.refused("list", "meetings")
    assert "kooperation new FILE --name NAME" in said and "-f FILE" in said


def test_option_before_variable_before_the_one_opened_last(cli: Cli) -> None:
    for name in ("a", "b", "c"):
        cli.ok("new", f"{name}.json", "--name", name.upper())

    def opened(*args: str, **env: str) -> str:
        return str(cli.ok(*args, "where", "--json", **env).json["file"])

    assert opened() == str(cli.home / "c.json")
    assert opened(KOOPERATION_FILE="b.json") == str(cli.home / "b.json")
    assert opened("-f", "a.json", KOOPERATION_FILE="b.json") == str(cli.home / "a.json")
    assert opened() == str(cli.home / "c.json")
    cli.ok("-f", "a.json", "list", "points")
    assert opened() == str(cli.home / "a.json")


def test_a_file_that_moved_is_named_with_its_last_place(network: Cli) -> None:
    network.file.rename(network.home / "anderswo.json")
    said = network("list", "meetings").err
    assert str(network.file) in said and "-f FILE" in said
    assert network.ok("-f", "anderswo.json", "list", "meetings")


def test_a_file_that_is_none_of_ours_is_refused_and_left_alone(cli: Cli) -> None:
    other = cli.home / "brief.json"
    other.write_text('{"hallo": "welt"}')
    result = cli("-f", str(other), "list", "meetings")
    assert result.code == 1 and str(other) in result.err
    assert cli("-f", str(other), "add", "partner", "AA", "A").code == 1
    assert other.read_text() == '{"hallo": "welt"}'
    assert cli("new", str(other), "--name", "N").code == 1
    assert other.read_text() == '{"hallo": "welt"}'
    assert cli("-f", "gibt es nicht.json", "list", "meetings").code == 1


def test_an_unknown_meeting_is_said_with_the_way_on(network: Cli) -> None:
    assert "kooperation list meetings" in network.refused("record", "2031-1", "x")
    assert "running" in network.refused("record", "running", "x")


def test_new_refuses_what_makes_no_network(cli: Cli) -> None:
    assert "needs a name" in cli.refused("new", "x.json", "--name", "  ")
    assert "Europe/Berlin" in cli.refused("new", "x.json", "--name", "N", "--timezone", "X", code=2)
    assert "no folder" in cli.refused("new", "no/where/x.json", "--name", "N")
    assert list(cli.home.glob("*.json")) == []


def test_where_shows_every_place(network: Cli) -> None:
    found = network.ok("where", "--json").json
    assert list(found) == ["file", "backups", "last_backup", "configuration", "log"]
    assert found["file"] == str(network.file)
    assert str(network.file) in network.ok("where").out


def test_a_backup_comes_back(network: Cli) -> None:
    path = network.ok("backup").lines[0]
    before = network.ok("list", "partners", "--json").out
    network.ok("set", "partner", "HWK", "name=Anders")
    assert Path(path).name in network.ok("restore").lines
    result = network.ok("restore", Path(path).name)
    assert result.lines == [str(network.file)] and "lies in" in result.err
    assert network.ok("list", "partners", "--json").out == before


def test_a_damaged_file_comes_back_with_restore(network: Cli) -> None:
    network.ok("backup")
    network.file.write_bytes(network.file.read_bytes()[:500])
    assert network("check").code == 1
    assert network("list", "meetings").code == 1
    network.ok("restore", "newest")
    assert network.ok("check").code == 0


def test_a_missing_file_comes_back_with_restore(network: Cli) -> None:
    network.ok("backup")
    network.file.unlink()
    network.ok("restore", "newest")
    assert network.ok("list", "meetings", "--json").json[0]["number"] == "2026-1"


def test_restore_without_backups_says_so(cli: Cli) -> None:
    cli.ok("new", "n.json", "--name", "N")
    assert "no backups" in cli("restore").err
    assert cli("restore", "newest").code == 1
    assert cli("restore", "unbekannt").code == 1


def test_check_shows_gaps_and_mismatches(network: Cli) -> None:
    network.ok("record", "2026-1", "+bk", "/start", "> Etwas tun @BK")
    gaps = network.ok("check").out
    assert "2026-1" in gaps and "M-2026-001 has no date." in gaps
    tables = json.loads(network.file.read_bytes())
    action = next(iter(tables["actions"]))
    del tables["actions"][action]
    network.file.write_text(json.dumps(tables))
    result = network("check")
    assert result.code == 1 and "M-2026-001 stands in the log" in result.out


def test_check_of_a_synchronised_folder_warns(network: Cli) -> None:
    folder = network.home / "Nextcloud"
    folder.mkdir()
    moved = network.file.rename(folder / "n.json")
    assert "Nextcloud" in network.ok("-f", str(moved), "check").out


def test_a_wrong_configuration_is_said_at_once_and_work_goes_on(network: Cli) -> None:
    place = network.home / "config" / "kooperation" / "config.toml"
    place.parent.mkdir(parents=True)
    place.write_text('language = "fr"\ncolour = "red"\n[keymap]\nquit = 3\n')
    result = network.ok("list", "partners")
    assert len(result.err.splitlines()) == 1
    for word in ("colour", '"de"', "keymap.quit", str(place)):
        assert word in result.err
    place.write_text("= nonsense")
    assert "TOML" in network.ok("list", "partners").err


def test_a_moment_that_is_none_is_wrong_usage(network: Cli) -> None:
    for wrong in ("gestern", "2026-10-14T09:00"):
        result = network("list", "meetings", KOOPERATION_NOW=wrong)
        assert result.code == 2 and wrong in result.err


def test_without_a_terminal_it_is_said_what_works(network: Cli) -> None:
    said = network.refused(code=2)
    for word in ("--plain", "record", "list"):
        assert word in said


def test_an_error_of_the_program_is_two_sentences_and_a_report(
    network: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        secret = "Geheimes aus der Sitzung"
        raise ZeroDivisionError(secret)

    monkeypatch.setattr("kooperation_tui.cli.finding.meeting", broken)
    result = network("record", "last", "x")
    assert result.code == 1 and result.out == "" and "Traceback" not in result.err
    assert len(result.err.splitlines()) == 2
    report = network.ok("where", "--json").json["log"]
    text = Path(report).read_text()
    assert "ZeroDivisionError" in text and "Geheimes" not in text


def test_an_interrupt_is_130(network: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kooperation_tui.cli.finding.meeting", interrupt)
    assert network("record", "last", "x").code == 130


def test_a_reader_that_goes_away_is_no_error(held: Cli) -> None:
    argv = [sys.executable, "-m", "kooperation_tui", "export", "minutes"]
    with subprocess.Popen(
        argv,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=held.home,
        env=held.process_env(),
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_real_processes_answer_with_their_status(network: Cli) -> None:
    assert network.process("list", "meetings").returncode == 0
    assert network.process("list", "agenda", "--meeting", "2031-1").returncode == 1
    assert network.process("lisst").returncode == 2
    shown = network.process("list", "partners", LANG="C", LC_ALL="C").stdout
    assert "Bildungsbüro" in shown
    assert "Überblick" not in network.process("--version").stdout


def test_the_tab_key_completes_commands_meetings_and_codes(network: Cli) -> None:
    def tab(words: str, place: int) -> list[str]:
        done = network.process(
            _KOOPERATION_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(place)
        )
        return [line.partition(",")[2] for line in done.stdout.splitlines()]

    assert tab("kooperation exp", 1) == ["expect", "export"]
    assert tab("kooperation export minutes 2026", 3) == ["2026-1"]
    assert tab("kooperation expect next b", 3) == ["BB", "BK", "BTS", "BIB"]
    for shell in ("bash", "zsh", "fish"):
        assert "_KOOPERATION_COMPLETE" in network.ok("completion", shell).out


def test_control_characters_never_reach_the_terminal(network: Cli) -> None:
    network.ok("set", "partner", "HWK", "name=böse\x1b[2J\u202eeman")
    for extra in ((), ("--json",)):
        shown = network.ok("list", "partners", *extra).out
        assert "\x1b" not in shown and "\u202e" not in shown


@pytest.mark.parametrize(
    ("argv", "language"),
    [
        (["--lang", "de", "list"], "de"),
        (["-f", "x", "--lang=en"], "en"),
        (["--seat", "minutes", "--lang", "de"], "de"),
        (["record", "last", "--lang", "de"], None),
        (["--lang"], None),
        (["--lang", "xx"], None),
        ([], None),
    ],
)
def test_the_language_is_read_before_the_command(argv: list[str], language: str | None) -> None:
    assert main.wished_language(argv) == language
