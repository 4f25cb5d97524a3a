"""The results, item by item: notes, decisions and what happened."""

from __future__ import annotations

from collections.abc import Collection

from kooperation_tui.documents import approving_text, happenings, progress, wording_text
from kooperation_tui.documents.blocks import point_in_brackets
from kooperation_tui.documents.embed import bullet_of
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import Scene
from kooperation_tui.documents.text import clean, inline, sentence
from kooperation_tui.domain import events as ev
from kooperation_tui.domain.model import ItemKind, ParkingItem
from kooperation_tui.domain.state import Entry, ItemState, WordingState

_LEVEL = 3


def results(scene: Scene, paper: Paper) -> None:
    """A heading for each item that was treated or put off, and what it brought."""
    entries: dict[str, list[Entry]] = {}
    for entry in scene.state.entries:
        entries.setdefault(entry.item, []).append(entry)
    if scene.state.started_at is None:
        return
    report = progress.report_item(scene)
    items = [i for i in scene.state.items if i.item.kind is not ItemKind.BREAK]
    _outside(scene, paper, {i.item.id for i in items})
    for item in items:
        own = entries.get(item.item.id, [])
        if not (item.runs or item.outcomes or own):
            continue
        paper.heading(_LEVEL, item_heading(scene, item))
        if not scene.shows_item(item):
            paper.paragraph(scene.tr.t("This item is confidential; its results are not shown."))
            continue
        _item(scene, paper, item, own, reports=item.item.id == report)


def _outside(scene: Scene, paper: Paper, items: Collection[str]) -> None:
    """What was said before the first item, or in a meeting that has none: nothing gets lost."""
    own = [entry for entry in scene.state.entries if entry.item not in items]
    said = Paper()
    _lines(scene, said, own, reports=False)
    if not said.is_empty:
        paper.heading(_LEVEL, scene.tr.t("Outside the agenda"))
        paper.extend(said)


def item_heading(scene: Scene, item: ItemState) -> str:
    """Item 6: Application by Auental University (moved forward)"""
    title = scene.title_of(item)
    if not item.item.number:
        return title
    return scene.tr.t("Item {number}: {title}", number=item.item.number, title=title)


def _item(
    scene: Scene, paper: Paper, item: ItemState, entries: list[Entry], *, reports: bool
) -> None:
    if _lines(scene, paper, entries, reports=reports) and _only_noted(scene, item):
        paper.bullet(scene.tr.t("No decision."))


def _lines(scene: Scene, paper: Paper, entries: list[Entry], *, reports: bool) -> bool:
    """Entries in their order. Returns whether the actions were reported."""
    reported = False
    # Who takes the minutes is said before what they hold.
    for entry in sorted(entries, key=lambda e: not isinstance(e.what, ev.RoleTaken | ev.Started)):
        if not scene.shows(entry):
            continue
        if isinstance(entry.what, ev.ActionProgressed):
            if reports and not reported:
                paper.bullet(progress.report(scene, entries))
                reported = True
            said = progress.news(scene, entry, entry.what, counted=reports)
            if said:
                paper.bullet(_marked(scene, entry, said))
        elif not _note(scene, paper, entry):
            _result(scene, paper, entry)
    return reported


def _only_noted(scene: Scene, item: ItemState) -> bool:
    """A report of the actions that ended without a decision says so."""
    noted = any(not o.point and o.kind is ev.OutcomeKind.NOTED for o in item.outcomes)
    settled = (WordingState.CARRIED, WordingState.REJECTED, WordingState.NOT_QUORATE)
    decided = any(w.item == item.item.id and w.state in settled for w in scene.state.wordings)
    return noted and not decided


def _marked(scene: Scene, entry: Entry, said: str) -> str:
    return f"{scene.confidential_mark} {said}" if entry.confidential else said


def _note(scene: Scene, paper: Paper, entry: Entry) -> bool:
    """Words of the minute-taker. Returns whether the entry was one of these."""
    if not isinstance(entry.what, ev.Noted):
        return False
    kind = entry.what.kind
    if kind is ev.NoteKind.ANNEX:
        return True
    if kind in (ev.NoteKind.NOTE, ev.NoteKind.CONFIDENTIAL):
        _plain_note(scene, paper, entry)
        return True
    said = _labelled(scene, entry, entry.what)
    if said:
        paper.bullet(_marked(scene, entry, said))
    return True


def _plain_note(scene: Scene, paper: Paper, entry: Entry) -> None:
    if not clean(entry.text).strip():
        return
    if entry.confidential:
        paper.bullet(_marked(scene, entry, inline(entry.text)))
    else:
        paper.ready_bullet(bullet_of(entry.text, _LEVEL))


def _labelled(scene: Scene, entry: Entry, what: ev.Noted) -> str:
    """Statements, questions, gaps: a bold label and one line."""
    tr, text = scene.tr, inline(entry.text)
    code = scene.code(what.organisation) if what.organisation else ""
    match what.kind:
        case ev.NoteKind.QUESTION:
            return tr.t("**Open question:** {text}", text=text)
        case ev.NoteKind.GAP if scene.internal:
            return tr.t("**Gap at {time}** {text}", time=scene.clock(entry.at), text=text).strip()
        case ev.NoteKind.STATEMENT if not scene.public:
            if not code:
                return tr.t("**Statement:** {text}", text=text)
            return tr.t("**Statement by {partner}:** {text}", partner=code, text=text)
        case ev.NoteKind.MINORITY if not scene.public:
            if not code:
                return tr.t("**Minority opinion:** {text}", text=text)
            return tr.t(
                "**Statement by {partner} (minority opinion):** {text}", partner=code, text=text
            )
        case _:
            return ""


def _result(scene: Scene, paper: Paper, entry: Entry) -> None:
    what = entry.what
    match what:
        case ev.Balloted():
            wording_text.counting(scene, paper, entry)
        case ev.Proposed():
            wording_text.still_open(scene, paper, entry, what)
        case ev.WordingEnded():
            wording_text.ended(scene, paper, what)
        case ev.Corrected():
            said = approving_text.correction(scene, what)
            if said:
                paper.bullet(_marked(scene, entry, said))
        case ev.Objected():
            said = wording_text.objection(scene, entry, what)
            if said:
                paper.bullet(_marked(scene, entry, said))
        case ev.Outcome():
            said = _outcome(scene, entry, what)
            if said:
                paper.bullet(_marked(scene, entry, said))
        case _:
            said = happenings.happened(scene, entry)
            if said:
                paper.bullet(said)


def _outcome(scene: Scene, entry: Entry, what: ev.Outcome) -> str:
    """How an item, or a point of it, ended, where nothing else says it."""
    tr, reason = scene.tr, sentence(inline(entry.text))
    if entry.lifted is not None:
        return tr.t("Put off at first: {reason}", reason=reason)
    if what.point:
        label = f"**{point_in_brackets(tr, what.point)}.**"
        return f"{label} {reason or _put_off(scene, what)}"
    match what.kind:
        case ev.OutcomeKind.NOTED:
            return reason
        case ev.OutcomeKind.RESULT:
            return tr.t("**Result:** {text}", text=reason) if reason else ""
        case _:
            return f"**{_put_off(scene, what)}** {reason}".rstrip()


def _topic_number(scene: Scene, what: ev.Outcome) -> str:
    """The number of the topic an item became; in older files it stands in its row only."""
    row = scene.data.find(ParkingItem, what.parking)
    return inline(what.number or (row.number if row is not None else ""))


def _put_off(scene: Scene, what: ev.Outcome) -> str:
    tr = scene.tr
    match what.kind:
        case ev.OutcomeKind.POSTPONED if what.until is not None:
            return tr.t("Postponed to {day}.", day=tr.date_long(what.until))
        case ev.OutcomeKind.POSTPONED:
            return tr.t("Postponed to the next meeting.")
        case ev.OutcomeKind.PARKED:
            number = _topic_number(scene, what)
            if not number:
                return tr.t("Into the parking lot.")
            return tr.t("Into the parking lot: {number}.", number=number)
        case ev.OutcomeKind.DROPPED:
            return tr.t("Dropped.")
        case _:
            return tr.t("Done.")
