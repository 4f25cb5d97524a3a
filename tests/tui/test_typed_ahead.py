"""Keys that arrive together do what they would do one by one."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain.model import AgendaItem, Meeting
from kooperation_tui.domain.state import Phase
from tests.tui.hands import Hands, opened, running


def chosen(hands: Hands) -> Meeting:
    return hands.data.get(Meeting, hands.app.session.meeting_id)


def item(hands: Hands, title: str) -> AgendaItem:
    return next(i for i in chosen(hands).items if i.title == title)


async def test_a_form_filled_in_one_go_has_each_text_in_its_field() -> None:
    async with opened() as hands:
        await hands.press("f2", "n")
        fields = [*"4.11.2026", "tab", *"10:00", "tab", *"11:30", "tab", *"Alte Schule", "enter"]
        await hands.burst(*fields)
        made = chosen(hands)
        assert made.start.date() == dt.date(2026, 11, 4)
        assert made.place == "Alte Schule"
        assert made.end is not None
        assert (made.start.hour, made.end.hour, made.end.minute) == (10, 11, 30)


async def test_keys_behind_the_one_that_opens_a_form_belong_to_the_form() -> None:
    async with opened() as hands:
        await hands.press("f3")
        before = [i.id for i in chosen(hands).items]
        await hands.burst("n", *"Neue Personen p x e v", "enter")
        assert item(hands, "Neue Personen p x e v")
        assert len(chosen(hands).items) == len(before) + 1
        assert len(hands.app.screen_stack) == 2, "none of the letters opened anything"


async def test_an_area_a_form_and_the_next_form_in_one_go() -> None:
    async with opened() as hands:
        await hands.burst(
            "f3",
            "n",
            *"Erstes",
            "enter",
            "n",
            *"Zweites",
            "tab",
            "tab",
            "tab",
            "tab",
            *"45",
            "enter",
        )
        assert item(hands, "Erstes")
        assert item(hands, "Zweites").minutes == 45


async def test_keys_behind_enter_find_what_it_has_changed() -> None:
    async with opened() as hands:
        await hands.press("f3")
        first = chosen(hands).items[0]
        await hands.burst("+", "+", "+")
        assert chosen(hands).items[0].minutes == first.minutes + 15


async def test_the_line_gets_all_lines_in_their_order() -> None:
    async with running() as hands:
        await hands.burst(*"Erste Notiz", "enter", *"Zweite Notiz", "enter", *"Rest")
        notes = [e.what for e in hands.state.entries]
        assert [getattr(n, "text", "") for n in notes][-2:] == ["Erste Notiz", "Zweite Notiz"]
        assert hands.line.text == "Rest"


@pytest.mark.parametrize("times", [1, 2, 3])
async def test_a_mark_right_after_all_here_acts_on_what_all_here_left(times: int) -> None:
    async with opened() as hands:
        await hands.press("f5")
        await hands.burst("a", "down", *["space"] * times)
        assert len(hands.state.represented()) == (10 if times % 2 else 11)


async def test_who_is_there_and_the_start_in_one_go() -> None:
    async with opened() as hands:
        await hands.burst("f5", "a", "down", "space", "s", *"Guten Tag", "enter")
        assert hands.state.phase is Phase.RUNNING
        assert len(hands.state.represented()) == 10
        assert getattr(hands.state.entries[-1].what, "text", "") == "Guten Tag"


async def test_a_command_by_its_name_in_one_go() -> None:
    async with opened() as hands:
        assert not hands.app.session.beamer
        await hands.burst("ctrl+p", *"beamer", "enter")
        assert hands.app.session.beamer


async def test_ctrl_q_behind_text_keeps_the_text() -> None:
    async with running() as hands:
        await hands.burst(*"Noch eine Notiz", "ctrl+q")
        await hands.sees("noch nicht abgeschickt")
        await hands.press("escape")
        assert hands.line.text == "Noch eine Notiz"
