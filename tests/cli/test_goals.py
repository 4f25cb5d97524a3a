"""Goals on items and actions, and the review of a year."""

from __future__ import annotations

import pytest

from tests.cli.conftest import NOON, TRANSCRIPT, Cli


@pytest.fixture
def tagged(network: Cli) -> Cli:
    network.ok("goal", "Alle Angebote stehen in einer Übersicht", "--indicator", "Kein Eintrag alt")
    network.ok("goal", "Wer verwiesen wird, kommt an", "--indicator", "Stichprobe")
    network.ok("set", "item", "2026-1/2", "goals=1")
    network.env["KOOPERATION_NOW"] = NOON
    network.ok("record", "2026-1", stdin=TRANSCRIPT)
    network.ok("set", "action", "M-2026-001", "goals=2")
    return network


def test_the_review_lists_per_goal_what_served_it(tagged: Cli) -> None:
    text = tagged.ok("export", "review", "2026").out
    first, _, rest = text.partition("## Ziel 2")
    second, _, without = rest.partition("## Ohne Ziel")
    assert "- Kennzeichen: Kein Eintrag alt." in first
    assert "- 14.10.2026, 2026-1, TOP 2: Landkarte." in first
    assert "- **B-2026-1-1:** Das Netz führt eine gemeinsame Landkarte. (in Kraft)" in first
    assert "M-2026-001" not in first
    assert "- **M-2026-001:** Vorlage entwerfen. (offen)" in second
    assert "0 Beschlüsse und 0 Maßnahmen." in without


def test_a_year_without_anything_says_so(tagged: Cli) -> None:
    assert "Dazu ist nichts vermerkt." in tagged.ok("export", "review", "2024").out
    assert "is no year" in tagged.refused("export", "review", "abc")
    page = tagged.ok("export", "review", "--format", "html", "--audience", "public").out
    assert "<h2>Ziel 1</h2>" in page


def test_items_and_actions_show_their_goals(tagged: Cli) -> None:
    assert tagged.ok("list", "agenda", "--meeting", "last", "--json").json[1]["goals"] == [1]
    assert tagged.ok("list", "actions", "--json").json[0]["goals"] == [2]
    assert [row["number"] for row in tagged.ok("list", "goals", "--json").json] == [1, 2]
    tagged.ok("add", "meeting", "--start", "2026-12-02 09:00")
    tagged.ok("add", "item", "2026-2", "Karte", "--goals", "1,2")
    assert tagged.ok("list", "agenda", "--meeting", "2026-2", "--json").json[0]["goals"] == [1, 2]
    assert "no goal 7" in tagged.refused("set", "action", "M-2026-001", "goals=7")
    assert "no goal 7" in tagged.refused("add", "item", "2026-2", "x", "--goals", "7")
    assert "Something still refers" in tagged.refused("remove", "goal", "Wer verwiesen")


def test_with_goals_the_review_is_among_all_documents(tagged: Cli) -> None:
    tagged.ok("export", "all", "out")
    assert any("Rückblick" in p.name for p in (tagged.home / "out").iterdir())


def test_without_goals_the_review_says_so(held: Cli) -> None:
    assert "Noch sind keine Ziele eingetragen." in held.ok("export", "review").out
    held.ok("export", "all", "out")
    assert not any("Rückblick" in p.name for p in (held.home / "out").iterdir())
