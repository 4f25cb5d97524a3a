"""Everything that a person can type is found, with the area it stands in."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.applied import Circular
from kooperation_tui.domain.commands.decisions import change_standing
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import (
    Action,
    Decision,
    DecisionStatus,
    Minutes,
    MinutesObjection,
    Organisation,
    ParkingItem,
    RuleSet,
    Signature,
)
from kooperation_tui.search import Kind, Searcher, find
from kooperation_tui.tui.words import FOUND
from tests.domain.room import Room
from tests.model_network import DAY, clock, everyday, ids, network

HOUSE = Data.of(everyday())


def kinds(query: str, data: Data = HOUSE, today: dt.date | None = None) -> set[Kind]:
    return {hit.kind for hit in Searcher().find(data, query, 50, today)}


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("Kinderbetreuung Räume", Kind.RESOURCE),
        ("180 Plätze", Kind.RESOURCE),
        ("Laufwerk des Bildungsbüros", Kind.REGISTER),
        ("Kontaktliste erreichen", Kind.REGISTER),
        ("Begleitforschung", Kind.APPLICATION),
        ("Berghoff Landrat", Kind.SIGNATURE),
        ("Koordination Castell", Kind.ROLE),
        ("Sprecher Lindner", Kind.ROLE),
        ("Stichprobe Verweise", Kind.GOAL),
        ("zum Jahresende austreten", Kind.VERSION),
        ("Koordinationsteam", Kind.BODY),
        ("halbe Stelle Koordination", Kind.NETWORK),
        ("Mehrgenerationenhaus Auenstadt", Kind.PARTNER),
        ("ostermeier@aa.example.org", Kind.PERSON),
        ("mit der Praktikumsbörse", Kind.PARKING),
        ("nach Start der Landkarte", Kind.ACTION),
        ("Hannah Nowak", Kind.MEETING),
        ("Tag der Weiterbildung", Kind.DECISION),
    ],
)
def test_what_stands_around_the_meetings_is_found(query: str, kind: Kind) -> None:
    assert kind in kinds(query)


def test_what_one_is_reminded_of_is_found_once_the_day_is_known() -> None:
    assert Kind.REMINDER in kinds("Förderung endet", today=DAY)
    assert Kind.REMINDER not in kinds("Förderung endet")
    assert any(hit.kind is Kind.REMINDER for hit in find(HOUSE, "Einträge prüfen", 50, DAY))


def test_words_of_rows_that_nobody_looks_at_often_are_found() -> None:
    data = network()
    row = data.rows(Minutes)[-1]
    partner = data.rows(Organisation)[0]
    objection = MinutesObjection(organisation=partner.id, received_on=DAY, text="Zwetschgendarre")
    rules = data.rows(RuleSet)[0]
    action, topic = data.rows(Action)[0], data.rows(ParkingItem)[0]
    put = (
        msgspec.structs.replace(row, objections=(objection,)),
        msgspec.structs.replace(rules, remarks=("Quittenregel",)),
        msgspec.structs.replace(action, outside=("Mispelverein",)),
        msgspec.structs.replace(topic, target="Schlehenkreis"),
        msgspec.structs.replace(partner, left_reason="Hagebuttenumzug"),
        Signature(id=f"{9:032x}", version="", organisation=partner.id, reason="Vogelbeerrat"),
        Circular(id=f"{8:032x}", text="Holunderkauf", opened_on=DAY, deadline=DAY),
    )
    data = data.apply(Change(puts=put))
    found = {
        "Zwetschgendarre": Kind.OBJECTION,
        "Quittenregel": Kind.NETWORK,
        "Mispelverein": Kind.ACTION,
        "Schlehenkreis": Kind.PARKING,
        "Hagebuttenumzug": Kind.PARTNER,
        "Vogelbeerrat": Kind.SIGNATURE,
        "Holunderkauf": Kind.CIRCULAR,
    }
    assert {query: kinds(query, data) for query in found} == {q: {k} for q, k in found.items()}


def test_a_decision_is_found_by_what_took_its_place() -> None:
    data = network()
    decision = next(d for d in data.rows(Decision) if d.number == "B-2026-1-1")
    moment = Moment(now=clock(9), new_id=ids(0x7000))
    data = data.apply(
        change_standing(
            data,
            moment,
            decision=decision.id,
            status=DecisionStatus.SUPERSEDED,
            by="B-2026-2-1",
            remark="Fünftes Treffen",
        )
    )
    assert Kind.DECISION in kinds("fünftes treffen", data)


def test_guests_corrections_and_straw_polls_of_a_log_are_found(room: Room) -> None:
    room.do(it.GuestIn(name="Jule Quast", organisation="Schlehenhof"))
    room.do(it.TakeStraw(text="Holunderfest"))
    last = room.log[-1]
    corrected = ev.Corrected(meeting=room.meeting, item=1, old="Mispelmarkt", new="Quittenmarkt")
    room.put(msgspec.structs.replace(last, id=room.new_id(), seq=last.seq + 1, what=corrected))
    for query in ("schlehenhof", "holunder", "mispelmarkt", "quittenmarkt"):
        assert kinds(query, room.data) == {Kind.ENTRY}


def test_every_kind_has_an_area_and_a_name() -> None:
    assert set(FOUND) == {kind.value for kind in Kind}
    assert all(key[0] == "F" and key[1:].isdigit() and name for key, name in FOUND.values())
