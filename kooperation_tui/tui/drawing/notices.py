"""What must not be forgotten, the most urgent first: from overview and reminders of the domain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from kooperation_tui.domain.gaps import Gap
from kooperation_tui.domain.model import Action, Meeting, Organisation
from kooperation_tui.domain.overview import (
    NO_CONTROLLER,
    NO_FACILITATOR,
    NO_MEETING,
    NO_MINUTES,
    NOT_INVITED,
    NOT_RECORDED,
    Overview,
    missing_for,
    overview,
)
from kooperation_tui.domain.plan import label, meetings
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.actions import ACTIONS, AREAS
from kooperation_tui.tui.keys import key_name
from kooperation_tui.tui.view import View

_AREA_OF: Final = {Action.TABLE: "actions", Organisation.TABLE: "partners"}
"""Where something can be done about it; the agreement has everything else."""
_WHERE: Final = {NO_CONTROLLER: "overview.network", NO_MEETING: "overview.new"}


@dataclass(frozen=True)
class Notice:
    """A sentence, and where to do something about it.

    Attributes:
        where: id of an area or of an action.
        on: the day it is due, None without one.
        late: its day is over.
        meeting: id of the meeting that has to be looked at there, '' if none.
    """

    text: str
    where: str
    on: dt.date | None = None
    late: bool = False
    meeting: str = ""


def seen(view: View) -> Overview:
    """The state of the network on the view's day. Kept for this view of the file."""
    key = ("overview", view.today)
    found = view.data.derived.get(key)
    if found is None:
        found = view.data.derived[key] = overview(view.data, view.now)
    assert isinstance(found, Overview)
    return found


def notices(view: View, whole: bool = False) -> tuple[Notice, ...]:
    """Late things first, then by their day, then what has none.

    The wall sees of them which minutes are to be sent: the others say what is missing,
    and at whom.

    Args:
        whole: also what the meeting looked at still needs, which stands above already.
    """
    found = [*_minutes(view)]
    if not view.beamer:
        found += [*_reminders(view), *_missing(view, whole)]
    found.sort(key=lambda n: (not n.late, n.on is None, n.on or dt.date.max))
    return tuple(found)


def invitation(view: View) -> str:
    """The last day for the invitation to the next meeting, or that it has passed."""
    state = seen(view)
    if state.invitation_late:
        return view.tr.t("The invitation is late, its last day was {day}.", day=state.invite_by)
    return view.tr.t("Last day for the invitation: {day}.", day=state.invite_by)


def _minutes(view: View) -> Iterator[Notice]:
    tr = view.tr
    for one in seen(view).to_send:
        title = words.meeting_title(view.data, view.data.get(Meeting, one.meeting), tr)
        if one.by is None:
            said = tr.t("Minutes of {meeting} are not sent yet.", meeting=title)
        elif one.late:
            said = tr.t(
                "Minutes of {meeting} are late; they should have gone out by {day}.",
                meeting=title,
                day=one.by,
            )
        else:
            said = tr.t("Minutes of {meeting} are to be sent by {day}.", meeting=title, day=one.by)
        yield Notice(said, "minutes", one.by, one.late, meeting=one.meeting)


def _reminders(view: View) -> Iterator[Notice]:
    # They come after the first screen, and so does the code.
    from kooperation_tui.domain.reminders import reminders
    from kooperation_tui.domain.rule_differences import for_screen

    key = ("reminders", view.today)
    found = view.data.derived.get(key)
    if found is None:
        found = view.data.derived[key] = reminders(view.data, view.today)
    for one in found:
        late = one.on is not None and one.on < view.today
        said, area = say(view, for_screen(one.said)), _AREA_OF.get(one.kind, "agreement")
        yield Notice(said, area, one.on, late)


def _missing(view: View, whole: bool) -> Iterator[Notice]:
    state = seen(view)
    ahead = view.data.find(Meeting, state.next)
    for_next = tuple(missing_for(view.data, ahead)) if ahead is not None else ()
    for one in state.missing:
        if one in for_next:
            if whole or state.next != view.meeting_id:
                yield _for_next(view, one)
        elif one.message == NOT_RECORDED:
            wanted = one.args["meeting"]
            held = next(m.id for m in meetings(view.data) if label(view.data, m) == wanted)
            yield Notice(say(view, one), "minutes", late=True, meeting=held)
        elif one.message != NO_MEETING or not state.running:
            yield Notice(say(view, one), _WHERE.get(one.message, "partners"))


def _for_next(view: View, one: Gap) -> Notice:
    """What the next meeting still needs; the invitation has its last day."""
    state = seen(view)
    where = "roles" if one.message in (NO_FACILITATOR, NO_MINUTES) else "agenda"
    if one.message == NOT_INVITED and state.invite_by is not None:
        late = state.invitation_late
        return Notice(invitation(view), where, state.invite_by, late, meeting=state.next)
    return Notice(say(view, one), where, meeting=state.next)


def say(view: View, gap: Gap) -> str:
    """A message of the domain as a sentence."""
    return view.tr.t(gap.message, **gap.args)


def place_name(view: View, where: str) -> str:
    """The key that leads there: `F8`, `d`."""
    for area in AREAS:
        if area.id == where:
            return area.key.upper()
    return next(key_name(a.key, view.tr) for a in ACTIONS if a.id == where)


def lines(view: View, found: Sequence[Notice], rows: int) -> list[Content]:
    """As many as fit into so many rows; the last row says how many more there are."""
    if rows < 1:
        return []
    shown = found if len(found) <= rows else found[: rows - 1]
    result = [_line(view, notice) for notice in shown]
    more = len(found) - len(shown)
    if more:
        said = view.tr.n("and {count} more", "and {count} more", more)
        result.append(ink.put((f"  {said}", "dim"), "   ", ("a", "key"), f" {view.tr.t('all')}"))
    return result


def _line(view: View, notice: Notice) -> Content:
    tone = "bad" if notice.late else "warn" if notice.on is not None else ""
    left = ink.put("  ", (notice.text, tone))
    return ink.apart(left, ink.put((place_name(view, notice.where), "key")), view.width)


def options(view: View, found: Sequence[Notice]) -> list[tuple[str, Content]]:
    """For the dialog: (place in the sequence, the sentence and where)."""
    shown = []
    for number, notice in enumerate(found):
        tone = "bad" if notice.late else "warn" if notice.on is not None else ""
        first = ink.put((ink.fit(place_name(view, notice.where), 4), "key"))
        text = ink.hanging(first, ink.put((notice.text, tone)), view.width)
        shown.append((str(number), text))
    return shown
