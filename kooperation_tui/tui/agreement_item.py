"""F6: puts a block on the agenda of the next planned meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.commands.agreement import block_of
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import (
    POINT_BLOCKS,
    ItemKind,
    Meeting,
    MeetingStatus,
    Subject,
)
from kooperation_tui.domain.plan import meetings
from kooperation_tui.domain.standing import next_treated
from kooperation_tui.tui import asking, words
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.partner_work import need
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


def planned(view: View) -> Sequence[Meeting]:
    """Meetings whose agenda may still change, from today on."""
    ahead = (MeetingStatus.PLANNED, MeetingStatus.INVITED)
    return [
        m
        for m in meetings(view.data)
        if m.status in ahead and m.started_at is None and m.start.date() >= view.today
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
    values = await app.push_screen_wait(_item_form(view, meeting, key))
    if values is not None:
        await _put_on_agenda(app, meeting, key, values)


def _item_form(view: View, meeting: Meeting, key: str) -> Form:
    tr, language = view.tr, asking.language_of(view)
    name = language.t(words.BLOCK_NAMES[key])
    title = language.t("Agreement: {block}", block=name)
    if key[1:].isdigit():
        title = language.t("Agreement, point {number}: {block}", number=key[1:], block=name)
    kinds = (ItemKind.DECISION, ItemKind.DISCUSSION)
    day = tr.day_short(meeting.start.date())
    said = f"{words.meeting_title(view.data, meeting, tr)}, {day}"
    return Form(
        tr.t("On the agenda"),
        [
            Field("title", tr.t("Topic"), title),
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


async def _put_on_agenda(app: KooperationApp, meeting: Meeting, key: str, values: Values) -> None:
    """The new item; where it is to be decided, with the wording that is worked on."""
    moment, kind = app.session.moment(), ItemKind(values["kind"])

    def command(data: Data) -> Change:
        added = planning.add_item(
            data,
            moment,
            meeting=meeting.id,
            title=values["title"],
            kind=kind,
            subject=Subject.AGREEMENT,
            points=(key,) if key in POINT_BLOCKS else (),
            minutes=asking.read_minutes(values["minutes"]),
        )
        found = block_of(data, key)
        text = found.text.strip() if found is not None else ""
        if kind is not ItemKind.DECISION or not text:
            return added
        return planning.change_item(
            data.apply(added), moment, meeting=meeting.id, item=added.result.id, wording=text
        )

    if await app.change(command) is not None:
        title = words.meeting_title(app.session.data, meeting, app.tr)
        app.tell(app.tr.t("It stands on the agenda of {meeting} now.", meeting=title))
