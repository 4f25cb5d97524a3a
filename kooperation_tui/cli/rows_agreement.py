"""Rows of `kooperation list` about the agreement: its points, versions, signatures."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.cli.labels import label, who
from kooperation_tui.cli.rows import Row
from kooperation_tui.domain import absences as known_absences
from kooperation_tui.domain import plan, rotation
from kooperation_tui.domain import reminders as known_reminders
from kooperation_tui.domain import versions as known_versions
from kooperation_tui.domain.applied import Application, DataRegister
from kooperation_tui.domain.brevity import word_count
from kooperation_tui.domain.commands.applying import resources_for
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.goals import goals as ordered_goals
from kooperation_tui.domain.model import BLOCKS, Block, Meeting, Signature, Version


def points(data: Data) -> list[Row]:
    """The blocks of the agreement in their order."""
    known = {block.key: block for block in data.rows(Block)}
    rows: list[Row] = []
    for key in BLOCKS:
        block = known.get(key) or Block(id="0", key=key)
        rows.append(
            {
                "key": key,
                "state": block.state.value,
                "decision": block.decision,
                "agreed_on": block.agreed_on,
                "reason": block.reason,
                "responsible": who(data, block.responsible),
                "review_on": block.review_on,
                "in_force_since": block.in_force_since,
                "words": word_count(block.text),
                "text": block.text,
            }
        )
    return rows


def signatures(data: Data) -> list[Row]:
    """Who signed which version."""
    versions = {v.id: v.number for v in data.rows(Version)}
    return [
        {
            "version": versions.get(s.version, ""),
            "code": who(data, s.organisation),
            "status": s.status.value,
            "name": s.name,
            "function": s.function,
            "place": s.place,
            "signed_on": s.signed_on,
            "form": s.form,
            "sha256": s.sha256,
            "reason": s.reason,
            "accession": s.accession,
            "decision": s.decision,
            "earlier": [
                {
                    "name": e.name,
                    "function": e.function,
                    "place": e.place,
                    "signed_on": e.signed_on,
                    "form": e.form,
                    "sha256": e.sha256,
                    "corrected_on": e.corrected_on,
                    "reason": e.reason,
                }
                for e in s.earlier
            ],
        }
        for s in data.rows(Signature)
    ]


def versions(data: Data) -> list[Row]:
    """The versions of the agreement."""
    return [
        {
            "number": v.number,
            "status": v.status.value,
            "adopted_on": v.adopted_on,
            "decision": v.decision,
            "valid_from": v.valid_from,
            "on_paper": v.on_paper,
            "signed": known_versions.signed_count(data, v.id),
            "frozen_on": v.frozen_on,
            "sha256": v.sha256,
        }
        for v in known_versions.versions(data)
    ]


def registers(data: Data) -> list[Row]:
    """The stocks of data the network keeps."""
    return [
        {
            "name": r.name,
            "purpose": r.purpose,
            "holds": r.holds,
            "keeper": who(data, r.keeper),
            "place": r.place,
            "access": r.access,
            "retention": r.retention,
            "checked_on": r.checked_on,
            "check_on": r.check_on,
            "this_file": r.own,
        }
        for r in data.rows(DataRegister)
    ]


def goals(data: Data) -> list[Row]:
    """The goals with their signs of success."""
    return [
        {
            "number": number,
            "text": goal.text,
            "indicator": goal.indicator,
            "review_on": goal.review_on,
            "result": goal.result,
        }
        for number, goal in enumerate(ordered_goals(data), 1)
    ]


def resources(data: Data, today: dt.date, words: str = "") -> list[Row]:
    """What partners contribute, by partner; only what holds all the words."""
    order = {o.id: place for place, o in enumerate(plan.partners(data))}
    found = resources_for(data, words, today)
    return [
        {
            "code": who(data, r.organisation),
            "kind": r.kind.value,
            "text": r.text,
            "amount": r.amount,
            "until": r.until,
        }
        for r in sorted(found, key=lambda r: order.get(r.organisation, 0))
    ]


def applications(data: Data) -> list[Row]:
    """Applications to join."""
    return [
        {
            "code": who(data, a.organisation),
            "status": a.status.value,
            "received_on": a.received_on,
            "meeting": label(data, a.meeting),
            "decision": a.decision,
            "mentor": who(data, a.mentor),
            "contribution": a.contribution,
            "contact": a.contact,
            "signed_on": a.signed_on,
            "reason": a.reason,
        }
        for a in data.rows(Application)
    ]


def reminders(data: Data, today: dt.date) -> list[Row]:
    """What the agreement asks for; `message` is English with its places in `args`."""
    return [
        {"point": r.point, "on": r.on, "message": r.said.message, "args": r.said.args}
        for r in known_reminders.reminders(data, today)
    ]


def absences(data: Data) -> list[Row]:
    """Partners that were missing in a row."""
    return [
        {
            "code": who(data, a.organisation),
            "in_a_row": a.in_a_row,
            "meetings": [label(data, m) for m in a.meetings],
        }
        for a in known_absences.absences(data)
    ]


def turns(data: Data, meeting: Meeting) -> list[Row]:
    """Whose turn it is to facilitate, to write and to watch the time, with the reason."""
    rows: list[Row] = []
    for role in rotation.ROTATING:
        for turn in rotation.turns(data, meeting, role)[:3]:
            rows.append(
                {
                    "role": role.value,
                    "person": who(data, turn.person),
                    "code": who(data, turn.organisation),
                    "present": turn.present,
                    "of": turn.of,
                    "times": turn.times,
                    "last": turn.last,
                }
            )
    return rows
