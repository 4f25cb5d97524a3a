"""Decisions by circular: in text form between two meetings (domain 4.4)."""

from __future__ import annotations

from kooperation_tui.documents import words
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline, sentence
from kooperation_tui.domain.applied import Circular, CircularResult
from kooperation_tui.domain.circulars import closed_since_last_meeting, counts, silence_of
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Silence
from kooperation_tui.i18n import Translator


def circulars(scene: Scene, paper: Paper) -> None:
    """The section with its heading, if there were any."""
    found = closed_since_last_meeting(scene.data, scene.meeting, scene.day)
    if not found:
        return
    paper.heading(2, scene.tr.p("minutes", "Decisions by circular since the last meeting"))
    for one in found:
        paper.bullet(circular_line(scene, one))


def circular_line(scene: Scene, one: Circular) -> str:
    """B-2027-U-1: wording. Circular of …, answers n of m: figures; who, for ourselves."""
    tr = scene.tr
    number = f"**{inline(one.decision)}:** " if one.decision else ""
    said = [number + sentence(inline(one.text)), participation(tr, one), _result(tr, one)]
    if scene.internal and one.answers:
        answers = (
            f"{scene.code(a.organisation)} {words.circular_vote(tr, a.vote)}" for a in one.answers
        )
        said.append(tr.t("Answered: {answers}.", answers=", ".join(answers)))
    return " ".join(said)


def participation(tr: Translator, one: Circular) -> str:
    return tr.t(
        "Decision by circular of {day}, answers until {deadline}, {count} of {all} answered.",
        day=tr.date_long(one.opened_on),
        deadline=tr.date_long(one.deadline),
        count=len(one.answers),
        all=len(one.entitled),
    )


def _result(tr: Translator, one: Circular) -> str:
    if one.result is CircularResult.STOPPED:
        return tr.t("Stopped: a partner objected to deciding in text form.")
    return f"{_figures(tr, one)} {_decided(tr, one)}"


def _figures(tr: Translator, one: Circular) -> str:
    yes, no, abstain = counts(one)
    if silence_of(one) is Silence.ABSTAINS:
        return tr.t(
            "Yes {yes}, no {no}, abstentions {abstain} (whoever is silent abstains).",
            yes=yes,
            no=no,
            abstain=abstain,
        )
    return tr.t(
        "Yes {yes}, no {no}, abstentions {abstain} (whoever is silent says no).",
        yes=yes,
        no=no,
        abstain=abstain,
    )


def _decided(tr: Translator, one: Circular) -> str:
    match one.result:
        case CircularResult.CARRIED:
            return tr.t("Carried.")
        case CircularResult.NOT_QUORATE:
            needed = one.ballot.needed if one.ballot is not None else None
            return tr.t("Not decided: {needed} answers are needed.", needed=needed or NOTHING)
        case _:
            return tr.t("Rejected.")


def circular_of(data: Data, number: str) -> Circular | None:
    """The circular that became the decision with this number."""
    return next((c for c in data.rows(Circular) if number and c.decision == number), None)
