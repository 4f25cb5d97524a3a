"""Columns and words of the tables about the agreement and how it is applied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kooperation_tui.i18n import N_

COLUMNS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "circulars": (
        ("deadline", N_("Answers until")),
        ("result", N_("Result")),
        ("answered", N_("Answered")),
        ("silent", N_("No answer yet")),
        ("text", N_("Wording")),
    ),
    "points": (
        ("key", N_("Point")),
        ("state", N_("State")),
        ("decision", N_("Decision")),
        ("agreed_on", N_("Agreed on")),
        ("responsible", N_("Responsible")),
        ("words", N_("Words")),
    ),
    "signatures": (
        ("version", N_("Version")),
        ("code", N_("Partner")),
        ("status", N_("Status")),
        ("name", N_("Name")),
        ("signed_on", N_("Signed on")),
        ("reason", N_("Reason")),
    ),
    "versions": (
        ("number", N_("Number")),
        ("status", N_("Status")),
        ("adopted_on", N_("Adopted on")),
        ("decision", N_("Decision")),
        ("valid_from", N_("Valid from")),
        ("signed", N_("Signed")),
    ),
    "applications": (
        ("code", N_("Partner")),
        ("status", N_("Status")),
        ("received_on", N_("Received on")),
        ("meeting", N_("Meeting")),
        ("decision", N_("Decision")),
        ("mentor", N_("Mentor")),
        ("contribution", N_("Contribution")),
    ),
    "registers": (
        ("name", N_("Name")),
        ("purpose", N_("Purpose")),
        ("keeper", N_("Kept by")),
        ("place", N_("Place")),
        ("retention", N_("Kept for")),
        ("check_on", N_("Next check")),
    ),
    "goals": (
        ("number", N_("Number")),
        ("text", N_("Goal")),
        ("indicator", N_("Seen by")),
        ("review_on", N_("Next review")),
        ("result", N_("Result")),
    ),
    "resources": (
        ("code", N_("Partner")),
        ("kind", N_("Kind")),
        ("amount", N_("Amount")),
        ("until", N_("Until")),
        ("text", N_("Contribution")),
    ),
    "reminders": (("on", N_("By when")), ("point", N_("Point")), ("message", N_("What"))),
    "absences": (
        ("code", N_("Partner")),
        ("in_a_row", N_("In a row")),
        ("meetings", N_("Meetings")),
    ),
    "turns": (
        ("role", N_("Role")),
        ("person", N_("Person")),
        ("code", N_("Partner")),
        ("present", N_("Present")),
        ("of", N_("Of meetings")),
        ("times", N_("Had the role")),
        ("last", N_("Last on")),
    ),
}

STATUS: Final[Mapping[str, str]] = {
    "pending": N_("pending"),
    "reserved": N_("reserved"),
    "signed": N_("signed"),
    "refused": N_("refused"),
    "working": N_("being worked on"),
    "proposed": N_("proposed"),
    "adopted": N_("adopted"),
    "open_for_signature": N_("open for signature"),
    "received": N_("received"),
    "checked": N_("checked"),
    "scheduled": N_("on the agenda"),
    "accepted": N_("admitted"),
    "withdrawn": N_("withdrawn"),
}
RESOURCES: Final[Mapping[str, str]] = {
    "time": N_("working time"),
    "room": N_("room"),
    "skill": N_("skill"),
    "contact": N_("contact"),
    "money": N_("money"),
    "other": N_("something else"),
}
RESULTS: Final[Mapping[str, str]] = {
    "open": N_("open"),
    "carried": N_("carried"),
    "rejected": N_("rejected"),
    "not_quorate": N_("too few answers"),
    "stopped": N_("stopped"),
}
