"""A founding network through its first year, day by day at the command line.

Each function is one step and leaves the file in a state that can be looked at:
at the command line (tests/cli) and on the screens (tests/tui).
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from kooperation_tui.domain.data import Data
from kooperation_tui.store.tinydb_store import TinyStore
from tests.cli.conftest import Cli

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

    @property
    def moment(self) -> dt.datetime:
        return dt.datetime.fromisoformat(self.now)

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

    def store(self) -> TinyStore:
        return TinyStore(self.cli.file, clock=lambda: self.moment)

    def data(self) -> Data:
        return self.store().read()

    def meet(self, number: str, *lines: str, there: str = WITHOUT_LL) -> None:
        """A meeting from nine o'clock on, a line each minute."""
        timed = ["08:55 " + there, "09:00 /start"]
        timed += [f"09:{minute:02} {line}" for minute, line in enumerate(lines, 1)]
        self.run("record", number, stdin="\n".join([*timed, "11:00 /close"]))


def founded(cli: Cli, language: str = "de") -> Year:
    """Twelve partners, three meetings; nobody has written a word of the agreement."""
    year = Year(cli).on("2027-01-10")
    cli.ok("new", str(cli.file), "--name", "Lernnetz Aue", "--doc-lang", language)
    for code in CODES:
        year.run("add", "partner", code, f"Haus {code}", "--delegate", f"Person {code}")
    for day in ("2027-01-20", "2027-03-20", "2027-05-20"):
        year.run("add", "meeting", "--start", f"{day} 09:00", "--end", "11:00")
    for number in (1, 2, 3):
        year.run(
            *("add", "item", f"2027-{number}", "Vereinbarung", "--kind", "decision"),
            *("--subject", "agreement", "--points", "1,2,3,4,6,7,8,9"),
        )
    return year


def first_drafts(year: Year) -> None:
    year.on("2027-01-20", "08:00")
    for number in ("1", "2", "3", "4"):
        year.run("point", number, "--text", f"So steht es in Punkt {number}.")


def first_meeting(year: Year) -> None:
    """Points 1 to 3 by three methods, one wording is rejected."""
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


def second_drafts(year: Year) -> None:
    """The rejected point in other words, two more; one is not needed."""
    year.on("2027-03-20", "08:00")
    for number in ("4", "6", "7"):
        year.run("point", number, "--text", f"Besser in Punkt {number}.")
    year.run("point", "5", "--state", "not_needed", "--reason", "Wir führen keine Datenbank")


def second_meeting_begins(year: Year) -> None:
    """The better wording of point 4 is being decided."""
    year.on("2027-03-20", "09:01")
    lines = ["08:55 " + WITHOUT_LL, "09:00 /start", "09:01 ! P4: Besser in Punkt 4."]
    year.run("record", "2027-2", stdin="\n".join(lines))


def second_meeting_ends(year: Year) -> None:
    """Points 4, 6 and 7 are agreed, point 8 is put off."""
    year.on("2027-03-20", "12:00")
    lines = [
        "= consensus",
        "! P6: Punkt 6 ist angenommen.",
        "=",
        "! P7: Punkt 7 ist angenommen.",
        "= 9 1 1",
        "/postpone point 8 next Die Kosten fehlen",
    ]
    timed = [f"09:{minute:02} {line}" for minute, line in enumerate(lines, 2)]
    year.run("record", "2027-2", stdin="\n".join([*timed, "11:00 /close"]))


def last_drafts(year: Year) -> None:
    year.on("2027-05-01")
    year.run("point", "8", "--text", "Neue Partner nehmen wir mit zwei Dritteln auf.")
    year.run("point", "9", "--text", "Wir prüfen jedes Jahr im Mai.", "--review", "2028-05-01")


def version_begun(year: Year) -> None:
    year.run("version", "new", "--valid-from", "2027-06-15")


def version_proposed(year: Year) -> None:
    year.run("version", "propose")


def third_meeting(year: Year) -> str:
    """The last points and the whole; the number of the decision that takes it."""
    year.on("2027-05-20", "12:00")
    year.meet(
        "2027-3",
        "! P8: Punkt 8 ist angenommen.",
        "= 11 0 0",
        "! P9: Punkt 9 und die ganze Fassung 1.0 sind angenommen.",
        "= 10 1 0",
    )
    decision: str = year.rows("decisions", "--meeting", "2027-3")[-1]["number"]
    return decision


def version_adopted(year: Year, decision: str) -> None:
    year.run("version", "adopt", "--decision", decision)


def version_open(year: Year) -> None:
    year.on("2027-05-21")
    year.run("version", "open")


def half_signed(year: Year) -> None:
    """Nine have signed; one waits for its board, one refuses, one says nothing."""
    for code in CODES[:9]:
        year.run(
            *("sign", code, "--by", f"Leitung {code}", "--function", "Leitung", "--place", "Aue")
        )
    year.run("sign", "JJ", "--by", "Vorstand JJ", "--state", "reserved", "--reason", "Vorstand")
    year.run("sign", "KK", "--state", "refused", "--reason", "Die Frist ist zu kurz")


def all_signed(year: Year) -> None:
    for code in CODES[9:]:
        year.run("sign", code, "--by", f"Leitung {code}", "--place", "Aue")


def in_force(year: Year) -> None:
    year.on("2027-06-15")
    year.run("version", "force")


def applied(year: Year) -> None:
    """A new partner applies and is heard in the fourth meeting."""
    year.on("2027-09-01")
    year.run("add", "meeting", "--start", "2027-09-20 09:00", "--end", "11:00")
    year.run("add", "partner", "MM", "Haus MM", "--status", "applicant", "--delegate", "Pia Muth")
    year.run("application", "receive", "MM", "--contribution", "ein Raum")


def scheduled(year: Year) -> None:
    year.run("application", "check", "MM")
    year.run("application", "schedule", "MM", "--meeting", "2027-4")
    year.run(
        *("add", "item", "2027-4", "Aufnahme von Haus MM", "--kind", "decision"),
        *("--subject", "admission"),
    )


def admitted(year: Year) -> None:
    """Decided, and not signed yet: no vote."""
    year.on("2027-09-20", "12:00")
    year.meet("2027-4", "! Haus MM wird aufgenommen.", "= 12 0 0", there=EVERYBODY)
    year.run("application", "accept", "MM", "--decision", "B-2027-4-1", "--mentor", "BB")
    year.run("add", "meeting", "--start", "2027-11-20 09:00", "--end", "11:00")


def acceded(year: Year) -> None:
    year.run("sign", "MM", "--by", "Pia Muth", "--function", "Leiterin")


def changed_text(year: Year) -> None:
    """Point 4 is worded anew; version 1.1 is proposed."""
    year.on("2027-11-01")
    year.run("point", "4", "--text", "Besser in Punkt 4. Wir wechseln uns ab.")
    year.run("version", "new", "--number", "1.1")
    year.run("version", "propose", "--valid-from", "2027-11-20")


def changed_version(year: Year) -> None:
    """Version 1.1 is decided, signed by one and in force; 1.0 is superseded."""
    year.on("2027-11-20", "12:00")
    year.run("add", "item", "2027-5", "Fassung 1.1", "--kind", "decision", "--subject", "agreement")
    year.meet("2027-5", "! P4: Punkt 4 und Fassung 1.1 sind angenommen.", "= 11 0 0")
    year.run("version", "adopt", "--decision", "B-2027-5-1")
    year.run("version", "open")
    year.run("sign", "AA", "--by", "Leitung AA")
    year.run("version", "force")


def partner_left(year: Year) -> None:
    """CC was a partner until the end of the year."""
    year.on("2028-01-02")
    year.run("set", "partner", "CC", "status=left", "left_on=2027-12-31")
