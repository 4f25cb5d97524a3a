"""F6: from the first question to the last signature."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from kooperation_tui.domain.model import (
    Block,
    BlockState,
    ItemKind,
    Meeting,
    Organisation,
    Record,
    Signature,
    SignatureStatus,
    Subject,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import block_of
from kooperation_tui.domain.standing import next_treated
from kooperation_tui.domain.versions import in_force, in_the_making, open_points, placeholders
from tests.model_network import clock, partner_id, records
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, Hands, opened

P9 = ("down",) * 11
NASTY = "[bold]Rot[/] \x1b[31m\x07 {{ tage }} \u202e日本語 " + "x" * 300


def without_agreement() -> list[Record]:
    """The model network before its first agreement."""
    return [r for r in records("de") if not isinstance(r, Block | Version | Signature)]


def version(hands: Hands, number: str) -> Version:
    return next(v for v in hands.data.rows(Version) if v.number == number)


def block(hands: Hands, key: str) -> Block:
    found = block_of(hands.data, key)
    assert found is not None
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_a_point_its_page_difference_versions_and_board(
    size: tuple[int, int], lang: str, snapshot: SnapshotAssertion
) -> None:
    async with opened(lang=lang, size=size) as hands:
        await hands.press("f6", *P9)
        for keys in ((), ("enter",), ("escape", "d"), ("escape", "k"), ("escape", "f")):
            await hands.press(*keys)
            assert_fits(hands.text(), *size)
            assert hands.text() == snapshot
        await hands.press("escape", "u")
        assert hands.text() == snapshot


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_nothing_there_yet_says_what_to_do(
    size: tuple[int, int], lang: str, snapshot: SnapshotAssertion
) -> None:
    async with opened(lang=lang, size=size, rows=without_agreement()) as hands:
        await hands.press("f6", *P9)
        assert hands.text() == snapshot
        await hands.press("f")
        assert hands.text() == snapshot
        await hands.press("escape", "u")
        assert hands.app.messages.standing is not None
        await hands.press("escape", "d")
        assert hands.app.messages.standing is not None


async def test_sample_clause_is_filled_and_goes_on_in_the_editor() -> None:
    async with opened(rows=without_agreement()) as hands:
        await hands.press("f6", *P9, "k", "enter")
        await hands.sees("wochen")
        await hands.press(*"sechs")
        await hands.sees("Frist von sechs Wochen")
        await hands.press("enter")
        await hands.sees("Wörter")
        await hands.press("ctrl+s")
        found = block(hands, "p9")
        assert "sechs Wochen" in found.text and not placeholders(found.text)
        assert found.state is BlockState.DRAFT


async def test_a_place_left_empty_stays_and_is_named() -> None:
    async with opened(size=(120, 40), rows=without_agreement()) as hands:
        await hands.press("f6", *P9, "k", "enter", "enter", "ctrl+s")
        assert placeholders(block(hands, "p9").text) == ("wochen",)
        await hands.sees("Noch auszufüllen: wochen")


async def test_sample_clause_beside_a_wording_and_an_old_draft() -> None:
    async with opened() as hands:
        before = block(hands, "p9").text
        hands.app.session.drafts.keep("block p9", "alt")
        await hands.press("f6", *P9, "k", "down", "down", "enter", "down", "enter")
        await hands.press("ctrl+s")
        assert block(hands, "p9").text.startswith(before)
        assert "Verwendungsnachweis" in block(hands, "p9").text
        assert "alt" not in hands.app.session.drafts.get("block p9")


async def test_the_page_does_what_the_letters_do_and_comes_back() -> None:
    async with opened() as hands:
        await hands.press("f6", *P9, "enter", "e", *" Neu.", "ctrl+s")
        assert block(hands, "p9").text.endswith("Neu.")
        await hands.sees("Fragen an die Runde")
        await hands.press("escape")
        await hands.sees("in Arbeit")


async def test_point_goes_on_the_next_agenda_with_its_wording() -> None:
    async with opened() as hands:
        await hands.press("f6", "down", "down", "down", "down", "t", "down", "enter")
        await hands.sees("Punkt 2: Aufgaben")
        await hands.press("enter")
        await hands.sees("steht jetzt auf der Tagesordnung")
        meeting = next_treated(hands.data, "p2")
        assert meeting is not None
        item = next(i for i in meeting.items if "p2" in i.points)
        assert item.subject is Subject.AGREEMENT
        assert item.kind is ItemKind.DECISION and item.wording == block(hands, "p2").text
        await hands.press("t")
        await hands.sees("steht schon auf der Tagesordnung")
        assert hands.data.get(Meeting, meeting.id).items == meeting.items


async def test_a_block_of_the_frame_goes_on_the_agenda_by_its_name() -> None:
    async with opened() as hands:
        await hands.press("f6", "t", "down", "enter")
        await hands.sees("Vereinbarung: Präambel")
        await hands.press("enter")
        items = hands.data.get(Meeting, hands.app.session.meeting_id).items
        found = next(i for i in items if "Präambel" in i.title)
        assert found.points == ("preamble",) and found.subject is Subject.AGREEMENT
        await hands.press("f3", *["down"] * 8)
        await hands.sees("Präambel der Vereinbarung")
        await hands.press("enter", *["tab"] * 3)
        await hands.sees("Punkte")
        await hands.press("enter")
        items = hands.data.get(Meeting, hands.app.session.meeting_id).items
        assert next(i for i in items if "Präambel" in i.title).points == ("preamble",)


async def test_review_day() -> None:
    async with opened() as hands:
        await hands.press("f6", *P9, "s", *"Wiedervorlage", "enter", *"13.11.2026", "enter")
        assert block(hands, "p9").review_on is not None
        await hands.press("enter")
        await hands.sees("13.11.2026")


async def test_a_version_from_new_to_in_force_and_its_signatures() -> None:
    async with opened() as hands:
        await hands.press("f6", "f", "n", "enter")
        assert version(hands, "2.0").status is VersionStatus.WORKING
        await hands.press("enter", "enter")
        assert version(hands, "2.0").status is VersionStatus.PROPOSED
        await hands.press("enter", *"Papier", "enter", "enter")
        assert version(hands, "2.0").status is VersionStatus.ADOPTED
        await hands.press("enter", "enter", "enter")
        assert version(hands, "2.0").status is VersionStatus.OPEN_FOR_SIGNATURE
        await hands.press("enter", *"setzen", "enter", "enter")
        await hands.sees("hat noch niemand")
        assert version(hands, "2.0").status is VersionStatus.OPEN_FOR_SIGNATURE
        await hands.press("escape", "escape", "u", "enter", "tab", "tab", *"Leitung", "enter")
        await hands.sees("1 von 12 hat unterschrieben")
        signature = hands.data.rows(Signature)[-1]
        assert (signature.organisation, signature.function) == (
            partner_id(hands.data, "BB"),
            "Leitung",
        )
        assert signature.sha256 == version(hands, "2.0").sha256
        await hands.press("escape", "f", "enter", *"setzen", "enter", "enter")
        found = in_force(hands.data)
        assert found is not None and found.number == "2.0"
        assert version(hands, "1.1").status is VersionStatus.SUPERSEDED


async def test_adopted_by_a_decision() -> None:
    async with opened() as hands:
        await hands.press("f6", "f", "n", "enter", "enter", "enter")
        await hands.press("enter", *"Beschluss", "enter", "enter")
        assert version(hands, "2.0").decision == "B-2026-2-1"


async def test_a_version_without_all_points_is_not_proposed() -> None:
    async with opened(rows=without_agreement()) as hands:
        await hands.press("f6", "f", "n", "enter", "enter", "enter")
        assert open_points(hands.data)
        going = in_the_making(hands.data)
        assert going is not None and going.status is VersionStatus.WORKING
        await hands.sees("weder einen Wortlaut")


async def test_reserved_needs_a_reason_and_the_form_says_so() -> None:
    async with opened() as hands:
        await hands.press("f6", "u", "down", "enter", "right", "right", "enter")
        await hands.sees("Welches Gremium")
        await hands.press(*["tab"] * 6, *"Vorstand am 4.5.", "enter")
        await hands.sees("Vorstand am 4.5.")
        signature = hands.data.rows(Signature)[-1]
        assert signature.status is SignatureStatus.RESERVED
        await hands.press("escape")
        hands.at(8, 51)
        async with opened(size=(120, 40), rows=all_rows(hands)) as wide:
            await wide.press("f6")
            await wide.sees("VHS (Vorstand am 4.5.)")


def all_rows(hands: Hands) -> list[Record]:
    return [*records("de"), *hands.data.rows(Signature)]


async def test_reminder_and_the_projector() -> None:
    async with opened() as hands:
        await hands.press("f6", "u", "m")
        await hands.sees("Diese Unterschriften")
        await hands.press("escape", "escape", "f12", "u", "m")
        await hands.sees("bleiben Adressen verborgen")


async def test_text_and_difference_of_a_version_are_read() -> None:
    async with opened() as hands:
        await hands.press("f6", "f", "n", "enter", "enter", *"lesen", "enter")
        await hands.sees("Kooperationsvereinbarung")
        await hands.press("escape", "enter", *"Unterschiede", "enter")
        await hands.sees("Was sich von Fassung 1.1 zu 2.0 ändert")


@pytest.mark.parametrize("size", SIZES)
async def test_nasty_texts_stay_text(size: tuple[int, int]) -> None:
    rows: list[Record] = []
    for row in records("de"):
        if isinstance(row, Block):
            gone = row.key == "p1"
            row = Block(
                id=row.id,
                key=row.key,
                text=NASTY,
                text_in_force="[red]\n" + NASTY,
                reason=NASTY if gone else "",
                state=BlockState.NOT_NEEDED if gone else BlockState.DRAFT,
            )
        rows.append(row)
    async with opened(size=size, rows=rows, now=clock(8, 50)) as hands:
        await hands.press("f6", *P9)
        for keys in (("up",), ("enter",), ("escape", "d"), ("escape", "f"), ("escape", "u")):
            await hands.press(*keys)
            assert_fits(hands.text(), *size)
            assert "\x1b" not in hands.text() and "\u202e" not in hands.text()
        await hands.press("escape", "enter")
        await hands.sees("[bold]Rot[/]")


async def test_wording_in_ones_own_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "ed"
    script.write_text('#!/bin/sh\nprintf "Neuer Satz.\\n" >> "$1"\n')
    script.chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(script))
    async with opened() as hands:
        monkeypatch.setattr(hands.app, "suspend", contextlib.nullcontext)
        await hands.press("f6", *P9, "e")
        await hands.sees("Strg+E eigener Editor")
        await hands.press("ctrl+e", "ctrl+s")
        assert block(hands, "p9").text.endswith("\nNeuer Satz.")
        await hands.sees("Punkt 9")


@pytest.mark.parametrize("script", ["", "#!/bin/sh\nprintf kaputt > $1; exit 3\n"])
async def test_an_editor_that_fails_leaves_text_and_terminal(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "ed"
    if script:
        editor.write_text(script)
        editor.chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(editor))
    terminal: list[str] = []

    @contextlib.contextmanager
    def suspend() -> Iterator[None]:
        # As in Textual: what is raised in here never gives the terminal back.
        terminal.append("lent")
        yield
        terminal.append("back")

    async with opened() as hands:
        monkeypatch.setattr(hands.app, "suspend", suspend)
        await hands.press("f6", *P9, "e", *" Neu.", "ctrl+e")
        await hands.sees("nichts wurde" if script else "keinen Text zurückgebracht")
        assert terminal == ["lent", "back"]
        await hands.press("ctrl+s")
        assert block(hands, "p9").text.endswith("Neu.")
        await hands.sees("Punkt 9")


async def test_the_function_of_a_person_is_proposed_for_the_next_version() -> None:
    rows = records("de")
    old = Version(id=f"{7:032x}", number="1.0", status=VersionStatus.SUPERSEDED)
    signature = Signature(
        id=f"{8:032x}",
        version=old.id,
        organisation=next(o.id for o in rows if isinstance(o, Organisation) and o.code == "BB"),
        status=SignatureStatus.SIGNED,
        name="Miriam Castell",
        function="Leiterin",
    )
    async with opened(rows=[*rows, old, signature]) as hands:
        await hands.press("f6", "u", "enter")
        await hands.sees("Leiterin")


async def test_who_refuses_is_not_said_to_sign() -> None:
    async with opened() as hands:
        await hands.press("f6", "u", "enter", "left", *["tab"] * 6, *"Zu viel Arbeit", "enter")
        text = await hands.sees("abgelehnt · Zu viel Arbeit")
        assert "unterschreibt:" not in text
