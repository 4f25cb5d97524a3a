"""The table "The lines", in German and in English: foreign logs."""

from __future__ import annotations

from kooperation_tui.domain import intents as it
from tests.capture.lines import day, desk, intent, note, taken


def test_marks_of_foreign_logs() -> None:
    def imported(line: str) -> it.Intent | None:
        return desk().read(line, imported=True).intent

    assert imported("#agreed Wir starten im Januar") == it.Propose(text="Wir starten im Januar")
    assert imported("#info Text") == note("Text")
    assert imported("#action BB Plattform bereitstellen 11.12.") == taken(
        "Plattform bereitstellen", "BB", due=day(12, 11)
    )
    assert imported("#topic Fachtag 2027: Welches Format?") == it.GoTo(number=7)
    assert imported("#topic Etwas Neues") == it.AddItem(title="Etwas Neues")
    assert imported("#chair Hannah") == note("#chair Hannah")


def test_a_hash_word_is_asked_in_a_live_line() -> None:
    reading = desk().read("#Fahrtkosten klären")
    assert reading.question is not None
    parked, text = reading.choices
    assert parked.intent == it.Park(text="Fahrtkosten klären")
    assert text.intent == note("#Fahrtkosten klären")
    assert intent("#3 im Plan") == note("#3 im Plan")


def test_a_mark_without_its_blank_offers_what_the_line_says_with_it() -> None:
    topic = desk().read("#Fahrtkosten klären @BB").choices[0]
    assert topic.intent == desk().read(topic.line).intent
    assert isinstance(topic.intent, it.Park) and topic.intent.by
