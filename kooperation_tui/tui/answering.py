"""Questions above the line of F5, asked and answered: what the recorder does about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import Noted, Parked
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import refusing
from kooperation_tui.tui.turns import Sent
from kooperation_tui.tui.widgets.question import Answer, is_digit

if TYPE_CHECKING:
    from kooperation_tui.tui.recorder import Recorder


def ask(recorder: Recorder) -> None:
    """Find out whether there is something to ask now."""
    lost = recorder.asked.refresh(recorder.screen.view())
    if lost:
        refusing.give_back(recorder, Sent(lost))


def put_off(recorder: Recorder) -> bool:
    """Esc: not now. False if nothing was asked."""
    asked = recorder.asked
    if asked.question is None:
        return False
    line = asked.over()
    if line:
        refusing.give_back(recorder, Sent(line))
    ask(recorder)
    return True


def leave_opened(recorder: Recorder) -> bool:
    """Esc on what an answer put into the field. False if something else stands there."""
    if not recorder.opened or recorder.screen.line.text != recorder.opened:
        return False
    recorder.opened = ""
    recorder.screen.line.clear_text()
    return True


async def answer(recorder: Recorder, chosen: Answer) -> None:
    """What a digit means."""
    screen, asked = recorder.screen, recorder.asked
    if chosen.counts:
        asked.count()
    else:
        asked.over()
    if chosen.action:
        await screen.koop.do(chosen.action)
        return
    if chosen.change is not None:
        change, moment = chosen.change, screen.session.moment()
        await screen.koop.change(lambda data: change(data, moment))
        return
    if chosen.open:
        recorder.opened = chosen.line
        screen.line.put_text(chosen.line)
        screen.show()
        return
    if chosen.first is not None and not await _first(recorder, chosen.first):
        refusing.give_back(recorder, Sent(chosen.line))
        return
    rows = [chosen.line] if chosen.choice is not None else chosen.line.split("\n")
    for row in rows:
        if not await recorder.send_line(row, chosen.choice):
            refusing.give_back(recorder, Sent(row))
            break
    screen.show()


async def _first(recorder: Recorder, intent: it.Intent) -> bool:
    """The wording that a result is about. False if another one was opened meanwhile."""
    state = recorder.screen.view().state
    if state is not None and state.open_wording:
        recorder.screen.koop.say(Refused("Another wording is being decided; F5 shows it."))
        return False
    return await recorder.record(intent)


def no_answer(recorder: Recorder, text: str) -> Refused | None:
    """What is wrong with a line that can only be meant as an answer; None if it is none.

    While a meeting runs a digit alone is no note: its question may be over, or not have
    come. Where numbers are asked for a bare `=` is no result.
    """
    asked, state = recorder.asked, recorder.screen.view().state
    if asked.counting and (is_digit(text) or text.strip() == "="):
        return Refused(
            "A count has three numbers: yes, no, abstentions. Write “= 8 1 1”, with 0 for none."
        )
    if asked.answered(text) is not None or not is_digit(text):
        return None
    runs = state is not None and state.phase in (Phase.RUNNING, Phase.PAUSED)
    if asked.question is not None or runs:
        return Refused(
            "“{digit}” answers nothing here; “\\{digit}” writes it as a note.",
            digit=text.strip(),
        )
    return None


def set_aside(recorder: Recorder) -> None:
    """Another question comes before the one about a line."""
    if recorder.asked.line:
        recorder.refused.add(recorder.asked.over())


def ask_outcome(recorder: Recorder) -> bool:
    """Ask how the running item ends. False if something says so already."""
    set_aside(recorder)
    if not recorder.asked.about_outcome(recorder.screen.view()):
        return False
    recorder.screen.draw_line()
    return True


def say_where(recorder: Recorder, left: int) -> None:
    """A line went under the item that somebody wanted to leave (`left`, 0 if none)."""
    view = recorder.screen.view()
    if not left or view.state is None or recorder.asked.leaves(view) != left:
        return
    entry = max(view.state.entries, key=lambda e: e.seq)
    if isinstance(entry.what, Noted | Parked) and entry.item == view.state.running:
        said = view.tr.t(
            "The line stands under item {number}: how that ends is not said yet.", number=left
        )
        recorder.screen.koop.tell(said, "warn")


async def next_item(recorder: Recorder) -> None:
    """On to the next item, after its outcome."""
    if not ask_outcome(recorder) and await recorder.record(it.Next(after=recorder.running)):
        recorder.screen.show()
