"""Point 1 decided in a meeting, and its majority of all partners, down to the minutes."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli

THERE = "09:00 +bb vhs jc aa hwk bk bib ihk jbh mbb bts mgh"
SAID = {
    "de": "Diese Vereinbarung und ihre Änderungen brauchen zwei Drittel aller Partner.",
    "en": "This agreement and changes to it need two thirds of all partners.",
}
WORDS = {
    "de": ("zwei Drittel aller Partner", "7 von 12 (58", "Ab hier gelten die vereinbarten Regeln."),
    "en": ("two thirds of all partners", "7 of 12 (58", "From here on the agreed rules count."),
}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_seven_of_twelve_do_not_change_the_agreement_once_point_1_is_decided(
    network: Cli, lang: str
) -> None:
    network.ok("set", "network", f"language={lang}")
    network.ok("set", "rules", "quorum=none")
    for number, text in (("1", SAID[lang]), ("2", "Wir teilen uns die Arbeit.")):
        network.ok("point", number, "--text", text)
        network.ok(
            *("add", "item", "2026-1", f"Punkt {number}", "--points", number),
            *("--kind", "decision", "--before", "2"),
        )
    lines = (
        *(THERE, "09:00 /start", "09:01 /outcome", "09:02 /item 3", "09:03 ! Es gilt."),
        *("09:04 = 7 0 5", "09:05 /item 2", "09:06 ! Es gilt auch.", "09:07 = 7 0 5"),
    )
    now = {"KOOPERATION_NOW": "2026-10-14T09:30+02:00"}
    network.ok("record", "2026-1", *lines, **now)
    rows = network.ok("list", "decisions", "--json").json
    found = [(row["points"], row["status"], row["majority"]) for row in rows]
    assert found == [
        (["p1"], "in_force", "simple"),
        (["p2"], "rejected", "two_thirds_of_all"),
    ]
    minutes = network.ok("export", "minutes", "2026-1", **now).out
    for word in WORDS[lang]:
        assert word in minutes
    network.ok("check")
