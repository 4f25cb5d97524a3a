"""Every kind of export becomes a file; a public one holds no names."""

from __future__ import annotations

from pathlib import Path

import pytest

from kooperation_tui.documents import Audience, DocumentKind
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.i18n import translator
from kooperation_tui.tui.making import CHEATSHEET, MAILS, PEOPLE, RESULTS, remarks, write
from kooperation_tui.tui.view import View
from tests.model_network import clock, meeting_id, network, partner_id, started

KINDS = (
    DocumentKind.AGENDA.value,
    DocumentKind.AGREEMENT.value,
    DocumentKind.ACTIONS.value,
    DocumentKind.DECISIONS.value,
    DocumentKind.PARKING.value,
    PEOPLE,
    CHEATSHEET,
    *MAILS,
)


def view(lang: str) -> View:
    data = network(lang)
    return View(data, meeting_id(data), translator(lang), clock(9), 80)


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written(kind: str, lang: str, tmp_path: Path) -> None:
    values = {"kind": kind, "audience": Audience.PARTNERS.value, "format": "html"}
    path = write(view(lang), tmp_path, values)
    assert path.parent == tmp_path and path.read_text(encoding="utf-8").strip()
    assert write(view(lang), tmp_path, values) == path
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("kind", [DocumentKind.MINUTES.value, RESULTS])
def test_minutes_of_a_meeting_that_was_not_held_are_refused(kind: str, tmp_path: Path) -> None:
    values = {"kind": kind, "audience": Audience.PARTNERS.value, "format": "md"}
    with pytest.raises(KooperationError):
        write(view("de"), tmp_path, values)
    assert not list(tmp_path.iterdir())


def test_what_a_public_version_leaves_out_is_told() -> None:
    desk = started()
    desk.type(": HWK Wir tragen das mit.")
    desk.type("Miriam Castell ruft an.")
    here = View(desk.data, desk.meeting, translator("de"), desk.now, 80)
    values = {"kind": DocumentKind.MINUTES.value, "format": "md"}
    said = remarks(here, values | {"audience": Audience.PUBLIC.value})
    assert said[0] == "2 Zeilen wurden weggelassen:"
    assert any("Wir tragen das mit." in line for line in said)
    assert any("der Name einer Person" in line for line in said)
    assert remarks(here, values | {"audience": Audience.PARTNERS.value}) == ()


def test_who_has_no_address_is_told() -> None:
    here = view("de")
    values = {"kind": "mail invitation", "audience": Audience.PARTNERS.value, "format": "md"}
    (said,) = remarks(here, values)
    assert said.startswith("Ohne Adresse: ")
    for code in said.removeprefix("Ohne Adresse: ").split(", "):
        assert partner_id(here.data, code)
