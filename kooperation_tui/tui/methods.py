"""Ways of deciding as dialogs: each ends in one line of the capture language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import ObjectionKind
from kooperation_tui.domain.state import MeetingState
from kooperation_tui.domain.versions import normal
from kooperation_tui.tui import words
from kooperation_tui.tui.dialogs.consensing import ConsensingDialog, option_fields
from kooperation_tui.tui.dialogs.consent import ConsentDialog, Step
from kooperation_tui.tui.dialogs.fist import FistDialog
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.dialogs.wording import WordingDialog

if TYPE_CHECKING:
    from kooperation_tui.tui.screens.minutes import MinutesScreen


def _voters(state: MeetingState) -> tuple[str, ...]:
    """Partners that can vote on the open wording now."""
    wording = state.wording(state.open_wording)
    recused = wording.recused if wording is not None else ()
    return tuple(o for o in state.represented() if o not in recused)


async def fist(screen: MinutesScreen) -> None:
    """Counts of fingers for the open wording."""
    view = screen.view(66)
    state = view.state
    wording = state.wording(state.open_wording) if state is not None else None
    if state is None or wording is None:
        return
    dialog = FistDialog(screen.tr.t("Fist of five"), view, wording.text, len(_voters(state)))
    line = await screen.koop.push_screen_wait(dialog)
    if line is not None:
        await screen.recorder.send_line(line)


async def consensing(screen: MinutesScreen) -> None:
    """Options first, if there are fewer than two to choose from; then the matrix."""
    tr = screen.tr
    state = screen.view().state
    if state is None:
        return
    if not _voters(state):
        screen.koop.say(Refused("Nobody is there who could vote."))
        return
    if not state.options and not await _ask_options(screen, state):
        return
    state = screen.view().state
    if state is None or not state.options:
        return
    voters = _voters(state)
    codes = sorted(words.code(screen.session.data, o) for o in voters)
    dialog = ConsensingDialog(
        tr.t("Systemic consensing"),
        state.options,
        codes,
        scale=state.votes().rules.resistance_scale,
    )
    line = await screen.koop.push_screen_wait(dialog)
    if line is not None:
        await screen.recorder.send_line(line)


async def _ask_options(screen: MinutesScreen, state: MeetingState) -> bool:
    """Write the options down. False if there are none."""
    tr = screen.tr
    fields = option_fields(state.options, tr.t("Option"))
    note = tr.t("The option N, “everything stays as it is”, is always there.")
    form = Form(
        tr.t("Which options are there?"), fields, check=_need_option, note=lambda values: note
    )
    values = await screen.koop.push_screen_wait(form)
    if values is None:
        return False
    for label, text in values.items():
        if text.strip() and not await screen.recorder.record(
            it.AddOption(label=label, text=text.strip())
        ):
            return False
    return True


def _need_option(values: Values) -> None:
    if not any(text.strip() for text in values.values()):
        raise Refused("Write at least one option.")


async def consent(screen: MinutesScreen) -> None:
    """Round after round; each objection is recorded at once."""
    shown, chosen, said = 0, "", ""
    while True:
        view = screen.view(66)
        if view.state is None or view.state.wording(view.state.open_wording) is None:
            return
        dialog = ConsentDialog(view, shown, chosen, said)
        step = await screen.koop.push_screen_wait(dialog)
        if step is None:
            return
        shown, chosen = dialog.round, step.organisation or str(step.number)
        if step.what == "consent":
            await screen.recorder.send_line("= consent")
            return
        said = await _take(screen, step)


async def _take(screen: MinutesScreen, step: Step) -> str:
    """An objection, or how one was settled. What is to be said about it."""
    tr = screen.tr
    if step.what == "reword":
        return await _reword(screen, tr.t("Wording"))
    if step.what == "withdrawn":
        intent = it.SettleObjection(number=step.number, integrated=False)
        await screen.recorder.record(intent)
        return ""
    code = words.code(screen.session.data, step.organisation) if step.organisation else ""
    titles = {
        "objection": tr.t("Serious objection of {code}", code=code),
        "concern": tr.t("Concern of {code}", code=code),
        "integrated": tr.t("Objection {number} is integrated", number=step.number),
    }
    label = tr.t("What changes?") if step.what == "integrated" else tr.t("Why?")
    form = Form(titles[step.what], [Field("text", label)], check=_need_text)
    values = await screen.koop.push_screen_wait(form)
    if values is None:
        return ""
    text = values["text"].strip()
    if step.what == "integrated":
        settled = it.SettleObjection(number=step.number, integrated=True, text=text)
        done = await screen.recorder.record(settled)
        return await _reword(screen, titles[step.what], text) if done else ""
    paramount = step.what == "objection"
    kind = ObjectionKind.PARAMOUNT if paramount else ObjectionKind.CONCERN
    await screen.recorder.record(
        it.RaiseObjection(kind=kind, organisation=step.organisation, text=text)
    )
    return ""


async def _reword(screen: MinutesScreen, title: str, change: str = "") -> str:
    """The wording with what was agreed to change in it. What is to be said about it."""
    tr = screen.tr
    state = screen.view().state
    wording = state.wording(state.open_wording) if state is not None else None
    if wording is None:
        return ""
    dialog = WordingDialog(
        title,
        wording.text,
        place=f"wording {wording.id}",
        help=tr.t("Write it into the wording: {change}", change=change) if change else "",
    )
    text = (await screen.koop.push_screen_wait(dialog) or "").strip()
    if text and normal(text) != normal(wording.text):
        point = wording.points[0] if wording.points else ""
        new = it.Propose(text=text, point=point, amends=True)
        return tr.t("The wording is changed.") if await screen.recorder.record(new) else ""
    return tr.t("The wording is unchanged: it is decided as it reads here.")


def _need_text(values: Values) -> None:
    if not values["text"].strip():
        raise Refused("Write a few words.")
