"""How a partner was called on a day: old minutes and signatures keep the old name."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.model import Organisation


def as_of(partner: Organisation, day: dt.date) -> Organisation:
    """The partner with the code and the name it had on a day; a short name is of today."""
    past = [former for former in partner.former if day <= former.until]
    if not past:
        return partner
    then = min(past, key=lambda former: former.until)
    return msgspec.structs.replace(partner, code=then.code, name=then.name, short_name="")
