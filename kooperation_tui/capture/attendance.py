"""`+BK vhs jc`, `-BTS 11:54`, `~IHK`: who comes, goes and cannot come.

Only what is plainly attendance is read as such; a code that nobody has, or a
blank after the sign, is asked; everything else stays a note.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import msgspec

from kooperation_tui.capture.context import Context
from kooperation_tui.capture.names import CODE, capitalised
from kooperation_tui.capture.reading import M_, Choice, Reading, asked, given
from kooperation_tui.capture.signs import need_begun
from kooperation_tui.capture.times import clock_time, resolve
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind
from kooperation_tui.domain.intents import (
    Arrive,
    Arriving,
    Excuse,
    GuestIn,
    GuestOut,
    Intent,
    Leave,
    Say,
)
from kooperation_tui.domain.model import Organisation, Person

_SIGNED = re.compile(r"([+\-−–~])(\s*)(\S.*)", re.DOTALL)
_IN_BRACKETS = re.compile(r"(?<=\s)\(([^()]*[^()\s])\)(?=\s|$)")
_NEW = frozenset({"neu", "new"})
_SIGNS = {"−": "-", "–": "-"}


@dataclass
class _Found:
    """The parts of an attendance line."""

    organisations: list[Organisation] = field(default_factory=list)
    people: tuple[Person, ...] = ()
    unknown_person: str = ""
    new: bool = False
    remote: bool = False
    time: str = ""
    unknown_code: str = ""


def attendance(line: str, context: Context) -> Reading | None:
    """The line as attendance or as a question; None if it is something else.

    Raises:
        Refused: its time lies ahead or before the meeting.
    """
    match = _SIGNED.fullmatch(line)
    if match is None:
        return None
    sign = _SIGNS.get(match[1], match[1])
    if not match[2] and (guest := _guest(sign, match[3].split(), context)) is not None:
        return guest
    found = _parts(sign, _codes_apart(sign, _without_brackets(match[3]), context), context)
    if found is None:
        need_begun(sign, match[3], context)
        return None
    if match[2] and found.unknown_code:
        return None
    at = resolve(clock_time(found.time), context, explicit=True) if found.time else None
    if found.unknown_code:
        return _at(_unknown_code(line, sign, found, context), at)
    reading = _reading(line, sign, found, context)
    if match[2] and reading.intent is not None:
        reading = _spaced(line, f"{sign}{match[3]}", reading.intent)
    return _at(reading, at)


def _without_brackets(text: str) -> str:
    """`AA (Lena Fiedler)` says the same as `AA Lena Fiedler`."""
    return _IN_BRACKETS.sub(r"\1", text)


def _guest(sign: str, words: Sequence[str], context: Context) -> Reading | None:
    """`-nowak 11:54` of a guest in the room, `+nowak` of one who is expected; None if no guest."""
    if context.names.code(words[0]) is not None:
        return None
    time = clock_time(words[-1]) if len(words) > 1 else None
    name = " ".join(words[:-1] if time is not None else words).casefold()
    guests = {
        "-": [g.name for g in context.state.guests if g.end is None],
        "+": [g.name for g in context.state.expected_guests],
    }
    named = [g for g in guests.get(sign, ()) if name in (g.casefold(), g.casefold().split()[-1])]
    if len(named) != 1:
        return None
    at = resolve(time, context, explicit=True)
    if sign == "-":
        return _at(given(GuestOut(name=named[0])), at)
    return _at(given(GuestIn(name=named[0])), at)


def absence(codes: str, context: Context) -> Reading:
    """`/excused IHK` and further codes. Raises Refused for an unknown code."""
    words = codes.split()
    if not words:
        raise Refused("Say who is excused, with a code: “/excused IHK”.")
    return given(Excuse(organisations=tuple(context.names.need_code(w).id for w in words)))


def _at(reading: Reading, at: dt.datetime | None) -> Reading:
    return msgspec.structs.replace(reading, at=at)


def _codes_apart(sign: str, text: str, context: Context) -> list[str]:
    """The words of a line; `+bb +vhs` and `+bb,vhs` mean the same as `+bb vhs`.

    Raises:
        Refused: somebody comes and somebody else goes in one line.
    """
    words: list[str] = []
    against = ""
    for word in text.split():
        parts = [part for part in word.split(",") if part]
        signed = [part.lstrip("+-−–~") for part in parts]
        if not words and context.names.code(signed[0] if signed else "") is None:
            return text.split()
        if not all(context.names.code(part) for part in signed):
            words.append(word)
            continue
        for part in parts if words else parts[1:]:
            other = _SIGNS.get(part[0], part[0])
            if other in ("+", "-", "~") and other != sign:
                against = against or part
        words += signed
    if not against:
        return words
    if any(context.names.code(word) is None for word in words):
        return text.split()
    raise Refused(
        "Coming and going are two lines; write “{code}” in a line of its own.", code=against
    )


def _parts(sign: str, words: Sequence[str], context: Context) -> _Found | None:
    """What the words after the sign are; None as soon as one of them does not fit."""
    found = _Found()
    place = 0
    while place < len(words):
        word = words[place]
        known = context.names.code(word)
        if known is not None:
            if known not in found.organisations:
                found.organisations.append(known)
        elif not place and _code_like(word, alone=len(words) == 1):
            found.unknown_code = word
        elif not place:
            return None
        elif clock_time(word) is not None and not found.time:
            found.time = word
        elif sign == "+" and word.casefold() == "online":
            found.remote = True
        elif _code_like(word, alone=False) and not found.unknown_code:
            found.unknown_code = word
        else:
            taken = _person(sign, words, place, found, context)
            if not taken:
                return None
            place += taken - 1
        place += 1
    return found


def _code_like(word: str, *, alone: bool) -> bool:
    """Whether a word nobody has as a code may have been meant as one."""
    if CODE.fullmatch(word) is None or not any(c.isalpha() for c in word):
        return False
    return alone or word.isupper()


def _person(sign: str, words: Sequence[str], place: int, found: _Found, context: Context) -> int:
    """Take a person after the code of a partner; the number of words, 0 if it is none."""
    if sign != "+" or len(found.organisations) != 1 or found.people or found.unknown_person:
        return 0
    people, count = context.names.longest_name(words[place:])
    if people:
        found.people = context.names.of(people, found.organisations[0].id, context.day)
        return count
    name: list[str] = []
    for word in words[place:]:
        if clock_time(word) is not None or word.casefold() == "online":
            break
        name.append(word.rstrip(","))
    new = len(name) > 1 and name[-1] in _NEW
    if not capitalised(name[:-1] if new else name):
        return 0
    found.unknown_person = " ".join(name[:-1] if new else name)
    found.new = new
    return len(name)


def _reading(line: str, sign: str, found: _Found, context: Context) -> Reading:
    organisations = tuple(o.id for o in found.organisations)
    if sign == "-":
        return given(Leave(organisations=organisations))
    if sign == "~":
        return given(Excuse(organisations=organisations))
    if len(found.people) > 1:
        return _several(line, found, context)
    if found.unknown_person and not found.new:
        return _unknown_person(line, found)
    return given(_arrive(found, found.people[0].id if found.people else ""))


def _arrive(found: _Found, person: str) -> Arrive:
    return Arrive(
        arrivals=tuple(
            Arriving(
                organisation=o.id,
                person=person,
                new_person=found.unknown_person,
                remote=found.remote,
            )
            for o in found.organisations
        )
    )


def _note(line: str) -> Choice:
    return Choice(label=M_("note"), intent=Say(kind=NoteKind.NOTE, text=line), line=f"\\{line}")


def _spaced(line: str, tight: str, intent: Intent) -> Reading:
    question = M_(
        "“{line}” is attendance as “{tight}” and a note as “{note}”; which is meant?",
        line=line,
        tight=tight,
        note=f"\\{line}",
    )
    return asked(question, Choice(label=M_("attendance"), intent=intent, line=tight), _note(line))


def _several(line: str, found: _Found, context: Context) -> Reading:
    labels = context.labels(found.people)
    question = M_("Who is meant: {names}? Write the full name.", names=labels)
    choices = (
        Choice(label=M_("{name}", name=label), intent=_arrive(found, person.id))
        for label, person in zip(labels, found.people, strict=True)
    )
    return asked(question, *choices)


def _unknown_person(line: str, found: _Found) -> Reading:
    question = M_(
        "{name} is not known yet. New? Then write “{line} new”; “{note}” makes it a note.",
        name=found.unknown_person,
        line=line,
        note=f"\\{line}",
    )
    new = Choice(label=M_("new person"), intent=_arrive(found, ""), line=f"{line} new")
    return asked(question, new, _note(line))


def _unknown_code(line: str, sign: str, found: _Found, context: Context) -> Reading:
    code = found.unknown_code
    near = context.names.near(code)
    if not near:
        question = M_(
            "No partner has the code “{code}”. Attendance needs a known code (F8 shows them); "
            "as a note write “{note}”.",
            code=code,
            note=f"\\{line}",
        )
        return asked(question, _note(line))
    question = M_(
        "No partner has the code “{code}”. {near} is meant? Or a note: “{note}”.",
        code=code,
        near=near,
        note=f"\\{line}",
    )
    guess = line.replace(code, near, 1)
    make: dict[str, Callable[[tuple[str, ...]], Intent]] = {
        "-": lambda ids: Leave(organisations=ids),
        "~": lambda ids: Excuse(organisations=ids),
        "+": lambda ids: Arrive(
            arrivals=tuple(Arriving(organisation=i, remote=found.remote) for i in ids)
        ),
    }
    known = context.names.need_code(near)
    ids = tuple(dict.fromkeys([*(o.id for o in found.organisations), known.id]))
    attends = Choice(label=M_("{code}", code=near), intent=make[sign](ids), line=guess)
    return asked(question, attends, _note(line))
