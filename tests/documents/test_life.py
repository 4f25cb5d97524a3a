"""Documents around the agreement: differences, accession, welcome pack, annexes, reminders."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.documents import Audience, DocumentKind, Options, make, to_html
from kooperation_tui.documents.onboarding import demoted
from kooperation_tui.documents.paper import without_front_matter
from kooperation_tui.documents.signature_mail import signature_mail
from kooperation_tui.domain.applied import Application, DataRegister, Resource, ResourceKind
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Block,
    BlockState,
    Person,
    StandingRole,
    StandingRoleKind,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.versions import checksum
from kooperation_tui.i18n import translator
from tests.documents.reading import front_matter, sections
from tests.documents.test_agreement import NOW, signed
from tests.model_network import network, partner_id


def kept(language: str) -> Data:
    """Version 2.0 with its real checksum, nine signatures and three pending."""
    data = signed(language)
    version = next(v for v in data.rows(Version) if v.number == "2.0")
    real = msgspec.structs.replace(version, sha256=checksum(version.texts))
    return data.apply(Change(puts=(real,)))


def made(
    kind: str, data: Data, language: str = "de", which: str = "", *, to: str = "internal"
) -> str:
    options = Options(audience=Audience(to), lang=language, now=NOW)
    return make(DocumentKind(kind), data, options, which).markdown


def page(kind: str, data: Data, which: str = "") -> str:
    options = Options(audience=Audience.INTERNAL, lang="de", now=NOW)
    return to_html(make(DocumentKind(kind), data, options, which))


def test_a_difference_says_in_words_what_went_and_came() -> None:
    text = made("difference", kept("de"), which="1.1..2.0")
    assert "# Änderungen von Fassung 1.1 zu 2.0" in text
    assert "[entfällt: ~~Vertretung.~~] [neu: **Vertretung, die informiert sind" in text
    assert "- Punkt 1: Steuerung und Organisation" in text
    assert made("difference", kept("de"), which="2.0") == text


def test_a_difference_in_english() -> None:
    text = made("difference", kept("en"), "en", "1.1..2.0")
    assert "# Changes from version 1.1 to 2.0" in text
    assert "[dropped: ~~" in text and "[new: **" in text
    assert "## Unchanged" in text


def test_the_wording_as_it_stands_is_compared_with_what_is_in_force() -> None:
    text = made("difference", network("de"))
    assert "zu Arbeitsfassung vom 11. Dezember 2026" in text
    same = made("difference", network("de"), which="1.1..1.1")
    assert "Die beiden Wortlaute sind gleich." in same


def test_dropped_and_new_blocks_say_so() -> None:
    data = network("de")
    rows = {b.key: b for b in data.rows(Block)}
    gone = msgspec.structs.replace(rows["p5"], state=BlockState.NOT_NEEDED, reason="Keine")
    text = made("difference", data.apply(Change(puts=(gone,))))
    assert "Dieser Baustein entfällt." in text


@pytest.mark.parametrize("which", ["9.9", "1.1..9.9", "1.1"])
def test_what_cannot_be_compared_is_refused(which: str) -> None:
    with pytest.raises(Refused):
        made("difference", network("de"), which=which)


def test_words_of_people_do_not_break_the_comparison() -> None:
    data = network("de")
    rows = {b.key: b for b in data.rows(Block)}
    nasty = "# Titel\n<script>x</script> **a** [b](c) | d\n> zitiert"
    changed = msgspec.structs.replace(rows["p4"], text=nasty)
    html = page("difference", data.apply(Change(puts=(changed,))))
    assert "<script" not in html and html.count("<h1") == 1
    assert "&lt;script&gt;x&lt;/script&gt;" in html


def test_a_placeholder_is_not_exported() -> None:
    data = network("de")
    rows = {b.key: b for b in data.rows(Block)}
    draft = msgspec.structs.replace(rows["p4"], text="Binnen {{ tage }} Tagen.")
    data = data.apply(Change(puts=(draft,)))
    for kind in ("agreement", "difference"):
        with pytest.raises(Refused, match="Point 4 still has places to fill: tage"):
            made(kind, data)
    assert "Punkt 4" in made("agreement", data, which="1.1")


def test_the_checksum_is_small_print_at_the_end_of_a_page() -> None:
    html = page("agreement", kept("de"))
    version = next(v for v in kept("de").rows(Version) if v.number == "2.0")
    assert f'<p class="small">Prüfsumme der Fassung (SHA-256): <code>{version.sha256}' in html
    paper = made("agreement", network("de"), which="1.1")
    version = network("de").rows(Version)[0]
    assert paper.rstrip().endswith(f"`{version.sha256}`")


def test_a_proposal_is_called_one() -> None:
    data = kept("de")
    version = next(v for v in data.rows(Version) if v.number == "2.0")
    proposed = msgspec.structs.replace(version, status=VersionStatus.PROPOSED, adopted_on=None)
    text = made("agreement", data.apply(Change(puts=(proposed,))), which="2.0")
    assert "Vorschlag für die Fassung 2.0, gültig ab 1. Januar 2027." in text
    assert "status: vorgeschlagen" in front_matter(text)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_declaration_names_the_version_and_the_partner(language: str) -> None:
    data = kept(language)
    form = made("accession", data, language)
    assert "2.0" in form and form.count("____") > 3
    own = made("accession", data, language, "BB")
    assert "Thomas Berghoff" in own
    assert "Thomas Berghoff" not in made("accession", data, language, "BB", to="public")
    with pytest.raises(Refused):
        made("accession", data, language, "9.9")


def test_the_welcome_pack_holds_everything_in_one_order() -> None:
    data = kept("de").apply(
        Change(
            puts=(
                Resource(
                    id=f"{1:032x}",
                    organisation=partner_id(kept("de"), "BIB"),
                    text="Lesesaal",
                    kind=ResourceKind.ROOM,
                ),
                DataRegister(id=f"{2:032x}", name="Kontakte", purpose="Einladen"),
                StandingRole(
                    id=f"{3:032x}",
                    role=StandingRoleKind.SPOKESPERSON,
                    person=kept("de").rows(Person)[0].id,
                ),
                Application(
                    id=f"{4:032x}",
                    organisation=partner_id(kept("de"), "HSA"),
                    received_on=dt.date(2026, 9, 1),
                    contribution="Zahlen aus der Forschung",
                    contact="Prof. Neu",
                ),
            )
        )
    )
    text = made("onboarding", data, which="HSA")
    titles = [s.title for s in sections(text) if s.title and s.level <= 2]
    assert titles == [
        "Willkommen, Hochschule Auental",
        "Nächste Treffen",
        "Letztes Protokoll",
        "Wer wofür zuständig ist",
        "Partner und Kontakte",
        "Kooperationsvereinbarung des Bildungsnetzes Auental",
        "Maßnahmenplan",
        "Beschlussverzeichnis",
        "Anlage A: Kompetenzen und Mittel der Partner",
        "Anlage C: Verzeichnis der Datenbestände mit Zweck, Zugriff und Löschfrist",
        "Beitrittserklärung",
    ]
    assert "| Stadtbibliothek Auenstadt | Raum | Lesesaal | – | – |" in text
    assert "| spricht für das Netzwerk |" in text
    assert "Unser Beitrag: Zahlen aus der Forschung" in text
    assert "Benannte Person: ____" not in text
    assert "| Kontakte | Einladen | – | – | – | – | – |" in text
    with pytest.raises(Refused, match="No partner has the code “XX”"):
        made("onboarding", data, which="XX")
    public = made("onboarding", data, which="HSA", to="public")
    assert "Miriam Castell" not in public


def test_headings_inside_code_stay() -> None:
    assert demoted("# A\n\n```text\n# kein Titel\n```\n\n###### F") == (
        "## A\n\n```text\n# kein Titel\n```\n\n###### F"
    )
    assert without_front_matter("---\na: b\n---\n\n# A") == "# A"


def test_those_who_have_not_signed_get_one_mail() -> None:
    data = kept("de")
    person = next(p for p in data.rows(Person) if p.name == "Rosa Lindner")
    known = msgspec.structs.replace(person, email="lindner@lindenhof.example")
    mail = signature_mail(data.apply(Change(puts=(known,))), translator("de"), NOW)
    assert mail.to == ("lindner@lindenhof.example",)
    assert mail.without == ("AA", "IHK")
    assert mail.subject == "Unterschrift: Kooperationsvereinbarung, Fassung 2.0"
    assert "- Mehrgenerationenhaus Lindenhof\n" in mail.body
    assert "Sie gilt ab 1. Januar 2027." in mail.body


def test_nobody_is_reminded_when_nothing_can_be_signed() -> None:
    data = network("de").apply(
        Change(deletes=tuple((Version, v.id) for v in network("de").rows(Version)))
    )
    with pytest.raises(Refused, match="No version is open"):
        signature_mail(data, translator("de"), NOW + dt.timedelta(days=1))
