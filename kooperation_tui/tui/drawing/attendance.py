"""Who is there, as the attendance picture before the start shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from textual.content import Content

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import plan
from kooperation_tui.domain.model import Answer, Role
from kooperation_tui.domain.state import Entry, MeetingState
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.keys import slash
from kooperation_tui.tui.view import View

COLUMN = 37
"""Cells that one partner needs at least."""


@dataclass(frozen=True)
class Seat:
    """A partner in the picture: the answer as a word, its tone, who speaks for it."""

    organisation: str
    word: str
    tone: str
    code: str
    name: str


def seats(view: View) -> tuple[Seat, ...]:
    """All entitled partners with their answer, in order of their codes."""
    state, meeting = view.state, view.meeting
    if state is None or meeting is None:
        return ()
    found = [_seat(view, organisation) for organisation in state.entitled]
    return tuple(sorted(found, key=lambda seat: seat.code.casefold()))


def _seat(view: View, organisation: str) -> Seat:
    tr, data, state, meeting = view.tr, view.data, view.state, view.meeting
    assert state is not None and meeting is not None
    code = words.code(data, organisation)
    there = [p for p in state.present() if p.organisation == organisation]
    expected = next((e for e in state.expected if e.organisation == organisation), None)
    delegate = plan.delegate(data, organisation, meeting.start.date())
    name = delegate.name if delegate is not None else tr.t("still missing")
    if there:
        one = there[-1]
        name = words.person_name(data, one.person)
        if one.deputy:
            name = f"{name} ({tr.t('dep.')})"
        return Seat(organisation, tr.t("here"), "good", code, name)
    if organisation in state.excused:
        return Seat(organisation, tr.t("excused"), "dim", code, name)
    if expected is not None and expected.answer is Answer.COMING:
        if expected.person:
            name = words.person_name(data, expected.person)
        return Seat(organisation, tr.t("coming"), "", code, name)
    return Seat(organisation, "–", "dim", code, name)


def without_taken_back(state: MeetingState) -> list[Entry]:
    """The entries without what was marked and taken away again before the start.

    Whoever was there or excused at the start stays; that somebody marked it
    otherwise a moment before is no arrival and no departure.
    """
    place = next((n for n, e in enumerate(state.entries) if isinstance(e.what, ev.Started)), 0)
    before: list[Entry] = []
    came: set[str] = set()
    gone: set[str] = set()
    for entry in reversed(state.entries[:place]):
        kept = entry if entry.deleted else _still_so(entry, came, gone)
        if kept is not None:
            before.insert(0, kept)
    return [*before, *state.entries[place:]]


def _still_so(entry: Entry, came: set[str], gone: set[str]) -> Entry | None:
    """An entry without the partners that came or went later, which is noted in both sets."""
    match entry.what:
        case ev.Arrived(arrivals=arrivals):
            there = tuple(a for a in arrivals if a.organisation not in gone)
            came.update(a.organisation for a in arrivals)
            return _with(entry, ev.Arrived(arrivals=there)) if there else None
        case ev.Left(organisations=organisations, person=""):
            gone.update(organisations)
            return None
        case ev.Excused(organisations=organisations):
            away = tuple(o for o in organisations if o not in came)
            gone.update(organisations)
            return _with(entry, ev.Excused(organisations=away)) if away else None
        case _:
            return entry


def _with(entry: Entry, what: ev.Payload) -> Entry:
    return msgspec.structs.replace(entry, what=what)


def columns(width: int) -> int:
    """How many columns fit."""
    return max(1, width // COLUMN)


def grid(seats: tuple[Seat, ...], cursor: int | None, width: int) -> Content:
    """The partners in columns, filled downwards."""
    count = columns(width)
    height = -(-len(seats) // count)
    cells = width // count
    rows = []
    for line in range(height):
        pieces: list[ink.Piece] = []
        for place in range(line, len(seats), height):
            pieces.append(_cell(seats[place], place == cursor, cells))
        rows.append(ink.put(*pieces))
    return ink.lines(rows)


def _cell(seat: Seat, chosen: bool, cells: int) -> Content:
    word, code = ink.fit(seat.word, 10), ink.fit(seat.code, 5)
    name = ink.fit(seat.name, cells - 19)
    if chosen:
        return ink.put((f"> {word}{code}{name}", "active"), " ")
    return ink.put("  ", (word, seat.tone), (code, "strong"), name, " ")


def heading(view: View) -> Content:
    """`Wer ist da?` and the count."""
    state = view.state
    if state is None:
        return Content("")
    tr, meeting = view.tr, view.meeting
    if meeting is not None and meeting.start.date() > view.today:
        coming = sum(e.answer is Answer.COMING for e in state.expected)
        said = tr.n("{count} coming", "{count} coming", coming)
        return ink.put((tr.t("Who is coming?"), "head"), "    ", said)
    count = tr.t(
        "{there} of {all} partners represented",
        there=len(state.represented()),
        all=len(state.entitled),
    )
    question = tr.t("Enter afterwards: who was there?") if view.afterwards else tr.t("Who is here?")
    pieces: list[ink.Piece] = [(question, "head"), "    ", count]
    if state.needed is not None:
        from_count = tr.t("(from {count})", count=state.needed)
        word = tr.t("quorate") if state.quorate() else tr.t("not quorate yet")
        pieces += [" · ", (word, "good" if state.quorate() else "dim"), f" {from_count}"]
    return ink.put(*pieces)


def below(view: View) -> Content:
    """Who is not there yet, guests, roles."""
    tr, data, state, meeting = view.tr, view.data, view.state, view.meeting
    if state is None or meeting is None:
        return Content("")
    there = state.represented()
    waiting = [o for o in state.entitled if o not in there and o not in state.excused]
    rows: list[Content] = []
    if not state.entitled:
        rows.append(ink.put((tr.t("No partner has a vote yet; F8 shows the partners."), "warn")))
    if there and waiting:
        rows.append(_waiting(view, waiting))
    for guest in state.expected_guests:
        org = f", {guest.organisation}" if guest.organisation else ""
        rows.append(ink.put((tr.t("Guest") + "  ", "dim"), guest.name, org))
    taken = [
        f"{tr.t(words.ROLES[role])} {words.person_name(data, state.holder(role))}"
        for role in Role
        if state.holder(role)
    ]
    if taken:
        rows += ink.put((tr.t("Roles") + "  ", "dim"), " · ".join(taken)).wrap(view.width)
    return ink.lines(rows)


def _waiting(view: View, waiting: Sequence[str]) -> Content:
    """`Noch nicht da: BK, MGH.` and how they come later; in one row, so if need be their number."""
    tr = view.tr
    example = f"+{words.code(view.data, waiting[0]).casefold()}"
    codes = words.codes(view.data, tuple(waiting))
    said = tr.t("Not here yet: {codes}. They join later with", codes=codes)
    if ink.width(f"{said}  {example}") > view.width:
        count = tr.n("{count} partner", "{count} partners", len(waiting))
        said = tr.t("Not here yet: {codes}. They join later with", codes=count)
    return ink.put(said, "  ", (example, "mark"))


def keys(view: View, listed: bool) -> Content:
    """What can be typed where the keys go now: the letters of the list, or the line's marks.

    Args:
        listed: the list has the keys, not the line.
    """
    tr, meeting = view.tr, view.meeting
    if meeting is None:
        return Content("")
    before = meeting.start.date() > view.today
    first = _letters(tr, before) if listed else [] if before else _marks(tr)
    start = "s" if listed else slash("start", tr)
    begin = (start, tr.t("begin the meeting (planned {time})", time=meeting.start))
    if view.afterwards:
        start = start if listed else f"{tr.time(meeting.start)} {start}"
        begin = (start, tr.t("enter the meeting afterwards (planned {time})", time=meeting.start))
    other = (tr.p("key", "Tab"), tr.t("to the line") if listed else tr.t("to the list"))
    if before:
        return _row([*first, other])
    return ink.lines([_row(first), _row([begin, other])])


def _letters(tr: Translator, before: bool) -> list[tuple[str, str]]:
    """Before the day they say who will come."""
    space = (tr.p("key", "Space"), tr.t("coming") if before else tr.t("here"))
    letters = [space, ("e", tr.t("excused")), ("v", tr.t("deputy"))]
    return letters if before else [("a", tr.t("all here")), *letters, ("g", tr.t("guest"))]


def _marks(tr: Translator) -> list[tuple[str, str]]:
    """The same as lines, with a code that stands for any."""
    return [
        (slash("all", tr), tr.t("all here")),
        ("+bk", tr.t("here")),
        ("-bk", tr.t("gone again")),
        ("~bk", tr.t("excused")),
    ]


def _row(keys: Sequence[tuple[str, str]]) -> Content:
    return ink.put(*(piece for key, label in keys for piece in ((key, "key"), f" {label}   ")))
