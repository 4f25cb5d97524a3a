"""The life of a version: its steps, and what was changed outside them."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain.commands import versions
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    POINT_BLOCKS,
    Block,
    BlockState,
    Decision,
    DecisionStatus,
    Organisation,
    Signature,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import may_vote
from kooperation_tui.domain.version_checks import check_versions
from kooperation_tui.domain.versions import checksum
from tests.domain.seat import ADOPTED, VALID, Seat


def test_a_version_goes_through_its_life() -> None:
    seat = Seat().opened()
    assert seat.version().status is VersionStatus.OPEN_FOR_SIGNATURE
    assert {b.state for b in seat.data.rows(Block)} == {BlockState.AGREED}
    assert {b.decision for b in seat.data.rows(Block)} == {"B-2026-1-1"}
    seat.sign("AA")
    seat.on(VALID)
    seat.run(versions.bring_into_force(seat.data, seat.moment))
    version = seat.version()
    assert (version.status, version.frozen_on) == (VersionStatus.IN_FORCE, ADOPTED)
    assert seat.block("p4").text_in_force == "Text von p4."
    assert seat.block("p4").in_force_since == VALID
    assert check_versions(seat.data) == ()


def test_the_next_version_supersedes_it_and_all_sign_again() -> None:
    seat = Seat().in_force()
    first = seat.version()
    seat.run(set_block(seat.data, seat.moment, key="p4", text="Neuer Text."))
    assert seat.block("p4").text_in_force == "Text von p4."
    seat.run(versions.new_version(seat.data, seat.moment))
    seat.run(versions.propose(seat.data, seat.moment))
    assert versions.changed_blocks(seat.data, first) == ("p4",)
    seat.run(versions.adopt(seat.data, seat.moment, on_paper=VALID))
    seat.run(versions.open_for_signature(seat.data, seat.moment))
    with pytest.raises(Refused, match=r"Nobody has signed version 2\.0"):
        versions.bring_into_force(seat.data, seat.moment)
    seat.sign("BB")
    seat.run(versions.bring_into_force(seat.data, seat.moment))
    assert seat.version("1.0").status is VersionStatus.SUPERSEDED
    assert seat.version("1.0").texts == first.texts
    assert seat.block("p4").text_in_force == "Neuer Text."
    assert all(may_vote(o, VALID) for o in seat.data.rows(Organisation))


def test_a_proposal_goes_back_to_work_and_nothing_returns_from_open() -> None:
    seat = Seat()
    seat.run(versions.new_version(seat.data, seat.moment))
    seat.run(versions.propose(seat.data, seat.moment))
    seat.run(versions.rework(seat.data, seat.moment))
    assert (seat.version().status, seat.version().texts) == (VersionStatus.WORKING, {})
    seat.run(versions.propose(seat.data, seat.moment))
    seat.run(versions.adopt(seat.data, seat.moment, decision="B-2026-1-1"))
    seat.run(versions.open_for_signature(seat.data, seat.moment))
    for step in (versions.propose, versions.rework, versions.open_for_signature):
        with pytest.raises(Refused, match="does not change any more"):
            step(seat.data, seat.moment)
    with pytest.raises(Refused, match="does not change any more"):
        versions.adopt(seat.data, seat.moment, decision="B-2026-1-1")


def test_a_wording_changed_after_the_proposal_is_not_adopted_unseen() -> None:
    seat = Seat()
    seat.run(versions.new_version(seat.data, seat.moment))
    seat.run(versions.propose(seat.data, seat.moment))
    seat.run(set_block(seat.data, seat.moment, key="p1", text="Anders."))
    with pytest.raises(Refused, match="propose it again"):
        versions.adopt(seat.data, seat.moment, decision="B-2026-1-1")
    seat.run(versions.propose(seat.data, seat.moment))
    seat.run(versions.adopt(seat.data, seat.moment, decision="B-2026-1-1"))
    assert seat.version().texts["p1"] == "Anders."


def test_a_proposal_needs_every_point_and_no_place_left() -> None:
    seat = Seat()
    seat.run(versions.new_version(seat.data, seat.moment))
    seat.run(set_block(seat.data, seat.moment, key="p5", text=""))
    with pytest.raises(Refused, match="why they are not needed: 5"):
        versions.propose(seat.data, seat.moment)
    seat.run(
        set_block(
            seat.data,
            seat.moment,
            key="p5",
            state=BlockState.NOT_NEEDED,
            reason="Wir führen keine.",
        )
    )
    seat.run(set_block(seat.data, seat.moment, key="p6", text="Binnen {{ tage }} Tagen."))
    with pytest.raises(Refused, match="Point 6 still has places to fill: tage"):
        versions.propose(seat.data, seat.moment)
    seat.run(set_block(seat.data, seat.moment, key="p6", text="Binnen fünf Tagen."))
    seat.run(versions.propose(seat.data, seat.moment))
    assert "p5" not in seat.version().texts
    assert seat.version().not_needed == {"p5": "Wir führen keine."}
    assert seat.version().sha256 == checksum(seat.version().texts)
    assert set(POINT_BLOCKS) - set(seat.version().texts) == {"p5"}


def test_why_a_point_is_not_needed_is_no_part_of_the_checksum() -> None:
    hashes = set()
    for reason in ("Wir führen keine.", "Andere führen sie."):
        seat = Seat()
        seat.run(versions.new_version(seat.data, seat.moment))
        seat.run(
            set_block(seat.data, seat.moment, key="p5", state=BlockState.NOT_NEEDED, reason=reason)
        )
        seat.run(versions.propose(seat.data, seat.moment))
        assert seat.version().not_needed == {"p5": reason}
        hashes.add(seat.version().sha256)
        seat.run(versions.rework(seat.data, seat.moment))
        assert seat.version().not_needed == {}
    assert len(hashes) == 1


def test_adopted_needs_a_decision_in_force_or_a_day() -> None:
    seat = Seat()
    seat.run(versions.new_version(seat.data, seat.moment))
    seat.run(versions.propose(seat.data, seat.moment))
    with pytest.raises(Refused, match="needs the number of its decision"):
        versions.adopt(seat.data, seat.moment)
    with pytest.raises(Refused, match="no decision B-9"):
        versions.adopt(seat.data, seat.moment, decision="B-9")
    with pytest.raises(Refused, match="before it was adopted"):
        versions.adopt(
            seat.data,
            seat.moment,
            decision="B-2026-1-1",
            valid_from=ADOPTED - dt.timedelta(days=1),
        )


def test_without_a_number_a_step_means_the_version_it_fits() -> None:
    seat = Seat().opened()
    seat.run(versions.new_version(seat.data, seat.moment))
    seat.sign("AA")
    seat.on(VALID)
    seat.run(versions.bring_into_force(seat.data, seat.moment))
    assert seat.version("1.0").status is VersionStatus.IN_FORCE
    seat.run(versions.propose(seat.data, seat.moment))
    assert seat.version("2.0").status is VersionStatus.PROPOSED


def test_its_day_has_to_come() -> None:
    seat = Seat().opened()
    seat.sign("AA")
    with pytest.raises(Refused, match=r"valid from 2026-04-01"):
        versions.bring_into_force(seat.data, seat.moment)


def test_a_version_on_paper_supersedes_the_one_before() -> None:
    seat = Seat()
    seat.run(versions.new_version(seat.data, seat.moment, number="1.1", on_paper=ADOPTED))
    seat.run(versions.new_version(seat.data, seat.moment, number="1.2", on_paper=VALID))
    assert [v.status for v in seat.data.rows(Version)] == [
        VersionStatus.SUPERSEDED,
        VersionStatus.IN_FORCE,
    ]
    with pytest.raises(Refused, match="higher number"):
        versions.new_version(seat.data, seat.moment, number="0.9", on_paper=VALID)
    assert check_versions(seat.data) == ()


def test_what_does_not_fit_is_named() -> None:
    seat = Seat().in_force()
    version, given = seat.version(), seat.data.rows(Signature)[0]
    texts = {**version.texts, "p1": "Heimlich anders."}

    def said(*records: Version | Signature | Block | Decision) -> list[str]:
        data = seat.data.apply(Change(puts=records))
        return [one.message.format(**one.args) for one in check_versions(data)]

    edited = msgspec.structs.replace(version, texts=texts)
    assert "Version 1.0: its text no longer matches its checksum." in said(edited)
    swapped = msgspec.structs.replace(edited, sha256=checksum(texts))
    assert "The signature of AA was given to another text than version 1.0." in said(swapped)
    lost = msgspec.structs.replace(given, version=f"{99:032x}")
    assert said(lost) == ["The signature of AA belongs to no version."]
    block = msgspec.structs.replace(seat.block("p2"), text_in_force="Anders.")
    assert said(block) == ["Block “p2”: its text in force is not that of version 1.0."]
    void = msgspec.structs.replace(seat.data.rows(Decision)[0], status=DecisionStatus.VOID)
    assert said(void) == ["Version 1.0 rests on decision B-2026-1-1, which is not in force."]


def test_an_edited_text_is_neither_signed_nor_brought_into_force() -> None:
    seat = Seat().opened()
    seat.sign("AA")
    seat.run(Change(puts=(msgspec.structs.replace(seat.version(), texts={"p1": "Heimlich."}),)))
    seat.on(VALID)
    with pytest.raises(Refused, match="no longer matches"):
        seat.sign("BB")
    with pytest.raises(Refused, match="no longer matches"):
        versions.bring_into_force(seat.data, seat.moment)
