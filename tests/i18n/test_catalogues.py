"""The tool that keeps the catalogue: what it finds in code, and what it calls wrong."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools import catalogues
from tools.catalogues import Key

CODE = """
tr.t("One {code}.", code=code)
_("Two" " together")
tr.n("{count} item", "{count} items", count, place="x")
tr.p("month", "May")
raise Refused("{code} has been there since {time}.", code=code, time=time)
raise errors.Busy("Busy.")
LABEL = N_("Label")
tr.t(chosen), tr.t(""), tr.t(f"{x}"), other("not this"), Refused()
tr.t("Yes" if yes else "No")
"""


def test_messages_are_found_in_code() -> None:
    assert dict(catalogues.messages_of(CODE)) == {
        Key("One {code}."): None,
        Key("Two together"): None,
        Key("{count} item"): "{count} items",
        Key("May", "month"): None,
        Key("{code} has been there since {time}."): None,
        Key("Busy."): None,
        Key("Label"): None,
        Key("Yes"): None,
        Key("No"): None,
    }


MESSAGES: dict[Key, str | None] = {
    Key("Hello {name}"): None,
    Key("{count} item"): "{count} items",
    Key("May", "month"): None,
}


def filled(entries: dict[str, object]) -> tuple[Catalog, list[str]]:
    catalogue = catalogues.merge(MESSAGES, Catalog(locale="de"))
    return catalogue, catalogues.fill(catalogue, MESSAGES, entries)


def test_filling_and_keeping(tmp_path: Path) -> None:
    catalogue, problems = filled(
        {
            "Hello {name}": "Hallo {name}",
            "{count} item": ["ein Punkt", "{count} Punkte"],
            "month\x04May": "Mai",
        }
    )
    assert problems == []
    path = tmp_path / "kooperation.po"
    catalogues.save(catalogue, path)
    written = path.read_bytes()
    again = catalogues.merge(dict(reversed(MESSAGES.items())), catalogues.load(path))
    assert catalogues.check(MESSAGES, again) == []
    assert catalogues.missing(MESSAGES, again) == {}
    catalogues.save(again, path)
    assert path.read_bytes() == written

    fewer: dict[Key, str | None] = {Key("Hello {name}"): None}
    assert len(catalogues.check(fewer, again)) == 2
    assert catalogues.check(fewer, catalogues.merge(fewer, again)) == []


def test_what_is_missing_can_be_filled_in() -> None:
    catalogue, _ = filled({})
    assert catalogues.missing(MESSAGES, catalogue) == {
        "Hello {name}": "",
        "month\x04May": "",
        "{count} item": ["", ""],
    }
    assert len(catalogues.check(MESSAGES, catalogue)) == 3


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ({"Hello {name}": "Hallo {nahme}"}, "other places"),
        ({"Hello {name}": "Hallo {name"}, "other places"),
        ({"Hello {name}": "Hallo"}, "other places"),
        ({"{count} item": "ein Punkt"}, "wrong number of forms"),
        ({"{count} item": ["ein {ding}", "{count} Punkte"]}, "other places"),
        ({"{count} item": ["ein Punkt", 2]}, "neither text nor list"),
        ({"May": "Mai"}, "not in the code"),
    ],
)
def test_what_does_not_fit_is_left_out(entries: dict[str, object], problem: str) -> None:
    catalogue, problems = filled(entries)
    assert [problem in found for found in problems] == [True]
    assert len(catalogues.check(MESSAGES, catalogue)) == 3


def test_fuzzy_and_foreign_entries_are_named() -> None:
    catalogue, _ = filled({"Hello {name}": "Hallo {name}", "month\x04May": "Mai"})
    catalogue.delete("Hello {name}")
    catalogue.add("Hello {name}", "Hallo {name}", flags={"fuzzy"})
    catalogue.add("gone", "weg")
    catalogue.delete("May", "month")
    problems = catalogues.check(MESSAGES, catalogue)
    assert {problem.partition(":")[0] for problem in problems} == {
        "not translated",
        "fuzzy",
        "obsolete",
    }
