"""F6: puts blocks on the agenda of the next planned meeting, or of a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import (
    BLOCKS,
    TO_COME,
    AgendaItem,
    BlockState,
    ItemKind,
    Meeting,
    Subject,
)
from kooperation_tui.domain.plan import block_of, meetings
from kooperation_tui.domain.standing import next_treated
from kooperation_tui.domain.versions import placeholders
from kooperation_tui.i18n import Translator
from kooperation_tui.store.contract import Command
from kooperation_tui.tui import asking, words
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.dialogs.tick import Tick
from kooperation_tui.tui.drawing.agreement import block
from kooperation_tui.tui.partner_work import need
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_OWN = "own"
MINUTES = 15
"""Planned for each block where several stand on one agenda (domain 5.6)."""


def planned(view: View) -> Sequence[Meeting]:
    """Meetings whose agenda may still change, from today on."""
    return [
        m
        for m in meetings(view.data)
        if m.status in TO_COME and m.started_at is None and m.start.date() >= view.today
    ]


async def item(app: KooperationApp, key: str) -> None:
    """Put the block on the agenda of the next planned meeting."""
    view, tr = app.session.view(app.tr, 62), app.tr
    there = next_treated(view.data, key)
    if there is not None:
        title = words.meeting_title(view.data, there, tr)
        app.tell(tr.t("It stands on the agenda of {meeting} already.", meeting=title), "")
        return
    found = planned(view)
    if not found:
        app.tell(tr.t("No meeting is planned: F2, then n, plans one."), "warn")
        return
    meeting = found[0]
    there_already = [i for i in meeting.items if i.subject is Subject.AGREEMENT]
    if there_already:
        options = [(i.id, _join_row(i, tr)) for i in there_already]
        title = words.meeting_title(view.data, meeting, tr)
        chosen = await app.push_screen_wait(
            Choose(title, [*options, (_OWN, tr.t("an item of its own"))])
        )
        if chosen is None:
            return
        if chosen != _OWN:
            await _join(app, meeting, chosen, key)
            return
    values = await app.push_screen_wait(_item_form(view, meeting, key))
    if values is not None:
        await _put_on_agenda(app, meeting, key, values)


def _join_row(item: AgendaItem, tr: Translator) -> str:
    """`zu TOP 5 Kooperationsvereinbarung (Punkte 3 und 8)`"""
    said = tr.t("under item {number}: {title}", number=item.number, title=item.title)
    return f"{said} ({words.blocks_name(item.points, tr)})" if item.points else said


def join_block(data: Data, moment: Moment, *, meeting: str, item: str, key: str) -> Change:
    """An item is about one more block; its first one brings the wording worked on."""
    row = next(i for i in data.get(Meeting, meeting).items if i.id == item)
    points = tuple(k for k in BLOCKS if k in (*row.points, key))
    text = _wording(data, key)
    first = row.kind is ItemKind.DECISION and not (row.points or row.wording)
    fields = {"wording": text} if first and text else {}
    return planning.change_item(data, moment, meeting=meeting, item=item, points=points, **fields)


def _wording(data: Data, key: str) -> str:
    """The wording worked on if it can be decided, '' while it has places to fill."""
    found = block_of(data, key)
    text = found.text.strip() if found is not None else ""
    return "" if placeholders(text) else text


def title_of(key: str, language: Translator) -> str:
    """`Vereinbarung, Punkt 4: Moderation der Treffen`, `Vereinbarung: Präambel`."""
    name = language.t(words.BLOCK_NAMES[key])
    if not key[1:].isdigit():
        return language.t("Agreement: {block}", block=name)
    return language.t("Agreement, point {number}: {block}", number=key[1:], block=name)


def _item_form(view: View, meeting: Meeting, key: str) -> Form:
    tr = view.tr
    kinds = (ItemKind.DECISION, ItemKind.DISCUSSION)
    day = tr.day_short(meeting.start.date())
    said = f"{words.meeting_title(view.data, meeting, tr)}, {day}"
    return Form(
        tr.t("On the agenda"),
        [
            Field("title", tr.t("Topic"), title_of(key, asking.language_of(view))),
            Field(
                "kind", tr.t("Kind"), kinds[0], tuple((k, words.kind_name(k, tr)) for k in kinds)
            ),
            Field("minutes", tr.p("duration", "Minutes"), "20"),
        ],
        check=lambda values: (
            need(values["title"], "The item needs a title."),
            asking.read_minutes(values["minutes"]),
        ),
        note=lambda _: said,
    )


def add_block(
    data: Data, moment: Moment, *, meeting: str, key: str, title: str, kind: ItemKind, minutes: int
) -> Change:
    """An item about a block; where it is to be decided, with the wording worked on."""
    added = planning.add_item(
        data,
        moment,
        meeting=meeting,
        title=title,
        kind=kind,
        subject=Subject.AGREEMENT,
        points=(key,),
        minutes=minutes,
    )
    text = _wording(data, key)
    if kind is not ItemKind.DECISION or not text:
        return added
    return planning.change_item(
        data.apply(added), moment, meeting=meeting, item=added.result.id, wording=text
    )


async def _put_on_agenda(app: KooperationApp, meeting: Meeting, key: str, values: Values) -> None:
    moment = app.session.moment()

    def command(data: Data) -> Change:
        return add_block(
            data,
            moment,
            meeting=meeting.id,
            key=key,
            title=values["title"],
            kind=ItemKind(values["kind"]),
            minutes=asking.read_minutes(values["minutes"]),
        )

    await _change(app, meeting, command)


async def _join(app: KooperationApp, meeting: Meeting, item: str, key: str) -> None:
    moment = app.session.moment()
    await _change(
        app, meeting, lambda data: join_block(data, moment, meeting=meeting.id, item=item, key=key)
    )


async def _change(app: KooperationApp, meeting: Meeting, command: Command) -> None:
    """Run the command; then say where the block stands, and whether that came too late."""
    saved = await app.change(command)
    if saved is None:
        return
    tr, title = app.tr, words.meeting_title(app.session.data, meeting, app.tr)
    if saved.change.result.announced:
        app.tell(tr.t("It stands on the agenda of {meeting} now.", meeting=title))
        return
    said = tr.t(
        "It stands on the agenda of {meeting} now. The invitation went out before: announce it in "
        "time and note that on F3, or only talk about it.",
        meeting=title,
    )
    app.tell(said, "warn")


async def pick_blocks(app: KooperationApp) -> tuple[str, ...] | None:
    """Which blocks a new meeting works on; drafts are ticked. None: left."""
    view, tr = app.session.view(app.tr, 60), app.tr
    rows = [(key, block(view, key).state) for key in BLOCKS]
    return await app.push_screen_wait(
        Tick(
            tr.t("Which blocks of the agreement?"),
            [(key, _pick_row(key, state, tr)) for key, state in rows],
            [key for key, state in rows if state is BlockState.DRAFT],
            tr.t("Each becomes an item of {count} minutes; F3 changes them.", count=MINUTES),
        )
    )


def _pick_row(key: str, state: BlockState, tr: Translator) -> str:
    name = words.block_name(key, tr)
    indent = "" if key[1:].isdigit() else "  "
    return f"{indent}{name}: {tr.t(words.BLOCK_STATES[state])}"


def with_blocks(
    data: Data, moment: Moment, meeting: Change, keys: Sequence[str], language: Translator
) -> Change:
    """A new meeting (its change) with an item for each block; all as one change."""
    change, made = meeting, meeting.result
    for key in keys:
        data = data.apply(change)
        change = add_block(
            data,
            moment,
            meeting=made.id,
            key=key,
            title=title_of(key, language),
            kind=ItemKind.DECISION,
            minutes=MINUTES,
        )
    # Each change puts the whole meeting, so the last one has everything.
    return Change(puts=change.puts, result=made)
