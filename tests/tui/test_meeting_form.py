"""F2: which body meets, a second meeting, a meeting that does not take place."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.model import Body, BodyKind, Meeting, MeetingStatus
from kooperation_tui.i18n import translator
from kooperation_tui.tui import meeting_form
from kooperation_tui.tui.view import View
from tests.domain.room import RULES, Room
from tests.model_network import records
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, Hands, opened

GROUP = Body(id=f"{8:032x}", name="AG Daten", kind=BodyKind.WORKING_GROUP, prefix="AD")


def chosen(hands: Hands) -> Meeting:
    return hands.data.get(Meeting, hands.app.session.meeting_id)


async def test_one_body_is_not_asked_for() -> None:
    rows = [r for r in records("de") if not isinstance(r, Body) or r.kind is BodyKind.PLENARY]
    async with opened(rows=rows) as hands:
        await hands.press("f2", "n")
        text = await hands.sees("Vorlage")
        assert "Gremium" not in text and "Zweites Treffen" not in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_working_group_meets(lang: str, size: tuple[int, int]) -> None:
    async with opened(lang=lang, size=size, rows=[*records(lang), GROUP]) as hands:
        await hands.press("f2", "n", *"4.11.2026", *["tab"] * 5, *"AG D")
        text = await hands.sees("‹ AG Daten")
        assert_fits(text, *size)
        await hands.press("enter")
        assert (chosen(hands).body, chosen(hands).number) == (GROUP.id, 1)


async def test_called_off_it_does_not_head_f2() -> None:
    async with opened() as hands:
        await hands.press("f2", "n", *"4.11.2026", "enter", "f2")
        new = chosen(hands).id
        await hands.press("delete", "enter")
        await hands.sees("abgesagt")
        assert hands.data.get(Meeting, new).status is MeetingStatus.CANCELLED
        assert chosen(hands).id != new
        hands.app.session.meeting_id = new
        hands.app.show()
        await hands.press("delete", "enter")
        assert hands.data.get(Meeting, new).status is MeetingStatus.PLANNED


async def test_planned_by_mistake_it_is_removed() -> None:
    async with opened() as hands:
        count = len(hands.data.rows(Meeting))
        await hands.press("f2", "n", *"4.11.2026", "enter", "f2", "delete", "down", "enter")
        assert len(hands.data.rows(Meeting)) == count
        assert chosen(hands).start.date() == dt.date(2026, 10, 14)


def test_a_second_meeting_is_asked_for_after_one_without_its_quorum() -> None:
    rules = msgspec.structs.replace(RULES, second_meeting_days=28)
    room = Room(rules=rules, agreed=True, present=False)
    later = room.now + dt.timedelta(days=14)
    before = View(room.data, "", translator("de"), later)
    assert meeting_form.second(before, None) == []
    room.do(it.Close(force=True), "11:00")
    view = View(room.data, "", translator("de"), later)
    [field] = meeting_form.second(view, None)
    assert field.label == "Zweites Treffen" and field.value == "no"
    moment = room.moment()
    made = planning.add_meeting(room.data, moment, start=later, words=str)
    change = meeting_form.made_second(room.data, moment, made, {"second": "yes"})
    assert change.result.is_second and len(change.puts) == 1
    assert "ohne Mindestzahl" in meeting_form.note(view, {"second": "yes"})
