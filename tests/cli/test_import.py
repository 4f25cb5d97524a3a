"""`kooperation import partners` and the reading of lists behind it."""

from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain.codes import propose_code
from kooperation_tui.domain.data import Data, Moment
from kooperation_tui.domain.model import Organisation, Person
from kooperation_tui.domain.sheets import decode, read_partners, take_over
from tests.cli.conftest import PARTNERS, Cli

HEAD = "Kürzel;Name;Vertreten durch;Stellvertretung;E-Mail\n"
EMPTY = Data.of(())


def test_a_preview_stores_nothing(cli: Cli) -> None:
    cli.ok("new", str(cli.file), "--name", "N")
    before = cli.file.read_bytes()
    (cli.home / "p.csv").write_bytes(
        (HEAD + "VHS;Volkshochschule;Jonas Reuter;;\n").encode("cp1252")
    )
    result = cli.ok("--lang", "de", "import", "partners", "p.csv")
    assert "VHS" in result.out and "Erkannt: 1 Partner, 1 Person." in result.err
    assert "--yes" in result.err
    assert cli.file.read_bytes() == before
    cli.ok("import", "partners", "p.csv", "--yes")
    assert cli.ok("list", "partners", "--json").json[0]["delegate"] == "Jonas Reuter"


def test_problems_are_named_by_line(network: Cli) -> None:
    text = HEAD + "VHS;Zweite Schule;;;\n;;;;\nX!;Dritte;A B;;kein Mail\nHWK;;C D;;\n"
    result = network.ok("--lang", "de", "import", "partners", "-", stdin=text)
    assert "Zeile 2: Kürzel VHS gibt es schon, Vorschlag VHSA." in result.err
    assert "Zeile 2: keine Person, kann später ergänzt werden." in result.err
    assert "Zeile 4: „X!“ ist kein Kürzel" in result.err
    assert "Zeile 4: „kein Mail“ ist keine E-Mail-Adresse" in result.err
    assert "Zeile 5: der Name fehlt" in result.err


def test_nothing_recognised_is_refused(network: Cli) -> None:
    assert network("import", "partners", "-", "--yes", stdin="\n\n").code == 1
    assert network("import", "partners", "fehlt.csv").code == 2


def test_the_same_list_twice_adds_nothing(network: Cli) -> None:
    sheet = "\n".join("\t".join(row) for row in PARTNERS)
    before = network.file.read_bytes()
    assert network("import", "partners", "-", "--yes", stdin=sheet).code == 1
    assert network.file.read_bytes() == before


def test_separators_and_headings() -> None:
    for mark in "\t;,":
        plain = f"VHS{mark}Volkshochschule{mark}Jonas Reuter"
        for text in (plain, f"Code{mark}Name{mark}Delegate\n{plain}"):
            (partner,) = read_partners(text, EMPTY).partners
            assert (partner.code, partner.name, partner.delegate) == (
                "VHS",
                "Volkshochschule",
                "Jonas Reuter",
            )
    (partner,) = read_partners("E-Mail\tName\na@b.example\tBüro", EMPTY).partners
    assert partner.name == "Büro"


def test_vertretung_is_the_delegate_where_nobody_else_is() -> None:
    sheet = read_partners("Kürzel;Name;Vertretung;Stellvertretung\nAB;Amt;Eva Alt;Jan Neu\n", EMPTY)
    assert (sheet.partners[0].delegate, sheet.partners[0].deputies) == ("Eva Alt", ("Jan Neu",))
    sheet = read_partners("Name;Vertreten durch;Vertretung\nAmt;Eva Alt;Jan Neu\n", EMPTY)
    assert (sheet.partners[0].delegate, sheet.partners[0].deputies) == ("Eva Alt", ("Jan Neu",))


def test_a_column_that_nobody_knows_is_named() -> None:
    sheet = read_partners("Kürzel;Name;Fax\nAB;Amt;123\n", EMPTY)
    assert [p.args for p in sheet.problems if p.line == 1] == [{"name": "Fax"}]


def test_a_list_without_codes_gets_them_proposed() -> None:
    text = "Stadtbibliothek Auenstadt\tPetra Vogt\nStadtwerke Auenstadt\tAnna Ohm\n"
    assert [p.code for p in read_partners(text, EMPTY).partners] == ["SA", "STA"]


def test_quotes_lines_and_unclosed_quotes() -> None:
    (one,) = read_partners('VHS;"Schule; am Berg";"Jonas\nReuter"\n', EMPTY).partners
    assert (one.name, one.delegate) == ("Schule; am Berg", "Jonas Reuter")
    assert len(read_partners('AA;"Eins;X Y\nBB;Zwei;Z A\n', EMPTY).partners) == 2


def test_several_deputies_and_an_address() -> None:
    sheet = read_partners("AA;Amt;Eva Eins;Zoe Zwei, Dora Drei;e@amt.example\n", EMPTY)
    change = take_over(EMPTY, _moment(), sheet)
    data = EMPTY.apply(change)
    assert {p.name: p.email for p in data.rows(Person)} == {
        "Eva Eins": "e@amt.example",
        "Zoe Zwei": "",
        "Dora Drei": "",
    }


def test_a_person_for_two_partners_is_one_person() -> None:
    sheet = read_partners("AA;Eins;Eva Eins;;e@a.example\nBB;Zwei;eva eins;;\n", EMPTY)
    assert sheet.people == 1
    data = EMPTY.apply(take_over(EMPTY, _moment(), sheet))
    assert [p.name for p in data.rows(Person)] == ["Eva Eins"]


def test_bytes_of_any_office() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert decode("Müller".encode(encoding)) == "Müller"


def _moment() -> Moment:
    numbers = itertools.count(1)
    return Moment(
        now=dt.datetime(2026, 10, 14, tzinfo=dt.UTC), new_id=lambda: f"{next(numbers):032x}"
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_whatever_is_pasted_is_read_and_can_be_taken_over(text: str) -> None:
    sheet = read_partners(text, EMPTY)
    codes = [p.code.casefold() for p in sheet.partners]
    assert len(set(codes)) == len(codes)
    if sheet.partners:
        data = EMPTY.apply(take_over(EMPTY, _moment(), sheet))
        assert len(data.rows(Organisation)) == len(sheet.partners)


@given(st.text(max_size=40), st.sets(st.text(alphabet="ABX2", min_size=2, max_size=4)))
def test_a_proposed_code_is_a_free_code(name: str, taken: set[str]) -> None:
    code = propose_code(name, taken)
    assert 2 <= len(code) <= 8 and code.isalnum() and code == code.upper()
    assert code.casefold() not in {one.casefold() for one in taken}
