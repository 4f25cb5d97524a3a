"""F2: what must not be forgotten, the network's own data, and which meeting is looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec
import pytest

from kooperation_tui.domain.applied import DataRegister, Goal
from kooperation_tui.domain.model import (
    Block,
    Meeting,
    Network,
    Organisation,
    Record,
)
from kooperation_tui.tui.drawing.notices import notices
from tests.model_network import clock, meeting_id, records
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, Hands, opened

DAY = dt.date(2026, 10, 14)
MISSING = "Die verantwortliche Stelle (Datenschutz) fehlt noch."


def neglected(lang: str = "de") -> tuple[Record, ...]:
    """The model network with much that must not be forgotten, and no controller."""
    rows = list(records(lang))
    partner = next(r for r in rows if isinstance(r, Organisation))
    return (*_changed(rows), *_more(partner.id))


def _changed(rows: list[Record]) -> Iterator[Record]:
    for row in rows:
        if isinstance(row, Network):
            yield msgspec.structs.replace(
                row, controller="", term_until=dt.date(2026, 12, 31), funding_until=None
            )
        elif isinstance(row, Block) and row.key == "p5":
            yield msgspec.structs.replace(row, review_on=dt.date(2026, 10, 20))
        else:
            yield row


def _more(keeper: str) -> Iterator[Record]:
    yield DataRegister(id="a" * 32, name="Verteiler", keeper=keeper, check_on=dt.date(2026, 10, 2))
    yield Goal(id="b" * 32, text="Ausbildung für alle", review_on=dt.date(2026, 10, 16))


def looked_at(hands: Hands) -> Meeting:
    return hands.data.get(Meeting, hands.app.session.meeting_id)


async def test_what_is_urgent_comes_first_and_the_rest_is_counted() -> None:
    async with opened(rows=neglected()) as hands:
        found = notices(hands.app.session.view(hands.app.tr, 78))
        assert found[0].late and "Verteiler" in found[0].text
        days = [n.on for n in found if not n.late]
        assert days == sorted(days, key=lambda day: day or dt.date.max)
        text = await hands.sees("Erinnerungen")
        assert_fits(text, 80, 24)
        rows = text.split("\n")
        at = next(i for i, row in enumerate(rows) if row.startswith("  Erinnerungen"))
        assert f"Erinnerungen     {len(found)}   1 überfällig" in rows[at]
        shown = rows[at + 1 : at + 3]
        assert "Verteiler" in shown[0] and "Ausbildung für alle" in shown[1]
        assert f"und {len(found) - 2} weitere   a alle" in rows[at + 3]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_all_of_them_fit_at_120x40_and_nothing_is_cut_at_60x20(lang: str) -> None:
    async with opened(rows=neglected(lang), lang=lang, size=(120, 40)) as hands:
        text = hands.text()
        for notice in notices(hands.app.session.view(hands.app.tr, 100)):
            assert notice.text in text
    async with opened(rows=neglected(lang), lang=lang, size=(60, 20)) as hands:
        await hands.sees("a alle" if lang == "de" else "a all")
        assert_fits(hands.text(), 60, 20)


async def test_a_shows_them_all_and_leads_to_the_place() -> None:
    async with opened(rows=neglected()) as hands:
        await hands.press("a")
        text = await hands.sees("Erinnerungen (")
        assert MISSING in text
        await hands.press(*"Ausbildung", "enter")
        await hands.sees("[6 Vereinbarung]")


async def test_the_controller_is_missing_until_somebody_enters_it() -> None:
    async with opened(rows=neglected(), size=(120, 40)) as hands:
        await hands.sees(MISSING)
        await hands.press("a", *"verantwortliche", "enter")
        await hands.sees("Das Netzwerk")
        hands.app.screen.query_one("#controller").focus()
        await hands.press(*"bb")
        await hands.sees("steht ein: Bildungsbüro")
        await hands.press("enter")
        [network] = hands.data.rows(Network)
        partner = next(o for o in hands.data.rows(Organisation) if o.code == "BB")
        assert network.controller == partner.id
        assert MISSING not in hands.text()
        await hands.press("d")
        hands.app.screen.query_one("#controller").focus()
        await hands.press("ctrl+u", *"Kreis Auental", "enter")
        [network] = hands.data.rows(Network)
        assert network.controller == "Kreis Auental"
        assert network.term_until == dt.date(2026, 12, 31)


async def test_a_day_that_is_none_changes_nothing_of_the_network() -> None:
    async with opened(rows=neglected()) as hands:
        await hands.press("d")
        hands.app.screen.query_one("#term_until").focus()
        await hands.press("ctrl+u", *"irgendwann", "enter")
        await hands.sees("ist kein Datum")
        [network] = hands.data.rows(Network)
        assert network.term_until == dt.date(2026, 12, 31)


async def test_a_meeting_that_was_never_recorded_is_late() -> None:
    async with opened(now=clock(9, day=DAY + dt.timedelta(days=3)), size=(120, 40)) as hands:
        await hands.sees("ist nicht aufgezeichnet")
        await hands.press("up", "a", *"aufgezeichnet", "enter")
        await hands.sees("Wer war da?")
        assert looked_at(hands).id == meeting_id(hands.data)


async def test_the_invitation_has_its_last_day_where_it_is_missing() -> None:
    rows = [
        msgspec.structs.replace(r, invited_on=None)
        if isinstance(r, Meeting) and r.number == 3
        else r
        for r in records("de")
    ]
    async with opened(rows=rows, now=clock(9, day=dt.date(2026, 9, 20))) as hands:
        await hands.sees("Letzter Tag für die Einladung: 30.09.2026.")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("de", "Aufnahme  Hochschule Auental, heute TOP 6"),
        ("en", "Admission  Auental University, today item 6"),
    ],
)
async def test_an_application_stands_with_the_item_that_hears_it(lang: str, said: str) -> None:
    async with opened(lang=lang) as hands:
        await hands.sees(said)


# Which meeting is looked at


async def test_the_head_names_the_meeting_under_the_cursor() -> None:
    async with opened() as hands:
        assert looked_at(hands).number == 3
        await hands.press("down")
        text = await hands.sees("▶ Mi 17.06.2026 09:00   2. Netzwerktreffen 2026")
        assert "2. Netzwerktreffen 2026" in text.split("\n")[0]
        assert looked_at(hands).number == 2
        await hands.press("f3")
        assert "2. Netzwerktreffen 2026" in hands.text().split("\n")[0]
        await hands.press("f2", "up")
        await hands.sees("▶ Mi 14.10.2026 09:00   3. Netzwerktreffen 2026")


async def test_date_and_place_name_the_meeting_they_change() -> None:
    async with opened() as hands:
        await hands.press("n", *"2.12.2026", "enter", "f2")
        assert looked_at(hands).number == 4
        await hands.press("o")
        await hands.sees("Tag und Ort: 4. Netzwerktreffen 2026")
        await hands.press("escape", "down", "o")
        await hands.sees("Tag und Ort: 3. Netzwerktreffen 2026")
        await hands.press("tab", "tab", "tab", "ctrl+u", *"Rathaus", "enter")
        assert looked_at(hands).number == 3 and looked_at(hands).place == "Rathaus"
        fourth = hands.data.get(Meeting, meeting_id(hands.data, 4))
        assert fourth.place != "Rathaus"


async def test_a_meeting_that_was_held_keeps_its_date() -> None:
    async with opened() as hands:
        await hands.press("down", "o")
        assert len(hands.app.screen_stack) == 2
        assert "o Tag und Ort" not in hands.text()


async def test_a_meeting_chosen_elsewhere_has_the_cursor_on_f2() -> None:
    async with opened() as hands:
        hands.app.session.meeting_id = meeting_id(hands.data, 1)
        hands.app.show()
        await hands.sees("▶ Mi 18.02.2026 09:00   1. Netzwerktreffen 2026")
        await hands.press("up")
        assert looked_at(hands).number == 2


async def test_a_tick_between_key_and_message_loses_no_move() -> None:
    async with opened() as hands:
        hands.app.screen.query_one("#meetings").action_cursor_down()  # type: ignore[attr-defined]
        hands.app.show()
        await hands.settle()
        assert looked_at(hands).number == 2


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_whoever_is_in_the_room_is_counted_as_that(lang: str, size: tuple[int, int]) -> None:
    async with opened(lang=lang, size=size) as hands:
        silent = {"de": "ohne Nachricht", "en": "without an answer"}[lang]
        await hands.sees(silent)
        await hands.press("f5", "a", "f2")
        text = await hands.sees("11 da" if lang == "de" else "11 there")
        assert_fits(text, *size)
        assert silent not in text and ("abgesagt IHK" in text or "not coming IHK" in text)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_wall_does_not_see_what_is_missing_nor_who(size: tuple[int, int]) -> None:
    async with opened(rows=neglected(), size=size) as hands:
        text = await hands.sees("Erinnerungen")
        assert "überfällig" in text and "IHK" in text
        await hands.press("f12")
        text = await hands.sees("BEAMER")
        assert_fits(text, *size)
        for word in ("Erinnerungen", "noch zu tun", "IHK", "ohne Nachricht", "Verteiler"):
            assert word not in text
        assert "Maßnahmen" in text and "Vereinbarung" in text and "Treffen" in text
        await hands.press("f12")
        await hands.sees("Erinnerungen")


async def test_points_worded_on_f6_are_not_called_missing() -> None:
    async with opened() as hands:
        await hands.sees("bereit")
        assert "keinen Wortlaut" not in hands.text()
