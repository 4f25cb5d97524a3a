"""What a person can do on the screens can be scripted; refusals change nothing."""

from __future__ import annotations

from typing import Any

from tests.cli.conftest import NOON, Cli


def rows(cli: Cli, *what: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli.ok("list", *what, "--json").json
    return found


def test_people_follow_each_other_as_delegates(network: Cli) -> None:
    options = ("--partner", "hwk", "--delegate", "--since", "1.11.2026", "--email", "n@hwk.example")
    network.ok("add", "person", "Nora Neu", *options)
    hwk = next(r for r in rows(network, "partners") if r["code"] == "HWK")
    assert hwk["delegate"] == "Tobias Kern"
    later = network.ok("list", "partners", "--json", KOOPERATION_NOW="2026-11-02T09:00+01:00").json
    assert next(r for r in later if r["code"] == "HWK")["delegate"] == "Nora Neu"
    assert network.refused("add", "person", "Nora Neu", "--partner", "hwk", "--since", "2026-11-05")


def test_what_exists_can_be_entered(network: Cli) -> None:
    network.ok(
        "add", "decision", "Wir treffen uns.", "--number", "B-2025-1-1", "--date", "3.3.2025"
    )
    number = network.ok(
        "add", "action", "Flyer", "--owner", "bib", "--due", "1.12.2026", "--number", "M-2026-012"
    )
    assert number.lines == ["M-2026-012"]
    assert network.ok("add", "action", "Frei", "--nobody", "noch offen").lines == ["M-2026-013"]
    assert network.ok("add", "parking", "Thema", "--by", "bk").lines == ["TS-2026-01"]
    assert network.ok("add", "body", "AG Daten", "--members", "bb,bib").lines == ["AG Daten"]
    made = network.ok("add", "meeting", "--start", "2026-11-03 14:00", "--body", "ag daten")
    assert made.lines == ["AD-2026-1"]
    actions = rows(network, "actions")
    assert actions[0]["owner"] == "Petra Vogt" and actions[0]["due"] == "2026-12-01"
    assert rows(network, "decisions")[0]["date"] == "2025-03-03"


def test_refused_additions_change_nothing(network: Cli) -> None:
    assert "taken" in network.refused("add", "partner", "hwk", "X")
    assert "2 to 8" in network.refused("add", "partner", "X", "X")
    assert "owner" in network.refused("add", "action", "Ohne")
    assert "exclude" in network.refused(
        "add", "action", "x", "--owner", "bk", "--nobody", "y", code=2
    )
    assert "code" in network.refused("add", "action", "x", "--owner", "XXL")
    assert "no date" in network.refused(
        "add", "action", "x", "--owner", "bk", "--due", "bald", code=2
    )
    assert network.refused("add", "action", "x", "--owner", "bk", "--due", "31.2.2027")
    assert "no day with a time" in network.refused("add", "meeting", "--start", "bald", code=2)
    assert "end after" in network.refused(
        "add", "meeting", "--start", "2026-12-02 09:00", "--end", "08:00"
    )
    assert "no item" in network.refused("set", "item", "2026-1/9", "minutes=5")
    assert "possible are" in network.refused("set", "meeting", "2026-1", "colour=red")
    assert "time zone" in network.refused("set", "network", "timezone=Mond", code=2)
    assert network.refused("set", "network", "language=fr", code=2)
    assert "taken" in network.refused("set", "partner", "HWK", "code=bk")
    assert "refers" in network.refused("remove", "partner", "HWK")
    assert network.refused("remove", "network")


def test_an_agenda_is_changed_and_ordered(network: Cli) -> None:
    assert network.ok(
        "add", "item", "next", "Fachtag", "--before", "2", "--points", "3,8"
    ).lines == ["2"]
    network.ok("set", "item", "2026-1/2", "title=Fachtag 2027", "minutes=25", "owner=bk")
    network.ok("set", "item", "2026-1/4", "number=1")
    network.ok("remove", "item", "2026-1/2")
    found = rows(network, "agenda", "--meeting", "2026-1")
    assert [(r["number"], r["title"]) for r in found] == [
        (1, "Abschluss"),
        (2, "Fachtag 2027"),
        (3, "Landkarte"),
    ]
    assert found[1] | {"owner": "BK", "points": ["p3", "p8"], "subject": "agreement"} == found[1]


def test_a_meeting_is_changed_by_its_fields(network: Cli) -> None:
    network.ok("set", "meeting", "2026-1", "invited_on=23.9.2026", "place=Lesesaal", "end=")
    network.ok("set", "meeting", "next", "start=2026-10-15 10:00")
    row = rows(network, "meetings")[0]
    assert row["invited_on"] == "2026-09-23" and row["place"] == "Lesesaal"
    assert row["start"] == "2026-10-15T10:00:00+02:00" and row["end"] is None
    assert row["status"] == "invited"
    network.ok("set", "meeting", "next", "status=cancelled")
    assert rows(network, "meetings")[0]["status"] == "cancelled"


def test_rules_and_actions_take_words(network: Cli) -> None:
    network.ok("set", "rules", "quorum=2/3", "majority.agreement=two_thirds")
    network.ok("add", "action", "Flyer", "--owner", "bib")
    network.ok("set", "action", "M-1", "status=done", "owner=Kern", "helpers=bk,bb", "due=24.12.26")
    row = rows(network, "actions")[0]
    assert (row["status"], row["owner"], row["helpers"]) == ("done", "Tobias Kern", ["BK", "BB"])
    assert row["due"] == "2026-12-24"


def test_roles_in_meetings_and_in_the_network(network: Cli) -> None:
    network.ok("role", "next", "moderation", "Reuter")
    network.ok("role", "2026-1", "minutes", "bib")
    network.ok("role", "2026-1", "timekeeper", "Kern")
    network.ok("role", "2026-1", "timekeeper", "-")
    found = {r["role"]: r["code"] for r in rows(network, "roles", "--meeting", "next")}
    assert found == {"facilitator": "VHS", "minutes": "BIB"}
    network.ok("role", "coordinator", "Castell", "--from", "2026-01-01", "--to", "31.12.2027")
    row = rows(network, "roles")[0]
    assert (row["person"], row["until"]) == ("Miriam Castell", "2027-12-31")
    network.ok("role", "coordinator", "-", "--to", "2026-10-13")
    assert "Nobody has" in network.refused("role", "coordinator", "-")
    assert "needs the meeting" in network.refused("role", "moderation", "Kern", code=2)
    assert "Nobody is called" in network.refused("role", "next", "minutes", "Unbekannt")


def test_a_role_is_handed_over_while_the_meeting_runs(network: Cli) -> None:
    network.ok("role", "next", "minutes", "Demir")
    network.ok("record", "2026-1", "+jbh bib", "/start")
    network.ok("role", "running", "minutes", "bib", KOOPERATION_NOW="2026-10-14T09:30+02:00")
    found = rows(network, "roles", "--meeting", "running")
    assert [r["person"] for r in found if r["role"] == "minutes"] == ["Aylin Demir", "Petra Vogt"]


def test_answers_before_the_day(network: Cli) -> None:
    network.ok("expect", "next", "ihk", "excused")
    network.ok("expect", "next", "aa", "coming", "--person", "Lena Fiedler")
    network.ok("expect", "next", "bk", "excused")
    network.ok("expect", "next", "bk", "none")
    network.ok("record", "2026-1", "/alle", "/start")
    minutes = network.ok("export", "minutes").out
    assert "Lena Fiedler" in minutes and "| Katrin Brandl | entschuldigt" in minutes


def test_guests_with_their_items(network: Cli) -> None:
    guest = "Hannah Nowak, Hochschule Auental, TOP 2"
    network.ok("add", "meeting", "--start", "2026-12-02 09:00", "--guest", guest)
    network.ok("add", "item", "2026-2", "Eins")
    network.ok("add", "item", "2026-2", "Zwei")
    assert "Hannah Nowak, Hochschule Auental, nur zu TOP 2" in network.ok(
        "export", "agenda", "2026-2"
    ).out.replace("\n", " ")


def test_points_of_the_agreement(network: Cli) -> None:
    (network.home / "p3.md").write_text("Alle arbeiten mit.\n", encoding="utf-8")
    network.ok("point", "3", "--text-file", "p3.md", "--responsible", "jc")
    network.ok("point", "preamble", "--text-file", "-", stdin="Wir sind gleich.\n")
    network.ok("point", "3", "--on", "20.11.2024")
    network.ok("point", "9", "--state", "not_needed", "--reason", "kein Geld")
    found = {r["key"]: r for r in rows(network, "points")}
    assert found["p3"]["state"] == "agreed" and found["p3"]["agreed_on"] == "2024-11-20"
    assert found["preamble"]["text"] == "Wir sind gleich."
    assert found["p9"]["state"] == "not_needed"
    assert "number of its decision" in network.refused("point", "3", "--state", "agreed")
    assert "1 to 9" in network.refused("point", "10", "--text", "x", code=2)
    assert network.refused("point", "4", code=2)
    assert "no decision" in network.refused("point", "3", "--decision", "B-1-1-1")


def test_the_life_of_minutes(held: Cli) -> None:
    assert "not been sent" in held.refused("minutes", "approve", "last")
    held.ok("minutes", "send", "last", "--date", "16.10.2026")
    assert "were sent" in held.refused("minutes", "send", "last")
    held.ok("minutes", "object", "last", "hwk", "TOP 2 stimmt nicht.")
    held.ok("minutes", "approve", "last", "--date", "2.12.2026", "--decision", "b-2026-1-1")
    assert "approved already" in held.refused("minutes", "approve", "last")


def test_minutes_cannot_be_sent_while_the_meeting_runs(network: Cli) -> None:
    network.ok("record", "2026-1", "/start")
    assert "not closed" in network.refused("minutes", "send", "2026-1", KOOPERATION_NOW=NOON)


def test_the_words_that_stand_for_a_meeting(network: Cli) -> None:
    def titles(word: str) -> list[str]:
        return [r["title"] for r in rows(network, "agenda", "--meeting", word)]

    assert titles("last") == titles("next") == ["Ankommen", "Landkarte", "Abschluss"]
    network.ok("add", "meeting", "--start", "2026-12-02 09:00", "--template", "circle")
    network.ok("record", "2026-1", "/start")
    assert titles("running") == titles("last") == ["Ankommen", "Landkarte", "Abschluss"]
    assert "Check-in" in titles("next")
    assert "No meeting is planned" in network.refused(
        "list", "agenda", "--meeting", "next", KOOPERATION_NOW="2027-01-01T09:00+01:00"
    )


def test_minutes_with_gaps_are_sent_only_when_that_is_said(network: Cli) -> None:
    network("record", "2026-1", "+bb vhs", "/start", "> Tun @bb", "/next", "/close")
    network.ok("record", "2026-1", "> Noch etwas @vhs 1.12.", "/outcome", "/next", "/outcome")
    network.ok("record", "2026-1", "/close")
    said = network.refused("minutes", "send", "last")
    assert "M-2026-001 has no date." in said and "M-2026-002" not in said
    assert "--anyway" in said
    german = network.refused("--lang", "de", "minutes", "send", "last")
    assert "M-2026-001 hat noch keinen Termin." in german
    network.ok("minutes", "send", "last", "--anyway")
    row = next(x for x in network.ok("export", "minutes").lines if x.startswith("| M-2026-001 |"))
    assert "| Termin offen |" in row
