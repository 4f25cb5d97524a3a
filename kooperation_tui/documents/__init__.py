"""Documents of a network: minutes, agenda, agreement, registers, as Markdown and HTML.

All of them are drawn from the file and the folded state, never from a screen.
"""

from kooperation_tui.documents.agenda import agenda
from kooperation_tui.documents.agreement import WORKING, agreement
from kooperation_tui.documents.document import (
    ActionForm,
    Audience,
    Document,
    DocumentKind,
    Hit,
    HitKind,
    Options,
)
from kooperation_tui.documents.html import to_html
from kooperation_tui.documents.making import make
from kooperation_tui.documents.minutes import minutes
from kooperation_tui.documents.public import check_public
from kooperation_tui.documents.registers import actions, decisions, parking
from kooperation_tui.documents.stored import stored_minutes

__all__ = [
    "WORKING",
    "ActionForm",
    "Audience",
    "Document",
    "DocumentKind",
    "Hit",
    "HitKind",
    "Options",
    "actions",
    "agenda",
    "agreement",
    "check_public",
    "decisions",
    "make",
    "minutes",
    "parking",
    "stored_minutes",
    "to_html",
]
