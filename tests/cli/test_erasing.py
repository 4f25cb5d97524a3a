"""Erasing a person, partners that leave, decisions that end, the end of a network."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import NOON, Cli

LATER = "2026-12-01T09:00+01:00"


def people(path: Path) -> str:
    """The file's bytes without what was sent or signed."""
    tables = json.loads(path.read_text("utf-8"))
    for name in ("minutes", "signatures", "versions"):
        tables.pop(name, None)
    return json.dumps(tables, ensure_ascii=False)


def test_a_person_is_erased_only_when_asked_twice(held: Cli) -> None:
    held.ok("set", "person", "Petra Vogt", "email=vogt@bib.example", "phone=0123 456789")
    held.ok("record", "2026-1", "09:08 Petra Vogt ruft an (vogt@bib.example).")
    held.ok("backup")
    before = held.file.read_bytes()
    shown = held.ok("remove", "person", "Petra Vogt")
    assert "“eine Person von BIB” stands instead" in shown.out
    assert "The logs of 2026-1 say that something was blanked" in shown.out
    assert "Nothing is changed yet" in shown.err
    assert held.file.read_bytes() == before
    done = held.ok("remove", "person", "Petra Vogt", "--yes")
    assert done.out.startswith("Petra Vogt is erased.")
    assert "1 backup with the name is gone." in done.out
    text = people(held.file)
    for word in ("Petra", "Vogt", "vogt@", "456789"):
        assert word not in text
    for copy in held.file.parent.glob("*.backups/*.json"):
        assert "Vogt" not in copy.read_text("utf-8")
    held.ok("check")
    assert "eine Person von BIB" in held.ok("export", "minutes", "2026-1").out
    assert "Nobody is called" in held.refused("remove", "person", "Petra Vogt", "--yes")


def test_what_was_sent_keeps_the_name(held: Cli) -> None:
    held.ok("minutes", "send", "2026-1")
    sent = held.ok("export", "minutes", "2026-1").out
    assert "Jonas Reuter" in sent
    held.ok("remove", "person", "Jonas Reuter", "--yes")
    assert held.ok("export", "minutes", "2026-1").out == sent
    held.ok("check")


def test_somebody_entered_by_mistake_goes_at_once(network: Cli) -> None:
    network.ok("add", "person", "Nora Neu", "--partner", "bib")
    assert network.ok("remove", "person", "Nora Neu").out == "Nora Neu is erased.\n"
    assert "Nora" not in network.file.read_text("utf-8")
    network.refused("remove", "partner", "BIB", "--yes", code=2)


def test_a_decision_is_superseded_and_says_by_which(held: Cli) -> None:
    taken = ("--number", "B-2027-1-1", "--date", "2026-11-30")
    held.ok("add", "decision", "Die Landkarte führt BIB.", *taken)
    number = held.ok("list", "decisions", "--json").json[0]["number"]
    assert "Say which decision" in held.refused("set", "decision", number, "status=superseded")
    assert "possible are" in held.refused("set", "decision", number, "status=weg")
    assert "never changes" in held.refused("set", "decision", number, "text=Anders.")
    held.ok("set", "decision", number, "status=superseded", "ended_by=b-2027-1-1")
    row = held.ok("list", "decisions", "--json").json[0]
    assert (row["status"], row["ended_by"], row["ended_on"]) == (
        "superseded",
        "B-2027-1-1",
        "2026-11-30",
    )
    held.ok("set", "decision", number, "remark=Neu gefasst.")
    assert "| abgelöst, siehe B-2027-1-1 |" in held.ok("export", "decisions").out
    held.ok("check")
    held.ok("set", "decision", number, "status=in_force")
    assert held.ok("list", "decisions", "--json").json[0]["ended_by"] == ""


def test_a_partner_leaves_with_its_people_and_hands_over(network: Cli) -> None:
    network.ok("set", "partner", "BIB", "status=left", "left_on=2026-11-30", "left_reason=Umzug")
    row = next(r for r in network.ok("list", "partners", "--json").json if r["code"] == "BIB")
    assert (row["status"], row["left_on"]) == ("partner", "2026-11-30")
    later = network.ok("list", "partners", "--json", KOOPERATION_NOW=LATER).json
    gone = next(r for r in later if r["code"] == "BIB")
    assert (gone["status"], gone["delegate"], gone["deputies"]) == ("left", "", [])
    network.ok("role", "coordinator", "Jonas Reuter")
    network.ok("set", "partner", "VHS", "status=left", "left_on=2026-11-30")
    said = network.ok("list", "reminders", KOOPERATION_NOW=LATER).out
    assert "VHS has left and Jonas Reuter still has a lasting role" in said
    assert "no status here" in network.refused("set", "partner", "BB", "status=fort")


def test_a_partner_is_renamed_from_a_day_on(held: Cli) -> None:
    held.ok("set", "partner", "BIB", "name=Mediathek", "code=MED", "renamed_on=2026-12-01")
    held.env["KOOPERATION_NOW"] = NOON
    assert "Stadtbibliothek" in held.ok("export", "minutes", "2026-1").out
    codes = [r["code"] for r in held.ok("list", "partners", "--json").json]
    assert "MED" in codes and "BIB" not in codes


def test_contributions_are_changed_and_removed(network: Cli) -> None:
    network.ok("resource", "BIB", "Lesesaal", "--kind", "room")
    network.ok("set", "resource", "BIB/Lese", "text=Lesesaal, 40 Plätze", "until=2027-12-31")
    [row] = network.ok("list", "resources", "--json").json
    assert (row["text"], row["until"]) == ("Lesesaal, 40 Plätze", "2027-12-31")
    network.ok("remove", "resource", "BIB/Lese")
    assert network.ok("list", "resources", "--json").json == []


def test_the_file_is_the_first_register_and_can_be_entered_again(network: Cli) -> None:
    [row] = network.ok("list", "registers", "--json").json
    assert (row["this_file"], row["keeper"], row["place"]) == (True, "", network.file.name)
    assert "E-Mail" in row["holds"]
    assert "this file is in the register already" in network.refused(
        "register", "--this-file"
    ).replace("This", "this")
    network.ok("set", "register", row["name"], "keeper=BB")
    assert "Bildungsbüro" in network.ok("export", "registers").out
    network.ok("remove", "register", row["name"])
    network.ok("register", "--this-file")
    assert len(network.ok("list", "registers", "--json").json) == 1
    network.refused("register", code=2)


def test_what_has_to_be_settled_before_the_end(held: Cli) -> None:
    held.ok("resource", "BB", "Zuschuss", "--kind", "money", "--amount", "500 Euro")
    held.ok("set", "network", "funding=Landkreis", "funding_until=2026-12-31")
    text = held.ok("export", "dissolution").out
    for said in (
        "# Das Netzwerk beenden: was zu klären ist",
        "| M-2026-001 | Vorlage entwerfen |",
        "Zuschuss, 500 Euro",
        "Landkreis, bis 31.12.2026",
        "Das Protokoll von 2026-1 vom 14.10.2026 versenden.",
        held.file.name,
    ):
        assert said in text, said
    public = held.ok("export", "dissolution", "--audience", "public").out
    assert "Petra Vogt" not in public and "Stadtbibliothek" in public
    assert "<table>" in held.ok("export", "dissolution", "--format", "html").out
