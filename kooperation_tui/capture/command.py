"""A line as a command on the newest state."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from kooperation_tui.capture.reader import read
from kooperation_tui.capture.reading import Choice, Reading
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.intents import Intent, Next
from kooperation_tui.domain.recording import record


def command(
    line: str,
    meeting: str,
    moment: Moment,
    *,
    event_id: str,
    english: bool = False,
    imported: bool = False,
    answer: Choice | None = None,
    running: str = "",
) -> Callable[[Data], Change]:
    """The command that records a line.

    Args:
        line: as typed.
        meeting: id of the meeting.
        moment: when, by which seat, and where ids come from.
        event_id: id of the event; the same id again changes nothing.
        english, imported: as in `read`.
        answer: what was chosen if the line can be read in several ways.
        running: id of the item that ran when the line was typed, so that two
            hands that press `/next` at once move on only once.

    Returns:
        A function of the newest data. It raises Refused where the line cannot be
        read, has an open question, or a rule says no; an empty line changes nothing.
    """

    def run(data: Data) -> Change:
        reading = read(
            line,
            data,
            meeting,
            now=moment.now,
            seat=moment.seat,
            english=english,
            imported=imported,
        )
        return recorded(
            reading, data, meeting, moment, event_id=event_id, answer=answer, running=running
        )

    return run


def recorded(
    reading: Reading,
    data: Data,
    meeting: str,
    moment: Moment,
    *,
    event_id: str,
    answer: Choice | None = None,
    running: str = "",
) -> Change:
    """Record what was read, as `command` does.

    Raises:
        Refused: as `command`.
    """
    intent = _intent(reading, answer)
    if intent is None:
        return Change(result=())
    if isinstance(intent, Next) and running:
        intent = msgspec.structs.replace(intent, after=running)
    return record(
        data, meeting, intent, moment, at=reading.at, item=reading.item, event_id=event_id
    )


def _intent(reading: Reading, answer: Choice | None) -> Intent | None:
    if reading.speakers is not None:
        raise Refused("The speakers' list is kept on the screens and is not recorded.")
    if reading.question is None:
        return reading.intent
    if answer is None:
        raise Refused(reading.question.msgid, **reading.question.args)
    if answer not in reading.choices:
        raise Refused("Something changed meanwhile; look at the line again.")
    return answer.intent
