"""What the command line says of a version: its length, old numbers in it, who has not signed."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli

CLAUSE = {
    "de": "Mit unserer Unterschrift erkennen wir die Fassung {} an.",
    "en": "By signing we accept version {}.",
}


def worded(cli: Cli, *, last: str) -> None:
    for number in "123456789":
        cli.ok("point", number, "--text", f"Satz {number}.")
    cli.ok("point", "entry_into_force", "--text", last)
    cli.ok("version", "new")


def in_force(cli: Cli) -> str:
    """Adopted, signed by BIB only; what bringing it into force says."""
    cli.ok("version", "adopt", "--on-paper", "2026-10-14")
    cli.ok("version", "open")
    cli.ok("sign", "BIB", "--by", "Petra Vogt")
    cli.ok("sign", "IHK", "--state", "refused", "--reason", "zu teuer")
    cli.ok("sign", "JC", "--state", "reserved", "--by", "Kim", "--reason", "Rat tagt")
    return cli.ok("version", "force").err


def test_the_length_is_said_like_on_the_screen(network: Cli) -> None:
    worded(network, last="Ende.")
    said = network.ok("version", "propose").out.splitlines()[-1]
    assert said == "19 words, 1 page, 1 minute to read (A4, 11 pt, without signatures)"
    for number in "123456789":
        network.ok("point", number, "--text", f"Satz {number}. " + "Wort " * 60)
    german = network.ok("--lang", "de", "version", "propose").out.splitlines()[-1]
    assert "Seiten, 3 Minuten Lesezeit" in german and "1,5 Seiten" in german


def test_force_names_who_has_not_signed(network: Cli) -> None:
    worded(network, last="Ende.")
    network.ok("version", "propose")
    said = in_force(network)
    assert "Not signed by" in said and "BIB" not in said
    assert "IHK (refused: zu teuer)" in said and "JC (reserved: Rat tagt)" in said
    assert "the version counts between those who signed" in said


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_sentence_about_the_earlier_version_is_named(network: Cli, language: str) -> None:
    clause = CLAUSE[language]
    worded(network, last=clause.format("1.0"))
    assert network.ok("version", "propose").err == ""
    in_force(network)
    network.ok("version", "new")
    said = network.ok("version", "propose").err
    assert "still names another version than 2.0" in said and clause.format("1.0") in said
    network.ok("point", "entry_into_force", "--text", clause.format("2.0"))
    assert network.ok("version", "propose").err == ""
    network.ok("point", "entry_into_force", "--text", "Fassung 2.0 ersetzt Fassung 1.0.")
    assert network.ok("version", "propose").err == ""


def test_a_preamble_that_counts_the_partners_otherwise_is_named(network: Cli) -> None:
    worded(network, last="Ende.")
    count = len(network.ok("list", "partners", "--json").json)
    network.ok("point", "preamble", "--text", f"Wir sind {count + 1} Einrichtungen.")
    said = network.ok("--lang", "de", "version", "propose").err
    assert f"Im Netzwerk sind {count} Partner" in said
    assert f"„Wir sind {count + 1} Einrichtungen.“" in said
    network.ok("point", "preamble", "--text", f"Wir sind {count} Einrichtungen.")
    assert network.ok("version", "propose").err == ""
