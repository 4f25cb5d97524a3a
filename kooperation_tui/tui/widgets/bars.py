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
        """Draw the areas: full names from 100 columns, short ones below."""
        self._parts = []
        pieces: list[ink.Piece] = []
        column = 0
        wide = width >= WIDE
        short = short_names(tr)
        for place, area in enumerate(AREAS):
            key = area.key.upper() if wide or place == 0 else area.key[1:]
            name = tr.t(area.name) if wide else short[area.id]
            here = area.id == active
            if wide:
                text = f" {key} {name} "
                pieces.append(
                    (text, "active") if here else ink.put((f" {key} ", "dim"), f"{name} ")
                )
            else:
                text = f"[{key} {name}]" if here else f"{key} {name}"
                before_active = place + 1 < len(AREAS) and AREAS[place + 1].id == active
                pieces.append((text, "active") if here else ink.put((key, "dim"), f" {name}"))
                gap = "" if here or before_active else " "
                pieces.append(gap)
            self._parts.append((column, column + ink.width(text), area.id))
            column += ink.width(text) + (0 if wide else len(gap))
        self.show(ink.put(*pieces))


class Foot(Clickable):
    """What can be done here, at most seven, never cut; at the end when it was saved."""

    def show_actions(
        self, actions: Sequence[Action], width: int, tr: Translator, right: Content
    ) -> None:
        """Draw as many actions as fit, in their order."""
        self._parts = []
        pieces: list[ink.Piece] = []
        column = 0
        room = width - (right.cell_length + 2 if right.cell_length else 0)
        for action in actions[:7]:
            key, label = key_name(action.key, tr), tr.t(action.label)
            gap = 2 if column else 0
            size = ink.width(key) + 1 + ink.width(label)
            if column + gap + size > room:
                continue
            pieces += [" " * gap, (key, "key"), f" {label}"]
            self._parts.append((column + gap, column + gap + size, action.id))
            column += gap + size
        row = ink.put(*pieces)
        self.show(ink.apart(row, right, width) if right.cell_length else row)


class Notice(Static):
    """The last message, standing until it was read."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self.display = False

    def show_message(self, text: str, tone: str, tr: Translator) -> None:
        """Draw a message; nothing if it is empty."""
        self.display = bool(text)
        if text:
            self.update(ink.put((text, tone), ("   " + tr.t("Esc: read"), "dim")))
