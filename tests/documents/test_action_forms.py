"""The action plan as a list and by person: no table to get lost in."""

from __future__ import annotations

import pytest

from kooperation_tui.documents import ActionForm, Audience, Document, actions, check_public
from kooperation_tui.i18n import translator
from tests.documents.model_case import NOW, held
from tests.documents.reading import sections


def plan(form: ActionForm, audience: Audience = Audience.INTERNAL, lang: str = "de") -> Document:
    return actions(held(lang), translator(lang), audience, NOW, form)


@pytest.mark.parametrize("form", [ActionForm.LIST, ActionForm.PEOPLE])
def test_lists_hold_the_same_running_actions_and_no_table(form: ActionForm) -> None:
    table = {
        row[0] for s in sections(plan(ActionForm.TABLE).markdown) for t in s.tables for row in t
    }
    found = sections(plan(form).markdown)
    assert not any(s.tables for s in found)
    numbers = [b.split(":")[0].strip("*") for s in found for b in s.bullets]
    assert len(numbers) == len(set(numbers))
    running = {n for n in numbers if n > "M-2026-011"}
    assert running <= table and len(running) > 8


def test_every_line_says_what_its_parts_are() -> None:
    lines = [b for s in sections(plan(ActionForm.LIST).markdown) for b in s.bullets]
    line = next(b for b in lines if b.startswith("**M-2026-017:**"))
    assert line == (
        "**M-2026-017:** Eintragsvorlage für die Beratungslandkarte entwerfen, nur "
        "Funktionskontakte. Wer: Petra Vogt (BIB). Mit: BB, MBB. Bis wann: 13.11.2026. "
        "Stand: offen."
    )


def test_people_stand_in_their_order_and_nobody_last() -> None:
    people = [s for s in sections(plan(ActionForm.PEOPLE).markdown) if s.level == 3]
    names = [s.title for s in people]
    assert names[:-1] == sorted(names[:-1]) and names[-1] == "Noch niemand"
    assert "niemand (bewusst offen)" in people[-1].bullets[0]
    petra = next(s for s in people if s.title == "Petra Vogt (BIB)")
    assert all("Wer:" not in bullet for bullet in petra.bullets)


def test_public_lists_go_by_partner() -> None:
    document = plan(ActionForm.PEOPLE, Audience.PUBLIC)
    names = [s.title for s in sections(document.markdown) if s.level == 3]
    assert "BIB" in names and "Petra Vogt" not in document.markdown
    assert check_public(document, held("de"), None) == ()
