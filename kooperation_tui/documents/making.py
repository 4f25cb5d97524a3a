"""One door to all documents, for faces that were asked for a kind by name."""

from __future__ import annotations

from kooperation_tui.documents.accession import accession
from kooperation_tui.documents.agenda import agenda
from kooperation_tui.documents.agreement import agreement
from kooperation_tui.documents.annex_lists import data_registers, resources
from kooperation_tui.documents.cheatsheet import cheat_sheet
from kooperation_tui.documents.difference import difference
from kooperation_tui.documents.dissolution import dissolution_list
from kooperation_tui.documents.document import Document, DocumentKind, Options
from kooperation_tui.documents.minutes import minutes
from kooperation_tui.documents.onboarding import onboarding
from kooperation_tui.documents.registers import actions, decisions, parking
from kooperation_tui.documents.review import review
from kooperation_tui.documents.sent import sent_minutes
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.i18n import translator


def make(kind: DocumentKind, data: Data, options: Options, which: str = "") -> Document:
    """Make a document.

    Args:
        kind: which document.
        data: the file.
        options: for whom, in which language, when.
        which: the meeting's id for minutes and agenda, a version for the agreement, one or
            two versions for a difference, a partner's code for its
            accession and its welcome pack, a year for the review.
    """
    tr, audience, now = translator(options.lang), options.audience, options.now
    match kind:
        case DocumentKind.MINUTES:
            return _minutes(data, which, options)
        case DocumentKind.AGENDA:
            return agenda(data, which, tr, audience, now)
        case DocumentKind.AGREEMENT:
            return agreement(data, tr, audience, now, which)
        case DocumentKind.ACTIONS:
            return actions(data, tr, audience, now, options.action_form)
        case DocumentKind.DECISIONS:
            return decisions(data, tr, audience, now)
        case DocumentKind.CHEATSHEET:
            return cheat_sheet(tr, options.slash_words)
        case DocumentKind.PARKING:
            return parking(data, tr, audience, now)
        case DocumentKind.ACCESSION:
            return accession(data, tr, audience, which)
        case DocumentKind.DIFFERENCE:
            return difference(data, tr, audience, now, which)
        case DocumentKind.ONBOARDING:
            return onboarding(data, tr, audience, now, which)
        case DocumentKind.RESOURCES:
            return resources(data, tr, audience, now)
        case DocumentKind.REGISTERS:
            return data_registers(data, tr, audience, now)
        case DocumentKind.DISSOLUTION:
            return dissolution_list(data, tr, audience, now)
        case DocumentKind.REVIEW:
            return review(data, tr, audience, now, which)


def _minutes(data: Data, meeting: str, options: Options) -> Document:
    """Sent minutes as they were sent, else as they stand now."""
    tr, results_only = translator(options.lang), options.results_only
    found = sent_minutes(
        data,
        meeting,
        tr,
        options.audience,
        results_only=results_only,
        version=options.version,
    )
    if found is not None:
        return found
    if options.version:
        raise Refused(
            "Version {number} of these minutes was not sent in this form.",
            number=options.version,
        )
    return minutes(data, meeting, tr, options.audience, options.now, results_only=results_only)
