"""What follows from a point stands on its page."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.commands import applying, registers
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.effects import effects
from kooperation_tui.domain.model import (
    BLOCKS,
    Person,
    Quorum,
    QuorumKind,
    StandingRole,
    StandingRoleKind,
)
from kooperation_tui.domain.plan import rules_of
from tests.domain.seat import Seat

TODAY = dt.date(2026, 3, 1)


def said(seat: Seat, key: str) -> list[str]:
    return [one.message.format(**one.args) for one in effects(seat.data, key, TODAY)]


def test_the_rules_are_told_with_todays_numbers() -> None:
    seat = Seat().on(TODAY)
    rules = msgspec.structs.replace(
        rules_of(seat.data),
        quorum=Quorum(kind=QuorumKind.FRACTION, numerator=2, denominator=3),
        invitation_days=14,
        minutes_days=5,
        objection_days=14,
    )
    seat.run(Change(puts=(rules,)))
    assert said(seat, "p1") == [
        "A meeting can decide if 2 of 3 partners are represented.",
        "Invitations go out 14 days ahead.",
        "Until this point is agreed the rules only warn.",
    ]
    assert said(seat, "p6") == [
        "Minutes go out within 5 working days.",
        "Objections are possible for 14 days.",
    ]
    calendar_days = msgspec.structs.replace(rules, minutes_working_days=False)
    seat.run(Change(puts=(calendar_days,)))
    assert said(seat, "p6")[0] == "Minutes go out within 5 days."
    assert said(seat, "p3") == ["Whoever is missing 3 times in a row is proposed for a talk."]


def test_what_was_entered_is_counted_at_its_point() -> None:
    seat = Seat().on(TODAY)
    for key in BLOCKS:
        if key not in ("p1", "p3"):
            assert said(seat, key) == []
    own = seat.partner("AA").id
    seat.run(applying.add_resource(seat.data, seat.moment, organisation=own, text="Raum"))
    seat.run(
        registers.add_register(seat.data, seat.moment, name="Liste", purpose="Kontakt", every=1)
    )
    person = Person(id=f"{7:032x}", name="Ada Klein")
    speaker = StandingRole(id=f"{8:032x}", role=StandingRoleKind.SPOKESPERSON, person=person.id)
    network = msgspec.structs.replace(seat.data.network, term_until=dt.date(2029, 12, 31))
    seat.run(Change(puts=(person, speaker, network)))
    assert said(seat, "p2") == ["Contributions of partners that are entered: 1."]
    assert said(seat, "p5") == [
        "Stocks of data that are entered: 1.",
        "The next check is on 2026-04-01.",
    ]
    assert said(seat, "p7") == ["For the network speak: ('Ada Klein',)."]
    assert said(seat, "p9") == [
        "The cooperation runs until 2029-12-31.",
        "F2 reminds of it from 2029-10-02 on.",
    ]
