"""What stands under the field, before and after Enter."""

from __future__ import annotations

from pathlib import Path

import pytest

from kooperation_tui.capture import Tone, command, echo
from kooperation_tui.domain.errors import Refused
from kooperation_tui.i18n import translator
from tests.model_network import Desk, started


@pytest.fixture
def desk() -> Desk:
    desk = started()
    desk.at(9, 25).type("+bk")
    return desk.at(10, 45)


def parts(desk: Desk, line: str) -> list[tuple[str, str, Tone]]:
    return [(part.label, part.text, part.tone) for part in desk.echo(line).parts]


def test_an_action_in_words(desk: Desk) -> None:
    found = desk.echo("> Vorlage entwerfen @BIB +BB +MBB 13.11.")
    assert (found.mark, found.kind) == (">", "Maßnahme")
    assert parts(desk, "> Vorlage entwerfen @BIB +BB +MBB 13.11.")[1:4] == [
        ("wer", "Petra Vogt (BIB)", Tone.PERSON),
        ("mit", "BB, MBB", Tone.PERSON),
        ("bis", "Fr 13.11.2026", Tone.DATE),
    ]
    assert found.plain.endswith("bis Fr 13.11.2026 · Vorlage entwerfen")


def test_an_action_in_english() -> None:
    found = started("en").at(10, 45).echo("> Draft the form @BIB +BB 13 Nov")
    assert found.kind == "Action"
    assert "who Petra Vogt (BIB) · with BB · by Fri 2026-11-13" in found.plain


def test_a_ballot_in_words(desk: Desk) -> None:
    desk.type("! P3: Wortlaut")
    plain = desk.plain("= 8 1 1")
    assert "Ja 8, Nein 1, Enthaltung 1 von 10 vertretenen" in plain
    assert "angenommen · 8 von 9, nötig zwei Drittel" in plain
    assert "2 nicht abgestimmt" in desk.plain("= 6 1 1")
    assert "abgelehnt" in desk.plain("= 4 4 2")
    assert Tone.OK in {part.tone for part in desk.echo("= 8 1 1").parts}


def test_nobody_opposes(desk: Desk) -> None:
    desk.type("! Wortlaut")
    assert "ohne Gegenrede · gilt als angenommen" in desk.plain("=")


def test_other_methods(desk: Desk) -> None:
    desk.type("! Wortlaut")
    assert "1 Partner steht beiseite" in desk.plain("= konsens 1")
    assert "Bedenken 0" in desk.plain("= konsent")
    assert "unter 3, bleibt offen" in desk.plain("= finger 4 4 1 1 0 0")
    assert "nicht bindend" in desk.plain("= stimmung eher dafür")


def test_confidential_and_parked_are_said_aloud(desk: Desk) -> None:
    secret = desk.echo("% Personalfrage")
    assert (secret.kind, secret.tone) == ("VERTRAULICH", Tone.WARN)
    assert "interne" in secret.plain
    parked = desk.echo("# Fahrtkosten @BK")
    assert (parked.kind, parked.tone) == ("THEMENSPEICHER", Tone.WARN)
    assert "von BK" in parked.plain


def test_a_refusal_says_why(desk: Desk) -> None:
    found = desk.echo("> Klären @BB so schnell wie möglich")
    assert (found.mark, found.tone) == (">", Tone.ERROR)
    assert "so schnell wie möglich" in found.plain
    assert [part.tone for part in found.parts] == [Tone.ERROR]
    by_rule = desk.echo("= 8 1 1")
    assert (by_rule.kind, by_rule.tone) == ("Ergebnis", Tone.ERROR)


def test_a_question_names_both_readings(desk: Desk) -> None:
    found = desk.echo("- BTS")
    assert found.kind == "Bitte wählen"
    assert "„-BTS“" in found.plain
    assert "„\\- BTS“" in found.plain


def test_an_empty_line_shows_the_marks(desk: Desk) -> None:
    expected = "Notiz  ! Beschluss  > Maßnahme  # Themenspeicher  ? Frage  F1 alle"
    assert desk.plain("  ") == expected


def test_the_place_of_a_line(desk: Desk) -> None:
    assert "nachgetragen 10:30 · zu TOP 4" in desk.plain("10:30 /zu 4 Text")


def test_a_second_wording_replaces_the_first(desk: Desk) -> None:
    desk.type("! Erster Wortlaut")
    assert "ersetzt den offenen Wortlaut" in desk.plain("! Zweiter Wortlaut")


def test_undo_says_which(desk: Desk) -> None:
    desk.type("Eine falsche Notiz")
    assert "Eine falsche Notiz" in desk.plain("/zurücknehmen")


def test_broken_characters_are_said(desk: Desk) -> None:
    assert "2 kaputte Zeichen" in desk.plain("Text \ud800\ud800")


def test_attendance_in_words(desk: Desk) -> None:
    assert desk.plain("+AA Frank Ostermeier") == "Kommt: Frank Ostermeier (AA)"
    assert "Neu Mann (IHK), in Vertretung" in desk.plain("+IHK Neu Mann neu")
    assert desk.plain("-bts hwk") == "Geht: BTS, HWK"
    assert desk.plain("q+ hwk") == "Redeliste: HWK möchte sprechen"


def test_previewing_stores_nothing(desk: Desk) -> None:
    before = desk.data.log(desk.meeting)
    desk.echo("Noch nicht")
    assert desk.data.log(desk.meeting) == before


def test_the_echo_after_enter_is_that_of_before(desk: Desk) -> None:
    line = "> Vorlage entwerfen @BIB 13.11."
    before = desk.plain(line)
    reading = desk.read(line)
    run = command(line, desk.meeting, desk.moment, event_id=f"{7:032x}")
    tr = translator("de")
    assert echo(reading, run(desk.data), desk.data, tr).plain == before
    refusal = Refused("There is no action {number}; F7 shows all.", number="M-99")
    assert echo(reading, refusal, desk.data, tr).tone is Tone.ERROR


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_line_of_the_model_meeting_has_an_echo(language: str) -> None:
    """The whole meeting, typed live; an echo for each line and none refused."""
    desk = Desk(language=language)
    transcript = Path(__file__).parent.parent / "model" / f"transcript.{language}.txt"
    for line in transcript.read_text("utf-8").splitlines():
        hour, minute = line[:5].split(":")
        found = desk.at(int(hour), int(minute)).echo(line)
        assert found.tone is not Tone.ERROR, found.plain
        assert found.parts
        desk.type(line)
    assert desk.state.ended_at is not None


def test_a_result_says_that_the_item_is_postponed_no_more() -> None:
    desk = started().at(10, 0)
    desk.type("/top 4")
    desk.type("/vertagen 2.12. Zahlen fehlen")
    desk.type("! Wir führen die Landkarte.")
    said = "TOP 4 ist damit nicht mehr vertagt"
    assert said in desk.echo("=").plain
    desk.type("=")
    desk.type("! Noch etwas.")
    assert said not in desk.echo("=").plain


def test_a_wording_that_takes_up_what_was_consensed_says_so(desk: Desk) -> None:
    desk.type("/option A ja")
    desk.type("= widerstand A 21 N 67")
    said = "übernimmt das Ergebnis des Konsensierens, Möglichkeit A"
    assert said in desk.plain("! Wir machen mit.")
    desk.type("/item 5")
    assert said not in desk.plain("! Wir machen mit.")
