"""Entries changed, moved, marked; minutes sent, objected to, approved."""

from __future__ import annotations

from pathlib import Path

from kooperation_tui.documents import Audience
from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.model import MinutesStatus
from tests.tui.hands import Hands, running


async def palette(hands: Hands, words: str) -> None:
    """Do something by its name."""
    await hands.press("ctrl+p", *words, "enter")


async def closed(hands: Hands) -> None:
    hands.at(11, 0)
    await hands.send("/ergebnis", "/schluss")
    await hands.press("enter")
    await hands.sees("Protokoll: Entwurf")


async def send_only(hands: Hands) -> None:
    """Note that they went out, without files."""
    await hands.press("ctrl+s")
    await hands.sees("Versandt am")
    await hands.press("tab", "left", "enter")
    await hands.sees("Protokoll: versandt am Mi 14.10.2026")


async def test_the_chosen_entry_is_struck_out_moved_and_marked() -> None:
    async with running() as hands:
        await hands.send("Erstens.", "Zweitens.")
        entry = hands.state.entries[-1].id
        await hands.press("up")
        await hands.sees("Sie ändern einen Eintrag.")
        await palette(hands, "vertraulich oder")
        found = hands.state.entry(entry)
        assert found is not None and found.confidential
        await hands.press("up")
        await palette(hands, "verschieben")
        await hands.sees("Zu welchem TOP gehört es?")
        await hands.press(*"TOP 3", "enter")
        found = hands.state.entry(entry)
        assert found is not None and found.item == hands.state.items[2].item.id
        await hands.press("up")
        await palette(hands, "streichen")
        await hands.sees("Streichen?")
        await hands.press("enter")
        found = hands.state.entry(entry)
        assert found is not None and found.deleted
        assert hands.line.text == ""


async def test_the_palette_offers_only_what_can_be_done() -> None:
    async with running() as hands:
        await hands.press("ctrl+p", *"streichen")
        await hands.sees("Nichts gefunden.")
        await hands.press("escape", "ctrl+p", *"versandt")
        await hands.sees("Nichts gefunden.")


async def test_minutes_are_sent_objected_to_and_approved(tmp_path: Path) -> None:
    async with running(path=tmp_path / "n.json") as hands:
        await hands.send("Ein Satz mit [b]Klammern[/b].")
        await closed(hands)
        await send_only(hands)
        known = minutes_of(hands.data, hands.app.session.meeting_id)
        assert known is not None and known.status is MinutesStatus.SENT
        assert {t.audience for t in known.texts} >= {Audience.INTERNAL, Audience.PARTNERS}
        await hands.send("10:30 Zu spät")
        await hands.sees("/berichtigen")
        hands.line.clear_text()
        await palette(hands, "Einwand gegen")
        await hands.sees("Was stimmt nicht?")
        await hands.press("tab", *"Der Raum", "enter")
        text = await hands.sees("1 Einwand")
        assert "BB Der Raum" in text
        await palette(hands, "genehmigt")
        await hands.press("enter")
        await hands.sees("genehmigt am Mi 14.10.2026")


async def test_sending_writes_the_page_and_the_mail_in_the_same_step(tmp_path: Path) -> None:
    async with running(path=tmp_path / "n.json") as hands:
        await hands.send("Ein Satz.", "% Ein geheimer Satz.")
        await closed(hands)
        await hands.sees("Versand mit Strg+S")
        await palette(hands, "versandt")
        await hands.sees("Druckseite und Mailtext")
        await hands.press("enter")
        text = "".join((await hands.sees("zum Kopieren")).split())
        page = tmp_path / "2026-10-14 Protokoll Netzwerktreffen.html"
        mail = tmp_path / "2026-10-14 E-Mail Protokoll.txt"
        for path in (page, mail):
            assert path.name.replace(" ", "") in text.replace("│", "")
        said = page.read_text(encoding="utf-8")
        assert "Entwurf versandt am 14. Oktober 2026." in said
        assert "noch nicht versandt" not in said and "geheimer" not in said
        assert "Einwände bitte bis" in mail.read_text(encoding="utf-8")
        await hands.press("escape")
        await hands.sees("Protokoll: versandt am Mi 14.10.2026")
        await hands.press("ctrl+s")
        assert "Versandt am" not in hands.text()


async def test_export_with_a_key_of_its_own_while_typing(tmp_path: Path) -> None:
    async with running(path=tmp_path / "n.json") as hands:
        await hands.type("x")
        assert hands.line.text == "x"
        await hands.press("ctrl+r")
        await hands.sees("Für wen")
        await hands.press("enter")
        await hands.sees("Gespeichert:")
        assert hands.line.text == "x"
        assert list(tmp_path.glob("*Protokoll*.html"))


async def test_roles_are_handed_over_and_guests_go() -> None:
    async with running() as hands:
        await palette(hands, "Rolle übergeben")
        await hands.sees("Welche Rolle?")
        await hands.press(*"Protokoll", "enter")
        await hands.sees("Protokoll: Wer übernimmt?")
        await hands.press(*"Petra Vogt", "enter")
        await hands.sees("Protokoll: Petra Vogt")
        await palette(hands, "Gast kommt")
        await hands.press(*"Hannah Nowak", "enter")
        await hands.sees("Gast Hannah Nowak")
        await palette(hands, "Gast geht")
        await hands.sees("Gast geht: Hannah Nowak")


async def test_break_and_back_by_name() -> None:
    async with running() as hands:
        await palette(hands, "Pause")
        await hands.sees("danach weiter mit TOP 1")
        await palette(hands, "Pause beenden")
        assert await hands.sees("Formales")


async def test_an_accepted_objection_makes_the_next_version(tmp_path: Path) -> None:
    async with running(path=tmp_path / "n.json") as hands:
        await hands.send("Die Karte kostet 500 Euro.")
        await closed(hands)
        await send_only(hands)
        await palette(hands, "Einwand gegen")
        await hands.press("tab", *"Es waren 600", "enter")
        await hands.sees("1 Einwand")
        await palette(hands, "neu fassen")
        await hands.sees("BB Es waren 600")
        await hands.press("enter")
        await hands.sees("Fassung 2 ist ein Entwurf.")
        await hands.sees("Protokoll: Entwurf, Fassung 2")
        known = minutes_of(hands.data, hands.app.session.meeting_id)
        assert known is not None and known.status is MinutesStatus.DRAFT
        await hands.send('/edit "500" "600"')
        assert any("600 Euro" in entry.text for entry in hands.state.entries)


async def test_an_objection_is_settled_without_a_new_version(tmp_path: Path) -> None:
    async with running(path=tmp_path / "n.json") as hands:
        await hands.send("Ein Satz.")
        await closed(hands)
        await hands.press("ctrl+p", *"aus einem Einwand")
        await hands.sees("Nichts gefunden.")
        await hands.press("escape")
        await send_only(hands)
        await palette(hands, "Einwand gegen")
        await hands.press("tab", *"Der Raum", "enter")
        await hands.sees("1 Einwand")
        await palette(hands, "aus einem Einwand")
        await hands.sees("BB Der Raum")
        await hands.press("tab", "right", "enter")
        await hands.sees("Protokoll: versandt")
        known = minutes_of(hands.data, hands.app.session.meeting_id)
        assert known is not None
        assert [o.outcome for o in known.objections] == ["rejected"]
        assert known.status is MinutesStatus.SENT


async def test_minutes_with_gaps_are_sent_only_when_that_is_said_again(tmp_path: Path) -> None:
    async with running(path=tmp_path / "n.json") as hands:
        await hands.send("> Plakate drucken @BB")
        await closed(hands)
        await palette(hands, "versandt")
        await hands.press("enter")
        text = await hands.sees("Es fehlt noch etwas. Trotzdem versenden?")
        assert "hat noch keinen Termin." in text
        await hands.press("escape")
        assert minutes_of(hands.data, hands.app.session.meeting_id) is None
        await palette(hands, "versandt")
        await hands.press("enter", "enter")
        known = minutes_of(hands.data, hands.app.session.meeting_id)
        assert known is not None and known.status is MinutesStatus.SENT
        assert "| Termin offen |" in known.texts[0].text


async def test_the_form_counts_what_is_missing_as_the_list_does() -> None:
    async with running() as hands:
        await hands.send("? ", "> Ein sehr langer Auftrag, der am Ende keinen Termin hat @BB", "?")
        await closed(hands)
        found = gaps(hands.data, hands.state)
        await hands.press("ctrl+s")
        text = " ".join((await hands.sees("Versandt am")).split())
        assert f"{len(found)} Angaben fehlen noch." in text
