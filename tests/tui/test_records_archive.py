"""F9: where decisions stand, and where hits of the search lead; F7: who helps."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain.applied import Circular
from kooperation_tui.domain.model import (
    Action,
    Decision,
    DecisionStatus,
    Meeting,
    Minutes,
    MinutesObjection,
)
from kooperation_tui.domain.plan import by_code
from kooperation_tui.search import Kind
from kooperation_tui.tui.found_places import PLACES
from tests.model_network import everyday
from tests.tui.hands import Hands, opened


def decision(hands: Hands, number: str) -> Decision:
    return next(d for d in hands.data.rows(Decision) if d.number == number)


async def test_a_decision_is_superseded_and_shows_what_took_its_place() -> None:
    async with opened(rows=everyday()) as hands:
        await hands.press("f9", "end", "s", *"abgelöst", "enter")
        await hands.sees("Welcher Beschluss?")
        await hands.press(*"praktikum", "enter", "tab", *"Fünf Treffen", "enter")
        gone = decision(hands, "B-2026-1-1")
        assert (gone.status, gone.ended_by, gone.remark, gone.ended_on) == (
            DecisionStatus.SUPERSEDED,
            "B-2026-2-1",
            "Fünf Treffen",
            dt.date(2026, 6, 17),
        )
        await hands.sees("abgelöst durch B-2026-2-1")
        await hands.press("enter")
        text = await hands.sees("Fünf Treffen")
        assert "B-2026-2-1  Die Praktikumsbörse findet im Januar 2027 statt." in text
        await hands.press("escape", "s", *"wieder", "enter")
        assert decision(hands, "B-2026-1-1").status is DecisionStatus.IN_FORCE
        await hands.press("ctrl+z", "enter")
        assert decision(hands, "B-2026-1-1").status is DecisionStatus.SUPERSEDED


async def test_carried_out_needs_no_other_decision() -> None:
    async with opened(rows=everyday()) as hands:
        await hands.press("f9", "end", "s", *"umgesetzt", "enter", "enter")
        await hands.sees("umgesetzt")
        assert decision(hands, "B-2026-1-1").status is DecisionStatus.CARRIED_OUT


async def test_no_status_is_offered_for_a_meeting() -> None:
    async with opened(rows=everyday()) as hands:
        await hands.press("f9")
        assert "s Status" not in hands.text()
        await hands.press("s")
        assert "Welcher" not in hands.text()


@pytest.mark.parametrize(
    ("query", "area", "shown"),
    [
        ("kinderbetreuung räume", "[8 Partner]", "MGH      Mehrgenerationenhaus Lindenhof"),
        ("laufwerk", "[8 Partner]", "Datenbestände"),
        ("holger stein", "", "Unterschriften zur Fassung 1.1"),
        ("begleitforschung", "[8 Partner]", "HSA"),
        ("stichprobe", "[6 Vereinbarung]", "Ziele"),
        ("öffentlichkeit castell koordination", "[9 Archiv]", "Nichts gefunden"),
        ("sprecher lindner", "[4 Rollen]", "; Rosa L"),
        ("förderung endet", "[F2 Start]", "Bildungsnetz"),
        ("jahresende austreten", "", "Fassung 1.1"),
        ("mehrgenerationenhaus auenstadt", "[8 Partner]", "MGH"),
    ],
)
async def test_every_hit_leads_to_its_area(query: str, area: str, shown: str) -> None:
    async with opened(rows=everyday()) as hands:
        await hands.press("f9", "slash", *query)
        await hands.settle()
        await hands.press("enter")
        text = await hands.sees(shown)
        assert area in text


async def test_objections_and_decisions_in_text_form_are_read() -> None:
    async with opened(rows=everyday()) as hands:
        partner = by_code(hands.data, "HWK")
        assert partner is not None
        row = next(m for m in hands.data.rows(Minutes) if m.status == "sent")
        said = MinutesObjection(
            organisation=partner.id, received_on=dt.date(2026, 7, 1), text="Nur eine Prüfung."
        )
        running = Circular(
            id=f"{0xC1:032x}",
            text="Wir kaufen ein Zelt.",
            opened_on=dt.date(2026, 10, 1),
            deadline=dt.date(2026, 10, 20),
        )
        store = hands.app.session.store
        assert store is not None
        from kooperation_tui.domain.data import Change

        objected = msgspec.structs.replace(row, objections=(said,))
        store.change(lambda _: Change(puts=(objected, running)))
        await hands.press("f9", "slash", *"zelt")
        await hands.sees("F6 In Textform")
        await hands.press("enter")
        await hands.sees("bis 20.10.2026")
        await hands.press("escape", "escape", "slash", *"nur eine prüfung")
        await hands.sees("F5 Einwand")
        assert any(m.id == row.meeting for m in hands.data.rows(Meeting))


def test_every_kind_of_hit_leads_somewhere() -> None:
    assert set(PLACES) == {kind.value for kind in Kind}


async def test_helpers_are_proposed_by_what_partners_bring_in() -> None:
    async with opened(rows=everyday()) as hands:
        await hands.press("f7", "n", *"Raum für 30 suchen")
        await hands.sees("Könnte helfen: VHS (Seminarraum 2 mit Technik)")
        await hands.press("tab", "tab", "tab", *"zzz", "enter")
        await hands.sees("Kein Partner hat das Kürzel „zzz“")
        await hands.press(*["backspace"] * 3, *"vhs, bib", "enter")
        made = next(a for a in hands.data.rows(Action) if a.title.startswith("Raum für"))
        codes = [by_code(hands.data, code) for code in ("VHS", "BIB")]
        assert made.helpers == tuple(o.id for o in codes if o is not None)
        await hands.press("m")
        text = await hands.sees("Wer hilft?  Raum für 30 suchen")
        assert "[x] VHS  Volkshochschule Auental  (Seminarraum 2 mit Technik)" in text
        await hands.press("space", "enter")
        changed = hands.data.get(Action, made.id)
        assert len(changed.helpers) == 1
