"""Lines of the logs as they stand after all corrections.

They are read from the rows of the file; folding ten years of meetings for it would
take seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting
from kooperation_tui.search.entry import Entry, Kind

_TEXT_OF = {
    "noted": "text",
    "proposed": "text",
    "objected": "text",
    "objection_settled": "text",
    "option_added": "text",
    "outcome": "text",
    "action_progressed": "reason",
    "voided": "reason",
}
"""Events with words of people; actions and parked topics are found by their rows."""
_WORDS_OF = frozenset({"guest_came", "corrected", "balloted"})


def lines(data: Data) -> Iterator[Entry]:
    rows = data.tables.get(Event.TABLE, {}).values()
    gone = {row["what"]["event"] for row in rows if row["what"]["type"] == "retracted"}
    texts: dict[str, list[str]] = {}
    places: dict[str, tuple[str, bool]] = {}
    for row in sorted(rows, key=itemgetter("seq")):
        if row["id"] not in gone:
            _take(row, texts, places)
    labels = {m.id: plan.label(data, m) for m in data.rows(Meeting)}
    days = {m.id: m.start.toordinal() for m in data.rows(Meeting)}
    secret = _secret_entries(data)
    for identity, parts in texts.items():
        meeting, confidential = places[identity]
        yield Entry(
            kind=Kind.ENTRY,
            id=identity,
            meeting=meeting,
            title=labels.get(meeting, ""),
            text=" ".join(parts),
            day=days.get(meeting, 0),
            confidential=confidential or identity in secret,
        )


def _words(what: Any) -> str:
    """Words that stand in several fields, or deeper."""
    match what["type"]:
        case "guest_came":
            return f"{what['name']} {what.get('organisation', '')}".strip()
        case "corrected":
            return f"{what['old']} → {what['new']}"
        case _:
            return str(what["ballot"]["tally"].get("text", ""))


def _take(row: Any, texts: dict[str, list[str]], places: dict[str, tuple[str, bool]]) -> None:
    """One event in its turn: new words, other words, words struck out."""
    what = row["what"]
    kind = what["type"]
    if kind in _TEXT_OF or kind in _WORDS_OF:
        text = what.get(_TEXT_OF[kind], "") if kind in _TEXT_OF else _words(what)
        if text:
            texts[row["id"]] = [text]
            places[row["id"]] = (row["meeting"], _is_secret(what))
        return
    entry = what.get("entry", "")
    if entry not in texts:
        return
    match kind:
        case "continued":
            texts[entry].append(what["text"])
        case "revised":
            texts[entry] = [what["text"]]
        case "deleted":
            del texts[entry]
        case "marked":
            places[entry] = (places[entry][0], what["confidential"])
        case _:
            pass


def _is_secret(what: Any) -> bool:
    return bool(what.get("kind") == "confidential" or what.get("confidential", False))


def _secret_entries(data: Data) -> set[str]:
    """Entries under confidential items; only meetings that have such items are folded."""
    found: set[str] = set()
    for meeting in data.rows(Meeting):
        items = {i.id for i in meeting.items if i.confidential}
        if items:
            found |= {e.id for e in state_of(data, meeting.id).entries if e.item in items}
    return found
