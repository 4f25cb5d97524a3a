"""Which decision may carry a point, a version, an admission."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kooperation_tui.domain.applied import ApplicationStatus, CircularVote
from kooperation_tui.domain.commands import applying, circular, versions
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.commands.network import add_decision, add_partner
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fitting import (
    fitting_decisions,
    for_admission,
    for_block,
    for_version,
    from_before,
)
from kooperation_tui.domain.model import (
    AgendaItem,
    BlockState,
    Decision,
    ItemKind,
    Meeting,
    OrganisationStatus,
    Subject,
)
from tests.domain.seat import ADOPTED, Seat

A_DAY = dt.timedelta(days=1)
LATER = ADOPTED + 10 * A_DAY


def by_circular(
    seat: Seat, text: str, subject: Subject = Subject.ORDINARY, points: tuple[str, ...] = ()
) -> str:
    """The number of a decision that all three took in text form today."""
    seat.run(
        circular.open_circular(seat.data, seat.moment, text=text, subject=subject, points=points)
    )
    for code in ("AA", "BB", "CC"):
        own = seat.partner(code).id
        seat.run(circular.answer(seat.data, seat.moment, organisation=own, vote=CircularVote.YES))
    seat.run(circular.close(seat.data, seat.moment))
    return seat.data.rows(Decision)[-1].number


def agree(seat: Seat, key: str, decision: str, **more: object) -> None:
    seat.run(
        set_block(
            seat.data,
            seat.moment,
            key=key,
            state=BlockState.AGREED,
            decision=decision,
            **more,  # type: ignore[arg-type]
        )
    )


def test_a_point_is_agreed_only_by_a_decision_about_it() -> None:
    seat = Seat().on(LATER)
    reading = by_circular(seat, "Wir nehmen am Lesetag teil.")
    with pytest.raises(Refused, match="is not about the agreement"):
        agree(seat, "p6", reading)
    third = by_circular(seat, "Punkt 3 gilt.", points=("p3",))
    with pytest.raises(Refused, match=r"other parts of the agreement \(3\)"):
        agree(seat, "p6", third)
    agree(seat, "p3", third)
    whole = by_circular(seat, "Die Vereinbarung gilt.", Subject.AGREEMENT)
    agree(seat, "p6", whole)
    assert (seat.block("p6").decision, seat.block("p6").agreed_on) == (whole, LATER)


def test_a_wording_written_later_is_not_what_was_decided_unless_somebody_says_so() -> None:
    seat = Seat().on(LATER)
    third = by_circular(seat, "Punkt 3 gilt.", points=("p3",))
    seat.on(LATER + A_DAY)
    seat.run(set_block(seat.data, seat.moment, key="p3", text="Später geschrieben."))
    with pytest.raises(Refused, match="was written on 2026-03-12, after B-2026-U-1"):
        agree(seat, "p3", third)
    assert fitting_decisions(seat.data, for_block(seat.data, "p3")) != ()  # from before
    agree(seat, "p3", third, as_decided=True)
    assert seat.block("p3").written_on == LATER
    seat.run(set_block(seat.data, seat.moment, key="p3", text="Noch später."))
    agree(seat, "p3", third, text="Wie ergänzt beschlossen.")
    assert seat.block("p3").state is BlockState.AGREED


def test_what_was_decided_before_the_program_may_carry_anything() -> None:
    seat = Seat()
    agree(seat, "p6", "B-2026-1-1")
    seat.on(LATER)
    by_circular(seat, "Wir nehmen am Lesetag teil.")
    old = seat.data.rows(Decision)[0]
    assert from_before(seat.data, old)
    seat.run(add_decision(seat.data, seat.moment, number="B-X", text="Anderswo."))
    assert not from_before(seat.data, seat.data.rows(Decision)[-1])
    with pytest.raises(Refused, match="B-X is not about the agreement"):
        agree(seat, "p7", "B-X")
    seat.run(add_decision(seat.data, seat.moment, number="B-Y", text="Anderswo.", points=("p7",)))
    agree(seat, "p7", "B-Y")


def test_a_version_is_adopted_by_a_decision_about_the_agreement_on_this_text() -> None:
    seat = Seat().on(LATER)
    reading = by_circular(seat, "Wir nehmen am Lesetag teil.")
    early = by_circular(seat, "Fassung 1.0 gilt.", Subject.AGREEMENT)
    seat.on(LATER + A_DAY)
    seat.run(set_block(seat.data, seat.moment, key="p1", text="Anders."))
    seat.run(versions.new_version(seat.data, seat.moment))
    seat.run(versions.propose(seat.data, seat.moment))
    for number, said in ((reading, "is not about the agreement"), (early, "after B-2026-U-2")):
        with pytest.raises(Refused, match=said):
            versions.adopt(seat.data, seat.moment, decision=number)
    late = by_circular(seat, "Fassung 1.0 gilt.", Subject.AGREEMENT)
    fitting = fitting_decisions(seat.data, for_version(seat.data, seat.version()))
    assert [d.number for d in fitting] == [late, "B-2026-1-1"]
    seat.run(versions.adopt(seat.data, seat.moment, decision=late))
    assert {b.decision for b in map(seat.block, ("preamble", "p1", "p9"))} == {late}


def applicants(seat: Seat) -> None:
    """HS and UNI have applied and are heard."""
    for code, name in (("HS", "Hochschule"), ("UNI", "Universität")):
        made = add_partner(
            seat.data, seat.moment, code=code, name=name, status=OrganisationStatus.APPLICANT
        )
        seat.run(made)
        own = seat.partner(code).id
        seat.run(applying.receive(seat.data, seat.moment, organisation=own))
        accept(seat, code, ApplicationStatus.SCHEDULED, meeting="ab")


def accept(
    seat: Seat, code: str, status: ApplicationStatus = ApplicationStatus.ACCEPTED, **more: str
) -> None:
    seat.run(
        applying.advance(
            seat.data, seat.moment, organisation=seat.partner(code).id, status=status, **more
        )
    )


def test_an_applicant_is_admitted_only_by_a_decision_about_it() -> None:
    seat = Seat().on(LATER)
    early = by_circular(seat, "Alle dürfen kommen.", Subject.ADMISSION)
    seat.on(LATER + A_DAY)
    applicants(seat)
    reading = by_circular(seat, "Wir nehmen am Lesetag teil.")
    other = by_circular(seat, "Die Universität wird aufgenommen.", Subject.ADMISSION)
    for number, said in (
        (reading, "admits nobody"),
        (other, "about another applicant"),
        (early, "HS applied on 2026-03-12, after"),
    ):
        with pytest.raises(Refused, match=said):
            accept(seat, "HS", decision=number)
    both = by_circular(seat, "HS und UNI werden aufgenommen.", Subject.ADMISSION)
    fitting = fitting_decisions(seat.data, for_admission(seat.data, seat.partner("HS")))
    assert [d.number for d in fitting] == [both, "B-2026-1-1"]
    accept(seat, "HS", decision=both)
    accept(seat, "UNI", decision=other)


def test_an_item_made_of_an_application_says_whom_it_admits() -> None:
    seat = Seat().on(LATER)
    applicants(seat)
    source = f"application:{seat.partner('UNI').id}"
    item = AgendaItem(id="1", number=4, title="Aufnahme", kind=ItemKind.DECISION, source=source)
    meeting = Meeting(id="aa", body="b", year=2026, number=1, start=seat.moment.now, items=(item,))
    decision = Decision(
        id="bb",
        number="B-2026-9-1",
        text="Aufgenommen.",
        decided_on=LATER,
        meeting="aa",
        item=4,
        subject=Subject.ADMISSION,
    )
    seat.run(Change(puts=(meeting, decision)))
    with pytest.raises(Refused, match="about another applicant"):
        accept(seat, "HS", decision="B-2026-9-1")
    accept(seat, "UNI", decision="B-2026-9-1")


@settings(deadline=None)
@given(
    st.sampled_from(list(Subject)),
    st.sets(st.sampled_from(["p3", "p6", "goals"])),
    st.integers(-3, 3),
    st.sampled_from(["p3", "p6", "preamble"]),
)
def test_whatever_agrees_a_point_is_about_it_and_not_older_than_its_wording(
    subject: Subject, points: set[str], days: int, key: str
) -> None:
    seat = Seat().on(LATER)
    taken = Decision(
        id="cc",
        number="B-2026-2-1",
        text="Ja.",
        decided_on=ADOPTED + days * A_DAY,
        meeting="dd",
        subject=subject,
        points=tuple(sorted(points)),
    )
    seat.run(Change(puts=(taken,)))
    try:
        agree(seat, key, "B-2026-2-1")
    except Refused:
        assert seat.block(key).state is not BlockState.AGREED
        return
    assert subject is Subject.AGREEMENT and (not points or key in points)
    written = seat.block(key).written_on
    assert written is not None and written <= taken.decided_on


def test_old_files_know_no_day_of_a_wording() -> None:
    seat = Seat().on(LATER)
    third = by_circular(seat, "Punkt 3 gilt.", points=("p3",))
    block = msgspec.structs.replace(seat.block("p3"), written_on=None, decision="")
    seat.run(Change(puts=(block,)))
    agree(seat, "p3", third)
