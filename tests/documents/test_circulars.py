"""Decisions by circular in minutes, on the page of results and in the register."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from kooperation_tui.documents import Audience, check_public, decisions, minutes, to_html
from kooperation_tui.domain.applied import Circular, CircularVote
from kooperation_tui.domain.commands import circular
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import Decision, Meeting
from kooperation_tui.i18n import translator
from tests.documents.reading import sections
from tests.model_network import ZONE, ids, meeting_id, network, partner_id, started

OPENED = dt.datetime(2026, 7, 1, 9, tzinfo=ZONE)
OTHERS = ("JC", "AA", "HWK", "BK", "BIB")
TITLE = "Umlaufbeschlüsse seit dem letzten Treffen"


def without_any() -> Data:
    """The practice network without the circular of its own past."""
    data = network("de")
    rows = data.rows(Circular)
    numbers = [c.decision for c in rows]
    gone = [(Decision, d.id) for d in data.rows(Decision) if d.number in numbers]
    return data.apply(Change(deletes=(*((Circular, c.id) for c in rows), *gone)))


@cache
def asked(day: dt.datetime = OPENED, vote: str = "yes") -> Data:
    """All partners were asked before the meeting of October; seven answered."""
    data = without_any()
    moment = Moment(now=day, new_id=ids(0x30000))
    data = data.apply(circular.open_circular(data, moment, text="Wir mieten den Saal"))
    for code, answer in (("BB", "yes"), ("VHS", vote), *((code, "yes") for code in OTHERS)):
        given = circular.answer(
            data, moment, organisation=partner_id(data, code), vote=CircularVote(answer)
        )
        data = data.apply(given)
    later = Moment(now=day + dt.timedelta(days=15), new_id=ids(0x40000))
    return data.apply(circular.close(data, later))


def made(
    data: Data,
    audience: Audience = Audience.INTERNAL,
    number: int = 3,
    *,
    results_only: bool = False,
) -> str:
    tr, now = translator("de"), OPENED + dt.timedelta(days=120)
    return minutes(
        data, meeting_id(data, number), tr, audience, now, results_only=results_only
    ).markdown


def test_the_next_minutes_name_it_with_deadline_and_answers() -> None:
    found = next(s for s in sections(made(asked())) if s.title == TITLE)
    assert found.bullets == [
        "**B-2026-U-1:** Wir mieten den Saal. Umlaufbeschluss vom 1. Juli 2026, Antworten bis "
        "15. Juli 2026, 7 von 12 haben geantwortet. Ja 7, Nein 0, Enthaltungen 5 (wer schweigt, "
        "enthält sich). Angenommen. Geantwortet: BB ja, VHS ja, JC ja, AA ja, HWK ja, BK ja, "
        "BIB ja."
    ]
    titles = [s.title for s in sections(made(asked()))]
    assert titles.index("Tagesordnung") < titles.index(TITLE) < titles.index("Ergebnisse")
    assert TITLE in made(asked(), results_only=True)


@pytest.mark.parametrize("audience", [Audience.PARTNERS, Audience.PUBLIC])
def test_only_we_ourselves_read_who_answered_what(audience: Audience) -> None:
    said = made(asked(), audience)
    assert "7 von 12 haben geantwortet" in said
    assert "Geantwortet:" not in said
    if audience is Audience.PUBLIC:
        data, tr = asked(), translator("de")
        document = minutes(data, meeting_id(data), tr, audience, OPENED)
        assert check_public(document, data, data.get(Meeting, meeting_id(data))) == ()


def test_it_stands_in_one_meeting_only_and_never_without_one() -> None:
    before = asked(dt.datetime(2026, 1, 10, 9, tzinfo=ZONE))
    assert TITLE not in made(before)
    after = asked(dt.datetime(2026, 10, 10, 9, tzinfo=ZONE))
    assert TITLE not in made(after)
    assert TITLE not in made(without_any())


def test_a_stopped_one_is_told_without_a_number() -> None:
    said = made(asked(vote="objects"))
    assert "- Wir mieten den Saal. Umlaufbeschluss vom 1. Juli 2026" in said
    assert "Gestoppt: Ein Partner widersprach der Entscheidung in Textform." in said
    assert "VHS widerspricht diesem Verfahren" in said
    assert "VHS" not in decided(asked(vote="objects"), Audience.PARTNERS)


def decided(data: Data, audience: Audience = Audience.INTERNAL) -> str:
    return decisions(data, translator("de"), audience, OPENED).markdown


def test_the_register_names_it_as_what_it_is() -> None:
    said = decided(asked())
    found = {s.title: s for s in sections(said)}
    row = next(r for r in found["Beschlüsse"].tables[0] if r[0] == "B-2026-U-1")
    assert row[-1] == "im Umlauf"
    assert found["Umlaufbeschlüsse"].bullets[0].endswith("BK ja, BIB ja.")
    assert "Umlaufbeschlüsse" not in decided(without_any())


def test_words_of_a_circular_do_not_break_the_minutes() -> None:
    desk = started()
    moment = Moment(now=OPENED, new_id=ids(0x30000))
    text = "# Titel <script>x</script> | a\n> b"
    desk.data = desk.data.apply(circular.open_circular(desk.data, moment, text=text))
    later = Moment(now=OPENED + dt.timedelta(days=15), new_id=ids(0x40000))
    desk.data = desk.data.apply(circular.close(desk.data, later))
    tr = translator("de")
    page = to_html(minutes(desk.data, desk.meeting, tr, Audience.INTERNAL, desk.now))
    assert "<script" not in page and "&lt;script&gt;x" in page
    assert page.count("<h1") == 1
