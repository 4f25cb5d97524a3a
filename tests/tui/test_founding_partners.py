"""The founding network's first year on the screens: who joins, who signs anew, who leaves."""

from __future__ import annotations

from tests import founding_year as step
from tests.tui.eye import POINT, Eye, until_in_force


async def test_an_accession_from_the_application_to_the_signature(eye: Eye) -> None:
    year = eye.year
    until_in_force(year)
    step.applied(year)
    await eye.sees("u", "end", de=("MM       beantragt",), en=("MM       has applied",))
    await eye.sees(
        *POINT["p8"],
        "enter",
        "end",
        de=("aus Fassung 1.0", "Laufende Anträge: MM", "! MM hat am 01.09.2027"),
        en=("from version 1.0", "Applications that are running: MM", "! MM has applied"),
    )
    await eye.sees("f8", de=("Aufnahme beantragt",), en=("MM",))
    step.scheduled(year)
    await eye.sees("u", "end", de=("MM       beantragt",), en=("MM       has applied",))
    step.admitted(year)
    await eye.sees(
        "u",
        "end",
        de=("aufgenommen · B-2027-4-1 · noch nicht unterschrieben", "12 von 12 haben"),
        en=("admitted · B-2027-4-1 · not signed yet; the vote begins with the signature",),
    )
    async with eye.look() as hands:
        if eye.lang == "en":
            await hands.sees("admitted, not signed MM")
        await hands.press("f2", "a")
        await hands.sees("MM ist aufgenommen" if eye.lang == "de" else "MM is admitted")
    step.acceded(year)
    await eye.sees(
        "u",
        "end",
        de=("13 von 13 haben unterschrieben", "Pia Muth, Leiterin", "Beitritt nach B-2027-4-1"),
        en=("13 of 13 have signed", "Pia Muth, Leiterin", "joined by it, B-2027-4-1"),
    )
    await eye.sees("f8", *["down"] * 12, de=("eine Stimme",), en=("one vote",))


async def test_a_changed_version_shows_what_differs_and_the_old_one_stays(eye: Eye) -> None:
    year = eye.year
    until_in_force(year)
    for one in (step.applied, step.scheduled, step.admitted, step.acceded, step.changed_text):
        one(year)
    await eye.row("p4", de="1.0       Entwurf", en="1.0       draft")
    await eye.sees(
        *POINT["p4"],
        "d",
        de=("was sich ändert", "[+ neu: Wir wechseln uns ab.]"),
        en=("what changes", "[+ new: Wir wechseln uns ab.]"),
    )
    await eye.sees(
        "f",
        "d",
        de=("von Fassung 1.0 zu 1.1", "[+ neu: Wir wechseln uns ab.]", "7 Abschnitte sind"),
        en=("from version 1.0 to 1.1", "[+ new: Wir wechseln uns ab.]", "7 blocks are unchanged"),
    )
    step.changed_version(year)
    await eye.sees(
        "f",
        de=("1.1     in Kraft", "1 von 13 Unterschriften", "1.0     abgelöst"),
        en=("1.1     in force", "1 of 13 signatures", "1.0     superseded"),
    )
    await eye.sees(
        "f",
        "down",
        "enter",
        "enter",
        de=("Unterschriften zur Fassung 1.0", "abgelöst, 13 von 13"),
        en=("Signatures of version 1.0", "superseded, 13 of 13"),
    )
    await eye.sees(
        *POINT["p4"],
        "enter",
        "end",
        de=("20.11.2027  Beschluss B-2027-5-1: angenommen", "in Kraft mit Fassung 1.1"),
        en=("2027-11-20  decision B-2027-5-1: carried", "in force with version 1.1"),
    )


async def test_a_partner_who_left_is_not_asked_to_sign_any_more(eye: Eye) -> None:
    year = eye.year
    until_in_force(year)
    for one in (step.applied, step.scheduled, step.admitted, step.acceded, step.changed_text):
        one(year)
    step.changed_version(year)
    step.partner_left(year)
    async with eye.look("u") as hands:
        text = await hands.sees("1 von 12" if eye.lang == "de" else "1 of 12")
        assert "Haus BB" in text and "Haus CC" not in text
        await hands.press("escape", "f", "down", "enter", "enter")
        await hands.press("end")
        await hands.sees("Haus CC")
    await eye.sees("f8", de=("Ausgetreten",), en=("CC",))
