"""How the network stands, in sentences and for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kooperation_tui.cli.labels import label, who
from kooperation_tui.domain import plan
from kooperation_tui.domain.afterwards import runs_on_paper
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Action, Meeting
from kooperation_tui.domain.overview import MinutesToSend, Overview
from kooperation_tui.i18n import Translator

_MOST = 5
"""So many minutes that wait are told one by one, the latest."""


def as_row(data: Data, seen: Overview) -> Mapping[str, Any]:
    """Everything with stable English keys; meetings and actions by number."""
    return {
        "today": seen.today,
        "running": label(data, seen.running),
        "next": label(data, seen.next),
        "days_ahead": seen.days_ahead,
        "invite_by": seen.invite_by,
        "invitation_late": seen.invitation_late,
        "running_actions": seen.running_actions,
        "overdue": [data.get(Action, one).number for one in seen.overdue],
        "due_soon": [data.get(Action, one).number for one in seen.due_soon],
        "to_send": [
            {"meeting": label(data, one.meeting), "by": one.by, "late": one.late}
            for one in seen.to_send
        ],
        "to_approve": [
            {
                "meeting": label(data, one.meeting),
                "sent_on": one.sent_on,
                "objections": one.objections,
                "objections_until": one.objections_until,
            }
            for one in seen.to_approve
        ],
        "settled": seen.settled,
        "parked": seen.parked,
        "missing": [{"message": one.message, "args": one.args} for one in seen.missing],
    }


def lines(tr: Translator, data: Data, seen: Overview) -> Iterator[str]:
    """One thing on each line, what comes first first."""
    if seen.running and runs_on_paper(data, data.get(Meeting, seen.running)):
        number = label(data, seen.running)
        yield tr.t("Meeting {number} is being entered afterwards.", number=number)
    elif seen.running:
        yield tr.t("Meeting {number} is running.", number=label(data, seen.running))
    if seen.next:
        yield _next(tr, data, seen)
    yield from _actions(tr, data, seen)
    for waiting in seen.to_send[-_MOST:]:
        yield _to_send(tr, data, waiting)
    for sent in seen.to_approve:
        yield tr.t(
            "Minutes of {meeting} wait for approval; objections: {count}.",
            meeting=label(data, sent.meeting),
            count=sent.objections,
        )
    yield tr.t("Agreement: {count} of 9 points are settled.", count=seen.settled)
    yield tr.n(
        "Parking lot: {count} topic is open.", "Parking lot: {count} topics are open.", seen.parked
    )
    for one in seen.missing:
        yield tr.t(one.message, **one.args)


def _next(tr: Translator, data: Data, seen: Overview) -> str:
    row = data.get(Meeting, seen.next)
    start = row.start.astimezone(plan.zone(data))
    said = tr.t(
        "Next meeting: {number}, {day}, {time}.",
        number=plan.label(data, row),
        day=tr.day_long(start.date()),
        time=tr.clock(start),
    )
    ahead = tr.n("In {count} day.", "In {count} days.", seen.days_ahead)
    said = f"{said} {ahead if seen.days_ahead else tr.t('Today.')}"
    if seen.invite_by is None:
        return said
    last = (
        tr.t("The invitation is late, its last day was {day}.", day=seen.invite_by)
        if seen.invitation_late
        else tr.t("Last day for the invitation: {day}.", day=seen.invite_by)
    )
    return f"{said} {last}"


def _actions(tr: Translator, data: Data, seen: Overview) -> Iterator[str]:
    yield tr.n("{count} action is running.", "{count} actions are running.", seen.running_actions)
    for identity in seen.overdue:
        yield f"  {tr.t('overdue')}: {_action(tr, data, identity)}"
    for identity in seen.due_soon:
        yield f"  {tr.t('due soon')}: {_action(tr, data, identity)}"


def _action(tr: Translator, data: Data, identity: str) -> str:
    """M-2026-012, 13.11.2026, Petra Vogt: Print flyers"""
    action = data.get(Action, identity)
    due = tr.date_short(action.due) if action.due else "–"
    owner = who(data, action.owner) or who(data, action.owner_organisation) or tr.t("nobody")
    return f"{action.number}, {due}, {owner}: {action.title}"


def _to_send(tr: Translator, data: Data, waiting: MinutesToSend) -> str:
    number = label(data, waiting.meeting)
    if waiting.by is None:
        return tr.t("Minutes of {meeting} are not sent yet.", meeting=number)
    if waiting.late:
        return tr.t(
            "Minutes of {meeting} are late; they should have gone out by {day}.",
            meeting=number,
            day=waiting.by,
        )
    return tr.t("Minutes of {meeting} are to be sent by {day}.", meeting=number, day=waiting.by)
