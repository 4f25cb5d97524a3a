"""The founding network's first year on the screens: what each state looks like."""

from __future__ import annotations

from tests import founding_year as step
from tests.tui.eye import POINT, Eye, to_the_version, until_in_force


async def test_open_and_draft(eye: Eye) -> None:
    await eye.row("p4", de="offen", en="open")
    await eye.sees(
        *POINT["p4"],
        de=(
            "0 von 9 vereinbart",
            "Noch ohne Wortlaut: Punkte 1, 2, 3, 4, 5, 6, 7, 8, 9",
            "auf der Tagesordnung am 20.01.2027: Punkte 1, 2",
            "Wer moderiert die Treffen",
        ),
        en=("0 of 9 agreed", "Who facilitates the meetings", "No wording yet"),
    )
    step.first_drafts(eye.year)
    await eye.row("p4", de="Entwurf", en="draft")
    await eye.sees(
        *POINT["p4"],
        de=("Entwürfe: Punkte 1, 2, 3, 4", "So steht es in Punkt 4.", "◑ Entwurf"),
        en=("Drafts: points 1, 2, 3, 4", "So steht es in Punkt 4.", "◑ draft"),
    )
    await eye.sees("f2", de=("◑◑◑◑○○○○○  0 von 9",), en=("◑◑◑◑○○○○○  0 of 9",))


async def test_agreed_by_decision_and_a_rejected_wording_is_a_draft_again(eye: Eye) -> None:
    step.first_drafts(eye.year)
    step.first_meeting(eye.year)
    await eye.sees(
        *POINT["p3"],
        de=("● vereinbart", "vereinbart am 20.01.2027, B-2027-1-3"),
        en=("● agreed", "agreed on 2027-01-20, B-2027-1-3"),
    )
    await eye.row("p4", de="Entwurf", en="draft")
    await eye.sees(
        *POINT["p4"],
        de=("zuletzt abgelehnt am 20.01.2027, B-2027-1-4",),
        en=("last rejected on 2027-01-20, B-2027-1-4",),
    )
    await eye.sees(
        *POINT["p4"],
        "enter",
        "pagedown",
        de=("20.01.2027  Beschluss B-2027-1-4: abgelehnt",),
        en=("2027-01-20  decision B-2027-1-4: rejected",),
    )


async def test_not_needed_being_decided_and_put_off(eye: Eye) -> None:
    step.first_drafts(eye.year)
    step.first_meeting(eye.year)
    step.second_drafts(eye.year)
    await eye.row("p5", de="nicht nötig", en="not needed")
    await eye.sees(
        *POINT["p5"],
        de=("3 von 9 vereinbart, 1 nicht nötig", "Wir führen keine Datenbank"),
        en=("3 of 9 agreed, 1 not needed", "Reason: Wir führen keine Datenbank"),
    )
    step.second_meeting_begins(eye.year)
    await eye.sees(
        *(("up",) * 20 + POINT["p4"]),
        de=("wird gerade entschieden: F5", "im laufenden Treffen: Punkte 4, 6, 7, 8, 9"),
        en=("is being decided now: F5", "in the running meeting: Points 4, 6, 7, 8, 9"),
    )
    step.second_meeting_ends(eye.year)
    await eye.row("p4", de="vereinbart", en="agreed")
    await eye.sees(
        *POINT["p8"],
        "enter",
        "pagedown",
        de=("20.03.2027  vertagt auf den 20.05.2027: Die Kosten fehlen",),
        en=("2027-03-20  postponed, to 2027-05-20: Die Kosten fehlen",),
    )


async def test_a_version_is_worked_on_proposed_and_adopted(eye: Eye) -> None:
    year = eye.year
    step.first_drafts(year)
    step.first_meeting(year)
    step.second_drafts(year)
    step.second_meeting_begins(year)
    step.second_meeting_ends(year)
    step.last_drafts(year)
    step.version_begun(year)
    await eye.sees(
        de=("1.0 in Arbeit", "Entwürfe: Punkte 8, 9"),
        en=("Version 1.0  being worked on, valid from 2027-06-15",),
    )
    step.version_proposed(year)
    await eye.sees(
        "f",
        "enter",
        de=("1.0 vorgeschlagen", "durch einen Beschluss angenommen"),
        en=("Version 1.0: proposed", "adopted by a decision"),
    )
    step.version_adopted(year, step.third_meeting(year))
    await eye.sees(
        "f",
        de=("1.0 beschlossen", "beschlossen 20.05.2027, B-2027-3-2"),
        en=("adopted 2027-05-20, B-2027-3-2", "valid from 2027-06-15"),
    )
    await eye.sees("f2", de=("Fassung 1.0 beschlossen",), en=("Version 1.0 adopted",))


async def test_the_signature_board_until_all_have_signed(eye: Eye) -> None:
    year = eye.year
    step.version_adopted(year, to_the_version(year))
    step.version_open(year)
    await eye.sees(
        de=("1.0 zur Unterzeichnung: 0 von 12 Unterschriften",),
        en=("Version 1.0  open for signature", "Signatures of 1.0   0 of 12"),
    )
    step.half_signed(year)
    await eye.sees(
        de=("1.0 zur Unterzeichnung: 9 von 12 Unterschriften",),
        en=("outstanding JJ (Vorstand), LL", "refused KK (Die Frist ist zu kurz)"),
    )
    await eye.sees(
        "u",
        de=(
            "9 von 12 haben unterschrieben",
            "keine Rechtsberatung",
            "unterschrieben · Leitung AA, Leitung · Aue, 21.05.2027 · auf Papier",
        ),
        en=(
            "9 of 12 have signed, text frozen since 2027-05-21",
            "no legal advice",
            "signed · Leitung AA, Leitung · Aue, 2027-05-21 · on paper",
        ),
    )
    await eye.sees(
        "u",
        *["down"] * 9,
        de=("Gremium offen · Vorstand · unterschreibt: Vorstand JJ",),
        en=("committee must agree · Vorstand · signs: Vorstand JJ",),
    )
    await eye.sees(
        "u",
        *["down"] * 10,
        de=("abgelehnt · Die Frist ist zu kurz",),
        en=("refused · Die Frist ist zu kurz",),
    )
    await eye.sees(
        "u",
        "m",
        de=("- Haus JJ (Vorstand)", "- Haus LL"),
        en=("- Haus JJ (Vorstand)", "- Haus LL"),
    )
    await eye.sees(
        "f2",
        de=("1.0 zur Unterzeichnung, 9 von 12", "nicht unterzeichnet von JJ und LL"),
        en=("Version 1.0 open for signature, 9 of 12 signatures",),
    )


async def test_in_force(eye: Eye) -> None:
    until_in_force(eye.year)
    await eye.row("p4", de="1.0       vereinbart", en="1.0       agreed")
    await eye.row("p5", de="–         nicht nötig", en="–         not needed")
    await eye.sees(
        de=("1.0 in Kraft: 12 von 12 Unterschriften",),
        en=("Version 1.0  in force since 2027-06-15", "Signatures of 1.0   12 of 12"),
    )
    await eye.sees(
        *POINT["p4"],
        "enter",
        "pagedown",
        de=("15.06.2027  in Kraft mit Fassung 1.0",),
        en=("2027-06-15  in force with version 1.0",),
    )


async def test_agreed_on_paper_with_its_day(eye: Eye) -> None:
    step.first_drafts(eye.year)
    async with eye.look(*POINT["p4"], "p", "tab", *"12.03.2019", "enter") as hands:
        await hands.press("down", "down", "space", "down", "space", "enter")
        signed = "10 von 12" if eye.lang == "de" else "10 of 12"
        await hands.sees(signed)
    await eye.row("p4", de="1.0       vereinbart", en="1.0       agreed")
    await eye.sees(
        *POINT["p4"],
        de=("vereinbart am 12.03.2019, auf Papier", "1.0 in Kraft: 10 von 12"),
        en=("agreed on 2019-03-12, on paper", "Version 1.0  in force since 2019-03-12"),
    )
    await eye.sees(
        "u",
        de=("AA       unterschrieben  12.03.2019", "CC       ausstehend"),
        en=("AA       signed", "CC       outstanding"),
    )
