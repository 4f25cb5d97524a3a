"""Mails to copy: addresses, one line of subject, and a body of plain text."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.documents.document import Audience
from kooperation_tui.documents.mail import Mail, invitation_mail, minutes_mail, reminder_mails
from kooperation_tui.documents.minutes import minutes
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Meeting, Person
from kooperation_tui.domain.plan import following
from kooperation_tui.i18n import translator
from tests.documents.hostile import SAMPLES
from tests.documents.model_case import NOW, held, held_meeting
from tests.domain.room import DAY, Room
from tests.model_network import network, person_id

DE = translator("de")


def with_addresses(data: Data, **addresses: str) -> Data:
    """People get addresses; underscores in a name stand for blanks."""
    people = [
        msgspec.structs.replace(
            data.get(Person, person_id(data, name.replace("_", " "))), email=address
        )
        for name, address in addresses.items()
    ]
    return data.apply(Change(puts=tuple(people)))


def upcoming(data: Data) -> str:
    row = following(data, held_meeting(data))
    assert row is not None
    return row.id


def test_the_invitation_goes_to_the_delegates() -> None:
    data = with_addresses(
        held("de"), Petra_Vogt="vogt@bib.example", Lena_Fiedler="fiedler@aa.example"
    )
    mail = invitation_mail(data, upcoming(data), DE, NOW)
    assert mail.to == ("fiedler@aa.example", "vogt@bib.example")
    assert "BIB" not in mail.without and "AA" not in mail.without and "BB" in mail.without
    assert mail.subject == "Einladung: 4. Netzwerktreffen 2026, Mittwoch, 2. Dezember 2026"
    text = mail.text(DE)
    assert text.startswith("An: fiedler@aa.example, vogt@bib.example\nOhne Adresse: BB")
    assert "\nBetreff: Einladung: 4. Netzwerktreffen 2026" in text
    assert "09:00   1  Kooperationsvereinbarung Punkt 9 und Fassung 2.0" in text
    assert "Anträge zur Tagesordnung bis 18. November 2026." in text


def test_the_mail_with_the_minutes_holds_the_results() -> None:
    data = held("en")
    mail = minutes_mail(data, held_meeting(data).id, translator("en"), NOW)
    assert "- B-2026-3-4: " in mail.body
    assert "M-2026-017: " in mail.body and "Petra Vogt (BIB)" in mail.body
    assert "Please raise objections by 30 October 2026." in mail.body
    assert "Next meeting: Wednesday, 2 December 2026, 09:00." in mail.body
    assert "**" not in mail.body


def test_the_mail_tells_decided_from_not_decided_and_names_the_point() -> None:
    room = Room()
    room.noted()
    room.go(3)
    for text, yes in (("Nur Träger.", 1), ("Wer unsere Ziele teilt.", 5)):
        room.do(it.Propose(text=text, point="p8"))
        room.do(it.TakeVote(yes=yes, no=5 - yes, abstain=0))
    room.do(it.Propose(text="Binnen 4 Wochen reihum.", point="p4"))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    room.do(it.Propose(text="Punkt 4 wie vorgelegt", point="p4"))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    room.do(it.Propose(text="Alles bleibt offen."))
    room.do(it.EndWording(withdrawn=True))
    first, second, third, last = (d.number for d in room.decisions)
    body = minutes_mail(room.data, room.meeting, DE, room.now).body
    assert "offen" not in body
    decided, _, rest = body.partition("Beschlüsse:\n")[2].partition("\n\n")
    assert decided.split("\n") == [
        f"- {second}, Punkt 8 (Aufnahme neuer Partner): Wer unsere Ziele teilt.",
        f"- {third}, Punkt 4 (Moderation), abgelöst, siehe {last}: Binnen 4 Wochen reihum.",
        f"- {last}: Punkt 4 wie vorgelegt",
    ]
    failed = rest.partition("Nicht beschlossen:\n")[2].partition("\n\n")[0]
    assert failed == f"- {first}, Punkt 8 (Aufnahme neuer Partner), abgelehnt: Nur Träger."
    page = minutes(room.data, room.meeting, DE, Audience.PARTNERS, room.now, results_only=True)
    label = f"**{first}, Punkt 8 (Aufnahme neuer Partner), abgelehnt:** Nur Träger."
    assert label in page.markdown and "- **3 Beschlüsse**." in page.markdown


def test_everybody_is_reminded_of_their_own_actions() -> None:
    data = with_addresses(network(), Petra_Vogt="vogt@bib.example")
    mails = reminder_mails(data, DE, NOW + dt.timedelta(days=60))
    assert len(mails) > 3
    names = [m.body.split("\n")[0] for m in mails]
    assert names == sorted(names) and len(set(names)) == len(names)
    numbers = [line.split(":")[0] for m in mails for line in m.body.split("\n") if "M-2026" in line]
    assert len(numbers) == len(set(numbers))
    assert all(m.to or m.without for m in mails)
    assert any("überfällig" in m.body for m in mails)


def test_what_is_confidential_stands_in_no_mail() -> None:
    room = Room(started=False, present=False)
    secret = room.row.items[1].id
    room.run(
        planning.change_item(
            room.data, room.moment(), meeting=room.meeting, item=secret, confidential=True
        )
    )
    invitation = invitation_mail(room.data, room.meeting, DE, room.now)
    assert "Landkarte" not in invitation.text(DE) and "vertraulich" in invitation.body
    room.do(it.Start(), "09:00")
    room.do(it.ArriveAll())
    room.noted()
    room.go(2)
    room.decide("Geheimer Beschluss")
    room.do(it.TakeAction(title="Geheime Aufgabe", owner_organisation=room.org("BB"), due=DAY))
    room.go(3)
    room.do(it.TakeAction(title="Offene Aufgabe", owner_organisation=room.org("BB"), due=DAY))
    sent = minutes_mail(room.data, room.meeting, DE, room.now)
    assert "Geheim" not in sent.body and "Offene Aufgabe" in sent.body
    (reminder,) = reminder_mails(room.data, DE, room.now)
    assert "Geheim" not in reminder.body and "Offene Aufgabe" in reminder.body


@pytest.mark.parametrize(
    "address",
    [
        "a@b.example\nBcc: x@y.example",
        "a@b.example, c@d.example",
        "a@b.example;c@d.example",
        "Petra Vogt <a@b.example>",
        "a@b",
        "a b@c.example",
        "a@b.example\u202e",
        "mailto:a@b.example",
    ],
)
def test_what_is_no_address_is_not_copied(address: str) -> None:
    data = with_addresses(held("de"), Petra_Vogt=address)
    mail = invitation_mail(data, upcoming(data), DE, NOW)
    assert mail.to == ()
    assert "BIB" in mail.without


def headers(mail: Mail) -> list[str]:
    return mail.text(DE).split("\n\n")[0].split("\n")


@pytest.mark.parametrize("text", SAMPLES)
def test_words_of_people_add_no_line_to_the_head(text: str) -> None:
    data = held("de")
    row = msgspec.structs.replace(data.get(Meeting, upcoming(data)), title=text, place=text)
    named = msgspec.structs.replace(data.network, name=text or "N", short_name=text)
    changed = data.apply(Change(puts=(row, named)))
    for mail in (
        invitation_mail(changed, row.id, DE, NOW),
        minutes_mail(changed, held_meeting(data).id, DE, NOW),
        *reminder_mails(changed, DE, NOW),
    ):
        found = headers(mail)
        assert [line.split(":")[0] for line in found] == ["An", "Ohne Adresse", "Betreff"]


@given(st.text(max_size=60))
def test_no_name_breaks_the_head(name: str) -> None:
    data = held("de")
    safe = name.encode("utf-8", "replace").decode() or "N"
    changed = data.apply(
        Change(
            puts=(
                msgspec.structs.replace(data.network, name=safe),
                msgspec.structs.replace(
                    data.get(Person, person_id(data, "Aylin Demir")), name=safe
                ),
            )
        )
    )
    for mail in reminder_mails(changed, DE, NOW):
        assert len(mail.subject.splitlines()) == 1
        assert len(headers(mail)) == 3
