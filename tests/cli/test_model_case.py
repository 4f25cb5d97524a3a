"""The measure: the model meeting, set up, recorded and exported with our own commands.

Nothing but the command line is used. What comes out is compared with the model
documents byte for byte, in both languages.
"""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli


class Shell:
    """The command line at a moment; each call has to succeed."""

    def __init__(self, cli: Cli) -> None:
        self._cli = cli
        self._now = ""
        self._file = cli.home / "net.json"

    def at(self, now: str) -> None:
        """From here on it is this moment."""
        self._now = now

    def run(self, *args: str, stdin: str = "") -> str:
        """What the command answers; it must not refuse."""
        file = () if args[0] == "new" else ("-f", str(self._file))
        given = (args[0], str(self._file), *args[2:]) if args[0] == "new" else args
        result = self._cli(*file, *given, stdin=stdin, KOOPERATION_NOW=self._now)
        assert result.code == 0, (args, result.err)
        return result.out


@pytest.fixture
def shell(cli: Cli) -> Shell:
    return Shell(cli)


MODEL = Path(__file__).parents[1] / "model"
MINUTES = {"de": "protokoll.de.md", "en": "minutes.en.md"}
AGREEMENT = {"de": "vereinbarung.de.md", "en": "agreement.en.md"}
NEXT_ITEMS = {
    "de": (
        "Kooperationsvereinbarung Punkt 9 und Fassung 2.0",
        "Maßnahmenplan",
        "Fachtag",
        "Themenspeicher",
    ),
    "en": (
        "cooperation agreement point 9 and version 2.0",
        "action plan",
        "symposium",
        "parking lot",
    ),
}
NEXT_ROLES = {
    "facilitator": "Samuel Tekle",
    "minutes": "Markus Wendt",
    "timekeeper": "Sabine Holtmann",
}
ROLES = {
    "facilitator": "Jonas Reuter",
    "minutes": "Aylin Demir",
    "timekeeper": "Tobias Kern",
    "speakers_list": "Miriam Castell",
}


def texts_of(language: str) -> dict[str, Any]:
    """The words of the model network, as the practice network has them."""
    package = resources.files("kooperation_tui.practice")
    found: dict[str, Any] = json.loads(
        package.joinpath(f"auental.{language}.json").read_text("utf-8")
    )
    return found


def set_up(shell: Shell, language: str) -> None:
    """The network as it is on the morning of 14 October 2026."""
    texts = texts_of(language)
    net = texts["network"]
    shell.run(
        *("new", "net.json", "--name", net["name"], "--short-name", net["short_name"]),
        *("--place", net["place"], "--template", "informal", "--doc-lang", language),
    )
    shell.run("set", "rules", "agenda_request_days=14")
    for code, name in texts["partners"]:
        delegate, deputy = texts["people"][code]
        stands_in = ("--deputy", deputy) if deputy else ()
        shell.run("add", "partner", code, name, "--delegate", delegate, *stands_in)
    applicant = texts["applicant"]
    shell.run("add", "partner", applicant["code"], applicant["name"], "--status", "applicant")
    team = texts["team"]
    shell.run(
        *("add", "body", team["name"], "--kind", "coordination"),
        *("--members", ",".join(team["members"]), "--prefix", team["prefix"]),
    )
    shell.run("set", "network", f"controller={net['controller']}")
    _agreement(shell, texts)
    _past(shell, texts)
    _meeting(shell, texts)


def _agreement(shell: Shell, texts: dict[str, Any]) -> None:
    """Everything agreed on paper but the three points that are on the agenda."""
    for key, text in texts["blocks"].items():
        point = key.removeprefix("p") if key[1:].isdigit() else key
        shell.run("point", point, "--text-file", "-", stdin=text)
        if key not in texts["old"]:
            shell.run("point", point, "--state", "agreed", "--on", "2024-11-20")


def _past(shell: Shell, texts: dict[str, Any]) -> None:
    for start in ("2026-02-18 09:00", "2026-06-17 09:00"):
        shell.run("add", "meeting", "--start", start, "--end", "12:00", "--external")
    for number, text, on in texts["decisions"]:
        shell.run("add", "decision", text, "--number", number, "--date", on)
    for number, title, short, _, owner, helpers, _, due, reason, status in texts["actions"]:
        when = ("--due", due) if due else ("--no-date", reason)
        helping = ("--with", ",".join(helpers)) if helpers else ()
        shell.run(
            *("add", "action", title, "--number", number, "--short", short, "--owner", owner),
            *("--status", status, "--date", "2026-06-17", *when, *helping),
        )
    for number, text, by, on, _ in texts["parking"]:
        shell.run("add", "parking", text, "--number", number, "--by", by, "--date", on)


def _meeting(shell: Shell, texts: dict[str, Any]) -> None:
    guest = texts["guest"]
    shell.run(
        *("add", "meeting", "--start", "2026-10-14 09:00", "--end", "12:00"),
        *("--place", texts["place"], "--invited-on", "2026-09-23"),
        *("--guest", f"{guest['name']}, {guest['organisation']}, TOP 6"),
    )
    for _, title, kind, subject, points, minutes, owner, goal in texts["items"]:
        shell.run(
            *("add", "item", "2026-3", title, "--kind", kind, "--subject", subject),
            *("--minutes", str(minutes), "--goal", goal, "--announced", "2026-09-23"),
            *(("--owner", owner) if owner else ()),
            *(("--points", ",".join(p[1:] for p in points)) if points else ()),
        )
    for role, person in ROLES.items():
        shell.run("role", "2026-3", role, person)
    shell.run("expect", "2026-3", "IHK", "excused")
    shell.run("expect", "2026-3", "AA", "coming", "--person", "Lena Fiedler")


def hold(shell: Shell, language: str) -> None:
    """The transcript goes through `record`, the next meeting is prepared, minutes go out."""
    transcript = (MODEL / f"transcript.{language}.txt").read_text("utf-8")
    shell.at("2026-10-14T12:15:00+02:00")
    recorded = shell.run("record", "2026-3", stdin=transcript)
    assert len(recorded.splitlines()) >= len(transcript.splitlines())
    for role, person in NEXT_ROLES.items():
        shell.run("role", "2026-4", role, person)
    for title in NEXT_ITEMS[language]:
        shell.run("add", "item", "2026-4", title)
    shell.at("2026-10-16T10:00:00+02:00")
    shell.run("minutes", "send", "2026-3")


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_model_minutes_come_out_byte_for_byte(shell: Shell, language: str) -> None:
    shell.at("2026-10-14T08:40:00+02:00")
    set_up(shell, language)
    hold(shell, language)

    exported = shell.run("export", "minutes", "2026-3")

    assert exported == (MODEL / MINUTES[language]).read_text("utf-8")


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_text_blocks_of_the_model_agreement_come_out(shell: Shell, language: str) -> None:
    shell.at("2026-10-14T08:40:00+02:00")
    set_up(shell, language)
    hold(shell, language)

    exported = shell.run("export", "agreement")

    # Head, versions and signatures come with versions of the agreement.
    model = blocks((MODEL / AGREEMENT[language]).read_text("utf-8"))
    ours = blocks(exported)
    assert len(model) == 14
    assert {title: _without_state(ours[title]) for title in model} == model


def _without_state(text: str) -> str:
    """A working text says of each block how far it is, in a line of its own."""
    return "\n\n".join(p for p in text.split("\n\n") if not (p.startswith("*") and p.endswith("*")))


def blocks(document: str) -> dict[str, str]:
    """Heading -> text of the fourteen blocks (what follows them is not text)."""
    parts = document.split("\n## ")[1:15]
    return {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}
