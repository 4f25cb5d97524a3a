"""An entry as the line that says it, and back: nothing is swallowed."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.capture import line_of, rewritten
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.checks import check_tables
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Action
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.state import Entry
from tests.model_network import Desk, started


def last(desk: Desk) -> Entry:
    return desk.state.entries[-1]


def line(desk: Desk) -> str:
    return line_of(last(desk), desk.data, desk.meeting, now=desk.now)


def change(desk: Desk, typed: str, entry: Entry | None = None) -> it.Edit:
    """Save the last entry as this line."""
    edit = rewritten(entry or last(desk), typed, desk.data, desk.meeting, now=desk.now)
    done = record(desk.data, desk.meeting, edit, desk.moment)
    desk.data = desk.data.apply(done)
    return edit


def working(typed: str) -> Desk:
    desk = started().at(9, 30)
    desk.type(typed)
    return desk


@pytest.mark.parametrize(
    "typed",
    [
        "> Brief entwerfen @BIB +BB 13.11.",
        "> Brief entwerfen @Anja Rühl (BIB) 13.11.2028",
        "> Brief entwerfen @niemand (keine Zeit) ohne Termin (noch offen)",
        '> Brief entwerfen @BB +Druckerei +"Haus der Jugend"',
        "# Fahrtkosten @BK",
        "# Fahrtkosten",
        "? Wer zahlt?",
        ": HWK Wir sind dagegen.",
        "/minderheit BTS Das geht zu schnell.",
        "% Namen bleiben hier",
        "/anlage Liste der Orte",
        "! Wir treffen uns jeden Monat.",
        "! P3: Wir treffen uns jeden Monat.",
        "Ein Satz.",
        "\\> kein Auftrag",
    ],
)
def test_a_line_comes_back_as_it_was_typed(typed: str) -> None:
    desk = working(typed)
    shown = line(desk)
    if '"' not in typed and "Druckerei" not in typed:
        assert shown == typed
    with pytest.raises(Refused, match="says already"):
        change(desk, shown)


def test_owner_and_date_of_an_action_can_be_changed() -> None:
    desk = working("> Brief entwerfen @BIB 13.11.")
    change(desk, "> Brief schreiben @AA +BB 13.12.")
    row = next(r for r in desk.data.rows(Action) if r.title == "Brief schreiben")
    assert row.due == dt.date(2026, 12, 13)
    assert row.owner_organisation == desk.partner("AA")
    assert row.helpers == (desk.partner("BB"),)
    assert line(desk) == "> Brief schreiben @AA +BB 13.12."
    assert last(desk).old == ("Brief entwerfen",)
    assert not check_tables(desk.data)


def test_such_a_change_can_be_taken_back() -> None:
    desk = working("> Brief entwerfen @BIB 13.11.")
    before = desk.data.rows(Action)[-1]
    change(desk, "> Brief schreiben @AA 13.12.")
    change(desk, "> Brief schreiben @AA 20.12.")
    desk.type("/zurücknehmen")
    assert line(desk) == "> Brief schreiben @AA 13.12."
    desk.type("/zurücknehmen")
    assert line(desk) == "> Brief entwerfen @BIB 13.11."
    assert desk.data.find(Action, before.id) == before
    assert not check_tables(desk.data)


def test_after_news_of_an_action_its_promise_stays() -> None:
    desk = working("> Brief entwerfen @BIB 13.11.")
    entry = last(desk)
    number = desk.data.rows(Action)[-1].number
    desk.type(f"> {number} läuft")
    with pytest.raises(Refused, match="There is news"):
        change(desk, "> Brief entwerfen @BIB 13.12.", entry)
    change(desk, "> Brief schreiben @BIB 13.11.", entry)


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("? Wer zahlt?", "Wer zahlt?"),
        ("Ein Satz.", "> Ein Satz @BB 13.11."),
        ("# Fahrtkosten @BK", "# Fahrtkosten @BB"),
        ("Ein Satz.", "09:20 Ein Satz."),
    ],
)
def test_an_entry_keeps_its_kind(typed: str, changed: str) -> None:
    with pytest.raises(Refused):
        change(working(typed), changed)
