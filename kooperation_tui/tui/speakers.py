"""The speakers' list of the running item. It is not the meeting: nothing of it is recorded.

Whoever has not spoken yet to this item comes before those who have (first-timers
first, as facilitators do it); among equals the order of asking counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kooperation_tui.domain.errors import Refused

if TYPE_CHECKING:
    from kooperation_tui.capture import SpeakersCommand


@dataclass(frozen=True)
class Speakers:
    """Ids of partners: who speaks, who waits, how often each has spoken to `item`."""

    item: str = ""
    speaking: str = ""
    waiting: tuple[str, ...] = ()
    spoken: tuple[tuple[str, int], ...] = ()
    closed: bool = False

    def __bool__(self) -> bool:
        return bool(self.speaking or self.waiting or self.closed)

    def times(self, organisation: str) -> int:
        """How often a partner has had the floor, now included."""
        return dict(self.spoken).get(organisation, 0)

    def under(self, item: str) -> Speakers:
        """This list if it belongs to an item, else an empty one for it."""
        return self if self.item == item else Speakers(item=item)

    def after(self, command: SpeakersCommand) -> Speakers:
        """The list after a `q` line. Raises Refused."""
        # The overview needs the list, not the language of the lines.
        from kooperation_tui.capture import Speaking

        match command.what:
            case Speaking.JOIN:
                return self._joined(command.organisation)
            case Speaking.LEAVE:
                return self._left(command.organisation)
            case Speaking.NEXT:
                return self._next()
            case Speaking.CLOSE:
                return replace(self, closed=not self.closed)

    def _joined(self, organisation: str) -> Speakers:
        if self.closed:
            raise Refused("The speakers' list is closed; “q close” opens it again.")
        if organisation in self.waiting:
            raise Refused("This partner is on the speakers' list already.")
        mine = self.times(organisation)
        place = next(
            (n for n, other in enumerate(self.waiting) if self.times(other) > mine),
            len(self.waiting),
        )
        waiting = (*self.waiting[:place], organisation, *self.waiting[place:])
        return replace(self, waiting=waiting)

    def _left(self, organisation: str) -> Speakers:
        if organisation == self.speaking:
            return replace(self, speaking="")
        if organisation not in self.waiting:
            raise Refused("This partner is not on the speakers' list.")
        return replace(self, waiting=tuple(o for o in self.waiting if o != organisation))

    def _next(self) -> Speakers:
        if not self.waiting and not self.speaking:
            raise Refused("Nobody is waiting to speak; “q+” and a code adds somebody.")
        speaking = self.waiting[0] if self.waiting else ""
        spoken = dict(self.spoken)
        if speaking:
            spoken[speaking] = spoken.get(speaking, 0) + 1
        return replace(
            self, speaking=speaking, waiting=self.waiting[1:], spoken=tuple(spoken.items())
        )


def to_json(speakers: Speakers) -> dict[str, Any]:
    """For the small file."""
    return {
        "item": speakers.item,
        "speaking": speakers.speaking,
        "waiting": list(speakers.waiting),
        "spoken": dict(speakers.spoken),
        "closed": speakers.closed,
    }


def from_json(found: Any) -> Speakers | None:
    """What the small file says; None if it is none of ours."""
    if not isinstance(found, dict):
        return None
    item, speaking = found.get("item"), found.get("speaking")
    waiting, spoken = found.get("waiting"), found.get("spoken")
    if not (isinstance(item, str) and isinstance(speaking, str)):
        return None
    if not (isinstance(waiting, list) and isinstance(spoken, dict)):
        return None
    ids = [*waiting, *spoken]
    counts = list(spoken.values())
    if not all(isinstance(i, str) for i in ids) or not all(type(c) is int for c in counts):
        return None
    return Speakers(
        item=item,
        speaking=speaking,
        waiting=tuple(waiting),
        spoken=tuple(spoken.items()),
        closed=found.get("closed") is True,
    )
