"""Slash lines about guests, roles and the speakers' list, and the `q` lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from kooperation_tui.capture import words
from kooperation_tui.capture.attendance import absence
from kooperation_tui.capture.context import Context
from kooperation_tui.capture.reading import (
    M_,
    Choice,
    Reading,
    SpeakersCommand,
    Speaking,
    asked,
    given,
)
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.intents import GuestIn, GuestOut, TakeRole
from kooperation_tui.domain.plan import delegate

_GUEST = re.compile(r"([^\W\d_]+)\s+(\S.*)", re.DOTALL)
_COMES = frozenset({"in", "da", "kommt"})
_GOES = frozenset({"out", "geht"})
_ITEMS = re.compile(r"(?:TOP|items?)\s*(\d{1,3})", re.IGNORECASE | re.ASCII)
_Q = re.compile(r"q\s?([+\-−–])\s*(\S+)", re.IGNORECASE)
_Q_WORD = re.compile(r"q\s+(next|close)", re.IGNORECASE)


def speakers(line: str, context: Context) -> Reading | None:
    """A ``q`` line, whole; None if it is something else.

    Raises:
        Refused: the code behind ``q+`` or ``q-`` is not known.
    """
    word = _Q_WORD.fullmatch(line)
    if word is not None:
        return _speaking(Speaking(word[1].casefold()))
    match = _Q.fullmatch(line)
    if match is None:
        return None
    organisation = context.names.need_code(match[2]).id
    return _speaking(Speaking.JOIN if match[1] == "+" else Speaking.LEAVE, organisation)


def _speaking(what: Speaking, organisation: str = "") -> Reading:
    return Reading(line="", speakers=SpeakersCommand(what=what, organisation=organisation))


def _speak(rest: str, context: Context) -> Reading:
    if len(rest.split()) != 1:
        raise Refused("Who wants to speak? “/speak HWK”.")
    return _speaking(Speaking.JOIN, context.names.need_code(rest).id)


def _guest(rest: str, _: Context) -> Reading:
    match = _GUEST.fullmatch(rest)
    word = words.fold(match[1]) if match is not None else ""
    if match is None or word not in _COMES | _GOES:
        raise Refused("Write “/guest in NAME, ORGANISATION” or “/guest out NAME”.")
    if word in _GOES:
        return given(GuestOut(name=match[2]))
    name, *more = (part.strip() for part in match[2].split(","))
    items = [found for part in more if (found := _ITEMS.fullmatch(part))]
    organisation = [part for part in more if part and not _ITEMS.fullmatch(part)]
    if not name:
        raise Refused("Write “/guest in NAME, ORGANISATION” or “/guest out NAME”.")
    return given(
        GuestIn(
            name=name,
            organisation=", ".join(organisation),
            items=tuple(int(found[1]) for found in items),
        )
    )


def _role(rest: str, context: Context) -> Reading:
    first, name = (*rest.split(maxsplit=1), "", "")[:2]
    role = words.ROLE_OF.get(words.fold(first).rstrip(":"))
    if role is None or not name:
        raise Refused(
            "Write the role and who takes it: “/role minutes Petra Vogt”. Roles are moderation, "
            "minutes, time, speakers, host and tech."
        )
    tokens = name.split()
    if words.fold(name) in words.NOBODY:
        return given(TakeRole(role=role, person=""))
    organisation = context.names.code(tokens[0]) if len(tokens) == 1 else None
    if organisation is not None:
        return given(TakeRole(role=role, person=_spokesperson(organisation.id, context)))
    people = context.names.persons(tokens)
    if not people:
        raise Refused("“{name}” is no partner and no person; F8 shows all.", name=name)
    if len(people) == 1:
        return given(TakeRole(role=role, person=people[0].id))
    labels = context.labels(people)
    choices = (
        Choice(label=M_("{name}", name=label), intent=TakeRole(role=role, person=person.id))
        for label, person in zip(labels, people, strict=True)
    )
    return asked(M_("Who is meant: {names}? Write the full name.", names=labels), *choices)


def _spokesperson(organisation: str, context: Context) -> str:
    """Who is there for a partner, else its delegate."""
    there = [p.person for p in context.state.present() if p.organisation == organisation]
    if there:
        return there[-1]
    person = delegate(context.data, organisation, context.day)
    if person is None:
        raise Refused(
            "Nobody speaks for {code} yet; write the person's name.",
            code=context.names.organisations[organisation].code,
        )
    return person.id


PEOPLE: Final[Mapping[str, Callable[[str, Context], Reading]]] = {
    "excused": absence,
    "guest": _guest,
    "role": _role,
    "speak": _speak,
}
