"""Ids as people know them: codes, names, numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Meeting, Organisation, Person


def who(data: Data, identity: str) -> str:
    """The code of a partner or the name of a person; '' for nobody."""
    if not identity:
        return ""
    organisation = data.find(Organisation, identity)
    if organisation is not None:
        return organisation.code
    person = data.find(Person, identity)
    return person.name if person is not None else ""


def label(data: Data, meeting: str) -> str:
    """The number of a meeting, '' for none."""
    row = data.find(Meeting, meeting)
    return plan.label(data, row) if row is not None else ""


def target(data: Data, text: str) -> str:
    """Where a topic goes: a meeting's number, or words as they were typed."""
    try:
        return label(data, text) or who(data, text) or text
    except ValueError:  # words are no id
        return text


def code_of(data: Data, person: str, on: dt.date) -> str:
    """The code of the partner a person speaks for on a day, '' for none."""
    found: Sequence[str] = plan.organisations_of(data, person, on)
    return who(data, found[0]) if found else ""
