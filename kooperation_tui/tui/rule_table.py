"""The rules of procedure one by one: name, words for the value, what may be chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from kooperation_tui.domain.model import (
    CircularRules,
    Majorities,
    Method,
    Quorum,
    QuorumKind,
    RuleSet,
    Silence,
    Subject,
)
from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui.words import MAJORITIES, SUBJECTS

Options = tuple[tuple[Any, str], ...]

QUORUMS: Final[Options] = (
    (Quorum(), N_("no minimum number")),
    (Quorum(kind=QuorumKind.HALF), N_("at least half of the partners")),
    (Quorum(kind=QuorumKind.MORE_THAN_HALF), N_("more than half of the partners")),
    (
        Quorum(kind=QuorumKind.FRACTION, numerator=2, denominator=3),
        N_("two thirds of the partners"),
    ),
    (
        Quorum(kind=QuorumKind.FRACTION, numerator=3, denominator=4),
        N_("three quarters of the partners"),
    ),
)
_MAJORITIES: Final[Options] = tuple(MAJORITIES.items())
_OWN: Final[Options] = ((None, N_("as in ordinary matters")), *_MAJORITIES)
_METHODS: Final[Options] = (
    (Method.VOTE, N_("vote")),
    (Method.CONSENT, N_("consent")),
    (Method.CONSENSUS, N_("consensus")),
    (Method.FIST_OF_FIVE, N_("fist of five")),
)
_YES_NO: Final[Options] = ((False, N_("no")), (True, N_("yes")))
_WORKING: Final[Options] = ((True, N_("working days")), (False, N_("calendar days")))
_SILENCE: Final[Options] = (
    (Silence.ABSTAINS, N_("an abstention")),
    (Silence.NO, N_("a no")),
)


@dataclass(frozen=True)
class Rule:
    """A rule: its place in the rule set (`majorities.admission`), and how it is asked for.

    `options` are its values; without any it is a number of `unit`, or none.
    """

    id: str
    label: str
    options: Options = ()
    unit: Callable[[Translator, int], str] | None = None
    many: bool = False

    @property
    def field(self) -> str:
        """The field of the rule set that it is stored in."""
        return self.id.partition(".")[0]


def _days(tr: Translator, count: int) -> str:
    return tr.n("{count} day", "{count} days", count)


def _years(tr: Translator, count: int) -> str:
    return tr.n("{count} year", "{count} years", count)


def _times(tr: Translator, count: int) -> str:
    return tr.n("{count} meeting", "{count} meetings", count)


RULES: Final = (
    Rule("quorum", N_("Can decide"), QUORUMS),
    Rule("majorities.default", N_("Majority"), _MAJORITIES),
    Rule("majorities.agreement", N_("… for the agreement"), _OWN),
    Rule("majorities.admission", N_("… for admission"), _OWN),
    Rule("majorities.exclusion", N_("… for exclusion"), _OWN),
    Rule("majorities.election", N_("… for elections"), _OWN),
    Rule("majorities.budget", N_("… for money"), _OWN),
    Rule("abstentions_count", N_("Abstentions count as votes"), _YES_NO),
    Rule("first_method", N_("Tried first"), _METHODS),
    Rule("must_be_announced", N_("Must be in the invitation"), tuple(SUBJECTS.items()), many=True),
    Rule("invitation_days", N_("Invitation ahead"), unit=_days),
    Rule("agenda_request_days", N_("Agenda requests ahead"), unit=_days),
    Rule("second_meeting_days", N_("Second meeting within"), unit=_days),
    Rule("minutes_days", N_("Minutes within"), unit=_days),
    Rule("minutes_working_days", N_("… counted in"), _WORKING),
    Rule("objection_days", N_("Objections within"), unit=_days),
    Rule("circular.days", N_("In text form: time to answer"), unit=_days),
    Rule("circular.silence", N_("… silence is"), _SILENCE),
    Rule("circular.majority", N_("… majority"), _OWN),
    Rule("circular.stopped", N_("… one objection stops it"), _YES_NO),
    Rule("absence_limit", N_("A talk after missing"), unit=_times),
    Rule("attendance_years", N_("Attendance times are kept"), unit=_years),
)
BY_ID: Final = {rule.id: rule for rule in RULES}


def value_of(rules: RuleSet, rule: Rule) -> Any:
    """The value of a rule."""
    value: Any = rules
    for name in rule.id.split("."):
        value = getattr(value, name)
    return value


def with_value(rules: RuleSet, rule: Rule, value: Any) -> RuleSet:
    """The rules with another value of one of them."""
    outer, _, inner = rule.id.partition(".")
    if inner:
        value = msgspec.structs.replace(getattr(rules, outer), **{inner: value})
    return msgspec.structs.replace(rules, **{outer: value})


def full_name(rule: Rule, tr: Translator) -> str:
    """The name of a rule away from the table: `… for admission` goes on the row above it."""
    name, more = tr.t(rule.label), "… "
    if not name.startswith(more):
        return name
    above = next(r for r in reversed(RULES[: RULES.index(rule)]) if "… " not in r.label)
    if rule.field != "majorities":
        return tr.t(above.label)
    return f"{tr.t(above.label)} {name.removeprefix(more)}"


def words_of(rule: Rule, value: Any, tr: Translator) -> str:
    """A value of a rule in words."""
    if rule.many:
        chosen = [tr.t(label) for one, label in rule.options if one in value]
        return ", ".join(chosen) or tr.t("nothing")
    if rule.unit is not None:
        return rule.unit(tr, value) if value else "–"
    known = next((label for one, label in rule.options if one == value), None)
    if known is not None:
        return tr.t(known)
    if isinstance(value, Quorum) and value.kind is QuorumKind.NUMBER:
        return tr.n("{count} partner", "{count} partners", value.number)
    if isinstance(value, Quorum):
        return tr.t(
            "{part} of {whole} of the partners", part=value.numerator, whole=value.denominator
        )
    return str(value)


def agreed_words(rule: Rule, agreed: str, tr: Translator) -> str:
    """The value of a rule's field that was agreed, from its JSON, in words."""
    kinds: dict[str, Any] = {
        "quorum": Quorum,
        "majorities": Majorities,
        "must_be_announced": tuple[Subject, ...],
        "first_method": Method,
        "circular": CircularRules,
    }
    value: Any = msgspec.json.decode(agreed.encode(), type=kinds.get(rule.field, Any))
    inner = rule.id.partition(".")[2]
    return words_of(rule, getattr(value, inner) if inner else value, tr)
