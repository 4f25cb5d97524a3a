"""From sample clauses to a whole agreement, in both languages and all three templates."""

from __future__ import annotations

import pytest

from kooperation_tui.documents.clauses import clauses, questions
from kooperation_tui.domain.brevity import brevity
from kooperation_tui.domain.model import BLOCKS, Version
from kooperation_tui.domain.versions import placeholders
from kooperation_tui.store.tinydb_store import TinyStore
from tests.cli.conftest import PARTNERS, Cli
from tests.model_network import clock

TEMPLATES = ("informal", "municipal", "consortium")


def _network(cli: Cli, language: str) -> None:
    cli.ok(
        *("new", str(cli.file), "--name", "Bildungsnetz Auental", "--doc-lang", language),
        *("--place", "Auenstadt"),
    )
    cli.ok("set", "network", "controller=BB")
    for code, name, *_ in PARTNERS:
        cli.ok("add", "partner", code, name)


def _number(key: str) -> str:
    return key.removeprefix("p") if key[1:].isdigit() else key


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_becomes_a_whole_agreement(cli: Cli, template: str, language: str) -> None:
    _network(cli, language)
    data = TinyStore(cli.file, clock=lambda: clock(9)).read()
    for key in BLOCKS:
        offered = clauses(data, key, language)
        one = next((c for c in offered if c.template.value == template), offered[0])
        fills = [word for name in one.asks for word in ("--fill", f"{name}=12")]
        cli.ok("point", _number(key), "--clause", template, *fills)
    cli.ok("version", "new")
    length = cli.ok("version", "propose")
    assert length.err == ""
    cli.ok("version", "adopt", "--on-paper", "2026-10-01")
    cli.ok("version", "open")
    kept = TinyStore(cli.file, clock=lambda: clock(9)).read().rows(Version)[0]
    assert set(kept.texts) == set(BLOCKS)
    assert len(set(kept.texts.values())) == len(BLOCKS)
    found = brevity(kept.texts)
    assert found.words > 200 and found.pages <= 2
    for form in ("md", "html"):
        text = cli.ok("export", "agreement", "--format", form).out
        assert "{{" not in text
        assert kept.sha256 in text
        assert text.count("Bildungszentrum der Handwerkskammer") >= 1


def test_what_the_network_knows_is_filled_in(cli: Cli) -> None:
    _network(cli, "de")
    said = cli.ok("clauses", "preamble", "--template", "informal").out
    assert "Wir sind 12 Einrichtungen aus Auenstadt" in said
    assert "To fill: zielgruppe, anliegen\n" in said
    goals = cli.ok("clauses", "goals", "--template", "informal").out
    assert "To fill: zieljahr, ziel, kennzeichen" in goals and "Einrichtungen aus" not in goals
    assert said.startswith("? Wem soll es besser gehen")
    said = cli.ok("clauses", "data_protection", "--doc-lang", "en").out
    assert "Bildungsbüro des Landkreises Auental is the controller" in said


def test_an_open_place_is_said_and_not_exported(cli: Cli) -> None:
    _network(cli, "de")
    done = cli.ok("point", "9", "--clause", "informal")
    assert done.err == "Still to fill: wochen\n"
    assert "Point 9 still has places to fill: wochen." in cli.refused("export", "agreement")
    refused = cli.refused("point", "9", "--clause", "informal", "--fill", "tage=3")
    assert "There is no place “tage” in this clause; there are: wochen." in refused
    cli.refused("point", "9", "--clause", "informal", "--text", "Anders.", code=2)
    cli.refused("point", "9", "--fill", "wochen=4", code=2)
    cli.ok("point", "9", "--clause", "informal", "--fill", "wochen=vier")
    assert "vier Wochen" in cli.ok("export", "agreement").out


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("key", BLOCKS)
def test_every_block_has_questions_and_three_clauses(cli: Cli, key: str, language: str) -> None:
    _network(cli, language)
    data = TinyStore(cli.file, clock=lambda: clock(9)).read()
    assert questions(key, language)
    found = clauses(data, key, language)
    assert [c.template.value for c in found] == list(TEMPLATES)
    assert all(c.asks == placeholders(c.text) for c in found)
