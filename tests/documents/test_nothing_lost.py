"""Whatever was recorded and stands is in the minutes, wherever it belongs."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.documents import Audience, check_public, minutes
from kooperation_tui.documents.text import inline
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.model import ItemKind, Subject
from kooperation_tui.domain.state import Entry, MeetingState
from kooperation_tui.i18n import translator
from tests.domain.room import ITEMS, Room
from tests.domain.test_walk import take, walk
from tests.domain.walking import Step, steps

OUTSIDE = {"de": "### Außerhalb der Tagesordnung", "en": "### Outside the agenda"}


def text(
    room: Room,
    audience: Audience = Audience.INTERNAL,
    lang: str = "de",
    *,
    results_only: bool = False,
) -> str:
    made = minutes(
        room.data, room.meeting, translator(lang), audience, room.now, results_only=results_only
    )
    if audience is Audience.PUBLIC:
        assert check_public(made, room.data, room.row) == ()
    return made.markdown


def note(words: str, kind: ev.NoteKind = ev.NoteKind.NOTE) -> it.Say:
    return it.Say(kind=kind, text=words)


def walked(room: Room, made: list[Step]) -> Room:
    """A walk in which each line has words of its own; some lines hold before the start."""
    for number, step in enumerate(made):
        step.text = f"Wort{number}w"
        room.now += dt.timedelta(seconds=50)
        if step.late == 10:
            step.late = 30
        take(room, step, earliest=room.row.start - dt.timedelta(minutes=15))
    return room


def words_of(state: MeetingState, entry: Entry) -> str:
    """What must be readable of an entry, '' if nothing."""
    what = entry.what
    if isinstance(what, ev.Noted | ev.ActionTaken | ev.Parked | ev.Outcome):
        return entry.text
    if isinstance(what, ev.Proposed):
        wording = state.wording(what.wording)
        return wording.text if wording is not None else ""
    return ""


def is_gap(entry: Entry) -> bool:
    """A marked gap is for the minute-takers alone."""
    return isinstance(entry.what, ev.Noted) and entry.what.kind is ev.NoteKind.GAP


@walk
@given(st.booleans(), st.booleans(), st.booleans(), steps)
def test_every_line_that_stands_is_in_the_minutes(
    agreed: bool, planned: bool, begun: bool, made: list[Step]
) -> None:
    room = Room(agreed=agreed, items=ITEMS if planned else (), started=begun, present=begun)
    if not begun:
        room.now += dt.timedelta(minutes=10)
        room.do(it.Start())
    walked(room, made)
    said, partners, page = text(room), text(room, Audience.PARTNERS), text(room, results_only=True)
    state = room.state
    for entry in state.entries:
        words = inline(words_of(state, entry))
        if entry.deleted:
            continue
        assert words in said, entry
        if not entry.confidential and not is_gap(entry):
            assert words in partners, entry
        if isinstance(entry.what, ev.ActionTaken | ev.Parked):
            assert words in page, entry


def test_lines_of_a_meeting_without_items_have_a_place_of_their_own() -> None:
    room = Room(items=())
    room.decide("Wichtiger Beschluss.")
    room.do(note("Wichtige Notiz"))
    room.do(note("Unter uns", ev.NoteKind.CONFIDENTIAL))
    for lang, heading in OUTSIDE.items():
        said = text(room, lang=lang)
        assert said.count(heading) == 1
        assert "Wichtiger Beschluss." in said and "- Wichtige Notiz" in said
        assert "Unter uns" in said
    for audience in (Audience.PARTNERS, Audience.PUBLIC):
        said = text(room, audience)
        assert "Wichtiger Beschluss." in said and "- Wichtige Notiz" in said
        assert "Unter uns" not in said


def test_a_line_before_the_first_item_stands_before_it() -> None:
    room = Room()
    room.do(note("Begrüßung durch den Landrat"), "09:05", at="08:59")
    said = text(room)
    assert said.index("Begrüßung durch den Landrat") < said.index("### TOP 1")
    assert said.index(OUTSIDE["de"]) < said.index("Begrüßung durch den Landrat")


@pytest.mark.parametrize("items", [ITEMS, ()])
def test_a_line_after_the_close_is_in_the_minutes(
    items: tuple[tuple[str, ItemKind, Subject], ...],
) -> None:
    room = Room(items=items)
    room.do(it.Close(force=True), "10:00")
    room.do(note("Der Schlüssel liegt beim Hausmeister"), "10:30", at="10:05")
    assert "- Der Schlüssel liegt beim Hausmeister" in text(room)


def test_without_such_lines_there_is_no_such_section() -> None:
    room = Room()
    room.say("Eine Notiz")
    assert OUTSIDE["de"] not in text(room)


def test_a_better_wording_stands_although_the_first_one_was_taken_back() -> None:
    room = Room()
    room.do(it.Propose(text="Erster Wortlaut"), seat="moderator")
    room.do(it.Propose(text="Zweiter Wortlaut"), seat="minutes")
    room.do(it.Undo(), seat="moderator")
    assert "**Vorschlag ohne Ergebnis:** Zweiter Wortlaut" in text(room)
