"""What the app asks while a meeting runs: the outcome of an item, and time that is up."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain import running
from kooperation_tui.domain.model import Method
from kooperation_tui.domain.plan import following
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.question import Answer, Question

_FIVE = dt.timedelta(minutes=5)


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
        key=f"outcome {item.id}",
        text=tr.t("How does item {number} end?", number=item.number),
        answers=(
            Answer(tr.t("noted"), "/outcome\n/next"),
            Answer(tr.t("with a result …"), "/outcome ", open=True),
            Answer(_postpone(view), "/postpone next\n/next"),
            Answer(tr.t("parking lot"), "/park\n/next"),
            Answer(tr.t("decision …"), "! ", open=True),
        ),
    )


def time_question(view: View) -> Question | None:
    """What to do when the time of the running item is up."""
    state = view.state
    if state is None or state.phase is not Phase.RUNNING or state.running_item is None:
        return None
    running_item = state.running_item
    minutes = running_item.minutes + running_item.extended
    if not minutes or running.time_left(running_item, view.now) > dt.timedelta():
        return None
    tr, item = view.tr, running_item.item
    end = running.forecast(state, view.now)
    over = -running.time_left(running_item, view.now)
    later = end + max(_FIVE - over, dt.timedelta())
    return Question(
        key=f"time {item.id} {minutes}",
        text=tr.t("The time for item {number} is up.", number=item.number),
        answers=(
            Answer(tr.t("five more minutes (end {time})", time=later), "/extend 5"),
            Answer(tr.t("decide …"), "! ", open=True),
            Answer(f"{_postpone(view)} ({tr.time(end)})", "/postpone next\n/next"),
            Answer(tr.t("parking lot") + f" ({tr.time(end)})", "/park\n/next"),
        ),
    )


def wording_question(view: View) -> Question | None:
    """How the open wording is decided; the method of the rules comes first."""
    state = view.state
    wording = state.wording(state.open_wording) if state is not None else None
    if state is None or wording is None or state.phase is not Phase.RUNNING:
        return None
    tr = view.tr
    answers = {
        Method.VOTE: Answer(tr.t("vote …"), "= ", open=True),
        Method.NO_OPPOSITION: Answer(tr.t("nobody opposes"), "="),
        Method.CONSENT: Answer(tr.t("consent …"), "", action="minutes.consent"),
        Method.FIST_OF_FIVE: Answer(tr.t("fist of five …"), "", action="minutes.fist"),
        Method.CONSENSUS: Answer(tr.t("consensus"), "= consensus 0"),
    }
    first = state.rules.first_method
    order = [first] if first in answers else []
    order += [method for method in answers if method is not first]
    return Question(
        key=f"wording {wording.id} {len(wording.countings)}",
        text=tr.t("How is it decided?"),
        answers=tuple(answers[method] for method in order),
    )


def _postpone(view: View) -> str:
    meeting = view.meeting
    upcoming = following(view.data, meeting) if meeting is not None else None
    if upcoming is None:
        return view.tr.t("postpone")
    return view.tr.t("postpone to {day}", day=view.tr.date_tiny(upcoming.start.date()))
