"""What the app asks while a meeting runs: the outcome of an item, and time that is up."""

from __future__ import annotations

import datetime as dt
import math
import re

from kooperation_tui.capture.words import none_word
from kooperation_tui.domain import running
from kooperation_tui.domain.about import to_choose
from kooperation_tui.domain.approving import approval_due
from kooperation_tui.domain.commands.registers import months_later
from kooperation_tui.domain.gaps import unreviewed
from kooperation_tui.domain.model import ItemKind, Method
from kooperation_tui.domain.plan import following, label
from kooperation_tui.domain.state import Phase
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import words
from kooperation_tui.tui.drawing.walk import to_review
from kooperation_tui.tui.keys import key_name, slash
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.question import Answer, Question

_ACTIONS = re.compile(r"maßnahmen|\bactions?\b", re.IGNORECASE)
"""How such an item is called where no template made it."""
_FIVE = dt.timedelta(minutes=5)
OUTCOME = "outcome"
"""How the key of the question begins that asks how an item ends."""


def outcome_question(view: View) -> Question | None:
    """How the running item ends; None if it has an outcome or nothing runs."""
    state = view.state
    if state is None or state.phase is not Phase.RUNNING or state.running_item is None:
        return None
    item = state.running_item.item
    if state.open_wording or running.has_outcome(state, item.id):
        return None
    tr = view.tr
    return Question(
        key=f"{OUTCOME} {item.id}",
        text=tr.t("How does item {number} end?", number=item.number),
        answers=(
            Answer(tr.t("noted"), _lines(tr, "outcome")),
            Answer(tr.t("with a result …"), f"{slash('outcome', tr)} ", open=True),
            Answer(_postpone(view), _lines(tr, "postpone", _following(tr))),
            Answer(tr.t("parking lot"), _lines(tr, "park")),
            Answer(tr.t("decision …"), "! ", open=True),
        ),
    )


def time_question(view: View) -> Question | None:
    """What to do when the time of the running item is up."""
    state = view.state
    if state is None or state.phase is not Phase.RUNNING or state.running_item is None:
        return None
    if view.afterwards:
        return None
    running_item = state.running_item
    minutes = running_item.minutes + running_item.extended
    if not minutes or running.time_left(running_item, view.now) > dt.timedelta():
        return None
    tr, item = view.tr, running_item.item
    end = running.forecast(state, view.now)
    over = -running.time_left(running_item, view.now)
    more = math.ceil((_FIVE + over) / dt.timedelta(minutes=1))  # five from now on
    later = end + dt.timedelta(minutes=more) - over
    return Question(
        key=f"time {item.id} {minutes}",
        text=tr.t("The time for item {number} is up.", number=item.number),
        answers=(
            Answer(
                tr.t("five more minutes (end {time})", time=later), f"{slash('extend', tr)} {more}"
            ),
            Answer(tr.t("decide …"), "! ", open=True),
            Answer(f"{_postpone(view)} ({tr.time(end)})", _lines(tr, "postpone", _following(tr))),
            Answer(tr.t("parking lot") + f" ({tr.time(end)})", _lines(tr, "park")),
        ),
    )


_DIGITS = 9


def point_question(view: View) -> Question | None:
    """Which of its item's points the open wording is about, as long as nobody said it."""
    state = view.state
    if state is None or state.phase is not Phase.RUNNING:
        return None
    blocks = to_choose(state)
    if not blocks:
        return None
    tr, word = view.tr, slash("point", view.tr)
    lines = [f"{word} {key.replace('_', ' ')}" for key in blocks]
    answers = [
        *(Answer(words.blocks_name((k,), tr), line) for k, line in zip(blocks, lines, strict=True)),
        Answer(tr.p("points", "all"), "\n".join(lines)),
        Answer(tr.p("points", "none"), f"{word} {none_word(tr.lang)}"),
    ]
    text = tr.t("Which point is it about?")
    if len(answers) > _DIGITS:
        hint = f"{word} 3, {word} {none_word(tr.lang)}"
        text, answers = f"{text} {hint}", []
    return Question(key=f"point {state.open_wording}", text=text, answers=tuple(answers))


def wording_question(view: View) -> Question | None:
    """How the open wording is decided; the method of the rules comes first."""
    state = view.state
    wording = state.wording(state.open_wording) if state is not None else None
    if state is None or wording is None or state.phase is not Phase.RUNNING:
        return None
    tr = view.tr
    answers = {
        Method.VOTE: Answer(tr.t("vote …"), "= ", open=True, counts=True),
        Method.NO_OPPOSITION: Answer(tr.t("nobody opposes"), "="),
        Method.CONSENT: Answer(tr.t("consent …"), "", action="minutes.consent"),
        Method.FIST_OF_FIVE: Answer(tr.t("fist of five …"), "", action="minutes.fist"),
        Method.CONSENSUS: Answer(tr.t("consensus"), "= consensus 0"),
    }
    first = state.votes().rules.first_method
    order = [first] if first in answers else []
    order += [method for method in answers if method is not first]
    return Question(
        key=f"wording {wording.id} {len(wording.countings)}",
        text=tr.t("How is it decided?"),
        answers=tuple(answers[method] for method in order),
        stands=True,
    )


def count_question(view: View) -> Question:
    """The numbers of a vote; Esc goes back to the other ways to decide."""
    said = view.tr.t("How many? Yes, no, abstentions, such as = 8 1 1. Esc: decide otherwise.")
    return Question(key="count", text=said, answers=(), stands=True)


def review_question(view: View) -> Question | None:
    """When a decision by consent is looked at again, as long as no day is named."""
    state = view.state
    if state is None or state.phase is not Phase.RUNNING or state.open_wording:
        return None
    waiting = unreviewed(state)
    if not waiting:
        return None
    tr, number = view.tr, waiting[-1].number
    word = f"{slash('review', tr)} {number}"
    days = [months_later(view.today, months) for months in (6, 12)]
    return Question(
        key=f"review {number}",
        text=tr.t("When is {number} looked at again?", number=words.short_number(number)),
        answers=(
            Answer(tr.t("in six months, {day}", day=tr.date_tiny(days[0])), f"{word} {days[0]}"),
            Answer(tr.t("in a year, {day}", day=tr.date_tiny(days[1])), f"{word} {days[1]}"),
            Answer(tr.t("another day …"), f"{word} ", open=True),
            Answer(tr.t("later"), "", open=True),
        ),
    )


def actions_question(view: View) -> Question | None:
    """Whether the open actions are gone through, in the item that is about them."""
    state = view.state
    running_item = state.running_item if state is not None else None
    if state is None or running_item is None or state.phase is not Phase.RUNNING:
        return None
    item = running_item.item
    named = item.kind is ItemKind.INFORMATION and _ACTIONS.search(item.title) is not None
    if not (item.source == "actions" or named):
        return None
    waiting = len(to_review(view))
    if not waiting:
        return None
    tr = view.tr
    return Question(
        key=f"actions {item.id}",
        text=tr.n(
            "{count} open action: go through it?",
            "{count} open actions: go through them one by one?",
            waiting,
        ),
        answers=(
            Answer(tr.t("one by one …"), "", action="minutes.walk"),
            Answer(tr.t("later") + f" ({key_name('ctrl+l', tr)})", "", open=True),
        ),
    )


def approval_question(view: View) -> Question | None:
    """Whether what was carried approves the minutes that its item is about."""
    state = view.state
    if state is None or state.phase is not Phase.RUNNING:
        return None
    due = approval_due(view.data, state)
    if due is None:
        return None
    tr = view.tr
    line = f"{slash('approve', tr)} {label(view.data, due.meeting)}"
    corrections = Answer(tr.t("yes, with corrections …"), f"{slash('correct', tr)} ", open=True)
    if due.corrections:
        said = tr.n(
            "yes, with the correction",
            "yes, with the {count} corrections",
            due.corrections,
        )
        corrections = Answer(said, line)
    day, number = tr.date_tiny(due.meeting.start.date()), words.short_number(due.wording.number)
    text = tr.t("Does that approve the minutes of {day}?", day=day)
    if due.wording.item != state.running:
        text = tr.t("Does {number} approve the minutes of {day}?", number=number, day=day)
    return Question(
        key=f"approval {due.wording.id} {due.corrections}",
        text=text,
        answers=(
            Answer(tr.t("yes"), f"{line} unchanged" if due.corrections else line),
            corrections,
            Answer(tr.t("no"), f"{slash('approve', tr)} {none_word(tr.lang)}"),
        ),
    )


def _lines(tr: Translator, what: str, *more: str) -> str:
    """The line that ends the item, in the reader's language, and the one that goes on."""
    return "\n".join((" ".join((slash(what, tr), *more)), slash("next", tr)))


def _following(tr: Translator) -> str:
    """How a line names the next meeting."""
    return "next" if tr.lang == "en" else "nt"


def _postpone(view: View) -> str:
    meeting = view.meeting
    upcoming = following(view.data, meeting) if meeting is not None else None
    if upcoming is None:
        return view.tr.t("postpone")
    return view.tr.t("postpone to {day}", day=view.tr.date_tiny(upcoming.start.date()))
