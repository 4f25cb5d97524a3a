"""How a line is read, in words, while it is typed and after it is recorded."""

from __future__ import annotations

from collections.abc import Container

from kooperation_tui.capture.command import recorded
from kooperation_tui.capture.echo_kinds import CONFIDENTIAL, LOUD, kind_of, mark_of
from kooperation_tui.capture.echo_parts import parts_of
from kooperation_tui.capture.echo_types import Echo, Part, Tone, make
from kooperation_tui.capture.echo_view import View
from kooperation_tui.capture.reader import read
from kooperation_tui.capture.reading import Message, Reading, SpeakersCommand, Speaking
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.state import Entry, MeetingState
from kooperation_tui.i18n import Translator

_MARKS = "!>#?:%=+-~/"
_WORDED = (it.Say, it.Propose, it.TakeAction, it.Park)
"""Lines whose last part is what was typed."""


def preview(line: str, data: Data, meeting: str, moment: Moment, tr: Translator) -> Echo:
    """How this line would be read and recorded now; nothing is stored.

    A refusal becomes an echo, an empty line shows the marks.
    """
    reading: Reading | None = None
    try:
        reading = read(
            line,
            data,
            meeting,
            now=moment.now,
            seat=moment.seat,
            english=tr.lang == "en",
        )
        if reading.intent is None:
            return echo(reading, Change(result=()), data, tr)
        change = recorded(reading, data, meeting, moment, event_id="")
    except Refused as refusal:
        return refused(line, reading, refusal, data, tr)
    return echo(reading, change, data, tr)


def echo(reading: Reading, outcome: Change | Refused, data: Data, tr: Translator) -> Echo:
    """One line in words.

    Args:
        reading: what was read.
        outcome: what recording it answered: the change with its events, or the refusal.
        data: the file before the change.
        tr: the language to say it in.
    """
    if isinstance(outcome, Refused):
        return refused(reading.line, reading, outcome, data, tr)
    if reading.question is not None:
        doubt = Part(text=say(reading.question, tr), tone=Tone.WARN)
        return make(
            "", tr.p("echo", "Please choose"), (doubt, *_hints(reading, tr)), tone=Tone.WARN
        )
    if reading.speakers is not None:
        return _speakers(reading.speakers, data, tr)
    if reading.intent is None:
        return _marks(reading, tr)
    view = View(data, outcome, tr)
    kind = kind_of(reading.intent, tr)
    mark = mark_of(reading.intent)
    warnings = list(_hints(reading, tr))
    if mark == CONFIDENTIAL:
        warnings.append(Part(text=tr.p("echo", "internal version only"), tone=Tone.WARN))
    details = list(parts_of(view))
    # The typed words come last: where a face has no room, it cuts them off.
    place = len(details) - isinstance(reading.intent, _WORDED)
    details[place:place] = warnings
    moved = (*_shifted(view), *_lifted(view))
    parts = (*_place(reading, data, tr), *_held(reading, view), *moved, *details)
    loud = mark in LOUD or bool(reading.rather)
    tone = Tone.WARN if loud else Tone.LABEL
    return make(mark, kind.upper() if loud else kind, parts, tone=tone)


def refused(
    line: str, reading: Reading | None, refusal: Refused, data: Data, tr: Translator
) -> Echo:
    """A line that cannot be recorded, and what to do about it."""
    intent = reading.intent if reading is not None else None
    if intent is not None:
        mark, kind = mark_of(intent), kind_of(intent, tr)
    else:
        bare = line.strip()
        mark = bare[0] if bare and bare[0] in _MARKS else ""
        kind = tr.p("echo", "Not read")
    sentence = Part(text=tr.t(refusal.message, **refusal.args_by_name), tone=Tone.ERROR)
    place = _place(reading, data, tr) if reading is not None else ()
    return make(mark, kind, (*place, sentence), tone=Tone.ERROR)


def say(message: Message, tr: Translator) -> str:
    """A message in the reader's language."""
    return tr.t(message.msgid, **message.args)


def _hints(reading: Reading, tr: Translator) -> tuple[Part, ...]:
    return tuple(Part(text=say(hint, tr), tone=Tone.WARN) for hint in reading.hints)


def _place(reading: Reading, data: Data, tr: Translator) -> tuple[Part, ...]:
    """The typed time and the named item."""
    parts: list[Part] = []
    if reading.at is not None:
        parts.append(Part(text=tr.p("echo", "added for {time}", time=reading.at), tone=Tone.DATE))
    if reading.item:
        number = _item_number(reading.item, data)
        parts.append(Part(text=tr.p("echo", "to item {number}", number=number), tone=Tone.LABEL))
    return tuple(parts)


def _held(reading: Reading, view: View) -> tuple[Part, ...]:
    """When a line without a time holds, if that is not now: a meeting entered afterwards."""
    event = view.events[0] if view.events else None
    if event is None or reading.at is not None or event.at >= event.recorded_at:
        return ()
    if state_of(view.data, event.meeting).started_at is None:
        return ()  # before the start no line has a time of its own; the start says it itself
    return (Part(text=view.tr.p("echo", "added for {time}", time=event.at), tone=Tone.DATE),)


def _item_number(item: str, data: Data) -> int:
    """The number of an item, looked up in the states that were folded already."""
    for key, state in data.derived.items():
        if isinstance(key, tuple) and key[0] == "state":
            known = state.item(item)
            if known is not None:
                return int(known.item.number)
    return 0


def _shifted(view: View) -> tuple[Part, ...]:
    """How many entries a late change of the item takes along."""
    event = view.events[0] if view.events else None
    if event is None or not event.late or not isinstance(event.what, ev.ItemBegan | ev.BreakBegan):
        return ()
    before = state_of(view.data, event.meeting)
    after = state_of(view.data.apply(view.change), event.meeting)
    was = {entry.id: entry.item for entry in before.entries}
    count = sum(1 for e in after.entries if e.id in was and was[e.id] != e.item)
    if not count:
        return ()
    said = view.tr.n("{count} entry moves with it", "{count} entries move with it", count)
    return (Part(text=said, tone=Tone.WARN),)


def _lifted(view: View) -> tuple[Part, ...]:
    """Items that the line decides although they were put off."""
    event = view.events[0] if view.events else None
    if event is None or not isinstance(event.what, ev.Balloted | ev.WordingEnded | ev.Outcome):
        return ()
    before = state_of(view.data, event.meeting)
    if not any(item.outcomes for item in before.items):
        return ()
    after = state_of(view.data.apply(view.change), event.meeting)
    known = {entry.id for entry in before.entries if entry.lifted is not None}
    said = [_holds_no_more(e.what, after, view.tr) for e in after.entries if _new(e, known)]
    return tuple(Part(text=text, tone=Tone.WARN) for text in dict.fromkeys(said))


def _new(entry: Entry, known: Container[str]) -> bool:
    return entry.lifted is not None and entry.id not in known


def _holds_no_more(what: ev.Payload, state: MeetingState, tr: Translator) -> str:
    assert isinstance(what, ev.Outcome)
    item = state.item(what.item)
    number = item.item.number if item is not None else 0
    if what.kind is ev.OutcomeKind.POSTPONED:
        return tr.p(
            "echo",
            "item {number} is no longer postponed then, /postpone again if it is",
            number=number,
        )
    return tr.p("echo", "item {number} is no longer dropped then", number=number)


def _speakers(command: SpeakersCommand, data: Data, tr: Translator) -> Echo:
    code = View(data, Change(result=()), tr).code(command.organisation)
    said = {
        Speaking.JOIN: tr.p("echo", "{code} wants to speak", code=code),
        Speaking.LEAVE: tr.p("echo", "{code} does not want to speak any more", code=code),
        Speaking.NEXT: tr.p("echo", "next speaker"),
        Speaking.CLOSE: tr.p("echo", "the list is closed"),
    }
    return make(
        "q", tr.p("echo", "Speakers' list"), (Part(text=said[command.what], tone=Tone.PERSON),)
    )


def _marks(reading: Reading, tr: Translator) -> Echo:
    """The marks, for an empty line."""
    marks = (
        ("!", tr.p("echo", "Decision")),
        (">", tr.p("echo", "Action")),
        ("#", tr.p("echo", "Parking lot")),
        ("?", tr.p("echo", "Question")),
        ("F1", tr.p("echo", "all")),
    )
    parts = tuple(Part(label=mark, text=word, tone=Tone.LABEL) for mark, word in marks)
    return make("", tr.p("echo", "Note"), (*parts, *_hints(reading, tr)), separator="  ")
