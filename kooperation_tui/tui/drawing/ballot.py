"""A ballot in words: the result first, then what it was counted from."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.capture.echo_ballots import warning_words
from kooperation_tui.domain import ballots as b
from kooperation_tui.domain import events as ev
from kooperation_tui.domain.model import Method
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View


def result_words(ballot: b.Ballot, tr: Translator) -> tuple[str, str]:
    """The result as a word, and its tone."""
    if ballot.method is Method.STRAW:
        return tr.t("impression, not binding"), "dim"
    match ballot.result:
        case b.Result.CARRIED if ballot.method is Method.RESISTANCE:
            return tr.t("result"), "good"
        case b.Result.CARRIED:
            return tr.t("carried"), "good"
        case b.Result.REJECTED:
            return tr.t("rejected"), "bad"
        case b.Result.NOT_QUORATE:
            return tr.t("no quorum"), "bad"
    return tr.t("still open"), "warn"


def ballot_lines(view: View, what: ev.Balloted) -> list[Content]:
    """The counts, and under them what they are measured by."""
    tr, ballot = view.tr, what.ballot
    counted = tally_words(ballot.tally, tr)
    rows = [ink.put(counted)] if counted else []
    base = [
        tr.t(
            "{represented} of {entitled} represented",
            represented=len(ballot.represented),
            entitled=len(ballot.entitled),
        )
    ]
    if ballot.majority is not None:
        base.insert(0, tr.t("needed: {majority}", majority=tr.t(words.MAJORITIES[ballot.majority])))
    if ballot.recused:
        base.append(tr.t("not voting: {codes}", codes=words.codes(view.data, ballot.recused)))
    rows.append(ink.put((" · ".join(base), "dim")))
    rows += [ink.put((_sentence(warning, ballot, tr), "warn")) for warning in ballot.warnings]
    return rows


def _sentence(warning: str, ballot: b.Ballot, tr: Translator) -> str:
    said = warning_words(warning, ballot, tr)
    return f"{said[:1].upper()}{said[1:]}."


def tally_words(tally: b.Tally, tr: Translator) -> str:
    """What was counted."""
    match tally:
        case b.Votes(yes=yes, no=no, abstain=abstain, not_voted=rest):
            said = [
                tr.t("Yes {count}", count=yes),
                tr.t("No {count}", count=no),
                tr.t("Abstentions {count}", count=abstain),
            ]
            if rest:
                said.append(tr.t("not voted {count}", count=rest))
            return " · ".join(said)
        case b.Silence():
            return tr.t("nobody opposes")
        case b.StandAsides(count=0):
            return tr.t("Consensus")
        case b.StandAsides(count=count):
            return tr.n(
                "Consensus, one partner stands aside",
                "Consensus, {count} partners stand aside",
                count,
            )
        case b.Consent(integrated=integrated, concerns=concerns):
            said = [tr.t("Consent")]
            if integrated:
                said.append(
                    tr.n(
                        "{count} objection integrated", "{count} objections integrated", integrated
                    )
                )
            if concerns:
                said.append(tr.n("{count} concern", "{count} concerns", concerns))
            return " · ".join(said)
        case b.Fingers(counts=counts, threshold=threshold):
            shown = " · ".join(f"{5 - n}: {c}" for n, c in enumerate(counts) if c)
            return tr.t(
                "Fist of five: {shown} (all at least {threshold})", shown=shown, threshold=threshold
            )
        case b.Resistance(options=options, chosen=chosen):
            sums = " · ".join(f"{o.label} {o.resistance}" for o in options)
            best = next((o for o in options if o.label == chosen), None)
            shown = tr.t("Resistance: {sums}", sums=sums)
            return f"{shown} → {best.label} {best.text}" if best is not None else shown
        case b.StrawPoll(text=text):
            return text
