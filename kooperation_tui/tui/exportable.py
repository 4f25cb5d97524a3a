"""What can be exported here and now: only what has a subject, what belongs to the area first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kooperation_tui.documents import DocumentKind
from kooperation_tui.domain.applied import Application, DataRegister, Goal, Resource
from kooperation_tui.domain.model import (
    TO_COME,
    Action,
    Block,
    Decision,
    Organisation,
    ParkingItem,
    Record,
    Version,
)
from kooperation_tui.domain.plan import partners
from kooperation_tui.domain.reminders import unsigned
from kooperation_tui.domain.tasks import LIVE
from kooperation_tui.domain.versions import to_sign, versions
from kooperation_tui.i18n import N_
from kooperation_tui.tui.making import CHEATSHEET, MAILS, PEOPLE, RESULTS, SIGNATURES
from kooperation_tui.tui.view import View

EVERYTHING: Final = "everything"
"""All documents of the meeting at once."""
LABELS: Final = {
    DocumentKind.AGENDA.value: N_("Agenda"),
    DocumentKind.MINUTES.value: N_("Minutes"),
    RESULTS: N_("only the results of the meeting"),
    EVERYTHING: N_("all documents of this meeting"),
    DocumentKind.AGREEMENT.value: N_("Cooperation agreement"),
    DocumentKind.DIFFERENCE.value: N_("Changes of the agreement"),
    DocumentKind.ACCESSION.value: N_("Declaration of accession"),
    DocumentKind.ONBOARDING.value: N_("Welcome pack for a new partner"),
    DocumentKind.ACTIONS.value: N_("Action plan"),
    PEOPLE: N_("Actions of each person"),
    DocumentKind.DECISIONS.value: N_("Decisions"),
    DocumentKind.PARKING.value: N_("Parking lot"),
    DocumentKind.REVIEW.value: N_("Review of the year: our goals"),
    DocumentKind.RESOURCES.value: N_("Skills and resources (annex A)"),
    DocumentKind.REGISTERS.value: N_("Register of data (annex C)"),
    DocumentKind.DISSOLUTION.value: N_("End the network: what to settle"),
    **MAILS,
    SIGNATURES: N_("Mail: who has not signed yet"),
    CHEATSHEET: N_("Cheat sheet: all marks on a page"),
}
"""Everything that can be exported, by its code."""
_AGREEMENT = (
    DocumentKind.AGREEMENT.value,
    DocumentKind.DIFFERENCE.value,
    DocumentKind.ACCESSION.value,
    SIGNATURES,
    DocumentKind.ONBOARDING.value,
    DocumentKind.REGISTERS.value,
    DocumentKind.RESOURCES.value,
    DocumentKind.REVIEW.value,
)
_MEETING = (
    DocumentKind.AGENDA.value,
    DocumentKind.MINUTES.value,
    RESULTS,
    EVERYTHING,
    "mail invitation",
    "mail minutes",
)
_FIRST: Final = {
    "agenda": _MEETING,
    "roles": _MEETING,
    "minutes": (_MEETING[1], _MEETING[0], *_MEETING[2:]),
    "agreement": _AGREEMENT,
    "actions": (DocumentKind.ACTIONS.value, PEOPLE, "mail reminders"),
    "partners": (
        DocumentKind.ONBOARDING.value,
        DocumentKind.RESOURCES.value,
        DocumentKind.REGISTERS.value,
        DocumentKind.ACCESSION.value,
    ),
    "archive": (DocumentKind.DECISIONS.value,),
}
"""What stands first in which area."""
PARTS: Final = {EVERYTHING: (DocumentKind.AGENDA.value, DocumentKind.MINUTES.value, RESULTS)}
"""What is made of several files."""


def kinds(view: View, area: str, meeting: bool = False) -> tuple[str, ...]:
    """Codes of what can be exported, the first one is proposed.

    Args:
        meeting: somebody chose a meeting here; its documents come first.
    """
    here = frozenset(_there(view))
    first = _FIRST.get(area, _MEETING)
    if meeting:
        first = (_MEETING[1], *_MEETING, *first)
    return tuple(kind for kind in dict.fromkeys((*first, *LABELS)) if kind in here)


def _there(view: View) -> Iterator[str]:
    data = view.data
    yield from (CHEATSHEET, DocumentKind.DISSOLUTION.value)
    yield from _of_meeting(view)
    yield from _of_agreement(view)
    rows: dict[str, type[Record]] = {
        DocumentKind.DECISIONS.value: Decision,
        DocumentKind.PARKING.value: ParkingItem,
        DocumentKind.REVIEW.value: Goal,
        DocumentKind.RESOURCES.value: Resource,
        DocumentKind.REGISTERS.value: DataRegister,
    }
    yield from (kind for kind, table in rows.items() if data.rows(table))
    if data.rows(Action):
        yield DocumentKind.ACTIONS.value
    if any(a.status in LIVE for a in data.rows(Action)):
        yield from (PEOPLE, "mail reminders")


def _of_meeting(view: View) -> Iterator[str]:
    meeting = view.meeting
    if meeting is None:
        return
    if not meeting.external or meeting.items:
        yield DocumentKind.AGENDA.value
    if meeting.started_at is not None:
        yield from (DocumentKind.MINUTES.value, RESULTS, EVERYTHING, "mail minutes")
    elif meeting.status in TO_COME:
        yield "mail invitation"


def _of_agreement(view: View) -> Iterator[str]:
    data = view.data
    texts = [v for v in versions(data) if v.texts]
    written = any(b.text.strip() for b in data.rows(Block))
    if written or texts:
        yield DocumentKind.AGREEMENT.value
    if len(texts) > 1 or (texts and written):
        yield DocumentKind.DIFFERENCE.value
    version = to_sign(data)
    if version is not None:
        yield DocumentKind.ACCESSION.value
        if unsigned(data, version, view.today):
            yield SIGNATURES
    if data.rows(Organisation) and (written or texts):
        yield DocumentKind.ONBOARDING.value


def version_options(view: View) -> tuple[tuple[str, str], ...]:
    """Versions with a text, the newest first, after the wording as it stands."""
    found: list[Version] = [v for v in versions(view.data) if v.texts]
    return (
        ("", view.tr.t("as it stands now")),
        *((v.number, view.tr.t("version {number}", number=v.number)) for v in reversed(found)),
    )


def partner_options(view: View, chosen: str = "") -> tuple[tuple[str, str], ...]:
    """Nobody, then who applies, then all partners; the one chosen (by id) comes first."""
    applied = {a.organisation for a in view.data.rows(Application)}
    found = sorted(
        partners(view.data), key=lambda o: (o.id != chosen, o.id not in applied, o.order)
    )
    nobody = ("", view.tr.t("without a name"))
    named = [(o.code, f"{o.code}  {o.short_name or o.name}") for o in found]
    known = view.data.find(Organisation, chosen)
    return (*named, nobody) if known is not None else (nobody, *named)
