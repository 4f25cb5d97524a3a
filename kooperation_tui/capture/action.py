"""`> text @BIB +BB 13.11.`: an action as it is taken."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kooperation_tui.capture import words
from kooperation_tui.capture.context import Context
from kooperation_tui.capture.dates import Ambiguous, Found, short_weekday
from kooperation_tui.capture.owners import AT, TOKEN, Owner, named, no_owner
from kooperation_tui.capture.progress import progress
from kooperation_tui.capture.reading import (
    M_,
    Choice,
    Message,
    Reading,
    asked,
    given,
    in_two_ways,
    on_day,
)
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.intents import TakeAction

_NO_DATE = frozenset({("ohne", "termin"), ("kein", "termin"), ("no", "date"), ("without", "date")})
_BARE_DATE = re.compile(r"\d{1,2}\.\d{1,2}")
_DATE_IN_TITLE = re.compile(r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?:\d{4}|\d{2})?(?![\d.])")
_BETWEEN = re.compile(r"[+,;]+")
"""What stands before and between helpers."""
_HEAD = re.compile(r"([^:@]{2,60}):\s+(\S.*)", re.DOTALL)
_FAR = dt.timedelta(days=300)


@dataclass
class _Right:
    """What stands right of the owner."""

    helpers: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    due: Found | None = None
    due_text: str = ""
    no_date: bool = False
    owner_reason: str = ""
    due_reason: str = ""
    rest: list[str] = field(default_factory=list)
    wrong: Refused | None = None


def action(text: str, context: Context) -> Reading:
    """A line after ``> ``: a new action, or progress of one that is running.

    Raises:
        Refused: no owner, no title, a word that is nothing, a date that is none.
    """
    text = text.strip()
    running = progress(text, context)
    if running is not None:
        return running
    parts = _at_owner(text, context) or _before_colon(text, context)
    if parts is None:
        raise no_owner(text, context)
    title, owner, right = parts
    if not title:
        raise Refused("Say what is to be done, left of the “@”: “> TEXT @CODE 13.11.”.")
    if right.wrong is not None:
        raise right.wrong
    if right.rest:
        raise Refused(
            "“{rest}” was not understood: right of the “@” stand helpers (+BB), one date, and "
            "reasons in brackets.",
            rest=" ".join(right.rest),
        )
    return _taken(title, owner, right, context)


def _at_owner(text: str, context: Context) -> tuple[str, Owner, _Right] | None:
    """Title, owner and right side around the last ``@`` that names somebody."""
    for match in reversed(list(AT.finditer(text))):
        tokens = [t[0] for t in TOKEN.finditer(text, match.end())]
        found = named(tokens, context)
        if found is not None:
            owner, count = found
            right = _right(tokens[count:], owner, context, strict=False)
            return text[: match.start()].strip(), owner, right
    return None


def _before_colon(text: str, context: Context) -> tuple[str, Owner, _Right] | None:
    """``BIB: title +BB 13.11.``: the right side is what the end of the line is made of."""
    match = _HEAD.fullmatch(text)
    if match is None:
        return None
    head = match[1].split()
    found = named(head, context)
    if found is None or found[1] != len(head):
        return None
    owner, body = found[0], match[2]
    tokens = list(TOKEN.finditer(body))
    for place in range(1, len(tokens)):
        right = _right([t[0] for t in tokens[place:]], owner, context, strict=True)
        if not right.rest:
            return body[: tokens[place].start()].strip(), owner, right
    return body.strip(), owner, _Right()


def _right(tokens: Sequence[str], owner: Owner, context: Context, *, strict: bool) -> _Right:
    """Read what stands right of the owner.

    `strict` is for a line without ``@``, where the title may end in anything:
    a date needs its last dot, and a small "so" is no Sunday.
    """
    right = _Right()
    tokens = _listed(tokens, context)
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.startswith("("):
            fits = _reason(token, right, owner)
            right.rest += [] if fits else [token]
        elif token.startswith("+") and _helper(token, right, context):
            pass
        elif tuple(words.fold(t) for t in tokens[place : place + 2]) in _NO_DATE:
            right.no_date = True
            place += 1
        else:
            count = _date(tokens[place:], right, context, strict=strict)
            right.rest += [] if count else [token]
            place += max(count, 1) - 1
        place += 1
    return right


def _listed(tokens: Sequence[str], context: Context) -> list[str]:
    """The words with the plus that a list leaves out: `+BB, MBB`."""
    found: list[str] = []
    for token in tokens:
        goes_on = bool(found) and found[-1][0] == "+" and found[-1][-1] in ",;"
        known = goes_on and context.names.code(token) is not None
        found.append(f"+{token}" if known else token)
    return found


def _helper(token: str, right: _Right, context: Context) -> bool:
    """Take the helpers of a token: `+BB`, `+BB,MBB+VHS`, `+„Kreis IT“`; False if it has none."""
    quoted = TOKEN.fullmatch(token)
    if quoted is not None and quoted[2] is not None:
        right.outside.append(quoted[2].strip())
        return True
    listed = [word for word in _BETWEEN.split(token) if word]
    known = [context.names.code(word) for word in listed]
    if not listed or not all(
        code or word[0].isalpha() for code, word in zip(known, listed, strict=True)
    ):
        return False
    for code, word in zip(known, listed, strict=True):
        if code is None:
            right.outside.append(word)
        elif code.id not in right.helpers:
            right.helpers.append(code.id)
    return True


def _reason(token: str, right: _Right, owner: Owner) -> bool:
    """Put a reason in brackets where it belongs; False if nothing asks for one."""
    match = TOKEN.fullmatch(token)
    reason = match[1].strip() if match is not None and match[1] is not None else ""
    if not reason:
        return False
    if right.no_date and not right.due_reason:
        right.due_reason = reason
    elif owner.nobody and not right.owner_reason:
        right.owner_reason = reason
    else:
        return False
    return True


def _date(tokens: Sequence[str], right: _Right, context: Context, *, strict: bool) -> int:
    """Take a date; the number of its words, 0 if there is none."""
    if right.due is not None or (strict and _BARE_DATE.fullmatch(tokens[0])):
        return 0
    last = len(tokens) == 1 or tokens[1][0] in "+("
    if short_weekday(tokens[0].rstrip(",")) and tokens[0].islower() and (strict or not last):
        return 0
    try:
        found = context.take_date(tokens)
    except Refused as refusal:
        right.wrong = right.wrong or refusal
        return 1
    if found is None:
        return 0
    right.due, count = found
    right.due_text = " ".join(tokens[:count])
    return count


def _taken(title: str, owner: Owner, right: _Right, context: Context) -> Reading:
    if right.due is not None and right.no_date:
        raise Refused("The line names a date and says that there is none; keep one of both.")
    hints = _hints(title, right, context)
    if len(owner.people) > 1:
        return _which_person(title, owner, right, context)
    if right.due is None:
        return given(_intent(title, owner, right, None, context), *hints)
    return on_day(
        right.due,
        right.due_text,
        lambda day: _intent(title, owner, right, day, context),
        *hints,
    )


def _hints(title: str, right: _Right, context: Context) -> tuple[Message, ...]:
    return (*_owner_hints(title, context), *_date_hints(title, right, context))


def _owner_hints(title: str, context: Context) -> tuple[Message, ...]:
    """An action has one owner (I-03); a second one would hide in the title."""
    for match in AT.finditer(title):
        word = title[match.end() :].split()[0]
        if named([word], context) is not None:
            return (
                M_("“@{word}” stays in the text: one owner only, helpers with “+”.", word=word),
            )
    return ()


def _date_hints(title: str, right: _Right, context: Context) -> tuple[Message, ...]:
    if right.due is None and not right.no_date:
        match = _DATE_IN_TITLE.search(title)
        if match is not None:
            doubt = M_("Due {date}? It stands in the title; put it behind the “@”.", date=match[0])
            return (doubt,)
    if isinstance(right.due, dt.date):
        if right.due < context.day:
            return (M_("{date} lies before the meeting.", date=right.due),)
        if right.due - context.day > _FAR:
            return (M_("{date} is almost a year ahead or more.", date=right.due),)
    return ()


def _which_person(title: str, owner: Owner, right: _Right, context: Context) -> Reading:
    """Several people have this name. A date with two readings is settled first."""
    labels = context.labels(owner.people)
    if isinstance(right.due, Ambiguous):
        raise in_two_ways(right.due, right.due_text)
    due = right.due
    choices = (
        Choice(
            label=M_("{name}", name=label),
            intent=_intent(title, Owner(people=(person,)), right, due, context),
        )
        for label, person in zip(labels, owner.people, strict=True)
    )
    question = M_("Who is meant: {names}? Write the full name.", names=labels)
    return asked(question, *choices)


def _intent(
    title: str, owner: Owner, right: _Right, due: dt.date | None, context: Context
) -> TakeAction:
    person = owner.people[0].id if owner.people else ""
    organisations = context.names.organisations_of(person, context.day) if person else ()
    return TakeAction(
        title=title,
        owner=person,
        owner_organisation=organisations[0] if organisations else owner.organisation,
        nobody=owner.nobody,
        owner_reason=right.owner_reason,
        helpers=tuple(right.helpers),
        outside=tuple(dict.fromkeys(right.outside)),
        due=due,
        due_reason=right.due_reason,
    )
