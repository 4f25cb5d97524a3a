"""F9: minutes to read, what was before the program."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kooperation_tui.documents import Audience, Document, DocumentKind, Options, make
from kooperation_tui.documents.paper import without_front_matter
from kooperation_tui.domain import plan
from kooperation_tui.domain.commands import network, planning
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import KooperationError, Refused
from kooperation_tui.domain.model import TO_COME, Decision, Meeting
from kooperation_tui.i18n import N_
from kooperation_tui.tui import asking, words
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.drawing.archive import decision_lines
from kooperation_tui.tui.drawing.markdown import plain_rows
from kooperation_tui.tui.partner_work import need, past_date
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

PAGE = 94
"""Cells of a line of minutes."""


def page(app: KooperationApp) -> View:
    """What a text to read is drawn from, for the width of its dialog."""
    return app.session.view(app.tr, min(PAGE, app.size.width - 8))


def read_minutes(app: KooperationApp, meeting: str, words_at: str = "") -> None:
    """Show the minutes of a meeting as they stand, or as they were sent.

    Args:
        words_at: the row with these words comes first.
    """
    view = page(app)
    known = view.data.get(Meeting, meeting)
    if known.status in TO_COME:
        go_to(app, meeting)
        return
    if known.external and known.started_at is None:
        app.tell(app.tr.t("The minutes of this meeting lie outside the program."), "")
        return
    try:
        text = to_read(view, DocumentKind.MINUTES, meeting).markdown
    except KooperationError as error:
        app.say(error)
        return
    rows = plain_rows(without_front_matter(text), view.width)
    wanted = " ".join(words_at.strip("…").split())[:30].casefold()
    plain = [" ".join(row.plain.split()).casefold() for row in rows]
    at = next((n for n, row in enumerate(plain) if wanted and wanted in row), 0)
    title = words.meeting_title(view.data, known, app.tr)
    app.push_screen(ReadingDialog(title, rows, at))


def to_read(view: View, kind: DocumentKind, which: str = "") -> Document:
    """In the network's language: for partners while the wall sees the screen, else everything."""
    audience = Audience.PARTNERS if view.beamer else Audience.INTERNAL
    options = Options(audience=audience, lang=view.data.network.language, now=view.now)
    return make(kind, view.data, options, which)


def read_document(app: KooperationApp, kind: DocumentKind, which: str = "") -> None:
    """A document to read here, in the network's language; x saves it."""
    view = page(app)
    try:
        made = to_read(view, kind, which)
    except KooperationError as error:
        app.say(error)
        return
    text = without_front_matter(made.markdown).partition("\n")[2]  # the title stands above
    app.push_screen(ReadingDialog(made.title, plain_rows(text.lstrip("\n"), view.width)))


def go_to(app: KooperationApp, meeting: str) -> None:
    """This meeting from now on: on F3 before it begins, else on F5."""
    app.session.meeting_id = meeting
    known = app.session.data.get(Meeting, meeting)
    planned = known.status in TO_COME
    app.action_area("agenda" if planned else "minutes")
    app.show()


def show_decision(app: KooperationApp, decision: str) -> None:
    """A decision with everything known of it."""
    view = page(app)
    known = view.data.get(Decision, decision)
    app.push_screen(ReadingDialog(known.number, decision_lines(view, known)))


async def earlier_meeting(app: KooperationApp) -> str:
    """A meeting held before the program. Its id, '' if none was entered."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    form = Form(
        tr.t("A meeting from before"),
        [
            Field("date", tr.t("Date"), example="17.06.2026"),
            Field("start", tr.t("Begins"), "09:00"),
            Field("number", tr.t("Number in its year"), hint=tr.t("such as 2, may stay empty")),
            Field("place", tr.t("Place"), hint=tr.t("may stay empty")),
        ],
        check=lambda values: _read_earlier(view, values),
        note=lambda _: tr.t(
            "Its minutes stay where they are; the next agenda proposes to approve them."
        ),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return ""
    start, number = _read_earlier(view, values)
    moment, said = session.moment(), asking.language_of(view).t

    def command(data: Data) -> Change:
        return planning.add_meeting(
            data,
            moment,
            start=start,
            words=said,
            place=values["place"].strip(),
            number=number,
            external=True,
        )

    saved = await app.change(command)
    return saved.change.result.id if saved is not None else ""


def _read_earlier(view: View, values: Values) -> tuple[dt.datetime, int]:
    day = past_date(values["date"], view.today)
    if day > view.today:
        raise Refused(N_("That day is still to come; F2 plans meetings."))
    number = values["number"].strip().rstrip(".")
    if number and not (number.isdecimal() and 0 < int(number) < 1000):
        raise Refused(N_("“{text}” is no number of a meeting; write it like 2."), text=number)
    start = dt.datetime.combine(day, asking.read_time(values["start"]), plan.zone(view.data))
    return start, int(number or 0)


async def earlier_decision(app: KooperationApp) -> str:
    """A decision taken before the program. Its id, '' if none was entered."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    form = Form(
        tr.t("A decision from before"),
        [
            Field("text", tr.t("Wording")),
            Field("day", tr.t("Decided on"), example="17.06.2026"),
            Field("number", tr.t("Number"), example="B-2025-4-2"),
        ],
        check=lambda values: (
            need(values["text"], N_("The decision needs its wording.")),
            past_date(values["day"], view.today),
            need(values["number"], N_("The decision needs the number it had, such as B-2025-4-2.")),
        ),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return ""
    moment, on = session.moment(), past_date(values["day"], view.today)
    number = values["number"].strip()
    if not number.upper().startswith("B-"):
        number = f"B-{number}"

    def command(data: Data) -> Change:
        return network.add_decision(data, moment, number=number, text=values["text"].strip(), on=on)

    saved = await app.change(command)
    return saved.change.result.id if saved is not None else ""
