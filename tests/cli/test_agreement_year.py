"""A founding network through its first year, and what it agreed applied to it."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.capture import preview
from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Moment
from kooperation_tui.domain.model import Meeting
from kooperation_tui.i18n import translator
from tests import founding_year as step
from tests.cli.conftest import Cli
from tests.founding_year import CODES, Year
from tests.model_network import ids


@pytest.fixture
def year(cli: Cli) -> Year:
    return step.founded(cli)


def test_the_first_year(year: Year) -> None:
    _points(year)
    _adopted(year)
    _signed(year)
    first = year.rows("versions")[0]
    assert (first["status"], first["signed"]) == ("in_force", 12)
    _absent(year)
    _joined(year)
    _changed(year, first["sha256"])
    _left(year)
    year.run("check")
    whole = year.run("export", "agreement", "1.0", "--format", "html")
    assert "So steht es in Punkt 1." in whole and first["sha256"] in whole


def _points(year: Year) -> None:
    """Three meetings: a rejected wording comes back, one point is not needed."""
    step.first_drafts(year)
    assert year.points()["p1"] == "draft"
    step.first_meeting(year)
    states = year.points()
    assert [states[key] for key in ("p1", "p2", "p3", "p4", "p5")] == [
        *(["agreed"] * 3),
        "draft",
        "open",
    ]
    step.second_drafts(year)
    step.second_meeting_begins(year)
    assert year.points()["p4"] == "draft"
    step.second_meeting_ends(year)
    assert list(year.points().values()).count("agreed") == 6
    assert year.points()["p5"] == "not_needed"


def _adopted(year: Year) -> None:
    step.last_drafts(year)
    step.version_begun(year)
    assert year.versions() == {"1.0": "working"}
    assert "Arbeitsfassung 1.0" in year.run("export", "agreement")
    step.version_proposed(year)
    assert "Vorschlag für die Fassung 1.0" in year.run("export", "agreement")
    decision = step.third_meeting(year)
    step.version_adopted(year, decision)
    assert year.versions() == {"1.0": "adopted"}


def _signed(year: Year) -> None:
    step.version_open(year)
    assert year.rows("reminders")[-2]["args"]["codes"] == list(CODES)
    step.half_signed(year)
    step.all_signed(year)
    text = year.run("export", "agreement")
    assert "**Stand der Unterzeichnung:** 12 von 12 Partnern am 21. Mai 2027." in text
    assert "valid from" in year.refused("version", "force")
    year.on("2027-06-15")
    assert year.rows("reminders")[0]["args"] == {"number": "1.0", "day": "2027-06-15"}
    step.in_force(year)


def _absent(year: Year) -> None:
    """One partner missed all three meetings; whose turn it is stands with its reason."""
    assert year.rows("absences") == [
        {"code": "LL", "in_a_row": 3, "meetings": ["2027-3", "2027-2", "2027-1"]}
    ]
    assert any(r["args"].get("count") == 3 for r in year.rows("reminders"))


def _joined(year: Year) -> None:
    """An application is heard, accepted and signed; from then on it has a vote."""
    step.applied(year)
    turn = year.rows("turns", "--meeting", "2027-4")[0]
    assert (turn["code"], turn["present"], turn["of"], turn["times"]) == ("AA", 3, 3, 0)
    assert "agenda first" in year.refused("application", "accept", "MM", "--decision", "B-2027-4-1")
    step.scheduled(year)
    step.admitted(year)
    assert year.rows("absences") == []
    assert not _votes(year, "MM")
    assert "Haus BB" in year.run("export", "onboarding", "MM")
    step.acceded(year)
    assert _votes(year, "MM")
    application = year.rows("applications")[0]
    assert (application["status"], application["signed_on"]) == ("signed", "2027-09-20")
    assert "vertreten durch Pia Muth, Leiterin" in year.run("export", "accession", "MM")


def _votes(year: Year, code: str) -> bool:
    data = year.data()
    meeting = next(m for m in data.rows(Meeting) if m.number == 5)
    found = plan.by_code(data, code)
    return found is not None and found.id in plan.entitled_partners(data, meeting)


def _changed(year: Year, first: str) -> None:
    """A changed text is a new version that all sign again; nobody loses the vote."""
    step.changed_text(year)
    assert "[neu: **Wir wechseln uns ab.**]" in year.run("export", "difference", "1.0..1.1")
    step.changed_version(year)
    assert year.versions() == {"1.0": "superseded", "1.1": "in_force"}
    assert year.rows("versions")[0]["sha256"] == first
    assert all(_votes(year, code) for code in (*CODES, "MM"))


def _left(year: Year) -> None:
    step.partner_left(year)
    year.run("add", "meeting", "--start", "2028-01-20 09:00")
    data = year.data()
    ahead = next(m for m in data.rows(Meeting) if m.year == 2028)
    assert len(plan.entitled_partners(data, ahead)) == 12
    year.on("2028-01-01")
    assert "has left" in year.refused("sign", "CC", "--by", "Leitung CC")


def test_two_thirds_are_asked_once_point_1_is_decided(year: Year) -> None:
    year.run("set", "rules", "quorum=2/3", "majority.default=two_thirds")
    seven = "+" + " ".join(CODES[:7]).lower()
    year.on("2027-01-20", "12:00")
    year.meet("2027-1", "! Wir führen eine Karte.", "= 7 0 0", there=seven)
    assert year.rows("decisions")[0]["status"] == "in_force"

    year.run("point", "1", "--text", "Zwei Drittel.", "--on", "2027-01-21")
    year.on("2027-03-20", "12:00")
    lines = [f"08:55 {seven}", "09:00 /start", "09:02 ! Wir führen zwei Karten."]
    year.run("record", "2027-2", stdin="\n".join(lines))
    data = year.data()
    meeting = next(m.id for m in data.rows(Meeting) if m.number == 2)
    moment = Moment(now=dt.datetime.fromisoformat(year.now), new_id=ids())
    warned = preview("= 7 0 0", data, meeting, moment, translator("en")).plain
    assert "8" in warned
    said = year.refused("record", "2027-2", stdin="09:03 = 7 0 0")
    assert "Only 7 of 12 partners are represented, 8 are needed" in said
    assert len(year.rows("decisions")) == 1
