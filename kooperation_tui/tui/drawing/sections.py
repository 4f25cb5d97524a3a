"""Which lines of the log stand under which item: also those that were moved there later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.state import Entry


def in_sections(entries: Iterable[Entry]) -> list[tuple[str, Entry]]:
    """(item whose section it is, entry), by time; what was moved ends the section of its item.

    A line that was typed for another item (`/for 4`) stays where it was typed.
    """
    rows: list[tuple[str, Entry]] = []
    here = ""
    for entry in entries:
        here = _begins(entry) or here
        rows.append((here, entry))
    moved = [(section, entry) for section, entry in rows if _is_moved(section, entry)]
    for row in moved:
        last = _last(rows, row[1].item)
        if last is not None:
            at = rows.index(row)
            rows.insert(last + 1, (row[1].item, row[1]))
            del rows[at if at <= last else at + 1]
    return rows


def _begins(entry: Entry) -> str:
    match entry.what:
        case ev.Started(items=items) if items:
            return items[0].id
        case ev.ItemBegan(item=item):
            return item
    return ""


def _is_moved(section: str, entry: Entry) -> bool:
    named = getattr(entry.what, "item", "")
    return bool(section and entry.item) and entry.item not in (section, named)


def _last(rows: Sequence[tuple[str, Entry]], item: str) -> int | None:
    """Where the section of an item ends; None if it was not treated yet."""
    return next((n for n in reversed(range(len(rows))) if rows[n][0] == item), None)
