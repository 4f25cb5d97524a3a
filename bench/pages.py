"""Compares the length meter of the agreement with the pages a browser prints.

    python bench/pages.py [--edges]

Prints the model agreement and one of each template, in both languages, on A4 with the
program's own page and style. With `--edges` each text is also made longer or shorter until
it just fits on two pages; the meter has to say two pages there, give or take five per cent.
Needs Chromium (or Chrome or Edge) on the PATH.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from itertools import count, cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kooperation_tui.documents import Audience, agreement, to_html
from kooperation_tui.documents.clauses import TEMPLATES, clauses
from kooperation_tui.domain.brevity import MOST_PAGES, brevity
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import BLOCKS, Block, Template, Version, VersionStatus
from kooperation_tui.domain.versions import checksum, filled
from kooperation_tui.i18n import translator
from kooperation_tui.practice import build

LANGUAGES = ("de", "en")
MODEL = "model"
DOCUMENTS = (MODEL, *(template.value for template in TEMPLATES))
WAYS = ("blocks", "paragraphs")
"""How a text is made longer: every block alike, or by new paragraphs in turn."""
TOLERANCE = 0.05

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_PARAGRAPH = 40
_SMALLEST_STEP = 4
_NOW = dt.datetime(2026, 12, 2, 12, tzinfo=dt.UTC)
_SIGNATURES = '<h2 class="signatures">'
_VALUES = {
    "de": {
        "anliegen": "Übergängen in Ausbildung und Arbeit",
        "anteil": "1,5",
        "anzahl": "vier",
        "beginn": "1. Januar 2027",
        "datum": "31. Dezember 2029",
        "ende": "31. Dezember 2029",
        "frist": "zehn",
        "gremium": "der Kreistag",
        "handlungsfeld": "die Bildungsberatung im Landkreis",
        "jahre": "zwei",
        "k": "fünf",
        "kennzeichen": "der Zahl der beratenen Menschen",
        "kommune": "Der Landkreis Auental",
        "n": "vier",
        "projekt": "Wege in Arbeit",
        "stunden": "acht",
        "tage": "14",
        "wochen": "acht",
        "ziel": "alle Beratungsangebote sind bekannt und aktuell",
        "zieljahr": "2028",
        "zielgruppe": "junge Menschen und ihre Familien",
        "zweck": "Bildung und Beratung",
    },
    "en": {
        "body": "the county council",
        "concern": "transitions into training and work",
        "date": "31 December 2029",
        "days": "14",
        "deadline": "ten",
        "end": "31 December 2029",
        "field_of_action": "educational guidance in the county",
        "goal": "all guidance services are known and up to date",
        "hours": "eight",
        "indicator": "the number of people who were advised",
        "k": "five",
        "municipality": "The county of Auental",
        "n": "four",
        "number": "four",
        "project": "Ways into Work",
        "purpose": "education and guidance",
        "share": "1.5",
        "start": "1 January 2027",
        "target_group": "young people and their families",
        "target_year": "2028",
        "weeks": "eight",
        "years": "two",
    },
}


def network(language: str) -> Data:
    """The practice network: twelve partners, version 1.1 on paper, a newer text in the making."""
    numbers = count(1)
    return Data.of(build(language, lambda: f"{next(numbers):032x}"))


def texts_of(data: Data, name: str, language: str) -> dict[str, str]:
    """The blocks of the model, or of a template with every place filled."""
    if name == MODEL:
        return {b.key: b.text for b in data.rows(Block)}
    return {
        key: next(
            filled(clause.text, _VALUES[language])
            for clause in clauses(data, key, language)
            if clause.template is Template(name)
        )
        for key in BLOCKS
    }


def stretched(texts: Mapping[str, str], words: int, way: str) -> dict[str, str]:
    """The same text with about so many words between blanks, longer in one of the `WAYS`."""
    have = sum(len(text.split()) for text in texts.values())
    if way == "blocks" or words <= have:
        return {key: _scaled(text, words / have) for key, text in texts.items()}
    source = cycle(" ".join(texts.values()).split())
    done = dict(texts)
    more = words - have
    for key in cycle(key for key in BLOCKS if key in texts):
        if more <= 0:
            return done
        part = list(islice(source, min(more, _PARAGRAPH)))
        done[key] += "\n\n" + " ".join(part)
        more -= len(part)
    return done


def _scaled(text: str, factor: float) -> str:
    parts = text.split(" ")
    return " ".join(islice(cycle(parts), max(round(len(parts) * factor), 1)))


def page_of(data: Data, texts: dict[str, str], language: str) -> str:
    """The agreement open for signature, as the program writes it."""
    version = Version(
        id="f" * 32,
        number="2.0",
        status=VersionStatus.OPEN_FOR_SIGNATURE,
        adopted_on=_NOW.date(),
        valid_from=dt.date(2027, 1, 1),
        texts=texts,
        sha256=checksum(texts),
    )
    view = data.apply(Change(puts=(version,)))
    tr = translator(language)
    return to_html(agreement(view, tr, Audience.PARTNERS, _NOW, version.number))


def without_signatures(page: str) -> str:
    """The page up to its signatures."""
    return f"{page.partition(_SIGNATURES)[0]}</main>\n</body>\n</html>\n"


def printed_pages(browser: str, page: str) -> int:
    """Pages of the PDF that the browser makes of a page."""
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        command = [browser, "--headless", "--disable-gpu", "--no-pdf-header-footer"]
        if os.geteuid() == 0:
            command.append("--no-sandbox")
        command += [f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return len(re.findall(rb"/Type\s*/Page\b", target.read_bytes()))


def edge(browser: str, data: Data, texts: dict[str, str], language: str, way: str) -> int:
    """The most words between blanks with which a text still prints on two pages."""
    fits, spills = 100, 2000
    while spills - fits > _SMALLEST_STEP:
        middle = (fits + spills) // 2
        page = page_of(data, stretched(texts, middle, way), language)
        if printed_pages(browser, without_signatures(page)) <= MOST_PAGES:
            fits = middle
        else:
            spills = middle
    return fits


def main() -> None:
    """Measure and print; exit status 1 if meter and paper differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edges", action="store_true")
    browser = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    args = parser.parse_args()
    if browser is None:
        sys.exit("No browser that prints was found on the PATH; install Chromium.")
    good = _table(browser)
    if args.edges:
        good = _edges(browser) and good
    sys.exit(not good)


def _table(browser: str) -> bool:
    good = True
    print("| document | words | meter | printed | with signatures |")
    print("|---|--:|--:|--:|--:|", flush=True)
    for language in LANGUAGES:
        data = network(language)
        for name in DOCUMENTS:
            texts = texts_of(data, name, language)
            length, page = brevity(texts), page_of(data, texts, language)
            pages = printed_pages(browser, without_signatures(page))
            whole = printed_pages(browser, page)
            good = good and length.too_long == (pages > MOST_PAGES)
            print(
                f"| {language} {name} | {length.words} | {length.pages:.2f} | {pages} | {whole} |",
                flush=True,
            )
    return good


def _edges(browser: str) -> bool:
    good = True
    print("\n| document | longer by | most words on two pages | meter there |")
    print("|---|---|--:|--:|", flush=True)
    for language in LANGUAGES:
        data = network(language)
        for name in DOCUMENTS:
            for way in WAYS:
                texts = texts_of(data, name, language)
                most = edge(browser, data, texts, language, way)
                there = brevity(stretched(texts, most, way)).pages
                good = good and abs(there / MOST_PAGES - 1) <= TOLERANCE
                print(f"| {language} {name} | {way} | {most} | {there:.2f} |", flush=True)
    return good


if __name__ == "__main__":
    main()
