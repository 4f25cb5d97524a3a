"""What a ballot says, in the echo's few words."""

from __future__ import annotations

from collections.abc import Iterator

from kooperation_tui.capture import words
from kooperation_tui.capture.echo_types import Part, Tone
from kooperation_tui.domain import ballots as b
from kooperation_tui.domain.deciding import (
    BELOW_QUORUM,
    GUEST_PRESENT,
    INVITATION_UNKNOWN,
    INVITED_LATE,
    NOT_ANNOUNCED,
    PROPOSED_MAJORITY,
)
from kooperation_tui.domain.model import Majority
from kooperation_tui.i18n import Translator

_OF_ALL = (Majority.TWO_THIRDS_OF_ALL, Majority.THREE_QUARTERS_OF_ALL)
_SHARED = (Majority.TWO_THIRDS, Majority.THREE_QUARTERS, *_OF_ALL)


def ballot_parts(ballot: b.Ballot, *, abstentions_count: bool, tr: Translator) -> Iterator[Part]:
    """Counts against the votes represented, the result, what is odd about it."""
    there = len(ballot.represented)
    tone = Tone.OK if ballot.result is b.Result.CARRIED else Tone.WARN
    # What contradicts the result stands beside it: where there is no room, the rest is cut off.
    first = [code for code in ballot.warnings if code == PROPOSED_MAJORITY]
    if isinstance(ballot.tally, b.Votes):
        yield Part(text=_votes(ballot.tally, there, tr))
        yield Part(text=_result(ballot, tr), tone=tone)
    else:
        yield Part(text=_counted(ballot, tr))
        yield Part(text=_result(ballot, tr), tone=tone)
        yield Part(text=tr.n("{count} represented", "{count} represented", there))
    for warning in first:
        yield Part(text=warning_words(warning, ballot, tr), tone=Tone.WARN)
    if isinstance(ballot.tally, b.Votes):
        yield Part(text=_needed(ballot, ballot.tally, abstentions_count, tr))
        missing = ballot.tally.not_voted
        if missing:
            yield Part(text=tr.p("echo", "{count} not voted", count=missing), tone=Tone.WARN)
    for warning in (code for code in ballot.warnings if code not in first):
        yield Part(text=warning_words(warning, ballot, tr), tone=Tone.WARN)


def _votes(votes: b.Votes, represented: int, tr: Translator) -> str:
    return tr.p(
        "echo",
        "Yes {yes}, no {no}, abstentions {abstain} of {represented} represented",
        yes=votes.yes,
        no=votes.no,
        abstain=votes.abstain,
        represented=represented,
    )


def _counted(ballot: b.Ballot, tr: Translator) -> str:
    match ballot.tally:
        case b.Silence():
            return tr.p("echo", "without opposition")
        case b.StandAsides(count=count):
            if not count:
                return tr.p("echo", "nobody stands aside")
            return tr.n("{count} stands aside", "{count} stand aside", count)
        case b.Consent():
            return _consent(ballot.tally, tr)
        case b.Fingers(counts=counts):
            shown = zip(range(5, -1, -1), counts, strict=True)
            fingers = ", ".join(f"{finger}: {count}" for finger, count in shown if count)
            return tr.p("echo", "fingers {fingers}", fingers=fingers)
        case b.Resistance(options=options):
            sums = ", ".join(f"{o.label} {o.resistance}" for o in options)
            return tr.p("echo", "resistance {sums}", sums=sums)
        case b.StrawPoll(text=text):
            return text
        case b.Votes():
            return ""


def _consent(tally: b.Consent, tr: Translator) -> str:
    return tr.p(
        "echo",
        "no open paramount objection ({integrated} integrated, {withdrawn} withdrawn), "
        "concerns {concerns}",
        integrated=tally.integrated,
        withdrawn=tally.withdrawn,
        concerns=tally.concerns,
    )


def _result(ballot: b.Ballot, tr: Translator) -> str:
    if not ballot.binding:
        return tr.p("echo", "not binding")
    if isinstance(ballot.tally, b.Silence) and ballot.result is b.Result.CARRIED:
        return tr.p("echo", "counts as carried")
    if isinstance(ballot.tally, b.Resistance) and ballot.tally.chosen:
        return tr.p("echo", "least resistance: {label}", label=ballot.tally.chosen)
    match ballot.result:
        case b.Result.CARRIED:
            return (
                tr.p("echo", "carried unanimously") if ballot.unanimous else tr.p("echo", "carried")
            )
        case b.Result.REJECTED:
            return tr.p("echo", "rejected")
        case b.Result.NOT_QUORATE:
            return tr.p("echo", "no quorum, not decided")
        case b.Result.OPEN:
            return _open(ballot, tr)


def _open(ballot: b.Ballot, tr: Translator) -> str:
    if isinstance(ballot.tally, b.Fingers):
        return tr.p("echo", "below {threshold}, stays open", threshold=ballot.tally.threshold)
    return tr.p("echo", "stays open")


def _needed(ballot: b.Ballot, votes: b.Votes, abstentions_count: bool, tr: Translator) -> str:
    """The share of those that count, and what was needed (I-07, I-08)."""
    majority = ballot.majority
    if majority is None:
        return ""
    needed = tr.p("echo", "needed: {majority}", majority=majority_name(majority, tr))
    if majority not in _SHARED:
        return needed
    cast = votes.yes + votes.no + (votes.abstain if abstentions_count else 0)
    if majority in _OF_ALL:
        cast = len(ballot.entitled)
    return f"{tr.p('echo', '{yes} of {cast}', yes=votes.yes, cast=cast)}, {needed}"


def majority_name(majority: Majority, tr: Translator) -> str:
    """The majority in words: two thirds."""
    match majority:
        case Majority.SIMPLE:
            return tr.p("echo", "simple majority")
        case Majority.ABSOLUTE:
            return tr.p("echo", "absolute majority")
        case Majority.TWO_THIRDS:
            return tr.p("echo", "two thirds")
        case Majority.THREE_QUARTERS:
            return tr.p("echo", "three quarters")
        case Majority.UNANIMOUS:
            return tr.p("echo", "unanimity")
        case Majority.TWO_THIRDS_OF_ALL:
            return tr.p("echo", "two thirds of all partners")
        case Majority.THREE_QUARTERS_OF_ALL:
            return tr.p("echo", "three quarters of all partners")
        case Majority.ALL_PARTNERS:
            return tr.p("echo", "all partners")


def warning_words(code: str, ballot: b.Ballot, tr: Translator) -> str:
    """What speaks against a ballot, of which no agreed rule forbids it."""
    said = _rule_words(code, ballot, tr)
    if said and not ballot.rules_agreed:
        return tr.p("echo", "only a proposal, not agreed yet: {rule}", rule=said)
    return said or _other_words(code, ballot, tr)


def _rule_words(code: str, ballot: b.Ballot, tr: Translator) -> str:
    """What a rule asks for that a network may have agreed or not; '' for anything else."""
    if code == BELOW_QUORUM:
        return tr.p("echo", "{needed} partners should be represented", needed=ballot.needed or 0)
    if code == NOT_ANNOUNCED:
        return tr.p("echo", "was not announced in the invitation")
    if code == INVITED_LATE:
        return tr.p("echo", "the invitation went out too late")
    return ""


def _other_words(code: str, ballot: b.Ballot, tr: Translator) -> str:
    if code == INVITATION_UNKNOWN:
        return tr.p("echo", "no invitation is noted; note its day on F3")
    if code == GUEST_PRESENT:
        return tr.p("echo", "a guest is in the room")
    if code == PROPOSED_MAJORITY and ballot.proposed is not None:
        return tr.p(
            "echo",
            "by the proposal of the template ({majority}) rejected; “{short}” after the numbers "
            "records it so, nobody agreed that yet",
            majority=majority_name(ballot.proposed, tr),
            short=_short(ballot.proposed, tr),
        )
    raise ValueError(code)


def _short(majority: Majority, tr: Translator) -> str:
    """What names a majority after the numbers of a count."""
    match majority:
        case Majority.TWO_THIRDS_OF_ALL:
            return tr.p("echo", "2/3 of all")
        case Majority.THREE_QUARTERS_OF_ALL:
            return tr.p("echo", "3/4 of all")
        case Majority.ALL_PARTNERS:
            return tr.p("echo", "all")
        case _:
            return words.majority_word(majority)
