"""An entry of the log as the line that says it, and a changed line as the change of its entry."""

from __future__ import annotations

import datetime as dt
from typing import Final

from kooperation_tui.capture import words
from kooperation_tui.capture.context import Context
from kooperation_tui.capture.echo_kinds import mark_of
from kooperation_tui.capture.reader import read
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind
from kooperation_tui.domain.state import Entry
from kooperation_tui.domain.tasks import code_means

_MARKS: Final = {NoteKind.QUESTION: "?", NoteKind.STATEMENT: ":", NoteKind.CONFIDENTIAL: "%"}


def line_of(
    entry: Entry, data: Data, meeting: str, *, now: dt.datetime, english: bool = False
) -> str:
    """The line that says what an entry says now: `> Draft the letter @BB +BK 13.11.`.

    Of an outcome and of news of an action it is their words only.
    """
    context = Context.of(data, meeting, now=now, seat="", english=english, imported=False)
    match entry.what:
        case ev.ActionTaken() as action:
            return _action(entry.text, action, context)
        case ev.Proposed(wording=wording, points=points):
            known = context.state.wording(wording)
            text = known.text if known is not None else entry.text
            point = points[0] if points and points[0][1:].isdigit() else ""
            return f"! {point.upper()}: {text}" if point else f"! {text}"
        case ev.Parked(by=by):
            code = context.names.organisations[by].code if by else ""
            return f"# {entry.text} @{code}" if code else f"# {entry.text}"
        case ev.Noted() as note:
            return _note(entry.text, note, context)
    return entry.text


def rewritten(
    entry: Entry,
    line: str,
    data: Data,
    meeting: str,
    *,
    now: dt.datetime,
    seat: str = "",
    english: bool = False,
) -> it.Edit:
    """What saving a changed line means for its entry.

    Raises:
        Refused: the line cannot be read, has several readings, or is of another kind.
    """
    if not isinstance(entry.what, ev.ActionTaken | ev.Proposed | ev.Parked | ev.Noted):
        return it.Edit(entry=entry.id, text=line.strip())
    reading = read(line, data, meeting, now=now, seat=seat, english=english)
    if reading.question is not None:
        raise Refused(reading.question.msgid, **reading.question.args)
    before = read(
        line_of(entry, data, meeting, now=now, english=english),
        data,
        meeting,
        now=now,
        seat=seat,
        english=english,
    )
    if reading.at is not None or reading.item or reading.intent is None:
        raise Refused("Change the words only; time and item of an entry stay.")
    return _edit(entry, before.intent, reading.intent)


def _edit(entry: Entry, before: it.Intent | None, now: it.Intent) -> it.Edit:
    match entry.what, now:
        case ev.ActionTaken(), it.TakeAction(title=title):
            return it.Edit(entry=entry.id, text=title, action=now)
        case ev.Proposed(), it.Propose(text=text) if _same(before, now):
            return it.Edit(entry=entry.id, text=text)
        case ev.Parked(), it.Park(text=text) if _same(before, now):
            return it.Edit(entry=entry.id, text=text)
        case ev.Noted(), it.Say(text=text) if _same(before, now):
            return it.Edit(entry=entry.id, text=text)
    mark = mark_of(before) if before is not None else ""
    if mark and isinstance(now, type(before)) and mark_of(now) == mark:
        raise Refused("Only the words can be changed here; strike the entry out and write it anew.")
    if not mark:
        raise Refused("This entry is a note; “\\{line}” keeps it one.", line=entry.text)
    raise Refused("An entry keeps its kind; its line begins with “{mark}”.", mark=mark)


def _same(before: it.Intent | None, now: it.Intent) -> bool:
    """Whether nothing but the words differs."""
    match before, now:
        case (it.Propose(), it.Propose()):
            return before.point == now.point
        case (it.Park(), it.Park()):
            return before.by == now.by
        case (it.Say(), it.Say()):
            return (before.kind, before.organisation) == (now.kind, now.organisation)
    return False


def _note(text: str, note: ev.Noted, context: Context) -> str:
    known = context.names.organisations.get(note.organisation)
    code = f"{known.code} " if known is not None else ""
    if note.kind in _MARKS:
        return f"{_MARKS[note.kind]} {code}{text}"
    if note.kind is NoteKind.MINORITY:
        return f"{_slash('minority', context)} {code}{text}"
    if note.kind is NoteKind.ANNEX:
        return f"{_slash('annex', context)} {text}"
    return text if _is_note(text, context) else f"\\{text}"


def _is_note(text: str, context: Context) -> bool:
    """Whether a text would be read as a note again."""
    try:
        reading = read(
            text, context.data, context.meeting.id, now=context.now, english=context.english
        )
    except Refused:
        return False
    said = it.Say(kind=NoteKind.NOTE, text=text)
    return reading.intent == said and reading.at is None


def _slash(what: str, context: Context) -> str:
    return f"/{words.SLASH[what][0 if context.english else -1]}"


def _action(title: str, action: ev.ActionTaken, context: Context) -> str:
    parts = [f"> {title}", f"@{_owner(action, context)}"]
    parts += [f"+{context.names.organisations[o].code}" for o in action.helpers]
    parts += [f'+"{name}"' for name in action.outside]
    if action.due is not None:
        parts.append(_day(action.due, context))
    elif action.due_reason:
        parts.append(f"{'no date' if context.english else 'ohne Termin'} ({action.due_reason})")
    return " ".join(parts)


def _owner(action: ev.ActionTaken, context: Context) -> str:
    """The code of a partner if it means this person, else the full name."""
    if not action.owner and not action.owner_organisation:
        return f"{'nobody' if context.english else 'niemand'} ({action.owner_reason})"
    organisation = context.names.organisations.get(action.owner_organisation)
    person = context.names.people.get(action.owner)
    code = organisation.code if organisation is not None else ""
    meant = code_means(context.data, context.state, action.owner_organisation, context.day)
    if person is None or (code and meant == person.id):
        return code
    return f"{person.name} ({code})" if code else person.name


def _day(day: dt.date, context: Context) -> str:
    """A day as short as it is read again."""
    if context.english:
        return day.isoformat()
    short = f"{day.day}.{day.month}."
    return short if context.date(short) == day else f"{short}{day.year}"
