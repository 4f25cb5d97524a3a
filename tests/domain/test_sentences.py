"""Which decisions read like a wording, and which only speak of one."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Block, BlockState, Decision, DecisionStatus
from kooperation_tui.domain.sentences import sentence_of

OWN = "Die Moderation macht immer die Volkshochschule."


def decided(text: str, **fields: object) -> Decision:
    values: dict[str, object] = {
        "id": "d1",
        "number": "B-2027-1-12",
        "text": text,
        "decided_on": dt.date(2027, 2, 3),
        "status": DecisionStatus.IN_FORCE,
        "points": ("p4",),
    }
    return Decision(**{**values, **fields})  # type: ignore[arg-type]


def data(block: Block) -> Data:
    return Data({}).apply(Change(puts=(block,)))


AGREED = Block(
    id="b1",
    key="p4",
    text="Die Moderation wechselt von Treffen zu Treffen.",
    state=BlockState.AGREED,
    decision="B-2027-1-12",
)


def test_a_sentence_with_words_of_its_own() -> None:
    found = sentence_of(data(AGREED), decided(OWN))
    assert found is not None
    assert (found.text, found.block.key) == (OWN, "p4")


@pytest.mark.parametrize(
    "text",
    [
        "Punkt 4 wie vorgelegt",
        "Der Textbaustein a wird angenommen.",
        "Wir nehmen den vorliegenden Entwurf mit der Änderung von heute an.",
        "The wording is adopted as presented.",
        "Angenommen wie besprochen",
        "Die  Moderation wechselt von Treffen zu Treffen. ",
    ],
)
def test_what_only_speaks_of_a_wording(text: str) -> None:
    assert sentence_of(data(AGREED), decided(text)) is None


@pytest.mark.parametrize(
    "decision",
    [
        decided(OWN, status=DecisionStatus.REJECTED),
        decided(OWN, points=("p4", "p5")),
        decided(OWN, points=()),
        decided(OWN, number="B-2027-1-3"),
    ],
)
def test_nothing_to_ask(decision: Decision) -> None:
    assert sentence_of(data(AGREED), decision) is None
