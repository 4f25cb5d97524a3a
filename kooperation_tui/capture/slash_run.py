"""Slash lines about the run of the meeting, its agenda and the other meetings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final

from kooperation_tui.capture import words
from kooperation_tui.capture.context import Context
from kooperation_tui.capture.dates import Found
from kooperation_tui.capture.reading import Reading, given, on_day
from kooperation_tui.capture.times import clock_time
from kooperation_tui.domain import plan
from kooperation_tui.domain.approving import approval_due, minutes_meant
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import OutcomeKind
from kooperation_tui.domain.intents import (
    ApproveMinutes,
    Close,
    Correct,
    Extend,
    GoTo,
    MoveBefore,
    NextMeeting,
    Pause,
    SetMinutes,
    SetOutcome,
)
from kooperation_tui.domain.model import Meeting, MinutesPart

_NUMBER = re.compile(r"(\d{1,3})(?:\s?min(?:uten|utes|\.)?)?", re.ASCII | re.IGNORECASE)
_TWO = re.compile(r"(\d{1,3})\s+(\d{1,3})", re.ASCII)
_PART = re.compile(r"(?:(?:point|punkt)\s+)(\S+)(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_NEXT = frozenset({"nt", "next"})
_ANYWAY = frozenset({"anyway", "trotzdem"})
_AS_SENT = frozenset({"unchanged", "unveraendert"})
_PASSAGE = re.compile(
    r"(?:(?:TOP|item)\s*(\d{1,3})|([^\W\d_]+))[,:]?\s+[\"„“”«»]([^\"„“”«»]+)[\"„“”«»]\s*"
    r"[\"„“”«»]([^\"„“”«»]+)[\"„“”«»]",
    re.IGNORECASE,
)


def _number(text: str) -> int | None:
    match = _NUMBER.fullmatch(text)
    return None if match is None else int(match[1])


def _item(rest: str, context: Context) -> Reading:
    number = _number(rest)
    if number is None:
        raise Refused("Name the number of the item: “/item 6”.")
    context.need_item(number)
    return given(GoTo(number=number))


def _pause(rest: str, _: Context) -> Reading:
    minutes = _number(rest) if rest else 0
    if minutes is None:
        raise Refused("How many minutes of break? “/pause 10”.")
    return given(Pause(minutes=minutes))


def _extend(rest: str, _: Context) -> Reading:
    minutes = _number(rest)
    if not minutes:
        raise Refused("By how many minutes? “/extend 5”.")
    return given(Extend(minutes=minutes))


def _close(rest: str, _: Context) -> Reading:
    if rest and words.fold(rest) not in _ANYWAY:
        raise Refused("“/close” stands alone; “/close anyway” closes although something is open.")
    return given(Close(force=bool(rest)))


def _before(rest: str, context: Context) -> Reading:
    match = _TWO.fullmatch(rest)
    if match is None:
        raise Refused("Name two items: “/before 6 5” takes item 6 before item 5.")
    for number in match.groups():
        context.need_item(int(number))
    return given(MoveBefore(number=int(match[1]), before=int(match[2])))


def _minutes(rest: str, context: Context) -> Reading:
    match = _TWO.fullmatch(rest)
    if match is None:
        raise Refused("Name the item and its minutes: “/minutes 5 30”.")
    context.need_item(int(match[1]))
    return given(SetMinutes(number=int(match[1]), minutes=int(match[2])))


def _outcome(rest: str, _: Context) -> Reading:
    """An outcome without words is "noted"."""
    kind = OutcomeKind.RESULT if rest else OutcomeKind.NOTED
    return given(SetOutcome(kind=kind, text=rest))


def _noted(rest: str, _: Context) -> Reading:
    return given(SetOutcome(kind=OutcomeKind.NOTED, text=rest))


def _park(rest: str, _: Context) -> Reading:
    return given(SetOutcome(kind=OutcomeKind.PARKED, text=rest))


def _drop(rest: str, _: Context) -> Reading:
    if not rest:
        raise Refused("Say why the item is dropped: “/drop REASON”.")
    return given(SetOutcome(kind=OutcomeKind.DROPPED, text=rest))


def _postpone(rest: str, context: Context) -> Reading:
    """A date here is numeric or ``nt``/``next``; another word begins the reason."""
    point = ""
    part = _PART.fullmatch(rest)
    if part is not None:
        point = words.block(part[1])
        if not point:
            raise Refused("“{word}” is no point of the agreement; write 1 to 9.", word=part[1])
        rest = (part[2] or "").strip()
    tokens = rest.split()
    if not tokens or words.fold(tokens[0]).strip(",;:") in _NEXT:
        reason = " ".join(tokens[1:])
        return given(SetOutcome(kind=OutcomeKind.POSTPONED, text=reason, point=point))
    found = context.take_date(tokens, numeric=True)
    if found is None:
        return given(SetOutcome(kind=OutcomeKind.POSTPONED, text=rest, point=point))
    when, count = found
    return on_day(
        when,
        " ".join(tokens[:count]),
        lambda day: SetOutcome(
            kind=OutcomeKind.POSTPONED, text=" ".join(tokens[count:]), until=day, point=point
        ),
    )


def _correct(rest: str, _: Context) -> Reading:
    match = _PASSAGE.fullmatch(rest)
    part = words.PARTS.get(words.fold(match[2] or "")) if match is not None else None
    if match is None or (match[2] and part is None):
        raise Refused(
            'Name the item and both passages in quotation marks: /correct TOP 4 "old" "new"; '
            "instead of the item also “attendance” or “head”."
        )
    item = int(match[1] or 0)
    return given(Correct(item=item, part=part or MinutesPart.ITEM, old=match[3], new=match[4]))


def _approve(rest: str, context: Context) -> Reading:
    """The meeting is named, or an item about minutes says which; “none” says that it is none.

    The rest is “unchanged”.
    """
    if words.is_no_block(rest):
        return given(ApproveMinutes(meeting=""))
    tokens = [token for token in rest.split() if words.fold(token) not in _AS_SENT]
    named, corrected = " ".join(tokens), len(tokens) == len(rest.split())
    for meeting in plan.meetings(context.data):
        if named and plan.label(context.data, meeting).casefold() == named.casefold():
            return given(ApproveMinutes(meeting=meeting.id, corrected=corrected))
    meant = None if named else _minutes_meant(context)
    if meant is not None:
        return given(ApproveMinutes(meeting=meant.id, corrected=corrected))
    earlier = plan.preceding(context.data, context.meeting)
    if not earlier:
        raise Refused("There are no earlier minutes to approve.")
    raise Refused(
        "Name the meeting whose minutes are approved, such as “/approve {last}”.",
        last=plan.label(context.data, earlier[-1]),
    )


def _minutes_meant(context: Context) -> Meeting | None:
    """The minutes of the running item, else those that are still asked about."""
    item = context.state.running_item
    meant = minutes_meant(context.data, context.meeting, item.item) if item else None
    due = approval_due(context.data, context.state)
    return meant or (due.meeting if due is not None else None)


def _nextmeeting(rest: str, context: Context) -> Reading:
    tokens = rest.split()
    found = context.take_date(tokens)
    clock = clock_time(tokens[found[1]]) if found and len(tokens) > found[1] else None
    if found is None or clock is None:
        raise Refused("Name day, time and place: “/nextmeeting 2.12. 9:00 PLACE”.")
    when, count = found
    place = tokens[count + 1 :]
    if place and words.fold(place[0]) == "uhr":
        del place[0]
    zone = plan.zone(context.data)
    return on_day(
        when,
        " ".join(tokens[:count]),
        lambda day: NextMeeting(
            start=dt.datetime.combine(day, clock, zone), place=" ".join(place).lstrip(", ")
        ),
    )


def later(when: Found, context: Context) -> Found:
    """A date that has to lie ahead. Raises Refused if it does not."""
    if isinstance(when, dt.date) and when < context.day:
        raise Refused("{date} lies before the meeting; name a later day.", date=when)
    return when


RUN: Final[Mapping[str, Callable[[str, Context], Reading]]] = {
    "approve": _approve,
    "before": _before,
    "close": _close,
    "correct": _correct,
    "drop": _drop,
    "extend": _extend,
    "item": _item,
    "minutes": _minutes,
    "nextmeeting": _nextmeeting,
    "noted": _noted,
    "outcome": _outcome,
    "park": _park,
    "pause": _pause,
    "postpone": _postpone,
}
