"""What a handler of an intent sees: the newest state, the moment, the place."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.data import Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import standing
from kooperation_tui.domain.model import Meeting, Organisation, Person, Record
from kooperation_tui.domain.prepared import prepared_now
from kooperation_tui.domain.state import ItemState, MeetingState, Phase, Wording
from kooperation_tui.domain.timeline import Timeline
from kooperation_tui.domain.votes import Votes


class Scene:
    """One intent's surroundings.

    Attributes:
        at: when the event holds.
        item: the item it belongs to; the one that ran then unless one is named.
        named_item: the item's id only if it was named ("/for 4 …"), else ''.
        late: whether something later has been recorded already.
    """

    def __init__(
        self,
        data: Data,
        meeting: Meeting,
        state: MeetingState,
        moment: Moment,
        *,
        at: dt.datetime,
        event_id: str,
        item: str = "",
    ) -> None:
        self.data = data
        self.meeting = meeting
        self.state = state
        self.moment = moment
        self.at = at
        self.event_id = event_id
        self.late = state.last_line_at is not None and at < state.last_line_at
        self.named_item = item
        self.item = item or self._item_then()

    def _item_then(self) -> str:
        if not self.late:
            return self.state.running or self._last_item()
        events = standing(self.data.log(self.meeting.id))
        start = next((e for e in events if isinstance(e.what, ev.Started)), None)
        if start is None or not isinstance(start.what, ev.Started):
            return ""
        timeline = Timeline(start.what, start.at, events)
        return timeline.item_at((self.at, self.state.last_seq + 1))

    def _last_item(self) -> str:
        ran = [i for i in self.state.items if i.runs and i.item.number]
        last = max(ran, key=lambda i: i.runs[-1].start, default=None)
        return last.item.id if last is not None else ""

    @property
    def day(self) -> dt.date:
        return self.meeting.start.date()

    @property
    def current(self) -> ItemState | None:
        """The item the event belongs to."""
        return self.state.item(self.item)

    @property
    def item_number(self) -> int:
        return self.current.item.number if self.current is not None else 0

    @property
    def votes(self) -> Votes:
        """Who has a vote, and the rules that decide, when the event holds."""
        return self.state.votes(self.at if self.late else None)

    @property
    def entitled(self) -> tuple[str, ...]:
        """Partners with a vote when the event holds."""
        return self.votes.entitled

    @property
    def needed(self) -> int | None:
        """The quorum in partners when the event holds."""
        return self.votes.needed

    def represented(self) -> tuple[str, ...]:
        """Partners represented when the event holds."""
        return self.state.represented(self.at if self.late else None)

    def guests(self) -> tuple[str, ...]:
        """Names of the guests in the room when the event holds."""
        return tuple(
            g.name
            for g in self.state.guests
            if (
                g.start <= self.at and (g.end is None or self.at < g.end)
                if self.late
                else g.end is None
            )
        )

    def code(self, organisation: str) -> str:
        return self.data.get(Organisation, organisation).code

    def person_name(self, person: str) -> str:
        return self.data.get(Person, person).name

    def need_running(self) -> None:
        """Refuse what needs a meeting that has begun."""
        if self.state.phase is Phase.PLANNED:
            raise Refused("The meeting has not begun yet; type /start first.")

    def need_going(self) -> None:
        """Refuse what moves a meeting that has not begun, or is over by then."""
        self.need_running()
        ended = self.state.ended_at
        if self.state.phase is Phase.CLOSED and (ended is None or self.at >= ended):
            raise Refused("The meeting is closed; begin the line with its time, such as 10:30.")

    def need_wording(self) -> Wording:
        """The open wording, or a refusal that says how to get one."""
        found = self.state.wording(self.state.open_wording)
        if found is None and any(one.key for one in prepared_now(self.data, self.state)):
            raise Refused(
                "No wording is open, but a prepared one waits: a on F6 puts it to the vote; or "
                "type the decision, beginning with “! ”."
            )
        if found is None:
            raise Refused("No wording is open; type the decision first, beginning with “! ”.")
        return found


class Recording:
    """What a handler answers: payloads for the log, rows beside it."""

    def __init__(self, *payloads: ev.Payload, puts: tuple[Record, ...] = ()) -> None:
        self.payloads = payloads
        self.puts = puts
        self.deletes: tuple[tuple[type[Record], str], ...] = ()
