"""What a meeting did with a block of the agreement: put off, talked about, still to come."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.carry_over import proposals, title_of
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.model import BlockState, Meeting, MeetingStatus
from kooperation_tui.domain.plan import block_of
from kooperation_tui.domain.reminders import reminders
from kooperation_tui.domain.standing import history, next_treated
from tests.model_network import TOGETHER, Desk, clock, meeting_id, network

NEXT = dt.date(2026, 12, 2)


def desk_with(*points: str) -> Desk:
    """The model meeting has begun; item 5 is about these blocks."""
    data = network()
    meeting = data.get(Meeting, meeting_id(data))
    items = tuple(
        msgspec.structs.replace(i, points=points if i.number == 5 else i.points)
        for i in meeting.items
    )
    desk = Desk(network("de", msgspec.structs.replace(meeting, items=items)), now=clock(9, 4))
    desk.type(TOGETHER)
    desk.type("/beginn")
    desk.type("/ergebnis")
    return desk


def put_off(desk: Desk, key: str) -> list[tuple[str, dt.date | None]]:
    return [(s.reason, s.until) for s in history(desk.data, key) if s.postponed]


def test_an_item_put_off_as_a_whole_puts_off_each_block_it_did_not_decide() -> None:
    desk = desk_with("p3", "p8", "p9")
    for line in ("/top 5", "! P3: Alle arbeiten mit.", "= 8 0 0", "/vertagen 2.12. Zeit fehlt"):
        desk.type(line)
    assert put_off(desk, "p3") == []
    assert put_off(desk, "p8") == put_off(desk, "p9") == [("Zeit fehlt", NEXT)]
    assert [s.number for s in history(desk.data, "p3")] == ["B-2026-3-1"]


def test_the_last_word_about_a_block_counts() -> None:
    desk = desk_with("p9")
    for line in ("/top 5", "/vertagen punkt 9 2.12. Zahlen fehlen", "/vertagen 2.12. Zeit fehlt"):
        desk.type(line)
    assert put_off(desk, "p9") == [("Zeit fehlt", NEXT)]
    desk.type("/ergebnis Wir sind uns einig")
    assert put_off(desk, "p9") == []


def test_a_block_of_the_frame_is_put_off_by_its_name() -> None:
    desk = desk_with("preamble", "goals")
    for line in ("/top 5", "/vertagen punkt Ziele 2.12. Zahlen fehlen"):
        desk.type(line)
    assert put_off(desk, "goals") == [("Zahlen fehlen", NEXT)]
    assert put_off(desk, "preamble") == []


def test_it_is_proposed_for_the_next_agenda_like_a_point() -> None:
    desk = desk_with("preamble", "goals")
    for line in ("/top 5", "/vertagen punkt Ziele 2.12. Zahlen fehlen"):
        desk.type(line)
    principles, goals = block_of(desk.data, "principles"), block_of(desk.data, "goals")
    assert principles is not None and goals is not None
    looked_at = msgspec.structs.replace(principles, review_on=NEXT)
    draft = msgspec.structs.replace(goals, state=BlockState.DRAFT)
    start = dt.datetime.combine(NEXT, dt.time(9), clock(9).tzinfo)
    data = desk.data.apply(Change(puts=(looked_at, draft)))
    made = planning.add_meeting(data, desk.moment, start=start, words=str)
    data = data.apply(made)
    found = [p for p in proposals(data, made.result) if p.points in (("goals",), ("principles",))]
    assert [title_of(p) for p in found] == ["Agreement: goals", "Agreement: principles"]
    said = [r.said.message for r in reminders(data, NEXT) if r.point == "principles"]
    assert said == ["The principles are to be looked at again by {day}."]


def test_what_was_only_talked_about_is_a_step_once_the_meeting_is_over() -> None:
    desk = desk_with("p9")
    desk.type("/top 5")
    assert history(desk.data, "p9") == ()
    desk.type("> Zahlen zusammenstellen @HWK 20.11.")
    desk.type("/schluss")
    step = history(desk.data, "p9")[0]
    assert (step.number, step.postponed, step.on) == ("", False, dt.date(2026, 10, 14))


def test_of_an_item_about_several_blocks_nobody_knows_what_was_talked_about() -> None:
    desk = desk_with("p8", "p9")
    for line in ("/top 5", "/ergebnis", "/schluss"):
        desk.type(line)
    assert history(desk.data, "p9") == ()


def test_a_running_meeting_treats_a_block_until_its_item_is_over() -> None:
    desk = desk_with("p9")
    running = next_treated(desk.data, "p9")
    assert running is not None and running.status is MeetingStatus.RUNNING
    desk.type("/top 5")
    assert next_treated(desk.data, "p9") is not None
    desk.type("/top 6")
    assert next_treated(desk.data, "p9") is None
