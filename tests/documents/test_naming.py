"""Organisations inside a sentence: the article where it is sure, else a sentence without one."""

from __future__ import annotations

import msgspec
import pytest

from kooperation_tui.documents import Audience, minutes
from kooperation_tui.documents.naming import with_article
from kooperation_tui.domain.data import Change
from kooperation_tui.i18n import translator
from tests.documents.model_case import NOW, held, held_meeting


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Bildungsbüro", "das Bildungsbüro"),
        ("Bildungsbüro der Stadt", "das Bildungsbüro der Stadt"),
        ("Bildungsbüro Auenstadt", "das Bildungsbüro Auenstadt"),
        ("Landkreis Auental", "der Landkreis Auental"),
        ("Stadtbibliothek Auenstadt", "die Stadtbibliothek Auenstadt"),
        ("Regionales Bildungsbüro Auenstadt", ""),
        ("Haus Sonne gGmbH", ""),
        ("Migrationsberatung Brücke e. V.", ""),
        ("Lesen verbindet", ""),
    ],
)
def test_the_first_word_gives_the_article(name: str, said: str) -> None:
    assert with_article(translator("de"), name) == (said or name)


@pytest.mark.parametrize(
    ("controller", "said"),
    [
        ("Bildungsbüro der Stadt", "Datenschutz: Verantwortlich ist das Bildungsbüro der Stadt."),
        ("Lesen verbindet", "Datenschutz: Verantwortliche Stelle ist Lesen verbindet."),
    ],
)
def test_the_notice_names_the_controller(controller: str, said: str) -> None:
    data = held("de")
    data = data.apply(Change(puts=(msgspec.structs.replace(data.network, controller=controller),)))
    made = minutes(data, held_meeting(data).id, translator("de"), Audience.INTERNAL, NOW)
    assert said in made.markdown
