"""The rows around every screen: head, areas, foot, and what was said last."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink
from kooperation_tui.tui.actions import AREAS, Action, short_names
from kooperation_tui.tui.drawing.head import WIDE
from kooperation_tui.tui.keys import key_name

MOST_ROWS = 5
"""Rows of a message, as the style sheet has it."""


class Bar(Static):
    """One row that redraws only if its text changed."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__("", id=id, classes=classes, markup=False)
        self._shown: Content | None = None

    def show(self, content: Content) -> None:
        """Draw this text."""
        if content != self._shown:
            self._shown = content
            self.update(content)


class Clickable(Bar):
    """A row whose parts do something when clicked."""

    class Chosen(Message):
        """Somebody clicked a part."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts: list[tuple[int, int, str]] = []

    def on_click(self, event: events.Click) -> None:
        """Find the part under the mouse."""
        x = event.get_content_offset_capture(self).x
        for start, end, name in self._parts:
            if start <= x < end:
                self.post_message(self.Chosen(name))


class AreaRow(Clickable):
    """The eight areas with their keys; the active one inverted."""

    def show_areas(self, active: str, width: int, tr: Translator) -> None:
        """Draw the areas: full names where there is room, short ones, or only the active one's."""
        here = next((n for n, area in enumerate(AREAS) if area.id == active), -1)
        forms = [_short(here, tr), _keys(here, tr)]
        if width >= WIDE:
            forms.insert(0, _full(tr))
        names = next((f for f in forms if sum(map(ink.width, f)) <= width), forms[-1])
        self._parts = []
        pieces: list[ink.Piece] = []
        column = 0
        for place, (area, name) in enumerate(zip(AREAS, names, strict=True)):
            if place == here:
                pieces.append((name, "active"))
            else:
                blank = " " if name.startswith(" ") else ""
                key, _, rest = name.removeprefix(blank).partition(" ")
                pieces += [blank, (key, "dim"), f" {rest}" if rest or name.endswith(" ") else ""]
            self._parts.append((column, column + ink.width(name), area.id))
            column += ink.width(name)
        self.show(ink.put(*pieces))


def _full(tr: Translator) -> list[str]:
    return [f" {area.key.upper()} {tr.t(area.name)} " for area in AREAS]


def _short(here: int, tr: Translator) -> list[str]:
    """`F2 Start 3 Agenda[4 Rollen]5 Protokoll …`: a blank between two, none at the brackets."""
    short = short_names(tr)
    found = []
    for place, area in enumerate(AREAS):
        name = f"{area.key[1:] if place else area.key.upper()} {short[area.id]}"
        if place == here:
            found.append(f"[{name}]")
        else:
            found.append(name + ("" if here == place + 1 or place + 1 == len(AREAS) else " "))
    return found


def _keys(here: int, tr: Translator) -> list[str]:
    """`F2  F3  F4 [F5 Protokoll] F6  …`: narrow windows name the active one only."""
    short = short_names(tr)
    return [
        f"[{area.key.upper()} {short[area.id]}]" if place == here else f" {area.key.upper()} "
        for place, area in enumerate(AREAS)
    ]


class Foot(Clickable):
    """What can be done here, at most seven, never cut; at the end when it was saved."""

    def show_actions(
        self, actions: Sequence[Action], width: int, tr: Translator, right: Sequence[Content]
    ) -> None:
        """Draw as many actions as fit, the most important ones first.

        Args:
            right: for the right end, in several lengths: the first that leaves
                all actions in place, else the last.
        """
        row = self._actions(actions, width, tr)
        rooms = [width - text.cell_length - 2 for text in right]
        if not right:
            self.show(row)
            return
        last = len(right) - 1
        best = next((n for n, room in enumerate(rooms) if row.cell_length <= room), last)
        if row.cell_length > rooms[best]:
            row = self._actions(actions, rooms[best], tr)
        self.show(ink.apart(row, right[best], width))

    def _actions(self, actions: Sequence[Action], room: int, tr: Translator) -> Content:
        self._parts = []
        pieces: list[ink.Piece] = []
        column = 0
        for action in actions[:7]:
            key, label = key_name(action.key, tr), tr.t(action.label)
            gap = 2 if column else 0
            size = ink.width(key) + 1 + ink.width(label)
            if column + gap + size > room:
                continue
            pieces += [" " * gap, (key, "key"), f" {label}"]
            self._parts.append((column + gap, column + gap + size, action.id))
            column += gap + size
        return ink.put(*pieces)


class Notice(Static):
    """The last message, standing until it was read."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self.display = False
        self._said = Content("")

    def show_message(self, text: str, tone: str, tr: Translator) -> None:
        """Draw a message; nothing if it is empty."""
        self.display = bool(text)
        self._said = Content("")
        if text:
            self._said = ink.put((text, tone), ("   " + tr.t("Esc: read"), "dim"))
            self.update(self._said)

    def rows(self, width: int) -> int:
        """Rows that it takes, also before it was laid out."""
        return min(len(self._said.wrap(width - 2)), MOST_ROWS) if self._said.plain else 0
