"""Lines wait for their turn while one before them is being saved."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Sent:
    """A line somebody sent.

    Attributes:
        answers: the key of the question that stood above the line then, if the
            line picked one of its answers.
        instead: the refused line that this one corrects, '' if none.
    """

    text: str
    answers: str = ""
    instead: str = ""


class Turns:
    """Fast typing loses nothing; a refused line does not hold up the next.

    Args:
        take: what Enter does with a line; False if it was refused.
        give_back: gets a refused line.
        changed: `waiting` is another one now.
    """

    def __init__(
        self,
        take: Callable[[Sent], Awaitable[bool]],
        give_back: Callable[[Sent], None],
        changed: Callable[[], None],
    ) -> None:
        self._take = take
        self._give_back = give_back
        self._changed = changed
        self._current: Sent | None = None
        self.waiting: list[Sent] = []
        """What comes after the line that is being saved."""

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Every line that is not recorded yet."""
        current = [self._current] if self._current is not None else []
        return tuple(sent.text for sent in (*current, *self.waiting))

    async def send(self, sent: Sent) -> None:
        """Take a line, or put it behind those that wait."""
        self.waiting.append(sent)
        self._changed()
        while self.waiting and self._current is None:
            self._current = self.waiting.pop(0)
            taken = await self._take(self._current)
            done, self._current = self._current, None
            if not taken:
                self._give_back(done)
            self._changed()
