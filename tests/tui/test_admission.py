"""F8: an application from the first word to the first year, each step with its key."""

from __future__ import annotations

from kooperation_tui.domain.applied import Application, ApplicationStatus
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.model import Meeting, Organisation, Subject
from kooperation_tui.domain.plan import by_code
from tests.tui.hands import Hands, opened


def application(hands: Hands) -> Application:
    return hands.data.rows(Application)[-1]


async def apply(hands: Hands) -> None:
    await hands.press(
        "f8", "u", *"ein anderer", "enter", *"Museum", "tab", "tab", *"Ina Ott", "enter"
    )
    await hands.sees("Museum · beantragt")


async def test_the_check_shows_what_is_there_and_keeps_what_is_missing() -> None:
    async with opened() as hands:
        await apply(hands)
        await hands.sees("Als Nächstes: u prüfen, was vorliegt: Ansprechperson ✓, Beitrag –")
        await hands.press("u", "enter")
        await hands.sees("Liegt alles vor?")
        await hands.press("tab", *"Raum", "tab", "right", "tab", *"Satzung", "enter")
        await hands.sees("es fehlt noch: Satzung")
        assert application(hands).status is ApplicationStatus.RECEIVED
        await hands.press("u", "enter", "shift+tab", "backspace", "enter")
        await hands.sees("▶ Tagesordnung")
        assert application(hands).status is ApplicationStatus.CHECKED


async def test_it_is_proposed_until_it_is_an_item() -> None:
    async with opened() as hands:
        await apply(hands)
        await hands.press("u", "down", "enter", "enter")
        text = await hands.sees("vorgeschlagen für")
        assert "auf der Tagesordnung," not in text
        one, moment = application(hands), hands.app.session.moment()
        meeting = hands.data.get(Meeting, one.meeting)
        name = hands.data.get(Organisation, one.organisation).name
        await hands.app.change(
            lambda data: planning.add_item(
                data, moment, meeting=meeting.id, title=f"Antrag {name}", subject=Subject.ADMISSION
            )
        )
        await hands.settle()
        await hands.sees("auf der Tagesordnung,")
        await hands.sees("ohne Gast beraten")


async def test_u_on_another_row_offers_who_waits() -> None:
    async with opened() as hands:
        await apply(hands)
        await hands.press("home", "u")
        await hands.sees("Jemand möchte Partner werden")
        await hands.press(*"Museum", "enter")
        await hands.sees("Aufnahme: Museum")


async def test_a_partner_that_left_is_asked_for_nobody() -> None:
    async with opened() as hands:
        known = by_code(hands.data, "AA")
        assert known is not None
        await hands.press("f8", "t", *"verlässt", "enter", *["backspace"] * 10, *"1.10.", "enter")
        await hands.settle()
        assert "Noch niemand genannt" not in hands.text()
