"""Minutes of a meeting whose lines were all entered in the minute it began."""

from __future__ import annotations

from kooperation_tui.documents import Audience, minutes
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.model import Role
from kooperation_tui.i18n import translator
from tests.domain.room import Room


def text(room: Room) -> str:
    made = minutes(room.data, room.meeting, translator("de"), Audience.PARTNERS, room.now)
    return made.markdown


def begun() -> Room:
    """Everybody is there at nine, two people have their roles, one partner leaves at once (UTC)."""
    room = Room(started=False, present=False)
    room.do(it.ArriveAll(), "09:00")
    room.do(it.Start())
    room.do(it.TakeRole(role=Role.FACILITATOR, person=room.person("JC")))
    room.do(it.TakeRole(role=Role.MINUTES, person=room.person("AA")))
    room.do(it.Leave(organisations=room.orgs("HWK")))
    return room


def test_begun_and_closed_in_a_moment_everybody_was_there() -> None:
    room = begun()
    room.do(it.Close(force=True))
    said = text(room)
    opener = room.name(room.person("JC"))
    assert f"{opener} eröffnet um 11:00 Uhr. 5 von 5 Partnern sind vertreten" in said
    assert f"| Moderation | {opener} (JC) |" in said
    assert f"| Protokoll | {room.name(room.person('AA'))} (AA) |" in said
    assert "HWK verlässt das Treffen um 11:00 Uhr; vertreten sind danach 4 Partner." in said
    assert "**Vertretene Stimmen:** 4 ab 11:00 Uhr." in said
    assert "absent" not in said and "fehlt" not in said


def test_who_leaves_as_the_meeting_begins_was_there_and_left_early() -> None:
    room = begun()
    room.do(it.Close(force=True), "10:00")
    said = text(room)
    row = next(line for line in said.split("\n") if line.startswith("| HWK"))
    assert "anwesend, früher gegangen | 11:00–11:00 |" in row
    assert "5 von 5 Partnern sind vertreten" in said
    assert "HWK verlässt das Treffen um 11:00 Uhr; vertreten sind danach 4 Partner." in said
    assert "**Vertretene Stimmen:** 4 ab 11:00 Uhr." in said


def test_who_left_before_the_start_was_not_there() -> None:
    room = Room(started=False, present=False)
    room.do(it.ArriveAll(), "09:00")
    room.do(it.Leave(organisations=room.orgs("HWK")))
    room.do(it.Start())
    room.do(it.Close(force=True))
    said = text(room)
    assert "4 von 5 Partnern sind vertreten" in said
    assert "HWK verlässt" not in said
