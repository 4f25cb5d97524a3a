"""`> M-012 erledigt`: news of a running action."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from kooperation_tui.capture import words
from kooperation_tui.capture.context import Context
from kooperation_tui.capture.dates import Ambiguous, Found
from kooperation_tui.capture.reading import M_, Choice, Reading, asked, given, in_two_ways, on_day
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.intents import ProgressAction
from kooperation_tui.domain.model import Action, ActionStatus, Person
from kooperation_tui.domain.plan import find_number

_NUMBER = re.compile(r"(M-?(?:\d{4}-)?\d{1,5})(?:[:,]?\s+(.*))?", re.IGNORECASE | re.DOTALL)
_SHORT = re.compile(r"M\d+", re.IGNORECASE)
"""As the screens show it; a title may begin like this, too."""
_STATUS: Final = {
    **dict.fromkeys(("erledigt", "fertig", "done"), ActionStatus.DONE),
    **dict.fromkeys(("laeuft", "running"), ActionStatus.IN_PROGRESS),
    **dict.fromkeys(("in arbeit", "in progress"), ActionStatus.IN_PROGRESS),
    **dict.fromkeys(("zurueckgestellt", "on hold"), ActionStatus.ON_HOLD),
    **dict.fromkeys(("fallen", "dropped", "drop"), ActionStatus.DROPPED),
    **dict.fromkeys(("offen", "open"), ActionStatus.OPEN),
}
_ENDED = (ActionStatus.DONE, ActionStatus.DROPPED)


@dataclass
class _News:
    """What a line says of an action."""

    action: Action
    status: ActionStatus | None = None
    when: Found | None = None
    when_text: str = ""
    organisation: str = ""
    people: tuple[Person, ...] = ()
    reason: str = ""

    @property
    def empty(self) -> bool:
        return self.status is None and self.when is None and not self.new_owner

    @property
    def new_owner(self) -> bool:
        return bool(self.organisation or self.people)


def progress(text: str, context: Context) -> Reading | None:
    """News of an action; None if the line does not begin with an action's number.

    Raises:
        Refused: no action has the number, or what follows is no news.
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    tokens = (match[2] or "").split()
    if _SHORT.fullmatch(match[1]) and not _is_news(tokens, context):
        return None
    news = _News(action=find_action(match[1], context))
    news.status, count = _status(tokens)
    rest = tokens[count:]
    if news.status not in _ENDED:
        rest = _date_and_owner(rest, news, context)
    if news.empty:
        raise _no_news(match[1], " ".join(rest))
    news.reason = _reason(rest)
    return _reading(news, context)


def _is_news(tokens: list[str], context: Context) -> bool:
    """Whether a short number is followed by what only news of an action begins with."""
    if not tokens or _status(tokens)[0] is not None or tokens[0].startswith("@"):
        return True
    return context.take_date(tokens) is not None


def find_action(number: str, context: Context) -> Action:
    """The action with a typed number; without a year this year's, else last year's.

    Raises:
        Refused: there is none.
    """
    for year in (context.meeting.year, context.meeting.year - 1):
        for action in context.data.rows(Action):
            if find_number(number, action.number, "M", year):
                return action
    raise Refused("There is no action {number}; F7 shows all.", number=number)


def _status(tokens: list[str]) -> tuple[ActionStatus | None, int]:
    for count in (2, 1):
        if len(tokens) >= count:
            word = words.fold(" ".join(tokens[:count])).strip(",.;:")
            if word in _STATUS:
                return _STATUS[word], count
    return None, 0


def _date_and_owner(rest: list[str], news: _News, context: Context) -> list[str]:
    """Take a date and ``@owner`` in either order; what is left is the reason."""
    for _ in range(2):
        found = context.take_date(rest) if news.when is None else None
        if found is not None:
            news.when, count = found
            news.when_text = " ".join(rest[:count])
        elif rest and rest[0].startswith("@") and not news.new_owner:
            count = _owner(rest, news, context)
        else:
            break
        rest = rest[count:]
    return rest


def _owner(tokens: list[str], news: _News, context: Context) -> int:
    name = [tokens[0][1:], *tokens[1:]]
    organisation = context.names.code(name[0])
    if organisation is not None:
        news.organisation = organisation.id
        return 1
    news.people, count = context.names.longest_name(name)
    if not count:
        raise Refused(
            "“{word}” is no partner and no person; the action needs a code or a name.",
            word=tokens[0],
        )
    return count


def _reason(rest: list[str]) -> str:
    reason = " ".join(rest)
    if reason.startswith("(") and reason.endswith(")"):
        return reason[1:-1].strip()
    return reason


def _no_news(number: str, rest: str) -> Refused:
    if not rest:
        return Refused(
            "What is new about {number}? Write “done”, “running”, a date, “on hold”, “@CODE” or "
            "“dropped” behind it.",
            number=number,
        )
    return Refused(
        "“{rest}” is no news of {number}: “done”, “running”, a date, “on hold”, “@CODE” or "
        "“dropped” comes first, then the reason.",
        rest=rest,
        number=number,
    )


def _reading(news: _News, context: Context) -> Reading:
    if len(news.people) > 1:
        return _which_person(news, context)
    person = news.people[0] if news.people else None
    if news.when is None:
        return given(_intent(news, None, person, context))
    return on_day(news.when, news.when_text, lambda day: _intent(news, day, person, context))


def _which_person(news: _News, context: Context) -> Reading:
    """Several people have this name. A date with two readings is settled first."""
    if isinstance(news.when, Ambiguous):
        raise in_two_ways(news.when, news.when_text)
    due = news.when
    labels = context.labels(news.people)
    choices = (
        Choice(label=M_("{name}", name=label), intent=_intent(news, due, person, context))
        for label, person in zip(labels, news.people, strict=True)
    )
    return asked(M_("Who is meant: {names}? Write the full name.", names=labels), *choices)


def _intent(
    news: _News, due: dt.date | None, person: Person | None, context: Context
) -> ProgressAction:
    organisations = context.names.organisations_of(person.id, context.day) if person else ()
    return ProgressAction(
        action=news.action.id,
        status=news.status,
        due=due,
        owner="" if person is None else person.id,
        owner_organisation=organisations[0] if organisations else news.organisation,
        reason=news.reason,
    )
