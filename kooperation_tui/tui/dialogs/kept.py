"""What is typed into a dialog survives a closed terminal: it is kept until saved or left."""

from __future__ import annotations

from collections.abc import Mapping

from textual.widgets import Input, TextArea

from kooperation_tui.tui.drafts import Drafts
from kooperation_tui.tui.widgets.choice import Choice

Field = Input | TextArea | Choice


class Kept:
    """The fields of a dialog and their drafts.

    Args:
        fields: place of the draft -> the field, and what counts as nothing typed in it.
    """

    def __init__(self, drafts: Drafts, fields: Mapping[str, tuple[Field, str]]) -> None:
        self._drafts = drafts
        self._fields = fields

    def bring_back(self) -> bool:
        """Put back what was typed last time. False if there was nothing."""
        found = False
        for place, (field, _) in self._fields.items():
            draft = self._drafts.get(place)
            if draft and draft != text_of(field):
                _put(field, draft)
                found = True
        return found

    def keep(self) -> None:
        """Remember what stands in the fields."""
        for place, (field, empty) in self._fields.items():
            text = text_of(field)
            self._drafts.keep(place, text if text != empty else "")

    def forget(self) -> None:
        """It was saved, or somebody thought better of it."""
        for place in self._fields:
            self._drafts.keep(place, "")


def text_of(field: Field) -> str:
    """What stands in a field."""
    return field.text if isinstance(field, TextArea) else field.value


def _put(field: Field, text: str) -> None:
    if isinstance(field, TextArea):
        field.load_text(text)
        field.move_cursor(field.document.end)
    elif isinstance(field, Choice):
        field.choose(text)
    else:
        field.value = text
