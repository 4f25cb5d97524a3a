"""What was agreed, seen on the screens: rules, roles, notice, votes without a signature."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec

from kooperation_tui.domain.commands.network import add_partner
from kooperation_tui.domain.commands.planning import add_meeting
from kooperation_tui.domain.commands.ruling import use_template
from kooperation_tui.domain.data import KINDS, Change
from kooperation_tui.domain.model import Majority, SignatureStatus, Template
from kooperation_tui.domain.plan import rules_of
from tests.domain.seat import ADOPTED, Seat
from tests.domain.test_agreed_rules import TEN, write
from tests.model_network import ZONE
from tests.tui.hands import Hands, opened
from tests.tui.test_rules import POINT

NOON = dt.datetime.combine(ADOPTED, dt.time(12), ZONE)
OF_ALL = "Änderungen brauchen zwei Drittel aller Partner."
UNKNOWN = "Änderungen brauchen zwei Drittel aller Stimmen."
ORDER = "Die Moderation wechselt in der Reihenfolge der Partnerliste."
NOTICE = "Ein Partner kann mit einer Frist von 8 Wochen austreten."


@asynccontextmanager
async def seen(seat: Seat, lang: str = "de") -> AsyncIterator[Hands]:
    rows = [row for kind in KINDS for row in seat.data.rows(kind)]
    async with opened(rows=rows, now=NOON, lang=lang) as hands:
        yield hands


def agreed(**texts: str) -> Seat:
    seat = Seat()
    seat.run(use_template(seat.data, seat.moment, template=Template.INFORMAL))
    for key, text in texts.items():
        write(seat, key, text)
    return seat


async def test_two_thirds_of_all_partners_come_from_point_1() -> None:
    seat = agreed(p1=OF_ALL)
    assert rules_of(seat.data).majorities.agreement is Majority.TWO_THIRDS_OF_ALL
    async with seen(seat) as hands:
        await hands.press("f6", *POINT["p1"], "g", "down", "down")
        await hands.sees("für die Vereinbarung: zwei Drittel aller Partner")
        await hands.sees("aus Punkt 1")


async def test_a_majority_in_other_words_is_not_recognised_instead_of_not_there() -> None:
    for lang, said in (("de", "nicht erkannt: Die"), ("en", "not recognised: the")):
        async with seen(agreed(p1=UNKNOWN), lang) as hands:
            await hands.press("f6", *POINT["p1"], "g", "down", "down")
            text = await hands.sees(said)
            assert "sie nicht" not in text and "does not state it" not in text


async def test_a_template_leaves_what_was_agreed_and_asks_before() -> None:
    async with seen(agreed(p1=OF_ALL, p6=TEN)) as hands:
        await hands.press("f6", *POINT["p1"], "g", "v", "down", "enter")
        text = await hands.sees("Was die Vereinbarung nennt, bleibt:")
        assert "Mehrheit für die" in text and "Protokoll binnen" in text
        await hands.press("escape")
        assert rules_of(hands.data).template is Template.INFORMAL
        await hands.press("v", "down", "enter", "enter")
        rules = rules_of(hands.data)
        assert rules.template is not Template.INFORMAL
        assert (rules.minutes_days, rules.minutes_working_days) == (10, False)
        assert rules.majorities.agreement is Majority.TWO_THIRDS_OF_ALL


async def test_a_difference_names_the_key_and_is_not_cut_off() -> None:
    seat = agreed(p6=TEN)
    changed = msgspec.structs.replace(rules_of(seat.data), minutes_days=5)
    seat.run(Change(puts=(changed,)))
    async with seen(seat) as hands:
        await hands.press("a")
        text = await hands.sees("Punkt 1, g.")
        assert "set rules" not in text


async def test_proposals_for_roles_say_where_they_come_from() -> None:
    for text, said in ((ORDER, "Nach Punkt 4: "), ("Wer will.", "Vorschlag des Programms: ")):
        seat = agreed(p4=text)
        start = NOON + dt.timedelta(days=20)
        seat.run(add_meeting(seat.data, seat.moment, start=start, words=str))
        add = add_partner(seat.data, seat.moment, code="DD", name="Haus DD", delegate="Ada Klein")
        seat.run(add)
        async with seen(seat) as hands:
            await hands.press("f4")
            await hands.sees(said)


async def test_whoever_leaves_gives_the_notice_of_point_9() -> None:
    async with seen(agreed(p9=NOTICE)) as hands:
        await hands.press("f8", "enter", "t", *"verlässt", "enter")
        await hands.sees("Punkt 9: 8 Wochen Frist")
        await hands.sees("26.04.2026")


async def test_whoever_has_not_signed_is_said_to_keep_its_vote() -> None:
    seat = agreed().opened()
    seat.sign("BB", name="", status=SignatureStatus.RESERVED, reason="Kreistag")
    async with seen(seat) as hands:
        await hands.press("f6", "u")
        text = await hands.sees("BB behält die Stimme")
        assert "CC behält" not in text
    async with seen(agreed().in_force()) as hands:
        await hands.press("f6", "u")
        await hands.sees("BB und CC behalten ihre Stimme")
