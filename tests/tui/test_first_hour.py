"""A meeting of eight items from a template takes few keys and ends as a printed agenda."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kooperation_tui.domain.data import KINDS
from kooperation_tui.domain.model import Meeting
from kooperation_tui.store.tinydb_store import TinyStore
from tests.domain.played import held
from tests.model_network import clock
from tests.tui.hands import Hands, opened

NOW = clock(9, day=dt.date(2026, 11, 16))
MOST = 120
"""Keys: at two seconds for each, thinking included, four minutes."""


class Counting:
    """Presses keys and counts them; letters of what is typed count, too."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.count = 0

    async def press(self, *keys: str) -> None:
        self.count += len(keys)
        await self.hands.press(*keys)


async def test_eight_items_with_their_times_and_a_printed_agenda(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    data = held().data
    rows = [record for kind in KINDS for record in data.rows(kind)]
    store = TinyStore.create(path, rows, clock=lambda: NOW)
    async with opened(store=store, path=path, now=NOW) as hands:
        hand = Counting(hands)
        await hand.press("n", *"9.12.", "enter")
        await hands.sees("Hauptthema (Titel eintragen)")
        await hand.press("down", "down", "minus", "down")
        await hand.press("enter", *"Fachtag 2027: Raum und Termin", "enter", "plus")
        await hand.press("down", "down", "minus", "minus")
        await hand.press("n", *"Neue Partner ansprechen", "enter", "plus")
        await hands.sees("10 Minuten frei bis 12:00")
        meeting = next(m for m in hands.data.rows(Meeting) if m.start.day == 9)
        times, at = [], meeting.start
        for item in meeting.items:
            times.append(f"{at:%H:%M} {item.minutes} {item.title}")
            at += dt.timedelta(minutes=item.minutes)
        assert times == [
            "09:00 15 Eröffnung, Check-in, Beschlussfähigkeit, Tagesordnung",
            "09:15 5 Protokoll vom 14.10.2026",
            "09:20 15 Stand des Maßnahmenplans",
            "09:35 40 Fachtag 2027: Raum und Termin",
            "10:15 10 ",
            "10:25 30 Kooperationsvereinbarung",
            "10:55 15 Aufnahmeantrag: Hochschule Auental",
            "11:10 25 Neue Partner ansprechen",
            "11:35 15 Verschiedenes, Themenspeicher, Check-out",
        ]
        assert sum(1 for i in meeting.items if i.number) == 8
        await hand.press("x", "enter")
        await hands.sees("Gespeichert:")
        assert hand.count < MOST
    [made] = tmp_path.glob("2026-12-09 *.html")
    page = made.read_text(encoding="utf-8")
    assert "Fachtag 2027: Raum und Termin" in page and "10:55" in page
    store.close()
