"""What was agreed holds, what nobody agreed only warns: at the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def ruled(network: Cli) -> Cli:
    """Twelve partners with the rules of a template and a wording for each point."""
    network.ok(
        *("set", "rules", "quorum=more_than_half", "majority.agreement=two_thirds"),
        *("must_be_announced=agreement,admission", "invitation_days=14", "minutes_days=5"),
    )
    for number in ("preamble", *"123456789"):
        network.ok("point", number, "--text", f"So steht es in {number}.")
    return network


def open_version(cli: Cli) -> None:
    cli.ok("version", "new")
    cli.ok("version", "propose")
    cli.ok("version", "adopt", "--on-paper", "2026-10-14")
    cli.ok("version", "open")


def test_a_given_signature_stays_and_a_correction_is_named(ruled: Cli) -> None:
    open_version(ruled)
    ruled.ok("sign", "BIB", "--by", "Petra Vogt", "--function", "Leiterin")
    assert "correct it with a reason" in ruled.refused("sign", "BIB", "--by", "Ganz Andere")
    assert "correct it" in ruled.refused("sign", "BIB", "--state", "refused", "--reason", "Nein")
    ruled.ok("sign", "BIB", "--by", "Petra Vogt")
    ruled.ok("sign", "BIB", "--by", "Petra Voigt", "--correct", "--reason", "verlesen")
    row = ruled.ok("list", "signatures", "--json").json[0]
    assert (row["name"], row["earlier"][0]["name"]) == ("Petra Voigt", "Petra Vogt")
    said = "berichtigt am 14.10.2026. Vorher festgehalten: Petra Vogt, Leiterin"
    assert said in ruled.ok("export", "agreement", "--audience", "internal").out
    for audience in ("partners", "public"):
        assert "berichtigt" not in ruled.ok("export", "agreement", "--audience", audience).out
    ruled.ok("version", "force")
    later = "2026-10-15T09:00+02:00"
    again = ("sign", "BIB", "--by", "Ina", "--correct", "--reason", "verlesen")
    assert "its signature stays" in ruled.refused(*again, KOOPERATION_NOW=later)


def test_membership_is_by_day(network: Cli) -> None:
    network.ok("set", "partner", "BIB", "left_on=2026-12-31")
    for now, status in (("2026-12-31", "partner"), ("2027-01-01", "left")):
        rows = network.ok("list", "partners", "--json", KOOPERATION_NOW=f"{now}T09:00+01:00").json
        assert next(r for r in rows if r["code"] == "BIB")["status"] == status
    network.ok("set", "partner", "BIB", "left_reason=Umzug")
    row = next(r for r in network.ok("list", "partners", "--json").json if r["code"] == "BIB")
    assert (row["left_on"], row["left_reason"]) == ("2026-12-31", "Umzug")
    network.ok("set", "partner", "BIB", "left_on=")
    row = next(r for r in network.ok("list", "partners", "--json").json if r["code"] == "BIB")
    assert (row["status"], row["left_on"], row["delegate"]) == ("partner", None, "Petra Vogt")
    network.ok("set", "partner", "BIB", "status=left")
    row = next(r for r in network.ok("list", "partners", "--json").json if r["code"] == "BIB")
    assert (row["status"], row["left_on"]) == ("left", "2026-10-13")


def test_what_comes_after_the_invitation_says_so(ruled: Cli) -> None:
    ruled.ok("set", "meeting", "2026-1", "invited_on=2026-09-23")
    added = ruled.ok("add", "item", "2026-1", "Aufnahme", "--subject", "admission")
    assert "the item counts as not announced" in added.err
    number = added.out.strip()
    announced = [r["announced"] for r in ruled.ok("list", "agenda", "--json").json]
    assert announced.count(False) == 1
    ruled.ok("set", "item", f"2026-1/{number}", "announced_on=2026-09-25")
    assert all(r["announced"] for r in ruled.ok("list", "agenda", "--json").json)
    said = ("add", "item", "2026-1", "Wahl", "--subject", "agreement", "--announced", "2026-9-30")
    assert ruled.ok(*said).err == ""
    assert ruled.refused(*said, "--not-announced", code=2)
    second = ("set", "meeting", "2026-1", "is_second=true")
    assert "know no second meeting" in ruled.refused(*second)
    ruled.ok("set", "rules", "second_meeting_days=28")
    assert "needs a first one" in ruled.refused(*second)


LINES = ("09:00 +bb vhs jc aa hwk ihk bk jbh mbb bts bib", "09:00 /start")


def test_a_proposed_majority_rejects_nothing_and_says_how_to_record_it(ruled: Cli) -> None:
    ruled.ok("add", "item", "2026-1", "Vereinbarung", "--kind", "decision", "--points", "1")
    ruled.env["KOOPERATION_NOW"] = "2026-10-14T12:00+02:00"
    said = ruled.ok("record", "2026-1", *LINES, "09:01 ! P1: Punkt 1 gilt.", "09:02 = 7 4 0").out
    assert "carried" in said and "by the proposal of the template (two thirds)" in said
    assert "“2/3” after the numbers records it so" in said
    ruled.ok("record", "2026-1", "09:03 ! P2: Punkt 2 gilt.", "09:04 = 7 4 0 2/3")
    states = [r["status"] for r in ruled.ok("list", "decisions", "--json").json]
    assert states == ["in_force", "rejected"]


def test_whoever_signs_in_the_meeting_votes_from_then_on(ruled: Cli) -> None:
    ruled.ok("version", "new", "--number", "1.0", "--on-paper", "2026-01-10")
    ruled.ok("add", "partner", "HS", "Hochschule", "--status", "applicant", "--delegate", "Ina Neu")
    ruled.ok("add", "item", "2026-1", "Aufnahme", "--kind", "decision", "--subject", "admission")
    ruled.env["KOOPERATION_NOW"] = "2026-10-14T09:00+02:00"
    lines = ("+bb vhs jc aa hwk ihk bk jbh mbb bts", "/start", "/item 3")
    ruled.ok("record", "2026-1", *lines)
    recorded = ruled.ok("record", "2026-1", "! HS wird aufgenommen.", "= 10 0 0", "/item 2").out
    assert "no invitation is noted" in recorded
    ruled.env["KOOPERATION_NOW"] = "2026-10-14T09:10+02:00"
    ruled.ok("sign", "HS", "--by", "Ina Neu", "--decision", "B-2026-1-1")
    came = ruled.ok("record", "2026-1", "+hs").out
    assert "HS votes from its signature on; 13 partners have a vote" in came
    ruled.ok("record", "2026-1", "! Wir machen das.", "= 11 0 0")
    rows = ruled.ok("list", "decisions", "--json").json
    assert [(r["represented"], r["entitled"]) for r in rows] == [(10, 12), (11, 13)]
    minutes = ruled.ok("export", "minutes", "2026-1").out
    assert "12 Partner, je eine Stimme, ab 09:10 Uhr 13" in minutes
    assert "HS hat unterzeichnet und stimmt ab jetzt mit" in minutes
    assert "10 von 12 Partnern" in minutes
    ruled.ok("check")


def test_the_rules_follow_the_wording_and_what_differs_is_named(ruled: Cli) -> None:
    ruled.ok("point", "6", "--clause", "informal", "--fill", "tage=10")
    ruled.ok("point", "6", "--on", "2026-10-01")
    ruled.ok("point", "1", "--text", "Wir laden 14 Tage vorher ein.", "--on", "2026-10-01")
    assert "Point 6" not in ruled.ok("list", "reminders").out
    ruled.ok("set", "rules", "minutes_days=5")
    said = "Point 6 says 10 days for the minutes, applied are 5"
    assert said in ruled.ok("list", "reminders").out
    assert said in ruled.ok("check").out
    ruled.ok("set", "rules", "minutes_days=10", "circular.days=21", "circular.silence=no")
    told = ruled.ok("list", "reminders").out
    assert "Point 6" not in told
    assert "was changed on 2026-10-14 without a decision about point 1 (circular)" in told
    assert "no decision B-9" in ruled.refused("set", "rules", "quorum=none", "decision=b-9")
