"""F9: minutes to read, where a hit leads to, what was before the program."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kooperation_tui.documents import Audience, DocumentKind, Options, make
from kooperation_tui.documents.paper import without_front_matter
from kooperation_tui.domain import plan
from kooperation_tui.domain.commands import network, planning
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import KooperationError, Refused
from kooperation_tui.domain.model import Decision, Meeting, MeetingStatus, ParkingItem
from kooperation_tui.i18n import N_
from kooperation_tui.tui import asking, ink, words
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.drawing.archive import decision_lines
from kooperation_tui.tui.drawing.markdown import plain_rows
from kooperation_tui.tui.partner_work import need, past_date
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.search import Found
    from kooperation_tui.tui.app import KooperationApp

PAGE = 94
"""Cells of a line of minutes."""


def _page(app: KooperationApp) -> View:
    return app.session.view(app.tr, min(PAGE, app.size.width - 8))


def read_minutes(app: KooperationApp, meeting: str, words_at: str = "") -> None:
    """Show the minutes of a meeting as they stand, or as they were sent.

    Args:
        words_at: the row with these words comes first.
    """
    view = _page(app)
    known = view.data.get(Meeting, meeting)
    if known.status in (MeetingStatus.PLANNED, MeetingStatus.INVITED):
        go_to(app, meeting)
        return
    if known.external and known.started_at is None:
        app.tell(app.tr.t("The minutes of this meeting lie outside the program."), "")
        return
    try:
        text = minutes_text(view, known)
    except KooperationError as error:
        app.say(error)
        return
    rows = plain_rows(without_front_matter(text), view.width)
    wanted = " ".join(words_at.strip("…").split())[:30].casefold()
    plain = [" ".join(row.plain.split()).casefold() for row in rows]
    at = next((n for n, row in enumerate(plain) if wanted and wanted in row), 0)
    title = words.meeting_title(view.data, known, app.tr)
    app.push_screen(ReadingDialog(title, rows, at))


def minutes_text(view: View, meeting: Meeting) -> str:
    """Markdown: for partners while the wall sees the screen, else everything."""
    audience = Audience.PARTNERS if view.beamer else Audience.INTERNAL
    lang = view.data.network.language
    options = Options(audience=audience, lang=lang, now=view.now)
    return make(DocumentKind.MINUTES, view.data, options, meeting.id).markdown


def read_document(app: KooperationApp, kind: DocumentKind, which: str = "") -> None:
    """A document to read here, in the network's language; x saves it."""
    view = _page(app)
    audience = Audience.PARTNERS if view.beamer else Audience.INTERNAL
    options = Options(audience=audience, lang=view.data.network.language, now=view.now)
    try:
        made = make(kind, view.data, options, which)
    except KooperationError as error:
        app.say(error)
        return
    text = without_front_matter(made.markdown).partition("\n")[2]  # the title stands above
    app.push_screen(ReadingDialog(made.title, plain_rows(text.lstrip("\n"), view.width)))


def go_to(app: KooperationApp, meeting: str) -> None:
    """This meeting from now on: on F3 before it begins, else on F5."""
    app.session.meeting_id = meeting
    known = app.session.data.get(Meeting, meeting)
    planned = known.status in (MeetingStatus.PLANNED, MeetingStatus.INVITED)
    app.action_area("agenda" if planned else "minutes")
    app.show()


def show_decision(app: KooperationApp, decision: str) -> None:
    """A decision with everything known of it."""
    view = _page(app)
    known = view.data.get(Decision, decision)
    app.push_screen(ReadingDialog(known.number, decision_lines(view, known)))


def open_found(app: KooperationApp, found: Found) -> None:
    """Go to what was found."""
    from kooperation_tui.tui.plan_work import show_history

    match found.kind.value:
        case "meeting" | "item" | "entry":
            read_minutes(app, found.meeting or found.id, found.excerpt)
        case "decision":
            show_decision(app, found.id)
        case "action":
            show_history(app, found.id)
        case "parking":
            _show_topic(app, found.id)
        case "block":
            _go_to_block(app, found.id)
        case "goal":
            _go_to_block(app, "goals")
        case "objection":
            read_minutes(app, found.meeting)
        case "partner" | "person" | "application":
            _go_to_partner(app, found.id)
        case _:
            from kooperation_tui.tui import found_places

            found_places.go(app, found)


def _show_topic(app: KooperationApp, topic: str) -> None:
    view = _page(app)
    known = view.data.get(ParkingItem, topic)
    by = f" · {words.target_name(view.data, known.by)}" if known.by else ""
    rows = [
        *ink.put((known.text, "strong")).wrap(view.width),
        ink.put((app.tr.date_short(known.created_on) + by, "dim")),
    ]
    app.push_screen(ReadingDialog(known.number, rows))


def _go_to_block(app: KooperationApp, key: str) -> None:
    from kooperation_tui.tui.screens.agreement import AgreementScreen

    app.action_area("agreement")
    screen = app.area_screen
    if isinstance(screen, AgreementScreen):
        app.call_after_refresh(lambda: screen.blocks.choose(key))


def _go_to_partner(app: KooperationApp, identity: str) -> None:
    from kooperation_tui.tui.screens.partners import PartnersScreen

    view = _page(app)
    found = plan.organisations_of(view.data, identity, view.today)
    app.action_area("partners")
    screen = app.area_screen
    if isinstance(screen, PartnersScreen):
        app.call_after_refresh(lambda: screen.choose(found[0] if found else identity))


async def earlier_meeting(app: KooperationApp) -> str:
    """A meeting held before the program. Its id, '' if none was entered."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    form = Form(
        tr.t("A meeting from before"),
        [
            Field("date", tr.t("Date"), hint="17.06.2026"),
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
            Field("day", tr.t("Decided on"), hint="17.06.2026"),
            Field("number", tr.t("Number"), hint="B-2025-4-2"),
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
