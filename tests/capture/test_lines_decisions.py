"""The table "The lines", in German and in English: decisions."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.events import ObjectionKind
from kooperation_tui.domain.model import Majority
from tests.capture.lines import code, desk, intent


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("! BIB führt die Redaktion", it.Propose(text="BIB führt die Redaktion")),
        ("! P3: Wortlaut", it.Propose(text="Wortlaut", point="p3")),
        ("BESCHLUSS: Wortlaut", it.Propose(text="Wortlaut")),
        ("Beschluss: Wortlaut", it.Propose(text="Wortlaut")),
        ("RESOLUTION: wording", it.Propose(text="wording")),
        ("=", it.NobodyOpposes()),
        ("= ", it.NobodyOpposes()),
        ("= 8 1 1", it.TakeVote(yes=8, no=1, abstain=1)),
        ("= 8/1/1", it.TakeVote(yes=8, no=1, abstain=1)),
        ("= 8-1-1", it.TakeVote(yes=8, no=1, abstain=1)),
        ("= 8−1–1", it.TakeVote(yes=8, no=1, abstain=1)),
        ("= 8–1–1", it.TakeVote(yes=8, no=1, abstain=1)),
        ("= 8 1 1 2/3", it.TakeVote(yes=8, no=1, abstain=1, majority=Majority.TWO_THIRDS)),
        ("= 8/1/1 zwei Drittel", it.TakeVote(yes=8, no=1, abstain=1, majority=Majority.TWO_THIRDS)),
        ("= 8 1 1 absolut", it.TakeVote(yes=8, no=1, abstain=1, majority=Majority.ABSOLUTE)),
        ("= einstimmig 9 0 0", it.TakeVote(yes=9, no=0, abstain=0, unanimous=True)),
        ("= unanimous 9 0 0", it.TakeVote(yes=9, no=0, abstain=0, unanimous=True)),
        ("= konsens 1", it.TakeConsensus(stand_asides=1)),
        ("= consensus 1", it.TakeConsensus(stand_asides=1)),
        ("= Konsens", it.TakeConsensus()),
        ("= konsent", it.TakeConsent()),
        ("= consent", it.TakeConsent()),
        ("= finger 4 4 2 0 0 0", it.TakeFist(counts=(4, 4, 2, 0, 0, 0))),
        ("= fist 4/4/2/0/0/0", it.TakeFist(counts=(4, 4, 2, 0, 0, 0))),
        ("/option A halber Tag vor Ort", it.AddOption(label="A", text="halber Tag vor Ort")),
        (
            "= widerstand A 21 B 38 N 67",
            it.TakeResistance(sums=(("A", 21), ("B", 38), ("N", 67))),
        ),
        ("= resistance a 21 n 67", it.TakeResistance(sums=(("A", 21), ("N", 67)))),
        ("= stimmung 7 dafür, 2 dagegen", it.TakeStraw(text="7 dafür, 2 dagegen")),
        ("= straw 7 for", it.TakeStraw(text="7 for")),
        ("= ungültig falsch gezählt", it.VoidBallot(reason="falsch gezählt")),
        ("= void miscounted", it.VoidBallot(reason="miscounted")),
        ("/reject", it.EndWording(withdrawn=False)),
        ("/abgelehnt", it.EndWording(withdrawn=False)),
        ("/withdraw", it.EndWording(withdrawn=True)),
        ("/zurückgezogen", it.EndWording(withdrawn=True)),
        (
            "/integrated 1 nur Funktionskontakte",
            it.SettleObjection(number=1, integrated=True, text="nur Funktionskontakte"),
        ),
        (
            "/eingearbeitet 1 nur Funktionskontakte",
            it.SettleObjection(number=1, integrated=True, text="nur Funktionskontakte"),
        ),
        ("/withdrawn 1", it.SettleObjection(number=1, integrated=False)),
        ("/erledigt 1", it.SettleObjection(number=1, integrated=False)),
        ("/review 1.6.2027", it.Review(on=dt.date(2027, 6, 1))),
        ("/wiedervorlage 1.6.2027", it.Review(on=dt.date(2027, 6, 1))),
        ("/point 3", it.BindPoint(point="p3")),
        ("/punkt 3", it.BindPoint(point="p3")),
    ],
)
def test_decisions(line: str, meant: it.Intent) -> None:
    assert intent(line) == meant


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("/objection MBB Nummern", ObjectionKind.PARAMOUNT),
        ("/einwand MBB Nummern", ObjectionKind.PARAMOUNT),
        ("/concern MBB Nummern", ObjectionKind.CONCERN),
        ("/bedenken mbb Nummern", ObjectionKind.CONCERN),
    ],
)
def test_objections(line: str, kind: ObjectionKind) -> None:
    meant = it.RaiseObjection(kind=kind, organisation=code("MBB"), text="Nummern")
    assert intent(line) == meant


@pytest.mark.parametrize("line", ["/recused HWK", "/befangen hwk"])
def test_recused(line: str) -> None:
    assert intent(line) == it.Recuse(organisation=code("HWK"))


def test_a_consent_asks_for_a_review() -> None:
    hints = desk().read("= konsent").hints
    assert any("/review" in hint.msgid for hint in hints)
