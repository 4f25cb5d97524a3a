"""The life of a version: its text, its checksum, its states, its signatures."""

from __future__ import annotations

import datetime as dt
import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain.commands import signing, versions
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.commands.founding import found
from kooperation_tui.domain.commands.network import add_decision, add_partner
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BLOCKS,
    POINT_BLOCKS,
    Block,
    BlockState,
    Decision,
    DecisionStatus,
    Organisation,
    OrganisationStatus,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import by_code, may_vote
from kooperation_tui.domain.version_checks import check_versions
from kooperation_tui.domain.versions import (
    canonical_text,
    checksum,
    filled,
    next_number,
    number_key,
    placeholders,
)
from tests.model_network import ZONE, ids

WRITTEN = st.text(max_size=60).map(lambda text: text.replace(chr(13), ""))
TEXTS = st.dictionaries(st.sampled_from(BLOCKS), WRITTEN)
ADOPTED = dt.date(2026, 3, 1)
VALID = dt.date(2026, 4, 1)


class Seat:
    """A network on a day, changed by commands."""

    def __init__(self) -> None:
        self._new_id = ids()
        self.on(ADOPTED)
        self.data = Data.of(
            found(self.moment, name="Netz", plenary="Treffen", language="de", place="Aue")
        )
        for code in ("AA", "BB", "CC"):
            self.run(add_partner(self.data, self.moment, code=code, name=f"Haus {code}"))
        for key in BLOCKS:
            self.run(set_block(self.data, self.moment, key=key, text=f"Text von {key}."))
        self.run(add_decision(self.data, self.moment, number="B-2026-1-1", text="Angenommen."))

    def on(self, day: dt.date) -> Seat:
        now = dt.datetime.combine(day, dt.time(12), ZONE)
        self.moment = Moment(now=now, new_id=self._new_id)
        return self

    def run(self, change: Change) -> object:
        self.data = self.data.apply(change)
        return change.result

    def partner(self, code: str) -> Organisation:
        found = by_code(self.data, code)
        assert found is not None
        return found

    def version(self, number: str = "1.0") -> Version:
        return versions.find_version(self.data, number)

    def block(self, key: str) -> Block:
        return next(b for b in self.data.rows(Block) if b.key == key)

    def adopted(self) -> Seat:
        self.run(versions.new_version(self.data, self.moment, valid_from=VALID))
        self.run(versions.propose(self.data, self.moment))
        self.run(versions.adopt(self.data, self.moment, decision="B-2026-1-1"))
        return self

    def opened(self) -> Seat:
        self.adopted()
        self.run(versions.open_for_signature(self.data, self.moment))
        return self

    def sign(self, code: str, **more: object) -> Signature:
        given: dict[str, object] = {"name": "Ada Klein", **more}
        result = self.run(
            signing.sign(
                self.data,
                self.moment,
                organisation=self.partner(code).id,
                **given,  # type: ignore[arg-type]
            )
        )
        assert isinstance(result, Signature)
        return result

    def in_force(self) -> Seat:
        self.opened()
        self.sign("AA")
        self.on(VALID)
        self.run(versions.bring_into_force(self.data, self.moment))
        return self


# --- one form, one checksum ---------------------------------------------------------


@given(TEXTS)
def test_how_a_text_was_saved_does_not_change_the_checksum(texts: dict[str, str]) -> None:
    other = {
        key: "\r\n".join(
            f"{line} \t" for line in unicodedata.normalize("NFD", texts[key]).split("\n")
        )
        for key in reversed(list(texts))
    }
    assert checksum(other) == checksum(texts)


@given(TEXTS, TEXTS)
def test_other_words_or_places_give_another_checksum(
    one: dict[str, str], other: dict[str, str]
) -> None:
    same = canonical_text(one) == canonical_text(other)
    assert (checksum(one) == checksum(other)) is same


def test_a_wording_cannot_pass_for_the_next_block() -> None:
    one = {"p1": "Erstes.", "p2": "Zweites."}
    other = {"p1": "Erstes.\np2 1\nZweites."}
    assert canonical_text(one) == "p1 1\nErstes.\np2 1\nZweites.\n"
    assert checksum(one) != checksum(other)


def test_the_checksum_of_known_words_never_changes() -> None:
    texts = {"preamble": "Wir für alle.", "p1": "Zeile eins.\n\nZeile zwei."}
    assert checksum(texts) == "3c13c964944b9c6c04943a56d473d301be8333ab52531ded37a3910bb08f1f9d"


def test_places_are_found_and_filled() -> None:
    text = "Nach {{ tage }} Tagen, {{tage}} für {{ partner }}."
    assert placeholders(text) == ("tage", "partner")
    assert filled(text, {"tage": "5"}) == "Nach 5 Tagen, 5 für {{ partner }}."
    assert placeholders("{ kein } {{ zwei worte }}") == ()


def test_numbers_are_sorted_as_numbers() -> None:
    assert sorted(["1.10", "1.9", "2.0"], key=number_key) == ["1.9", "1.10", "2.0"]
    assert next_number(Seat().data) == "1.0"
    assert next_number(Seat().adopted().data) == "2.0"


# --- the steps ------------------------------------------------------------------------


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


# --- signatures ------------------------------------------------------------------------


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


# --- what somebody changed outside -------------------------------------------------------


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


# --- whatever happens, a signed text stays --------------------------------------------------


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
