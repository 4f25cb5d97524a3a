"""No call of the program changes a version that somebody has signed (I-11): every command tries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click
import pytest

from kooperation_tui.cli.root import build
from kooperation_tui.i18n import translator
from tests.cli.conftest import NOON, Cli

LATER = "2026-10-20T09:00+02:00"
BLOCKS = (
    *("preamble", "goals", "principles", *"123456789"),
    *("data_protection", "entry_into_force"),
)
LISTS = (
    *("meetings", "agenda", "proposals", "decisions", "circulars", "actions", "parking"),
    *("partners", "people", "roles", "points", "signatures", "versions", "applications", "goals"),
    *("registers", "resources", "reminders", "absences", "turns", "overview"),
)
MEETING = """\
08:57 +bb vhs jc hwk bk bib mgh jbh
09:00 /beginn
09:05 /ergebnis
09:10 /weiter
09:12 ! P1: Punkt 1 gilt jetzt anders.
09:13 s/anders/wieder/
09:14 = 8 0 0
09:15 = ungültig falsch gezählt
09:16 /abgelehnt
09:17 /vertagen punkt 3 nt Zeit
09:18 /zurücknehmen
09:20 /ergebnis
09:25 /weiter
09:30 /ergebnis
09:40 /schluss
"""

CALLS: tuple[tuple[str, ...], ...] = (
    ("demo", "--no-open"),
    ("new", "FILE", "--name", "Anders"),
    ("add", "partner", "NEU", "Haus Neu", "--status", "applicant", "--delegate", "Ina Neu"),
    ("add", "person", "Nora Neu", "--partner", "bib"),
    ("add", "body", "Team", "--kind", "coordination", "--members", "BIB,VHS", "--prefix", "T"),
    ("add", "action", "Drucken", "--owner", "BIB", "--due", "2026-12-01"),
    ("add", "decision", "Die Fassung gilt.", "--number", "B-1", "--date", "2026-09-01"),
    ("add", "decision", "Punkt 2 neu", "--number", "B-2", "--date", "2026-09-01", "--points", "2"),
    ("add", "parking", "Fahrtkosten", "--by", "BK"),
    ("add", "item", "2026-1", "Vereinbarung", "--points", "1,2,3", "--kind", "decision"),
    ("add", "meeting", "--start", "2026-12-02 09:00", "--template", "agreement"),
    ("set", "network", "name=Ganz anders", "place=Auenstadt"),
    ("set", "rules", "quorum=2/3"),
    ("set", "partner", "VHS", "name=Volkshochschule neu"),
    ("set", "person", "Petra Vogt", "name=Petra Anders"),
    ("role", "2026-1", "facilitator", "Jonas Reuter"),
    ("expect", "2026-1", "IHK", "excused"),
    *(("point", key, "--text", f"Neu geschrieben, {key}.") for key in BLOCKS),
    *(("point", key, "--state", "agreed", "--on", "2026-10-01") for key in BLOCKS),
    ("point", "2", "--decision", "B-2"),
    ("point", "5", "--state", "not_needed", "--reason", "Wir führen keine"),
    ("point", "5", "--clause", "informal"),
    ("point", "5", "--text", "", "--responsible", "BIB"),
    ("point", "5", "--text", "Doch ein Satz."),
    ("clauses", "3"),
    *(("version", step, "--number", "1.0") for step in ("new", "propose", "rework", "open")),
    ("version", "new", "--number", "1.0", "--on-paper", "2026-10-01"),
    ("version", "adopt", "--number", "1.0", "--on-paper", "2026-10-01"),
    ("version", "fill", "--number", "1.0"),
    ("version", "text", "--number", "1.0"),
    ("sign", "VHS", "--by", "Jonas Reuter", "--date", "2026-10-14"),
    ("sign", "BIB", "--by", "Andere"),
    ("sign", "BIB", "--by", "Petra V.", "--correct", "--reason", "verlesen"),
    ("sign", "JC", "--state", "refused", "--reason", "Rat sagt nein"),
    ("circular", "open", "Punkt 2 wird geändert.", "--deadline", "2026-10-19", "--points", "2"),
    ("circular", "answer", "BIB", "yes"),
    ("circular", "close"),
    ("application", "receive", "NEU", "--contact", "Ina Neu"),
    ("application", "check", "NEU"),
    ("goal", "Mehr Lesekurse", "--indicator", "20"),
    ("register", "Kontakte", "--purpose", "Erreichbar sein", "--keeper", "BIB"),
    ("resource", "BIB", "Räume", "--kind", "room"),
    *(("list", what, "--json") for what in LISTS),
    ("search", "Satz"),
    ("record", "2026-1", "STDIN"),
    ("minutes", "send", "2026-1", "--anyway"),
    ("minutes", "object", "2026-1", "VHS", "TOP 1 war anders"),
    ("minutes", "settle", "2026-1", "1", "noted"),
    ("minutes", "redraft", "2026-1", "--reason", "Schreibfehler"),
    ("minutes", "send", "2026-1", "--anyway"),
    ("minutes", "approve", "2026-1", "--date", "2026-10-19"),
    *(("export", what, "-o", f"{what}.md") for what in ("agreement", "agenda", "decisions")),
    ("export", "mail", "--about", "signatures"),
    ("export", "all", "OUT"),
    ("import", "partners", "-", "--yes", "STDIN"),
    ("check",),
    ("where",),
    ("version", "force"),
    ("version", "new"),
    ("version", "propose"),
    ("version", "rework"),
    ("version", "propose"),
    ("version", "adopt", "--on-paper", "2026-10-20"),
    ("version", "open"),
    ("sign", "BIB", "--by", "Petra V.", "--version", "2.0"),
    ("version", "force", "--number", "2.0"),
    ("set", "partner", "VHS", "left_on=2026-10-19"),
    ("set", "decision", "B-1", "status=revoked", "ended_by=B-2"),
    ("remove", "person", "Jonas Reuter", "--yes"),
    ("remove", "parking", "TS-2026-01"),
    ("backup",),
    ("restore",),
    ("restore", "LATEST"),
    ("completion", "bash"),
)
REFUSED = {
    *(("version", step, "--number", "1.0") for step in ("new", "propose", "rework", "open")),
    ("new", "FILE", "--name", "Anders"),
    ("version", "new", "--number", "1.0", "--on-paper", "2026-10-01"),
    ("version", "adopt", "--number", "1.0", "--on-paper", "2026-10-01"),
    ("version", "fill", "--number", "1.0"),
    ("sign", "BIB", "--by", "Andere"),
}
"""What has to be refused; the others are done."""


@pytest.fixture
def signed(network: Cli) -> Cli:
    """Version 1.0 is open for signature, and BIB has signed it; a person is named in it."""
    for key in BLOCKS:
        network.ok("point", key, "--text", f"Satz zu {key}; Jonas Reuter vom Netz hilft dabei.")
    network.ok("version", "new")
    network.ok("version", "propose")
    network.ok("version", "adopt", "--on-paper", "2026-10-14")
    network.ok("version", "open")
    network.ok("sign", "BIB", "--by", "Petra Vogt")
    return network


def kept(cli: Cli) -> dict[str, Any]:
    """What of version 1.0 must never change, as the file has it, and what BIB signed."""
    tables = json.loads(cli.file.read_text("utf-8"))
    version = next(v for v in tables["versions"].values() if v["number"] == "1.0")
    fields = ("number", "texts", "not_needed", "sha256", "frozen_on", "adopted_on")
    found = {name: version.get(name) for name in fields}
    own = [s for s in tables["signatures"].values() if s["version"] in (version["id"], "1.0")]
    assert own and {s["sha256"] for s in own if s["status"] == "signed"} == {version["sha256"]}
    return found


def call(cli: Cli, args: tuple[str, ...]) -> tuple[int, str]:
    """One of the calls above on the network's file, at a moment when all of them are possible."""
    stdin = ""
    if args[-1] == "STDIN":
        stdin = MEETING if args[0] == "record" else "ZZZ\tHaus Zett\tZoe Zett\t\n"
        args = args[:-1]
    backups = sorted((p.name for p in cli.file.parent.glob("*.backups/*.json")), reverse=True)
    words = {"FILE": str(cli.file), "OUT": str(cli.home / "out")}
    words["LATEST"] = backups[0] if backups else ""
    given = [words.get(word, word) for word in args]
    file = () if args[0] in ("new", "demo", "completion") else ("-f", str(cli.file))
    now = NOON if args[0] in ("record", "circular") and args[1] != "close" else LATER
    done = cli(*file, *given, stdin=stdin, KOOPERATION_NOW=now)
    return done.code, done.err


def test_whatever_is_called_the_signed_text_stays(signed: Cli) -> None:
    before = kept(signed)
    assert len(before["texts"]) == len(BLOCKS)
    for args in CALLS:
        code, said = call(signed, args)
        assert code == (args in REFUSED), (args, said)
        assert kept(signed) == before, args
    signed.ok("-f", str(signed.file), "version", "text", "--number", "1.0")
    states = {v["number"]: v["status"] for v in signed.ok("list", "versions", "--json").json}
    assert states == {"1.0": "superseded", "2.0": "in_force"}


def commands(group: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command that can be called: ("add", "partner"), ("point",) …"""
    if not isinstance(group, click.Group):
        yield path
        return
    context = click.Context(group)
    for name in group.list_commands(context):
        below = group.get_command(context, name)
        assert below is not None
        yield from commands(below, (*path, name))


def test_no_command_is_left_out() -> None:
    known = set(commands(build(translator("en"), {})))
    called = {path for path in known if any(args[: len(path)] == path for args in CALLS)}
    assert called == known
