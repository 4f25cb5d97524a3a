"""Forms for meetings and items: what is asked, and how the answers are read."""

from __future__ import annotations

import datetime as dt
import re

from kooperation_tui.domain import plan
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import AgendaItem, ItemKind, Meeting, Subject
from kooperation_tui.domain.templates import AgendaTemplate
from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui import words
from kooperation_tui.tui.dialogs.form import Field, Values
from kooperation_tui.tui.view import View

TEMPLATES = {
    AgendaTemplate.REGULAR: N_("Regular meeting (3 hours)"),
    AgendaTemplate.SHORT: N_("Short meeting (90 minutes)"),
    AgendaTemplate.FOUNDING: N_("Founding meeting"),
    AgendaTemplate.AGREEMENT: N_("Working on the agreement"),
    AgendaTemplate.CIRCLE: N_("Circle of reports"),
    AgendaTemplate.REVIEW: N_("Review of the year"),
}
LENGTHS = {AgendaTemplate.SHORT: 90}
KINDS = (
    ItemKind.INFORMATION,
    ItemKind.DISCUSSION,
    ItemKind.DECISION,
    ItemKind.FORMAL,
    ItemKind.COLLECT,
    ItemKind.AOB,
    ItemKind.CLOSING,
)


def read_date(text: str, today: dt.date) -> dt.date:
    """A date as people type it; a day without a year is the next one.

    Raises:
        Refused: it is none, or can mean two days.
    """
    from kooperation_tui.capture import dates

    found = dates.read(text.strip(), today)
    if isinstance(found, dt.date):
        return found
    raise Refused("“{text}” is no date; write it like 13.11. or 2026-11-13.", text=text)


def read_time(text: str) -> dt.time:
    """`9:00`, `09.00`, `9`. Raises Refused."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?", text.strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Refused("“{text}” is no time; write it like 9:00.", text=text)
    return dt.time(int(found[1]), int(found[2] or 0))


def read_minutes(text: str) -> int:
    """Whole minutes, none if empty. Raises Refused."""
    if not text.strip():
        return 0
    if not text.strip().isdecimal() or int(text) > 1000:
        raise Refused("“{text}” is no number of minutes.", text=text)
    return int(text)


def meeting_fields(view: View, meeting: Meeting | None, template: bool) -> list[Field]:
    """Date, times, place; for a new one also the template."""
    tr = view.tr
    start = meeting.start if meeting is not None else None
    end = meeting.end if meeting is not None else None
    fields = [
        Field("date", tr.t("Date"), tr.date_short(start.date()) if start else "", hint="13.11."),
        Field("start", tr.t("Begins"), tr.time(start) if start else "09:00"),
        Field("end", tr.t("Ends"), tr.time(end) if end else "12:00"),
        Field("place", tr.t("Place"), meeting.place if meeting is not None else ""),
    ]
    if template:
        options = tuple((t.value, tr.t(label)) for t, label in TEMPLATES.items())
        fields.append(Field("template", tr.t("Template"), AgendaTemplate.REGULAR, options))
    return fields


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
    points = ", ".join(p.removeprefix("p") for p in item.points) if item is not None else ""
    return [
        Field("title", tr.t("Topic"), item.title if item is not None else ""),
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
    ]


def read_item(values: Values) -> dict[str, object]:
    """The fields of an item. Raises Refused."""
    if not values["title"].strip():
        raise Refused("The item needs a title.")
    points = tuple(f"p{n}" for n in re.findall(r"\d+", values["points"]))
    if any(p not in words.BLOCK_NAMES for p in points):
        raise Refused("The agreement has the points 1 to 9.")
    return {
        "title": values["title"].strip(),
        "kind": ItemKind(values["kind"]),
        "subject": Subject(values["subject"]),
        "points": points,
        "minutes": read_minutes(values["minutes"]),
        "owner": values["owner"],
        "goal": values["goal"].strip(),
    }


def item_note(view: View, values: Values) -> str:
    """What follows from "What is it about?"."""
    from kooperation_tui.tui.drawing.agenda import follows

    state = view.state
    if state is None:
        return ""
    subject, kind = Subject(values["subject"]), ItemKind(values["kind"])
    return view.tr.t("What follows:") + " " + follows(view, state, subject, kind).plain


def language_of(view: View) -> Translator:
    """The language of the network's documents: titles of templates are written in it."""
    from kooperation_tui.i18n import translator

    return translator(view.data.network.language)
