"""The rows of a meeting's form that not every network needs: body, second meeting."""

from __future__ import annotations

from typing import Any

from kooperation_tui.domain import plan
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import Body, Meeting
from kooperation_tui.domain.second import first_meetings
from kooperation_tui.tui import words
from kooperation_tui.tui.dialogs.form import Field, Values
from kooperation_tui.tui.view import View

_NO, _YES = "no", "yes"


def bodies(view: View) -> list[Field]:
    """Which body meets; only where there is more than the network meeting."""
    found = sorted(view.data.rows(Body), key=lambda b: (b != plan.plenary(view.data), b.name))
    if len(found) < 2:
        return []
    options = tuple((one.id, body_name(view, one)) for one in found)
    # A screen has a part called body.
    return [Field("of_body", view.tr.t("Body"), options[0][0], options)]


def body_name(view: View, body: Body) -> str:
    """`AG Daten (Arbeitsgruppe)`; a name that says it already stands alone."""
    kind = view.tr.t(words.BODIES[body.kind])
    return body.name if kind.casefold() in body.name.casefold() else f"{body.name} ({kind})"


def second(view: View, meeting: Meeting | None) -> list[Field]:
    """Whether it is a second meeting, where the rules know one and a first one may be there."""
    tr, rules = view.tr, plan.rules_of(view.data)
    if rules.second_meeting_days is None:
        return []
    if meeting is not None and not (meeting.is_second or first_meetings(view.data, meeting, rules)):
        return []
    if meeting is None and not any(_lacked(view, m) for m in view.data.rows(Meeting)):
        return []
    now = _YES if meeting is not None and meeting.is_second else _NO
    options = ((_NO, tr.t("no")), (_YES, tr.t("yes, of one that lacked its quorum")))
    return [Field("second", tr.t("Second meeting"), now, options)]


def _lacked(view: View, meeting: Meeting) -> bool:
    """Whether a meeting of today would be a second one of this."""
    days = plan.rules_of(view.data).second_meeting_days
    if days is None or meeting.ended_at is None:
        return False
    after = Meeting(
        id="", body=meeting.body, year=view.today.year, number=0, start=view.now.replace(second=0)
    )
    return meeting in first_meetings(view.data, after, plan.rules_of(view.data))


def is_second(values: Values) -> bool:
    """What was chosen; no where it was not asked."""
    return values.get("second", _NO) == _YES


def made_second(data: Data, moment: Moment, made: Change, values: Values) -> Change:
    """A planned meeting that is a second one if that was chosen. Raises Refused."""
    if not is_second(values):
        return made
    meeting: Any = made.result
    changed = planning.change_meeting(data.apply(made), moment, meeting=meeting.id, is_second=True)
    kept = tuple(one for one in made.puts if one.id != meeting.id)
    return Change(puts=(*kept, *changed.puts), result=changed.result)


def note(view: View, values: Values) -> str:
    """What a second meeting may do."""
    if not is_second(values):
        return ""
    return view.tr.t(
        "It decides without a minimum number what the first one could not; the invitation says so."
    )
