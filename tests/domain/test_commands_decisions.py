"""Where decisions stand later: carried out, superseded, revoked, expired."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.applied import Application, ApplicationStatus
from kooperation_tui.domain.checks import check_tables
from kooperation_tui.domain.commands import decisions
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.commands.network import add_decision
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Block,
    BlockState,
    Decision,
    DecisionStatus,
    Minutes,
    MinutesStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.superseded import ended_by
from kooperation_tui.domain.version_checks import check_versions
from tests.domain.room import DAY, Room
from tests.domain.seat import Seat

TODAY = dt.date(2026, 6, 1)


@pytest.fixture
def seat() -> Seat:
    """Three decisions from before: in January, in March and in March again."""
    here = Seat().on(TODAY)
    for number, month in (("B-1", 1), ("B-2", 3), ("B-3", 3)):
        here.run(
            add_decision(
                here.data, here.moment, number=number, text="Wir.", on=dt.date(2026, month, 2)
            )
        )
    return here


def row(seat: Seat, number: str) -> Decision:
    found = decisions.numbered(seat.data, number)
    assert found is not None
    return found


def end(
    seat: Seat, number: str, status: DecisionStatus, by: str = "", remark: str = ""
) -> Decision:
    change = decisions.change_standing(
        seat.data,
        seat.moment,
        decision=row(seat, number).id,
        status=status,
        by=by,
        remark=remark,
    )
    seat.run(change)
    return row(seat, number)


def test_superseded_names_the_decision_and_takes_its_day(seat: Seat) -> None:
    with pytest.raises(Refused, match="Say which decision ended B-1"):
        end(seat, "B-1", DecisionStatus.SUPERSEDED)
    gone = end(seat, "B-1", DecisionStatus.SUPERSEDED, "b-2", remark="Anderer Raum")
    assert (gone.ended_by, gone.ended_on, gone.remark) == (
        "B-2",
        dt.date(2026, 3, 2),
        "Anderer Raum",
    )
    later = decisions.successor(seat.data, gone)
    assert later is not None and later.number == "B-2"
    assert [d.number for d in ended_by(seat.data, later)] == ["B-1"]
    back = end(seat, "B-1", DecisionStatus.IN_FORCE)
    assert (back.ended_by, back.ended_on, back.remark) == ("", None, "")


def test_nothing_ends_by_itself_by_an_earlier_one_or_in_a_circle(seat: Seat) -> None:
    for by in ("B-1", "B-9"):
        with pytest.raises(Refused, match=r"no decision B-[19] in force"):
            end(seat, "B-1", DecisionStatus.REVOKED, by)
    with pytest.raises(Refused, match="B-1 was taken before B-2"):
        end(seat, "B-2", DecisionStatus.SUPERSEDED, "B-1")
    end(seat, "B-2", DecisionStatus.SUPERSEDED, "B-3")
    with pytest.raises(Refused, match="no decision B-2 in force"):
        end(seat, "B-3", DecisionStatus.SUPERSEDED, "B-2")


def test_carried_out_and_expired_need_no_other_decision(seat: Seat) -> None:
    assert end(seat, "B-1", DecisionStatus.CARRIED_OUT).ended_on == TODAY
    assert end(seat, "B-1", DecisionStatus.EXPIRED).status is DecisionStatus.EXPIRED
    end(seat, "B-2", DecisionStatus.CARRIED_OUT)
    assert end(seat, "B-1", DecisionStatus.REVOKED, "B-2").ended_by == "B-2"
    with pytest.raises(Refused, match="cannot end before"):
        decisions.change_standing(
            seat.data,
            seat.moment,
            decision=row(seat, "B-3").id,
            status=DecisionStatus.EXPIRED,
            on=dt.date(2026, 1, 1),
        )


def test_the_same_again_changes_nothing(seat: Seat) -> None:
    end(seat, "B-1", DecisionStatus.CARRIED_OUT)
    again = decisions.change_standing(
        seat.data,
        seat.moment,
        decision=row(seat, "B-1").id,
        status=DecisionStatus.CARRIED_OUT,
    )
    assert not again


def test_what_rests_on_a_decision_keeps_it_in_force(seat: Seat) -> None:
    data, moment = seat.data, seat.moment
    seat.run(set_block(data, moment, key="p3", text="Wir kommen."))
    seat.run(set_block(seat.data, moment, key="p3", state=BlockState.AGREED, decision="B-1"))
    with pytest.raises(Refused, match="Point 3 of the agreement rests on B-1"):
        end(seat, "B-1", DecisionStatus.REVOKED, "B-2")
    seat.run(set_block(seat.data, moment, key="p3", state=BlockState.AGREED, decision="B-2"))
    end(seat, "B-1", DecisionStatus.REVOKED, "B-2")
    goals = next(b for b in seat.data.rows(Block) if b.key == "goals")
    seat.run(Change(puts=(msgspec.structs.replace(goals, state="agreed", decision="B-3"),)))
    with pytest.raises(Refused, match="block “goals” of the agreement rests on B-3"):
        end(seat, "B-3", DecisionStatus.CARRIED_OUT)


def test_versions_admissions_and_approved_minutes_rest_on_their_decision(seat: Seat) -> None:
    version = Version(id=seat.moment.new_id(), number="1.0", decision="B-1")
    seat.run(Change(puts=(version,)))
    with pytest.raises(Refused, match=r"Version 1\.0 of the agreement was adopted by B-1"):
        end(seat, "B-1", DecisionStatus.SUPERSEDED, "B-2")
    past = msgspec.structs.replace(version, status=VersionStatus.SUPERSEDED)
    seat.run(Change(puts=(past,)))
    end(seat, "B-1", DecisionStatus.SUPERSEDED, "B-2")
    assert check_versions(seat.data) == ()
    asked = Application(
        id=seat.moment.new_id(),
        organisation=seat.partner("AA").id,
        received_on=TODAY,
        status=ApplicationStatus.ACCEPTED,
        decision="B-2",
    )
    seat.run(Change(puts=(asked,)))
    with pytest.raises(Refused, match="AA was admitted by B-2"):
        end(seat, "B-2", DecisionStatus.REVOKED, "B-3")
    minutes = Minutes(
        id=seat.moment.new_id(), meeting="", status=MinutesStatus.APPROVED, approved_by="B-3"
    )
    seat.run(Change(puts=(minutes,)))
    with pytest.raises(Refused, match="approved minutes"):
        end(seat, "B-3", DecisionStatus.EXPIRED)
    assert end(seat, "B-3", DecisionStatus.CARRIED_OUT).status is DecisionStatus.CARRIED_OUT


def test_results_of_a_meeting_stay_and_may_name_what_came_instead() -> None:
    room = Room()
    room.do(it.Propose(text="Wir mieten."), "09:12")
    room.do(it.TakeVote(yes=1, no=4, abstain=0), "09:13")
    [failed] = room.decisions
    assert decisions.choices(failed) == (DecisionStatus.REJECTED,)
    with pytest.raises(Refused, match="result of a meeting"):
        decisions.change_standing(
            room.data, room.moment(), decision=failed.id, status=DecisionStatus.IN_FORCE
        )
    room.run(add_decision(room.data, room.moment(), number="B-2027-1-1", text="Doch.", on=DAY))
    room.run(
        decisions.change_standing(
            room.data,
            room.moment(),
            decision=failed.id,
            status=DecisionStatus.REJECTED,
            by="B-2027-1-1",
        )
    )
    known = room.data.get(Decision, failed.id)
    assert (known.status, known.ended_by) == (DecisionStatus.REJECTED, "B-2027-1-1")
    assert check_tables(room.data) == ()


def test_the_check_names_an_end_by_a_decision_that_does_not_hold(seat: Seat) -> None:
    end(seat, "B-1", DecisionStatus.SUPERSEDED, "B-2")
    assert check_tables(seat.data) == ()
    void = msgspec.structs.replace(row(seat, "B-2"), status=DecisionStatus.VOID)
    seat.run(Change(puts=(void,)))
    [found] = check_tables(seat.data)
    assert found.message.format(**found.args) == "B-1 was ended by B-2, which is not in force."
