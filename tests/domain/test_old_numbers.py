"""Sentences of a version that still name another one."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.model import Version
from kooperation_tui.domain.old_numbers import old_counts, old_numbers
from tests.domain.room import DAY, Room


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


@pytest.mark.parametrize(
    "text",
    [
        "Wir sind 12 Einrichtungen aus Eschwege.",
        "Zwölf freie Einrichtungen haben sich zusammengeschlossen.",
        "We are four partners.",
    ],
)
def test_a_preamble_that_counts_the_partners_otherwise_is_found(room: Room, text: str) -> None:
    texts = {"preamble": f"Bildung ist wichtig. {text}", "p2": "Zwei Partner prüfen den Plan."}
    version = Version(id=room.new_id(), number="1.0", texts=texts)
    found, count = old_counts(room.data, version, DAY)
    assert [s.text for s in found] == [text] and count == 5


@pytest.mark.parametrize("text", ["Wir sind 5 Einrichtungen.", "Five partners.", "Seit 12 Jahren."])
def test_a_preamble_with_the_right_number_or_none_is_left_alone(room: Room, text: str) -> None:
    version = Version(id=room.new_id(), number="1.0", texts={"preamble": text})
    assert old_counts(room.data, version, DAY) == ((), 5)
