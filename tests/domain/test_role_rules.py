"""Points 4 and 6 say who facilitates and who writes: the proposals follow them."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.data import Change, Moment
from kooperation_tui.domain.effects import effects
from kooperation_tui.domain.model import BlockState, Meeting, Role, RolePlan
from kooperation_tui.domain.rotation import Turn, proposal, turns
from tests.domain.test_rotation import Past

ORDER = "Die Moderation wechselt von Treffen zu Treffen in der Reihenfolge der Partnerliste."
ORDER_EN = "Facilitation rotates from meeting to meeting in the order of the partner list."
WRITES = "Das Protokoll führt, wer das nächste Treffen moderiert. Es geht binnen 9 Tagen an alle."
WRITES_EN = "The minutes are taken by whoever facilitates the next meeting."
DAY = dt.date(2026, 1, 1)


def agree(past: Past, key: str, text: str) -> None:
    at = dt.datetime(2026, 1, 2, 9, tzinfo=dt.UTC)
    moment = Moment(now=at, new_id=past.room.new_id)
    agreed = BlockState.AGREED
    past.run(set_block(past.data, moment, key=key, text=text, state=agreed, agreed_on=DAY))


def first(past: Past, meeting: Meeting, role: Role) -> Turn:
    found = proposal(past.data, meeting, role)
    assert found is not None
    return found


@pytest.mark.parametrize("text", [ORDER, ORDER_EN])
def test_partners_facilitate_in_the_order_of_their_list(text: str) -> None:
    past = Past()
    agree(past, "p4", text)
    assert past.order(past.plan()) == ["BB", "VHS", "JC", "AA", "HWK"]
    past.hold("BB VHS JC", lead="JC")
    turn = first(past, past.plan(), Role.FACILITATOR)
    assert (past.name(turn.person), turn.by, turn.why.args["before"]) == ("AA", "p4", "JC")


def test_a_meeting_that_is_planned_counts_in_the_order() -> None:
    past = Past()
    agree(past, "p4", ORDER)
    past.hold("BB VHS JC", lead="HWK")
    between = past.plan()
    lead(past, between, "BB")
    assert past.order(past.plan())[:2] == ["VHS", "JC"]


def lead(past: Past, meeting: Meeting, code: str) -> Meeting:
    role = RolePlan(role=Role.FACILITATOR, person=past.person(code))
    changed = msgspec.structs.replace(meeting, roles=(role,))
    past.run(Change(puts=(changed,)))
    return changed


@pytest.mark.parametrize("text", [WRITES, WRITES_EN])
def test_whoever_facilitates_the_next_meeting_writes(text: str) -> None:
    past = Past()
    agree(past, "p6", text)
    now, after = past.plan(), past.plan()
    assert first(past, now, Role.MINUTES).by == ""
    lead(past, after, "AA")
    turn = first(past, now, Role.MINUTES)
    assert (past.name(turn.person), turn.by) == ("AA", "p6")


def test_where_the_order_is_agreed_too_the_next_one_is_known_before_it_is_planned() -> None:
    past = Past()
    agree(past, "p4", ORDER)
    agree(past, "p6", WRITES)
    past.hold("BB VHS JC", lead="BB")
    meeting = past.plan()
    found = [
        past.name(first(past, meeting, role).person) for role in (Role.FACILITATOR, Role.MINUTES)
    ]
    assert found == ["VHS", "JC"]
    led = lead(past, meeting, "HWK")
    assert past.name(first(past, led, Role.MINUTES).person) == "BB"
    assert len(turns(past.data, led, Role.MINUTES)) == 4


def test_a_wording_that_is_not_understood_is_not_said_to_be_followed() -> None:
    past = Past()
    past.plan()
    last = "That is a proposal of the program; the wording names no order it can follow."
    assert last not in [one.message for one in effects(past.data, "p4", DAY)]
    agree(past, "p4", "Die Geschäftsstelle moderiert die Netzwerktreffen.")
    assert [one.message for one in effects(past.data, "p4", DAY)][-1] == last
    agree(past, "p4", ORDER)
    assert last not in [one.message for one in effects(past.data, "p4", DAY)]
