"""Wordings, objections, countings and the words of entries, in `seq` order."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.ballots import Resistance, Result
from kooperation_tui.domain.model import ItemKind
from kooperation_tui.domain.state import Counting, Objection, Wording, WordingState
from kooperation_tui.domain.timeline import Timeline

_STATES = {
    Result.CARRIED: WordingState.CARRIED,
    Result.REJECTED: WordingState.REJECTED,
    Result.NOT_QUORATE: WordingState.NOT_QUORATE,
    Result.OPEN: WordingState.OPEN,
}


class Wordings:
    """What has been written and decided so far; fed with events in `seq` order."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.all: dict[str, Wording] = {}
        self.open = ""
        self.countings: dict[str, Counting] = {}
        self.options: dict[str, str] = {}
        self.bound = ""
        self.deleted: set[str] = set()
        self.remarks: dict[str, list[str]] = {}
        self.old: dict[str, list[str]] = {}
        self.amended: dict[str, ev.ActionTaken] = {}
        """Entries of actions whose owner or date was written anew."""
        self._text: dict[str, str] = {}
        self._moved: dict[str, str] = {}
        self._marked: dict[str, bool] = {}
        self._item: dict[str, str] = {}
        self._proposals: dict[str, str] = {}

    def take(self, event: ev.Event) -> None:
        """Account for one event."""
        match event.what:
            case ev.Proposed() as what:
                self._propose(event, what)
            case ev.Balloted() as what:
                self._count(event, what)
            case ev.Voided() as what:
                self._void(what)
            case ev.OptionAdded(label=label, text=text):
                self.options[label] = text
            case ev.ItemBegan(item=item):
                self._go_on(item)
            case (
                ev.PointBound()
                | ev.WordingEnded()
                | ev.Objected()
                | ev.ObjectionSettled()
                | ev.Recused()
                | ev.Approves()
                | ev.ReviewSet()
            ) as what:
                self._amend(event, what)
            case ev.Continued() | ev.Revised() | ev.Deleted() | ev.EntryMoved() | ev.Marked():
                self._edit(event.what)
            case ev.Noted(text=text) | ev.Parked(text=text) | ev.Outcome(text=text):
                self._text[event.id] = text
            case ev.ActionTaken(title=title):
                self._text[event.id] = title
            case ev.ActionProgressed(reason=reason):
                self._text[event.id] = reason
            case _:
                pass

    def _set(self, wording: str, **changes: object) -> None:
        known = self.all.get(wording)
        if known is not None:
            self.all[wording] = msgspec.structs.replace(known, **changes)

    def _go_on(self, item: str) -> None:
        """Another item begins: what was consensed before is not waiting for a wording any more."""
        if not self.bound or item == self.countings[self.bound].item:
            return
        if not any(i.id == item and i.kind is ItemKind.BREAK for i in self._timeline.order):
            self.bound = ""
            self.options = {}

    def _propose(self, event: ev.Event, what: ev.Proposed) -> None:
        self._proposals[event.id] = what.wording
        self.bound = ""  # it waits for the very next wording only
        known = self.all.get(what.wording)
        if known is None:
            item = what.item or self._timeline.item_at((event.at, event.seq))
            self.all[what.wording] = Wording(
                id=what.wording, text=what.text, item=item, points=what.points
            )
        else:
            points = known.points + tuple(p for p in what.points if p not in known.points)
            self._set(what.wording, text=what.text, old=(*known.old, known.text), points=points)
        self.open = what.wording

    def _count(self, event: ev.Event, what: ev.Balloted) -> None:
        self.countings[event.id] = Counting(
            event=event.id, wording=what.wording, item=what.item, at=event.at, ballot=what.ballot
        )
        self._item[event.id] = what.item
        if isinstance(what.ballot.tally, Resistance) and not what.wording:
            self.bound = event.id
            return
        known = self.all.get(what.wording)
        if known is None:
            return
        state = _STATES[what.ballot.result] if what.ballot.binding else known.state
        settled = what.ballot.binding and state is not WordingState.OPEN
        self._set(
            what.wording,
            countings=(*known.countings, event.id),
            state=state,
            item=what.item if settled else known.item,
            number=what.number or known.number,
            decision=what.decision or known.decision,
            approves=what.approves or known.approves,
        )
        if settled:
            self.open = "" if self.open == what.wording else self.open
            self.bound = ""
        if isinstance(what.ballot.tally, Resistance):
            self.bound = ""
            self.options = {}

    def _void(self, what: ev.Voided) -> None:
        known = self.countings.get(what.ballot)
        if known is None:
            return
        self.countings[what.ballot] = msgspec.structs.replace(known, void=what.reason or "–")
        if self.bound == what.ballot:
            self.bound = ""
        ballot = known.ballot
        if known.wording and ballot.binding and ballot.result is not Result.OPEN:
            self._set(known.wording, state=WordingState.OPEN)
            self.open = known.wording

    def _amend(self, event: ev.Event, what: ev.Payload) -> None:
        match what:
            case ev.PointBound(wording=wording, point=point):
                points = self.all[wording].points if wording in self.all else ()
                more = () if point in points else (point,)
                self._set(wording, points=(*points, *more) if point else (), no_point=not point)
            case ev.WordingEnded() as end:
                state = WordingState.WITHDRAWN if end.withdrawn else WordingState.REJECTED
                ended = self.all.get(end.wording)
                self._set(
                    end.wording,
                    state=state,
                    item=end.item or (ended.item if ended else ""),
                    number=end.number or (ended.number if ended else ""),
                    decision=end.decision or (ended.decision if ended else ""),
                )
                if self.open == end.wording:
                    self.open = ""
            case ev.Objected() as said:
                objections = self.all[said.wording].objections if said.wording in self.all else ()
                new = Objection(
                    number=said.number,
                    kind=said.kind,
                    organisation=said.organisation,
                    text=said.text,
                    event=event.id,
                )
                self._set(said.wording, objections=(*objections, new))
            case ev.ObjectionSettled() as settled:
                self._settle(settled)
            case ev.Recused(wording=wording, organisation=organisation):
                recused = self.all[wording].recused if wording in self.all else ()
                self._set(wording, recused=(*recused, organisation))
            case ev.Approves(meeting=meeting, wording=wording, corrected=corrected):
                self._set(wording, approves=meeting, corrects=corrected, no_minutes=not meeting)
            case ev.ReviewSet(decision=decision, on=on):
                for known in tuple(self.all.values()):
                    if known.decision == decision:
                        self._set(known.id, review_on=on)
            case _:
                pass

    def _settle(self, what: ev.ObjectionSettled) -> None:
        known = self.all.get(what.wording)
        if known is None:
            return
        self._set(
            what.wording,
            objections=tuple(
                msgspec.structs.replace(o, settled=True, integrated=what.integrated, how=what.text)
                if o.number == what.number
                else o
                for o in known.objections
            ),
        )

    def _edit(self, what: ev.Payload) -> None:
        match what:
            case ev.Continued(entry=entry, text=text):
                if entry in self.countings:
                    self.remarks.setdefault(entry, []).append(text)
                else:
                    joined = f"{self._words(entry)} {text}".strip()
                    self._rewrite(entry, joined, keep=False)
            case ev.Revised(entry=entry, text=text, action=action):
                self._rewrite(entry, text, keep=True)
                if action is not None:
                    self.amended[entry] = action
            case ev.Deleted(entry=entry):
                self.deleted.add(entry)
            case ev.EntryMoved(entry=entry, item=item):
                self._moved[entry] = item
                self._set(self._proposals.get(entry, ""), item=item)
            case ev.Marked(entry=entry, confidential=confidential):
                self._marked[entry] = confidential
            case _:
                pass

    def _words(self, entry: str) -> str:
        known = self.all.get(self._proposals.get(entry, ""))
        return known.text if known is not None else self._text.get(entry, "")

    def _rewrite(self, entry: str, text: str, *, keep: bool) -> None:
        wording = self._proposals.get(entry)
        known = self.all.get(wording or "")
        if wording is not None and known is not None:
            self._set(wording, text=text, old=(*known.old, known.text))
            return
        if keep:
            self.old.setdefault(entry, []).append(self._text.get(entry, ""))
        self._text[entry] = text

    def text_of(self, entry: str, typed: str) -> str:
        """The words of an entry as they stand now."""
        return self._text.get(entry, typed)

    def confidential(self, event: ev.Event) -> bool:
        what = event.what
        born = (isinstance(what, ev.Noted) and what.kind is ev.NoteKind.CONFIDENTIAL) or (
            isinstance(what, ev.Corrected) and what.confidential
        )
        return self._marked.get(event.id, born)

    def item_of(self, event: ev.Event) -> str:
        """The item an entry belongs to: moved, named, or the one that ran."""
        what = event.what
        named = getattr(what, "item", "")
        if isinstance(what, ev.Corrected | ev.ItemAdded) or not isinstance(named, str):
            named = ""
        if isinstance(what, ev.ItemBegan | ev.Extended | ev.ItemMoved | ev.ItemTimed):
            named = ""
        decided = self.all.get(self._proposals.get(event.id, ""))
        if decided is not None and decided.state is not WordingState.OPEN:
            return decided.item
        return (
            self._moved.get(event.id)
            or self._item.get(event.id)
            or named
            or self._timeline.item_at((event.at, event.seq))
        )
