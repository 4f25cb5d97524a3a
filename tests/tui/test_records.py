"""F7, F8, F9 and the first start: what people do there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from textual import events

from kooperation_tui.domain.applied import Application, ApplicationStatus
from kooperation_tui.domain.commands.founding import found
from kooperation_tui.domain.data import Moment
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Decision,
    DelegationKind,
    Meeting,
    Network,
    Organisation,
    Record,
    Template,
    Version,
)
from kooperation_tui.domain.plan import by_code, delegate, delegations, meetings
from kooperation_tui.tui import opening
from kooperation_tui.tui.partner_work import past_date
from tests.model_network import DAY, clock, ids
from tests.tui.hands import Hands, opened, running

LIST = (
    "Kürzel\tName\tVertreten durch\tStellvertretung\tE-Mail\r\n"
    "BIB\tStadtbibliothek Auenstadt\tPetra Vogt\tAnja Rühl, Bernd Kalt\tvogt@bib.example\r\n"
    "\tVolkshochschule Auental\tPetra Vogt\t\t\r\n"
    "bib\tBerufskolleg [b]Auental[/]\t\t\tkein\r\n"
)
NASTY = "[bold]x[/] \x1b[31m\u202e=1+1 " + "w" * 60


def empty_network() -> tuple[Record, ...]:
    moment = Moment(now=clock(8, 50), new_id=ids(1000))
    return found(moment, name="Netz", plenary="Netzwerktreffen", language="de")


def partner(hands: Hands, code: str) -> Organisation:
    known = by_code(hands.data, code)
    assert known is not None
    return known


async def paste(hands: Hands, text: str) -> None:
    focused = hands.app.screen.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await hands.settle()


# F8


async def test_a_pasted_list_is_looked_at_before_anything_is_stored() -> None:
    async with opened(rows=empty_network()) as hands:
        await hands.press("f8")
        assert "i     Liste einfügen" in hands.text()
        await hands.press("i")
        await paste(hands, LIST)
        await hands.sees("erkannt: 3 Partner, 3 Personen · noch nichts gespeichert")
        await hands.sees("Zeile 4: Kürzel BIB gibt es schon")
        assert not hands.data.rows(Organisation)
        await hands.press("enter")
        await hands.sees("3 Partner, 3 Personen übernommen.")
        assert [o.code for o in hands.data.rows(Organisation)][:2] == ["BIB", "VA"]
        assert any(o.name == "Berufskolleg [b]Auental[/]" for o in hands.data.rows(Organisation))
        deputies = delegations(hands.data, partner(hands, "BIB").id, DAY, DelegationKind.DEPUTY)
        assert len(deputies) == 2
        person = delegate(hands.data, partner(hands, "VA").id, DAY)
        assert person is not None and person.email == "vogt@bib.example"
        await hands.press("ctrl+z", "enter")
        assert not hands.data.rows(Organisation)


async def test_a_list_can_be_typed_and_is_not_thrown_away_unasked() -> None:
    async with opened(rows=empty_network()) as hands:
        await hands.press("f8", "i", *"VHS;Volkshochschule", "enter", *"BB;Bildungsbüro")
        await hands.press("escape")
        await hands.sees("Verlassen")
        await hands.press("escape", "enter", "enter")
        assert [o.code for o in hands.data.rows(Organisation)] == ["VHS", "BB"]


async def test_nothing_recognised_is_not_taken_over() -> None:
    async with opened(rows=empty_network()) as hands:
        await hands.press("f8", "i", "enter", "enter", "ctrl+s")
        assert "Liste einfügen" in hands.text()
        assert not hands.data.rows(Organisation)


async def test_a_new_partner_with_a_proposed_code_and_a_known_person() -> None:
    async with opened() as hands:
        await hands.press("f8", "n", *"Neue Einrichtung", "tab", "tab", "tab", *"Petra Vogt")
        await hands.sees("Kürzel: NEUE.")
        await hands.sees("Petra Vogt vertritt auch BIB.")
        await hands.press("enter")
        person = delegate(hands.data, partner(hands, "NEUE").id, DAY)
        assert person is not None and person.name == "Petra Vogt"
        await hands.sees("auch für BIB")


async def test_a_code_that_is_taken_keeps_the_form() -> None:
    async with opened() as hands:
        await hands.press("f8", "n", *"Neu", "tab", *"bib", "enter")
        await hands.sees("Das Kürzel BIB gibt es schon")
        assert "Neuer Partner" in hands.text()


async def test_a_new_representative_ends_the_old_one() -> None:
    async with opened() as hands:
        await hands.press("f8", "enter", "v", *"Nora Neu")
        await hands.sees("vertritt bis 13.10.2026")
        await hands.press("enter")
        code = partner(hands, "AA").id
        new, old = delegate(hands.data, code, DAY), delegate(hands.data, code, dt.date(2026, 1, 1))
        assert new is not None and new.name == "Nora Neu"
        assert old is not None and old.name == "Frank Ostermeier"
        await hands.sees("vertritt seit 14.10.2026")


async def test_a_partner_is_renamed_with_its_day() -> None:
    async with opened() as hands:
        await hands.press("f8", "enter", "enter", *" Neu", "tab", "tab", "tab", "tab")
        await hands.press(*"1.10.2026", "enter")
        await hands.sees("bis 30.09.2026: Agentur für Arbeit Auental (AA)")
        assert partner(hands, "AA").name.endswith(" Neu")


async def test_addresses_are_changed_and_hidden_on_the_wall() -> None:
    async with opened() as hands:
        await hands.press("f8", "enter", "down", "enter", "tab", "tab", *"x", "enter")
        person = delegate(hands.data, partner(hands, "AA").id, DAY)
        assert person is not None and person.email.endswith("x")
        address = person.email
        await hands.sees(address)
        await hands.press("escape")
        hands.app.action_beamer()
        await hands.press("enter")
        assert "@" not in hands.text()
        await hands.press("down", "enter")
        assert "@" not in hands.text() and "E-Mail" not in hands.text()
        await hands.press("enter")
        kept = delegate(hands.data, partner(hands, "AA").id, DAY)
        assert kept is not None and kept.email == address


async def test_an_application_goes_from_step_to_step() -> None:
    async with opened(rows=empty_network()) as hands:
        await hands.press("f8", "u", *"Hochschule Auental", "enter")
        [application] = hands.data.rows(Application)
        assert application.status is ApplicationStatus.RECEIVED
        await hands.sees("Aufnahme beantragt")
        await hands.press("u", *"prüfen", "enter")
        await hands.press(*"Hannah Nowak", "tab", *"Räume", "tab", "right", "enter")
        [application] = hands.data.rows(Application)
        assert application.status is ApplicationStatus.CHECKED


# F7


def chosen_action(hands: Hands) -> Action:
    screen = hands.app.area_screen
    assert screen is not None
    return hands.data.get(Action, screen.chosen)  # type: ignore[attr-defined]


async def test_one_key_for_each_piece_of_news() -> None:
    async with opened() as hands:
        await hands.press("f7")
        action = chosen_action(hands)
        await hands.press("l")
        assert hands.data.get(Action, action.id).status is ActionStatus.IN_PROGRESS
        await hands.press("h", "enter")
        await hands.sees("Bitte mit Grund")
        await hands.press(*"Urlaub", "enter")
        assert hands.data.get(Action, action.id).history[-1].reason == "Urlaub"
        await hands.sees("Ruht")
        hands.app.area_screen.listed.choose(action.id)  # type: ignore[union-attr]
        await hands.press("t", *"13.11.", "enter")
        assert hands.data.get(Action, action.id).due == dt.date(2026, 11, 13)
        await hands.press("g", *"VHS", "enter")
        moved = hands.data.get(Action, action.id)
        assert moved.owner_organisation == partner(hands, "VHS").id
        await hands.press("d")
        assert hands.data.get(Action, action.id).status is ActionStatus.DONE
        await hands.press("ctrl+z", "enter")
        assert hands.data.get(Action, action.id).status is ActionStatus.ON_HOLD


async def test_the_history_tells_every_step() -> None:
    async with opened() as hands:
        await hands.press("f7")
        before = chosen_action(hands)
        await hands.press("t", *"13.11.", "tab", *"Schule zu", "enter", "enter")
        text = await hands.sees("Schule zu")
        assert "Termin 13.11.2026 statt" in text
        assert before.number in text


async def test_in_a_running_meeting_news_stand_in_its_minutes() -> None:
    async with running() as hands:
        await hands.press("f7")
        action = chosen_action(hands)
        await hands.press("d")
        await hands.sees("auch im Protokoll")
        assert hands.data.get(Action, action.id).history[-1].event
        assert hands.state.entries


async def test_an_old_action_with_its_number_and_days() -> None:
    async with opened() as hands:
        await hands.press("f7", "n", *"Alte Sache", *["tab"] * 4, *"30.9.2025")
        await hands.sees("bis Di 30.09.2025")
        await hands.press(
            "tab", "tab", *"M-2025-007", "tab", *["backspace"] * 10, *"3/2025", "enter"
        )
        action = chosen_action(hands)
        assert (action.number, action.created_on) == ("M-2025-007", dt.date(2025, 3, 1))
        assert action.due == dt.date(2025, 9, 30)


async def test_nobody_only_with_a_reason() -> None:
    async with opened() as hands:
        count = len(hands.data.rows(Action))
        await hands.press("f7", "n", *"Offen", "tab", "left", "enter")
        await hands.sees("braucht")
        assert len(hands.data.rows(Action)) == count
        await hands.press("tab", *"kein Geld", "enter")
        assert chosen_action(hands).owner_reason == "kein Geld"


async def test_only_the_actions_of_one_partner() -> None:
    async with opened() as hands:
        await hands.press("f7", "w", *"JBH", "enter")
        await hands.sees("nur JBH")
        jbh = partner(hands, "JBH").id
        others = [a for a in hands.data.rows(Action) if a.owner_organisation != jbh]
        assert all(a.title not in hands.text() for a in others if jbh not in a.helpers)


async def test_finished_ones_are_shown_when_asked_for() -> None:
    async with opened() as hands:
        await hands.press("f7")
        action = chosen_action(hands)
        await hands.press("d", "escape")
        assert action.title not in hands.text()
        await hands.press("a")
        await hands.sees(action.title[:20])


async def test_nasty_texts_are_only_text() -> None:
    async with opened() as hands:
        await hands.press("f7", "n")
        field = hands.app.screen.focused
        field.value = NASTY  # type: ignore[union-attr]
        await hands.press("enter")
        text = await hands.sees("[bold]x[/]")
        assert "\x1b" not in text and "\u202e" not in text
        await hands.press("enter")
        await hands.sees("begonnen")


# F9


async def test_earlier_meeting_and_decision() -> None:
    async with opened(rows=empty_network()) as hands:
        await hands.press("f9", "v", *"17.6.", "tab", "tab", *"2", "enter")
        [meeting] = meetings(hands.data)
        assert (meeting.external, meeting.number, meeting.start) == (
            True,
            2,
            clock(9, day=dt.date(2026, 6, 17)),
        )
        await hands.sees("Protokoll außerhalb")
        await hands.press("enter")
        await hands.sees("liegt außerhalb des Programms")
        await hands.press("escape", "n", *"Viermal im Jahr.", "tab", *"17.6.", "tab")
        await hands.press(*"2026-2-1", "enter")
        [decision] = hands.data.rows(Decision)
        assert (decision.number, decision.decided_on) == ("B-2026-2-1", dt.date(2026, 6, 17))
        await hands.press("enter")
        await hands.sees("Mittwoch, 17. Juni 2026 · in Kraft")


async def test_a_day_to_come_is_no_earlier_meeting() -> None:
    async with opened() as hands:
        await hands.press("f9", "v", *"17.6.2027", "enter")
        await hands.sees("Der Tag kommt noch")


async def test_search_finds_other_forms_and_leads_there() -> None:
    async with opened() as hands:
        await hands.press("f9", "slash", *"volkshochschulen")
        await hands.sees("Volkshochschule Auental")
        await hands.press("escape", "slash", *"fidler")
        await hands.sees("Lena Fiedler")
        await hands.press("enter")
        await hands.sees("[8 Partner]")
        screen = hands.app.area_screen
        assert screen is not None
        assert screen.chosen == partner(hands, "AA").id  # type: ignore[attr-defined]


async def test_letters_are_typed_in_the_search_and_escape_leaves_it() -> None:
    async with opened() as hands:
        await hands.press("f9", "slash", *"nmvx qqq")
        await hands.sees("Nichts gefunden für „nmvx qqq“")
        await hands.press("escape")
        await hands.sees("Beschlüsse")
        assert "nmvx" not in hands.text()
        await hands.press("f8")
        await hands.sees("[8 Partner]")


async def test_minutes_are_read_and_a_meeting_is_chosen() -> None:
    async with running() as hands:
        await hands.send("BIB stellt [b]Wege[/] vor.", "/close")
        await hands.press("enter")
        meeting = hands.data.get(Meeting, hands.app.session.meeting_id)
        assert meeting.ended_at is not None
        await hands.press("f9", "slash", *"stellt wege")
        await hands.sees("[b]Wege[/]")
        await hands.press("enter")
        await hands.sees("Esc zurück")
        await hands.sees("[b]Wege[/]")
        await hands.press("escape", "escape")
        hands.app.area_screen.listed.choose(meeting.id)  # type: ignore[union-attr]
        await hands.press("enter")
        await hands.sees("Esc zurück")
        await hands.press("escape", "m")
        await hands.sees("[5 Protokoll]")


# The first start


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(opening, "usual_folder", lambda: tmp_path / "Kooperation")
    return tmp_path


async def test_a_new_network_lands_where_partners_are_entered(home: Path) -> None:
    async with opened(empty=True) as hands:
        await hands.press("1", *"Bildungsnetz Auental", "tab", "tab", "tab", *"Landkreis")
        await hands.press("tab", "tab", "right")
        await hands.sees("Regeln sind ein Vorschlag der Vorlage.")
        await hands.press("enter")
        await hands.sees("[8 Partner]")
        await hands.sees("i     Liste einfügen")
        [network] = hands.data.rows(Network)
        assert network.controller == "Landkreis"
        assert (home / "Kooperation" / "Bildungsnetz-Auental.json").is_file()
        hands.app.session.store.close()  # type: ignore[union-attr]


async def test_files_opened_before_are_offered(home: Path) -> None:
    path = home / "netz.json"
    opening.create(path, empty_network(), lambda: clock(8)).close()
    from kooperation_tui.recent import remember

    remember(path)
    remember(home / "gone.json")
    async with opened(empty=True) as hands:
        await hands.sees("Zuletzt geöffnet")
        assert "gone" not in hands.text()
        await hands.press("down", "down", "down", "enter")
        await hands.sees("Netz")
        assert hands.data.rows(Network)
        hands.app.session.store.close()  # type: ignore[union-attr]


async def test_the_folder_is_changed_and_a_synchronised_one_named(home: Path) -> None:
    (home / "Nextcloud").mkdir()
    async with opened(empty=True) as hands:
        await hands.press("o", *["backspace"] * 11, *"Gibtsnicht", "enter")
        await hands.sees("gibt es nicht")
        await hands.press(*["backspace"] * 10, *"Nextcloud", "enter")
        await hands.sees("wird von Nextcloud synchronisiert")


@pytest.mark.parametrize("template", list(Template))
async def test_each_template_is_explained(template: Template, home: Path) -> None:
    async with opened(empty=True, size=(120, 40)) as hands:
        await hands.press("1", *["tab"] * 5, *["right"] * list(Template).index(template))
        text = hands.text()
        assert ("Vorschlag der Vorlage" in text) == (template is not Template.NONE)
        assert ("zählt nur" in text) == (template is Template.NONE)


async def test_a_second_version_of_the_file_is_named(home: Path) -> None:
    path = home / "netz.json"
    store = opening.create(path, empty_network(), lambda: clock(8))
    copy = home / "netz (in Konflikt stehende Kopie 2026-10-14).json"
    copy.write_bytes(path.read_bytes())
    async with opened(store=store, path=path) as hands:
        await hands.sees("Zwei Rechner haben gleichzeitig gespeichert")
    store.close()


# What was before


async def test_the_agreement_on_paper_with_who_signed() -> None:
    async with opened(rows=empty_network()) as hands:
        await hands.press("f8", "i", *"AA;Eins", "enter", *"BB;Zwei", "enter", "enter")
        await hands.press("f6", "p", "tab", *"12.03.2019", "enter")
        await hands.sees("Wer hat Fassung")
        await hands.press("down", "space", "enter")
        [version] = hands.data.rows(Version)
        assert version.adopted_on == dt.date(2019, 3, 12)
        await hands.press("f8")
        await hands.sees("unterschrieben")
        await hands.press("down")
        await hands.sees("noch nicht unterschrieben")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2019", dt.date(2019, 1, 1)),
        ("3/2021", dt.date(2021, 3, 1)),
        ("17.6.", dt.date(2026, 6, 17)),
        ("1.12.", dt.date(2025, 12, 1)),
        ("1.12.26", dt.date(2026, 12, 1)),
        ("26.11.", dt.date(2025, 11, 26)),
    ],
)
def test_a_day_in_the_past(typed: str, day: dt.date) -> None:
    assert past_date(typed, DAY) == day


@pytest.mark.parametrize("lang", ["de", "en"])
async def test_the_foot_shows_history_and_change(lang: str) -> None:
    async with opened(lang=lang) as hands:
        await hands.press("f7")
        foot = hands.text().splitlines()[-1]
        for wanted in ("Enter Verlauf", "e ändern") if lang == "de" else ("Enter h", "e change"):
            assert wanted in foot
        await hands.press("n", "escape", "t", "escape", "l")
        foot = hands.text().splitlines()[-1]
        assert ("e ändern" in foot) or ("e change" in foot), "also where it says that it is saved"
