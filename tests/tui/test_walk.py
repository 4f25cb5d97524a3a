"""The open actions gone through one by one on F5."""

from __future__ import annotations

from kooperation_tui.domain.events import ActionProgressed
from kooperation_tui.domain.model import Action, ActionStatus
from tests.screens import assert_fits
from tests.tui.hands import Hands, running


def news(hands: Hands) -> list[ActionProgressed]:
    return [e.what for e in hands.state.entries if isinstance(e.what, ActionProgressed)]


async def test_the_item_about_actions_offers_to_go_through_them() -> None:
    async with running() as hands:
        await hands.send("/ergebnis gut", "/weiter", "/ergebnis gut", "/weiter")
        await hands.sees("einzeln durchgehen?")
        await hands.send("1")
        await hands.sees("noch ")
        assert_fits(hands.text(), 80, 24)
        assert "fallen gelassen" in hands.text()
        await hands.press("d")
        first = hands.data.get(Action, news(hands)[0].action)
        assert first.status is ActionStatus.DONE
        await hands.press("t", *"20.11.", "enter")
        assert str(news(hands)[1].due) == "2026-11-20"
        assert news(hands)[1].action != news(hands)[0].action
        await hands.press("enter", "h", *"Urlaub", "enter")
        assert news(hands)[2].status is ActionStatus.ON_HOLD
        assert news(hands)[2].reason == "Urlaub"
        await hands.press("f", *"erledigt sich", "enter")
        assert news(hands)[3].status is ActionStatus.DROPPED
        await hands.press("escape")
        item = hands.state.running
        entries = [e for e in hands.state.entries if isinstance(e.what, ActionProgressed)]
        assert {e.item for e in entries} == {item}
        assert "durchgehen?" not in hands.text()


async def test_the_key_opens_it_at_any_time() -> None:
    async with running() as hands:
        await hands.press("ctrl+l")
        await hands.sees("Maßnahmen einzeln durchgehen")
        await hands.press("d", "escape")
        assert len(news(hands)) == 1


async def test_a_short_number_as_the_screen_shows_it() -> None:
    async with running() as hands:
        await hands.send("> M7 erledigt")
        assert news(hands)[0].status is ActionStatus.DONE
