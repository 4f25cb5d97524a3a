"""Slash lines about wordings, objections and points of the agreement."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from kooperation_tui.capture import words
from kooperation_tui.capture.context import Context
from kooperation_tui.capture.reading import Reading, given, on_day
from kooperation_tui.capture.slash_run import later
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind, ObjectionKind
from kooperation_tui.domain.intents import (
    AddOption,
    BindPoint,
    RaiseObjection,
    Recuse,
    Review,
    Say,
    SettleObjection,
)
from kooperation_tui.domain.model import Decision

_LABELLED = re.compile(r"([^\W_]{1,8})[:)]?\s+(\S.*)", re.DOTALL)
_DECISION = re.compile(r"B-?0*(\d{1,3})|B-\d{4}-[\d-]+", re.ASCII | re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,3})(?:[:,]?\s+(.*))?", re.ASCII | re.DOTALL)


def code_and_text(text: str, context: Context) -> tuple[str, str]:
    """The id of the partner whose code comes first, and the words after it.

    Raises:
        Refused: there is no such code, or nothing follows it.
    """
    first, rest = (*text.split(maxsplit=1), "", "")[:2]
    if not first:
        raise Refused("Whose words are they? Write the partner's code first.")
    organisation = context.names.need_code(first.rstrip(":"))
    if not rest:
        raise Refused("Write the words of {code} behind the code.", code=organisation.code)
    return organisation.id, rest


def _objection(kind: ObjectionKind) -> Callable[[str, Context], Reading]:
    def read(rest: str, context: Context) -> Reading:
        organisation, text = code_and_text(rest, context)
        return given(RaiseObjection(kind=kind, organisation=organisation, text=text))

    return read


def _settled(*, integrated: bool) -> Callable[[str, Context], Reading]:
    def read(rest: str, _: Context) -> Reading:
        match = _NUMBERED.fullmatch(rest)
        if match is None:
            raise Refused("Name the number of the objection: “/integrated 1 TEXT”, “/withdrawn 1”.")
        return given(
            SettleObjection(
                number=int(match[1]), integrated=integrated, text=(match[2] or "").strip()
            )
        )

    return read


def _option(rest: str, _: Context) -> Reading:
    match = _LABELLED.fullmatch(rest)
    if match is None:
        raise Refused("Name the option and its letter: “/option A TEXT”.")
    return given(AddOption(label=match[1].upper(), text=match[2]))


def _recused(rest: str, context: Context) -> Reading:
    if len(rest.split()) != 1:
        raise Refused("Name the partner that does not vote: “/recused HWK”.")
    return given(Recuse(organisation=context.names.need_code(rest).id))


def _review(rest: str, context: Context) -> Reading:
    """`/review 1.6.2027` of the last decision, `/review B3 1.6.2027` of a named one."""
    first, day = (*rest.split(maxsplit=1), "", "")[:2]
    named = _DECISION.fullmatch(first)
    decision = _decision(first, named, context).id if named is not None else ""
    typed = day if named is not None else rest
    when = later(context.need_date(typed), context)
    return on_day(when, typed, lambda date: Review(on=date, decision=decision))


def _decision(typed: str, named: re.Match[str], context: Context) -> Decision:
    """The decision with this number; a short one, as on the screens, is this meeting's."""
    every = context.data.rows(Decision)
    for row in every:
        if row.number.casefold() == typed.casefold():
            return row
    here = {wording.decision for wording in context.state.wordings}
    for row in every:
        if row.id in here and named[1] and row.number.rpartition("-")[2] == named[1]:
            return row
    raise Refused(
        "There is no decision {number} in this meeting; write the whole number, as in the "
        "register on F9.",
        number=typed,
    )


def _point(rest: str, _: Context) -> Reading:
    """`/point 3`, `/point goals`; `/point none` for a decision that is about none of them."""
    key = words.block(rest)
    if not key and not words.is_no_block(rest):
        raise Refused("Name a point of the agreement, 1 to 9, or none: “/point 3”, “/point none”.")
    return given(BindPoint(point=key))


def _minority(rest: str, context: Context) -> Reading:
    organisation, text = code_and_text(rest, context)
    return given(Say(kind=NoteKind.MINORITY, text=text, organisation=organisation))


DECISIONS: Final[Mapping[str, Callable[[str, Context], Reading]]] = {
    "concern": _objection(ObjectionKind.CONCERN),
    "integrated": _settled(integrated=True),
    "minority": _minority,
    "objection": _objection(ObjectionKind.PARAMOUNT),
    "option": _option,
    "point": _point,
    "recused": _recused,
    "review": _review,
    "withdrawn": _settled(integrated=False),
}
