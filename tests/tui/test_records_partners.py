"""F8: what partners bring in, leaving, data registers, erasing a person."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kooperation_tui.domain.applied import DataRegister, Resource
from kooperation_tui.domain.events import Blanked, Event
from kooperation_tui.domain.model import (
    Action,
    Network,
    Organisation,
    OrganisationStatus,
    Person,
    StandingRole,
    StandingRoleKind,
)
from kooperation_tui.domain.plan import by_code, delegate, delegations, may_vote, status_on
from kooperation_tui.store.shelf import backups
from kooperation_tui.store.tinydb_store import TinyStore
from tests.model_network import DAY, everyday
from tests.tui.hands import Hands, opened, running


def partner(hands: Hands, code: str) -> Organisation:
    known = by_code(hands.data, code)
    assert known is not None
    return known


def given(hands: Hands, code: str) -> list[str]:
    own = partner(hands, code).id
    return [r.text for r in hands.data.rows(Resource) if r.organisation == own]


async def test_what_a_partner_brings_in_is_entered_changed_and_removed() -> None:
    async with opened() as hands:
        await hands.press("f8", "b", *"Seminarraum", "enter")
        await hands.sees("bringt ein: Seminarraum")
        await hands.press("enter", "end", "enter")
        await hands.sees("Beitrag von AA")
        await hands.press(*" 2", "tab", "tab", *"20 Plätze", "enter")
        await hands.sees("Seminarraum 2 · 20 Plätze")
        assert given(hands, "AA") == ["Seminarraum 2"]
        await hands.press("end", "l")
        await hands.sees("„Seminarraum 2“ entfernen?")
        await hands.press("enter")
        assert given(hands, "AA") == []
        await hands.press("b", *"Beamer", "enter")
        assert given(hands, "AA") == ["Beamer"]


async def test_the_table_of_contributions_is_narrowed_down_and_leads_to_the_partner() -> None:
    async with opened(rows=everyday()) as hands:
        await hands.press("f8", "k")
        await hands.sees("Kompetenzen und Mittel der Partner")
        await hands.press(*"raum kinder")
        text = await hands.sees("Räume mit Kinderbetreuung")
        assert "Lesesaal" not in text.split("Kompetenzen")[1].split("Enter wählen")[0]
        await hands.press("enter")
        await hands.sees("MGH      Mehrgenerationenhaus Lindenhof")
        await hands.press("enter")
        await hands.sees("Beitrag von MGH")
        await hands.press("escape", "escape")
        await hands.sees("Kompetenzen und Mittel der Partner")


async def test_an_empty_table_says_how_it_is_filled() -> None:
    async with opened() as hands:
        await hands.press("f8", "k")
        await hands.sees("b auf F8 hält fest, was ein Partner")


async def leave(hands: Hands, day: str, reason: str = "") -> None:
    """The chosen partner leaves on a day."""
    await hands.press("f8", "enter", "t", *"verlässt", "enter", *["backspace"] * 10, *day)
    await hands.press("tab", *reason, "enter")


async def test_a_partner_leaves_and_hands_over_what_it_holds() -> None:
    async with opened() as hands:
        await leave(hands, "13.10.2026", "Haushalt")
        gone = partner(hands, "AA")
        assert (gone.status, gone.left_on) == (OrganisationStatus.LEFT, dt.date(2026, 10, 13))
        assert gone.left_reason == "Haushalt"
        await hands.sees("letzter Tag 13.10.2026. Haushalt")
        await hands.sees("M14  Übergangsgespräche")
        await hands.press("enter", *"JBH", "enter")
        await hands.sees("Alles ist übergeben.")
        moved = next(a for a in hands.data.rows(Action) if a.number == "M-2026-014")
        assert moved.owner_organisation == partner(hands, "JBH").id
        await hands.press("escape", "escape")
        await hands.sees("Ausgetreten")
        assert not may_vote(gone, DAY) and delegations(hands.data, gone.id, DAY) == ()


async def test_until_its_last_day_a_partner_keeps_vote_and_people() -> None:
    async with opened() as hands:
        await leave(hands, "31.12.2026")
        await hands.press("escape", "escape")
        await hands.sees("geht am 31.12.2026")
        going = partner(hands, "AA")
        assert status_on(going, DAY) is OrganisationStatus.PARTNER and may_vote(going, DAY)
        assert delegate(hands.data, going.id, DAY) is not None
        assert delegate(hands.data, going.id, dt.date(2027, 1, 1)) is None


async def test_a_role_goes_to_who_speaks_for_the_other_partner() -> None:
    async with opened(rows=everyday()) as hands:
        await hands.press("f8", "down", "enter", "h")
        await hands.sees("Koordination: Miriam Castell")
        await hands.press("enter", *"JC", "enter")
        kind = StandingRoleKind.COORDINATOR
        roles = [r for r in hands.data.rows(StandingRole) if r.role is kind]
        new = hands.data.get(Person, roles[-1].person)
        assert (new.name, roles[-1].since) == ("Sabine Holtmann", DAY)
        assert roles[0].until == DAY - dt.timedelta(days=1)


async def test_this_file_is_entered_as_a_register_with_one_key() -> None:
    async with opened() as hands:
        await hands.press("f8", "d")
        await hands.sees("e trägt sie")
        await hands.press("e")
        await hands.sees("Datei des Programms Kooperation")
        [own] = hands.data.rows(DataRegister)
        assert own.own and own.keeper == "" and own.check_on == dt.date(2027, 10, 14)
        assert "e trägt sie" not in hands.text()
        await hands.press("l", "enter")
        assert hands.data.rows(DataRegister) == ()


async def test_a_register_is_entered_changed_and_checked() -> None:
    async with opened() as hands:
        await hands.press("f8", "d", "n", *"Kontaktliste", "enter")
        await hands.sees("seinen Namen und seinen Zweck")
        await hands.press("tab", *"Einladen", "tab", *"Namen", "tab", "right")
        await hands.press(*["tab"] * 4, *"3", "enter")
        [made] = hands.data.rows(DataRegister)
        assert (made.purpose, made.every, made.check_on) == ("Einladen", 3, dt.date(2027, 1, 14))
        assert made.keeper == partner(hands, "BB").id
        await hands.press("g", *["backspace"] * 10, *"1.10.2026", "enter")
        [made] = hands.data.rows(DataRegister)
        assert (made.checked_on, made.check_on) == (dt.date(2026, 10, 1), dt.date(2027, 1, 1))
        await hands.sees("zuletzt am 01.10.2026")
        await hands.press("enter", *["tab"] * 7, "x", "enter")
        await hands.sees("keine Zahl von Monaten")


async def test_a_new_network_has_its_own_file_as_the_first_register(tmp_path: Path) -> None:
    async with opened(empty=True) as hands:
        await hands.press("1", *"Netz am Fluss")
        form = hands.app.screen
        form.query_one("#folder").value = str(tmp_path)  # type: ignore[attr-defined]
        await hands.press("enter")
        [network] = hands.data.rows(Network)
        assert network.name == "Netz am Fluss"
        [own] = hands.data.rows(DataRegister)
        assert (own.own, own.place) == (True, "Netz-am-Fluss.json")


async def test_a_person_is_erased_after_reading_what_it_does(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    store = TinyStore.create(path, everyday(), clock=lambda: hands_now)
    async with opened(store=store, path=path) as hands:
        await hands.press("f8", "enter", "down", "l", *"löschen", "enter")
        await hands.sees("Frank Ostermeier löschen?")
        await hands.press("enter")
        assert "Frank Ostermeier löschen?" in hands.text()
        await hands.press("l")
        await hands.sees("eine Person von AA")
        erased = [p for p in hands.data.rows(Person) if p.erased_on is not None]
        assert [(p.name, p.email) for p in erased] == [("eine Person von AA", "")]
        for one in (path, *(b.path for b in backups(path))):
            assert "Ostermeier" not in one.read_text("utf-8")
        await hands.press("escape", "ctrl+z")
        assert "Ostermeier" not in hands.text()
        await hands.press("escape", "enter", "down", "down", "l")
        await hands.sees("Der Name ist schon gelöscht.")


async def test_who_speaks_no_more_is_not_erased() -> None:
    async with opened() as hands:
        await hands.press("f8", "enter", "down", "l", "enter")
        known = partner(hands, "AA")
        assert delegate(hands.data, known.id, DAY) is None
        assert any(p.name == "Frank Ostermeier" for p in hands.data.rows(Person))


async def test_nobody_is_erased_while_a_meeting_runs() -> None:
    async with running() as hands:
        await hands.press("f8", "enter", "down", "l", *"löschen", "enter")
        await hands.press("escape")
        await hands.sees("Ein Treffen läuft")
        assert not any(isinstance(e.what, Blanked) for e in hands.data.rows(Event))


async def test_what_has_to_be_settled_before_the_end_is_read_in_the_program() -> None:
    async with opened(rows=everyday()) as hands:
        await hands.press("f8", "ctrl+p", *"netzwerk beenden", "enter")
        await hands.sees("Das Netzwerk beenden: was zu klären ist")
        text = await hands.sees("Offene Maßnahmen")
        assert "typ:" not in text


hands_now = dt.datetime(2026, 10, 14, 8, 50, tzinfo=dt.timezone(dt.timedelta(hours=2)))


@pytest.mark.parametrize(("lang", "word"), [("de", "austr"), ("de", "austret"), ("en", "leav")])
async def test_leaving_is_found_by_its_word(lang: str, word: str) -> None:
    async with opened(lang=lang) as hands:
        await hands.press("f8", "ctrl+p", *word)
        await hands.sees("Stand, Austritt" if lang == "de" else "status, leaving")
        await hands.press("enter")
        await hands.sees("verlässt das" if lang == "de" else "leaves the network")
        await hands.press(*word[:4], "enter")
        await hands.sees("AA tritt aus" if lang == "de" else "AA leaves")
