"""Signatures: given, corrected, and a signed text that stays."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain.commands import versions
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.commands.network import add_partner
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import OrganisationStatus, Signature, SignatureStatus, Version
from kooperation_tui.domain.plan import may_vote
from kooperation_tui.domain.version_checks import check_versions
from kooperation_tui.domain.versions import checksum
from tests.domain.seat import ADOPTED, VALID, Seat


def test_a_signature_carries_the_checksum_and_freezes_the_version() -> None:
    seat = Seat().opened()
    given = seat.sign("AA", function="Leitung", place="Aue")
    version = seat.version()
    assert (given.sha256, version.frozen_on) == (version.sha256, ADOPTED)
    assert version.sha256 == checksum(version.texts)
    again = seat.sign("AA", function="Leitung")
    assert again == given and len(seat.data.rows(Signature)) == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"status": SignatureStatus.RESERVED}, "which committee"),
        ({"status": SignatureStatus.REFUSED}, "Refused needs a reason"),
        ({"name": ""}, "needs the name"),
        ({"on": dt.date(2026, 5, 1)}, "a day to come"),
        ({"on": dt.date(2026, 2, 1)}, "nobody signed it before"),
        ({"number": "9.9"}, "no version 9.9"),
    ],
)
def test_what_is_no_signature_is_refused(more: dict[str, object], said: str) -> None:
    seat = Seat().opened()
    with pytest.raises(Refused, match=said):
        seat.sign("AA", **more)
    assert seat.version().frozen_on is None


def test_nobody_signs_what_is_not_open() -> None:
    seat = Seat().adopted()
    with pytest.raises(Refused, match="No version is open"):
        seat.sign("AA")
    with pytest.raises(Refused, match="not open for signature"):
        seat.sign("AA", number="1.0")


PENDING, REFUSED = SignatureStatus.PENDING, SignatureStatus.REFUSED


def test_a_given_signature_stays_unless_it_is_corrected_in_the_open() -> None:
    seat = Seat().opened()
    given = seat.sign("AA", function="Leitung", place="Aue")
    for other in ({"name": "Ganz Andere"}, {"status": REFUSED, "reason": "Nein"}):
        with pytest.raises(Refused, match="correct it with a reason"):
            seat.sign("AA", **other)
        with pytest.raises(Refused, match=r"needs a reason|only with a reason"):
            seat.sign("AA", **{**other, "correct": True, "reason": ""})
    wrong = seat.sign("AA", name="Ada Klein-Groß", correct=True, reason="Name verlesen")
    assert (wrong.id, wrong.sha256) == (given.id, given.sha256)
    assert (wrong.name, wrong.function, wrong.reason) == ("Ada Klein-Groß", "Leitung", "")
    [kept] = wrong.earlier
    assert (kept.name, kept.corrected_on, kept.reason) == ("Ada Klein", ADOPTED, "Name verlesen")
    back = seat.sign("AA", status=PENDING, correct=True, reason="Falsche Zeile")
    assert (back.sha256, back.signed_on, back.reason) == ("", None, "Falsche Zeile")
    assert [e.name for e in back.earlier] == ["Ada Klein", "Ada Klein-Groß"]
    assert seat.version().frozen_on == ADOPTED


def test_once_in_force_a_signature_is_corrected_only_on_the_day_it_was_noted() -> None:
    seat = Seat().in_force()
    for more in ({"name": "Ganz Andere"}, {"status": REFUSED}, {"status": PENDING}):
        with pytest.raises(Refused, match="its signature stays"):
            seat.sign("AA", **more, correct=True, reason="Nein")
    seat.sign("BB")
    assert seat.sign("BB", name="Ina", correct=True, reason="Verlesen").name == "Ina"
    seat.on(VALID + dt.timedelta(days=1))
    with pytest.raises(Refused, match="its signature stays"):
        seat.sign("BB", name="Eva", correct=True, reason="Verlesen")


def test_what_is_noted_of_a_paper_can_be_corrected_later() -> None:
    seat = Seat()
    seat.run(versions.new_version(seat.data, seat.moment, number="1.1", on_paper=ADOPTED))
    seat.sign("AA", number="1.1")
    seat.on(VALID)
    with pytest.raises(Refused, match="correct it with a reason"):
        seat.sign("AA", number="1.1", name="Thomas Berg")
    right = seat.sign("AA", number="1.1", name="Thomas Berg", correct=True, reason="laut Papier")
    assert [e.name for e in right.earlier] == ["Ada Klein"]


def test_an_applicant_votes_from_its_signature() -> None:
    seat = Seat().in_force()
    seat.run(
        add_partner(
            seat.data,
            seat.moment,
            code="HS",
            name="Hochschule",
            status=OrganisationStatus.APPLICANT,
        )
    )
    assert not may_vote(seat.partner("HS"), VALID)
    with pytest.raises(Refused, match="name the decision"):
        seat.sign("HS")
    with pytest.raises(Refused, match="no decision B-2"):
        seat.sign("HS", decision="B-2")
    given = seat.sign("HS", decision="B-2026-1-1")
    joined = seat.partner("HS")
    assert given.accession and (joined.status, joined.joined_on) == (
        OrganisationStatus.PARTNER,
        VALID,
    )
    assert may_vote(joined, VALID)
    assert not may_vote(joined, VALID - dt.timedelta(days=1))
    seat.sign("HS", status=PENDING, correct=True, reason="Falsche Zeile")
    assert not may_vote(seat.partner("HS"), VALID)
    assert seat.partner("HS").status is OrganisationStatus.APPLICANT


def test_a_partner_entered_later_votes_from_its_signature() -> None:
    seat = Seat().in_force()
    seat.run(add_partner(seat.data, seat.moment, code="DD", name="Haus DD"))
    assert not may_vote(seat.partner("DD"), VALID)
    seat.sign("DD")
    assert may_vote(seat.partner("DD"), VALID)


def _write(seat: Seat, key: str) -> Change:
    return set_block(seat.data, seat.moment, key=key, text=f"Neu {len(seat.data.tables)}.")


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("write", "new", "propose", "rework", "adopt", "open", "force"),
                *("sign", "back", "right", "paper"),
            ]
        ),
        st.sampled_from(["", "1.0", "2.0"]),
        st.sampled_from(["p1", "p4", "goals"]),
    ),
    max_size=14,
)


@given(STEPS)
def test_no_command_changes_a_signed_version(steps: list[tuple[str, str, str]]) -> None:
    seat = Seat().opened()
    given_ = seat.sign("AA")
    seat.on(VALID)
    signed = seat.version()
    for step, number, key in steps:
        try:
            _do(seat, step, number, key)
        except Refused:
            continue
        now = seat.version("1.0")
        kept = (now.number, now.texts, now.sha256, now.frozen_on, now.adopted_on, now.decision)
        assert kept == (
            *(signed.number, signed.texts, signed.sha256),
            *(signed.frozen_on, signed.adopted_on, signed.decision),
        )
        for one in seat.data.rows(Signature):
            if one.status is SignatureStatus.SIGNED:
                version = seat.data.get(Version, one.version)
                assert one.sha256 == checksum(version.texts)
        assert check_versions(seat.data) == ()
        [own] = [s for s in seat.data.rows(Signature) if s.id == given_.id]
        first = own.earlier[0] if own.earlier else own
        assert (first.name, first.signed_on, first.sha256) == (
            *(given_.name, given_.signed_on, given_.sha256),
        )
    assert given_.sha256 == signed.sha256


def _do(seat: Seat, step: str, number: str, key: str) -> None:
    data, moment = seat.data, seat.moment
    match step:
        case "write":
            seat.run(_write(seat, key))
        case "new":
            seat.run(versions.new_version(data, moment, number=number))
        case "propose":
            seat.run(versions.propose(data, moment, number=number))
        case "rework":
            seat.run(versions.rework(data, moment, number=number))
        case "adopt":
            seat.run(versions.adopt(data, moment, number=number, decision="B-2026-1-1"))
        case "open":
            seat.run(versions.open_for_signature(data, moment, number=number))
        case "force":
            seat.run(versions.bring_into_force(data, moment, number=number))
        case "sign":
            seat.sign("BB", number=number)
        case "back":
            seat.sign("AA", number=number, status=SignatureStatus.REFUSED, reason="Nein")
        case "right":
            seat.sign("AA", number=number, name=f"Ada {key}", correct=True, reason="Verlesen")
        case _:
            seat.run(versions.new_version(data, moment, number="3.0", on_paper=VALID))
