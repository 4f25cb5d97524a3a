"""Ctrl+Z names what it takes back, and goes further back each time."""

from __future__ import annotations

from kooperation_tui.domain.data import Change
from kooperation_tui.domain.events import ActionTaken
from kooperation_tui.domain.model import Action, ActionStatus, Organisation, Person
from kooperation_tui.domain.plan import by_code
from tests.tui.hands import Hands, opened, running


async def undo(hands: Hands, named: str) -> None:
    """Ctrl+Z where no text stands, and yes to this question."""
    await hands.press("ctrl+z")
    await hands.sees(f"{named} zurücknehmen?")
    await hands.press("enter")


def name_of(hands: Hands, code: str) -> str:
    found = by_code(hands.data, code)
    assert found is not None
    return found.name


async def test_lines_of_the_log_are_called_by_their_names() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen @BIB 13.11.", "# Fahrtkosten @BK", "? Wer zahlt")
        await hands.send("! Wir treffen uns jeden Monat.", "= 9 1 1", "s/treffen/sehen/")
        hands.line.clear_text()
        await undo(hands, "Beschluss B1")
        await undo(hands, "Wortlaut")
        await undo(hands, "Frage")
        await undo(hands, "Thema TS5")
        await hands.press("ctrl+z")
        text = await hands.sees("Maßnahme M17 zurücknehmen?")
        assert "│  Brief entwerfen  " in text
        await hands.press("enter")
        assert not any(isinstance(e.what, ActionTaken) for e in hands.state.entries)
        await undo(hands, "Beginn des Treffens")


async def test_undo_goes_back_and_never_forward() -> None:
    async with opened() as hands:
        await hands.press("f7")
        rows = {a.id: a.status for a in hands.data.rows(Action)}
        await hands.press("f", *"Wozu auch", "enter", "down", "d")
        changed = [a.id for a in hands.data.rows(Action) if rows[a.id] is not a.status]
        assert len(changed) == 2
        await hands.press("ctrl+z")
        text = await hands.sees("Änderung bei Maßnahme M")
        assert ": erledigt" in text
        await hands.press("enter", "ctrl+z")
        text = await hands.sees("Änderung bei Maßnahme M")
        assert ": fallen gelassen" in text
        await hands.press("enter")
        assert {a.id: a.status for a in hands.data.rows(Action)} == rows
        await hands.press("ctrl+z")
        await hands.sees("Von Ihnen gibt es nichts zurückzunehmen")
        assert {a.id: a.status for a in hands.data.rows(Action)} == rows


async def test_a_refusal_to_take_back_changes_nothing() -> None:
    async with opened() as hands:
        await hands.press("f7", "d")
        before = hands.data.rows(Action)
        await hands.press("ctrl+z")
        await hands.sees("Änderung bei Maßnahme M")
        await hands.press("escape")
        assert hands.data.rows(Action) == before


async def test_plans_and_lines_in_the_order_they_were_made() -> None:
    async with running() as hands:
        await rename(hands, "HWK", "Handwerk neu")
        await hands.send("Ein Satz.")
        await rename(hands, "HWK", "Handwerk noch neuer")
        await hands.press("ctrl+z")
        await hands.sees("Änderung bei Partner HWK zurücknehmen?")
        await hands.sees("HWK Handwerk neu → HWK Handwerk noch neuer")
        await hands.press("enter")
        assert name_of(hands, "HWK") == "Handwerk neu"
        await undo(hands, "Notiz")
        await undo(hands, "Änderung bei Partner HWK")
        assert name_of(hands, "HWK").startswith("Bildungszentrum")
        await undo(hands, "Beginn des Treffens")


async def rename(hands: Hands, code: str, name: str) -> None:
    """Another name for a partner, as F8 would give it."""
    from kooperation_tui.domain.commands import people

    found = by_code(hands.data, code)
    assert found is not None
    moment = hands.app.session.moment()
    await hands.app.change(
        lambda data: people.change_partner(data, moment, partner=found.id, code=code, name=name)
    )


async def test_what_somebody_else_changed_since_stays_and_the_next_is_offered() -> None:
    async with opened() as hands:
        await hands.press("f7", "d", "down", "d")
        done = [a for a in hands.data.rows(Action) if a.status is ActionStatus.DONE]
        store = hands.app.session.store
        async with opened(store=store) as other:
            await other.press("f7")
            newest = done[-1]
            await other.app.change(lambda data: Change(deletes=((Action, newest.id),)))
        await hands.settle()
        await hands.press("ctrl+z", "enter", "ctrl+z", "enter")
        assert hands.app.messages.all[-1].text.startswith("Das wurde inzwischen geändert")
        left = [a for a in hands.data.rows(Action) if a.status is ActionStatus.DONE]
        assert len(left) == len(done) - 2


async def test_a_line_taken_back_by_its_own_line_is_not_offered_again() -> None:
    async with running() as hands:
        await hands.send("eins", "zwei", "/zurücknehmen")
        await undo(hands, "Notiz")
        assert not any(e.text in ("eins", "zwei") for e in hands.state.entries)


async def test_the_question_shows_the_wall_nothing_confidential() -> None:
    async with running() as hands:
        await hands.send("% Geheime Sache")
        await hands.press("f12", "ctrl+z")
        text = await hands.sees("Notiz zurücknehmen?")
        assert "Geheime" not in text and "vertraulicher Eintrag" in text


async def test_a_deputy_made_on_arrival_goes_with_it() -> None:
    async with opened() as hands:
        people = hands.data.rows(Person)
        await hands.press("f5", "down", "v")
        await hands.sees("Wer kommt für BB?")
        await hands.press("enter", *"Kim", "enter")
        assert len(hands.data.rows(Person)) == len(people) + 1
        await hands.press("ctrl+z")
        text = await hands.sees("Ankunft zurücknehmen?")
        assert "│  BB Kim (Stellvertretung)  " in text
        await hands.press("enter")
        assert hands.data.rows(Person) == people


async def test_a_pasted_list_is_taken_back_as_a_whole() -> None:
    async with opened() as hands:
        before = hands.data.rows(Organisation)
        await hands.press("f8", "i")
        area = hands.app.screen.query_one("#text")
        area.insert("XA\tAmt A\tAnna Alt\nXB\tAmt B\tBert Blau\n")  # type: ignore[attr-defined]
        await hands.settle()
        await hands.press("ctrl+s")
        assert len(hands.data.rows(Organisation)) == len(before) + 2
        await undo(hands, "2 Partner")
        assert hands.data.rows(Organisation) == before
