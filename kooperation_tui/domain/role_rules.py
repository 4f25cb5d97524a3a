"""Who facilitates and who writes, as the wordings of points 4 and 6 say it.

They are followed where they are worded like the sample clauses: in the order of the list
of partners, and by whoever facilitates the next meeting. Any other wording is for people.
"""

from __future__ import annotations

import re

from kooperation_tui.domain.agreed_rules import applied_text
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Role
from kooperation_tui.domain.plan import block_of

POINT = {Role.FACILITATOR: "p4", Role.MINUTES: "p6"}
"""The point of the agreement that says who has a role."""

_IN_ORDER = re.compile(
    r"\b(?:moderation|moderiert|facilitat\w*)\b[^.]*\b(?:in der reihenfolge der partner"
    r"|in the order of the (?:list of )?partner)"
)
_NEXT_WRITES = re.compile(
    r"\bprotokoll\b[^.]*\bwer das nächste treffen moderiert\b"
    r"|\bminutes\b[^.]*\bwhoever facilitates the next meeting\b"
)


def in_order(data: Data) -> bool:
    """Whether point 4 says that partners facilitate in the order of their list."""
    return _IN_ORDER.search(_said(data, "p4")) is not None


def next_writes(data: Data) -> bool:
    """Whether point 6 says that whoever facilitates the next meeting takes the minutes."""
    return _NEXT_WRITES.search(_said(data, "p6")) is not None


def is_said(data: Data, role: Role) -> bool:
    """Whether a wording that counts speaks of a role at all, understood or not."""
    key = POINT.get(role)
    return key is not None and bool(_said(data, key))


def _said(data: Data, key: str) -> str:
    block = block_of(data, key)
    return " ".join(applied_text(block).casefold().split()) if block is not None else ""
