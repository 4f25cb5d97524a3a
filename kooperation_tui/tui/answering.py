"""Questions above the line of F5, asked and answered: what the recorder does about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
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
    if chosen.open:
        screen.line.put_text(chosen.line)
        screen.show()
        return
    rows = [chosen.line] if chosen.choice is not None else chosen.line.split("\n")
    for row in rows:
        if not await recorder.send_line(row, chosen.choice):
            refusing.give_back(recorder, Sent(row))
            break
    screen.show()


def no_answer(recorder: Recorder, text: str) -> Refused | None:
    """What is wrong with a line that can only be meant as an answer; None if it is none.

    While a wording is open a digit alone is no note, and where numbers are asked for a
    bare `=` is no result.
    """
    asked, state = recorder.asked, recorder.screen.view().state
    if asked.counting and (is_digit(text) or text.strip() == "="):
        return Refused(
            "A count has three numbers: yes, no, abstentions. Write “= 8 1 1”, with 0 for none."
        )
    if asked.answered(text) is not None or not is_digit(text):
        return None
    if asked.question is not None or (state is not None and state.open_wording):
        return Refused(
            "“{digit}” answers nothing that is asked here; “\\{digit}” makes it a note.",
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


async def next_item(recorder: Recorder) -> None:
    """On to the next item, after its outcome."""
    if not ask_outcome(recorder) and await recorder.record(it.Next(after=recorder.running)):
        recorder.screen.show()
