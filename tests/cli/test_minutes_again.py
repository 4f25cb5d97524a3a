"""`kooperation minutes settle|redraft`: minutes sent a second time."""

from __future__ import annotations

from tests.cli.conftest import Cli


def test_minutes_are_drawn_up_again_and_both_versions_stay(held: Cli) -> None:
    held.ok("minutes", "send", "last")
    first = held.ok("export", "minutes").out
    held.ok("minutes", "object", "last", "VHS", "Es begrüßte Claudia Rehm")
    assert "Accept an objection first" in held.refused("minutes", "redraft", "last")
    held.ok("minutes", "settle", "last", "1", "accepted")
    assert held.ok("minutes", "redraft", "last").lines == ["Version 2 is a draft."]
    held.ok("record", "last", '/edit "Jonas Reuter begrüßt" "Claudia Rehm begrüßt"')
    draft = held.ok("export", "minutes").out
    assert "Fassung 2 ersetzt die Fassung 1, versandt am 14. Oktober 2026." in draft
    assert "wurde zu „Claudia Rehm begrüßt alle.“" in draft
    held.ok("minutes", "send", "last", "--date", "2026-10-20")
    assert held.ok("export", "minutes", "--sent-version", "1").out == first
    second = held.ok("export", "minutes").out
    assert held.ok("export", "minutes", "--sent-version", "2").out == second != first
    assert "Version 3" in held.refused("export", "minutes", "--sent-version", "3")
    held.refused("export", "actions", "--sent-version", "1", code=2)
    held.ok("minutes", "approve", "last")
    assert "only corrected by a decision" in held.refused(
        "minutes", "redraft", "last", "--reason", "doch noch etwas"
    )


def test_objections_are_settled_by_their_number(held: Cli) -> None:
    held.ok("minutes", "send", "last")
    held.ok("minutes", "object", "last", "VHS", "Das fehlt")
    assert "no objection 2" in held.refused("minutes", "settle", "last", "2", "noted")
    held.ok("minutes", "settle", "last", "1", "rejected", "--decision", "B-2026-1-1")
    seen = held.ok("list", "overview", "--json").json
    assert seen["to_approve"][0]["objections"] == 0
    held.refused("minutes", "settle", "last", "1", "maybe", code=2)
