"""Blocks of the agreement, the life of minutes, fields by name (I-19, I-22)."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import agreement, fields, minutes
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.gaps import StillMissing
from kooperation_tui.domain.model import (
    Action,
    BlockState,
    Decision,
    Majority,
    Meeting,
    MinutesStatus,
    Network,
    Organisation,
    Person,
    Quorum,
    QuorumKind,
    Record,
    RuleSet,
    VersionStatus,
)
from kooperation_tui.domain.plan import rules_in_force
from tests.domain.room import DAY, Room


def test_i22_agreed_needs_a_decision_in_force_or_a_day_on_paper(room: Room) -> None:
    data, moment = room.data, room.moment()
    set_block = agreement.set_block
    agreed = BlockState.AGREED
    with pytest.raises(Refused, match="no block “p10”"):
        set_block(data, moment, key="p10", text="x")
    with pytest.raises(Refused, match="needs the number of its decision"):
        set_block(data, moment, key="p3", text="x", state=agreed)
    with pytest.raises(Refused, match="without a wording"):
        set_block(data, moment, key="p3", state=agreed, agreed_on=DAY)
    with pytest.raises(Refused, match="no decision B-2026-1-9 in force"):
        set_block(data, moment, key="p3", text="x", state=agreed, decision="B-2026-1-9")
    with pytest.raises(Refused, match="needs a reason"):
        set_block(data, moment, key="p3", state=BlockState.NOT_NEEDED)
    with pytest.raises(Refused, match="draft needs a wording"):
        set_block(data, moment, key="p3", state=BlockState.DRAFT)
    room.decide()
    with pytest.raises(Refused, match="B-2026-1-1 is not about the agreement"):
        set_block(room.data, moment, key="p3", text="x", state=agreed, decision="B-2026-1-1")
    room.go(3)
    room.decide()
    change = set_block(room.data, moment, key="p3", text="x", state=agreed, decision="B-2026-1-2")
    block = room.run(change).result
    assert (block.state, block.agreed_on) == (agreed, DAY)
    block = room.run(set_block(room.data, moment, key="p3", text="y")).result
    assert (block.state, block.decision, block.agreed_on) == (BlockState.DRAFT, "", None)
    block = room.run(set_block(room.data, moment, key="p3", text="")).result
    assert block.state is BlockState.OPEN
    not_needed = set_block(
        room.data, moment, key="p5", state=BlockState.NOT_NEEDED, reason="keine Datenbank"
    )
    assert room.run(not_needed).result.reason == "keine Datenbank"
    assert not set_block(room.data, moment, key="p5", reason="keine Datenbank")


def test_an_agreement_on_paper_puts_its_blocks_in_force(room: Room) -> None:
    moment = room.moment()
    room.run(agreement.set_block(room.data, moment, key="p1", text="Wir treffen uns."))
    assert not rules_in_force(room.data)
    paper = agreement.paper_version
    version = room.run(
        paper(room.data, moment, number="1.0", agreed_on=DAY, valid_from=None)
    ).result
    assert (version.status, version.valid_from, version.texts) == (
        VersionStatus.IN_FORCE,
        DAY,
        {"p1": "Wir treffen uns."},
    )
    assert rules_in_force(room.data)
    room.run(agreement.set_block(room.data, moment, key="p1", text="Wir treffen uns oft."))
    assert rules_in_force(room.data)
    assert room.block("p1").text_in_force == "Wir treffen uns."
    with pytest.raises(Refused, match="needs a number"):
        paper(room.data, moment, number=" ", agreed_on=DAY, valid_from=None)
    with pytest.raises(Refused, match=r"version 1\.0 already"):
        paper(room.data, moment, number="1.0", agreed_on=DAY, valid_from=None)


def test_minutes_are_sent_objected_to_and_approved_in_this_order(room: Room) -> None:
    moment, meeting = room.moment(), room.meeting
    with pytest.raises(Refused, match="not closed yet"):
        minutes.as_sent(room.data, moment, meeting=meeting, on=DAY)
    with pytest.raises(Refused, match="have not been sent"):
        minutes.approve(room.data, moment, meeting=meeting, on=DAY)
    with pytest.raises(Refused, match="Only minutes that were sent"):
        minutes.object_to(room.data, moment, meeting=meeting, organisation="x", text="x", on=DAY)
    room.do(it.Close(force=True))
    with pytest.raises(StillMissing):
        minutes.as_sent(room.data, moment, meeting=meeting, on=DAY)
    sent = minutes.as_sent(room.data, moment, meeting=meeting, on=DAY, anyway=True)
    assert sent.objections_until is None
    room.run(minutes.send(room.data, moment, minutes=sent, texts=()))
    with pytest.raises(Refused, match="were sent on 2026-10-14"):
        minutes.as_sent(room.data, moment, meeting=meeting, on=DAY)
    with pytest.raises(Refused, match="Say what"):
        minutes.object_to(room.data, moment, meeting=meeting, organisation="x", text=" ", on=DAY)
    objected = room.run(
        minutes.object_to(
            room.data, moment, meeting=meeting, organisation=room.org("BB"), text="TOP 4", on=DAY
        )
    ).result
    assert objected.status is MinutesStatus.OBJECTIONS
    approved = room.run(minutes.approve(room.data, moment, meeting=meeting, on=DAY)).result
    assert (approved.status, approved.approved_on) == (MinutesStatus.APPROVED, DAY)
    with pytest.raises(Refused, match="approved already"):
        minutes.approve(room.data, moment, meeting=meeting, on=DAY)


def test_the_objection_period_follows_the_rules(room: Room) -> None:
    room.put(RuleSet(id=room.data.network.ruleset, objection_days=14))
    room.do(it.Close(force=True))
    sent = minutes.as_sent(room.data, room.moment(), meeting=room.meeting, on=DAY, anyway=True)
    assert sent.objections_until == DAY + dt.timedelta(days=14)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"quorum": "2/3"}, Quorum(kind=QuorumKind.FRACTION, numerator=2, denominator=3)),
        ({"quorum": "5"}, Quorum(kind=QuorumKind.NUMBER, number=5)),
        ({"quorum": "half"}, Quorum(kind=QuorumKind.HALF)),
    ],
)
def test_a_quorum_is_written_as_people_write_it(
    room: Room, values: dict[str, str], expected: Quorum
) -> None:
    rules = room.data.rows(RuleSet)[0]
    assert fields.set_fields(room.data, rules, values).result.quorum == expected


def test_fields_are_set_by_name(room: Room) -> None:
    rules = room.data.rows(RuleSet)[0]
    values = {
        "majority.admission": "three_quarters",
        "majority.agreement": "",
        "objection_days": "",
        "abstentions_count": "true",
        "must_be_announced": "admission, budget",
    }
    changed = fields.set_fields(room.data, rules, values).result
    assert changed.majorities.admission is Majority.THREE_QUARTERS
    assert changed.majorities.agreement is None
    assert changed.objection_days is None
    assert changed.abstentions_count
    assert [s.value for s in changed.must_be_announced] == ["admission", "budget"]
    moved = fields.set_fields(room.data, room.row, {"start": "2026-10-15 10:00"}).result
    assert str(moved.start) == "2026-10-15 10:00:00+02:00"
    partner = room.data.rows(Organisation)[0]
    assert fields.set_fields(room.data, partner, {"code": "bx"}).result.code == "BX"
    assert not fields.set_fields(room.data, partner, {"code": "bb"})


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        (RuleSet, {"majority.default": ""}, "does not fit the field majority.default"),
        (RuleSet, {"quorum": "viele"}, "does not fit the field quorum"),
        (RuleSet, {"objection_days": "x"}, "does not fit the field objection_days"),
        (Meeting, {"start": "morgen"}, "does not fit the field start"),
        (Meeting, {"status": "closed"}, "no field “status”"),
        (Meeting, {"id": "1"}, "no field “id”"),
        (Decision, {"number": "B-2026-1-9"}, "no field “number”"),
        (Action, {"number": "M-2026-009"}, "no field “number”"),
        (Organisation, {"code": "vhs"}, "The code VHS is taken"),
        (Network, {"nam": "x"}, "possible are name"),
    ],
)
def test_fields_are_refused_in_words(
    room: Room, kind: type[Record], values: dict[str, str], words: str
) -> None:
    room.decide()
    room.do(it.TakeAction(title="x", owner_organisation=room.org("BB")))
    record = room.data.rows(kind)[0]
    with pytest.raises(Refused, match=words):
        fields.set_fields(room.data, record, values)


def test_only_what_nothing_refers_to_is_removed(room: Room) -> None:
    for record, words in (
        (room.data.network, "cannot be removed"),
        (room.data.rows(Organisation)[0], "delegations, events"),
        (room.data.get(Person, room.person("BB")), "still refers to this"),
    ):
        with pytest.raises(Refused, match=words):
            fields.remove(room.data, record)
    lone = Person(id=room.new_id(), name="Ina Kurz")
    room.put(lone)
    room.run(fields.remove(room.data, lone))
    assert room.data.find(Person, lone.id) is None
