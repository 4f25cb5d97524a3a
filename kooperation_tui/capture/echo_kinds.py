"""What each kind of line is called, and which mark it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kooperation_tui.capture.echo_types import pgettext
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.events import NoteKind, ObjectionKind, OutcomeKind
from kooperation_tui.i18n import Translator

CONFIDENTIAL: Final = "%"
LOUD: Final = frozenset({CONFIDENTIAL, "#"})
"""Marks that are said aloud: what they do is easily missed."""

_SAID: Final[Mapping[NoteKind, tuple[str, str]]] = {
    NoteKind.NOTE: ("", pgettext("echo", "Note")),
    NoteKind.QUESTION: ("?", pgettext("echo", "Question")),
    NoteKind.GAP: ("?", pgettext("echo", "Gap")),
    NoteKind.STATEMENT: (":", pgettext("echo", "Statement")),
    NoteKind.MINORITY: (":", pgettext("echo", "Minority opinion")),
    NoteKind.CONFIDENTIAL: (CONFIDENTIAL, pgettext("echo", "Confidential")),
    NoteKind.ANNEX: ("/", pgettext("echo", "Annex")),
}
_OBJECTED: Final = {
    ObjectionKind.PARAMOUNT: pgettext("echo", "Objection"),
    ObjectionKind.CONCERN: pgettext("echo", "Concern"),
}
_ENDED: Final = {
    OutcomeKind.NOTED: pgettext("echo", "Noted"),
    OutcomeKind.RESULT: pgettext("echo", "Outcome"),
    OutcomeKind.POSTPONED: pgettext("echo", "Postponed"),
    OutcomeKind.PARKED: pgettext("echo", "Parking lot"),
    OutcomeKind.DROPPED: pgettext("echo", "Dropped"),
}
_KINDS: Final[Mapping[type, tuple[str, str]]] = {
    it.Continue: ("…", pgettext("echo", "Continued")),
    it.Substitute: ("s/", pgettext("echo", "Reworded")),
    it.Edit: ("/", pgettext("echo", "Reworded")),
    it.Delete: ("/", pgettext("echo", "Struck out")),
    it.MoveEntry: ("/", pgettext("echo", "Moved")),
    it.Mark: ("/", pgettext("echo", "Confidential")),
    it.Undo: ("/", pgettext("echo", "Taken back")),
    it.Propose: ("!", pgettext("echo", "Decision")),
    it.BindPoint: ("/", pgettext("echo", "Point of the agreement")),
    it.ApproveMinutes: ("/", pgettext("echo", "Approval of minutes")),
    it.NobodyOpposes: ("=", pgettext("echo", "Result")),
    it.TakeVote: ("=", pgettext("echo", "Result")),
    it.TakeConsensus: ("=", pgettext("echo", "Consensus")),
    it.TakeConsent: ("=", pgettext("echo", "Consent")),
    it.TakeFist: ("=", pgettext("echo", "Fist of five")),
    it.AddOption: ("/", pgettext("echo", "Option")),
    it.TakeResistance: ("=", pgettext("echo", "Systemic consensing")),
    it.TakeStraw: ("=", pgettext("echo", "Straw poll")),
    it.VoidBallot: ("=", pgettext("echo", "Ballot void")),
    it.EndWording: ("/", pgettext("echo", "Wording ended")),
    it.SettleObjection: ("/", pgettext("echo", "Objection settled")),
    it.Recuse: ("/", pgettext("echo", "Recused")),
    it.Review: ("/", pgettext("echo", "Review")),
    it.TakeAction: (">", pgettext("echo", "Action")),
    it.ProgressAction: (">", pgettext("echo", "Progress")),
    it.Park: ("#", pgettext("echo", "Parking lot")),
    it.DisposeParking: ("#", pgettext("echo", "Parking lot")),
    it.Arrive: ("+", pgettext("echo", "Arrives")),
    it.ArriveAll: ("+", pgettext("echo", "All arrive")),
    it.Leave: ("-", pgettext("echo", "Leaves")),
    it.Excuse: ("~", pgettext("echo", "Excused")),
    it.GuestIn: ("/", pgettext("echo", "Guest comes")),
    it.GuestOut: ("/", pgettext("echo", "Guest goes")),
    it.TakeRole: ("/", pgettext("echo", "Role")),
    it.Start: ("/", pgettext("echo", "Start of the meeting")),
    it.Next: ("/", pgettext("echo", "Next item")),
    it.GoTo: ("/", pgettext("echo", "On to")),
    it.Pause: ("/", pgettext("echo", "Break")),
    it.Resume: ("/", pgettext("echo", "Break ends")),
    it.Extend: ("/", pgettext("echo", "Time extended")),
    it.Close: ("/", pgettext("echo", "End of the meeting")),
    it.AddItem: ("/", pgettext("echo", "New item")),
    it.MoveBefore: ("/", pgettext("echo", "Order")),
    it.SetMinutes: ("/", pgettext("echo", "Planned time")),
    it.Correct: ("/", pgettext("echo", "Correction")),
    it.NextMeeting: ("/", pgettext("echo", "Next meeting")),
}


def _named(intent: it.Intent) -> tuple[str, str]:
    match intent:
        case it.Say(kind=kind):
            return _SAID[kind]
        case it.RaiseObjection(kind=kind):
            return "/", _OBJECTED[kind]
        case it.SetOutcome(kind=kind):
            return "/", _ENDED[kind]
        case _:
            return _KINDS[type(intent)]


def mark_of(intent: it.Intent) -> str:
    """The mark that such a line begins with, '' for a note."""
    return _named(intent)[0]


def kind_of(intent: it.Intent, tr: Translator) -> str:
    """The kind of line in words."""
    return tr.p("echo", _named(intent)[1])
