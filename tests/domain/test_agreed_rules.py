"""Rules that wordings state: read, followed when agreed, named when they differ."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.agreed_rules import differences, stated_rules
from kooperation_tui.domain.commands import ruling, versions
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.effects import effects, from_wording
from kooperation_tui.domain.model import (
    BLOCKS,
    BlockState,
    Majority,
    Quorum,
    QuorumKind,
    RuleSet,
)
from kooperation_tui.domain.plan import rules_of
from kooperation_tui.domain.reminders import reminders
from kooperation_tui.domain.stated import stated, unread
from tests.domain.room import Room
from tests.domain.seat import ADOPTED, VALID, Seat

HALF = Quorum(kind=QuorumKind.MORE_THAN_HALF)
TEN = "Das Protokoll geht binnen 10 Tagen an alle. Ohne Einwand binnen 21 Tagen gilt es."
MODEL = {
    "p1": {
        "quorum": HALF,
        "invitation_days": 14,
        "second_meeting_days": 28,
        "majorities.default": Majority.SIMPLE,
        "majorities.agreement": Majority.TWO_THIRDS,
        "majorities.admission": Majority.TWO_THIRDS,
        "majorities.exclusion": Majority.TWO_THIRDS,
        "abstentions_count": False,
        "circular.days": 14,
    },
    "p3": {"absence_limit": 3},
    "p6": {"minutes_days": 5, "minutes_working_days": True, "objection_days": 14},
    "p8": {},
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_model_agreement_is_read_in_both_languages(language: str) -> None:
    package = resources.files("kooperation_tui.practice")
    texts = json.loads(package.joinpath(f"auental.{language}.json").read_text("utf-8"))
    for key, rules in MODEL.items():
        assert stated(key, texts["blocks"][key]) == rules


def clauses(point: str) -> list[dict[str, Any]]:
    package = resources.files("kooperation_tui.documents")
    rows = json.loads(package.joinpath("clauses.json").read_text("utf-8"))
    return [row for row in rows if row["point"] == point]


@given(st.integers(1, 99))
def test_what_is_filled_into_the_minutes_clause_is_what_it_states(days: int) -> None:
    row = next(r for r in clauses("P6") if r["template"] == "informal")
    for text in (
        row["de"].replace("{{ tage }}", str(days)),
        row["en"].replace("{{ days }}", str(days)),
    ):
        found = stated("p6", text)
        assert (found["minutes_days"], found["minutes_working_days"]) == (days, False)
        assert found["objection_days"] == 14


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sample_clause_states_the_same_in_both_languages(language: str) -> None:
    for point in ("P1", "P3", "P6", "P8"):
        for row in clauses(point):
            assert stated(point.lower(), row["de"]) == stated(point.lower(), row["en"])


@pytest.mark.parametrize(
    ("key", "text", "rules"),
    [
        ("p1", "Beschlussfähig sind wir mit zwei Dritteln der Partner.", {
            "quorum": Quorum(kind=QuorumKind.FRACTION, numerator=2, denominator=3)}),
        ("p1", "Vertreten sein muss die Hälfte der Partner.", {
            "quorum": Quorum(kind=QuorumKind.HALF)}),
        ("p1", "Zwei Drittel.", {}),
        ("p1", "Diese Vereinbarung und ihre Änderungen brauchen zwei Drittel aller Partner.", {
            "majorities.agreement": Majority.TWO_THIRDS_OF_ALL}),
        ("p1", "Wir beschließen mit drei Vierteln aller Stimmberechtigten.", {
            "majorities.default": Majority.THREE_QUARTERS_OF_ALL}),
        ("p1", "Diese Vereinbarung braucht zwei Drittel aller Partner.", {
            "majorities.agreement": Majority.TWO_THIRDS_OF_ALL}),
        ("p8", "Admission needs two thirds of all partners.", {
            "majorities.admission": Majority.TWO_THIRDS_OF_ALL}),
        ("p1", "Wir beschließen mit drei Vierteln der Partner, wenn zwei Drittel vertreten sind.", {
            "majorities.default": Majority.THREE_QUARTERS_OF_ALL}),
        ("p1", "Wir entscheiden, wenn zwei Drittel der Partner anwesend sind.", {
            "quorum": Quorum(kind=QuorumKind.FRACTION, numerator=2, denominator=3)}),
        ("p1", "Wir laden ein. Wir treffen uns viermal im Jahr.", {}),
        ("p6", "Es geht binnen zwei Wochen an alle.", {
            "minutes_days": 14, "minutes_working_days": False}),
        ("p6", "Es geht binnen 5 Tagen an alle. Der Entwurf geht binnen 9 Tagen an BB.", {
            "minutes_working_days": False}),
        ("p2", "Es geht binnen 5 Tagen an alle.", {}),
        ("p3", "Wer fehlt, sagt ab.", {}),
    ],
)  # fmt: skip
def test_what_is_not_clear_is_not_stated(key: str, text: str, rules: dict[str, object]) -> None:
    assert stated(key, text) == rules


@given(st.sampled_from(BLOCKS), st.text(max_size=200))
def test_any_text_can_be_read(key: str, text: str) -> None:
    assert isinstance(stated(key, text), dict)
    assert isinstance(unread(key, text), frozenset)


@pytest.mark.parametrize(
    ("key", "text", "names"),
    [
        ("p1", "Änderungen brauchen zwei Drittel aller Stimmen.", {"majorities.agreement"}),
        ("p1", "We decide by a majority of 70 percent.", {"majorities.default"}),
        ("p8", "Das Treffen entscheidet mit Mehrheit.", {"majorities.admission"}),
        (
            "p1",
            "Wir entscheiden mit einfacher Mehrheit. Wir entscheiden mit zwei Dritteln aller "
            "Partner. Es genügt die einfache Mehrheit.",
            {"majorities.default"},
        ),
        ("p1", "Wir treffen uns, wenn zwei Drittel der Partner da sind.", set()),
        ("p1", "Änderungen brauchen zwei Drittel aller Partner.", set()),
        ("p6", "Über Einwände entscheidet die Mehrheit.", set()),
    ],
)
def test_a_majority_that_is_named_and_not_understood_is_known(
    key: str, text: str, names: set[str]
) -> None:
    assert unread(key, text) == names


# --- agreed: the rules follow ----------------------------------------------------------


def with_rules() -> Seat:
    """The rules say five working days; nothing is agreed."""
    seat = Seat()
    rules = msgspec.structs.replace(rules_of(seat.data), minutes_days=5, objection_days=14)
    seat.run(Change(puts=(rules,)))
    return seat


def minutes_rule(data: Any) -> tuple[int | None, bool, int | None]:
    rules = rules_of(data)
    return rules.minutes_days, rules.minutes_working_days, rules.objection_days


def write(seat: Seat, key: str, text: str, *, agreed: bool = True) -> None:
    state = BlockState.AGREED if agreed else None
    seat.run(
        set_block(
            seat.data, seat.moment, key=key, text=text, state=state,
            agreed_on=ADOPTED if agreed else None,
        )
    )  # fmt: skip


def test_a_draft_changes_no_rule_and_an_agreed_wording_does() -> None:
    seat = with_rules()
    write(seat, "p6", TEN, agreed=False)
    assert minutes_rule(seat.data) == (5, True, 14)
    write(seat, "p6", f"{TEN} ")
    assert minutes_rule(seat.data) == (10, False, 21)
    assert stated_rules(seat.data)["minutes_days"] == "p6"


def test_while_a_version_is_in_force_the_rules_wait_for_the_next_one() -> None:
    seat = with_rules().in_force()
    write(seat, "p6", TEN)
    assert minutes_rule(seat.data) == (5, True, 14)
    seat.run(versions.new_version(seat.data, seat.moment))
    seat.run(versions.propose(seat.data, seat.moment))
    seat.run(versions.adopt(seat.data, seat.moment, on_paper=VALID))
    seat.run(versions.open_for_signature(seat.data, seat.moment))
    seat.sign("AA")
    assert minutes_rule(seat.data) == (5, True, 14)
    seat.run(versions.bring_into_force(seat.data, seat.moment))
    assert minutes_rule(seat.data) == (10, False, 21)


def test_a_version_on_paper_brings_its_rules() -> None:
    seat = with_rules()
    write(seat, "p6", TEN, agreed=False)
    seat.run(versions.new_version(seat.data, seat.moment, number="1.1", on_paper=ADOPTED))
    assert minutes_rule(seat.data) == (10, False, 21)


def test_a_void_ballot_takes_its_rules_back_unless_they_were_changed_since() -> None:
    for changed in (False, True):
        room = Room()
        room.run(set_block(room.data, room.moment(), key="p6", text=TEN))
        before = rules_of(room.data)
        room.go(3)
        room.do(it.Propose(text="Punkt 6 gilt.", point="p6"))
        room.do(it.TakeVote(yes=5, no=0, abstain=0))
        assert minutes_rule(room.data) == (10, False, 21)
        if changed:
            own = msgspec.structs.replace(rules_of(room.data), fist_threshold=4)
            room.run(ruling.change_rules(room.data, room.moment(), rules=own))
        room.do(it.VoidBallot(reason="verzählt"))
        assert (rules_of(room.data) == before) is not changed


def test_a_running_meeting_keeps_its_rules() -> None:
    room = Room()
    wording = "Eingeladen wird 30 Tage vorher."
    room.run(set_block(room.data, room.moment(), key="p1", text=wording))
    room.go(3)
    room.do(it.Propose(text="Punkt 1 gilt.", point="p1"))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert rules_of(room.data).invitation_days == 30
    assert room.state.rules.invitation_days is None


# --- what is said of it ----------------------------------------------------------------


def told(seat: Seat, key: str) -> list[str]:
    found = effects(seat.data, key, VALID)
    return [one.message.format(**one.args) for one in found]


def test_only_what_the_wording_states_is_said_to_come_from_it() -> None:
    seat = with_rules()
    assert told(seat, "p6")[0] == "Minutes go out within 5 working days."
    write(seat, "p6", "Wir schreiben Protokolle.")
    assert told(seat, "p6") == [
        "Minutes go out within 5 working days; the wording does not say so.",
        "Objections are possible for 14 days; the wording does not say so.",
    ]
    assert not from_wording(seat.data, "p6") and from_wording(seat.data, "p2")
    write(seat, "p6", TEN)
    assert told(seat, "p6") == [
        "Minutes go out within 10 days.",
        "Objections are possible for 21 days.",
    ]
    assert from_wording(seat.data, "p6")


def test_a_rule_that_differs_from_the_wording_is_named() -> None:
    seat = with_rules()
    write(seat, "p6", TEN)
    write(seat, "p1", "Beschlussfähig ist, wenn mehr als die Hälfte der Partner vertreten ist.")
    assert differences(seat.data) == ()
    changed = msgspec.structs.replace(rules_of(seat.data), minutes_days=5, quorum=Quorum())
    seat.run(ruling.change_rules(seat.data, seat.moment, rules=changed))
    said = [r.said.message.format(**r.said.args) for r in reminders(seat.data, VALID)]
    assert said == [
        "Point 1 sets another quorum than is applied; “set rules quorum=more_than_half” follows "
        "the wording.",
        "Point 6 says 10 days for the minutes, applied are 5; “set rules minutes_days=10” follows "
        "the wording.",
        "A rule was changed on 2026-03-01 without a decision about point 1 (quorum).",
        "A rule was changed on 2026-03-01 without a decision about point 1 (minutes_days).",
    ]
    assert "minutes_days" not in stated_rules(seat.data)


def test_a_change_of_a_rule_that_no_wording_states_is_named_with_its_day() -> None:
    seat = with_rules()
    write(seat, "p1", "Wir treffen uns.")
    changed = msgspec.structs.replace(rules_of(seat.data), fist_threshold=4)
    seat.run(ruling.change_rules(seat.data, seat.moment, rules=changed))
    [one] = reminders(seat.data, VALID)
    assert one.said.args == {"field": "fist_threshold", "day": ADOPTED}


def test_a_network_without_rules_gets_none() -> None:
    seat = Seat()
    network = msgspec.structs.replace(seat.data.network, ruleset="")
    seat.run(Change(puts=(network,), deletes=((RuleSet, seat.data.network.ruleset),)))
    write(seat, "p6", TEN)
    assert seat.data.rows(RuleSet) == ()
