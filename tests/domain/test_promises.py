"""What points 5, 8 and 9 promise, and signatures that wait too long: shown and reminded of."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain.applied import Application, ApplicationStatus, DataRegister
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.effects import effects
from kooperation_tui.domain.model import SignatureStatus
from kooperation_tui.domain.promises import (
    checks_a_year,
    last_day,
    mentored,
    notice_weeks,
    review_due,
)
from kooperation_tui.domain.reminders import reminders
from tests.domain.seat import ADOPTED, VALID, Seat
from tests.domain.test_agreed_rules import write

P9 = (
    "Einmal im Jahr prüfen wir, was das Netzwerk bewirkt hat. Ein Partner kann mit einer Frist "
    "von 8 Wochen in Textform austreten."
)
P9_EN = (
    "Once a year we check what the network has achieved. A partner may leave in text form with "
    "8 weeks' notice."
)
P8 = "Eine Patin oder ein Pate begleitet den neuen Partner ein Jahr."
P5 = "BB führt die Kontaktliste. Alle prüfen ihre Einträge zweimal im Jahr."


def said(seat: Seat, today: dt.date) -> list[str]:
    return [r.said.message.format(**r.said.args) for r in reminders(seat.data, today)]


@pytest.mark.parametrize("text", [P9, P9_EN])
def test_point_9_gives_the_notice_and_the_day_of_the_review(text: str) -> None:
    seat = Seat()
    assert (notice_weeks(seat.data), last_day(seat.data, VALID)) == (None, VALID)
    write(seat, "p9", text, agreed=False)
    assert notice_weeks(seat.data) is None and review_due(seat.data) is None
    write(seat, "p9", f"{text} ")
    assert last_day(seat.data, VALID) == VALID + dt.timedelta(weeks=8)
    due = ADOPTED + dt.timedelta(days=365)
    assert review_due(seat.data) == due
    told = [one.message.format(**one.args) for one in effects(seat.data, "p9", VALID)]
    assert f"The next yearly review is due by {due}; g sets its day." in told
    asked = f"Point 9 asks for a review once a year, by {due}; plan it with its template."
    assert asked in said(seat, due) and asked not in said(seat, due - dt.timedelta(days=30))
    entered = msgspec.structs.replace(seat.data.network, review_on=VALID, notice_weeks=2)
    seat.run(Change(puts=(entered,)))
    assert (review_due(seat.data), notice_weeks(seat.data)) == (VALID, 2)
    assert asked not in said(seat, due)


def test_point_5_names_stocks_that_are_checked_less_often() -> None:
    seat = Seat()
    write(seat, "p5", P5)
    assert checks_a_year(seat.data) == 2
    for every, named in ((12, True), (0, True), (6, False), (3, False)):
        seat.run(Change(puts=(DataRegister(id="7", name="Kontakte", every=every),)))
        told = "Point 5 asks for 2 checks a year; checked less often: ('Kontakte',)."
        assert (told in said(seat, VALID)) is named


def test_point_8_says_how_it_is_decided_and_asks_for_a_mentor() -> None:
    seat = Seat()
    write(seat, "p8", P8)
    assert mentored(seat.data)
    told = [one.message for one in effects(seat.data, "p8", VALID)]
    assert told[:2] == [
        "Admission is decided by a simple majority.",
        "A new partner votes from its signature on.",
    ]
    row = Application(
        id="8",
        organisation=seat.partner("AA").id,
        received_on=ADOPTED,
        status=ApplicationStatus.SIGNED,
        signed_on=VALID,
    )
    seat.run(Change(puts=(row,)))
    asked = "AA is in its first year; point 8 gives it a mentor, nobody is named."
    assert asked in said(seat, VALID)
    seat.run(Change(puts=(msgspec.structs.replace(row, mentor=seat.partner("BB").id),)))
    assert asked not in said(seat, VALID)


@pytest.mark.parametrize(
    ("reason", "day"),
    [
        ("Kreisausschuss tagt am 23. April", dt.date(2026, 4, 23)),
        ("Council meets on 2026-05-02", dt.date(2026, 5, 2)),
        ("Sitzung 4.5.2026", dt.date(2026, 5, 4)),
        ("Sitzung im Februar, 3. Februar", dt.date(2027, 2, 3)),
        ("Vollversammlung", ADOPTED + dt.timedelta(days=30)),
        ("am 31.02.", ADOPTED + dt.timedelta(days=30)),
    ],
)
def test_a_committee_that_met_is_asked_about_after_its_day(reason: str, day: dt.date) -> None:
    seat = Seat().opened()
    seat.sign("AA", name="", status=SignatureStatus.RESERVED, reason=reason)
    asked = f"AA has not signed yet, a committee was to agree ({reason}): ask."
    assert asked not in said(seat, day) and asked in said(seat, day + dt.timedelta(days=1))
    seat.sign("AA")
    assert asked not in said(seat, day + dt.timedelta(days=1))
