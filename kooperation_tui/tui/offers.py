"""Which actions make sense at the moment: palette, foot and help leave the others out."""

from __future__ import annotations

from kooperation_tui.domain.afterwards import is_over
from kooperation_tui.domain.model import MinutesStatus
from kooperation_tui.domain.state import MeetingState, Phase
from kooperation_tui.tui.drawing.walk import to_review
from kooperation_tui.tui.view import View

_ENTRY = frozenset({"minutes.strike", "minutes.move", "minutes.confidential"})
_PLANS = frozenset(
    {
        "overview.change",
        "overview.cancel",
        "agenda.new",
        "agenda.edit",
        "agenda.up",
        "agenda.down",
        "agenda.proposals",
        "agenda.pause",
        "agenda.wording",
        "agenda.remove",
        "agenda.longer",
        "agenda.shorter",
        "agenda.template",
        "agenda.meeting",
        "agenda.invited",
        "roles.coming",
    }
)
_GOING = frozenset(
    {
        "minutes.next",
        "minutes.moment",
        "minutes.handover",
        "minutes.close",
        "agreement.decide",
    }
)
_WALK = frozenset({"minutes.walk"})
_METHODS = frozenset({"minutes.fist", "minutes.consent"})
_AFTER = frozenset(
    {"minutes.send", "minutes.object", "minutes.settle", "minutes.redraft", "minutes.approve"}
)


def offered(action: str, view: View, entry: str = "") -> bool:
    """Whether an action can be done now.

    Args:
        entry: the entry of the log that is chosen, '' if none.
    """
    if action in _ENTRY:
        return bool(entry)
    if action == "minutes.reveal":
        return view.beamer
    state = view.state
    if state is None:
        return action not in _PLANS | _GOING | _METHODS | _AFTER | _WALK
    if action in _PLANS:
        return state.phase is Phase.PLANNED
    if action in _AFTER:
        return _after(action, view, state)
    if action in ("minutes.start", "minutes.afterwards"):
        return state.phase is Phase.PLANNED and _begins(action, view)
    if action in _WALK:
        return state.phase in (Phase.RUNNING, Phase.PAUSED) and bool(to_review(view))
    return _during(action, state)


def _begins(action: str, view: View) -> bool:
    """A meeting of a past day is entered afterwards, one of today once its end is past."""
    meeting = view.meeting
    if meeting is None:
        return False
    if action == "minutes.start":
        return not is_over(view.data, meeting, view.now)
    return view.afterwards


def _during(action: str, state: MeetingState) -> bool:
    running, paused = state.phase is Phase.RUNNING, state.phase is Phase.PAUSED
    if action in _GOING:
        return running or paused
    if action in _METHODS:
        return running and bool(state.open_wording)
    match action:
        case "minutes.consensing" | "minutes.pause":
            return running
        case "minutes.resume":
            return paused
        case "minutes.guest":
            return state.phase is not Phase.CLOSED
        case "minutes.guestgoes":
            return any(g.end is None for g in state.guests) and state.phase is not Phase.CLOSED
        case "minutes.gaps":
            return state.phase is not Phase.PLANNED
    return True


def _after(action: str, view: View, state: MeetingState) -> bool:
    meeting = view.meeting
    if meeting is None or state.phase is not Phase.CLOSED:
        return False
    from kooperation_tui.domain.commands.minutes import minutes_of, open_objections

    known = minutes_of(view.data, meeting.id)
    status = known.status if known is not None else MinutesStatus.DRAFT
    match action:
        case "minutes.send":
            return status is MinutesStatus.DRAFT and not meeting.external
        case "minutes.settle":
            return known is not None and bool(open_objections(known))
        case "minutes.object" | "minutes.redraft":
            return status in (MinutesStatus.SENT, MinutesStatus.OBJECTIONS)
    if meeting.external:
        return status is not MinutesStatus.APPROVED
    return status in (MinutesStatus.SENT, MinutesStatus.OBJECTIONS)
