"""Rules, goals, facts of points 7 and 9 on F6."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain.applied import Goal
from kooperation_tui.domain.commands.ruling import deviations
from kooperation_tui.domain.goals import goals
from kooperation_tui.domain.model import QuorumKind, Template
from kooperation_tui.domain.plan import rules_of
from kooperation_tui.tui.drawing.welcome import templates
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, opened
from tests.tui.test_records import empty_network

POINT = {f"p{n}": ("down",) * (n + 2) for n in range(1, 10)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_rules_say_where_they_come_from(lang: str, size: tuple[int, int]) -> None:
    async with opened(lang=lang, size=size) as hands:
        await hands.press("f6", *POINT["p1"], "g")
        wanted = "aus Punkt 1, Fassung 1.1" if lang == "de" else "from Point 1, version 1.1"
        text = await hands.sees(wanted)
        assert_fits(text, *size)
        about, point = ("Rechts steht, woher", "Punkt 1")
        added, quorum = ("zusätzlich", "mehr als die Hälfte")
        if lang == "en":
            about, point = ("On the right stands where", "Point 1")
            added, quorum = ("in addition", "more than half")
        rows = [line.rstrip(" │█▄▁▅▃▇▂▆") for line in text.splitlines()]
        above = next(n for n, row in enumerate(rows) if about in row)
        stated = [row for row in rows[above:] if quorum in row]
        assert stated[0].endswith(point), "each row says where it comes from"
        assert any(row.endswith(added) for row in rows)


async def test_a_rule_changed_without_a_decision_deviates() -> None:
    async with opened() as hands:
        await hands.press("f6", *POINT["p1"], "g", *["down"] * 10, "enter")
        await hands.sees("Einladung vorher")
        await hands.press("backspace", "backspace", *"7", "enter")
        await hands.sees("Welcher Beschluss ändert diese Regel?")
        await hands.press("enter")
        await hands.sees("weicht ab")
        await hands.sees("vereinbart war: 14 Tage")
        assert rules_of(hands.data).invitation_days == 7
        assert [one.field for one in deviations(hands.data)] == ["invitation_days"]
        await hands.press("escape", "ctrl+z", "enter")
        assert rules_of(hands.data).invitation_days == 14


async def test_without_rules_a_template_is_chosen_later() -> None:
    async with opened(rows=empty_network()) as hands:
        await hands.press("f6", *POINT["p1"], "g")
        await hands.sees("Noch keine Regeln gewählt")
        await hands.press("v", *"Netzwerk von", "enter")
        await hands.sees("14 Tage")
        assert rules_of(hands.data).template is Template.INFORMAL
        await hands.press("home", "enter", *"eine Zahl", "enter", *"5", "enter")
        quorum = rules_of(hands.data).quorum
        assert (quorum.kind, quorum.number) == (QuorumKind.NUMBER, 5)
        await hands.sees("5 Partner")
        await hands.sees("vorgeschlagen")


async def test_goals_are_entered_changed_and_looked_back_at() -> None:
    async with opened(rows=empty_network()) as hands:
        await hands.press("f6", "down", "g", "n", *"Alle finden Rat", "enter")
        await hands.sees("braucht ein Kennzeichen")
        await hands.press("tab", *"900 Beratungen", "tab", *"20.10.2026", "enter")
        await hands.sees("Alle finden Rat")
        await hands.press("enter", "tab", "tab", "tab", *"1012 Beratungen", "enter")
        [goal] = goals(hands.data)
        assert (goal.indicator, goal.result) == ("900 Beratungen", "1012 Beratungen")
        assert goal.review_on == dt.date(2027, 10, 20)
        await hands.press("j")
        await hands.sees("1012 Beratungen")
        await hands.press("escape", "l", "enter")
        assert not hands.data.rows(Goal)


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_who_gets_the_minutes_and_how_long_it_runs(lang: str) -> None:
    async with opened(lang=lang) as hands:
        await hands.press("f6", *POINT["p7"], "g")
        await hands.press(*"presse@auental.example, Rathaus", "tab", *"ohne Namen", "enter")
        network = hands.data.network
        assert network.distribution == ("presse@auental.example", "Rathaus")
        assert network.publishing == "ohne Namen"
        await hands.press("down", "down", "g", *["tab"] * 3, *"x", "enter")
        await hands.sees("“x”" if lang == "en" else "„x“")
        await hands.press("backspace", *"12", "tab", *"1.3.2027", "enter")
        assert hands.data.network.notice_weeks == 12
        assert hands.data.network.review_on == dt.date(2027, 3, 1)
        await hands.press("enter", "end")
        await hands.sees("12 Wochen" if lang == "de" else "12 weeks")


async def test_a_block_without_facts_has_no_key() -> None:
    async with opened() as hands:
        await hands.press("f6", "g")
        assert hands.app.screen is hands.app.area_screen


async def test_a_template_has_the_name_it_had_when_the_network_was_set_up() -> None:
    async with opened() as hands:
        names = [label for _, label in templates(hands.app.tr)]
        await hands.press("f6", *POINT["p1"], "g", "v")
        for name in names:
            await hands.sees(name)
        await hands.press("escape", "escape", "k")
        for name in names[1:]:
            await hands.sees(name)
