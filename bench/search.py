"""Measures the search: preparation, time of a query, and what is found.

    python bench/search.py [--entries N]

The file is invented: lines of random words, and among them pairs such as Häuser/Haus,
each three times. Times are for orientation; a query has to stay below 50 ms.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.events import Event, Noted, NoteKind
from kooperation_tui.domain.model import Meeting, Network, Record
from kooperation_tui.search import Searcher

LIMIT_MS = 50.0
PAIRS = {
    "inflection": [
        ("Häuser", "Haus"),
        ("Vereinbarungen", "Vereinbarung"),
        ("Partnerin", "Partnerinnen"),
        ("beschlossene", "beschlossen"),
        ("Protokolle", "Protokolls"),
        ("Räume", "Raum"),
    ],
    "compound": [
        ("Fernwärmeleitung", "Wärme"),
        ("Beratungslandkarte", "Landkarte"),
        ("Übersetzungskosten", "Kosten"),
        ("Fachtagsplanung", "Planung"),
    ],
    "typing error": [
        ("Genossenschaft", "Genosenschaft"),
        ("Ehrenamtliche", "Ehrenamtilche"),
        ("Fahrtkosten", "Fahrkosten"),
        ("Moderation", "Modertion"),
        ("Kalender", "Kalneder"),
    ],
    "umlaut": [
        ("Grünfläche", "Gruenflaeche"),
        ("Straße", "strasse"),
        ("Förderung", "FOERDERUNG"),
    ],
    "exact": [("Zwetschgendarre", "Zwetschgendarre"), ("Quartiersbüro", "Quartiersbüro")],
}
_SYLLABLES = ("ba ben ger ho kla lung mit", "ner pro rat schu stel ter tig ung ver wal zen")


def invented(count: int) -> tuple[Data, dict[str, set[str]]]:
    """A file with so many notes, and for each query the events that have to be found."""
    chance = random.Random(7)
    syllables = " ".join(_SYLLABLES).split()
    words = ["".join(chance.choices(syllables, k=chance.randint(2, 5))) for _ in range(9000)]
    start = dt.datetime(2016, 1, 4, 9, tzinfo=dt.UTC)
    records: list[Record] = [Network(id="1", name="Netz")]
    planted = [(q, w) for pairs in PAIRS.values() for w, q in pairs for _ in range(3)]
    places = dict(zip(chance.sample(range(count), len(planted)), planted, strict=True))
    wanted: dict[str, set[str]] = {}
    for number in range(count):
        meeting = f"{0x100 + number // 100:x}"
        at = start + dt.timedelta(days=7 * (number // 100))
        if number % 100 == 0:
            records.append(Meeting(id=meeting, body="", year=at.year, number=number + 1, start=at))
        line = chance.choices(words, k=chance.randint(12, 45))
        identity = f"{0x100000 + number:x}"
        if number in places:
            query, word = places[number]
            line[chance.randrange(len(line))] = word
            wanted.setdefault(query, set()).add(identity)
        note = Noted(kind=NoteKind.NOTE, text=" ".join(line))
        seq = number % 100 + 1
        records.append(
            Event(id=identity, meeting=meeting, seq=seq, at=at, recorded_at=at, what=note)
        )
    return Data.of(records), wanted


def main() -> None:
    """Prepare, ask, print; exit status 1 if a query takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=20_000)
    data, wanted = invented(parser.parse_args().entries)
    searcher = Searcher()
    began = time.perf_counter()
    searcher.prepare(data)
    prepared = time.perf_counter() - began
    began = time.perf_counter()
    searcher.prepare(Data(dict(data.tables)))
    again = time.perf_counter() - began
    print(f"preparation {prepared:.2f} s, after a new line {again:.2f} s")
    searcher.find(data, "xyzzyxyzzy")  # the words are collected once
    worst = 0.0
    for kind, pairs in PAIRS.items():
        times, recall = [], []
        for _, query in pairs:
            began = time.perf_counter()
            found = {hit.id for hit in searcher.find(data, query, 10)}
            times.append((time.perf_counter() - began) * 1000)
            recall.append(len(found & wanted[query]) / 3)
        worst = max(worst, *times)
        print(
            f"{kind:13} median {statistics.median(times):5.1f} ms  max {max(times):5.1f} ms  "
            f"found {statistics.mean(recall):4.0%}"
        )
    for query in ("ung", "verwal proratung", "bager stelter zenung"):
        began = time.perf_counter()
        searcher.find(data, query)
        took = (time.perf_counter() - began) * 1000
        worst = max(worst, took)
        print(f"common words  {took:5.1f} ms  “{query}”")
    print(
        f"worst {worst:.1f} ms, limit {LIMIT_MS:g} ms: {'ok' if worst < LIMIT_MS else 'too much'}"
    )
    sys.exit(worst >= LIMIT_MS)


if __name__ == "__main__":
    main()
