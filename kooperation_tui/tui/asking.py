"""Forms for meetings and items: what is asked, and how the answers are read."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from kooperation_tui.domain import plan
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import AgendaItem, ItemKind, Meeting, Subject
from kooperation_tui.domain.templates import AgendaTemplate, is_gap
from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui import meeting_form, words
from kooperation_tui.tui.dialogs.form import Field, Values
from kooperation_tui.tui.goal_choice import chosen_goals, goal_field
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.capture.dates import Found

TEMPLATES = {
    AgendaTemplate.REGULAR: N_("Regular meeting (3 hours)"),
    AgendaTemplate.SHORT: N_("Short meeting (90 minutes)"),
    AgendaTemplate.FOUNDING: N_("Founding meeting"),
    AgendaTemplate.AGREEMENT: N_("Working on the agreement"),
    AgendaTemplate.CIRCLE: N_("Circle of reports"),
    AgendaTemplate.REVIEW: N_("Review of the year"),
}
KINDS = (
    ItemKind.INFORMATION,
    ItemKind.DISCUSSION,
    ItemKind.DECISION,
    ItemKind.FORMAL,
    ItemKind.COLLECT,
    ItemKind.AOB,
    ItemKind.CLOSING,
)


def bare(text: str) -> str:
    """A value without blanks and quotation marks around it, as they come with a paste."""
    return text.strip().strip("„“”\"'‚‘’»«").strip()


def read_date(text: str, today: dt.date) -> dt.date:
    """A date as people type it; a day without a year is the next one.

    Raises:
        Refused: it is missing, is none, or can mean two days.
    """
    from kooperation_tui.capture import dates

    return one_day(text, dates.read(bare(text), today))


def one_day(text: str, found: Found | None) -> dt.date:
    """What was read in a text, if it is one day. Raises Refused."""
    if isinstance(found, dt.date):
        return found
    if not bare(text):
        raise Refused("The date is missing; write it like 13.11. or 2026-11-13.")
    raise Refused("“{text}” is no date; write it like 13.11. or 2026-11-13.", text=text)


def read_time(text: str) -> dt.time:
    """`9:00`, `09.00`, `9`. Raises Refused."""
    typed = bare(text)
    if not typed:
        raise Refused("The time is missing; write it like 9:00.")
    found = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?", typed)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Refused("“{text}” is no time; write it like 9:00.", text=text)
    return dt.time(int(found[1]), int(found[2] or 0))


def read_minutes(text: str) -> int:
    """Whole minutes, none if empty. Raises Refused."""
    typed = bare(text)
    if not typed:
        return 0
    if not typed.isdecimal() or int(typed) > 1000:
        raise Refused("“{text}” is no number of minutes.", text=text)
    return int(typed)


def example_day(view: View) -> str:
    """How a day is written, for a field that is still empty: a working day in four weeks."""
    day = view.today + dt.timedelta(days=28)
    while day.weekday() > 4:
        day += dt.timedelta(days=1)
    return view.tr.date_tiny(day)


def meeting_fields(view: View, meeting: Meeting | None, template: bool) -> list[Field]:
    """Date, times, place; for a new one also the template."""
    tr = view.tr
    start = meeting.start if meeting is not None else None
    end = meeting.end if meeting is not None else None
    fields = [
        Field(
            "date",
            tr.t("Date"),
            tr.date_short(start.date()) if start else "",
            example=example_day(view),
        ),
        Field("start", tr.t("Begins"), tr.time(start) if start else "09:00"),
        Field("end", tr.t("Ends"), tr.time(end) if end else "12:00"),
        Field("place", tr.t("Place"), meeting.place if meeting is not None else ""),
    ]
    if template:
        options = tuple((t.value, tr.t(label)) for t, label in TEMPLATES.items())
        fields.append(Field("template", tr.t("Template"), AgendaTemplate.REGULAR, options))
        fields += meeting_form.bodies(view)
    return [*fields, *meeting_form.second(view, meeting)]


def read_meeting(values: Values, view: View) -> tuple[dt.datetime, dt.datetime | None, str]:
    """Start, end and place. Raises Refused."""
    zone = plan.zone(view.data)
    day = read_date(values["date"], view.today)
    start = dt.datetime.combine(day, read_time(values["start"]), zone)
    end = (
        dt.datetime.combine(day, read_time(values["end"]), zone) if values["end"].strip() else None
    )
    if end is not None and end <= start:
        raise Refused("The meeting has to end after it starts.")
    return start, end, values["place"].strip()


def item_fields(view: View, item: AgendaItem | None) -> list[Field]:
    """Title, kind, what it is about, points, minutes, owner, goal."""
    tr = view.tr
    kind = item.kind if item is not None else ItemKind.DISCUSSION
    kinds = KINDS if kind in KINDS else (*KINDS, kind)
    owners = [("", "–")] + [(o.id, f"{o.code}  {o.name}") for o in plan.partners(view.data)]
    blocks = item.points if item is not None else ()
    points = ", ".join(b[1:] if b[1:].isdigit() else words.blocks_name((b,), tr) for b in blocks)
    title = item.title if item is not None else ""
    gap = title if is_gap(title, language_of(view).t) else ""
    return [
        Field("title", tr.t("Topic"), "" if gap else title, hint=gap),
        Field("kind", tr.t("Kind"), kind, tuple((k.value, words.kind_name(k, tr)) for k in kinds)),
        Field(
            "subject",
            tr.t("What is it about?"),
            item.subject if item is not None else Subject.ORDINARY,
            tuple((s.value, tr.t(label)) for s, label in words.SUBJECTS.items()),
        ),
        Field("points", tr.t("Points"), points, hint=tr.t("only for the agreement, such as 3, 8")),
        Field(
            "minutes", tr.p("duration", "Minutes"), str(item.minutes) if item is not None else "20"
        ),
        Field(
            "owner", tr.p("column", "From"), item.owner if item is not None else "", tuple(owners)
        ),
        Field("goal", tr.t("Goal"), item.goal if item is not None else ""),
        *goal_field(view, item.goals if item is not None else ()),
        *_announced_field(view, item),
    ]


def _announced_field(view: View, item: AgendaItem | None) -> list[Field]:
    """Whether it was on the invitation; only once that went out."""
    tr, meeting = view.tr, view.meeting
    if meeting is None or meeting.invited_on is None:
        return []
    known = item is not None and item.announced
    options = (("yes", tr.t("yes")), ("no", tr.t("no")))
    return [Field("announced", tr.t("On the invitation"), "yes" if known else "no", options)]


def read_item(values: Values) -> dict[str, object]:
    """The fields of an item. Raises Refused."""
    if not values["title"].strip():
        raise Refused("The item needs a title.")
    return {
        "title": values["title"].strip(),
        "kind": ItemKind(values["kind"]),
        "subject": Subject(values["subject"]),
        "points": read_blocks(values["points"]),
        "minutes": read_minutes(values["minutes"]),
        "owner": values["owner"],
        "goal": values["goal"].strip(),
        "goals": chosen_goals(values),
        **({"announced": values["announced"] == "yes"} if "announced" in values else {}),
    }


def read_blocks(text: str) -> tuple[str, ...]:
    """Keys of blocks of the agreement from `3, 8` or `Präambel`. Raises Refused."""
    from kooperation_tui.capture.words import block

    keys = []
    for part in re.split(r"\s*[,;]\s*|(?<=\d)\s+", text.strip()):
        if part and not (key := block(part)):
            raise Refused(
                "“{text}” is no block of the agreement; write a point such as 3, or Preamble, "
                "Goals, Principles, Data protection, Entry into force.",
                text=part,
            )
        if part:
            keys.append(key)
    return tuple(dict.fromkeys(keys))


def item_note(view: View, values: Values) -> str:
    """What follows from "What is it about?"."""
    from kooperation_tui.tui.drawing.agenda_item import follows

    state = view.state
    if state is None:
        return ""
    subject, kind = Subject(values["subject"]), ItemKind(values["kind"])
    return view.tr.t("What follows:") + " " + follows(view, state, subject, kind).plain


def language_of(view: View) -> Translator:
    """The language of the network's documents: titles of templates are written in it."""
    from kooperation_tui.i18n import translator

    return translator(view.data.network.language)
