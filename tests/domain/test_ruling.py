"""Rules that were agreed and are changed: seen by everybody, refused by nobody."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import ruling
from kooperation_tui.domain.model import RuleSet, Template
from kooperation_tui.domain.plan import rules_of
from tests.domain.room import DAY, Room


def change(room: Room, decision: str = "", **fields: object) -> RuleSet:
    rules = msgspec.structs.replace(rules_of(room.data), **fields)
    room.run(ruling.change_rules(room.data, room.moment(), rules=rules, decision=decision))
    return rules_of(room.data)


def named(room: Room) -> list[tuple[str, str]]:
    return [(one.field, one.agreed) for one in ruling.deviations(room.data)]


def test_rules_nobody_agreed_just_change() -> None:
    room = Room()
    assert change(room, invitation_days=7).invitation_days == 7
    assert named(room) == []


def test_an_agreed_rule_deviates_until_it_is_set_back() -> None:
    room = Room(agreed=True)
    change(room, invitation_days=7)
    change(room, invitation_days=10, abstentions_count=True)
    assert named(room) == [("abstentions_count", "false"), ("invitation_days", "null")]
    change(room, invitation_days=None)
    assert named(room) == [("abstentions_count", "false")]
    assert ruling.deviations(room.data)[0].on == DAY


def test_a_decision_about_point_1_makes_it_the_agreed_one() -> None:
    room = Room(agreed=True)
    room.go(3)
    room.do(it.Propose(text="Wir laden sieben Tage vorher ein.", point="p1"))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    change(room, "B-2026-1-1", invitation_days=7)
    assert named(room) == []


def test_point_1_agreed_anew_agrees_what_is_there() -> None:
    room = Room(agreed=True)
    change(room, invitation_days=7)
    point = room.block("p1")
    room.put(msgspec.structs.replace(point, agreed_on=DAY + dt.timedelta(days=1)))
    assert named(room) == []


def test_a_template_chosen_later() -> None:
    room = Room(rules=RuleSet(id="0"))
    room.run(ruling.use_template(room.data, room.moment(), template=Template.INFORMAL))
    rules = rules_of(room.data)
    assert (rules.template, rules.invitation_days) == (Template.INFORMAL, 14)
    assert rules.id == room.data.network.ruleset
