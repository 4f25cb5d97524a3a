"""What must not become public, and where it stands (G-06).

Names of people, ways to reach them, times of attendance and hand-over, what is
confidential, and how single partners voted. Rather too strict than too mild.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape

from kooperation_tui.documents.agenda_part import planned_starts
from kooperation_tui.documents.document import Document, DocumentKind, Hit, HitKind
from kooperation_tui.documents.paper import without_front_matter
from kooperation_tui.documents.text import one_line, unmarked
from kooperation_tui.domain import events as ev
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting, Organisation, Person
from kooperation_tui.domain.plan import zone
from kooperation_tui.domain.state import MeetingState

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,-])(?:\+\d|0\d)[\d\s/()–-]{5,}\d")
_VOTED = re.compile(
    r"\b(?:stimm(?:t|te|en|ten)\b(?!.*\b(?:ab|überein)\b)|gestimmt\b|enth(?:ält|ielt|alten)\b"
    r"|(?:nein|ja)-?stimme\b|votes? (?:against|for|in favou?r|no|yes)\b|voted\b|abstain)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?|\n]+")
_SHORTEST_SECRET = 8
# Soft hyphens and marks without width, which would hide a name.
_UNSEEN = dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065)))


def check_public(document: Document, data: Data, meeting: Meeting | None) -> tuple[Hit, ...]:
    """Everything in a document that a public one must not hold.

    Args:
        document: any document, checked as it reads, without its front matter.
        data: the file, for the names of people.
        meeting: the meeting it is about; None for registers and the agreement.
    """
    finder = Finder(data, meeting, planned=document.kind is DocumentKind.AGENDA)
    lines = without_front_matter(document.markdown).split("\n")
    return tuple(hit for line in lines for hit in finder.hits(line))


class Finder:
    """Finds in a text what must not become public.

    `planned` if the planned times of the items stand in the document.
    """

    def __init__(self, data: Data, meeting: Meeting | None, *, planned: bool = False) -> None:
        state = state_of(data, meeting.id) if meeting is not None else None
        people = _people(data, state)
        self._public_names = _any_of([*_organisation_names(data), *_places(data, people)])
        self._names = _any_of(_names_of(people), after="(?:['’]?s|['’])?")
        self._phones = _phone_pattern(p.phone for p in data.rows(Person))
        self._times = _times(data, meeting, state, planned) if meeting and state else []
        self._secrets = _any_of(_confidential(state)) if state is not None else None
        self._said = _any_of(_positions(state)) if state is not None else None
        self._partners = _partner_pattern(data)

    def hits(self, text: str) -> tuple[Hit, ...]:
        """What is found in a text, each kind and wording once."""
        line = _as_read(text)
        found = dict.fromkeys(self._found(line))
        return tuple(Hit(kind=kind, text=words, line=one_line(text)) for kind, words in found)

    def _found(self, line: str) -> Iterator[tuple[HitKind, str]]:
        if self._names is not None:
            own = self._public_names.sub(" ", line) if self._public_names else line
            yield from ((HitKind.NAME, m[0]) for m in self._names.finditer(own))
        for pattern in (_EMAIL, _PHONE, self._phones):
            if pattern is not None:
                yield from ((HitKind.CONTACT, m[0].strip()) for m in pattern.finditer(line))
        for pattern in self._times:
            yield from ((HitKind.TIME, m[0]) for m in pattern.finditer(line))
        for kind, pattern in ((HitKind.CONFIDENTIAL, self._secrets), (HitKind.VOTE, self._said)):
            if pattern is not None:
                yield from ((kind, m[0]) for m in pattern.finditer(line))
        for said in _SENTENCE.split(line):
            if _VOTED.search(said) and self._partners and self._partners.search(said):
                yield HitKind.VOTE, said.strip()


def _as_read(text: str) -> str:
    """A line of Markdown as a reader sees it, without marks nobody sees."""
    shown = unescape(unmarked(text)).translate(_UNSEEN)
    return unicodedata.normalize("NFC", one_line(shown))


def _any_of(texts: Iterable[str], after: str = "") -> re.Pattern[str] | None:
    """Any of these texts as whole words, longest first, however blanks are set."""
    read = {_as_read(text) for text in texts}
    words = [r"\s+".join(map(re.escape, text.split())) for text in read if text]
    if not words:
        return None
    words.sort(key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)}){after}(?!\w)", re.IGNORECASE)


def _organisation_names(data: Data) -> list[str]:
    """Names that are public although a person's name may stand in them."""
    former = (past.name for o in data.rows(Organisation) for past in o.former)
    return [*(o.name for o in data.rows(Organisation)), *former, data.network.name]


def _places(data: Data, people: set[str]) -> list[str]:
    """Where meetings are held, although a room may be called like somebody: “Saal 1”.

    Not a place that names a person in full.
    """
    full = _any_of(name for name in people if len(name.split()) > 1)
    places = {meeting.place for meeting in data.rows(Meeting) if meeting.place.strip()}
    return [place for place in places if full is None or not full.search(_as_read(place))]


def _people(data: Data, state: MeetingState | None) -> set[str]:
    names = {person.name for person in data.rows(Person)}
    if state is not None:
        names |= {guest.name for guest in state.guests}
        names |= {guest.name for guest in state.expected_guests}
    labels = {person.name for person in data.rows(Person) if person.erased_on is not None}
    return {name for name in names - labels if name.strip()}


def _names_of(people: Iterable[str]) -> Iterator[str]:
    """Full names, surnames, and both parts of a double one."""
    for name in people:
        parts = _as_read(name).split()
        if parts:
            yield " ".join(parts)
            yield parts[-1]
            yield from (part for part in parts[-1].split("-") if len(part) > 2)


def _phone_pattern(phones: Iterable[str]) -> re.Pattern[str] | None:
    """Known numbers, however they are grouped."""
    digits = {re.sub(r"\D", "", phone) for phone in phones}
    loose = [r"[\s/()–-]*".join(number) for number in sorted(digits) if len(number) > 4]
    return re.compile(rf"(?<!\d)(?:{'|'.join(loose)})(?!\d)") if loose else None


def _times(
    data: Data, meeting: Meeting, state: MeetingState, planned: bool
) -> list[re.Pattern[str]]:
    """Times of people, without those that the agenda shows anyway."""
    private: list[dt.datetime | None] = []
    private += [moment for p in state.presences for moment in (p.start, p.end)]
    private += [moment for g in state.guests for moment in (g.start, g.end)]
    private += [moment for r in state.roles for moment in (r.start, r.end)]
    runs = (run for item in state.items for run in item.runs)
    shown = [meeting.start, meeting.end, state.started_at, state.ended_at]
    shown += [moment for run in runs for moment in (run.start, run.end)]
    if planned:
        shown += planned_starts(meeting, state)
    where = zone(data)

    def clocks(moments: Iterable[dt.datetime | None]) -> set[str]:
        aware = (m for m in moments if m is not None)
        return {f"{m.astimezone(where) if m.tzinfo else m:%H:%M}" for m in aware}

    return [_clock_pattern(clock) for clock in sorted(clocks(private) - clocks(shown))]


def _clock_pattern(clock: str) -> re.Pattern[str]:
    """09:25, 9:25, 9.25 Uhr, 9h25"""
    hour, minute = clock.split(":")
    return re.compile(
        rf"(?<![\d:.])0?{int(hour)}(?::{minute}(?!\d)|\.{minute}(?=\s*(?:Uhr|h\b))|h{minute}(?!\d))"
    )


def _confidential(state: MeetingState) -> list[str]:
    """Confidential words: entries, and everything typed for a confidential item."""
    items = {i.item.id: i.item for i in state.items if i.item.confidential}
    texts = [item.title for item in items.values()]
    texts += [text for item in items.values() for text in (item.goal, item.wording)]
    for entry in state.entries:
        if entry.confidential or entry.item in items:
            texts += [entry.text, *entry.old]
    texts += [w.text for w in state.wordings if w.item in items]
    return _worth_finding(texts)


def _positions(state: MeetingState) -> list[str]:
    """What single partners said for the record, and remarks on votes."""
    kinds = (ev.NoteKind.STATEMENT, ev.NoteKind.MINORITY)
    texts = []
    for entry in state.entries:
        if isinstance(entry.what, ev.Noted) and entry.what.kind in kinds:
            texts.append(entry.text)
        if isinstance(entry.what, ev.Balloted):
            texts += entry.remarks
    return _worth_finding(texts)


def _worth_finding(texts: Iterable[str]) -> list[str]:
    """Without what is too short to mean anything by itself."""
    read = dict.fromkeys(_as_read(text) for text in texts)
    return [t for t in read if len(t) >= _SHORTEST_SECRET or len(re.findall(r"\w+", t)) > 1]


def _partner_pattern(data: Data) -> re.Pattern[str] | None:
    names: set[str] = set()
    for partner in data.rows(Organisation):
        names |= {partner.code, partner.name, partner.short_name}
        names |= {word for past in partner.former for word in (past.code, past.name)}
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None
