"""How somebody joins (point 8): the steps of an application, and the one that comes next."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.admitting import hearing
from kooperation_tui.domain.applied import RUNNING, Application, ApplicationStatus
from kooperation_tui.domain.model import Meeting, MeetingStatus, Organisation
from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View

STEPS = (
    N_("the application"),
    N_("the check"),
    N_("the agenda"),
    N_("heard without the guest"),
    N_("the decision"),
    N_("the signature"),
)
"""The steps in their order (issue 4, point 8); the vote begins with the last."""
_APPLIED, _CHECKED, _PLANNED, _HEARD, _DECIDED = range(1, 6)
"""So many steps are done."""


def steps_done(view: View, application: Application) -> int:
    """How many of the steps are done."""
    match application.status:
        case ApplicationStatus.RECEIVED:
            return _APPLIED
        case ApplicationStatus.SCHEDULED if hearing(view.data, application) is not None:
            return _HEARD if _is_over(view, application) else _PLANNED
        case ApplicationStatus.CHECKED | ApplicationStatus.SCHEDULED:
            return _CHECKED
        case ApplicationStatus.ACCEPTED:
            return _DECIDED
        case _:
            return len(STEPS)


def _is_over(view: View, application: Application) -> bool:
    meeting = view.data.find(Meeting, application.meeting)
    return meeting is not None and meeting.status is MeetingStatus.CLOSED


def admission_rows(view: View, application: Application, cells: int) -> Content:
    """The steps in a row or two, and what comes next with its key."""
    tr = view.tr
    if application.status in (ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN):
        return ink.put((application.reason, "dim"))
    rows = [_next(view, application), ink.put((mentor_words(view, application), "dim"))]
    if application.status in RUNNING:
        done = steps_done(view, application)
        steps = [_step(tr.t(name), place, done) for place, name in enumerate(STEPS)]
        rows.insert(0, ink.flow(steps, cells))
    return ink.lines(row for row in rows if row.plain)


def _step(name: str, place: int, done: int) -> Content:
    if place < done:
        return ink.put(("✓ ", "good"), name)
    return ink.put(("▶ ", "now"), (name, "strong")) if place == done else ink.put((name, "dim"))


def _next(view: View, application: Application) -> Content:
    key, said = _next_step(view, application)
    if not said:
        return Content("")
    return ink.put(view.tr.t("Next:") + " ", (key, "key"), " ", said)


def _next_step(view: View, application: Application) -> tuple[str, str]:
    """The key of what comes next, and what it does; both '' once nothing is left."""
    tr = view.tr
    match application.status:
        case ApplicationStatus.RECEIVED:
            return "u", tr.t("look what is there: {parts}", parts=checked_words(application, tr))
        case ApplicationStatus.CHECKED:
            return "u", tr.t("propose it for a meeting")
        case ApplicationStatus.SCHEDULED:
            return _to_decide(view, application)
        case ApplicationStatus.ACCEPTED:
            return "F6 u", tr.t("it signs; from then on it has its vote")
        case _ if view.data.find(Organisation, application.mentor) is None:
            return "u", tr.t("choose who accompanies it for a year")
        case _:
            return "x", tr.t("the welcome pack as a document")


def _to_decide(view: View, application: Application) -> tuple[str, str]:
    tr, item = view.tr, hearing(view.data, application)
    if item is None and not _is_over(view, application):
        return "F3 v", tr.t("takes it on the agenda of that meeting")
    if item is None or _is_over(view, application):
        return "u", tr.t("say what became of it, or hear it in another meeting")
    return "F5", tr.t("item {number}: talk without the guest, then decide", number=item.number)


def checked_words(application: Application, tr: Translator) -> str:
    """`Ansprechperson ✓, Beitrag ✓, Ziele –, fehlt noch: Satzung`"""
    there = (
        (tr.t("contact person"), bool(application.contact.strip())),
        (tr.t("contribution"), bool(application.contribution.strip())),
        (tr.t("goals"), application.shares_goals),
    )
    said = [f"{name} {'✓' if found else '–'}" for name, found in there]
    if application.missing:
        said.append(tr.t("still missing: {text}", text=application.missing))
    return ", ".join(said)


def mentor_words(view: View, application: Application) -> str:
    """Who accompanies it, '' if nobody yet."""
    if view.data.find(Organisation, application.mentor) is None:
        return ""
    code = words.code(view.data, application.mentor)
    return view.tr.t("accompanied by {code}", code=code)
