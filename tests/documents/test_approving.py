"""The meeting that corrects and approves the minutes before it says so in its own."""

from __future__ import annotations

import pytest

from kooperation_tui.documents import Audience, check_public, minutes
from kooperation_tui.domain.model import Meeting, Minutes
from kooperation_tui.i18n import translator
from tests.model_network import Desk, started

OLD, NEW = "Die IHK übernimmt die Pflege.", "Die IHK prüft die Pflege."
CORRECTION = (
    "- **Zu berichtigen** im Protokoll vom 17. Juni 2026, TOP 4: "
    "statt „Die IHK übernimmt die Pflege.“ nun „Die IHK prüft die Pflege.“"
)
APPROVED = "Damit ist das Protokoll vom 17. Juni 2026 berichtigt und genehmigt."


def text(desk: Desk, audience: Audience = Audience.INTERNAL, lang: str = "de") -> str:
    made = minutes(desk.data, desk.meeting, translator(lang), audience, desk.now)
    if audience is Audience.PUBLIC:
        assert check_public(made, desk.data, desk.data.get(Meeting, desk.meeting)) == ()
    return made.markdown


def deciding(wording: str, *corrections: str) -> Desk:
    """The open wording approves the minutes of June, with corrections; not counted yet."""
    desk = started()
    desk.type(f"! {wording}")
    desk.type("/genehmigen 2026-2")
    for line in corrections or (f'/berichtigen TOP 4 "{OLD}" "{NEW}"',):
        desk.type(line)
    return desk


@pytest.mark.parametrize("audience", Audience)
def test_correction_and_approval_stand_under_the_item(audience: Audience) -> None:
    desk = deciding("Das Protokoll wird mit der Berichtigung genehmigt.")
    desk.type("= 9 0 0")
    said = text(desk, audience)
    assert CORRECTION in said
    assert APPROVED in said
    assert "2026, item 4: “Die IHK" in text(desk, audience, "en")


def test_a_wording_that_says_it_all_is_not_repeated() -> None:
    desk = deciding(
        f"Das Protokoll vom 17. Juni 2026 wird genehmigt; statt „{OLD}“ heißt es „{NEW}“"
    )
    desk.type("= 9 0 0")
    assert "**Zu berichtigen**" not in text(desk) and "Damit ist" not in text(desk)


@pytest.mark.parametrize("line", ["Noch eine Notiz", "= 1 8 0", "/zurückgezogen"])
def test_without_a_decision_nothing_is_approved(line: str) -> None:
    desk = deciding("Das Protokoll wird genehmigt.")
    desk.type(line)
    assert CORRECTION in text(desk)
    assert "Damit ist" not in text(desk)


def test_a_void_ballot_approves_nothing() -> None:
    desk = deciding("Das Protokoll wird genehmigt.")
    desk.type("= 9 0 0")
    desk.type("= ungültig falsch gezählt")
    assert CORRECTION in text(desk)
    assert "Damit ist" not in text(desk)


def test_approved_after_the_count_as_it_was_sent() -> None:
    desk = started()
    desk.type("! Das Protokoll wird genehmigt.")
    desk.type("= 9 0 0")
    desk.type("/genehmigen 2026-2")
    assert "Damit ist das Protokoll vom 17. Juni 2026 genehmigt." in text(desk)


def test_a_correction_with_a_name_is_no_part_of_the_public_version() -> None:
    line = '/berichtigen TOP 4 "Frau Castell" "Frau Vogt"'
    desk = deciding("Das Protokoll wird genehmigt.", line)
    desk.type("= 9 0 0")
    assert "Castell“ nun" in text(desk, Audience.PARTNERS)
    tr = translator("de")
    public = minutes(desk.data, desk.meeting, tr, Audience.PUBLIC, desk.now)
    assert "Vogt" not in public.markdown
    assert any("Frau Castell → Frau Vogt" in hit.line for hit in public.omitted)


def test_the_attendance_and_the_head_are_corrected_like_an_item() -> None:
    desk = deciding(
        "Das Protokoll wird mit den Berichtigungen genehmigt.",
        '/berichtigen Anwesenheit "Frank Nowak" "Ina Greve"',
        '/correct head: "Raum 1" "Raum 2"',
    )
    desk.type("= 9 0 0")
    said = text(desk)
    assert "17. Juni 2026, Anwesenheit: statt „Frank Nowak“ nun „Ina Greve“" in said
    assert "17. Juni 2026, Kopf: statt „Raum 1“ nun „Raum 2“" in said
    public = text(desk, Audience.PUBLIC)
    assert "Ina Greve" not in public and "Raum 2" in public
    corrected = next(m for m in desk.data.rows(Minutes) if m.corrections)
    june = minutes(desk.data, corrected.meeting, translator("de"), Audience.INTERNAL, desk.now)
    assert "Berichtigt unter „Anwesenheit“: statt „Frank Nowak“ nun „Ina Greve“." in june.markdown
    shown = minutes(desk.data, corrected.meeting, translator("de"), Audience.PUBLIC, desk.now)
    assert "Ina Greve" not in shown.markdown and "Raum 2" in shown.markdown


def test_a_correction_names_the_attendance_or_the_head_before_enter() -> None:
    desk = deciding("Das Protokoll wird genehmigt.")
    line = '/berichtigen Anwesenheit "alt" "neu"'
    assert "Protokoll 2026-2 · Anwesenheit" in desk.plain(line)
