"""The titles of the agreement's blocks, in the document and on screens."""

from __future__ import annotations

import re

from kooperation_tui.domain.model import POINT_BLOCKS
from kooperation_tui.i18n import Translator


def _titles(tr: Translator) -> dict[str, str]:
    return {
        "preamble": tr.p("block", "Preamble"),
        "goals": tr.p("block", "Goals"),
        "principles": tr.p("block", "Principles"),
        "p1": tr.p("block", "Steering and organisation"),
        "p2": tr.p("block", "Coordination, tasks and action plan"),
        "p3": tr.p("block", "Commitment"),
        "p4": tr.p("block", "Facilitation"),
        "p5": tr.p("block", "Databases"),
        "p6": tr.p("block", "Minutes and documentation"),
        "p7": tr.p("block", "Information, communication and public image"),
        "p8": tr.p("block", "Admission of new partners"),
        "p9": tr.p("block", "Continuation"),
        "data_protection": tr.p("block", "Data protection and confidentiality"),
        "entry_into_force": tr.p("block", "Entry into force and changes"),
    }


def _short_titles(tr: Translator) -> dict[str, str]:
    return {
        "preamble": tr.p("short block", "Preamble"),
        "goals": tr.p("short block", "Goals"),
        "principles": tr.p("short block", "Principles"),
        "p1": tr.p("short block", "Steering"),
        "p2": tr.p("short block", "Action plan"),
        "p3": tr.p("short block", "Commitment"),
        "p4": tr.p("short block", "Facilitation"),
        "p5": tr.p("short block", "Databases"),
        "p6": tr.p("short block", "Minutes"),
        "p7": tr.p("short block", "Public image"),
        "p8": tr.p("short block", "Admission"),
        "p9": tr.p("short block", "Continuation"),
        "data_protection": tr.p("short block", "Data protection"),
        "entry_into_force": tr.p("short block", "Entry into force"),
    }


def _in_brackets(tr: Translator) -> dict[str, str]:
    """The points as they stand in brackets: English begins small there."""
    return {
        "p1": tr.p("point in brackets", "steering and organisation"),
        "p2": tr.p("point in brackets", "coordination, tasks and action plan"),
        "p3": tr.p("point in brackets", "commitment"),
        "p4": tr.p("point in brackets", "facilitation"),
        "p5": tr.p("point in brackets", "databases"),
        "p6": tr.p("point in brackets", "minutes and documentation"),
        "p7": tr.p("point in brackets", "information, communication and public image"),
        "p8": tr.p("point in brackets", "admission of new partners"),
        "p9": tr.p("point in brackets", "continuation"),
    }


def point_number(key: str) -> int:
    """1 to 9 for a point, 0 for any other block."""
    return POINT_BLOCKS.index(key) + 1 if key in POINT_BLOCKS else 0


def block_title(tr: Translator, key: str) -> str:
    """The heading without its number: Preamble; Steering and organisation."""
    return _titles(tr)[key]


def block_heading(tr: Translator, key: str) -> str:
    """The heading in the agreement: Preamble; Point 1: Steering and organisation."""
    number = point_number(key)
    if not number:
        return block_title(tr, key)
    return tr.t("Point {number}: {title}", number=number, title=block_title(tr, key))


def block_short(tr: Translator, key: str) -> str:
    """A title that fits into a column of a screen (at most 16 characters)."""
    return _short_titles(tr)[key]


def point_in_brackets(tr: Translator, key: str) -> str:
    """Point 9 (continuation); any other block by its title."""
    number = point_number(key)
    if not number:
        return block_title(tr, key)
    return tr.t("Point {number} ({title})", number=number, title=_in_brackets(tr)[key])


def names_block(tr: Translator, key: str, text: str) -> bool:
    """Whether a text names a block: "Punkte 3 und 8", but not "binnen 8 Wochen"."""
    number = point_number(key)
    sign = rf"(?:Punkt\w*|points?)\b.*\b{number}\b" if number else re.escape(block_title(tr, key))
    return re.search(sign, text, re.IGNORECASE) is not None
