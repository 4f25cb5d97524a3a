"""What every document is, and for whom it is made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kooperation_tui.domain.model import Value


class Audience(StrEnum):
    """Who reads a document (G-06).

    `internal` holds everything and marks what is confidential, `partners` leaves
    that out, `public` also names, times of attendance and single votes.
    """

    INTERNAL = "internal"
    PARTNERS = "partners"
    PUBLIC = "public"


class ActionForm(StrEnum):
    """The action plan as a table, as a list, or as a list under each person's name."""

    TABLE = "table"
    LIST = "list"
    PEOPLE = "people"


class Options(Value):
    """How a document is made.

    `results_only` makes one page of the minutes, `version` names one of them that was
    sent (0 the newest), `action_form` is for the action plan,
    `slash_words` (what a slash line does -> its words) for the cheat sheet.
    """

    audience: Audience
    lang: str
    now: dt.datetime
    results_only: bool = False
    version: int = 0
    action_form: ActionForm = ActionForm.TABLE
    slash_words: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class HitKind(StrEnum):
    """What a public document must not hold."""

    NAME = "name"
    CONTACT = "contact"
    TIME = "time"
    CONFIDENTIAL = "confidential"
    VOTE = "vote"
    STATEMENT = "statement"
    MINORITY = "minority"


class Hit(Value):
    """Something that must not become public: what was found, and the line it stands in."""

    kind: HitKind
    text: str
    line: str


class DocumentKind(StrEnum):
    MINUTES = "minutes"
    AGENDA = "agenda"
    AGREEMENT = "agreement"
    ACTIONS = "actions"
    DECISIONS = "decisions"
    PARKING = "parking"
    CHEATSHEET = "cheatsheet"
    ACCESSION = "accession"
    DIFFERENCE = "difference"
    ONBOARDING = "onboarding"
    RESOURCES = "resources"
    REGISTERS = "registers"
    DISSOLUTION = "dissolution"
    REVIEW = "review"


class Document(Value):
    """A finished document as Markdown with front matter.

    `omitted` says what a public version left out because of what it held.
    """

    title: str
    lang: str
    markdown: str
    kind: DocumentKind
    omitted: tuple[Hit, ...] = ()
