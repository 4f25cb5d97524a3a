"""`kooperation --plain`: the minutes line by line, in whole sentences, for any terminal."""

from __future__ import annotations

import datetime as dt
from typing import TextIO

from kooperation_tui.cli import finding
from kooperation_tui.cli.context import Session
from kooperation_tui.cli.output import harmless, sentence
from kooperation_tui.cli.recording import Recorder
from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import KooperationError, Refused
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting
from kooperation_tui.domain.state import Phase
from kooperation_tui.i18n import Translator


def loop(session: Session, source: TextIO, out: TextIO) -> int:
    """Read lines until the input ends, say after each what became of it.

    Returns:
        0; refused lines were said when they were typed.

    Raises:
        Refused: no meeting is running or planned.
        KooperationError: the file cannot be read.
    """
    tr = session.tr
    row = current(session.data(), session.clock().date())
    recorder = Recorder(session, row.id)

    def tell(text: str) -> None:
        print(harmless(text), file=out, flush=True)

    tell(headline(tr, session.data(), row))
    known = after(tr, session.data(), row)
    tell(tr.t("Type a line and press Enter. An empty input (Ctrl+D) ends."))
    while line := source.readline():
        if not line.strip():
            continue
        try:
            said = recorder.take(line.rstrip("\r\n"))
        except KooperationError as error:
            tell(tr.t("Not recorded. {reason}", reason=sentence(tr, error)))
            continue
        tell(tr.t("{said}. Saved at {time}.", said=said.rstrip("."), time=session.clock()))
        now = after(tr, session.data(), row)
        if now != known:
            tell(now)
            known = now
    return 0


def current(data: Data, today: dt.date) -> Meeting:
    """The running meeting, else the next one. Raises Refused."""
    try:
        return finding.meeting(data, "running", today)
    except Refused:
        return finding.meeting(data, "next", today)


def headline(tr: Translator, data: Data, row: Meeting) -> str:
    """Which meeting this is, and how it stands."""
    start = row.start.astimezone(plan.zone(data))
    state = state_of(data, row.id)
    what = tr.t(
        "Meeting {number} on {day} at {time}.",
        number=plan.label(data, row),
        day=tr.day_long(start.date()),
        time=tr.clock(start),
    )
    if state.phase is Phase.PLANNED:
        return f"{what} {tr.t('It has not begun; begin it with the line “/start”.')}"
    return f"{what} {_running(tr, data, row)}"


def _running(tr: Translator, data: Data, row: Meeting) -> str:
    state = state_of(data, row.id)
    item = state.running_item
    there = tr.t(
        "{count} of {all} partners are represented.",
        count=len(state.represented()),
        all=len(state.entitled),
    )
    if item is None or state.phase is not Phase.RUNNING:
        return there
    running = tr.t(
        "Item {number} is running: {title}.", number=item.item.number, title=item.item.title
    )
    return f"{running} {there}"


def after(tr: Translator, data: Data, row: Meeting) -> str:
    """How the meeting stands, as a sentence; said again when it has changed."""
    if state_of(data, row.id).phase is Phase.CLOSED:
        return tr.t("The meeting is closed; lines need their time now, such as 10:30.")
    return _running(tr, data, row)
