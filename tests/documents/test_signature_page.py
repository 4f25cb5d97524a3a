"""The page with the signatures: who counts on the day it names, and how somebody signed."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.documents import Audience, agreement
from kooperation_tui.domain.commands import versions
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.model import Organisation, SignatureForm
from kooperation_tui.i18n import translator
from tests.documents.reading import Section, sections
from tests.domain.seat import Seat

DE = translator("de")


def page(seat: Seat, audience: Audience = Audience.PARTNERS) -> Section:
    made = agreement(seat.data, DE, audience, seat.moment.now, "1.0")
    return next(s for s in sections(made.markdown) if s.title == "Unterschriften")


def changed(seat: Seat, code: str, **fields: object) -> None:
    row = msgspec.structs.replace(seat.partner(code), **fields)
    seat.run(Change(puts=(row,)))


def test_the_partners_of_the_day_that_is_named_are_counted() -> None:
    seat = Seat().opened()
    for code in ("AA", "BB"):
        seat.sign(code)
    on = seat.moment.today
    assert page(seat).paragraphs[-1].startswith("**Stand der Unterzeichnung:** 2 von 3 Partnern")
    changed(seat, "CC", left_on=on + dt.timedelta(days=50), left_reason="Ende")
    joined = on + dt.timedelta(days=80)
    late = Organisation(
        id=seat.moment.new_id(), code="DD", name="Haus DD", founder=False, joined_on=joined, order=9
    )
    seat.run(Change(puts=(late,)))
    seat.on(on + dt.timedelta(days=100))
    said = page(seat)
    assert f"2 von 3 Partnern am {DE.date_long(on)}" in said.paragraphs[-1]
    left = DE.date_short(on + dt.timedelta(days=50))
    rows = {row[1]: row[-1] for row in said.tables[0][1:]}
    assert rows == {
        "Haus AA": "unterzeichnet",
        "Haus BB": "unterzeichnet",
        "Haus CC": f"ausgeschieden am {left}",
        "Haus DD": "ausstehend",
    }


def test_without_a_signature_the_partners_of_today_are_counted() -> None:
    seat = Seat().opened()
    changed(seat, "CC", left_on=seat.moment.today)
    seat.on(seat.moment.today + dt.timedelta(days=1))
    assert page(seat).paragraphs[-1] == "**Stand der Unterzeichnung:** 0 von 2 Partnern."


def test_different_forms_are_named_one_for_all_is_not() -> None:
    seat = Seat().opened()
    seat.sign("AA", form=SignatureForm.TEXT_FORM)
    assert [row[4] for row in page(seat).tables[0][1:]] == ["", "", ""]
    seat.sign("BB")
    seat.sign("CC", form=SignatureForm.QUALIFIED)
    for audience in (Audience.PARTNERS, Audience.PUBLIC):
        rows = page(seat, audience).tables[0][1:]
        assert [row[-2] for row in rows] == ["in Textform", "", "elektronisch, qualifiziert"]


def test_a_text_that_accepts_its_version_itself_is_not_repeated() -> None:
    sentence = "Mit unserer Unterschrift erkennen wir die Fassung 1.0 an"
    seat = Seat()
    seat.opened()
    assert f"{sentence}." in page(seat).paragraphs
    seat = Seat()
    text = f"{sentence}. Sie begründet keine Zahlungspflichten."
    seat.run(set_block(seat.data, seat.moment, key="entry_into_force", text=text))
    seat.opened()
    made = agreement(seat.data, DE, Audience.PARTNERS, seat.moment.now, "1.0")
    assert made.markdown.count(sentence) == 1
    assert versions.find_version(seat.data, "1.0").texts["entry_into_force"] == text
