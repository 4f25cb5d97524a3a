"""Whose signature a version lacks, and why."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Organisation, Signature, SignatureStatus, Version
from kooperation_tui.domain.plan import may_vote, partners
from kooperation_tui.domain.versions import signatures_of


def without_signature(
    data: Data, version: Version, today: dt.date
) -> tuple[tuple[Organisation, Signature | None], ...]:
    """Partners with a vote that have not signed, with what is known about it.

    Those that refused are among them: the version does not bind them either.
    """
    known = {s.organisation: s for s in signatures_of(data, version.id)}
    found = ((o, known.get(o.id)) for o in partners(data) if may_vote(o, today))
    return tuple((o, s) for o, s in found if s is None or s.status is not SignatureStatus.SIGNED)
