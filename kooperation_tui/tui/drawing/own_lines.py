"""What the question before an undo calls a line of the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kooperation_tui.domain import events as ev
from kooperation_tui.i18n import N_
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.log import entry_words
from kooperation_tui.tui.view import View

LONGEST: Final = 120


_NOTES: Final[Mapping[ev.NoteKind, str]] = {
    ev.NoteKind.QUESTION: N_("the question"),
    ev.NoteKind.GAP: N_("the mark of a gap"),
    ev.NoteKind.STATEMENT: N_("the statement"),
    ev.NoteKind.MINORITY: N_("the minority opinion"),
    ev.NoteKind.ANNEX: N_("the annex"),
}
_LINES: Final[Mapping[type[ev.Payload], str]] = {
    ev.Noted: N_("the note"),
    ev.Started: N_("the beginning of the meeting"),
    ev.VotesChanged: N_("the new vote"),
    ev.RulesChanged: N_("the rules that count from here on"),
    ev.ItemBegan: N_("the step to this item"),
    ev.BreakBegan: N_("the break"),
    ev.Resumed: N_("the end of the break"),
    ev.Extended: N_("the extra time"),
    ev.Closed: N_("the close of the meeting"),
    ev.ItemAdded: N_("the new item"),
    ev.ItemMoved: N_("the new order"),
    ev.ItemTimed: N_("the new time"),
    ev.Outcome: N_("the outcome"),
    ev.Arrived: N_("the arrival"),
    ev.Left: N_("the departure"),
    ev.Excused: N_("the regrets"),
    ev.GuestCame: N_("the guest’s arrival"),
    ev.GuestLeft: N_("the guest’s departure"),
    ev.RoleTaken: N_("the role"),
    ev.Continued: N_("the addition"),
    ev.Revised: N_("the change of the text"),
    ev.Deleted: N_("the striking out"),
    ev.EntryMoved: N_("the move to another item"),
    ev.Marked: N_("the mark “confidential”"),
    ev.Proposed: N_("the wording"),
    ev.PointBound: N_("the point of the agreement"),
    ev.OptionAdded: N_("the option"),
    ev.Balloted: N_("the result"),
    ev.Voided: N_("the voiding of the ballot"),
    ev.WordingEnded: N_("the end of the wording"),
    ev.Objected: N_("the objection"),
    ev.ObjectionSettled: N_("the end of the objection"),
    ev.Recused: N_("the note on who does not vote"),
    ev.ReviewSet: N_("the review date"),
    ev.ActionProgressed: N_("the news of the action"),
    ev.ParkingDisposed: N_("where the topic goes"),
    ev.Corrected: N_("the correction"),
    ev.Approves: N_("the approval of the minutes"),
    ev.NextMeetingSet: N_("the next meeting"),
}


def line_named(view: View, event: ev.Event) -> tuple[str, str]:
    """What it is (`Beschluss B4`, `Notiz`), and its words."""
    return _what(view, event.what), ink.shorten(_words(view, event), LONGEST)


def _what(view: View, what: ev.Payload) -> str:
    tr = view.tr
    match what:
        case ev.Balloted(number=number) | ev.WordingEnded(number=number) if number:
            return tr.t("decision {number}", number=words.short_number(number))
        case ev.ActionTaken(number=number):
            return tr.t("action {number}", number=words.short_number(number))
        case ev.Parked(number=number):
            return tr.t("topic {number}", number=words.short_number(number))
        case ev.Noted(kind=kind) if kind in _NOTES:
            return tr.t(_NOTES[kind])
    return tr.t(_LINES.get(type(what), N_("the last line")))


def _words(view: View, event: ev.Event) -> str:
    state = view.state
    assert state is not None
    match event.what:
        case ev.Balloted(wording=identity) | ev.WordingEnded(wording=identity):
            wording = state.wording(identity)
            return wording.text if wording is not None else ""
        case (
            ev.Revised(entry=identity)
            | ev.Continued(entry=identity)
            | ev.Deleted(entry=identity)
            | ev.EntryMoved(entry=identity)
            | ev.Marked(entry=identity)
        ):
            entry = state.entry(identity)
        case ev.ActionTaken() | ev.Parked():
            entry = state.entry(event.id)
            return entry.text if entry is not None else ""
        case _:
            entry = state.entry(event.id)
    return entry_words(view, entry) if entry is not None else ""
