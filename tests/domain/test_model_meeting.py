"""The model meeting, played as intents, gives the facts of its minutes."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from kooperation_tui.domain import ballots as b
from kooperation_tui.domain import events as ev
from kooperation_tui.domain.checks import check_tables
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Block,
    BlockState,
    Decision,
    Meeting,
    Minutes,
    MinutesStatus,
    ParkingItem,
    Role,
)
from kooperation_tui.domain.tasks import is_overdue
from tests import model_network as model
from tests.domain.played import at, held

FACTS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "model" / "facts.json").read_text("utf-8")
)


def test_tables_and_log_agree() -> None:
    assert check_tables(held().data) == ()


def test_votes_and_quorum() -> None:
    state = held().state
    assert len(state.entitled) == FACTS["entitled_votes"] == FACTS["partners"]
    assert (state.needed, state.rules_agreed) == (FACTS["quorum"], True)
    found = [[time, len(state.represented(at(time)))] for time, _ in FACTS["represented"]]
    assert found == FACTS["represented"]
    minutes = [at("09:04") + dt.timedelta(minutes=n) for n in range(FACTS["actual_total"])]
    assert all(state.quorate(minute) for minute in minutes)


def test_planned_and_actual_minutes_in_the_order_they_were_treated() -> None:
    state = held().state
    numbered = {i.item.number: i.minutes for i in state.items if i.item.number}
    assert [numbered[n] for n in sorted(numbered)] == FACTS["planned_minutes"]
    assert sum(i.minutes for i in state.items) == FACTS["planned_total"]
    used = [
        (str(i.item.number or "break"), i.used(at("12:10")) // dt.timedelta(minutes=1))
        for i in state.items
    ]
    assert used == [tuple(fact) for fact in FACTS["actual_minutes_in_sequence"]]
    assert sum(minutes for _, minutes in used) == FACTS["actual_total"]
    assert [i.item.number for i in state.items if i.moved] == [6]
    assert (state.started_at, state.ended_at) == (at(FACTS["start"]), at(FACTS["end"]))


@pytest.mark.parametrize("fact", FACTS["decisions"], ids=lambda fact: fact["no"])
def test_decisions(fact: dict[str, Any]) -> None:
    table = held()
    state = table.state
    wording = next(w for w in state.wordings if w.number == fact["no"])
    row = table.data.get(Decision, wording.decision)
    counting = state.counting(wording.countings[-1])
    assert counting is not None
    ballot = counting.ballot
    assert (row.item, row.status.value) == (fact["item"], "in_force")
    assert ballot.method == fact["method"]
    assert len(ballot.represented) == fact["represented"]
    match ballot.tally:
        case b.Votes(yes=yes, no=no, abstain=abstain):
            assert ballot.majority == fact["majority"]
            assert [yes, no, abstain] == [fact["yes"], fact["no_votes"], fact["abstain"]]
        case b.Consent(open=still_open, integrated=integrated, concerns=concerns):
            assert [still_open, integrated, concerns] == [
                fact["open_paramount"],
                fact["integrated"],
                fact["concerns"],
            ]
        case b.Fingers(counts=counts, threshold=threshold):
            last = fact.get("round2", fact["round1"])
            shown = {str(5 - place): n for place, n in enumerate(counts) if n}
            assert (shown, threshold) == (last, fact["threshold"])
            assert ballot.round == (2 if "round2" in fact else 1)
        case b.Resistance(options=options, scale=scale, chosen=chosen):
            assert {o.label: o.resistance for o in options} == fact["sums"]
            assert (scale, chosen) == (fact["scale"], fact["result"])


def test_the_decision_on_point_9_stands_under_its_item_and_no_point_took_a_state() -> None:
    blocks = {block.key: block for block in held().data.rows(Block)}
    assert [blocks[key].decision for key in ("p3", "p8", "p9")] == [
        "B-2026-3-5",
        "B-2026-3-6",
        "",
    ]
    assert blocks["p9"].state is BlockState.DRAFT


def test_actions() -> None:
    table = held()
    actions = table.data.rows(Action)
    new = [a for a in actions if a.meeting == table.meeting]
    before = [a for a in actions if a.meeting != table.meeting]
    assert [a.number for a in new] == [f"M-2026-{n:03d}" for n in range(17, 25)]
    assert len(new) == FACTS["actions_new"]
    by = FACTS["actions_before"]
    assert len(before) == by["total"]
    assert sum(a.status is ActionStatus.DONE for a in before) == by["done"]
    assert sum(a.status is ActionStatus.ON_HOLD for a in before) == by["on_hold"]
    started = {
        e.what.action
        for e in table.data.log(table.meeting)
        if isinstance(e.what, ev.ActionProgressed) and e.what.overdue
    }
    overdue_kept = [a for a in before if a.id in started and a.status is not ActionStatus.DONE]
    assert [a.number for a in overdue_kept] == ["M-2026-012"]
    assert len(overdue_kept) == by["overdue"]
    due = min(a.due for a in new if a.due is not None)
    assert due.isoformat() == FACTS["next_due"]
    assert not any(is_overdue(a, model.DAY) for a in new)
    assert [a.accepted for a in new][:-1] == [True] * 7


def test_parked_topics_next_meeting_minutes_and_roles() -> None:
    table = held()
    topics = [p for p in table.data.rows(ParkingItem) if p.meeting == table.meeting]
    assert [p.number for p in topics] == ["TS-2026-05", "TS-2026-06", "TS-2026-07"]
    assert len(topics) == FACTS["parking"]
    planned = max(table.data.rows(Meeting), key=lambda m: m.start)
    assert planned.start.date().isoformat() == FACTS["next_meeting"]
    minutes = next(
        m for m in table.data.rows(Minutes) if m.meeting == model.meeting_id(table.data, 2)
    )
    assert (minutes.status, minutes.approved_by) == (MinutesStatus.APPROVED, "B-2026-3-2")
    assert len(minutes.corrections) == 1
    state = table.state
    writers = [s for s in state.roles if s.role is Role.MINUTES]
    assert [(s.start, s.end) for s in writers] == [
        (at("09:04"), at("11:20")),
        (at("11:20"), at("12:10")),
    ]
    assert len(state.annexes) == 3


def test_nothing_is_missing_before_the_minutes_go_out() -> None:
    assert gaps(held().data, held().state) == ()


def test_the_minutes_can_be_folded_again_from_the_log_alone() -> None:
    table = held()
    assert state_of(Data(table.data.tables), table.meeting) == table.state
