"""Documents as bytes: made or kept, checked for the public, written whole or not at all."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Mapping

from kooperation_tui.cli import finding
from kooperation_tui.cli.output import one_line, warn
from kooperation_tui.documents import (
    ActionForm,
    Audience,
    Document,
    DocumentKind,
    Hit,
    Options,
    check_public,
    make,
    to_html,
)
from kooperation_tui.documents.hit_words import HIT_WORDS
from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import KooperationError, Refused, Wrong
from kooperation_tui.domain.model import Meeting, Value
from kooperation_tui.i18n import N_, Translator

_OF_ONE = (
    DocumentKind.AGREEMENT,
    DocumentKind.ACCESSION,
    DocumentKind.DIFFERENCE,
    DocumentKind.ONBOARDING,
    DocumentKind.REVIEW,
)
"""Kinds of which WHICH names one: a version, a partner or a year."""


class NotPublic(KooperationError):
    """A public document holds what must not become public; nothing was written."""


class Order(Value):
    """What is to be made. `meeting` is its row for minutes and agenda.

    `version` names minutes as they were sent, 0 the newest.
    """

    kind: DocumentKind
    audience: Audience
    lang: str
    format: str
    which: str = ""
    meeting: Meeting | None = None
    results_only: bool = False
    action_form: ActionForm = ActionForm.TABLE
    version: int = 0


def order_for(
    data: Data,
    kind: DocumentKind,
    which: str,
    today: dt.date,
    *,
    audience: Audience,
    lang: str,
    format: str,
    results_only: bool = False,
    action_form: ActionForm = ActionForm.TABLE,
    version: int = 0,
) -> Order:
    """What the words of the command line ask for. Raises Refused, Wrong."""
    meeting = None
    if kind is DocumentKind.MINUTES:
        meeting = finding.meeting(data, which or "last", today)
        if meeting.external and not data.log(meeting.id):
            raise Refused(
                "The minutes of {meeting} were written before and are not in this file.",
                meeting=plan.label(data, meeting),
            )
        if meeting.started_at is None and not meeting.external:
            raise Refused(
                "Meeting {meeting} has not begun; “kooperation export agenda” shows its plan.",
                meeting=plan.label(data, meeting),
            )
    elif kind is DocumentKind.AGENDA:
        meeting = finding.meeting(data, which or "next", today)
    elif kind not in _OF_ONE and which:
        raise Wrong("“{what}” are one list; leave out “{which}”.", what=kind.value, which=which)
    return Order(
        kind=kind,
        audience=audience,
        lang=lang,
        format=format,
        which=meeting.id if meeting is not None else which,
        meeting=meeting,
        results_only=results_only,
        action_form=action_form,
        version=version,
    )


def document(data: Data, order: Order, now: dt.datetime) -> Document:
    """The document; sent minutes are those that were sent."""
    options = Options(
        audience=order.audience,
        lang=order.lang,
        now=now,
        results_only=order.results_only,
        version=order.version,
        action_form=order.action_form,
        slash_words=_slash_words() if order.kind is DocumentKind.CHEATSHEET else {},
    )
    return make(order.kind, data, options, order.which)


def _slash_words() -> Mapping[str, tuple[str, ...]]:
    from kooperation_tui.capture.words import SLASH

    return SLASH


def text_of(data: Data, order: Order, now: dt.datetime, tr: Translator) -> str:
    """The finished text. What a public version left out is said on standard error.

    Raises:
        NotPublic: something in it must not become public; the hits were said.
        Refused: there is no such document.
    """
    made = document(data, order, now)
    if order.audience is Audience.PUBLIC:
        _need_public(check_public(made, data, order.meeting), tr)
        _tell_omitted(made.omitted, tr)
    if order.format == "md":
        return made.markdown
    return to_html(made)


def _need_public(hits: Iterable[Hit], tr: Translator) -> None:
    found = list(hits)
    for hit in found:
        warn(
            tr.t(
                "{what}: “{text}” in “{line}”",
                what=tr.t(HIT_WORDS[hit.kind]),
                text=one_line(hit.text),
                line=one_line(hit.line),
            )
        )
    if found:
        raise NotPublic(
            N_(
                "Nothing was written, because this must not become public; change the entries, "
                "mark them as confidential, or export for partners."
            )
        )


def _tell_omitted(hits: Iterable[Hit], tr: Translator) -> None:
    found = list(hits)
    if not found:
        return
    lines = list(dict.fromkeys(hit.line for hit in found))
    warn(tr.n("{count} line was left out:", "{count} lines were left out:", len(lines)))
    for line in lines:
        kinds = dict.fromkeys(tr.t(HIT_WORDS[hit.kind]) for hit in found if hit.line == line)
        warn(f"  “{one_line(line)}” ({', '.join(kinds)})")


def write_out(text: str) -> None:
    """The result and nothing else, in UTF-8 whatever the terminal speaks."""
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
        return
    binary.write(text.encode("utf-8"))
    binary.flush()
