"""What the fold says of plain lines: entries, words, moves, the wording's life."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import minute
from kooperation_tui.domain.state import Entry
from tests.domain.room import Room, clock


def entry(room: Room, identity: str) -> Entry:
    found = room.state.entry(identity)
    assert found is not None
    return found


def test_more_words_belong_to_the_own_seats_last_line(room: Room) -> None:
    mine = room.say("Erst", seat="minutes")
    room.say("fremd", seat="moderator")
    room.do(it.Continue(text="und dann"), seat="minutes")
    assert entry(room, mine.id).text == "Erst und dann"
    room.decide()
    ballot = room.state.countings[0].event
    room.do(it.Continue(text="JC war nicht da"))
    assert entry(room, ballot).remarks == ("JC war nicht da",)
    with pytest.raises(Refused, match="no line of yours"):
        room.do(it.Continue(text="x"), seat="audience")


def test_substitution_takes_the_first_place_and_says_when_nothing_fits(room: Room) -> None:
    note = room.say("die die Landkarte")
    room.do(it.Substitute(old="die", new="Die"))
    assert entry(room, note.id).text == "Die die Landkarte"
    assert entry(room, note.id).old == ("die die Landkarte",)
    for old in ("fehlt", ""):
        with pytest.raises(Refused, match="does not stand in your last line"):
            room.do(it.Substitute(old=old, new="x"))


def test_editing_reaches_the_rows(room: Room) -> None:
    room.do(it.TakeAction(title="Vorlage", owner_organisation=room.org("BB")))
    room.do(it.Continue(text="entwerfen"))
    room.do(it.Substitute(old="Vorlage", new="Vordruck"))
    room.do(it.Park(text="Fahrtkosten"))
    room.do(it.Edit(entry=room.topics[0].event, text="Reisekosten"))
    assert room.actions[0].title == "Vordruck entwerfen"
    assert room.topics[0].text == "Reisekosten"


def test_editing_is_refused_in_words(room: Room) -> None:
    note = room.say("x")
    arrival = next(e for e in room.log if isinstance(e.what, ev.Arrived))
    for intent, words in (
        (it.Edit(entry=note.id, text=" "), "would lose the words"),
        (it.Edit(entry=note.id, text="x"), "says already"),
        (it.Edit(entry=arrival.id, text="y"), "no words to change"),
        (it.Edit(entry=room.new_id(), text="y"), "not there any more"),
        (it.Delete(entry=arrival.id), "cannot be struck out"),
        (it.MoveEntry(entry=note.id, item=room.new_id()), "no such item"),
        (it.Mark(entry=arrival.id), "Only a note"),
        (it.Mark(entry=note.id, confidential=False), "marked like that already"),
    ):
        with pytest.raises(Refused, match=words):
            room.do(intent)
    room.do(it.Delete(entry=note.id))
    with pytest.raises(Refused, match="not there any more"):
        room.do(it.Edit(entry=note.id, text="y"))
    assert entry(room, note.id).deleted


def test_confidential_lines_are_marked_and_can_be_changed(room: Room) -> None:
    secret = room.do(it.Say(kind=ev.NoteKind.CONFIDENTIAL, text="intern"))
    note = room.say("offen")
    room.do(it.Mark(entry=note.id))
    room.do(it.Mark(entry=secret.id, confidential=False))
    assert [entry(room, i).confidential for i in (secret.id, note.id)] == [False, True]


def test_an_open_wording_moves_with_its_entry(room: Room) -> None:
    proposed = room.do(it.Propose(text="Wortlaut"))
    room.do(it.MoveEntry(entry=proposed.id, item=room.item(2)))
    assert room.wording.item == entry(room, proposed.id).item == room.item(2)
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert room.decisions[0].item == 2


def test_moving_an_action_moves_its_row(room: Room) -> None:
    room.do(it.TakeAction(title="Tun", owner_organisation=room.org("BB")))
    room.do(it.MoveEntry(entry=room.actions[0].event, item=room.item(3)))
    assert room.actions[0].item == 3


def test_annexes_statements_and_questions_are_entries(room: Room) -> None:
    room.do(it.Say(kind=ev.NoteKind.ANNEX, text="Antrag"))
    said = room.do(it.Say(kind=ev.NoteKind.MINORITY, text="dagegen", organisation=room.org("BB")))
    assert room.state.annexes == ("Antrag",)
    what = entry(room, said.id).what
    assert isinstance(what, ev.Noted)
    assert what.organisation == room.org("BB")


@given(
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["minutes", "moderator"])), max_size=12)
)
def test_lines_of_two_seats_stand_by_time_then_in_the_order_of_the_log(
    lines: list[tuple[int, str]],
) -> None:
    room = Room()
    room.checked = False
    room.now = clock("09:45")
    for number, (at, seat) in enumerate(lines):
        room.say(str(number), at=f"09:{at:02d}", seat=seat)
    expected = sorted(range(len(lines)), key=lambda n: (lines[n][0], n))
    assert room.texts(1) == [str(n) for n in expected]


def test_a_minute_is_a_moment_without_seconds() -> None:
    assert minute(clock("09:04:59")) == clock("09:04")


def test_repeated_events_and_any_order_of_the_list_give_the_same_state(room: Room) -> None:
    room.say("x")
    room.decide()
    room.do(it.Extend(minutes=5))
    log = room.log
    assert room.refolded([*reversed(log), *log]) == room.state
