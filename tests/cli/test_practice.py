"""The practice network: rich enough to try everything, and in order."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_practice_network_is_in_order_and_lived_in(cli: Cli, lang: str) -> None:
    path = cli.ok("--lang", lang, "demo", "--no-open").out.strip()

    def rows(what: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = cli.ok("-f", path, "list", what, "--json").json
        return found

    checked = cli.ok("-f", path, "check")
    assert checked.out.count("\n") == 1 and checked.err == ""
    assert all(str(p["email"]).endswith(".example.org") for p in rows("people"))
    assert len({r["code"] for r in rows("resources")}) >= 10
    assert len(rows("registers")) == 3 and len(rows("roles")) == 8
    assert [a["status"] for a in rows("applications")] == ["scheduled"]
    assert [s["status"] for s in rows("signatures")] == ["signed"] * 12
    assert any(d["number"] == "B-2026-U-1" for d in rows("decisions"))
    assert len(rows("reminders")) == 2
    assert sum(p["disposition"] == "open" for p in rows("parking")) == 2
