"""A founding network through its first year, and what it agreed applied to it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from kooperation_tui.capture import preview
from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data, Moment
from kooperation_tui.domain.model import Meeting
from kooperation_tui.i18n import translator
from kooperation_tui.store.tinydb_store import TinyStore
from tests.cli.conftest import Cli
from tests.model_network import ids

CODES = ("AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH", "II", "JJ", "KK", "LL")
EVERYBODY = "+" + " ".join(CODES).lower()
WITHOUT_LL = "+" + " ".join(CODES[:-1]).lower()


class Year:
    """The command line on a day of the year; every call has to succeed."""

    def __init__(self, cli: Cli) -> None:
        self.cli = cli
        self.now = ""

    def on(self, day: str, time: str = "12:30") -> Year:
        self.now = f"{day}T{time}:00+01:00"
        return self

    def run(self, *args: str, stdin: str = "") -> str:
        result = self.cli("-f", str(self.cli.file), *args, stdin=stdin, KOOPERATION_NOW=self.now)
        assert result.code == 0, (args, result.out, result.err)
        return result.out

    def refused(self, *args: str, stdin: str = "") -> str:
        result = self.cli("-f", str(self.cli.file), *args, stdin=stdin, KOOPERATION_NOW=self.now)
        assert result.code == 1, (args, result.out)
        return result.err

    def rows(self, what: str, *more: str) -> list[dict[str, Any]]:
        found = self.cli(
            *("-f", str(self.cli.file), "list", what, "--json", *more), KOOPERATION_NOW=self.now
        )
        rows: list[dict[str, Any]] = json.loads(found.out)
        return rows

    def points(self) -> dict[str, str]:
        return {row["key"]: row["state"] for row in self.rows("points")}

    def versions(self) -> dict[str, str]:
        return {row["number"]: row["status"] for row in self.rows("versions")}

    def data(self) -> Data:
        now = dt.datetime.fromisoformat(self.now)
        return TinyStore(self.cli.file, clock=lambda: now).read()

    def meet(self, number: str, *lines: str, there: str = WITHOUT_LL) -> None:
        """A meeting from nine o'clock on, a line each minute."""
        timed = ["08:55 " + there, "09:00 /start"]
        timed += [f"09:{minute:02} {line}" for minute, line in enumerate(lines, 1)]
        self.run("record", number, stdin="\n".join([*timed, "11:00 /close"]))


@pytest.fixture
def year(cli: Cli) -> Year:
    here = Year(cli).on("2027-01-10")
    here.cli.ok("new", str(cli.file), "--name", "Lernnetz Aue", "--doc-lang", "de")
    for code in CODES:
        here.run("add", "partner", code, f"Haus {code}", "--delegate", f"Person {code}")
    for day in ("2027-01-20", "2027-03-20", "2027-05-20"):
        here.run("add", "meeting", "--start", f"{day} 09:00", "--end", "11:00")
    for number in (1, 2, 3):
        here.run(
            *("add", "item", f"2027-{number}", "Vereinbarung", "--kind", "decision"),
            *("--subject", "agreement", "--points", "1,2,3,4,6,7,8,9"),
        )
    return here


def first_meeting(year: Year) -> None:
    """Points 1 to 3 by three methods, one wording is rejected."""
    year.on("2027-01-20", "08:00")
    for number in ("1", "2", "3", "4"):
        year.run("point", number, "--text", f"So steht es in Punkt {number}.")
    assert year.points()["p1"] == "draft"
    year.on("2027-01-20", "12:00")
    year.meet(
        "2027-1",
        "! P1: Punkt 1 ist angenommen.",
        "= 11 0 0",
        "! P2: Punkt 2 ist angenommen.",
        "= consent",
        "! P3: Punkt 3 ist angenommen.",
        "= fist 5 4 2 0 0 0",
        "! P4: Punkt 4 ist angenommen.",
        "= 3 8 0",
    )
    states = year.points()
    assert [states[key] for key in ("p1", "p2", "p3", "p4", "p5")] == [
        *(["agreed"] * 3),
        "draft",
        "open",
    ]


def second_meeting(year: Year) -> None:
    """The rejected point in other words, three more, one is not needed."""
    year.on("2027-03-20", "08:00")
    for number in ("4", "6", "7"):
        year.run("point", number, "--text", f"Besser in Punkt {number}.")
    year.run("point", "5", "--state", "not_needed", "--reason", "Wir führen keine Datenbank")
    year.on("2027-03-20", "12:00")
    year.meet(
        "2027-2",
        "! P4: Punkt 4 ist in neuen Worten angenommen.",
        "= consensus",
        "! P6: Punkt 6 ist angenommen.",
        "=",
        "! P7: Punkt 7 ist angenommen.",
        "= 9 1 1",
    )
    assert list(year.points().values()).count("agreed") == 6
    assert year.points()["p5"] == "not_needed"


def third_meeting(year: Year) -> str:
    """The last points and the whole; the decision that adopts it."""
    year.on("2027-05-01")
    year.run("point", "8", "--text", "Neue Partner nehmen wir mit zwei Dritteln auf.")
    year.run("point", "9", "--text", "Wir prüfen jedes Jahr im Mai.", "--review", "2028-05-01")
    year.run("version", "new", "--valid-from", "2027-06-15")
    assert year.versions() == {"1.0": "working"}
    assert "Arbeitsfassung 1.0" in year.run("export", "agreement")
    year.run("version", "propose")
    assert "Vorschlag für die Fassung 1.0" in year.run("export", "agreement")
    year.on("2027-05-20", "12:00")
    year.meet(
        "2027-3",
        "! P8: Punkt 8 ist angenommen.",
        "= 11 0 0",
        "! P9: Punkt 9 und die ganze Fassung 1.0 sind angenommen.",
        "= 10 1 0",
    )
    decision: str = year.rows("decisions", "--meeting", "2027-3")[-1]["number"]
    year.run("version", "adopt", "--decision", decision)
    assert year.versions() == {"1.0": "adopted"}
    return decision


def test_the_first_year(year: Year) -> None:
    first_meeting(year)
    second_meeting(year)
    third_meeting(year)
    year.on("2027-05-21")
    year.run("version", "open")
    assert year.rows("reminders")[-2]["args"]["codes"] == list(CODES)
    for code in CODES:
        year.run("sign", code, "--by", f"Leitung {code}", "--place", "Aue")
    text = year.run("export", "agreement")
    assert "**Stand der Unterzeichnung:** 12 von 12 Partnern am 21. Mai 2027." in text
    assert "valid from" in year.refused("version", "force")
    year.on("2027-06-15")
    assert year.rows("reminders")[0]["args"] == {"number": "1.0", "day": "2027-06-15"}
    year.run("version", "force")
    first = year.rows("versions")[0]
    assert (first["status"], first["signed"]) == ("in_force", 12)
    _absent(year)
    _joined(year)
    _changed(year, first["sha256"])
    _left(year)
    year.run("check")
    whole = year.run("export", "agreement", "1.0", "--format", "html")
    assert "So steht es in Punkt 1." in whole and first["sha256"] in whole


def _absent(year: Year) -> None:
    """One partner missed all three meetings; whose turn it is stands with its reason."""
    assert year.rows("absences") == [
        {"code": "LL", "in_a_row": 3, "meetings": ["2027-3", "2027-2", "2027-1"]}
    ]
    assert any(r["args"].get("count") == 3 for r in year.rows("reminders"))
    year.run("add", "meeting", "--start", "2027-09-20 09:00", "--end", "11:00")
    turn = year.rows("turns", "--meeting", "2027-4")[0]
    assert (turn["code"], turn["present"], turn["of"], turn["times"]) == ("AA", 3, 3, 0)


def _joined(year: Year) -> None:
    """An application is heard, accepted and signed; from then on it has a vote."""
    year.on("2027-09-01")
    year.run("add", "partner", "MM", "Haus MM", "--status", "applicant", "--delegate", "Pia Muth")
    year.run("application", "receive", "MM", "--contribution", "ein Raum")
    assert "agenda first" in year.refused("application", "accept", "MM", "--decision", "B-2027-4-1")
    year.run("application", "schedule", "MM", "--meeting", "2027-4")
    year.run(
        *("add", "item", "2027-4", "Aufnahme von Haus MM", "--kind", "decision"),
        *("--subject", "admission"),
    )
    year.on("2027-09-20", "12:00")
    year.meet("2027-4", "! Haus MM wird aufgenommen.", "= 12 0 0", there=EVERYBODY)
    assert year.rows("absences") == []
    year.run("application", "accept", "MM", "--decision", "B-2027-4-1", "--mentor", "BB")
    year.run("add", "meeting", "--start", "2027-11-20 09:00", "--end", "11:00")
    assert not _votes(year, "MM")
    assert "Haus BB" in year.run("export", "onboarding", "MM")
    year.run("sign", "MM", "--by", "Pia Muth", "--function", "Leiterin")
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
    year.on("2027-11-01")
    year.run("point", "4", "--text", "Besser in Punkt 4. Wir wechseln uns ab.")
    year.run("version", "new", "--number", "1.1")
    year.run("version", "propose", "--valid-from", "2027-11-20")
    assert "[neu: **Wir wechseln uns ab.**]" in year.run("export", "difference", "1.0..1.1")
    year.on("2027-11-20", "12:00")
    year.run("add", "item", "2027-5", "Fassung 1.1", "--kind", "decision", "--subject", "agreement")
    year.meet("2027-5", "! P4: Punkt 4 und Fassung 1.1 sind angenommen.", "= 11 0 0")
    year.run("version", "adopt", "--decision", "B-2027-5-1")
    year.run("version", "open")
    year.run("sign", "AA", "--by", "Leitung AA")
    year.run("version", "force")
    assert year.versions() == {"1.0": "superseded", "1.1": "in_force"}
    assert year.rows("versions")[0]["sha256"] == first
    assert all(_votes(year, code) for code in (*CODES, "MM"))


def _left(year: Year) -> None:
    year.on("2027-12-31")
    year.run("set", "partner", "CC", "status=left", "left_on=2027-12-31")
    year.run("add", "meeting", "--start", "2028-01-20 09:00")
    data = year.data()
    ahead = next(m for m in data.rows(Meeting) if m.year == 2028)
    assert len(plan.entitled_partners(data, ahead)) == 12
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
