"""Sentences of a version that still name another one."""

from __future__ import annotations

from kooperation_tui.domain.model import Version
from kooperation_tui.domain.old_numbers import old_numbers
from tests.domain.room import Room


def test_a_sentence_that_accepts_another_version_is_found(room: Room) -> None:
    old = Version(id=room.new_id(), number="1.0")
    texts = {
        "p1": "Wir treffen uns 4.0-mal. Die Grenze ist 11.0 und 1.0.3 Meter.",
        "p2": "Diese Fassung 2.0 ersetzt die Fassung 1.0.",
        "entry_into_force": "Wir erkennen die Fassung 1.0 an. Sie gilt ab 1.10.2026.",
    }
    new = Version(id=room.new_id(), number="2.0", texts=texts)
    room.put(old, new)
    assert [(s.key, s.text) for s in old_numbers(room.data, new)] == [
        ("entry_into_force", "Wir erkennen die Fassung 1.0 an.")
    ]
