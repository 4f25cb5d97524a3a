"""One line of text -> one reading. The rules of the capture language, in order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from kooperation_tui.capture import words
from kooperation_tui.capture.action import action
from kooperation_tui.capture.attendance import attendance
from kooperation_tui.capture.context import Context
from kooperation_tui.capture.counts import counting
from kooperation_tui.capture.meant import meant
from kooperation_tui.capture.normalise import normalise
from kooperation_tui.capture.parking import parking
from kooperation_tui.capture.reading import M_, Choice, Reading, asked, given, hinted
from kooperation_tui.capture.signs import sign_alone
from kooperation_tui.capture.slash import handle, slash
from kooperation_tui.capture.slash_decisions import code_and_text
from kooperation_tui.capture.slash_people import speakers
from kooperation_tui.capture.times import leading_time
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind

_MARKED = re.compile(r"([!>#?:%=])\s+(.*)", re.DOTALL)
_CONTINUED = re.compile(r"(?:\.\.\.\s+|…\s*)(\S.*)", re.DOTALL)
_SUBSTITUTED = re.compile(r"s/((?:[^/\\]|\\.)+)/((?:[^/\\]|\\.)*)/")
_KEYWORD = re.compile(r"([^\W\d_]+):\s*(.*)", re.DOTALL)
_TOP = re.compile(r"(?:TOP|item)\s+(\d{1,3}):\s*(.*)", re.IGNORECASE | re.DOTALL)
_POINT = re.compile(r"P([1-9]):\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_FOR = re.compile(r"(?:TOP\s+)?(\d{1,3})\b:?\s*(.*)", re.DOTALL)
_UNDER_AN_ITEM = (
    it.Say,
    it.Propose,
    it.NobodyOpposes,
    it.TakeVote,
    it.TakeConsensus,
    it.TakeConsent,
    it.TakeFist,
    it.TakeResistance,
    it.TakeStraw,
    it.TakeAction,
    it.ProgressAction,
    it.Park,
    it.DisposeParking,
    it.SetOutcome,
    it.Extend,
)
_HASH_WORD = re.compile(r"#([^\W\d_]\w*)(?:\s+(.*))?", re.DOTALL)


def read(
    line: str,
    data: Data,
    meeting: str,
    *,
    now: dt.datetime,
    seat: str = "",
    english: bool = False,
    imported: bool = False,
) -> Reading:
    """Read one typed line. Pure: nothing is recorded.

    Args:
        line: as typed, without or with its line break.
        data: the file as it stands.
        meeting: id of the meeting.
        now: the clock, with a zone.
        seat: whose line it is.
        english: whether numeric dates may have the month first.
        imported: whether ``#agreed`` and the like are marks, as in foreign logs.

    Raises:
        Refused: it cannot be read; the sentence says why.
    """
    text, hints = normalise(line)
    bare = text.strip()
    if not bare:
        return Reading(line=text, hints=hints)
    if bare.startswith("\\"):
        exact = text.lstrip()[1:]
        if not exact.strip():
            raise Refused("Write the text behind the “\\”.")
        return Reading(line=text, intent=_note(exact), hints=hints)
    context = Context.of(data, meeting, now=now, seat=seat, english=english, imported=imported)
    reading = _with_doubt(bare, _timed(bare, context), context)
    return msgspec.structs.replace(reading, line=text, hints=hints + reading.hints)


def _with_doubt(line: str, reading: Reading, context: Context) -> Reading:
    """A note that looks like another line names that line; it stays a note."""
    if reading.intent != _note(line) or context.imported:
        return reading
    rather = meant(line, context)
    if not rather:
        return reading
    hint = M_("Only a note. Or is “{line}” meant?", line=rather)
    return msgspec.structs.replace(hinted(reading, hint), rather=rather)


def _note(text: str, kind: NoteKind = NoteKind.NOTE) -> it.Say:
    return it.Say(kind=kind, text=text)


def _timed(line: str, context: Context) -> Reading:
    """A line that may begin with a time."""
    timed = leading_time(line, context)
    if timed is None:
        return _placed(line, context)
    at, rest = timed
    reading = _placed(rest, context.said_on(at))
    if reading.at is not None:
        raise Refused("The line names two times; keep one.")
    return msgspec.structs.replace(reading, at=at)


def _placed(line: str, context: Context) -> Reading:
    """A line that may be a slash line; ``/for 4`` puts the rest under an item."""
    if line.startswith("\\"):
        return given(_note(line[1:]))
    found = slash(line, context)
    if found is None:
        return _marked(line, context)
    what, rest = found
    if what != "for":
        return handle(what, rest, context)
    match = _FOR.fullmatch(rest)
    if match is None or not match[2]:
        raise Refused("Name the item and what belongs to it: “/for 4 TEXT”.")
    item = context.need_item(int(match[1]))
    if slash(match[2], context) is not None and _is_for(match[2], context):
        raise Refused("The line names two items; keep one.")
    reading = _timed(match[2], context)
    if reading.question is None and not isinstance(reading.intent, _UNDER_AN_ITEM):
        raise Refused("This line belongs to no item; leave “/for” out.")
    return msgspec.structs.replace(reading, item=item)


def _is_for(line: str, context: Context) -> bool:
    found = slash(line, context)
    return found is not None and found[0] == "for"


def _marked(line: str, context: Context) -> Reading:
    """A line with a mark, a sign or a keyword; everything else is a note.

    A mark with nothing behind it is no sentence; only “=” and “?” may stand alone.
    """
    alone = line in ("=", "?") or (line in _MARKS and not context.imported)
    match = _MARKED.fullmatch(f"{line} " if alone else line)
    if match is not None:
        return _MARKS[match[1]](match[2], context)
    for reader in (sign_alone, speakers, attendance, _keyword, _topic, _hash_word):
        reading = reader(line, context)
        if reading is not None:
            return reading
    substituted = _SUBSTITUTED.fullmatch(line)
    if substituted is not None:
        old, new = (re.sub(r"\\(.)", r"\1", part) for part in substituted.groups())
        return given(it.Substitute(old=old, new=new))
    continued = _CONTINUED.fullmatch(line)
    if continued is not None:
        return given(it.Continue(text=continued[1]))
    return given(_note(line))


def _proposal(text: str, _: Context) -> Reading:
    if not text:
        raise Refused("Write the wording of the decision behind the “!”.")
    match = _POINT.fullmatch(text)
    if match is not None:
        return given(it.Propose(text=match[2], point=f"p{match[1]}"))
    return given(it.Propose(text=text))


def _statement(text: str, context: Context) -> Reading:
    organisation, words_said = code_and_text(text, context)
    return given(it.Say(kind=NoteKind.STATEMENT, text=words_said, organisation=organisation))


def _question(text: str, _: Context) -> Reading:
    return given(_note(text, NoteKind.QUESTION if text else NoteKind.GAP))


def _confidential(text: str, _: Context) -> Reading:
    if not text:
        raise Refused("Write the confidential text behind the “%”.")
    return given(_note(text, NoteKind.CONFIDENTIAL))


def _parked(text: str, context: Context) -> Reading:
    if not text:
        raise Refused("Write the topic behind the “#”.")
    return parking(text, context)


def _counted(text: str, _: Context) -> Reading:
    return counting(text)


_MARKS: Final[Mapping[str, Callable[[str, Context], Reading]]] = {
    "!": _proposal,
    ">": action,
    "#": _parked,
    "?": _question,
    ":": _statement,
    "%": _confidential,
    "=": _counted,
}


def _keyword(line: str, context: Context) -> Reading | None:
    """``BESCHLUSS: text`` and the like, in any case."""
    match = _KEYWORD.fullmatch(line)
    mark = words.KEYWORDS.get(words.fold(match[1])) if match is not None else None
    return None if match is None or mark is None else _MARKS[mark](match[2], context)


def _topic(line: str, context: Context) -> Reading | None:
    """``TOP 3:`` switches only when nothing or the item's own title follows."""
    match = _TOP.fullmatch(line)
    item = context.state.numbered(int(match[1])) if match is not None else None
    if match is None or item is None:
        return None
    said = " ".join(match[2].casefold().split())
    if said and said != " ".join(item.item.title.casefold().split()):
        return None
    return given(it.GoTo(number=item.item.number))


def _hash_word(line: str, context: Context) -> Reading | None:
    """``#word``: a mark in foreign logs, a question in a live line."""
    match = _HASH_WORD.fullmatch(line)
    if match is None:
        return None
    if context.imported:
        return _foreign(match[1].casefold(), (match[2] or "").strip(), context)
    topic = parking(line[1:], context)
    if topic.intent is None:
        return topic
    parked = f"# {line[1:]}"
    question = M_(
        "“{line}” is a topic for the parking lot as “{parked}” and a note as “{note}”; "
        "which is meant?",
        line=line,
        parked=parked,
        note=f"\\{line}",
    )
    return asked(
        question,
        Choice(label=M_("parking lot"), intent=topic.intent, line=parked),
        Choice(label=M_("note"), intent=_note(line), line=f"\\{line}"),
    )


def _foreign(word: str, text: str, context: Context) -> Reading | None:
    """A mark of other minute bots; no vote and no owner is invented."""
    if not text:
        return None
    match word:
        case "agreed":
            return _proposal(text, context)
        case "action":
            return _foreign_action(text, context)
        case "info":
            return given(_note(text))
        case "topic":
            return _foreign_topic(text, context)
    return None


def _foreign_action(text: str, context: Context) -> Reading:
    """The owner may stand first, as other bots have it: ``#action HWK draft …``."""
    first, rest = (*text.split(maxsplit=1), "")[:2]
    known = context.names.code(first.rstrip(":,"))
    if known is not None and rest:
        return action(f"{known.code}: {rest}", context)
    return action(text, context)


def _foreign_topic(text: str, context: Context) -> Reading:
    wanted = " ".join(text.casefold().split())
    for item in context.state.items:
        if item.item.number and " ".join(item.item.title.casefold().split()) == wanted:
            return given(it.GoTo(number=item.item.number))
    hint = M_("No item has this title; it becomes a new one.")
    return hinted(given(it.AddItem(title=text)), hint)
