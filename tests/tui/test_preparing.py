"""F3 and F4 before a meeting: proposals, invitation, whose turn it is, what lasts."""

from __future__ import annotations

import datetime as dt
import re

import msgspec
import pytest
from textual.widgets import Input

from kooperation_tui.domain.commands.standing import holders
from kooperation_tui.domain.data import KINDS
from kooperation_tui.domain.model import (
    Meeting,
    ParkingItem,
    Record,
    Role,
    RoleAnswer,
    StandingRoleKind,
)
from kooperation_tui.tui import asking
from tests.domain.played import held
from tests.model_network import clock, records
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, Hands, opened, running


def planned(hands: Hands) -> Meeting:
    return hands.data.get(Meeting, hands.app.session.meeting_id)


async def test_a_proposal_is_taken_with_its_reason() -> None:
    async with opened(size=(120, 40)) as hands:
        await hands.press("f3")
        text = await hands.sees("Vorschläge (")
        before = len(planned(hands).items)
        await hands.press("v")
        text = await hands.sees("Enter wählen")
        assert "Themenspeicher, TS-" in text
        await hands.press("enter", "escape")
        assert len(planned(hands).items) == before + 1
        assert any(i.source.startswith("parking:") for i in planned(hands).items)


async def test_the_invitation_has_its_day_and_its_deadline() -> None:
    async with opened(now=clock(9, 0, day=clock(9).date().replace(day=1))) as hands:
        await hands.press("f3", "e")
        await hands.sees("Letzter Tag:")
        await hands.press("ctrl+u", *"1.10.", "enter")
        await hands.sees("Einladung verschickt am Do 01.10.2026")
        assert planned(hands).invited_on == clock(9).date().replace(day=1)


async def test_the_day_of_an_invitation_without_a_year_lies_behind() -> None:
    async with opened(now=clock(9, 0, day=clock(9).date().replace(day=2))) as hands:
        await hands.press("f3", "e")
        await hands.press("ctrl+u", *"1.10.", "enter")
        await hands.sees("Einladung verschickt am Do 01.10.2026")
        assert planned(hands).invited_on == clock(9).date().replace(day=1)


async def test_nothing_of_the_plan_is_edited_while_the_meeting_runs() -> None:
    async with running() as hands:
        await hands.press("f3")
        text = await hands.sees("/neu")
        assert "n neu" not in text
        await hands.press("n", "delete", "v", "e")
        assert "/neu" in hands.text()
        assert len(hands.app.screen_stack) == 2


async def test_whose_turn_it_is_and_what_was_said() -> None:
    async with opened() as hands:
        await hands.press("f4")
        await hands.sees("Moderation: Wer ist dran?")
        await hands.press("z")
        await hands.sees("zugesagt")
        assert planned(hands).roles[0].said is RoleAnswer.PROMISED
        first = planned(hands).roles[0].person
        await hands.press("d")
        await hands.sees("diesmal nicht")
        assert [d.person for d in planned(hands).declined] == [first]
        assert not any(r.role is Role.FACILITATOR for r in planned(hands).roles)
        await hands.press("z")
        plan = next(r for r in planned(hands).roles if r.role is Role.FACILITATOR)
        assert plan.person != first and plan.said is RoleAnswer.PROMISED


async def test_a_lasting_responsibility_is_taken_and_ended() -> None:
    async with opened() as hands:
        await hands.press("f4", "end", "enter")
        await hands.press(*"Petra", "enter")
        await hands.sees("Sprecher")
        await hands.press("ctrl+u", *"1.9.2026", "enter")
        found = holders(hands.data, StandingRoleKind.SPOKESPERSON, clock(9).date())
        assert len(found) == 1
        await hands.press("delete", "enter")
        await hands.sees("noch niemand")
        assert not holders(hands.data, StandingRoleKind.SPOKESPERSON, clock(9).date())


async def test_who_is_coming_is_reached_from_f4() -> None:
    async with opened(now=clock(9, 0, day=clock(9).date().replace(day=1))) as hands:
        await hands.press("f4", "k")
        await hands.sees("Wer kommt?")


# F3: order, time, proposals


def titles(hands: Hands) -> list[str]:
    return [item.title for item in planned(hands).items]


def begins(hands: Hands) -> list[str]:
    """The clock times of the rows in sight, from the top."""
    found = [
        re.match(r"\D{0,2}[ \d]{0,3} ?▼? +(\d\d:\d\d) +\d+ ", r) for r in hands.text().split("\n")
    ]
    return [one[1] for one in found if one is not None]


def spot(hands: Hands, mark: str) -> tuple[int, int]:
    """Where a mark of the chosen item stands on the screen."""
    rows = hands.text().split("\n")
    y = next(n for n, row in enumerate(rows) if mark in row)
    return rows[y].index(mark), y


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_items_are_moved_by_mouse_with_the_marks_of_the_chosen_one(
    size: tuple[int, int],
) -> None:
    async with opened(size=size) as hands:
        await hands.press("f3")
        before = titles(hands)
        rows = hands.text().split("\n")
        third = next(n for n, row in enumerate(rows) if "Stand des Maßnahmenplans" in row)
        await hands.pilot.click(offset=(20, third))
        await hands.settle()
        assert len(hands.app.screen_stack) == 2
        text = await hands.sees("▲ 3 ▼ 09:20")
        assert text.count("▲") == text.count("▼") == 1
        await hands.pilot.click(offset=spot(hands, "▲"))
        await hands.settle()
        assert titles(hands)[1:3] == [before[2], before[1]]
        await hands.sees("▲ 2 ▼ 09:15")
        await hands.pilot.click(offset=spot(hands, "▼"))
        await hands.settle()
        assert titles(hands) == before
        await hands.pilot.click(offset=(20, third))
        await hands.sees("Thema")
        await hands.press("escape")


async def test_the_clock_times_follow_a_move_and_a_break() -> None:
    async with opened() as hands:
        await hands.press("f3")
        assert begins(hands)[:6] == ["09:00", "09:15", "09:20", "09:40", "10:15", "10:25"]
        await hands.press("down", "down", "shift+up")
        assert begins(hands)[:4] == ["09:00", "09:15", "09:35", "09:40"]
        await hands.press("shift+down", "p")
        assert begins(hands)[:6] == ["09:00", "09:15", "09:20", "09:40", "09:50", "10:25"]
        await hands.sees("10 Minuten zu viel bis 12:00")


async def test_a_running_agenda_has_no_marks() -> None:
    async with running() as hands:
        await hands.press("f3", "down")
        assert "▲" not in hands.text()


async def crowded(hands: Hands) -> None:
    """Many items, the longest facts, three topics that wait."""
    for number in range(6):
        await hands.press("n", *f"Thema {number}", "enter")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_proposals_are_always_in_reach(size: tuple[int, int], lang: str) -> None:
    async with opened(size=size, lang=lang, rows=with_topics(lang)) as hands:
        await hands.press("f3")
        await crowded(hands)
        word = "Vorschläge (" if lang == "de" else "Proposals ("
        for _ in range(16):
            text = hands.text()
            assert word in text and "  v " in text, text
            assert_fits(text, *size)
            await hands.press("up")
        hands.app.tell("Etwas Längeres, das gelesen werden will. " * 3)
        await hands.settle()
        assert word in hands.text()
        await hands.press("v")
        text = await hands.sees("Fahrtkosten")
        assert "TS-2026-9" in text


def with_topics(lang: str) -> tuple[Record, ...]:
    topics = (
        ParkingItem(
            id=f"{0xC000 + n:032x}",
            number=f"TS-2026-9{n}",
            text=text,
            created_on=dt.date(2026, 2, 18),
        )
        for n, text in enumerate(("Fahrtkosten", "Einfache Sprache", "Kinderbetreuung"))
    )
    return (*records(lang), *topics)


async def test_an_empty_agenda_takes_a_template() -> None:
    rows = [
        msgspec.structs.replace(r, items=()) if isinstance(r, Meeting) else r for r in records()
    ]
    async with opened(rows=rows) as hands:
        await hands.press("f3")
        await hands.sees("t füllt sie aus einer Vorlage")
        await hands.press("t", *"Kurzes", "enter")
        await hands.sees("Eine Entscheidung (Titel eintragen)")
        assert planned(hands).items[0].title == "Check-in"
        await hands.press("t")
        assert len(hands.app.screen_stack) == 2


async def test_a_title_that_is_open_is_said_and_typed_over() -> None:
    rows = [
        msgspec.structs.replace(r, items=()) if isinstance(r, Meeting) else r for r in records()
    ]
    async with opened(rows=rows) as hands:
        await hands.press("f3", "t", *"Kurzes", "enter", "down", "down")
        await hands.sees("fehlt noch: Titel")
        await hands.press("enter", *"Fachtag", "enter")
        assert "Fachtag" in titles(hands)
        await hands.sees("fehlt noch: Wortlaut zum Beschließen")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("day", [dt.date(2026, 10, 14), dt.date(2026, 12, 31), dt.date(2027, 5, 1)])
async def test_the_example_of_a_date_is_a_working_day_ahead(lang: str, day: dt.date) -> None:
    async with opened(now=clock(9, day=day), lang=lang) as hands:
        await hands.press("n")
        field = hands.app.screen.query_one("#date", Input)
        example = field.placeholder.removeprefix("etwa ").removeprefix("such as ")
        found = asking.read_date(example, day)
        assert day + dt.timedelta(days=28) <= found <= day + dt.timedelta(days=30)
        assert found.weekday() < 5


async def test_every_key_of_f3_and_f4_acts_on_the_meeting_in_the_head() -> None:
    async with opened() as hands:
        await hands.press("n", *"2.12.2026", "enter", "f2", "down")
        third = hands.app.session.meeting_id
        await hands.sees("▶ Mi 14.10.2026")
        await hands.press("f3", "n", *"Neu", "enter", "o")
        await hands.sees("Tag und Ort: 3. Netzwerktreffen 2026")
        await hands.press("escape", "f4", "delete")
        row = hands.data.get(Meeting, third)
        assert "Neu" in [i.title for i in row.items]
        assert all(r.role is not Role.FACILITATOR for r in row.roles)
        other = next(m for m in hands.data.rows(Meeting) if m.start.month == 12)
        assert "Neu" not in [i.title for i in other.items]


# F4


async def test_nobody_is_proposed_for_two_roles() -> None:
    rows = [
        msgspec.structs.replace(r, roles=()) if isinstance(r, Meeting) else r for r in records()
    ]
    async with opened(rows=rows) as hands:
        await hands.press("f4")
        text = await hands.sees("Vorschlag")
        found = re.findall(r"(\S+ \S+ \([A-Z]+\))\? +Vorschlag", text)
        assert len(found) == len(set(found)) == 3


async def test_who_did_what_when() -> None:
    data = held().data
    rows = [record for kind in KINDS for record in data.rows(kind)]
    async with opened(rows=rows, now=clock(9, day=dt.date(2026, 11, 16))) as hands:
        await hands.press("f4")
        text = await hands.sees("Wer ist dran?")
        assert "moderiert" in text and "Zeit 14.10." in text
        await hands.press("w")
        text = await hands.sees("Wer hat was wann gemacht")
        assert "Jonas Reuter (VHS)" in text and "Mi 14.10.2026" in text
