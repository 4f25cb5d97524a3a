"""What an action is: one row of the table that bindings, palette, help and foot are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

EVERYWHERE: Final = "everywhere"


@dataclass(frozen=True)
class Action:
    """Something to do.

    Attributes:
        id: `area.verb`; the method is `action_verb` of that area's screen, or of the app.
        keys: keys as Textual names them; the first one is shown.
        label: a word or two for the foot and the palette (message id).
        help: one sentence for F1 (message id).
        area: where it is available.
        foot: place in the foot counted from 1; 0 if it has none.
        shown: name of the key for people, where one name stands for several keys.
        typing: works while text is being typed, too.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    area: str
    foot: int = 0
    shown: str = ""
    typing: bool = False

    @property
    def method(self) -> str:
        """What Textual calls."""
        return self.id.replace(".", "_")

    @property
    def key(self) -> str:
        """The key to show."""
        return self.shown or (self.keys[0] if self.keys else "")


def action(
    id: str, keys: str, label: str, help: str, foot: int = 0, shown: str = "", typing: bool = False
) -> Action:
    """A row of the table; its area is the first part of the id."""
    area = id.partition(".")[0]
    return Action(
        id=id,
        keys=tuple(keys.split()),
        label=label,
        help=help,
        area=EVERYWHERE if area == "app" else area,
        foot=foot,
        shown=shown,
        typing=typing,
    )
