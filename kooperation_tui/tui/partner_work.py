"""Partners: entered one by one or as a list, and what they bring in."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from kooperation_tui.domain.codes import propose_code
from kooperation_tui.domain.commands import people
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Meeting, Organisation, Person, Version, VersionStatus
from kooperation_tui.domain.plan import organisations_of
from kooperation_tui.domain.sheets import read_partners, take_over
from kooperation_tui.tui import asking, words
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

"""Days before a coming day, so that the next one from there is a year earlier."""


def optional_date(text: str, today: dt.date) -> dt.date | None:
    """A day, None if nothing is typed. Raises Refused."""
    return asking.read_date(text, today) if text.strip() else None


def day_text(view: View, day: dt.date | None) -> str:
    """A day as it stands in a field, '' if it is not known."""
    return view.tr.date_short(day) if day is not None else ""


def stored_day(text: str, today: dt.date) -> str:
    """A typed day as `set_fields` takes it; '' if nothing is typed. Raises Refused."""
    day = optional_date(text, today)
    return day.isoformat() if day is not None else ""


def past_date(text: str, today: dt.date) -> dt.date:
    """A day on which something was; one without a year is the last one. Raises Refused."""
    from kooperation_tui.capture.past import read_past

    return asking.one_day(text, read_past(asking.bare(text), today))


def optional_past(text: str, today: dt.date) -> dt.date | None:
    """A day that was, None if nothing is typed. Raises Refused."""
    return past_date(text, today) if text.strip() else None


def need(text: str, message: str) -> str:
    """What was typed. Raises Refused with the message if it is nothing."""
    if not text.strip():
        raise Refused(message)
    return text.strip()


def split_names(text: str) -> tuple[str, ...]:
    """Names separated by commas or semicolons."""
    return tuple(filter(None, (" ".join(part.split()) for part in re.split(r"[,;/]", text))))


def code_for(view: View, values: Values) -> str:
    """The code as typed, else a free one from the name."""
    typed = values["code"].strip()
    taken = (o.code for o in view.data.rows(Organisation))
    return (
        typed.upper()
        if typed or not values["name"].strip()
        else propose_code(values["name"], taken)
    )


async def new_partner(app: KooperationApp) -> str:
    """Ask for a partner with its people. Its id, '' if none was made."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    optional = tr.t("may stay empty")
    form = Form(
        tr.t("New partner"),
        [
            Field("name", tr.t("Name")),
            Field("code", tr.p("column", "Code"), hint=tr.t("proposed from the name")),
            Field("short", tr.t("Short name"), hint=optional),
            Field("speaker", tr.t("represented by"), hint=optional),
            Field("deputies", tr.t("deputy"), hint=tr.t("several with commas")),
            Field("email", tr.t("E-mail"), hint=optional),
            Field("joined", tr.t("Partner since"), hint=tr.t("such as 2019, may stay empty")),
        ],
        check=lambda values: _need_partner(view, values),
        note=lambda values: _partner_note(view, values),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return ""
    moment, joined = session.moment(), optional_past(values["joined"], view.today)

    def command(data: Data) -> Change:
        return people.enter_partner(
            data,
            moment,
            code=values["code"].strip(),
            name=values["name"],
            short_name=values["short"].strip(),
            speaker=values["speaker"].strip(),
            deputies=split_names(values["deputies"]),
            email=values["email"],
            joined_on=joined,
        )

    saved = await app.change(command)
    return saved.change.result.id if saved is not None else ""


def _need_partner(view: View, values: Values) -> None:
    need(values["name"], "The partner needs a name.")
    optional_past(values["joined"], view.today)
    known = {o.code for o in view.data.rows(Organisation)}
    if values["code"].strip().upper() in known:
        raise Refused(
            "The code {code} is taken already; choose another.", code=values["code"].upper()
        )


def _partner_note(view: View, values: Values) -> str:
    tr = view.tr
    said = []
    code = code_for(view, values)
    if code:
        said.append(tr.t("Code: {code}.", code=code))
    said += [speaks_elsewhere(view, name) for name in split_names(values["speaker"])]
    in_force = any(v.status is VersionStatus.IN_FORCE for v in view.data.rows(Version))
    if in_force and not values["joined"].strip():
        said.append(tr.t("Votes from its signature on, because an agreement is in force."))
    return " ".join(filter(None, said))


def speaks_elsewhere(view: View, name: str) -> str:
    """That a person is known already: one person may speak for two partners."""
    known = next((p for p in view.data.rows(Person) if p.name.casefold() == name.casefold()), None)
    others = organisations_of(view.data, known.id, view.today) if known is not None else ()
    if not others:
        return ""
    codes = words.codes(view.data, others)
    return view.tr.t("{name} speaks for {codes}, too.", name=name, codes=codes)


async def insert_list(app: KooperationApp) -> None:
    """Paste, look, take over."""
    from kooperation_tui.tui.dialogs.sheet import SheetDialog

    tr, session = app.tr, app.session
    text = await app.push_screen_wait(SheetDialog(tr.t("Insert list"), session.data))
    if text is None:
        return
    moment = session.moment()
    sheet = read_partners(text, session.data)

    def command(data: Data) -> Change:
        return take_over(data, moment, read_partners(text, data))

    if await app.change(command) is not None:
        partners = tr.n("{count} partner", "{count} partners", len(sheet.partners))
        people_found = tr.n("{count} person", "{count} people", sheet.people)
        said = tr.t("{partners}, {people} taken over.", partners=partners, people=people_found)
        if not session.data.rows(Meeting):
            said += " " + tr.t("Next: F2, then n for the first meeting.")
        app.tell(said)
