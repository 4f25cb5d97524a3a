"""F5: the line, the log, questions, undo, paste, the close."""

from __future__ import annotations

import pytest
from textual import events

from kooperation_tui.domain.events import ActionTaken, Noted
from kooperation_tui.domain.model import Action
from kooperation_tui.domain.state import Phase, WordingState
from tests.tui.hands import opened, running


async def test_line_is_recorded_and_said() -> None:
    async with running() as hands:
        await hands.send("Der Gast kommt um 10:36.", "> Brief entwerfen @BIB +BB 13.11.")
        text = await hands.sees("gespeichert 09:04")
        assert "Der Gast kommt um 10:36." in text
        assert ">  Brief entwerfen" in text or "> Brief entwerfen" in text
        assert "Petra Vogt (BIB)" in text
        assert hands.line.text == ""
        kinds = [type(e.what) for e in hands.state.entries]
        assert Noted in kinds and ActionTaken in kinds


async def test_echo_says_how_the_line_will_be_read() -> None:
    async with running() as hands:
        await hands.type("> Brief @BIB 13.11.")
        text = await hands.sees("Maßnahme")
        assert "Fr 13.11.2026" in text
        assert not any(isinstance(e.what, ActionTaken) for e in hands.state.entries)


@pytest.mark.parametrize(
    ("lang", "said"),
    [("de", "Kein Wortlaut ist offen"), ("en", "No wording is open")],
)
async def test_refused_line_is_kept_and_the_reason_stands(lang: str, said: str) -> None:
    async with running(lang=lang) as hands:
        await hands.send("= 8 1 1")
        await hands.sees(said)
        assert hands.line.text == ""
        await hands.press("up")
        assert hands.line.text == "= 8 1 1"
        await hands.press("escape")
        assert hands.line.text == ""
        await hands.sees("„= 8 1 1“" if lang == "de" else "“= 8 1 1”")


async def test_ballot() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.")
        await hands.sees("Zu entscheiden")
        await hands.type("= 9 3 0")
        assert "11" in await hands.sees("12")
        hands.line.clear_text()
        await hands.send("= 9 1 1")
        text = await hands.sees("angenommen")
        assert "Ja 9 · Nein 1 · Enthaltung 1" in text
        assert hands.state.wordings[0].state is WordingState.CARRIED


async def test_next_asks_for_the_outcome_and_a_digit_answers() -> None:
    async with running() as hands:
        await hands.press("ctrl+n")
        await hands.sees("Wie endet TOP 1?")
        await hands.send("1")
        assert await hands.sees("TOP 2")
        assert hands.state.running == hands.state.items[1].item.id
        assert "Wie endet" not in hands.text()


async def test_a_sentence_may_begin_with_a_digit() -> None:
    async with running() as hands:
        await hands.press("ctrl+n")
        await hands.send("3 Anmeldungen liegen vor")
        assert hands.state.running == hands.state.items[0].item.id
        assert any(e.text == "3 Anmeldungen liegen vor" for e in hands.state.entries)


async def test_time_is_up() -> None:
    async with running() as hands:
        hands.at(9, 20)
        await hands.sees("Die Zeit für TOP 1 ist um.")
        await hands.send("1")
        await hands.settle()
        assert hands.state.items[0].extended == 6, "the minute that it is over, and five"
        assert "ist um." not in hands.text()
        hands.at(9, 25)
        await hands.sees("Die Zeit für TOP 1 ist um.")
        await hands.press("escape")
        assert "ist um." not in hands.text()


async def test_seconds_are_counted_in_the_last_two_minutes() -> None:
    async with running() as hands:
        hands.at(9, 18)
        await hands.sees("1:00 übrig")


async def test_undo_in_the_empty_line_asks() -> None:
    async with running() as hands:
        await hands.send("Falsch verstanden")
        await hands.press("ctrl+z")
        await hands.sees("Notiz zurücknehmen?")
        await hands.press("escape")
        assert any(e.text == "Falsch verstanden" for e in hands.state.entries)
        await hands.press("ctrl+z", "enter")
        assert not any(e.text == "Falsch verstanden" for e in hands.state.entries)


async def test_undo_in_a_filled_line_undoes_typing() -> None:
    async with running() as hands:
        await hands.press(*"abc")
        await hands.press("ctrl+z")
        assert hands.line.text != "abc"
        assert "zurücknehmen?" not in hands.text()


async def test_up_edits_an_earlier_entry() -> None:
    async with running() as hands:
        await hands.send("erste", "zweite")
        await hands.press("up", "up")
        assert hands.line.text == "erste"
        hands.line.put_text("die erste")
        await hands.press("enter")
        entry = next(e for e in hands.state.entries if e.text == "die erste")
        assert entry.old == ("erste",)
        assert hands.line.text == ""


async def test_up_on_an_action_shows_all_of_its_line() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen @AA 13.12.")
        await hands.press("up")
        assert hands.line.text == "> Brief entwerfen @AA 13.12."
        hands.line.put_text("> Brief schreiben @BB 14.12.")
        await hands.press("enter")
        action = next(a for a in hands.data.rows(Action) if a.title == "Brief schreiben")
        assert str(action.due) == "2026-12-14"
        assert hands.line.text == ""


async def test_a_change_that_is_refused_stays_in_the_line() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen @AA 13.12.")
        await hands.press("up")
        hands.line.put_text("> Brief schreiben @XYZ 14.12.")
        await hands.press("enter")
        assert hands.line.text == "> Brief schreiben @XYZ 14.12."
        await hands.sees("@XYZ")
        await hands.press("escape")
        assert hands.line.text == ""


async def test_leaving_an_entry_brings_the_line_back() -> None:
    async with running() as hands:
        await hands.send("erste")
        await hands.press("up", "escape")
        assert hands.line.text == ""
        assert any(e.text == "erste" for e in hands.state.entries)


async def test_paste_of_several_lines_is_read_first_and_stops_at_a_refused_one() -> None:
    async with running() as hands:
        hands.line.post_message(events.Paste("eins\n= 8 1\ndrei\n"))
        await hands.sees("3 Zeilen einfügen")
        assert not any(e.text == "eins" for e in hands.state.entries)
        await hands.press("ctrl+s")
        await hands.sees("2 Zeilen einfügen")
        texts = [e.text for e in hands.state.entries]
        assert "eins" in texts and "drei" not in texts
        assert "= 8 1" in hands.text()
        await hands.press("escape")
        await hands.sees("Verlassen")


async def test_paste_of_one_line_goes_into_the_line() -> None:
    async with running() as hands:
        hands.line.post_message(events.Paste("eine Zeile\n"))
        await hands.settle()
        assert hands.line.text == "eine Zeile"


async def test_close_shows_what_is_missing_and_can_be_forced() -> None:
    async with running() as hands:
        await hands.send("/schluss")
        await hands.sees("trotzdem schließen")
        await hands.press("escape")
        assert hands.state.phase is Phase.RUNNING
        await hands.send("/close")
        await hands.press("enter")
        assert str(hands.state.phase) == "closed"


async def test_tab_completes() -> None:
    async with running() as hands:
        await hands.type("> Brief @mb")
        await hands.press("tab")
        assert "@MBB" in hands.line.text


async def test_line_with_two_readings_is_asked() -> None:
    async with running() as hands:
        await hands.send("- BTS")
        await hands.sees("Ziffer und Enter")
        assert hands.app.session.drafts.get("line") == "- BTS"
        await hands.press("escape")
        assert hands.line.text == "- BTS"


async def test_long_line_grows_to_three_rows() -> None:
    async with running() as hands:
        await hands.type("Wort " * 60)
        await hands.settle()
        assert hands.line.size.height == 3


async def test_projector_hides_what_is_confidential() -> None:
    async with running() as hands:
        await hands.send("% Geheime Sache")
        await hands.sees("Geheime Sache")
        hands.app.action_beamer()
        text = await hands.sees("BEAMER")
        assert "Geheime Sache" not in text
        assert "vertraulicher Eintrag" in text


async def test_a_break_says_how_long_it_is_and_how_it_ends() -> None:
    async with running() as hands:
        await hands.send("/pause 10")
        hands.at(9, 7)
        text = await hands.sees("7 min übrig von 10")
        assert "/weiter beendet sie" in text
        hands.at(9, 13)
        await hands.sees("1:00 übrig")
        hands.at(9, 17)
        text = await hands.sees("Zeit um seit 3 min")
        assert "/weiter beendet sie" in text
        await hands.send("/weiter")
        assert "übrig von 15" in await hands.sees("Formales")


async def test_a_break_without_an_end_says_since_when() -> None:
    async with running() as hands:
        await hands.send("/pause")
        hands.at(9, 7)
        await hands.sees("seit 09:04 · /weiter beendet sie")


async def test_saving_takes_no_room_from_the_foot() -> None:
    async with opened() as hands:
        await hands.press("f5")
        before = hands.text().split("\n")[-1]
        await hands.press("a")
        text = await hands.sees("gespeichert 08:50 ─╯")
        assert text.split("\n")[-1] == before
        await hands.press("f7", "d")
        foot = (await hands.sees("✓ 08:50")).split("\n")[-1]
        assert foot.startswith(" F1 Hilfe  Strg+P Befehle  d erledigt  Enter Verlauf  e ändern")
        await hands.pilot.resize_terminal(120, 40)
        await hands.sees("gespeichert 08:50")


async def test_a_parked_item_names_its_topic() -> None:
    async with running() as hands:
        await hands.send("/parken")
        await hands.sees("in den Themenspeicher (TS5)")
