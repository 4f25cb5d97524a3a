"""What the minutes say about a decided point: its name, its wording, the invitation."""

from __future__ import annotations

import pytest

from kooperation_tui.documents import Audience, DocumentKind, Options, make, minutes
from kooperation_tui.documents.sending import send
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import agreement
from kooperation_tui.domain.model import Subject
from kooperation_tui.domain.plan import block_of
from kooperation_tui.i18n import translator
from tests.domain.room import Room
from tests.model_network import DAY, Desk, started


def markdown(desk: Desk) -> str:
    tr = translator(desk.language)
    return minutes(desk.data, desk.meeting, tr, Audience.INTERNAL, desk.now).markdown


def words_of(desk: Desk, key: str) -> str:
    block = block_of(desk.data, key)
    assert block is not None
    return block.text


@pytest.mark.parametrize(
    ("language", "label", "title"),
    [
        ("de", "Angenommen. Betrifft: Punkt 3 (Mitarbeit).", "**Wortlaut von Punkt 3 (Mitarb"),
        ("en", "Carried. This is about Point 3 (commitment).", "**Wording of Point 3 (commit"),
    ],
)
def test_a_sentence_about_a_point_names_it_and_brings_its_wording(
    language: str, label: str, title: str
) -> None:
    desk = started(language)
    for line in ("/item 5", "! P3: Wir kommen.", "= 8 1 0"):
        desk.type(line)
    said = markdown(desk)
    assert label in said and title in said
    assert words_of(desk, "p3") in said


def test_a_point_decided_in_its_own_words_stands_there_once() -> None:
    desk = started()
    text = words_of(desk, "p3")
    for line in ("/item 5", f"! P3: {text}", "= 8 1 0"):
        desk.type(line)
    assert markdown(desk).count(text) == 1
    assert "Wortlaut von" not in markdown(desk)


def test_an_annex_that_holds_the_wording_is_enough() -> None:
    desk = started()
    for line in ("/item 5", "! P3: Punkt 3 wird angenommen.", "= 8 1 0"):
        desk.type(line)
    assert "Wortlaut von Punkt 3" in markdown(desk)
    desk.type("/anlage Vereinbarung, Punkte 3 und 8 im Wortlaut")
    assert "Wortlaut von Punkt 3" not in markdown(desk)
    assert "B-2026-3-1.** Punkt 3 wird angenommen." in markdown(desk)


def test_the_wording_stays_that_of_the_day() -> None:
    desk = started()
    for line in ("/item 5", "! P3: Wir kommen.", "= 8 1 0"):
        desk.type(line)
    then = words_of(desk, "p3")
    change = agreement.set_block(desk.data, desk.moment, key="p3", text="Ganz anders.")
    desk.data = desk.data.apply(change)
    assert then in markdown(desk) and "Ganz anders" not in markdown(desk)


def test_the_sentence_that_became_the_wording_is_not_told_twice() -> None:
    desk = started()
    for line in ("/item 5", "! P3: Wir kommen.", "= 8 1 0"):
        desk.type(line)
    block = block_of(desk.data, "p3")
    assert block is not None
    change = agreement.set_block(
        desk.data,
        desk.moment,
        key="p3",
        text="Wir kommen.",
        state=block.state,
        decision=block.decision,
    )
    desk.data = desk.data.apply(change)
    assert "Wortlaut von" not in markdown(desk)


def test_sent_minutes_keep_what_was_the_wording_when_they_were_sent() -> None:
    desk = started()
    for line in ("/outcome", "/item 5", "! P3: Wir kommen.", "= 8 1 0", "/close"):
        desk.at(11).type(line)
    clause, block = words_of(desk, "p3"), block_of(desk.data, "p3")
    assert block is not None

    def sent(desk: Desk) -> str:
        change = send(desk.data, desk.moment, meeting=desk.meeting, on=DAY, anyway=True)
        data = desk.data.apply(change)
        later = agreement.set_block(data, desk.moment, key="p3", text="Später anders.")
        options = Options(audience=Audience.PARTNERS, lang="en", now=desk.now)
        return make(DocumentKind.MINUTES, data.apply(later), options, desk.meeting).markdown

    assert clause in sent(desk)
    change = agreement.set_block(
        desk.data,
        desk.moment,
        key="p3",
        text="Wir kommen.",
        state=block.state,
        decision=block.decision,
    )
    desk.data = desk.data.apply(change)
    assert clause not in sent(desk) and "Später" not in sent(desk)


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Stand nicht in der Einladung."), ("en", "It was not on the invitation.")],
)
def test_what_was_not_announced_is_said(language: str, said: str) -> None:
    room = Room(agreed=False)
    room.do(it.AddItem(title="Aufnahme", subject=Subject.ADMISSION))
    room.noted()
    room.go(6)
    room.decide()
    tr = translator(language)
    document = minutes(room.data, room.meeting, tr, Audience.INTERNAL, room.moment().now)
    assert said in document.markdown
    assert said not in markdown(started(language))
