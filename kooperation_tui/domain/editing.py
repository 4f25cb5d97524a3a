"""Words that were written: continued, corrected, struck out, taken back."""

from __future__ import annotations

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.deciding import void
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import standing
from kooperation_tui.domain.model import Method, Record
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import Entry, MeetingState, WordingState
from kooperation_tui.domain.tasks import as_taken, retaken
from kooperation_tui.domain.unmade import unmade
from kooperation_tui.domain.ways_back import after_it, row_words, taken_back, takes_back

_PLACED = (
    ev.Balloted,
    ev.WordingEnded,
    ev.Outcome,
    ev.Started,
    ev.ItemBegan,
    ev.BreakBegan,
    ev.Resumed,
    ev.Closed,
)
_WORDED = (ev.Noted, ev.Proposed, ev.ActionTaken, ev.Parked)
_REWORDED = (*_WORDED, ev.ActionProgressed, ev.Outcome)


def say(scene: Scene, intent: it.Say) -> Recording:
    """A line of the minutes under the running item."""
    if intent.kind not in (ev.NoteKind.ANNEX, ev.NoteKind.GAP):
        scene.need_running()
        if not intent.text.strip():
            raise Refused("There is nothing to record yet; type the words after the mark.")
    return Recording(
        ev.Noted(
            kind=intent.kind,
            text=intent.text,
            organisation=intent.organisation,
            item=scene.named_item,
        )
    )


def last_worded(scene: Scene) -> Entry:
    """The own seat's last text or result."""
    own = [
        e
        for e in scene.state.entries
        if e.seat == scene.moment.seat
        and isinstance(e.what, (*_WORDED, ev.Balloted))
        and not e.deleted
    ]
    if not own:
        raise Refused("There is no line of yours yet to go on from.")
    return max(own, key=lambda e: e.seq)


def continue_last(scene: Scene, intent: it.Continue) -> Recording:
    """More words; after a result they are its remark."""
    entry = last_worded(scene)
    if isinstance(entry.what, ev.Balloted):
        return Recording(ev.Continued(entry=entry.id, text=intent.text))
    need_unsettled(scene, entry)
    text = f"{words_of(scene, entry)} {intent.text}".strip()
    return Recording(
        ev.Continued(entry=entry.id, text=intent.text), puts=row_words(scene, entry, text)
    )


def substitute(scene: Scene, intent: it.Substitute) -> Recording:
    """`s/old/new/` in the own seat's last text, first place."""
    entry = last_worded(scene)
    if isinstance(entry.what, ev.Balloted):
        raise Refused("A result cannot be reworded; “= void” and a reason opens it again.")
    words = words_of(scene, entry)
    if not intent.old or intent.old not in words:
        raise Refused("“{old}” does not stand in your last line.", old=intent.old)
    return edit(scene, it.Edit(entry=entry.id, text=words.replace(intent.old, intent.new, 1)))


def words_of(scene: Scene, entry: Entry) -> str:
    """An entry's words as they stand now."""
    if isinstance(entry.what, ev.Proposed):
        wording = scene.state.wording(entry.what.wording)
        return wording.text if wording is not None else entry.text
    return entry.text


def need_unsettled(scene: Scene, entry: Entry) -> None:
    """A wording with a result changes only by voiding."""
    if isinstance(entry.what, ev.Proposed):
        need_open(scene.state, entry.what.wording)


def need_open(state: MeetingState, wording: str) -> None:
    """Refuse what would change a wording under its result."""
    known = state.wording(wording)
    if known is not None and known.state is not WordingState.OPEN:
        raise Refused(
            "This wording has a result and stays as it is; “= void” and a reason opens it again."
        )


def can_reword(state: MeetingState, entry: Entry) -> bool:
    """Whether an entry has words that can still be changed."""
    if entry.deleted or not isinstance(entry.what, _REWORDED):
        return False
    known = state.wording(entry.what.wording) if isinstance(entry.what, ev.Proposed) else None
    return known is None or known.state is WordingState.OPEN


def _entry(scene: Scene, identity: str) -> Entry:
    entry = scene.state.entry(identity)
    if entry is None or entry.deleted:
        raise Refused("That line is not there any more.")
    return entry


def edit(scene: Scene, intent: it.Edit) -> Recording:
    """Another wording for any entry that has one; the old one is kept."""
    entry = _entry(scene, intent.entry)
    if not isinstance(entry.what, _REWORDED):
        raise Refused("This line has no words to change; take it back with /undo instead.")
    need_unsettled(scene, entry)
    if not intent.text.strip():
        raise Refused("An empty line would lose the words; strike it out instead.")
    if isinstance(entry.what, ev.ActionTaken) and intent.action is not None:
        promised = retaken(scene, entry.what, intent.action)
        if promised is not None:
            revised = ev.Revised(entry=entry.id, text=intent.text, action=promised)
            return Recording(revised, puts=(as_taken(scene, promised),))
    if intent.text == words_of(scene, entry):
        raise Refused("That is what the line says already.")
    return Recording(
        ev.Revised(entry=entry.id, text=intent.text),
        puts=row_words(scene, entry, intent.text),
    )


def delete(scene: Scene, intent: it.Delete) -> Recording:
    """Strike an entry out; the log keeps its words."""
    entry = _entry(scene, intent.entry)
    puts: tuple[Record, ...] = ()
    match entry.what:
        case ev.Noted():
            pass
        case ev.ActionTaken() | ev.Parked():
            puts = taken_back(scene, entry.what, entry.id)
        case _:
            raise Refused("This line cannot be struck out; take it back with /undo instead.")
    return Recording(ev.Deleted(entry=entry.id), puts=puts)


def move_entry(scene: Scene, intent: it.MoveEntry) -> Recording:
    entry = _entry(scene, intent.entry)
    if scene.state.item(intent.item) is None:
        raise Refused("There is no such item on the agenda.")
    if isinstance(entry.what, _PLACED):
        raise Refused("A result stays with the item it was taken under.")
    need_unsettled(scene, entry)
    return Recording(ev.EntryMoved(entry=entry.id, item=intent.item))


def mark(scene: Scene, intent: it.Mark) -> Recording:
    entry = _entry(scene, intent.entry)
    if not isinstance(entry.what, ev.Noted):
        raise Refused("Only a note can be confidential.")
    if entry.confidential == intent.confidential:
        raise Refused("The line is marked like that already.")
    return Recording(ev.Marked(entry=entry.id, confidential=intent.confidential))


def last_own(scene: Scene) -> ev.Event:
    """The own seat's last event that was not taken back yet.

    A ballot that is void, and the voiding by an earlier undo, are done with.
    """
    void_ones = {c.event for c in scene.state.countings if c.void}
    own = [
        e
        for e in standing(scene.data.log(scene.meeting.id))
        if e.seat == scene.moment.seat
        and not takes_back(e.what)
        and not (isinstance(e.what, ev.Balloted) and e.id in void_ones)
    ]
    if not own:
        raise Refused("There is nothing of yours to take back.")
    return own[-1]


def undo(scene: Scene, _: it.Undo) -> Recording:
    """Take back the own last line; a ballot that something followed is voided."""
    event = last_own(scene)
    after = after_it(scene, event)
    counting = scene.state.counting(event.id)
    if after and counting is not None:
        return void(scene, counting, "")
    need_retractable(scene, event, after)
    gone = [event, *_same_line(scene, event)]
    puts: list[Record] = []
    for each in gone:
        puts += taken_back(scene, each.what, each.id)
    recording = Recording(*(ev.Retracted(event=each.id) for each in gone), puts=tuple(puts))
    recording.deletes = unmade(scene, event.what)
    return recording


def _same_line(scene: Scene, event: ev.Event) -> tuple[ev.Event, ...]:
    """What the line of an event recorded before it.

    The wording of a ballot that was settled by the line that proposed it; the outcome
    with which a wording was withdrawn.
    """
    log = standing(scene.data.log(scene.meeting.id))
    before = (e for e in log if e.seq == event.seq - 1)
    match event.what:
        case ev.Balloted(wording=wording, ballot=ballot) if ballot.method is Method.RESISTANCE:
            return tuple(e for e in before if e.id == wording)
        case ev.WordingEnded(wording=wording):
            return tuple(
                e for e in before if isinstance(e.what, ev.Outcome) and e.what.withdrew == wording
            )
        case _:
            return ()


def _is_first(scene: Scene, event: ev.Event) -> bool:
    """Whether a wording rests on this proposal."""
    wording = getattr(event.what, "wording", "")
    log = standing(scene.data.log(scene.meeting.id))
    proposals = (e for e in log if isinstance(e.what, ev.Proposed) and e.what.wording == wording)
    return next(proposals, None) == event


def _came_after_result(scene: Scene, event: ev.Event, identity: str) -> bool:
    """Whether minutes were approved by a wording that had been carried by then."""
    wording = scene.state.wording(identity)
    if wording is None or wording.state is not WordingState.CARRIED or not wording.countings:
        return False
    return scene.data.get(ev.Event, wording.countings[-1]).seq < event.seq


_BEFORE_WORK = (
    ev.Arrived,
    ev.Left,
    ev.Excused,
    ev.GuestCame,
    ev.GuestLeft,
    ev.RoleTaken,
)


def need_retractable(scene: Scene, event: ev.Event, after: tuple[ev.Event, ...]) -> None:
    """Refuse to take away what other lines stand on."""
    state = scene.state
    match event.what:
        case ev.Started() if any(not isinstance(e.what, _BEFORE_WORK) for e in after):
            raise Refused("The meeting has begun already, at {time}.", time=state.started_at)
        case ev.ItemAdded(item=item):
            added = state.item(item.id)
            if added is not None and (added.runs or added.outcomes):
                raise Refused("Item {number} has been treated already.", number=item.number)
        case ev.Continued(entry=entry) | ev.Revised(entry=entry):
            known = state.entry(entry)
            if known is not None:
                need_unsettled(scene, known)
        case ev.Approves(wording=identity) if _came_after_result(scene, event, identity):
            pass
        case ev.PointBound(wording=identity) | ev.Approves(wording=identity):
            need_open(state, identity)
        case ev.Proposed(wording=identity):
            need_open(state, identity)
            wording = state.wording(identity)
            if wording is not None and wording.countings and _is_first(scene, event):
                raise Refused(
                    "A wording is still open; enter its result, or end it with /withdraw "
                    "or /reject."
                )
        case ev.WordingEnded(wording=identity) if state.open_wording not in ("", identity):
            raise Refused("Another wording is open; decide or withdraw it first.")
        case _:
            pass
