"""Who is there, as the attendance picture before the start shows it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.model import Answer, Role
from kooperation_tui.tui import ink, words
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
    pieces: list[ink.Piece] = [(tr.t("Who is here?"), "head"), "    ", count]
    if state.needed is not None:
        from_count = tr.t("(from {count})", count=state.needed)
        word = tr.t("quorate") if state.quorate() else tr.t("not quorate yet")
        pieces += [" · ", (word, "good" if state.quorate() else "dim"), f" {from_count}"]
    return ink.put(*pieces)


def below(view: View) -> Content:
    """Who is not there yet, guests, roles, and the keys."""
    tr, data, state, meeting = view.tr, view.data, view.state, view.meeting
    if state is None or meeting is None:
        return Content("")
    there = state.represented()
    waiting = [o for o in state.entitled if o not in there and o not in state.excused]
    rows: list[Content] = []
    if not state.entitled:
        rows.append(ink.put((tr.t("No partner has a vote yet; F8 shows the partners."), "warn")))
    if there and waiting:
        codes = words.codes(data, tuple(waiting))
        example = words.code(data, waiting[0]).casefold()
        said = tr.t("Not here yet: {codes}. They join later with", codes=codes)
        rows += ink.put(said, "  ", (f"+{example}", "mark")).wrap(view.width)
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
    rows += [Content(""), *_keys(view, meeting.start.date() > view.today)]
    return ink.lines(rows)


def _keys(view: View, before: bool) -> list[Content]:
    """What the letters do; before the day they say who will come."""
    tr, meeting = view.tr, view.meeting
    assert meeting is not None
    space = (tr.p("key", "Space"), tr.t("coming") if before else tr.t("here"))
    keys = [space, ("e", tr.t("excused")), ("v", tr.t("deputy"))]
    if not before:
        keys = [("a", tr.t("all here")), *keys, ("g", tr.t("guest"))]
    row = [piece for key, label in keys for piece in ((key, "key"), f" {label}   ")]
    to_line: tuple[ink.Piece, ...] = ((tr.p("key", "Tab"), "key"), " " + tr.t("to the line"))
    if before:
        return [ink.put(*row, *to_line)]
    begin = tr.t("begin the meeting (planned {time})", time=meeting.start)
    return [ink.put(*row), ink.put(("s", "key"), f" {begin}   ", *to_line)]
