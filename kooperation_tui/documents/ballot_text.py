"""What a ballot says in the minutes: one sentence for each method (domain 4.4)."""

from __future__ import annotations

from kooperation_tui.documents import words
from kooperation_tui.documents.scene import Scene
from kooperation_tui.documents.text import inline, sentence
from kooperation_tui.domain.ballots import (
    Ballot,
    Consent,
    Fingers,
    Resistance,
    Result,
    Silence,
    StandAsides,
    StrawPoll,
    Votes,
)
from kooperation_tui.domain.deciding import NOT_ANNOUNCED
from kooperation_tui.domain.model import Majority
from kooperation_tui.i18n import Translator

_OF_ALL = {Majority.TWO_THIRDS_OF_ALL: (2, 3), Majority.THREE_QUARTERS_OF_ALL: (3, 4)}
_SHARE = {Majority.TWO_THIRDS: (2, 3), Majority.THREE_QUARTERS: (3, 4), **_OF_ALL}


def ballot_sentences(scene: Scene, ballot: Ballot, remarks: tuple[str, ...]) -> str:
    """Method, represented, figures, result, as the model's quotes end.

    A remark may tell how one partner voted; the public version leaves it out.
    """
    tr = scene.tr
    parts = [
        tr.t("Method: {method}.", method=_method(scene, ballot)),
        tr.t(
            "Represented: {count} of {all}.",
            count=len(ballot.represented),
            all=len(ballot.entitled),
        ),
        *_recused(tr, ballot),
        *_figures(scene, ballot, remark_of(scene, remarks)),
        result_sentence(tr, ballot),
        *([tr.t("It was not on the invitation.")] if NOT_ANNOUNCED in ballot.warnings else []),
    ]
    return " ".join(part for part in parts if part)


def remark_of(scene: Scene, remarks: tuple[str, ...]) -> str:
    return "" if scene.public else " ".join(inline(remark) for remark in remarks)


def result_sentence(tr: Translator, ballot: Ballot) -> str:
    match ballot.result:
        case Result.CARRIED if ballot.unanimous:
            return tr.t("Carried unanimously.")
        case Result.CARRIED:
            return tr.t("Carried.")
        case Result.REJECTED:
            return tr.t("Rejected.")
        case Result.NOT_QUORATE:
            return tr.t("Not quorate, therefore no decision.")
        case Result.OPEN:
            return ""


def _method(scene: Scene, ballot: Ballot) -> str:
    tr = scene.tr
    match ballot.tally:
        case Silence():
            return tr.p("method", "without opposition")
        case Votes():
            if ballot.majority is None:
                return tr.p("method", "open vote")
            at = next((c.at for c in scene.state.countings if c.ballot is ballot), None)
            cast = scene.state.votes(at).rules.abstentions_count
            return tr.t(
                "open vote, {majority}",
                majority=words.majority(tr, ballot.majority, of_all_cast=cast),
            )
        case StandAsides(count=0):
            return tr.p("method", "consensus, nobody stands aside")
        case StandAsides(count=count):
            return tr.n(
                "consensus, one partner stands aside",
                "consensus, {count} partners stand aside",
                count,
            )
        case Consent():
            return tr.p("method", "consent")
        case Fingers(threshold=threshold):
            return tr.t(
                "fist of five, carried if everyone shows {threshold} or more", threshold=threshold
            )
        case Resistance(voters=voters, scale=scale):
            return tr.n(
                "systemic consensing, {count} vote, scale 0–{scale}",
                "systemic consensing, {count} votes, scale 0–{scale}",
                voters,
                scale=scale,
            )
        case StrawPoll():
            return tr.p("method", "straw poll (not binding)")


def _recused(tr: Translator, ballot: Ballot) -> list[str]:
    count = len(ballot.recused)
    return [tr.t("Not voting because of a conflict of interest: {count}.", count=count)] * bool(
        count
    )


def _figures(scene: Scene, ballot: Ballot, remark: str) -> list[str]:
    tr = scene.tr
    match ballot.tally:
        case Votes() as votes:
            return _votes(tr, ballot, votes, remark)
        case Consent() as consent:
            said = _consent(tr, consent)
        case Fingers() as fingers:
            said = [carried_fingers(tr, fingers, ballot.round)]
        case Resistance() as resistance if resistance.chosen:
            said = [_lowest(tr, resistance)]
        case StrawPoll(text=text):
            said = [sentence(inline(text))]
        case _:
            said = []
    return [*said, sentence(remark)] if remark else said


def _votes(tr: Translator, ballot: Ballot, votes: Votes, remark: str) -> list[str]:
    figures = tr.t(
        "Yes {yes}, no {no}, abstentions {abstain}",
        yes=votes.yes,
        no=votes.no,
        abstain=votes.abstain,
    )
    said = [f"**{figures}** ({remark})." if remark else f"**{figures}.**"]
    if votes.not_voted:
        said.append(tr.t("Did not vote: {count}.", count=votes.not_voted))
    share = _SHARE.get(ballot.majority) if ballot.majority is not None else None
    base = len(ballot.entitled) if ballot.majority in _OF_ALL else votes.yes + votes.no
    if share is not None and base:
        said.append(
            tr.t(
                "Approval {yes} of {cast} ({share}), required {needed}.",
                yes=votes.yes,
                cast=base,
                share=tr.percent(votes.yes, base),
                needed=tr.percent(*share),
            )
        )
    return said


def _consent(tr: Translator, consent: Consent) -> list[str]:
    figures = tr.t("Open paramount objections: {count}", count=consent.open)
    settled = []
    if consent.integrated:
        settled.append(tr.t("{count} integrated", count=consent.integrated))
    if consent.withdrawn:
        settled.append(tr.t("{count} withdrawn", count=consent.withdrawn))
    said = [f"**{figures}** ({', '.join(settled)})." if settled else f"**{figures}.**"]
    if consent.concerns:
        said.append(tr.t("Concerns: {count}.", count=consent.concerns))
    return said


def _lowest(tr: Translator, resistance: Resistance) -> str:
    chosen = next((o for o in resistance.options if o.label == resistance.chosen), None)
    if chosen is None:
        return ""
    figures = tr.t(
        "Lowest resistance: {option} with {sum}",
        option=inline(chosen.label),
        sum=chosen.resistance,
    )
    return f"**{figures}.**"


def carried_fingers(tr: Translator, fingers: Fingers, round_: int) -> str:
    """Second check: **five fingers 4, four fingers 4, three fingers 2, below three 0.**"""
    threshold = fingers.threshold
    shown = [
        f"{_finger(tr, number)} {count}"
        for number, count in _counts(fingers)
        if count and number >= threshold
    ]
    below = sum(count for number, count in _counts(fingers) if number < threshold)
    shown.append(_below(tr, threshold, below))
    figures = ", ".join(shown)
    if round_ < 2:
        return f"**{words.capital(figures)}.**{legend(tr, fingers)}"
    return f"{_round(tr, round_)} **{figures}.**{legend(tr, fingers)}"


def legend(tr: Translator, fingers: Fingers) -> str:
    """What the fingers meant, if the network agreed on it: there is no single legend."""
    meanings = zip(range(5, -1, -1), fingers.legend, strict=False)
    said = ", ".join(f"{number} = {inline(text)}" for number, text in meanings if text)
    return f" {tr.t('Meaning: {legend}.', legend=said)}" if said else ""


def failed_fingers(scene: Scene, ballot: Ballot, fingers: Fingers) -> str:
    """First fist-of-five check: five fingers 4, four fingers 3, two fingers 1."""
    tr = scene.tr
    shown = ", ".join(
        tr.p("first check", "{fingers} {count}", fingers=_finger(tr, number), count=count)
        for number, count in _counts(fingers)
        if count
    )
    check = _fist_round(tr, ballot.round)
    return f"{check} {shown}.{legend(tr, fingers)}"


def _counts(fingers: Fingers) -> list[tuple[int, int]]:
    return list(zip(range(5, -1, -1), fingers.counts, strict=True))


def _finger(tr: Translator, number: int) -> str:
    return (
        tr.p("fingers", "no finger"),
        tr.p("fingers", "one finger"),
        tr.p("fingers", "two fingers"),
        tr.p("fingers", "three fingers"),
        tr.p("fingers", "four fingers"),
        tr.p("fingers", "five fingers"),
    )[number]


def _below(tr: Translator, threshold: int, count: int) -> str:
    # German says "darunter" and needs no number: the message has none either.
    word = (
        "",
        tr.p("fingers", "below one"),
        tr.p("fingers", "below two"),
        tr.p("fingers", "below three"),
        tr.p("fingers", "below four"),
        tr.p("fingers", "below five"),
    )[min(max(threshold, 1), 5)]
    return f"{word} {count}"


def _round(tr: Translator, number: int) -> str:
    match number:
        case 2:
            return tr.t("Second check:")
        case 3:
            return tr.t("Third check:")
        case _:
            return tr.t("Check no. {number}:", number=number)


def _fist_round(tr: Translator, number: int) -> str:
    match number:
        case 1:
            return tr.t("First fist-of-five check:")
        case 2:
            return tr.t("Second fist-of-five check:")
        case 3:
            return tr.t("Third fist-of-five check:")
        case _:
            return tr.t("Fist-of-five check no. {number}:", number=number)
