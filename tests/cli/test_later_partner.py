"""A partner admitted later has no vote before its signature and one after it (I-14)."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli

ALL = "+bb vhs jc aa hwk ihk bk jbh mbb bts bib mgh"
FIRST, SECOND, THIRD = "2026-10-14", "2026-12-02", "2027-02-10"


@pytest.fixture(params=["de", "en"])
def admitted(network: Cli, request: pytest.FixtureRequest) -> Cli:
    """Version 1.0 is in force on paper; the first meeting has admitted HS, which has not signed."""
    network.ok("set", "network", f"language={request.param}")
    network.ok("point", "1", "--text", "Alle Partner entscheiden gemeinsam.")
    network.ok("version", "new", "--number", "1.0", "--on-paper", "2026-01-10")
    network.ok("add", "partner", "HS", "Hochschule", "--status", "applicant", "--delegate", "Ina")
    network.ok("add", "item", "2026-1", "HS", "--kind", "decision", "--subject", "admission")
    for day in (SECOND, THIRD):
        network.ok("add", "meeting", "--start", f"{day} 09:00", "--end", "12:00")
    meet(network, FIRST, "2026-1", "09:01 /item 3", "09:02 ! HS ist dabei.", "09:03 = 12 0 0")
    return network


def meet(cli: Cli, day: str, number: str, *lines: str, there: str = ALL) -> tuple[int, str]:
    offset = "+02:00" if day == FIRST else "+01:00"
    begin = (f"08:55 {there}", "09:00 /start") if there else ()
    done = cli("record", number, *begin, *lines, KOOPERATION_NOW=f"{day}T10:00{offset}")
    return done.code, done.out + done.err


def counted(cli: Cli) -> list[tuple[int, int]]:
    return [(d["represented"], d["entitled"]) for d in cli.ok("list", "decisions", "--json").json]


def test_the_vote_begins_with_the_signature(admitted: Cli) -> None:
    assert counted(admitted) == [(12, 12)]
    early = "2026-11-01T09:00+01:00"
    needs = admitted("sign", "HS", "--by", "Ina", KOOPERATION_NOW=early)
    assert (needs.code, "--decision" in needs.err) == (1, True)

    # Before its signature it is a guest.
    lines = (
        "09:09 +hs",
        "09:10 /guest in Ina, Hochschule",
        "09:10 ! Wir machen eine Karte.",
        "09:11 = 13 0 0",
        "09:12 = 12 0 0",
        "09:13 /close",
    )
    code, said = meet(admitted, SECOND, "2026-2", *lines)
    assert code == 1 and "not recorded: 09:09 +hs" in said
    assert "13 votes were counted, but only 12 can vote now" in said
    assert counted(admitted)[1:] == [(12, 12)]

    signed = "2027-01-15T09:00+01:00"
    admitted.ok("sign", "HS", "--by", "Ina", "--decision", "B-2026-1-1", KOOPERATION_NOW=signed)
    then = ("09:10 ! Wir drucken die Karte.", "09:11 = 13 0 0", "09:13 /close")
    code, said = meet(admitted, THIRD, "2027-1", *then, there=f"{ALL} hs")
    assert code == 0, said
    assert counted(admitted)[2:] == [(13, 13)]
    listed = admitted.ok("list", "partners", "--json", KOOPERATION_NOW=signed).json
    joined = next(r for r in listed if r["code"] == "HS")
    assert (joined["status"], joined["joined_on"]) == ("partner", "2027-01-15")
    admitted.ok("check")
