"""Point 1 of the agreement applied: what only warns before it is decided is refused after it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli

SEVEN = "09:00 +bb vhs jc aa hwk bk bib"
EIGHT = "+mgh"
SAID = {
    "de": "Die Partnerversammlung beschließt mit zwei Dritteln der abgegebenen Stimmen, wenn zwei "
    "Drittel der Partner vertreten sind.",
    "en": "The partner assembly decides with two thirds of the votes cast if two thirds of the "
    "partners are represented.",
}


@pytest.fixture(params=["de", "en"])
def founding(network: Cli, request: pytest.FixtureRequest) -> Cli:
    """Twelve partners, no rules; the first two items are about point 1 and about a map."""
    network.ok("set", "network", f"language={request.param}")
    network.ok("point", "1", "--text", SAID[request.param])
    network.ok(
        *("add", "item", "2026-1", "Vereinbarung, Punkt 1", "--points", "1"),
        *("--kind", "decision", "--before", "2"),
    )
    network.ok("set", "rules", "quorum=2/3", "majority.default=two_thirds")
    return network


def record(cli: Cli, now: str, *lines: str, refused: int = 0) -> str:
    done = cli("record", "2026-1", *lines, KOOPERATION_NOW=f"2026-10-14T{now}+02:00")
    assert done.code == bool(refused), done
    return done.out + done.err


def rows(cli: Cli) -> list[tuple[str, str, int]]:
    listed = cli.ok("list", "decisions", "--json").json
    return [(row["status"], row["majority"], row["represented"]) for row in listed]


def test_two_thirds_warn_before_the_decision_and_refuse_after_it(founding: Cli) -> None:
    begin = (SEVEN, "09:00 /start", "09:01 /outcome", "09:02 /item 2")
    record(founding, "09:03", *begin)
    warned = record(founding, "09:10", "09:03 ! Point 1 as it is written", "09:04 = 7 0 0")
    assert "carried" in warned and "8 partners should be represented" in warned
    assert "only a proposal, not agreed yet" in warned
    assert rows(founding) == [("in_force", "simple", 7)]
    point = next(p for p in founding.ok("list", "points", "--json").json if p["key"] == "p1")
    assert (point["state"], point["decision"]) == ("agreed", "B-2026-1-1")

    # From here on the rules of point 1 count, in this meeting and in the next one.
    now = "2026-10-14T09:12+02:00"
    again = ("09:11 ! Wir machen eine Karte.", "09:12 = 7 0 0")
    no = founding("record", "2026-1", *again, KOOPERATION_NOW=now)
    assert no.code == 1
    assert "Only 7 of 12 partners are represented, 8 are needed" in no.out + no.err
    record(founding, "09:12", "09:12 /withdraw")
    record(founding, "09:20", "09:11 /item 3", "09:12 /outcome", "09:13 /item 4", "09:14 /outcome")
    record(founding, "09:30", "09:15 /close")
    founding.ok("add", "meeting", "--start", "2026-12-02 09:00", "--end", "12:00")
    founding.ok("add", "item", "2026-2", "Karte", "--kind", "decision")
    later = "2026-12-02T10:00+01:00"
    lines = (SEVEN, "09:00 /start", "09:05 ! Wir machen eine Karte.", "09:06 = 7 0 0")
    no = founding("record", "2026-2", *lines, KOOPERATION_NOW=later)
    assert no.code == 1
    assert "Only 7 of 12 partners are represented, 8 are needed" in no.out + no.err
    assert len(rows(founding)) == 1
    lines = (f"09:07 {EIGHT}", "09:08 = 5 3 0", "09:09 ! Wir machen sie doch.", "09:10 = 6 2 0")
    founding.ok("record", "2026-2", *lines, KOOPERATION_NOW=later)
    assert rows(founding)[1:] == [("rejected", "two_thirds", 8), ("in_force", "two_thirds", 8)]
    founding.ok("check")
