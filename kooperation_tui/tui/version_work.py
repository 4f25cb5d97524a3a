"""F6: the next step of a version: propose, adopt, open for signature, bring into force."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from kooperation_tui.domain.commands import versions as commands
from kooperation_tui.domain.commands.paper import lacks_text
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fitting import Purpose, fitting_decisions, for_version
from kooperation_tui.domain.model import Version, VersionStatus
from kooperation_tui.domain.old_numbers import old_counts, old_numbers
from kooperation_tui.domain.unsigned import without_signature
from kooperation_tui.domain.versions import before, next_number
from kooperation_tui.i18n import N_
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.agreement_meeting import decide_version
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.offers import offered
from kooperation_tui.tui.paper import add_text
from kooperation_tui.tui.partner_work import day_text, optional_date, past_date
from kooperation_tui.tui.version_reading import difference, read
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_SENTENCE = 70
"""Cells of a sentence that a warning names."""

PROPOSE = N_("propose: keep the wordings as the text to decide on")
AGAIN = N_("propose again with the newest wordings")
REWORK = N_("back to work")
TEXT = N_("take the wordings on F6 as its text")
VOTE = N_("put to the vote in the running meeting")
DECIDED = N_("adopted by a decision")
ON_PAPER = N_("adopted on paper")
OPEN = N_("open for signature; the text never changes again")
FORCE = N_("bring into force")
SIGNATURES = N_("signatures")
DIFFERENCE = N_("differences to the version before")
READ = N_("read the text")

UNSAID = N_("empty: the day it is brought into force")
TODAY = N_("empty: today")
"""What an empty day of a version means."""

STEPS = {
    VersionStatus.WORKING: (PROPOSE,),
    VersionStatus.PROPOSED: (DECIDED, ON_PAPER, AGAIN, REWORK),
    VersionStatus.ADOPTED: (OPEN,),
    VersionStatus.OPEN_FOR_SIGNATURE: (SIGNATURES, FORCE),
    VersionStatus.IN_FORCE: (SIGNATURES,),
    VersionStatus.SUPERSEDED: (SIGNATURES,),
}


def steps(view: View, version: Version) -> tuple[str, ...]:
    """What can be done with a version now, the next step first."""
    found = [*STEPS[version.status], READ]
    if version.status is VersionStatus.PROPOSED and offered("agreement.decide", view):
        found.insert(0, VOTE)
    if lacks_text(version):
        found = [TEXT, *(step for step in found if step not in (READ, DIFFERENCE))]
    if before(view.data, version) is not None:
        found.append(DIFFERENCE)
    return tuple(found)


def _version(view: View, identity: str) -> Version:
    return view.data.get(Version, identity)


async def show_versions(app: KooperationApp) -> None:
    """All versions."""
    from kooperation_tui.tui.dialogs.versions import VersionsDialog

    app.messages.read()
    await app.push_screen_wait(VersionsDialog(app.tr.t("Versions")))


async def new(app: KooperationApp) -> None:
    """Number and day of a new version."""
    tr, session = app.tr, app.session
    view, moment = session.view(tr, 60), session.moment()

    def command(data: Data, values: Values) -> Change:
        return commands.new_version(
            data,
            moment,
            number=values["number"],
            valid_from=optional_date(values["valid"], view.today),
        )

    form = Form(
        tr.t("New version"),
        [
            Field("number", tr.t("Version"), next_number(view.data)),
            Field("valid", tr.t("valid from"), hint=tr.t(UNSAID)),
        ],
        check=lambda values: command(session.data, values),
        note=lambda _: _signed_by_all(view),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        await app.change(lambda data: command(data, values))


def _signed_by_all(view: View) -> str:
    """What a new version is made of, and that all sign it: again, if there was one to sign."""
    asked = (VersionStatus.OPEN_FOR_SIGNATURE, VersionStatus.IN_FORCE, VersionStatus.SUPERSEDED)
    if any(v.status in asked for v in view.data.rows(Version)):
        return view.tr.t("It is made of the wordings on F6; all partners sign it again.")
    return view.tr.t("It is made of the wordings on F6; all partners sign it.")


async def next_step(app: KooperationApp, identity: str) -> bool:
    """Offer what comes next for a version, and do it. True if it goes on in the meeting."""
    view = app.session.view(app.tr, 60)
    version = _version(view, identity)
    title = app.tr.t("Version {number}", number=version.number)
    title = f"{title}: {app.tr.t(words.VERSION_STATES[version.status])}"
    options = [(step, app.tr.t(step)) for step in steps(view, version)]
    chosen = await app.push_screen_wait(Choose(title, options))
    if chosen == VOTE:
        return await decide_version(app, version)
    if chosen is not None:
        await _do(app, version, chosen)
    return False


async def _do(app: KooperationApp, version: Version, step: str) -> None:
    moment, number = app.session.moment(), version.number
    if step in (PROPOSE, AGAIN):
        if await app.change(lambda data: commands.propose(data, moment, number=number)):
            _warn_of_numbers(app, version.id)
    elif step == REWORK:
        await app.change(lambda data: commands.rework(data, moment, number=number))
    elif step == DECIDED:
        await _adopt_by_decision(app, version)
    elif step == ON_PAPER:
        await _adopt_on_paper(app, version)
    elif step == OPEN:
        await _on_a_day(app, version, step, commands.open_for_signature)
    elif step == FORCE:
        await _on_a_day(app, version, step, commands.bring_into_force)
        _warn_of_missing(app, version.id)
    elif step == TEXT:
        await add_text(app, version)
    elif step == SIGNATURES:
        from kooperation_tui.tui.signature_work import show_board

        await show_board(app, version)
    elif step == DIFFERENCE:
        difference(app, version)
    else:
        read(app, version)


def _warn_of_numbers(app: KooperationApp, identity: str) -> None:
    """A sentence still speaks of another version, or counts the partners otherwise."""
    tr, view = app.tr, app.session.view(app.tr, 60)
    version = _version(view, identity)
    said = [
        tr.t(
            "{block} still names another version than {number}: “{text}”",
            block=words.block_name(one.key, tr),
            number=version.number,
            text=ink.shorten(one.text, _SENTENCE),
        )
        for one in old_numbers(view.data, version)[:1]
    ]
    found, count = old_counts(view.data, version, view.today)
    said += [
        tr.t(
            "{block}: the network has {count} partners, the text says “{text}”",
            block=words.block_name(one.key, tr),
            count=count,
            text=ink.shorten(one.text, _SENTENCE),
        )
        for one in found[:1]
    ]
    if said:
        app.tell(" ".join(said), "warn")


def _warn_of_missing(app: KooperationApp, identity: str) -> None:
    """Who has not signed the version that is in force now."""
    tr, view = app.tr, app.session.view(app.tr, 60)
    version = _version(view, identity)
    missing = without_signature(view.data, version, view.today)
    if version.status is not VersionStatus.IN_FORCE or not missing:
        return
    names = ", ".join(partner.code for partner, _ in missing)
    said = tr.t("Not signed by {names}; the version counts between those who signed.", names=names)
    app.tell(said, "warn")


async def _adopt_by_decision(app: KooperationApp, version: Version) -> None:
    decision = await which_decision(app, for_version(app.session.data, version))
    if decision is None:
        return
    moment = app.session.moment()
    await app.change(
        lambda data: commands.adopt(data, moment, number=version.number, decision=decision)
    )


def decisions(view: View, purpose: Purpose) -> list[tuple[str, str]]:
    """Decisions in force that fit a purpose, to choose from, the newest first."""
    found = fitting_decisions(view.data, purpose)
    return [(d.number, f"{d.number}  {d.text}") for d in found]


async def which_decision(
    app: KooperationApp, purpose: Purpose, nothing: Refused | None = None
) -> str | None:
    """Choose a decision that fits. None if it was left, or if none fits, which is said.

    Args:
        nothing: how it is said.
    """
    found = decisions(app.session.view(app.tr, 60), purpose)
    if found:
        return await app.push_screen_wait(Choose(app.tr.t("Which decision?"), found))
    app.say(
        nothing
        or Refused(
            "No decision is about this yet; agree on it in a meeting, or enter the day on paper."
        )
    )
    return None


async def _adopt_on_paper(app: KooperationApp, version: Version) -> None:
    tr, session = app.tr, app.session
    today, moment = session.view(tr, 60).today, session.moment()

    def command(data: Data, values: Values) -> Change:
        day = past_date(values["day"], today)
        return commands.adopt(data, moment, number=version.number, on_paper=day)

    form = Form(
        tr.t(ON_PAPER),
        [Field("day", tr.t("adopted on"), tr.date_short(today))],
        check=lambda values: command(session.data, values),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        await app.change(lambda data: command(data, values))


async def _on_a_day(app: KooperationApp, version: Version, title: str, run: Any) -> None:
    """Open it for signature or bring it into force; the day is kept if it is known."""
    tr, session = app.tr, app.session
    view, moment = session.view(tr, 60), session.moment()
    day = day_text(view, version.valid_from)

    def command(data: Data, values: Values) -> Change:
        valid: dt.date | None = optional_date(values["valid"], view.today)
        found: Change = run(data, moment, number=version.number, valid_from=valid)
        return found

    form = Form(
        f"{version.number}: {tr.t(title)}",
        [Field("valid", tr.t("valid from"), day, hint=tr.t(TODAY if title == FORCE else UNSAID))],
        check=lambda values: command(session.data, values),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        await app.change(lambda data: command(data, values))
