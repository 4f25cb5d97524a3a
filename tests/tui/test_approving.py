"""The minutes of the last meeting, approved by a decision of this one."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec
import pytest

from kooperation_tui.documents.sending import send
from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import (
    AgendaItem,
    ItemKind,
    Meeting,
    Minutes,
    MinutesStatus,
    Record,
    Subject,
)
from kooperation_tui.domain.plan import following
from tests.model_network import clock, started
from tests.tui.hands import Hands, opened

NEXT = dt.date(2026, 12, 2)
ITEMS = (
    ("Ankommen", ItemKind.FORMAL, Subject.ORDINARY),
    ("Protokoll vom 14.10.2026", ItemKind.DECISION, Subject.MINUTES),
    ("Landkarte", ItemKind.DECISION, Subject.ORDINARY),
)


def network() -> tuple[Record, ...]:
    """October was held and sent; in December its minutes are the second item."""
    desk = started()
    desk.type("Das Budget reicht.")
    desk.type("/kenntnis")
    desk.at(11, 0).type("/nächstes 2.12. 9:00 Lesesaal")
    desk.type("/schluss")
    data = desk.data
    data = data.apply(send(data, desk.moment, meeting=desk.meeting, on=dt.date(2026, 10, 16)))
    meeting = following(data, data.get(Meeting, desk.meeting))
    assert meeting is not None
    items = tuple(
        AgendaItem(id=f"{0xD000 + n:032x}", number=n, title=title, kind=kind, subject=subject)
        for n, (title, kind, subject) in enumerate(ITEMS, 1)
    )
    rows = [msgspec.structs.replace(meeting, items=items)]
    kept = [r for kind in _kinds() for r in data.rows(kind) if r.id != meeting.id]
    return (*kept, *rows)


def _kinds() -> tuple[type[Record], ...]:
    from kooperation_tui.domain.data import KINDS

    return KINDS


@asynccontextmanager
async def december() -> AsyncIterator[Hands]:
    """The second item of the December meeting runs."""
    now = clock(8, 50, day=NEXT)
    async with opened(rows=network(), now=now) as hands:
        await hands.press("f5", "a")
        hands.now = clock(9, day=NEXT)
        await hands.press("s")
        await hands.send("/kenntnis", "/weiter")
        await hands.sees("TOP 2")
        yield hands


def october(data: Data) -> Minutes:
    meeting = next(m for m in data.rows(Meeting) if m.number == 3 and m.year == 2026)
    found = minutes_of(data, meeting.id)
    assert found is not None
    return found


async def test_a_carried_decision_is_asked_about_and_a_digit_approves() -> None:
    async with december() as hands:
        await hands.send("! Das Protokoll wird genehmigt.", "= 8 0 1")
        text = await hands.sees("Ist das Protokoll vom 14.10. damit genehmigt?")
        assert "1 ja" in text and "3 nein" in text
        await hands.send("1")
        assert "damit genehmigt?" not in hands.text()
        known = october(hands.data)
        assert (known.status, known.approved_by) == (MinutesStatus.APPROVED, "B-2026-4-1")
        await hands.press("f2")
        assert "Protokoll vom 14.10." not in hands.text()


async def test_corrections_typed_after_the_result_go_with_the_approval() -> None:
    async with december() as hands:
        await hands.send("! Das Protokoll wird genehmigt.", "= 8 0 1", "2")
        assert hands.line.text.startswith("/")
        hands.line.clear_text()
        await hands.send('/berichtigen TOP 1 "reicht" "ist knapp"')
        await hands.sees("2 ja, mit der Berichtigung")
        await hands.send("2")
        known = october(hands.data)
        assert known.status is MinutesStatus.APPROVED
        assert [c.new for c in known.corrections] == ["ist knapp"]


async def test_no_is_an_answer_and_the_line_says_it_later() -> None:
    async with december() as hands:
        await hands.send("! Das Protokoll wird besser.", "= 8 0 1", "3")
        assert "damit genehmigt?" not in hands.text()
        assert october(hands.data).status is MinutesStatus.SENT
        await hands.send("/genehmigen")
        assert october(hands.data).approved_by == "B-2026-4-1"


async def test_the_dialog_proposes_the_decision_that_fits() -> None:
    async with december() as hands:
        await hands.send("! Das Protokoll wird genehmigt.", "= 8 0 1", "3")
        meeting = next(m for m in hands.data.rows(Meeting) if (m.year, m.number) == (2026, 3))
        hands.app.session.meeting_id = meeting.id
        hands.app.show()
        await hands.press("ctrl+p", *"genehmigt", "enter")
        text = await hands.sees("Durch Beschluss")
        assert "B-2026-4-1" in text and "02.12.2026" in text
        await hands.press("enter")
        known = october(hands.data)
        assert (known.approved_by, known.approved_on) == ("B-2026-4-1", NEXT)


@pytest.mark.parametrize("on", ["/weiter", "ctrl+n"])
async def test_the_question_outlives_the_item(on: str) -> None:
    async with december() as hands:
        await hands.send("! Das Protokoll wird genehmigt.", "= 8 0 1")
        await (hands.send(on) if on.startswith("/") else hands.press(on))
        await hands.sees("TOP 3  Landkarte")
        text = await hands.sees("Ist das Protokoll vom 14.10. mit B1 genehmigt?")
        assert "3 nein" in text
        await hands.press("ctrl+g")
        await hands.sees("Genehmigt B-2026-4-1 das Protokoll vom 14.10.2026?")
        await hands.press("escape")
        await hands.send("Die Karte liegt vor.", "1")
        known = october(hands.data)
        assert (known.status, known.approved_by) == (MinutesStatus.APPROVED, "B-2026-4-1")
        await hands.press("ctrl+g")
        assert "Genehmigt B-2026-4-1" not in hands.text()


async def test_put_off_it_is_missing_before_the_close_and_the_line_still_says_it() -> None:
    async with december() as hands:
        await hands.send("! Das Protokoll wird genehmigt.", "= 8 0 1", "/weiter")
        await hands.sees("mit B1 genehmigt?")
        await hands.press("escape")
        assert "mit B1 genehmigt?" not in hands.text()
        await hands.send("/ergebnis", "/schluss")
        await hands.sees("Genehmigt B-2026-4-1 das Protokoll vom 14.10.2026?")
        await hands.press("escape")
        await hands.send("/genehmigen")
        assert october(hands.data).approved_by == "B-2026-4-1"
