"""The table "The lines", in German and in English: what is refused."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.errors import Refused
from tests.capture.lines import desk, intent, note


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("! ", "wording of the decision"),
        ("!", "wording of the decision"),
        ("> ", "Who does it"),
        ("#", "the topic"),
        ("% ", "confidential text"),
        (": ", "partner's code"),
        ("+ ", "who it is"),
        ("-", "who it is"),
        ("~", "who it is"),
        ("/", "F1 shows all words"),
        ("10:30 ! ", "wording of the decision"),
        ("/zu 4 !", "wording of the decision"),
        ("> Klären", "Who does it"),
        ("> Klären @XYZ 13.11.", "@XYZ"),
        ("> Klären @BBI 13.11.", "did you mean"),
        ("> @BB 13.11.", "what is to be done"),
        ("> Text @BB 13.11. 14.11.", "14.11."),
        ("> Text @BB 31.2.", "does not exist"),
        ("> Text @BB 13.11. ohne Termin (Grund)", "keep one"),
        ("> M-999 erledigt", "M-999"),
        ("> M-012", "What is new"),
        ("> M-012 Elternabende @JBH", "Elternabende"),
        ("> M-012 @XYZ", "@XYZ"),
        ("# TS-99 nt", "TS-99"),
        ("# TS-04", "Where does"),
        ("# TS-04 mal sehen", "Where does"),
        (": keine Ahnung", "keine"),
        (": HWK", "behind the code"),
        ("= Ergebnis", "no way to count"),
        ("= 8 1 1 viele", "no majority"),
        ("= finger 4 4 2", "six numbers"),
        ("= konsens viele", "one number"),
        ("= konsent aber", "stands nothing"),
        ("= widerstand A 21 A 3", "once"),
        ("= ungültig", "why"),
        ("/weitr", "/weiter"),
        ("/xyzzy", "not known"),
        ("/weiter bitte", "stands alone"),
        ("/withdraw 1", "stands alone"),
        ("/top", "number"),
        ("/top 44", "no item 44"),
        ("/vor 6", "two items"),
        ("/minuten 5", "minutes"),
        ("/neu", "new item"),
        ("/verlängern", "how many"),
        ("/pause lang", "break"),
        ("/schluss jetzt", "stands alone"),
        ("/fallen", "why"),
        ("/vertagen punkt 12 2.12.", "12"),
        ("/punkt 12", "1 to 9"),
        ("/wiedervorlage bald", "no date"),
        ("/wiedervorlage 1.6.2020", "before the meeting"),
        ("/nächstes 2.12. Lesesaal", "day, time and place"),
        ("/genehmigen", "2026-2"),
        ("/berichtigen alt neu", "quotation marks"),
        ("/rolle kassieren BB", "Roles are"),
        ("/rolle protokoll Niemandsland", "Niemandsland"),
        ("/gast Hannah", "/guest in"),
        ("/einwand XYZ Text", "XYZ"),
        ("/option A", "letter"),
        ("/abgesagt", "excused"),
        ("/befangen", "does not vote"),
        ("/wort", "speak"),
        ("q+ XYZ", "XYZ"),
        ("\\", "behind"),
        ("-BTS 23:00", "still to come"),
        ("10:30 -BTS 10:34", "two times"),
        ("/zu 4 /weiter", "no item"),
        ("/zu 4 q+ HWK", "no item"),
        ("> Text @BB (zugesagt)", "zugesagt"),
    ],
)
def test_refused_with_a_reason(line: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        desk().read(line)


def test_an_empty_line_is_nothing() -> None:
    for line in ("", "   ", "\t\n"):
        reading = desk().read(line)
        assert (reading.intent, reading.question, reading.speakers) == (None, None, None)


@pytest.mark.parametrize("mark", ["!", ">", "#", "%", ":", "+", "-", "~", "/"])
def test_a_mark_alone_can_be_text(mark: str) -> None:
    assert intent(f"\\{mark}") == note(mark)


@pytest.mark.parametrize("mark", ["!", ">", "#", "-"])
def test_in_a_foreign_log_a_mark_alone_is_text(mark: str) -> None:
    assert desk().read(mark, imported=True).intent == note(mark)
