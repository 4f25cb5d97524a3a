"""Minutes that were sent: as they went out, and above that what came later."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents import approval_part
from kooperation_tui.documents.document import Audience, Document, DocumentKind, Hit
from kooperation_tui.documents.minutes import minutes, scene_of
from kooperation_tui.documents.minutes import omitted as left_out_of
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.public import Finder
from kooperation_tui.documents.scene import Scene
from kooperation_tui.documents.stored import stored_minutes
from kooperation_tui.domain.as_it_was import as_it_was, frozen_of
from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Frozen, Meeting, Minutes, MinutesStatus
from kooperation_tui.domain.plan import zone
from kooperation_tui.i18n import Translator

_ABOVE = 3
"""Front matter, title and the name of the network stand above what came later."""


def sent_minutes(
    data: Data,
    meeting: str,
    tr: Translator,
    audience: Audience,
    *,
    results_only: bool = False,
    version: int = 0,
) -> Document | None:
    """The minutes as they were sent; None if they were not.

    What came later (objections, corrections, the approval) stands in a section of its
    own at the top; below it the text is the one that went out (rule 7, I-20).

    Args:
        version: one that was replaced, without anything later; 0 for the newest.
    """
    record = minutes_of(data, meeting)
    if record is None:
        return None
    row = data.get(Meeting, meeting)
    was = as_it_was(data, record, version)
    kept = stored_minutes(data, row, audience, tr.lang, "md", version)
    if kept is None or results_only:
        frozen = frozen_of(record, version)
        if was is None or frozen is None:
            return None
        kept = _made(was, frozen, tr, audience, results_only=results_only)
    omitted: tuple[Hit, ...] = ()
    if version in (0, record.version):
        scene = scene_of(data, meeting, tr, audience, _noon(data, record))
        later, omitted = _later(scene, record, was)
        kept = _with(kept, later)
        if record.status is MinutesStatus.APPROVED:
            kept = _approved(kept, tr)
        if not results_only:
            omitted = (*left_out_of(scene), *omitted)
    return Document(
        title=_heading(kept),
        lang=tr.lang,
        markdown=kept,
        kind=DocumentKind.MINUTES,
        omitted=omitted,
    )


def _made(
    was: Data, frozen: Frozen, tr: Translator, audience: Audience, *, results_only: bool
) -> str:
    """A form that was not kept as text, from what was frozen."""
    then = was.rows(Minutes)[0]
    return minutes(
        was,
        then.meeting,
        tr,
        audience,
        _noon(was, then),
        results_only=results_only,
        left_out=frozen.left_out,
    ).markdown


def _noon(data: Data, record: Minutes) -> dt.datetime:
    """The day they were sent on: what is overdue by then says so, also years later."""
    day = record.sent_on or dt.date.min
    return dt.datetime.combine(day, dt.time(12), zone(data))


def _later(scene: Scene, record: Minutes, was: Data | None) -> tuple[Paper, tuple[Hit, ...]]:
    """What came after the minutes were sent, and what of it the public may not read."""
    paper = Paper()
    then = was.rows(Minutes)[0] if was is not None else None
    said: list[str] = []
    if not scene.public:
        known = then.objections if then is not None else ()
        objections = (o for o in record.objections if o not in known)
        said += (approval_part.objection_line(scene, one) for one in objections)
    before = then.corrections if then is not None else ()
    corrections = (c for c in approval_part.shown_corrections(scene, record) if c not in before)
    said += (approval_part.correction_line(scene, one) for one in corrections)
    said, omitted = _public(scene, said)
    approved = record.status is MinutesStatus.APPROVED
    if not (said or approved):
        return paper, omitted
    paper.heading(2, scene.tr.p("minutes", "After they were sent"))
    if approved:
        paper.paragraph(approval_part.approved_line(scene, record))
    for line in said:
        paper.bullet(line)
    if record.sent_on is not None:
        day = scene.tr.date_long(record.sent_on)
        paper.paragraph(scene.tr.t("Below stands the text that was sent on {day}.", day=day))
    return paper, omitted


def _public(scene: Scene, lines: list[str]) -> tuple[list[str], tuple[Hit, ...]]:
    """Lines without those in which something is found that must not become public."""
    if not scene.public or not lines:
        return lines, ()
    finder = Finder(scene.data, scene.meeting)
    found = {line: finder.hits(line) for line in lines}
    return [line for line in lines if not found[line]], sum(found.values(), ())


def _with(markdown: str, later: Paper) -> str:
    """The text with a section below its title; if it has none, at its end."""
    if later.is_empty:
        return markdown
    parts = markdown.split("\n\n", _ABOVE)
    if len(parts) <= _ABOVE:
        return f"{markdown.rstrip()}\n\n{later.markdown}"
    return "\n\n".join([*parts[:_ABOVE], later.markdown.rstrip("\n"), parts[_ABOVE]])


def _approved(markdown: str, tr: Translator) -> str:
    """The text with the state of today at its head; what was sent stays below it."""
    status = tr.p("front matter", "status")
    sent, approved = tr.p("front matter", "draft"), tr.p("front matter", "approved")
    head, end, body = markdown.partition("\n---\n")
    if not markdown.startswith("---\n"):
        return markdown
    head = f"{head}\n".replace(f"\n{status}: {sent}\n", f"\n{status}: {approved}\n")
    return head.removesuffix("\n") + end + body


def _heading(markdown: str) -> str:
    return next((line[2:] for line in markdown.splitlines() if line.startswith("# ")), "")
