"""What the table of items says about how each ended."""

from __future__ import annotations

import pytest

from kooperation_tui.documents import Audience, Document, minutes
from kooperation_tui.i18n import translator
from tests.documents.reading import sections
from tests.model_network import Desk, started


@pytest.fixture
def desk() -> Desk:
    """The first item runs: a formal one."""
    return started().at(9, 10)


def made(desk: Desk) -> Document:
    return minutes(desk.data, desk.meeting, translator("de"), Audience.INTERNAL, desk.now)


def ended(desk: Desk, number: int) -> str:
    """The last cell of an item's row."""
    table = next(s for s in sections(made(desk).markdown) if s.title == "Tagesordnung").tables[0]
    return next(row[-1] for row in table if row[0] == str(number))


def test_a_treated_item_without_an_outcome_is_not_called_done(desk: Desk) -> None:
    desk.type("Alle stellen sich vor.")
    desk.type("/top 2")
    assert ended(desk, 1) == "ohne Ergebnis"


@pytest.mark.parametrize("line", ["/kenntnis", "> Namensschilder besorgen @BB 13.11."])
def test_a_formal_item_with_an_outcome_is_done(desk: Desk, line: str) -> None:
    desk.type(line)
    desk.type("/top 2")
    assert ended(desk, 1) == "erledigt"


def test_an_item_that_was_postponed_and_decided_after_all_is_decided(desk: Desk) -> None:
    desk.type("/top 4")
    desk.type("/vertagen 2.12. Zahlen fehlen")
    assert ended(desk, 4) == "vertagt auf 02.12.2026"
    assert "Vertagt auf den 2. Dezember 2026." in made(desk).markdown
    desk.type("! Wir führen die Landkarte.")
    desk.type("=")
    assert ended(desk, 4) == "beschlossen"
    assert "ertagt" not in made(desk).markdown.replace("Vertagung", "")
    assert "Zunächst zurückgestellt: Zahlen fehlen." in made(desk).markdown
