"""F6 while a meeting runs: talk through the questions, put the wording to the vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.documents.clauses import questions
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.about import to_choose
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind
from kooperation_tui.domain.model import Subject, Version
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.running import is_waiting
from kooperation_tui.domain.standing import next_treated
from kooperation_tui.domain.state import ItemState, MeetingState, Phase
from kooperation_tui.domain.versions import normal, placeholders
from kooperation_tui.tui.asking import language_of
from kooperation_tui.tui.dialogs.questions import QuestionsDialog
from kooperation_tui.tui.drawing.agreement import SETTLED, block
from kooperation_tui.tui.session import new_id
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


def running_block(view: View) -> str:
    """The block of the running item that is to be settled first, '' if it is about none."""
    state = view.state
    item = state.running_item if state is not None else None
    points = item.item.points if item is not None else ()
    waiting = [key for key in points if block(view, key).state not in SETTLED]
    return next(iter((*waiting, *points)), "")


def is_about(item: ItemState, key: str) -> bool:
    """Whether a block may be worked on under an item: it names it, or none of the blocks."""
    points = item.item.points
    return key in points or (item.item.subject is Subject.AGREEMENT and not points)


def _runs(view: View, key: str) -> bool:
    """Whether the running item is about a block."""
    state = view.state
    if state is None or state.phase is not Phase.RUNNING or state.running_item is None:
        return False
    return is_about(state.running_item, key)


async def talk(app: KooperationApp, key: str) -> None:
    """The questions one by one; while its item runs the answers become notes."""
    view = app.session.view(app.tr, 62)
    if not questions(key, app.tr.lang):
        app.tell(app.tr.t("There are no questions about this block."), "")
        return
    shown = questions(key, app.tr.lang)
    kept = questions(key, language_of(view).lang)
    place = "" if not _runs(view, key) else view.meeting_id

    async def answer(number: int, text: str) -> bool:
        return await _record(app, it.Say(kind=NoteKind.NOTE, text=f"{kept[number]} {text}"))

    def answers(number: int) -> tuple[str, ...]:
        now = app.session.view(app.tr, 62)
        return _answers(now, kept[number]) if place else ()

    dialog = QuestionsDialog(
        key,
        shown,
        answers=answers,
        answer=answer if place else None,
        closed=_why_closed(view, key),
    )
    await app.push_screen_wait(dialog)


def _why_closed(view: View, key: str) -> str:
    """Why no answer can be noted now, and what opens the line for it."""
    tr, state = view.tr, view.state
    if state is not None and state.phase is Phase.RUNNING and state.running_item is not None:
        refusal = _elsewhere(state, key)
        said = tr.t("Answers are noted while its item runs.")
        return f"{said} {tr.t(refusal.message, **refusal.args_by_name)}"
    meeting = next_treated(view.data, key)
    if meeting is not None:
        day = tr.date_short(meeting.start.date())
        return tr.t("Answers are noted in the meeting on {day}, while its item runs.", day=day)
    return tr.t("Answers are noted in a meeting: Esc, then t puts this on the next agenda.")


def _answers(view: View, question: str) -> tuple[str, ...]:
    """What was noted in this meeting to a question."""
    state = view.state
    entries = state.entries if state is not None else ()
    found = [e.text for e in entries if not e.deleted and e.text.startswith(question)]
    return tuple(text.removeprefix(question).strip() for text in found)


async def decide(app: KooperationApp, key: str) -> None:
    """The wording is to be decided in the running meeting; F5 asks how."""
    view = app.session.view(app.tr, 62)
    try:
        text = _need_wording(view, key)
        _need_item(view, key)
    except Refused as error:
        app.say(error)
        return
    if await _record(app, it.Propose(text=text, point=key)):
        app.messages.read()
        app.action_area("minutes")


def _need_wording(view: View, key: str) -> str:
    text = block(view, key).text.strip()
    if not text:
        raise Refused("There is no wording to decide on yet; e writes it, k takes a clause.")
    left = placeholders(text)
    if left:
        raise Refused("Still to fill in before it is decided: {names}.", names=", ".join(left))
    return text


def _need_running(view: View) -> MeetingState:
    state = view.state
    if state is None or state.phase is not Phase.RUNNING or state.running_item is None:
        raise Refused("No item is running; F5 begins the meeting and its items.")
    return state


def _need_item(view: View, key: str) -> None:
    """Refuse what is not on today's agenda, or not its turn yet (I-10)."""
    state = _need_running(view)
    assert state.running_item is not None
    wording = state.wording(state.open_wording)
    if wording is not None and key not in wording.points:
        raise Refused("Another wording is being decided; F5 shows it.")
    if is_about(state.running_item, key):
        return
    raise _elsewhere(state, key)


def _elsewhere(state: MeetingState, key: str) -> Refused:
    """Why nothing is done about a block under the running item: where it stands today.

    An item that names the block counts before one about the agreement as a whole.
    """
    found = [i for i in state.items if is_about(i, key) and (is_waiting(i) or i.runs)]
    item = min(found, key=lambda i: (key not in i.item.points, not is_waiting(i)), default=None)
    if item is None:
        return Refused("This is not on today’s agenda; t puts it on the next one.")
    if is_waiting(item):
        return Refused(
            "This stands on the agenda as item {number}; begin that one first: F5, /item {number}.",
            number=item.item.number,
        )
    return Refused(
        "This was item {number} today; F5, /item {number} takes it up again.",
        number=item.item.number,
    )


async def decide_version(app: KooperationApp, version: Version) -> bool:
    """A proposed version is to be decided in the running meeting. False if refused, and said."""
    view = app.session.view(app.tr, 62)
    try:
        _need_agreement(_need_running(view))
    except Refused as error:
        app.say(error)
        return False
    text = language_of(view).t(
        "Version {number} of the cooperation agreement is adopted.", number=version.number
    )
    if not await _record(app, it.Propose(text=text)):
        return False
    state = app.session.view(app.tr, 62).state
    # It is about the whole: F5 need not ask which of the item's points is meant.
    return state is None or not to_choose(state) or await _record(app, it.BindPoint(point=""))


def _need_agreement(state: MeetingState) -> None:
    assert state.running_item is not None
    if state.open_wording:
        raise Refused("Another wording is being decided; F5 shows it.")
    if state.running_item.item.subject is Subject.AGREEMENT:
        return
    ahead = [i for i in state.items if is_waiting(i) and i.item.subject is Subject.AGREEMENT]
    if ahead:
        raise Refused(
            "The agreement is item {number}; begin that one first: F5, /item {number}.",
            number=ahead[0].item.number,
        )
    raise Refused("No item of today is about the agreement; t puts it on the next agenda.")


async def follow_wording(app: KooperationApp, key: str, before: str) -> None:
    """The wording was changed while it is being decided: the decision is about the new one."""
    view = app.session.view(app.tr, 62)
    state = view.state
    wording = state.wording(state.open_wording) if state is not None else None
    now = block(view, key).text.strip()
    if wording is None or wording.points != (key,) or not now or placeholders(now):
        return
    if normal(wording.text) == normal(before.strip()):
        await _record(app, it.Propose(text=now, point=key))


async def _record(app: KooperationApp, intent: it.Intent) -> bool:
    """One line of the running meeting's log. False if it was refused (and said so)."""
    session = app.session
    moment, meeting, event_id = session.moment(), session.meeting_id, new_id()

    def wanted(data: Data) -> Change:
        return record(data, meeting, intent, moment, event_id=event_id)

    return await app.change(wanted) is not None
