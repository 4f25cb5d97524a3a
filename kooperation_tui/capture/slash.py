"""`/word …`: the lines that begin with a known word."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

import msgspec

from kooperation_tui.capture import words
from kooperation_tui.capture.context import Context
from kooperation_tui.capture.reading import Reading, given
from kooperation_tui.capture.slash_decisions import DECISIONS
from kooperation_tui.capture.slash_people import PEOPLE
from kooperation_tui.capture.slash_run import RUN
from kooperation_tui.capture.times import closing_time, minutes_until
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind
from kooperation_tui.domain.intents import (
    AddItem,
    ArriveAll,
    Edit,
    EndWording,
    Intent,
    Next,
    Pause,
    Resume,
    Say,
    Start,
    Undo,
)

_SLASH = re.compile(r"/([^\W\d_]+)(?:\s+(.*))?", re.DOTALL)
_STEERING = re.compile(r"(?:\d{1,2}:\d{2}\s+)?/([^\W\d_]+)(?:\s.*)?", re.DOTALL)
_STEERS = ("start", "next", "item", "close")
_TIMED = (*_STEERS, "pause", "resume")
"""Words behind which a time says since when."""
_QUOTED = re.compile(r"\s*[\"„“”«»]([^\"„“”«»]+)[\"„“”«»]\s*[\"„“”«»]([^\"„“”«»]+)[\"„“”«»]\s*")
_TITLED = re.compile(r"(\S.*?)(?:\s+(\d{1,3})(?:\s?min)?)?", re.DOTALL)


def slash(line: str, context: Context) -> tuple[str, str] | None:
    """What a slash line does and what follows its word; None if it is text.

    Raises:
        Refused: the word is not known; the nearest one is named.
    """
    match = _SLASH.fullmatch(line)
    if match is None:
        return None
    what = words.BY_WORD.get(words.fold(match[1]))
    if what is not None:
        return what, (match[2] or "").strip()
    near = words.nearest(match[1])
    if near:
        raise Refused(
            "“/{word}” is not known; did you mean “/{near}”? “\\/{word}” makes it text.",
            word=match[1],
            near=near,
        )
    raise Refused(
        "“/{word}” is not known; F1 shows all words. “\\/{word}” makes it text.", word=match[1]
    )


def steers(line: str) -> bool:
    """Whether a line moves the meeting on: a refusal of it leaves what follows without a place.

    `record` stops after such a line was refused.
    """
    match = _STEERING.fullmatch(line.strip())
    return match is not None and words.BY_WORD.get(words.fold(match[1])) in _STEERS


def handle(what: str, rest: str, context: Context) -> Reading:
    """Read what follows a known slash word. Raises Refused where it does not fit.

    What moves the meeting on may end in the time it holds at.
    """
    if what == "pause" and (minutes := minutes_until(rest, context)):
        return given(Pause(minutes=minutes))
    if what in _TIMED and (found := closing_time(rest, context)) is not None:
        rest, at = found
        return msgspec.structs.replace(handle(what, rest, context), at=at)
    alone = _ALONE.get(what)
    if alone is None:
        return _HANDLERS[what](rest, context)
    if rest:
        raise Refused(
            "“/{word}” stands alone; “{rest}” was not understood.",
            word=words.SLASH[what][0 if context.english else -1],
            rest=rest,
        )
    return given(alone)


def quoted_pair(text: str) -> tuple[str, str] | None:
    """The two passages of ``"old" "new"``, with any quotation marks."""
    match = _QUOTED.fullmatch(text)
    return None if match is None else (match[1], match[2])


def _annex(rest: str, _: Context) -> Reading:
    if not rest:
        raise Refused("Name the annex: “/annex TEXT”.")
    return given(Say(kind=NoteKind.ANNEX, text=rest))


def _add(rest: str, _: Context) -> Reading:
    match = _TITLED.fullmatch(rest)
    if match is None:
        raise Refused("Name the new item and its minutes: “/add TITLE 10”.")
    return given(AddItem(title=match[1], minutes=int(match[2] or 0)))


def _edit(rest: str, context: Context) -> Reading:
    """`/edit "old" "new"`: the one entry, or own entry, in which the old words stand."""
    pair = quoted_pair(rest)
    if pair is None:
        raise Refused('Name the old and the new words in quotation marks: /edit "old" "new".')
    old, new = pair
    entries = [e for e in context.state.entries if not e.deleted and old in e.text]
    if not entries:
        raise Refused("“{old}” stands in no entry of this meeting.", old=old)
    own = [e for e in entries if e.seat == context.seat]
    entries = own if len(own) == 1 else entries
    if len(entries) > 1:
        raise Refused(
            "“{old}” stands in {count} entries; name more of its words.",
            old=old,
            count=len(entries),
        )
    entry = entries[0]
    return given(Edit(entry=entry.id, text=entry.text.replace(old, new, 1)))


_ALONE: Final[Mapping[str, Intent]] = {
    "all": ArriveAll(),
    "next": Next(),
    "reject": EndWording(withdrawn=False),
    "resume": Resume(),
    "start": Start(),
    "undo": Undo(),
    "withdraw": EndWording(withdrawn=True),
}
"""Lines that are one word."""

_HANDLERS: Final[Mapping[str, Callable[[str, Context], Reading]]] = {
    "add": _add,
    "annex": _annex,
    "edit": _edit,
    **DECISIONS,
    **PEOPLE,
    **RUN,
}
HANDLED: Final = frozenset((*_ALONE, *_HANDLERS))
