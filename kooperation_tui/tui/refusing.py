"""What becomes of a line of F5 that was not recorded: kept, shown again, discarded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.tui.turns import Sent

if TYPE_CHECKING:
    from kooperation_tui.tui.recorder import Recorder


def set_aside(recorder: Recorder, sent: Sent) -> None:
    """A refused line waits behind ↑: in the field it would be glued to the next one."""
    line = recorder.screen.line
    if recorder.editor.entry and not line.text:
        line.put_text(sent.text)
        return
    recorder.editor.let_go()  # what was typed on meanwhile is no change of that entry
    if not sent.text.strip():
        return
    recorder.refused.add(sent.text, instead=sent.instead)
    _say(recorder, sent.text)
    recorder.mark_line()
    recorder.screen.draw_line()


def give_back(recorder: Recorder, sent: Sent) -> None:
    """A line whose question is over stands in the empty field again, else behind ↑."""
    if recorder.screen.line.text or recorder.busy or recorder.editor.entry:
        set_aside(recorder, sent)
        return
    refused = recorder.refused
    refused.add(sent.text, instead=sent.instead)
    refused.here = sent.text
    refused.keep()
    recorder.mark_line()
    show_again(recorder, sent.text)


def show_again(recorder: Recorder, text: str) -> None:
    """The line stands in the field once more, unless somebody types on."""
    screen = recorder.screen
    if screen.line.text:
        return
    screen.line.put_text(text)
    # The echo says why; below it need not stand again.
    messages = screen.koop.messages
    echo = " ".join(recorder.echo(screen.view()).plain.split())
    if messages.standing is not None and messages.standing.text in echo:
        messages.read()
    screen.show()


def discard(recorder: Recorder) -> bool:
    """Esc on a refused line: it is not wanted. False if none stands in the field."""
    refused, screen = recorder.refused, recorder.screen
    if not refused.here:
        refused.leave()
        return False
    line = screen.line
    shown = "…" if line.hides(line.text) else line.text
    said = screen.tr.t("Discarded: “{line}”", line=shown)
    refused.done(refused.here)
    line.clear_text()
    recorder.mark_line()
    screen.koop.tell(said, "warn")
    return True


def put_aside(recorder: Recorder) -> bool:
    """Esc on what came back from the time before: it waits behind ↑. False if it is none."""
    line = recorder.screen.line
    if not recorder.restored or line.text != recorder.restored:
        return False
    recorder.restored = ""
    recorder.refused.add(line.text)
    line.clear_text()
    recorder.mark_line()
    _say_put_aside(recorder)
    return True


def put_change_aside(recorder: Recorder, words: str) -> None:
    """A change of an entry that nobody saved waits behind ↑ as a line."""
    recorder.refused.add(words)
    _say_put_aside(recorder)


def _say_put_aside(recorder: Recorder) -> None:
    recorder.screen.koop.tell(recorder.screen.tr.t("Put aside; ↑ brings it back."), "")


def _say(recorder: Recorder, text: str) -> None:
    """Which line it was and why, until somebody has read it."""
    koop, tr = recorder.screen.koop, recorder.screen.tr
    standing = koop.messages.standing
    reason = standing.text if standing is not None else ""
    if recorder.screen.line.hides(text):
        said = tr.t("A confidential line was not recorded. ↑ brings it back.")
    else:
        said = tr.t("Not recorded: “{line}”. ↑ brings it back.", line=text)
    koop.tell(" ".join(filter(None, [said, reason])), "bad", stays=True)
