"""The stocks of data a network keeps (point 5): entered, changed, checked, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain.applied import DataRegister
from kooperation_tui.domain.commands import registers
from kooperation_tui.domain.commands.fields import remove
from kooperation_tui.domain.commands.own_data import enter_own_register
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.plan import partners
from kooperation_tui.i18n import N_
from kooperation_tui.tui.asking import language_of
from kooperation_tui.tui.dialogs.ask import Confirm
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.partner_work import day_text, need, optional_date, past_date
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

MOST_MONTHS = 120


async def show_registers(app: KooperationApp, chosen: str = "") -> None:
    """The list; `chosen` is the one to begin with."""
    from kooperation_tui.tui.dialogs.registers import RegistersDialog

    app.messages.read()
    await app.push_screen_wait(RegistersDialog(app.tr.t("Data we keep"), chosen))


def _fields(view: View, known: DataRegister | None) -> list[Field]:
    tr = view.tr
    one = known or DataRegister(id="", name="")
    keepers = [("", tr.t("nobody yet"))]
    keepers += [(o.id, f"{o.code}  {o.name}") for o in partners(view.data)]
    check = day_text(view, one.check_on)
    optional = tr.t("may stay empty")
    return [
        Field("name", tr.t("Name"), one.name),
        Field("purpose", tr.t("What for"), one.purpose),
        Field("holds", tr.t("Personal data"), one.holds, hint=tr.t("such as names, e-mail")),
        Field("keeper", tr.t("Kept by"), one.keeper, tuple(keepers)),
        Field("place", tr.t("Where"), one.place, hint=optional),
        Field("access", tr.t("Who may look"), one.access, hint=optional),
        Field("retention", tr.t("Kept for"), one.retention, hint=tr.t("such as: 3 years")),
        Field("every", tr.t("Check every … months"), str(one.every or ""), hint=tr.t("none")),
        Field("check", tr.t("Next check"), check, hint=tr.t("empty: counted from today")),
    ]


def _months(text: str) -> int:
    if not text.strip():
        return 0
    if not text.strip().isdecimal() or int(text) > MOST_MONTHS:
        raise Refused(N_("“{text}” is no number of months."), text=text)
    return int(text)


def _need(view: View, values: Values) -> None:
    message = "A register needs its name and its purpose."
    need(values["name"], message)
    need(values["purpose"], message)
    _months(values["every"])
    optional_date(values["check"], view.today)


async def enter(app: KooperationApp, register: str = "") -> None:
    """A new register, or other facts of one (by id)."""
    session, tr = app.session, app.tr
    view = session.view(tr, 60)
    known = view.data.find(DataRegister, register)
    title = known.name if known is not None else tr.t("New register of data")
    form = Form(title, _fields(view, known), check=lambda values: _need(view, values))
    values = await app.push_screen_wait(form)
    if values is None:
        return
    moment, every = session.moment(), _months(values["every"])
    check_on = optional_date(values["check"], view.today)
    kept = {k: values[k] for k in ("name", "purpose", "holds", "keeper", "place", "access")}

    def command(data: Data) -> Change:
        if known is None:
            return registers.add_register(
                data,
                moment,
                **kept,
                retention=values["retention"],
                every=every,
                check_on=check_on,
            )
        return registers.change_register(
            data,
            moment,
            register=register,
            **kept,
            retention=values["retention"],
            every=every,
            check_on=check_on,
        )

    await app.change(command)


async def checked(app: KooperationApp, register: str) -> None:
    """Its entries were looked through, today or on another day."""
    session, tr = app.session, app.tr
    view = session.view(tr, 60)
    known = view.data.get(DataRegister, register)
    form = Form(
        tr.t("{name}: entries looked through", name=known.name),
        [Field("day", tr.t("Checked on"), tr.date_short(view.today))],
        check=lambda values: past_date(values["day"], view.today),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        moment, on = session.moment(), past_date(values["day"], view.today)
        await app.change(lambda data: registers.checked(data, moment, register=register, on=on))


async def remove_one(app: KooperationApp, register: str) -> None:
    """It is not kept any more; asked before."""
    known = app.session.data.get(DataRegister, register)
    if await app.push_screen_wait(Confirm(app.tr.t("Remove “{text}”?", text=known.name))):
        await app.change(lambda data: remove(data, data.get(DataRegister, register)))


async def enter_this_file(app: KooperationApp) -> None:
    """The program's own data as a register; nobody keeps it until somebody is chosen."""
    session = app.session
    moment, words = session.moment(), language_of(session.view(app.tr, 60)).t
    place = session.path.name if session.path is not None else ""
    await app.change(lambda data: enter_own_register(data, moment, words=words, place=place))
