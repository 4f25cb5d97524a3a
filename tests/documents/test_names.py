"""Old minutes and signatures keep the names of their day."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.documents import Audience, agreement, check_public, minutes
from kooperation_tui.documents.accession import accession
from kooperation_tui.domain import plan
from kooperation_tui.domain.commands import people
from kooperation_tui.domain.data import Data, Moment
from kooperation_tui.domain.model import FormerName, Organisation
from kooperation_tui.domain.names import as_of
from kooperation_tui.i18n import translator
from tests.documents.model_case import NOW, held, held_meeting, model_text
from tests.documents.test_agreement import signed
from tests.model_network import ids, partner_id

RENAMED = dt.date(2026, 11, 1)
SIGNED = dt.date(2026, 12, 2)
MODELS = [("de", "protokoll.de.md"), ("en", "minutes.en.md")]
LATER = NOW + dt.timedelta(days=300)
MOMENT = Moment(now=LATER, new_id=ids(0x20000))


def renamed(data: Data, on: dt.date = RENAMED) -> Data:
    """VHS and BB have other names and codes from a day on; VHS sends somebody else."""
    for code, new, name in (("VHS", "AKA", "Akademie Auental"), ("BB", "BZA", "Bildungszentrum")):
        change = people.change_partner(
            data, MOMENT, partner=partner_id(data, code), code=new, name=name, renamed_on=on
        )
        data = data.apply(change)
    known = plan.by_code(data, "AKA")
    assert known is not None
    old = plan.delegations(data, known.id, on)[0]
    change = people.change_days(
        data, MOMENT, delegation=old.id, since=old.since, until=on - dt.timedelta(days=1)
    )
    return data.apply(change)


@pytest.mark.parametrize(
    ("language", "model"), [("de", "protokoll.de.md"), ("en", "minutes.en.md")]
)
def test_minutes_keep_the_names_codes_and_delegates_of_their_day(language: str, model: str) -> None:
    data = renamed(held(language))
    made = minutes(data, held_meeting(data).id, translator(language), Audience.INTERNAL, NOW)
    assert made.markdown == model_text(model)


def test_what_is_said_today_uses_the_names_of_today() -> None:
    data = renamed(held("de"), on=dt.date(2026, 9, 1))
    made = minutes(data, held_meeting(data).id, translator("de"), Audience.INTERNAL, NOW)
    assert "| AKA | Akademie Auental |" in made.markdown
    assert "| VHS |" not in made.markdown


def test_the_public_check_knows_old_names() -> None:
    data = renamed(held("de"))
    meeting = held_meeting(data)
    tr = translator("de")
    made = minutes(data, meeting.id, tr, Audience.PUBLIC, NOW)
    assert check_public(made, data, meeting) == ()
    bad = made.markdown + "\nDie VHS stimmte dagegen.\n"
    hits = check_public(msgspec.structs.replace(made, markdown=bad), data, meeting)
    assert [hit.kind.value for hit in hits] == ["vote"]


def test_a_signature_shows_the_name_of_its_day() -> None:
    before = signed("de")
    tr = translator("de")
    old = agreement(before, tr, Audience.INTERNAL, LATER, "2.0")
    change = people.change_partner(
        before,
        MOMENT,
        partner=partner_id(before, "BB"),
        code="BZA",
        name="Bildungszentrum",
        renamed_on=SIGNED + dt.timedelta(days=60),
    )
    data = before.apply(change)
    assert agreement(data, tr, Audience.INTERNAL, LATER, "2.0").markdown == old.markdown
    declared = accession(data, tr, Audience.INTERNAL, "BZA").markdown
    assert "Bildungsbüro des Landkreises Auental" in declared
    assert "Bildungszentrum" not in declared


def test_the_name_of_a_day_is_the_last_one_that_had_not_ended() -> None:
    partner = Organisation(
        id="1",
        code="C",
        name="Three",
        short_name="T",
        former=(
            FormerName(code="B", name="Two", until=dt.date(2026, 6, 30)),
            FormerName(code="A", name="One", until=dt.date(2025, 6, 30)),
        ),
    )
    days = [dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2026, 6, 30), dt.date(2026, 7, 1)]
    assert [as_of(partner, day).code for day in days] == ["A", "B", "B", "C"]
    assert as_of(partner, days[0]).short_name == ""
    assert as_of(partner, days[-1]) is partner
