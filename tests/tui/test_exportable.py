"""What x offers where: only what has a subject, the area's own first."""

from __future__ import annotations

from pathlib import Path

import pytest

from kooperation_tui.domain.commands.fields import set_fields
from kooperation_tui.i18n import translator
from kooperation_tui.tui.exportable import LABELS, PARTS, kinds
from kooperation_tui.tui.making import SIGNATURES, write
from kooperation_tui.tui.view import View
from tests.documents.test_life import kept
from tests.model_network import clock, meeting_id, network
from tests.tui.hands import LANGUAGES, opened
from tests.tui.test_records import empty_network

MEETING = ("agenda", "minutes", "results", "mail invitation", "mail minutes")


def view(lang: str) -> View:
    data = network(lang)
    return View(data, meeting_id(data), translator(lang), clock(9), 80)


def test_nothing_without_a_subject() -> None:
    found = kinds(view("de"), "agenda")
    assert not {"minutes", "results", "mail minutes", "everything", "registers"} & set(found)
    assert found[0] == "agenda" and set(found) <= set(LABELS)


def test_the_agreement_has_its_documents() -> None:
    data = kept("de")
    here = View(data, "", translator("de"), clock(9), 80)
    found = kinds(here, "agreement")
    assert found[:5] == ("agreement", "difference", "accession", SIGNATURES, "onboarding")
    assert not set(MEETING) & set(found)


@pytest.mark.parametrize("kind", ["accession", "onboarding", "difference", "agreement", SIGNATURES])
def test_what_is_offered_is_written(kind: str, tmp_path: Path) -> None:
    here = View(kept("de"), "", translator("de"), clock(9), 80)
    values = {"kind": kind, "audience": "partners", "format": "md", "partner": "BB"}
    path = write(here, tmp_path, values | {"version": "2.0"})
    assert path.read_text(encoding="utf-8").strip()


def test_everything_of_a_meeting_is_three_files() -> None:
    assert PARTS["everything"] == ("agenda", "minutes", "results")


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_public_export_says_what_may_be_published(lang: str, tmp_path: Path) -> None:
    async with opened(lang=lang, path=tmp_path / "netz.json") as hands:
        await hands.app.change(
            lambda data: set_fields(data, data.network, {"publishing": "ohne Namen"})
        )
        await hands.press("f6", "x")
        await hands.sees("Fassung" if lang == "de" else "Version")
        await hands.press("tab", "tab", "tab", "right")
        await hands.sees("ohne Namen")


async def test_an_empty_network_has_at_least_the_cheat_sheet() -> None:
    async with opened(rows=empty_network()) as hands:
        await hands.press("f2", "x")
        text = await hands.sees("Export")
        assert "Merkblatt" in text or "Export" in text
