"""A meeting is called in the reader's language, whatever language the network has."""

from __future__ import annotations

import msgspec
import pytest

from kooperation_tui.domain.data import Change
from kooperation_tui.domain.model import Body, BodyKind, Meeting
from kooperation_tui.i18n import translator
from kooperation_tui.tui import words
from tests.domain.seat import Seat


@pytest.mark.parametrize(
    ("name", "kind", "german", "english"),
    [
        (
            "Netzwerktreffen",
            BodyKind.PLENARY,
            "4. Netzwerktreffen 2027",
            "4th network meeting 2027",
        ),
        (
            "network meeting",
            BodyKind.PLENARY,
            "4. Netzwerktreffen 2027",
            "4th network meeting 2027",
        ),
        (
            "Koordinationsteam",
            BodyKind.COORDINATION,
            "4. Koordinationsteam 2027",
            "4th coordination team 2027",
        ),
        ("AG Daten", BodyKind.WORKING_GROUP, "4. AG Daten 2027", "4th AG Daten 2027"),
    ],
)
def test_the_usual_bodies_are_translated_names_are_not(
    name: str, kind: BodyKind, german: str, english: str
) -> None:
    seat = Seat()
    body = Body(id=seat.moment.new_id(), name=name, kind=kind)
    row = Meeting(id=seat.moment.new_id(), body=body.id, year=2027, number=4, start=seat.moment.now)
    seat.run(Change(puts=(body, row)))
    assert words.meeting_title(seat.data, row, translator("de")) == german
    assert words.meeting_title(seat.data, row, translator("en")) == english
    titled = msgspec.structs.replace(row, title="Klausur")
    assert words.meeting_title(seat.data, titled, translator("en")) == "Klausur"
