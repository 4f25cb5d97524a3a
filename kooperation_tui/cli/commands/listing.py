"""`kooperation list`"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

import click

from kooperation_tui.cli import (
    agreement_columns,
    finding,
    rows,
    rows_agreement,
    rows_decisions,
)
from kooperation_tui.cli.completion import meetings
from kooperation_tui.cli.context import Session
from kooperation_tui.cli.output import as_json, say, table, warn
from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Wrong
from kooperation_tui.domain.model import Meeting
from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui import words

_Rows = Callable[[Data, dt.date, Meeting | None], list[rows.Row]]

WHAT: Final[Mapping[str, _Rows]] = {
    "meetings": lambda data, today, _: rows.meetings(data, today),
    "agenda": lambda data, _, meeting: rows.agenda(data, _need(meeting)),
    "proposals": lambda data, _, meeting: rows.proposals(data, _need(meeting)),
    "decisions": lambda data, _, meeting: rows_decisions.decisions(data, meeting),
    "circulars": lambda data, _, __: rows_decisions.circulars(data),
    "actions": rows.actions,
    "parking": lambda data, _, meeting: rows.parking(data, meeting),
    "partners": lambda data, today, _: rows.partners(data, today),
    "people": lambda data, today, _: rows.people(data, today),
    "roles": rows.roles,
    "points": lambda data, _, __: rows_agreement.points(data),
    "signatures": lambda data, _, __: rows_agreement.signatures(data),
    "versions": lambda data, _, __: rows_agreement.versions(data),
    "applications": lambda data, _, __: rows_agreement.applications(data),
    "goals": lambda data, _, __: rows_agreement.goals(data),
    "registers": lambda data, _, __: rows_agreement.registers(data),
    "resources": lambda data, today, _: rows_agreement.resources(data, today),
    "reminders": lambda data, today, _: rows_agreement.reminders(data, today),
    "absences": lambda data, _, __: rows_agreement.absences(data),
    "turns": lambda data, _, meeting: rows_agreement.turns(data, _need(meeting)),
}
_OF_A_MEETING: Final = ("agenda", "proposals", "decisions", "actions", "parking", "roles", "turns")

COLUMNS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "meetings": (
        ("number", N_("Number")),
        ("start", N_("Start")),
        ("body_name", N_("Body")),
        ("status", N_("Status")),
        ("place", N_("Place")),
    ),
    "agenda": (
        ("number", N_("Item")),
        ("minutes", N_("Min.")),
        ("kind", N_("Kind")),
        ("owner", N_("By")),
        ("title", N_("Topic")),
    ),
    "proposals": (
        ("number", N_("Number")),
        ("minutes", N_("Min.")),
        ("owner", N_("By")),
        ("title", N_("Topic")),
        ("reason", N_("Reason")),
    ),
    "decisions": (
        ("number", N_("Number")),
        ("date", N_("Date")),
        ("status", N_("Status")),
        ("ended_by", N_("Instead")),
        ("text", N_("Wording")),
    ),
    "actions": (
        ("number", N_("Number")),
        ("due", N_("By when")),
        ("status", N_("Status")),
        ("owner", N_("Who")),
        ("title", N_("What")),
    ),
    "parking": (
        ("number", N_("Number")),
        ("by", N_("By")),
        ("disposition", N_("Status")),
        ("text", N_("Topic")),
    ),
    "partners": (
        ("code", N_("Code")),
        ("name", N_("Partner")),
        ("delegate", N_("Represented by")),
        ("deputies", N_("Deputy")),
        ("status", N_("Status")),
    ),
    "people": (
        ("name", N_("Name")),
        ("partners", N_("Partner")),
        ("function", N_("Function")),
        ("email", N_("E-mail")),
    ),
    "roles": (
        ("role", N_("Role")),
        ("person", N_("Person")),
        ("code", N_("Partner")),
        ("since", N_("Since")),
        ("until", N_("Until")),
    ),
    **agreement_columns.COLUMNS,
}

_STATES: Final[Mapping[str, str]] = {
    one.value: message
    for known in (
        words.MEETING_STATES,
        words.DECISION_STATES,
        words.ACTION_STATES,
        words.BLOCK_STATES,
    )
    for one, message in known.items()
}
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "status": {
        **_STATES,
        "applicant": N_("applicant"),
        "partner": N_("partner"),
        "associate": N_("associate"),
        "suspended": N_("suspended"),
        "left": N_("left"),
        **agreement_columns.STATUS,
    },
    "state": _STATES,
    "result": agreement_columns.RESULTS,
    "role": {
        **{one.value: message for one, message in words.ROLES.items()},
        **{one.value: message for one, message in words.STANDING.items()},
    },
    "disposition": {
        "open": N_("open"),
        "agenda": N_("on the agenda"),
        "body": N_("handed on"),
        "action": N_("became an action"),
        "dropped": N_("dropped"),
        "treated": N_("treated"),
    },
}

_KINDS: Final = {"collect": "collecting ideas", "aob": "any other business"}
"""Kinds of items whose word is not their code; the words are those of the documents."""


def listing(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "list",
        callback=_list,
        help=t("Show a list; --json gives everything that is known, with stable keys."),
        params=[
            click.Argument(["what"], type=click.Choice([*WHAT, "overview"]), metavar=t("WHAT")),
            click.Option(
                ["--meeting"],
                metavar=t("MEETING"),
                help=t("Only what belongs to this meeting: 2026-3, last, next, running."),
                shell_complete=meetings,
            ),
            click.Option(
                ["--find"],
                default="",
                metavar=t("TEXT"),
                help=t("Only resources with these words."),
            ),
            click.Option(["--json", "json"], is_flag=True, help=t("As JSON.")),
        ],
        epilog=", ".join([*WHAT, "overview"]),
    )


@click.pass_obj
def _list(session: Session, what: str, meeting: str | None, find: str, json: bool) -> None:
    if find and what != "resources":
        raise Wrong("--find goes with resources only.")
    if meeting and what not in _OF_A_MEETING:
        raise Wrong("“{what}” belong to no meeting; leave out --meeting.", what=what)
    data = session.data()
    if what == "overview":
        _overview(session, data, json)
        return
    today = session.clock().date()
    row = None
    if meeting:
        row = finding.meeting(data, meeting, today)
    elif what in ("agenda", "turns"):
        row = _current(data, today)
    elif what == "proposals":
        row = finding.meeting(data, "next", today)
    found = WHAT[what](data, today, row)
    if find:
        found = rows_agreement.resources(data, today, find)
    if json:
        say(as_json(found))
    elif not found and row is not None:
        number = plan.label(data, row)
        warn(session.tr.t("There is nothing in this list for meeting {number}.", number=number))
    elif not found:
        warn(session.tr.t("There is nothing in this list yet."))
    else:
        say(as_table(session.tr, what, found))


def _overview(session: Session, data: Data, json: bool) -> None:
    from kooperation_tui.cli import overview
    from kooperation_tui.domain.overview import overview as seen

    found = seen(data, session.clock())
    if json:
        say(as_json(overview.as_row(data, found)))
        return
    for line in overview.lines(session.tr, data, found):
        say(line)


def _need(meeting: Meeting | None) -> Meeting:
    assert meeting is not None
    return meeting


def _current(data: Data, today: dt.date) -> Meeting:
    """The running meeting, else the next, else the last."""
    from kooperation_tui.domain.errors import Refused

    for word in ("running", "next"):
        try:
            return finding.meeting(data, word, today)
        except Refused:
            continue
    return finding.meeting(data, "last", today)


def as_table(tr: Translator, what: str, found: list[rows.Row]) -> str:
    """The rows as a table in the reader's language."""
    columns = COLUMNS[what]
    header = [tr.t(message) for _, message in columns]
    return table(header, [[cell(tr, what, row, key) for key, _ in columns] for row in found])


def cell(tr: Translator, what: str, row: rows.Row, key: str) -> str:
    """One cell in words."""
    value: Any = row[key]
    if what == "actions" and key == "status" and row["overdue"]:
        return tr.t("overdue")
    if what == "meetings" and key == "status" and row["afterwards"]:
        return tr.t("being entered afterwards")
    if what == "actions" and key == "owner" and not value:
        return str(row["owner_code"] or tr.t("nobody"))
    if what == "actions" and key == "due" and value is None:
        return str(row["due_reason"] or "–")
    if what == "agenda" and key == "number" and not value:
        return "–"
    if what == "agenda" and key == "title" and not value:
        return tr.t("Break")
    if key == "reason" and isinstance(value, Mapping):
        said = tr.t(value["message"], **value["args"])
        return f"{said}: {value['words']}" if value["words"] else said
    if what == "reminders" and key == "message":
        return tr.t(value, **row["args"])
    if what == "resources" and key == "kind":
        return tr.t(agreement_columns.RESOURCES[value])
    if key == "kind":
        return tr.p("document item kind", _KINDS.get(value, value))
    if (what, key) in (("points", "key"), ("reminders", "point")):
        return words.block_name(value, tr)
    if key in _WORDS and value in _WORDS[key]:
        return tr.t(_WORDS[key][value])
    match value:
        case dt.datetime() if key in ("since", "until"):
            return tr.time(value)
        case dt.datetime():
            return f"{tr.day_short(value)} {tr.time(value)}"
        case dt.date():
            return tr.date_short(value)
        case list():
            return ", ".join(str(one) for one in value) or "–"
        case None | "":
            return "–"
        case _:
            return str(value)
