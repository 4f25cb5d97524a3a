"""`kooperation export all DIRECTORY`: every document there is something to say in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from kooperation_tui.cli import exporting, mailing
from kooperation_tui.cli.context import Session
from kooperation_tui.cli.exporting import Order
from kooperation_tui.cli.output import say, sentence, warn
from kooperation_tui.documents import WORKING, Audience, DocumentKind
from kooperation_tui.documents.difference import BETWEEN
from kooperation_tui.documents.filenames import MAILS, file_name, mail_name
from kooperation_tui.documents.files import make_folder, write_over
from kooperation_tui.documents.mail import as_text
from kooperation_tui.domain import plan, versions
from kooperation_tui.domain.applied import RUNNING, Application, DataRegister, Goal, Resource
from kooperation_tui.domain.commands.versions import changed_blocks
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import KooperationError, Refused, Wrong
from kooperation_tui.domain.model import Body, MeetingStatus, Organisation, Signature
from kooperation_tui.i18n import translator

_AHEAD: Final = (MeetingStatus.PLANNED, MeetingStatus.INVITED)
_ALWAYS: Final = (
    DocumentKind.MINUTES,
    DocumentKind.AGENDA,
    DocumentKind.ACTIONS,
    DocumentKind.DECISIONS,
    DocumentKind.PARKING,
    DocumentKind.AGREEMENT,
    DocumentKind.CHEATSHEET,
)
"""Of the other kinds a network may have none; then they are left out with a sentence."""


class _Part(Order):
    """A document with what it is about, if that is not the network."""

    about: str = ""


def everything(session: Session, folder: str, audience: str, format: str, lang: str | None) -> int:
    """Every document into a folder, with the list of paths; what there is not is said.

    Returns:
        1 if a document was refused although there is something in it, else 0.
    """
    if not folder:
        raise Wrong("Name the directory: kooperation export all DIRECTORY.")
    place = make_folder(Path(folder).expanduser().absolute())
    data, now = session.data(), session.clock()
    wanted = _Part(
        kind=DocumentKind.AGREEMENT,
        audience=Audience(audience),
        lang=lang or data.network.language,
        format=format,
    )
    taken: set[str] = set()
    status = 0
    for part in _parts(data, wanted):
        name = _name(data, part, now.date(), taken)
        try:
            text = exporting.text_of(data, part, now, session.tr)
        except (exporting.NotPublic, Refused) as refusal:
            _tell(session, name, refusal)
            if part.kind in _ALWAYS or isinstance(refusal, exporting.NotPublic):
                status = 1
            continue
        taken.add(name)
        write_over(place / name, text)
        say(str(place / name))
    if wanted.audience is not Audience.PUBLIC:
        _mails(session, data, place, wanted.lang)
    return status


def _tell(session: Session, name: str, refusal: KooperationError) -> None:
    warn(f"{name}: {sentence(session.tr, refusal)}")


def _parts(data: Data, wanted: _Part) -> Iterator[_Part]:
    """Every kind there is, each as often as there is something it is about."""
    for kind in DocumentKind:
        part = _with(wanted, kind)
        match kind:
            case DocumentKind.MINUTES:
                rows = (m for m in plan.meetings(data) if m.started_at is not None)
                yield from (replace(part, which=row.id, meeting=row) for row in rows)
            case DocumentKind.AGENDA:
                rows = (m for m in plan.meetings(data) if m.status in _AHEAD)
                yield from (replace(part, which=row.id, meeting=row) for row in rows)
            case DocumentKind.AGREEMENT:
                yield part
                yield from (_with(part, kind, which) for which in _older_versions(data))
            case DocumentKind.DIFFERENCE:
                yield from (_with(part, kind, which) for which in _comparisons(data))
            case DocumentKind.ACCESSION:
                yield part
                yield from (_with(part, kind, code) for code in _joined(data))
            case DocumentKind.ONBOARDING:
                yield from (_with(part, kind, code) for code in _joining(data) or [""])
            case DocumentKind.RESOURCES if not data.rows(Resource):
                pass
            case DocumentKind.REVIEW if not data.rows(Goal):
                pass
            case DocumentKind.REGISTERS if not data.rows(DataRegister):
                pass
            case _:
                yield part


def _with(part: _Part, kind: DocumentKind, which: str = "") -> _Part:
    return replace(part, kind=kind, which=which, about=which.replace(BETWEEN, " "))


def _older_versions(data: Data) -> list[str]:
    """Numbers of the versions whose text is kept, without the one that is written anyway."""
    kept = [v for v in versions.versions(data) if v.texts]
    if kept and kept[-1].texts == versions.current_texts(data):
        kept.pop()
    return [version.number for version in kept]


def _comparisons(data: Data) -> list[str]:
    """Each kept version with the one before, and the working wording with what is in force."""
    kept = [v.number for v in versions.versions(data) if v.texts]
    found = [f"{old}{BETWEEN}{new}" for old, new in pairwise(kept)]
    valid = versions.in_force(data)
    if valid is not None and valid.texts and changed_blocks(data, valid):
        found.append(WORKING)
    return found


def _joined(data: Data) -> list[str]:
    """Codes of partners that joined by signing."""
    signed = {s.organisation for s in data.rows(Signature) if s.accession}
    return [o.code for o in plan.partners(data) if o.id in signed]


def _joining(data: Data) -> list[str]:
    """Codes of those whose application is on its way."""
    asked = [a.organisation for a in data.rows(Application) if a.status in RUNNING]
    return [data.get(Organisation, one).code for one in asked]


def _name(data: Data, part: _Part, today: dt.date, taken: set[str]) -> str:
    """A readable name that no other document of this call has."""
    named = partial(
        file_name,
        translator(part.lang),
        part.kind,
        suffix=part.format,
        audience=part.audience,
    )
    network = data.network.short_name or data.network.name
    if part.meeting is None:
        about = "" if part.about == WORKING else part.about
        return named(today, f"{network} {about}")
    body = data.find(Body, part.meeting.body)
    day = part.meeting.start.astimezone(plan.zone(data)).date()
    about = part.meeting.title or (body.name if body is not None else "")
    name = named(day, about)
    return name if name not in taken else named(day, f"{about} {plan.label(data, part.meeting)}")


def _mails(session: Session, data: Data, place: Path, lang: str) -> None:
    """Texts to copy, with addresses; whatever has nothing to say is left out."""
    now, tr = session.clock(), translator(lang)
    held = [m for m in plan.meetings(data) if m.started_at is not None]
    for about in MAILS:
        if about == "minutes" and not held:
            continue
        which = plan.label(data, held[-1]) if about == "minutes" else ""
        path = place / mail_name(tr, about, now.date())
        try:
            found = mailing.mails(data, about, which, lang, now)
        except Refused as refusal:
            _tell(session, path.name, refusal)
            continue
        write_over(path, as_text(found, tr))
        say(str(path))
        mailing.tell_without(found, session.tr)
