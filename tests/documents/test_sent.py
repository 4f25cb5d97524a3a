"""Minutes that went out come out again as they were, whatever changes in the file later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import product
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kooperation_tui.documents import (
    Audience,
    DocumentKind,
    Options,
    make,
    minutes,
    stored_minutes,
    to_html,
)
from kooperation_tui.documents.sending import send
from kooperation_tui.domain.applied import Circular, CircularResult
from kooperation_tui.domain.commands import minutes as life
from kooperation_tui.domain.commands.erasing import erase_person
from kooperation_tui.domain.data import Change, Data, row_key
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Correction,
    Meeting,
    Minutes,
    MinutesStatus,
    Network,
    ObjectionOutcome,
    Organisation,
    ParkingItem,
    Person,
)
from kooperation_tui.domain.tasks import progressed
from kooperation_tui.i18n import translator
from tests.documents.model_case import SENT, held, held_meeting
from tests.model_network import DAY, Desk, clock, ids, partner_id, started


class Later(Desk):
    """A desk whose ids are not those of the lines that are there."""

    def __init__(self, data: Data, *, now: dt.datetime | None = None) -> None:
        super().__init__(data, now=now or clock(13))
        self._new_id = ids(0x90000 + 0x100 * len(data.log(self.meeting)))


FORMS = tuple(product(Audience, ("de", "en"), (False, True)))
LATER = clock(9, day=dt.date(2027, 3, 1))
NUMBER = "B-2026-4-1"


@cache
def draft() -> Data:
    """The model meeting with something of everything, not sent yet; the next one is planned."""
    data = held("de")
    record = next(m for m in data.rows(Minutes) if m.meeting == held_meeting(data).id)
    unsent = msgspec.structs.replace(
        record, status=MinutesStatus.DRAFT, sent_on=None, objections_until=None
    )
    done = next(a for a in data.rows(Action) if a.meeting == held_meeting(data).id)
    topic = next(t for t in data.rows(ParkingItem) if t.meeting == held_meeting(data).id)
    asked = Circular(
        id=f"{0xB000:032x}",
        text="Wir unterstützen den Aufruf.",
        opened_on=DAY - dt.timedelta(days=20),
        deadline=DAY - dt.timedelta(days=6),
        entitled=(partner_id(data, "BB"), partner_id(data, "VHS")),
        result=CircularResult.CARRIED,
        closed_on=DAY - dt.timedelta(days=6),
        decision="B-2026-U-1",
    )
    polished = progressed(done, on=DAY, status=ActionStatus.DONE)[0]
    target = next(a for a in data.rows(Action) if a.meeting != held_meeting(data).id)
    moved = msgspec.structs.replace(topic, disposition="action", target=target.id)
    desk = Later(data.apply(Change(puts=(unsent, polished, asked, moved))))
    desk.type("10:30 % Das Budget ist knapp.")
    desk.type("10:31 Miriam Castell ruft an.")
    desk.type("10:32 : HWK Wir tragen das mit.")
    desk.type('09:22 /berichtigen TOP 4 "Die IHK pflegt." "Die IHK prüft."')
    desk.type("/zu 2 09:23 # Protokolle kürzer fassen @BK")
    return desk.data


@cache
def sent() -> Data:
    desk = Later(draft(), now=clock(10, day=SENT))
    return desk.data.apply(send(desk.data, desk.moment, meeting=desk.meeting, on=SENT))


def record(data: Data) -> Minutes:
    found = life.minutes_of(data, held_meeting(data).id)
    assert found is not None
    return found


def without_texts(data: Data) -> Minutes:
    """So that every form is made from what was frozen."""
    return msgspec.structs.replace(record(data), texts=())


def form(
    data: Data, audience: Audience, lang: str, results_only: bool, now: dt.datetime = LATER
) -> str:
    options = Options(audience=audience, lang=lang, now=now, results_only=results_only)
    return make(DocumentKind.MINUTES, data, options, held_meeting(data).id).markdown


def forms(data: Data) -> list[str]:
    return [form(data, *one) for one in FORMS]


@pytest.mark.parametrize(("audience", "lang", "results_only"), FORMS)
def test_every_form_is_the_one_of_the_day_they_were_sent(
    audience: Audience, lang: str, results_only: bool
) -> None:
    """Also those of which no text was kept; before anything else changed."""
    live = sent().apply(Change(puts=(without_texts(sent()),)))
    now = clock(12, day=SENT)
    meeting = held_meeting(live).id
    told = minutes(live, meeting, translator(lang), audience, now, results_only=results_only)
    assert form(live, audience, lang, results_only) == told.markdown
    assert form(sent(), audience, lang, results_only) == told.markdown


def test_the_day_of_minutes_that_were_corrected_here_is_kept() -> None:
    desk = started()
    desk.type("! So genehmigt.")
    desk.type("/genehmigen 2026-2")
    desk.type('/berichtigen TOP 4 "Die IHK pflegt." "Die IHK prüft."')
    desk.type("= 9 0 0")
    desk.at(11).type("/schluss")
    data = desk.data.apply(send(desk.data, desk.moment, meeting=desk.meeting, on=SENT))
    kept = form(data, Audience.INTERNAL, "de", False)
    assert "Damit ist das Protokoll vom 17. Juni 2026" in kept
    bare = data.apply(Change(puts=(without_texts(data),)))
    assert form(changed(bare, 3), Audience.INTERNAL, "de", False) == kept


def test_the_texts_that_were_kept_are_whole() -> None:
    for audience in Audience:
        kept = stored_minutes(sent(), held_meeting(sent()), audience, "de", "md")
        assert kept == form(sent(), audience, "de", False)
    assert "Budget" not in form(sent(), Audience.PARTNERS, "de", False)


def _other(value: Any, random: Random, key: str) -> Any:
    """Another value of the same kind; ids, kinds and the zone stay."""
    if isinstance(value, str) and key in _WORDS:
        return f"{value} {random.choice(['neu', 'später', '*|#'])}"
    if isinstance(value, str) and key in _DAYS:
        return (dt.date.fromisoformat(value) + dt.timedelta(days=random.randint(1, 90))).isoformat()
    if key == "status" and value in ("open", "in_progress"):
        return "done"
    if key == "disposition":
        return "agenda"
    return value


_WORDS = frozenset(
    (
        "name",
        "code",
        "short_name",
        "title",
        "short",
        "text",
        "number",
        "place",
        "note",
        "controller",
    )
)
_DAYS = frozenset(("due", "target_on", "invited_on", "decided_on", "closed_on", "created_on"))


def changed(data: Data, seed: int) -> Data:
    """The file after random changes of every table but the log and the minutes."""
    random = Random(seed)
    own = row_key(held_meeting(data).id)
    tables: dict[str, dict[str, Any]] = {}
    for name, rows in data.tables.items():
        tables[name] = dict(rows)
        if name in (Event.TABLE, Minutes.TABLE):
            continue
        for key, row in rows.items():
            what = random.random()
            if what < 0.15 and key != own and name not in (Network.TABLE, Organisation.TABLE):
                del tables[name][key]
            elif what < 0.7:
                tables[name][key] = {k: _other(v, random, k) for k, v in row.items()}
    tables[Meeting.TABLE] |= dict(_meeting_between(data))
    return Data(tables)


def _meeting_between(data: Data) -> Iterator[tuple[str, Any]]:
    """One that was planned later and comes before what was the next one."""
    one = msgspec.structs.replace(
        held_meeting(data),
        id=f"{0xA000:032x}",
        number=9,
        start=clock(9, day=DAY + dt.timedelta(days=20)),
        started_at=None,
        ended_at=None,
    )
    yield row_key(one.id), msgspec.to_builtins(one)


@settings(max_examples=25, deadline=None)
@given(st.integers())
def test_nothing_that_changes_elsewhere_changes_a_form(seed: int) -> None:
    later = changed(sent(), seed)
    assert forms(later) == forms(sent())
    page = Options(audience=Audience.PARTNERS, lang="de", now=LATER)
    meeting = held_meeting(sent()).id
    first = to_html(make(DocumentKind.MINUTES, sent(), page, meeting))
    assert to_html(make(DocumentKind.MINUTES, later, page, meeting)) == first


def approved(data: Data) -> Data:
    """Objected to, corrected and approved by the next meeting."""
    known = record(data)
    objected = life.object_to(
        data,
        Later(data).moment,
        meeting=known.meeting,
        organisation=partner_id(data, "HWK"),
        text="Das Datum fehlt",
        on=SENT,
    )
    data = data.apply(objected)
    settled = life.settle_objection(
        data, Later(data).moment, meeting=known.meeting, number=1, outcome=ObjectionOutcome.ACCEPTED
    )
    secret = Correction(item=4, old="Budget", new="Geld", meeting="", event="")
    plain = Correction(item=4, old="Karte", new="Landkarte", meeting="", event="")
    named = Correction(item=2, old="Frau Castell", new="Herr Reuter", meeting="", event="")
    after = msgspec.structs.replace(
        settled.result,
        status=MinutesStatus.APPROVED,
        approved_on=dt.date(2026, 12, 2),
        approved_by=NUMBER,
        corrections=(secret, plain, named),
    )
    return data.apply(Change(puts=(after,)))


@pytest.mark.parametrize(("audience", "lang", "results_only"), FORMS)
def test_what_came_later_stands_on_top_and_the_rest_is_as_it_was(
    audience: Audience, lang: str, results_only: bool
) -> None:
    now = form(approved(sent()), audience, lang, results_only)
    heading = {"de": "## Nach dem Versand\n", "en": "## After they were sent\n"}[lang]
    end = {"de": "am 16. Oktober 2026 versandt wurde.\n\n", "en": "sent on 16 October 2026.\n\n"}
    before, _, rest = now.partition(heading)
    said, _, after = rest.partition(end[lang])
    words = {"de": ("genehmigt", "entwurf"), "en": ("approved", "draft")}[lang]
    status = (f"status: {words[0]}", f"status: {words[1]}")
    assert before.count(f"\n{status[0]}\n") == 1, "the head says what they are today"
    assert before.replace(*status) + after == form(sent(), audience, lang, results_only)
    assert NUMBER in said and "Landkarte" in said
    assert ("Das Datum fehlt" in said) is (audience is not Audience.PUBLIC)
    assert ("Castell" in said) is (audience is not Audience.PUBLIC)
    assert ("Budget" in said) is (audience is Audience.INTERNAL)


def test_a_version_that_was_replaced_comes_in_every_form_too() -> None:
    desk = Later(sent(), now=clock(11, day=SENT))
    data = desk.data.apply(
        life.redraft(desk.data, desk.moment, meeting=desk.meeting, reason="Zahlen")
    )
    desk.data = data
    desk.type('/edit "ruft an" "schreibt"')
    assert "schreibt" in form(desk.data, Audience.INTERNAL, "en", False)
    for audience, lang, results_only in FORMS:
        options = Options(
            audience=audience, lang=lang, now=LATER, results_only=results_only, version=1
        )
        first = make(DocumentKind.MINUTES, changed(desk.data, 7), options, desk.meeting)
        assert first.markdown == form(sent(), audience, lang, results_only)


def test_an_erased_name_does_not_survive_in_what_was_frozen() -> None:
    person = next(p for p in sent().rows(Person) if p.name == "Miriam Castell")
    desk = Later(sent(), now=LATER)
    change = erase_person(desk.data, desk.moment, person=person.id, label="eine Person von BB")
    after = desk.data.apply(change)
    frozen = record(after).frozen
    assert frozen is not None
    assert b"Castell" not in msgspec.json.encode(frozen)
    assert "Castell" not in form(after, Audience.PARTNERS, "en", False)
    assert "eine Person von BB" in form(after, Audience.PARTNERS, "en", False)


def test_what_is_frozen_is_less_than_one_text() -> None:
    frozen = record(sent()).frozen
    kept = stored_minutes(sent(), held_meeting(sent()), Audience.INTERNAL, "de", "md") or ""
    assert len(msgspec.json.encode(frozen)) < len(kept.encode())
    assert len(msgspec.json.encode(record(sent()).texts)) < 1.5 * len(kept.encode())
