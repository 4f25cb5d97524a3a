"""Decisions in text form: the wording, who has answered what, how it was counted."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from kooperation_tui.domain.applied import Circular, CircularResult, CircularVote
from kooperation_tui.domain.circulars import counts, may_stop, silence_of, silent
from kooperation_tui.domain.commands.circular import running
from kooperation_tui.domain.model import Decision, Organisation, Silence
from kooperation_tui.i18n import N_
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View

VOTES: Final = {
    CircularVote.YES: N_("yes"),
    CircularVote.NO: N_("no"),
    CircularVote.ABSTAIN: N_("abstains"),
    CircularVote.OBJECTS: N_("objects to deciding this way"),
}
_RESULTS: Final = {
    CircularResult.OPEN: N_("open until {day}; {count} of {all} have answered"),
    CircularResult.CARRIED: N_("{number} carried: {yes} yes, {no} no, {abstain} abstain"),
    CircularResult.REJECTED: N_("{number} rejected: {yes} yes, {no} no, {abstain} abstain"),
    CircularResult.NOT_QUORATE: N_(
        "{number} not decided: {count} of {all} have answered, {needed} are needed"
    ),
    CircularResult.STOPPED: N_("stopped: a partner objects to deciding in text form"),
}


def result_words(view: View, one: Circular) -> str:
    """How it stands, or how it was counted."""
    yes, no, abstain = counts(one)
    return view.tr.t(
        _RESULTS[one.result],
        day=view.tr.date_short(one.deadline),
        count=len(one.answers),
        all=len(one.entitled),
        number=one.decision,
        yes=yes,
        no=no,
        abstain=abstain,
        needed=one.ballot.needed if one.ballot is not None else None,
    )


def terms(view: View, one: Circular | None) -> str:
    """What silence means, and that an objection stops it."""
    tr = view.tr
    if one is None:
        return tr.t("All partners with a vote are asked; F6, g on point 1 shows the rules.")
    no = silence_of(one) is Silence.NO
    said = tr.t("Whoever is silent says no.") if no else tr.t("Whoever is silent abstains.")
    if may_stop(one):
        said += " " + tr.t("One objection to deciding this way stops it.")
    return said


def about(view: View) -> list[Content]:
    """The wording, how far it is, the terms."""
    one = running(view.data)
    if one is None:
        return []
    late = one.deadline < view.today and bool(silent(one))
    rows = [*ink.put((one.text, "strong")).wrap(view.width)]
    if one.points:
        rows.append(ink.put((words.blocks_name(one.points, view.tr), "dim")))
    rows.append(ink.put((result_words(view, one), "warn" if late else "now")))
    rows += ink.put((terms(view, one), "dim")).wrap(view.width)
    return [*rows, Content("")]


def answer_rows(view: View) -> list[Row]:
    """Each partner with its answer; who is silent still comes first."""
    one = running(view.data)
    if one is None:
        return []
    given = {a.organisation: a for a in one.answers}
    order = [*silent(one), *(o for o in one.entitled if o in given)]
    rows = []
    for identity in order:
        partner = view.data.get(Organisation, identity)
        answer = given.get(identity)
        right = ink.put((view.tr.t("no answer yet"), "dim"))
        if answer is not None:
            tone = "bad" if answer.vote is CircularVote.OBJECTS else "good"
            day = view.tr.date_short(answer.on)
            right = ink.put((view.tr.t(VOTES[answer.vote]), tone), (f"  {day}", "dim"))
        name = partner.short_name or partner.name
        room = max(view.width - right.cell_length - 10, 8)
        left = ink.put(ink.fit(partner.code, 9), ink.shorten(name, room))
        rows.append(Row(ink.apart(left, right, view.width), identity))
    return rows


def running_line(view: View) -> Content:
    """For F2: what runs in text form, until when, how many have answered; '' if nothing."""
    one = running(view.data)
    if one is None:
        return Content("")
    return ink.put(result_words(view, one), (f"  {ink.shorten(one.text, 40)}", "dim"))


def taken_as(view: View, decision: Decision) -> list[Content]:
    """That a decision was taken in text form, and how it was counted; empty if it was not."""
    one = next((c for c in view.data.rows(Circular) if c.decision == decision.number), None)
    if one is None:
        return []
    tr = view.tr
    opened, closed = tr.date_short(one.opened_on), tr.date_short(one.closed_on or one.deadline)
    rows = [
        ink.put((tr.t("in text form, {since} to {until}", since=opened, until=closed), "")),
        ink.put(tr.t("{count} of {all} answered", count=len(one.answers), all=len(one.entitled))),
        ink.put(result_words(view, one)),
    ]
    return [row for one_row in rows for row in one_row.wrap(view.width)]
