"""Babel says what German and English look like; the catalogue has to say the same."""

import datetime as dt
import gettext
import io
import os
import sys
from pathlib import Path

import pytest
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.i18n import Translator, detect_language, translator
from kooperation_tui.i18n.compile import compile_po
from kooperation_tui.i18n.translator import _load
from tools import catalogues

DE = translator("de")
EN = translator("en")

days = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
times = st.times()


def german(day: dt.date, pattern: str) -> str:
    return format_date(day, pattern, locale="de")


def english(day: dt.date, pattern: str) -> str:
    return format_date(day, pattern, locale="en")


# Dates and times


@given(days)
def test_dates_in_german(day: dt.date) -> None:
    assert DE.date_long(day) == format_date(day, "long", locale="de")
    assert DE.day_long(day) == format_date(day, "full", locale="de")
    assert DE.date_short(day) == format_date(day, "medium", locale="de")
    assert DE.date_tiny(day) == german(day, "dd.MM.")
    assert DE.weekday(day) == german(day, "EEEE")
    assert DE.weekday_short(day) == german(day, "ccc")
    assert DE.day_short(day) == german(day, "ccc dd.MM.y")


@given(days)
def test_dates_in_english(day: dt.date) -> None:
    assert EN.date_long(day) == format_date(day, "long", locale="en_GB")
    assert EN.day_long(day) == english(day, "EEEE, d MMMM y")
    assert EN.date_short(day) == day.isoformat()
    assert EN.date_tiny(day) == english(day, "d MMM")
    assert EN.weekday(day) == english(day, "EEEE")
    assert EN.weekday_short(day) == english(day, "EEE")
    assert EN.day_short(day) == english(day, "EEE y-MM-dd")


@pytest.mark.parametrize("month", range(1, 13))
def test_short_months_in_german(month: int) -> None:
    day = dt.date(2026, month, 1)
    assert DE._months_short[month - 1] == german(day, "LLL")


@given(times)
def test_times(time: dt.time) -> None:
    for said in (DE, EN):
        assert said.time(time) == format_time(time, "HH:mm", locale=said.lang)
    assert DE.clock(time) == f"{DE.time(time)} Uhr"
    assert EN.clock(time) == EN.time(time)


def test_time_of_a_datetime_is_the_time_it_carries() -> None:
    zone = dt.timezone(dt.timedelta(hours=2))
    assert DE.clock(dt.datetime(2026, 10, 14, 9, 4, tzinfo=zone)) == "09:04 Uhr"


# Numbers and lists


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_percent(numerator: int, denominator: int) -> None:
    # Rounded before Babel sees it, halves away from zero as everybody learns it.
    tenths = (2000 * numerator + denominator) // (2 * denominator)
    for said, sign in ((DE, " %"), (EN, "%")):
        number = format_decimal(tenths / 10, "0.0", locale=said.lang)
        assert said.percent(numerator, denominator) == number + sign


@given(st.integers(0, 100))
def test_percent0(percent: int) -> None:
    assert DE.percent0(percent, 100) == format_percent(percent / 100, locale="de").replace(
        "\u00a0", " "
    )
    assert EN.percent0(percent, 100) == format_percent(percent / 100, locale="en")


def test_percent_rounds_halves_away_from_zero() -> None:
    assert DE.percent(8, 9) == "88,9 %"
    assert DE.percent(1, 2) == "50,0 %"
    assert EN.percent(1, 16) == "6.3%"
    assert EN.percent(-1, 16) == "-6.3%"
    assert EN.percent(-1, 10**6) == "0.0%"
    assert EN.percent0(1, 8) == "13%"


def test_percent_of_nothing_is_no_number() -> None:
    assert DE.percent(0, 0) == DE.percent0(0, 0) == "–"


@given(st.lists(st.text(), max_size=6))
def test_join(items: list[str]) -> None:
    assert DE.join(items) == format_list(items, locale="de")
    # English as in en_GB: no comma before the last.
    assert EN.join(items) == format_list(items, locale="en_GB")


def test_ordinals() -> None:
    numbers = (1, 2, 3, 4, 10, 11, 12, 13, 21, 102, 111, 123)
    assert EN.join([EN.ordinal(number) for number in numbers]) == (
        "1st, 2nd, 3rd, 4th, 10th, 11th, 12th, 13th, 21st, 102nd, 111th and 123rd"
    )
    assert [DE.ordinal(number) for number in numbers] == [f"{number}." for number in numbers]


# Sentences


def test_arguments_are_put_into_words_by_type() -> None:
    day = dt.date(2026, 11, 13)
    moment = dt.datetime(2026, 11, 13, 9, 4)
    pattern = "[{day}] [{moment}] [{time}] [{codes}] [{number:02}] [{none}]"
    args = {"day": day, "moment": moment, "time": dt.time(9, 4), "number": 7, "none": None}
    assert DE.t(pattern, codes=["BK", "TH", day], **args) == (
        "[13.11.2026] [09:04] [09:04] [BK, TH und 13.11.2026] [07] [None]"
    )
    assert EN.t(pattern, codes=("BK", "TH"), **args) == (
        "[2026-11-13] [09:04] [09:04] [BK and TH] [07] [None]"
    )


def test_plural_shows_its_count() -> None:
    for said in (DE, EN):
        assert said.n("{count} thing", "{count} things", 1) == "1 thing"
        assert said.n("{count} thing", "{count} things", 0) == "0 things"
        assert said.n("{name}: one", "{name}: {count}", 3, name="BK") == "BK: 3"


def test_context_tells_words_apart() -> None:
    assert DE.p("month", "May") == DE.p("month short", "May") == "Mai"
    assert DE.p("nowhere", "May") == DE.t("May") == "May"


@pytest.mark.parametrize("said", [DE, EN])
def test_the_empty_message_is_empty(said: Translator) -> None:
    assert said.t("") == said.p("month", "") == ""


@given(st.text(), st.dictionaries(st.sampled_from(["a", "b", "count"]), st.text()))
def test_no_text_makes_a_sentence_fail(message: str, args: dict[str, str]) -> None:
    for said in (DE, EN):
        assert isinstance(said.t(message, **args), str)
        assert isinstance(said.p("context", message, **args), str)
        assert isinstance(said.n(message or "x", message, 2, **args), str)


def test_what_people_typed_is_never_read_as_a_pattern() -> None:
    assert DE.t("{text}", text="{0} {text} {") == "{0} {text} {"


def test_a_broken_translation_falls_back_to_the_message() -> None:
    said = Translator("de")
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po += 'msgid "{code} is here."\nmsgstr "{kode} ist da."\n'
    said._catalogue = gettext.GNUTranslations(io.BytesIO(compile_po(po)))
    assert said.t("{code} is here.", code="BK") == "BK is here."
    assert said.t("{code} is {where}.", code="BK") == "{code} is {where}."


def test_an_unknown_language_is_answered_in_english() -> None:
    assert Translator("fr").lang == "en"
    assert translator("de") is translator("de")


# Which language


@pytest.mark.parametrize(
    ("env", "wishes", "language"),
    [
        ({}, (), "en"),
        ({"LANG": "C"}, (), "en"),
        ({"LANG": "C.UTF-8"}, (None,), "en"),
        ({"LANG": "de_DE.UTF-8"}, (), "de"),
        ({"LANG": "de_AT"}, (None, None), "de"),
        ({"LANG": "den_CA"}, (), "en"),
        ({"LANG": "fr_FR.UTF-8"}, (), "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, (), "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "de_CH.UTF-8", "LC_MESSAGES": "C"}, (), "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": ""}, (), "de"),
        ({"LANG": "de_DE.UTF-8"}, ("en",), "en"),
        ({"LANG": "C"}, ("de-AT",), "de"),
        ({"LANG": "C"}, (None, "de"), "de"),
        ({"LANG": "C"}, ("DE", "en"), "de"),
        ({"LANG": "de_DE"}, ("fr",), "de"),
    ],
)
def test_detection(env: dict[str, str], wishes: tuple[str | None, ...], language: str) -> None:
    assert detect_language(env, *wishes) == language


# The catalogue


def test_the_german_catalogue_is_complete() -> None:
    assert catalogues.check(catalogues.extract(), catalogues.load()) == []


def by_babel(po: str) -> dict[object, str]:
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(po.encode())))
    return contents(compiled.getvalue())


def contents(mo: bytes) -> dict[object, str]:
    catalogue: dict[object, str] = dict(vars(gettext.GNUTranslations(io.BytesIO(mo)))["_catalog"])
    catalogue.pop("", None)  # Babel writes a header of its own
    return catalogue


HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""

TRICKY = (
    HEADER
    + r"""
# a comment
#, fuzzy
msgid "not yet sure"
msgstr "noch unsicher"

#, python-brace-format
msgctxt "place"
msgid "with \"quotes\", \\ and\ttab"
msgstr "mit „Anführung“, \\ und\tTabulator"
msgid "{count} item"
msgid_plural "{count} items"
msgstr[0] "{count} Punkt"
msgstr[1] "{count} Punkte"

msgid ""
"two\n"
"lines"
msgstr ""
"zwei\n"
"Zeilen"

msgid "empty"
msgstr ""

#~ msgid "gone"
#~ msgstr "weg"
"""
)


def test_compiling_gives_what_babel_gives() -> None:
    po = catalogues.CATALOGUE.read_text(encoding="utf-8")
    assert contents(compile_po(po)) == by_babel(po)
    assert contents(compile_po(TRICKY)) == by_babel(TRICKY)
    assert contents(compile_po(TRICKY))[("{count} item", 1)] == "{count} Punkte"


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1)))
def test_compiling_keeps_every_text(texts: dict[str, str]) -> None:
    def quoted(text: str) -> str:
        for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
            text = text.replace(plain, escaped)
        return f'"{text}"'

    texts = {one: other for one, other in texts.items() if not {"\0", "\x04"} & {*one, *other}}
    po = HEADER + "".join(
        f"\nmsgid {quoted(one)}\nmsgstr {quoted(other)}\n" for one, other in texts.items()
    )
    assert contents(compile_po(po)) == texts


@pytest.mark.parametrize("line", ["msgid no quotes", 'msgid "open', '"nowhere"', "<<<<<<< HEAD"])
def test_a_line_that_is_no_catalogue_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        compile_po(f"# first line\n{line}\n")


def test_a_changed_source_is_compiled_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # By its name: in the package, "translator" is the function.
    module = sys.modules["kooperation_tui.i18n.translator"]
    monkeypatch.setattr(module, "_LOCALE", tmp_path)
    assert _load("de").gettext("Yes") == "Yes"

    po = tmp_path / "de" / "LC_MESSAGES" / "kooperation.po"
    po.parent.mkdir(parents=True)
    po.write_text(HEADER + '\nmsgid "Yes"\nmsgstr "Ja"\n', encoding="utf-8")
    assert _load("de").gettext("Yes") == "Ja"

    mo = po.with_suffix(".mo")
    mo.write_bytes(compile_po(HEADER + '\nmsgid "Yes"\nmsgstr "Jawohl"\n'))
    os.utime(mo, ns=(0, po.stat().st_mtime_ns + 1))
    assert _load("de").gettext("Yes") == "Jawohl"
    os.utime(mo, ns=(0, po.stat().st_mtime_ns - 1))
    assert _load("de").gettext("Yes") == "Ja"

    po.unlink()
    assert _load("de").gettext("Yes") == "Jawohl"
