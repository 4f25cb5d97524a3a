"""The agreement against the model, block by block, and its working versions."""

from __future__ import annotations

import datetime as dt
import re

import msgspec
import pytest

from kooperation_tui.documents import WORKING, Audience, Document, agreement
from kooperation_tui.documents.blocks import block_heading, block_short, block_title
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BLOCKS,
    POINT_BLOCKS,
    Block,
    BlockState,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import partners
from kooperation_tui.i18n import translator
from tests.documents.model_case import model_text
from tests.documents.reading import Section, front_matter, sections
from tests.model_network import ZONE, network

MODELS = {"de": "vereinbarung.de.md", "en": "agreement.en.md"}
NOW = dt.datetime(2026, 12, 11, 12, tzinfo=ZONE)
CHECKSUM = {"de": "{{ pruefsumme }}", "en": "{{ checksum }}"}


def model_blocks(language: str) -> dict[str, str]:
    """The words of each block in the model file, as they are typed."""
    tr = translator(language)
    parts = re.split(r"^## (.+)\n", model_text(MODELS[language]), flags=re.MULTILINE)
    texts = dict(zip(parts[1::2], parts[2::2], strict=True))
    return {key: texts[block_heading(tr, key)].strip() for key in BLOCKS}


def with_blocks(language: str) -> Data:
    """The network with the blocks of version 2.0, agreed by decision."""
    data = network(language)
    texts = model_blocks(language)
    known = {block.key: block for block in data.rows(Block)}
    changed = tuple(
        msgspec.structs.replace(
            known[key], text=text, state=BlockState.AGREED, decision="B-2026-4-1"
        )
        for key, text in texts.items()
    )
    return data.apply(Change(puts=changed))


def signed(language: str) -> Data:
    """Version 2.0 open for signature, as the model's last table shows it."""
    data = with_blocks(language)
    version = Version(
        id=f"{0xB000:032x}",
        number="2.0",
        status=VersionStatus.OPEN_FOR_SIGNATURE,
        adopted_on=dt.date(2026, 12, 2),
        valid_from=dt.date(2027, 1, 1),
        texts=model_blocks(language),
        sha256=CHECKSUM[language],
    )
    last = "Unterschriften" if language == "de" else "Signatures"
    rows = _section(sections(model_text(MODELS[language])), last).tables[0][1:]
    signatures = [
        _signature(row, partner.id, version.id, language)
        for row, partner in zip(rows, partners(data), strict=False)
    ]
    return data.apply(Change(puts=(version, *signatures)))


def _signature(row: list[str], partner: str, version: str, language: str) -> Signature:
    name, _, function = row[2].partition(", ")
    place, _, day = row[3].partition(", ")
    pattern = "%d.%m.%Y" if language == "de" else "%Y-%m-%d"
    state = SignatureStatus.PENDING
    if day:
        state = SignatureStatus.SIGNED
    elif "(" in row[5]:
        state = SignatureStatus.RESERVED
    return Signature(
        id=f"{0xA000 + int(row[0]):032x}",
        version=version,
        organisation=partner,
        status=state,
        name=name,
        function=function,
        place=place,
        signed_on=dt.datetime.strptime(day, pattern).date() if day else None,
    )


def _section(found: list[Section], title: str) -> Section:
    return next(s for s in found if s.title == title)


def made(data: Data, language: str, audience: Audience, which: str = "") -> Document:
    return agreement(data, translator(language), audience, NOW, which)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_signed_version_is_the_model(language: str) -> None:
    document = made(signed(language), language, Audience.INTERNAL)
    model = model_text(MODELS[language])
    assert front_matter(document.markdown) == front_matter(model)
    ours, wanted = sections(document.markdown), sections(model)
    assert [(s.level, s.title) for s in ours] == [(s.level, s.title) for s in wanted]
    for own, expected in zip(ours, wanted, strict=True):
        assert own == expected, expected.title
    assert document.markdown == model


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_working_version_holds_the_same_blocks(language: str) -> None:
    document = made(with_blocks(language), language, Audience.PARTNERS)
    found = re.split(r"^## (.+)\n", document.markdown, flags=re.MULTILINE)
    texts = dict(zip(found[1::2], found[2::2], strict=True))
    tr = translator(language)
    wanted = model_blocks(language)
    assert {key: texts[block_heading(tr, key)].strip() for key in BLOCKS} == wanted


def test_the_state_stands_in_the_internal_working_version_only() -> None:
    data = with_blocks("de")
    state = "*Vereinbart mit Beschluss B-2026-4-1.*"
    assert state in made(data, "de", Audience.INTERNAL).markdown
    assert state not in made(data, "de", Audience.PARTNERS).markdown


def test_open_and_unneeded_blocks_say_so() -> None:
    data = with_blocks("de")
    known = {block.key: block for block in data.rows(Block)}
    empty = msgspec.structs.replace(
        known["p9"], text="", text_in_force="", state=BlockState.OPEN, decision=""
    )
    unneeded = msgspec.structs.replace(
        known["p5"], state=BlockState.NOT_NEEDED, reason="Wir führen keine Datenbank"
    )
    document = made(data.apply(Change(puts=(empty, unneeded))), "de", Audience.PARTNERS)
    found = sections(document.markdown)
    assert _section(found, "Punkt 9: Aufrechterhaltung").paragraphs == ["Noch nicht vereinbart."]
    assert _section(found, "Punkt 5: Datenbanken").paragraphs == [
        "Nicht nötig: Wir führen keine Datenbank."
    ]


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_signed_version_says_what_is_not_needed_and_why(language: str) -> None:
    data = signed(language)
    version = next(v for v in data.rows(Version) if v.number == "2.0")
    texts = {key: text for key, text in version.texts.items() if key != "p5"}
    changed = msgspec.structs.replace(
        version, texts=texts, not_needed={"p5": "Wir führen *keine*\n# Datenbank"}
    )
    document = made(data.apply(Change(puts=(changed,))), language, Audience.PUBLIC, "2.0")
    found = sections(document.markdown)
    title = block_heading(translator(language), "p5")
    says = {"de": "Nicht nötig:", "en": "Not needed:"}[language]
    assert _section(found, title).paragraphs == [f"{says} Wir führen *keine* # Datenbank."]
    without = msgspec.structs.replace(changed, not_needed={})
    document = made(data.apply(Change(puts=(without,))), language, Audience.PUBLIC, "2.0")
    assert title not in [section.title for section in sections(document.markdown)]


def test_a_version_on_paper_is_told_from_what_is_worked_on() -> None:
    data = network("de")
    working = made(data, "de", Audience.PARTNERS)
    assert "Arbeitsfassung vom 11. Dezember 2026. In Kraft ist die Fassung 1.1." in (
        working.markdown
    )
    paper = made(data, "de", Audience.PARTNERS, "1.1")
    assert "Fassung 1.1, beschlossen am 20. November 2024" in paper.markdown
    assert working.markdown == made(data, "de", Audience.PARTNERS, WORKING).markdown


def test_an_unknown_version_is_refused() -> None:
    with pytest.raises(Refused, match=r"no version 7\.0"):
        made(network("de"), "de", Audience.PARTNERS, "7.0")


def test_the_public_version_does_not_say_who_signed() -> None:
    document = made(signed("de"), "de", Audience.PUBLIC)
    assert "Thomas Berghoff" not in document.markdown
    assert "Auenstadt, 02.12.2026" in document.markdown


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_block_has_titles(language: str) -> None:
    tr = translator(language)
    for key in BLOCKS:
        assert block_title(tr, key)
        assert 0 < len(block_short(tr, key)) <= 16
    assert block_heading(tr, POINT_BLOCKS[0]).split()[1] == "1:"


def test_a_network_without_a_german_ending_gets_a_colon() -> None:
    data = network("de")
    named = msgspec.structs.replace(data.network, name="Hand in Hand")
    document = made(data.apply(Change(puts=(named,))), "de", Audience.PARTNERS)
    assert document.title == "Kooperationsvereinbarung: Hand in Hand"
