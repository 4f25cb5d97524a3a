"""Random intents for walks through a meeting."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.model import ActionStatus, Disposition, Majority, Role, Subject
from tests.domain.room import CODES, DAY, Room

words = st.sampled_from(["Ja", "Landkarte führen", "so nicht", "ä ö ü"])
codes = st.sampled_from(CODES)
numbers = st.integers(1, 7)
few = st.integers(0, 3)
later = DAY + dt.timedelta(days=40)


def _entry(room: Room, pick: int) -> str:
    entries = room.state.entries
    return entries[pick % len(entries)].id if entries else ""


def _action(room: Room, pick: int) -> str:
    return room.actions[pick % len(room.actions)].id if room.actions else ""


def _item(room: Room, pick: int) -> str:
    items = room.state.items[:6]
    return items[pick % len(items)].item.id if items else "none"


def _topic(room: Room, pick: int) -> str:
    return room.topics[pick % len(room.topics)].id if room.topics else ""


DECIDING = {"bind", "silence", "vote", "consensus", "consent", "fist", "end", "object", "recuse"}
"""What needs an open wording; without one a walk proposes it."""


class Step:
    """One line of a walk: what, by whom, and how many minutes late."""

    def __init__(self, kind: str, pick: int, text: str, code: str, seat: str, late: int) -> None:
        self.kind = kind
        self.pick = pick
        self.text = text
        self.code = code
        self.seat = seat
        self.late = late

    def __repr__(self) -> str:
        late = f" {self.late} min late" if self.late else ""
        return f"{self.seat}: {self.kind} {self.pick} {self.text!r} {self.code}{late}"

    def intent(self, room: Room) -> it.Intent | None:
        """The intent in this room; None if there is nothing it could mean."""
        pick, text, org = self.pick, self.text, room.org(self.code)
        entry, action, topic = _entry(room, pick), _action(room, pick), _topic(room, pick)
        made: dict[str, it.Intent | None] = {
            "say": it.Say(kind=list(ev.NoteKind)[pick % 7], text=text, organisation=org),
            "continue": it.Continue(text=text),
            "substitute": it.Substitute(old="a", new=text),
            "edit": it.Edit(entry=entry, text=text) if entry else None,
            "delete": it.Delete(entry=entry) if entry else None,
            "move": it.MoveEntry(entry=entry, item=_item(room, pick)) if entry else None,
            "mark": it.Mark(entry=entry, confidential=pick % 2 == 0) if entry else None,
            "undo": it.Undo(),
            "propose": it.Propose(text=text, point="" if pick % 3 else f"p{1 + pick % 9}"),
            "bind": it.BindPoint(point=f"p{1 + pick % 9}" if pick % 4 else ""),
            "silence": it.NobodyOpposes(),
            "vote": it.TakeVote(
                yes=pick % 6,
                no=pick % 3,
                abstain=pick % 2,
                majority=None if pick % 2 else list(Majority)[pick % 6],
            ),
            "consensus": it.TakeConsensus(stand_asides=pick % 2),
            "consent": it.TakeConsent(),
            "fist": it.TakeFist(counts=(pick % 3, 1, 1, pick % 2, 0, 0)),
            "option": it.AddOption(label="ABC"[pick % 3], text=text),
            "resistance": it.TakeResistance(sums=(("A", pick), ("N", 7))),
            "straw": it.TakeStraw(text=text),
            "void": it.VoidBallot(reason=text),
            "end": it.EndWording(withdrawn=pick % 2 == 0),
            "object": it.RaiseObjection(
                kind=list(ev.ObjectionKind)[pick % 2], organisation=org, text=text
            ),
            "settle": it.SettleObjection(number=1 + pick % 2, integrated=pick % 2 == 0),
            "recuse": it.Recuse(organisation=org),
            "review": it.Review(on=later + dt.timedelta(days=pick)),
            "action": it.TakeAction(
                title=text,
                owner_organisation=org,
                due=None if pick % 2 else later,
                due_reason="bald",
            ),
            "progress": it.ProgressAction(
                action=action,
                status=None if pick % 2 else list(ActionStatus)[pick % 5],
                due=later if pick % 3 == 0 else None,
                owner_organisation=org if pick % 4 == 0 else "",
                reason=text,
            )
            if action
            else None,
            "park": it.Park(text=text, by=org),
            "dispose": it.DisposeParking(
                parking=topic, disposition=list(Disposition)[pick % 5], note=text
            )
            if topic
            else None,
            "arrive": it.Arrive(arrivals=(it.Arriving(organisation=org),)),
            "all": it.ArriveAll(),
            "leave": it.Leave(organisations=(org,)),
            "excuse": it.Excuse(organisations=(org,)),
            "guest-in": it.GuestIn(name="Hannah Nowak"),
            "guest-out": it.GuestOut(name="Nowak"),
            "role": it.TakeRole(
                role=list(Role)[pick % 7], person=room.person(self.code) if pick % 3 else ""
            ),
            "start": it.Start(),
            "next": it.Next(),
            "go": it.GoTo(number=1 + pick % 7),
            "pause": it.Pause(minutes=pick),
            "resume": it.Resume(),
            "extend": it.Extend(minutes=pick),
            "close": it.Close(force=pick % 2 == 0),
            "add": it.AddItem(title=text, subject=list(Subject)[pick % 7]),
            "before": it.MoveBefore(number=1 + pick % 6, before=1 + pick % 5),
            "minutes": it.SetMinutes(number=1 + pick % 6, minutes=pick),
            "outcome": it.SetOutcome(
                kind=list(ev.OutcomeKind)[pick % 5],
                text=text,
                point="" if pick % 4 else "p9",
            ),
            "correct": it.Correct(item=pick, old=text, new="x"),
            "next-meeting": it.NextMeeting(
                start=room.row.start + dt.timedelta(days=30 + pick), place=text
            ),
        }
        if self.kind in DECIDING and not room.state.open_wording:
            return made["propose"]
        return made[self.kind]


KINDS = (
    "say continue substitute edit delete move mark undo propose bind silence vote consensus",
    "consent fist resistance straw void end object settle recuse review action progress park",
    "dispose arrive all leave excuse role start next go pause resume extend add before minutes",
    "outcome correct option guest-in guest-out next-meeting close",
    "undo undo undo propose propose vote silence void next outcome outcome go",
)
"""Every kind of line; the last row makes the common ones commoner."""

steps = st.lists(
    st.builds(
        Step,
        kind=st.sampled_from(" ".join(KINDS).split()),
        pick=st.integers(0, 20),
        text=words,
        code=codes,
        seat=st.sampled_from(["moderator", "minutes"]),
        late=st.sampled_from([0, 0, 0, 0, 1, 3, 10]),
    ),
    min_size=5,
    max_size=45,
)
