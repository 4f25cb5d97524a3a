"""Minutes sent twice: what was sent stays, and the new version shows the old wording."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.documents import Audience, check_public, minutes, stored_minutes
from kooperation_tui.documents.sending import texts_to_send
from kooperation_tui.domain.commands import minutes as life
from kooperation_tui.domain.model import Meeting, ObjectionOutcome
from kooperation_tui.i18n import translator
from tests.model_network import DAY, Desk, started

SENT = DAY + dt.timedelta(days=2)


def send(desk: Desk, on: dt.date) -> None:
    record = life.as_sent(desk.data, desk.moment, meeting=desk.meeting, on=on)
    texts = texts_to_send(desk.data, record, "de", desk.now)
    desk.data = desk.data.apply(life.send(desk.data, desk.moment, minutes=record, texts=texts))


@pytest.fixture
def twice() -> Desk:
    """Sent, objected to, drawn up again; not sent the second time."""
    desk = started()
    desk.type("Die Karte kostet 500 Euro.")
    desk.type("% Das Budget reicht nicht.")
    desk.type("/kenntnis")
    desk.at(11, 0).type("/schluss")
    send(desk, SENT)
    objected = life.object_to(
        desk.data,
        desk.moment,
        meeting=desk.meeting,
        organisation=desk.partner("VHS"),
        text="Es waren 600 Euro",
        on=SENT,
    )
    desk.data = desk.data.apply(objected)
    settled = life.settle_objection(
        desk.data,
        desk.moment,
        meeting=desk.meeting,
        number=1,
        outcome=ObjectionOutcome.ACCEPTED,
    )
    desk.data = desk.data.apply(settled)
    desk.data = desk.data.apply(life.redraft(desk.data, desk.moment, meeting=desk.meeting))
    desk.type('/edit "500 Euro" "600 Euro"')
    desk.type('/edit "reicht nicht" "reicht doch"')
    return desk


def text(desk: Desk, audience: Audience, lang: str = "de") -> str:
    return minutes(desk.data, desk.meeting, translator(lang), audience, desk.now).markdown


def test_the_new_version_shows_the_old_wording(twice: Desk) -> None:
    said = text(twice, Audience.INTERNAL)
    assert "fassung: 2" in said
    assert "- Die Karte kostet 600 Euro." in said
    assert "Fassung 2 ersetzt die Fassung 1, versandt am 16. Oktober 2026." in said
    assert "- TOP 1: „Die Karte kostet 500 Euro.“ wurde zu „Die Karte kostet 600 Euro.“" in said
    assert "Es waren 600 Euro. Angenommen." in said
    assert "reicht nicht" in said
    assert "Version 2 replaces version 1" in text(twice, Audience.INTERNAL, "en")


def test_partners_read_no_confidential_change_and_the_public_none(twice: Desk) -> None:
    assert "500 Euro" in text(twice, Audience.PARTNERS)
    assert "Budget" not in text(twice, Audience.PARTNERS)
    tr = translator("de")
    public = minutes(twice.data, twice.meeting, tr, Audience.PUBLIC, twice.now)
    assert "Fassung 2 ersetzt die Fassung 1" in public.markdown
    assert "500 Euro" not in public.markdown
    assert check_public(public, twice.data, twice.data.get(Meeting, twice.meeting)) == ()


def test_what_was_sent_first_is_kept(twice: Desk) -> None:
    row = twice.data.get(Meeting, twice.meeting)

    def kept(version: int = 0) -> str:
        return stored_minutes(twice.data, row, Audience.INTERNAL, "de", "md", version) or ""

    first = kept(1)
    assert "500 Euro" in first and "600 Euro" not in first
    assert kept() == kept(2) == kept(3) == ""
    send(twice, SENT + dt.timedelta(days=7))
    assert kept(1) == first
    assert "wurde zu „Die Karte kostet 600 Euro.“" in kept(2) == kept()
