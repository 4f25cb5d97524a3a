"""F6 while a meeting runs: questions, wording, decision; and how blocks get on an agenda."""

from __future__ import annotations

import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.commands import agreement, planning
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import (
    BLOCKS,
    Block,
    BlockState,
    Decision,
    ItemKind,
    Meeting,
    Record,
    Subject,
)
from kooperation_tui.domain.plan import block_of
from kooperation_tui.domain.state import Phase
from tests.model_network import ids, records
from tests.screens import assert_fits
from tests.tui.hands import SIZES, Hands, opened, running

P3 = ("down",) * 5


def block(hands: Hands, key: str) -> Block:
    found = block_of(hands.data, key)
    assert found is not None
    return found


def moment(hands: Hands) -> Moment:
    return Moment(now=hands.now, new_id=ids(0x90000))


async def typed(hands: Hands, text: str) -> None:
    """Type into whatever has the keys."""
    await hands.press(*("space" if c == " " else c for c in text))


def unmet() -> tuple[Record, ...]:
    """The model network before it planned a meeting."""
    return tuple(r for r in records("de") if not isinstance(r, Meeting | ev.Event))


async def add_agreement_item(hands: Hands, points: tuple[str, ...]) -> None:
    """An item about the agreement, or these blocks of it, on the planned agenda."""

    def command(data: Data) -> Change:
        return planning.add_item(
            data,
            moment(hands),
            meeting=hands.app.session.meeting_id,
            title="Vereinbarung " + " ".join(points),
            subject=Subject.AGREEMENT,
            points=points,
        )

    await hands.app.change(command)
    await hands.settle()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["de", "en"])
async def test_questions_one_by_one_become_notes(size: tuple[int, int], lang: str) -> None:
    async with running(lang=lang, size=size) as hands:
        await hands.send("/item 5")
        await hands.sees("F6 Fragen" if lang == "de" else "F6 questions")
        await hands.press("f6", "b")
        first = "Wer spricht für Ihr Haus" if lang == "de" else "Who speaks for your organisation"
        await hands.sees(first)
        assert_fits(hands.text(), *size)
        await typed(hands, "Die Leitung")
        await hands.press("enter")
        await hands.sees("Frage 2 von 4" if lang == "de" else "Question 2 of 4")
        await hands.press("up")
        await hands.sees("· Die Leitung")
        entry = hands.state.entries[-1]
        assert isinstance(entry.what, ev.Noted)
        assert entry.text.startswith(first) and entry.text.endswith("? Die Leitung")
        assert entry.item == hands.state.running
        await hands.press("down", "down", "enter", "enter")
        await hands.sees("Punkt 3" if lang == "de" else "Point 3")


async def test_an_answer_that_was_not_noted_is_not_lost() -> None:
    async with running() as hands:
        await hands.send("/item 5")
        await hands.press("f6", "b")
        await typed(hands, "halb")
        await hands.press("escape")
        await hands.sees("Verlassen, ohne")
        await hands.press("escape", "enter")
        assert hands.state.entries[-1].text.endswith("halb")


async def test_without_its_item_the_questions_are_only_read() -> None:
    async with running() as hands:
        before = len(hands.state.entries)
        await hands.press("f6", *P3, "b")
        await hands.sees("als TOP 5 auf der Tagesordnung.")
        assert "Hier wird jetzt nichts festgehalten." not in hands.text()
        await hands.press("x")
        await hands.sees("Hier wird jetzt nichts festgehalten.")
        await hands.press(*["enter"] * 4)
        await hands.sees("Neun Punkte" if hands.app.size.width > 99 else "in Arbeit")
        assert len(hands.state.entries) == before


async def test_a_wording_is_decided_and_the_point_takes_its_state() -> None:
    async with running() as hands:
        await hands.send("/item 5")
        await hands.press("f6", "enter")
        await hands.sees("a abstimmen")
        await hands.press("a")
        await hands.sees("Zu entscheiden: Punkt 3")
        assert hands.app.area_screen is not None and hands.app.area_screen.AREA == "minutes"
        await hands.press("f6")
        await hands.sees("wird gerade entschieden")
        await hands.press("e", *" Neu.", "ctrl+s", "f5")
        await hands.sees("Neu.")
        wording = hands.state.wording(hands.state.open_wording)
        assert wording is not None and wording.text == block(hands, "p3").text
        await hands.send("= 7 1 1")
        found = block(hands, "p3")
        assert found.state is BlockState.AGREED and found.text.endswith("Neu.")
        decision = next(d for d in hands.data.rows(Decision) if d.number == found.decision)
        assert decision.text == found.text
        await hands.press("f6")
        text = await hands.sees("7 von 9 vereinbart")
        assert "Entwürfe: Punkte 8, 9" in text


async def test_rejected_it_is_a_draft_again_and_the_course_says_so() -> None:
    async with running(size=(120, 40)) as hands:
        await hands.send("/item 5")
        await hands.press("f6", "a")
        await hands.send("= 2 7 0")
        found = block(hands, "p3")
        assert found.state is BlockState.DRAFT
        await hands.press("f6")
        text = await hands.sees("zuletzt abgelehnt am 14.10.2026")
        assert "abgelehnt" in text.split("Verlauf")[1]


async def test_the_cursor_follows_the_running_item_once() -> None:
    async with running() as hands:
        await hands.press("f6")
        assert hands.app.area_screen is not None
        await hands.sees("Präambel   ●")
        await hands.press("f5")
        await hands.send("/item 5")
        await hands.press("f6")
        await hands.sees("Punkt 3  Mitarbeit")
        await hands.press("up", "f5", "f6")
        await hands.sees("Punkt 2  Aufgaben")


async def test_what_is_not_its_turn_is_not_decided() -> None:
    async with running() as hands:
        await hands.press("f6", *P3, "a")
        await hands.sees("TOP 5 auf der Tagesordnung")
        await hands.press("escape", "up", "a")
        await hands.sees("steht heute nicht auf der Tagesordnung")
        assert not hands.state.open_wording
        await hands.press("f5")
        await hands.send("/item 5", "! Etwas anderes.")
        await hands.press("f6", "a")
        await hands.sees("anderen Wortlaut")


async def test_a_wording_with_places_to_fill_is_not_decided() -> None:
    async with running() as hands:
        await hands.send("/item 5")

        def places(data: Data) -> Change:
            text = "Binnen {{ tage }} Tagen."
            return agreement.set_block(data, moment(hands), key="p3", text=text)

        await hands.app.change(places)
        await hands.press("f6", "a")
        await hands.sees("Vor der Abstimmung noch auszufüllen: tage")

        def nothing(data: Data) -> Change:
            return agreement.set_block(data, moment(hands), key="p3", text="")

        await hands.app.change(nothing)
        await hands.press("escape", "a")
        await hands.sees("noch keinen Wortlaut")
        assert hands.state.phase is Phase.RUNNING and not hands.state.open_wording


async def test_before_a_meeting_there_is_nothing_to_decide() -> None:
    async with opened() as hands:
        await hands.press("f6", *P3, "a")
        assert hands.app.messages.standing is None
        await hands.press("enter")
        assert "abstimmen" not in hands.text()
        await hands.press("a", "escape")


async def test_a_frame_block_goes_the_whole_way() -> None:
    """From the agenda through questions, clause and places to the decision."""
    async with opened() as hands:
        await hands.press("f6", "down", "down", "t")
        await hands.sees("ein eigener TOP")
        await hands.press("down", "enter", "enter")
        await hands.sees("ging vorher hinaus")
        await hands.press("escape", "f3", *["down"] * 8)
        await hands.sees("Grundsätze der Vereinbarung")
        await hands.press("enter", *["shift+tab"], "left", "enter")
        meeting = hands.data.get(Meeting, hands.app.session.meeting_id)
        item = next(i for i in meeting.items if i.points == ("principles",))
        assert item.announced
        await hands.press("f5", "a")
        hands.at(9, 4)
        await hands.press("s")
        await hands.send(f"/item {item.number}")
        await hands.press("f6", "b")
        await hands.sees("Was brauchen Sie, um hier offen zu sprechen?")
        await typed(hands, "Ruhe")
        await hands.press("enter", "escape")
        await hands.press("k", "down", "down", "enter")
        await hands.sees("‹zweck›")
        await typed(hands, "Bildung")
        await hands.press("enter", "enter", "ctrl+s", "a")
        await hands.sees("Zu entscheiden: Grundsätze")
        await hands.send("= consent")
        found = block(hands, "principles")
        assert found.state is BlockState.AGREED and "für Bildung nutzen" in found.text
        assert next(d for d in hands.data.rows(Decision) if d.number == found.decision).points == (
            "principles",
        )
        await hands.press("f6", "d")
        text = await hands.sees("[+ neu:")
        assert "[− entfällt:" in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["de", "en"])
async def test_a_block_joins_the_item_about_the_agreement(size: tuple[int, int], lang: str) -> None:
    async with opened(lang=lang, size=size) as hands:
        before = hands.data.get(Meeting, hands.app.session.meeting_id)
        await hands.press("f6", "t")
        wanted = "zu TOP 5: Kooperationsver" if lang == "de" else "under item 5: "
        assert_fits(await hands.sees(wanted), *size)
        await hands.press("enter")
        after = hands.data.get(Meeting, before.id)
        assert len(after.items) == len(before.items)
        item = next(i for i in after.items if i.number == 5)
        assert item.points == ("preamble", "p3", "p8", "p9")
        assert not item.announced, "it came after the invitation"
        await hands.press("t")
        await hands.sees("steht schon auf" if lang == "de" else "already")


async def test_the_first_block_of_a_bare_item_brings_its_wording() -> None:
    async with opened() as hands:
        meeting = hands.data.get(Meeting, hands.app.session.meeting_id)
        bare = next(i for i in meeting.items if i.number == 5)

        def nothing(data: Data) -> Change:
            return planning.change_item(
                data, moment(hands), meeting=meeting.id, item=bare.id, points=(), wording=""
            )

        await hands.app.change(nothing)
        await hands.press("f6", *P3, "t", "enter")
        items = hands.data.get(Meeting, meeting.id).items
        item = next(i for i in items if i.id == bare.id)
        assert (item.points, item.wording) == (("p3",), block(hands, "p3").text)


@pytest.mark.parametrize("size", SIZES)
async def test_a_meeting_about_the_agreement_picks_its_blocks(size: tuple[int, int]) -> None:
    async with opened(size=size) as hands:
        await hands.press("f2", "n", *"2.12.2026", *["tab"] * 4, *["right"] * 3, "enter")
        text = await hands.sees("Welche Abschnitte der Vereinbarung?")
        assert_fits(text, *size)
        assert "[x] 3 Mitarbeit der Partner: Entwurf" in text
        assert "[ ] 1 Steuerung und Organisation: vereinbart" in text
        await hands.press("space", "enter")
        await hands.sees("Vereinbarung: Präambel")
        meeting = hands.data.get(Meeting, hands.app.session.meeting_id)
        about = [i for i in meeting.items if i.points]
        assert [i.points for i in about] == [("preamble",), ("p3",), ("p8",), ("p9",)]
        assert all(i.kind is ItemKind.DECISION and i.minutes == 15 for i in about)
        assert about[1].wording == block(hands, "p3").text
        assert meeting.items[0].kind is ItemKind.FORMAL
        assert meeting.items[-1].kind is ItemKind.CLOSING


async def test_leaving_the_pick_plans_nothing() -> None:
    async with opened() as hands:
        before = len(hands.data.rows(Meeting))
        await hands.press("f2", "n", *"2.12.2026", *["tab"] * 4, *["right"] * 3, "enter", "escape")
        assert len(hands.data.rows(Meeting)) == before


async def test_put_off_in_a_meeting_twice_stands_in_the_course() -> None:
    """The item as a whole is put off, the point alone is put off: both count."""
    async with running(size=(120, 40)) as hands:
        await hands.send("/item 5", "/postpone point 9 2.12.2026 Kosten offen", "/close")
        await hands.press("enter")
        assert hands.state.phase is Phase.CLOSED
        await hands.press("f6", *["down"] * 11)
        text = await hands.sees("vertagt auf den 02.12.2026: Kosten offen")
        assert "zum 2. Mal" not in text
        await hands.press("f2", "n", *"2.12.2026", *["tab"] * 4, *["right"] * 3, "enter")
        await hands.press("a", "a", *["down"] * 11, "space", "enter")
        assert hands.app.area_screen is not None and hands.app.area_screen.AREA == "agenda"
        hands.now = hands.now.replace(month=12, day=2, hour=8, minute=50)
        await hands.press("f5", "a")
        hands.now = hands.now.replace(hour=9, minute=2)
        await hands.press("s", "enter")
        await hands.send("/item 2", "/postpone Zahlen fehlen")
        await hands.press("f6")
        text = await hands.sees("zum 2. Mal vertagt: Zahlen fehlen")
        assert "14.10.2026  vertagt auf den 02.12.2026" in text


async def test_outside_a_meeting_the_questions_say_where_answers_are_noted() -> None:
    async with opened(rows=unmet()) as hands:
        await hands.press("f6", *P3, "b")
        await hands.sees("Antworten werden in einem Treffen festgehalten")


async def test_an_item_that_was_treated_today_is_named() -> None:
    async with running() as hands:
        await hands.send("/item 5", "/vertagen nt", "/item 6")
        await hands.press("f6", *P3)
        await hands.sees("war heute TOP 5")
        await hands.press("a")
        await hands.sees("Das war heute TOP 5; F5, /top 5 nimmt ihn noch einmal auf.")


async def test_the_item_that_names_a_block_comes_before_one_about_them_all() -> None:
    async with opened() as hands:
        for points in ((), ("principles",)):
            await add_agreement_item(hands, points)
        own = next(i.item for i in hands.state.items if i.item.points == ("principles",))
        await hands.press("f5")
        await hands.send("/beginn")
        await hands.press("f6", "down", "down", "b")
        await hands.sees(f"als TOP {own.number} auf")


async def test_another_wording_of_an_agreed_block_says_that_it_is_a_draft_again() -> None:
    async with opened() as hands:
        key = next(b.key for b in hands.data.rows(Block) if b.state is BlockState.AGREED)
        await hands.press("f6", *["down"] * BLOCKS.index(key), "e")
        await hands.sees("Ein anderer Wortlaut ist wieder ein Entwurf")
        await hands.press(*" Neu.", "ctrl+s")
        await hands.sees("neu zu vereinbaren")
        assert block(hands, key).state is BlockState.DRAFT


async def test_not_needed_is_asked_until_there_is_a_reason() -> None:
    async with opened() as hands:
        await hands.press("f6", *P3, "s", *"nicht nötig", "enter", "enter")
        await hands.sees("braucht einen Grund")
        await hands.press(*"xa", "enter")
        assert block(hands, "p3").reason == "xa"
