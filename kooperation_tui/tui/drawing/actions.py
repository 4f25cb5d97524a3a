"""Actions over all meetings, overdue first; the chosen one and its history."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from kooperation_tui.domain.model import Action, ActionStatus, ActionUpdate, Meeting
from kooperation_tui.domain.plan import organisations_of
from kooperation_tui.domain.tasks import LIVE, is_overdue
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.view import View


def live_actions(view: View) -> list[Action]:
    """Actions that are not finished, the earliest date first, without a date last."""
    found = [a for a in view.data.rows(Action) if a.status in LIVE]
    return sorted(found, key=lambda a: (a.due or dt.date.max, a.number))


def overdue(view: View, action: Action) -> bool:
    """Whether its day is over and somebody should have done it."""
    return is_overdue(action, view.today)


def due_words(view: View, action: Action) -> tuple[str, str]:
    """The day as words, and their tone."""
    tr = view.tr
    if action.due is None:
        return (action.due_reason or tr.t("no date"), "dim" if action.due_reason else "warn")
    days = (view.today - action.due).days
    if overdue(view, action):
        return (tr.n("{count} day overdue", "{count} days overdue", days), "bad")
    return (f"{tr.weekday_short(action.due)} {tr.date_short(action.due)}", "")


def owner_words(view: View, action: Action) -> str:
    """Who does it, as a code if there is one."""
    if action.owner_organisation:
        return words.code(view.data, action.owner_organisation)
    if action.owner:
        return words.person_name(view.data, action.owner)
    return view.tr.t("nobody")


def action_line(view: View, action: Action, width: int) -> Content:
    """Number, title, owner, date in one row."""
    late = overdue(view, action)
    due, tone = due_words(view, action)
    number = ink.fit(words.short_number(action.number), 5)
    title = action.title
    room = width - 2 - 5 - 1 - 8 - 20
    return ink.put(
        "  ",
        (number, "bad" if late else "dim"),
        ink.fit(title, max(room, 10)),
        " ",
        ink.fit(owner_words(view, action), 8),
        (ink.fit(due, 20).rstrip(), tone),
    )


_NUMBER, _OWNER, _DUE = 7, 9, 20


def plan_line(view: View, action: Action) -> Content:
    """The same for the plan itself: what is long goes on below, nothing is cut."""
    late = overdue(view, action)
    due, tone = due_words(view, action)
    room = max(view.width - _NUMBER - _OWNER - _DUE, 12)
    number = "  " + words.short_number(action.number)
    return side_by_side(
        (ink.put((number, "bad" if late else "dim")), _NUMBER),
        (ink.put(action.title), room),
        (ink.put(owner_words(view, action)), _OWNER),
        (ink.put((due, tone)), _DUE),
    )


def side_by_side(*columns: tuple[Content, int]) -> Content:
    """Texts beside each other, each wrapped in its own cells with a blank at the end."""
    wrapped = [text.wrap(max(cells - 1, 1)) or [Content("")] for text, cells in columns]
    rows = []
    for number in range(max(map(len, wrapped))):
        row = Content("")
        for parts, (_, cells) in zip(wrapped, columns, strict=True):
            part = parts[number].rstrip() if number < len(parts) else Content("")
            row = ink.put(row, part, " " * max(cells - part.cell_length, 0))
        rows.append(row.rstrip())
    return ink.lines(rows)


def belongs(view: View, action: Action, whose: str) -> bool:
    """Whether a partner or a person (by id) owns it or helps; '' is everybody."""
    if not whose:
        return True
    who = {action.owner, action.owner_organisation, *action.helpers}
    if action.owner and not action.owner_organisation:
        who.update(organisations_of(view.data, action.owner, view.today))
    return whose in who


def action_rows(view: View, whose: str = "", finished: bool = False) -> list[Row]:
    """Overdue, running, on hold; then what is finished, the newest first."""
    tr = view.tr
    everything = [a for a in view.data.rows(Action) if belongs(view, a, whose)]
    if not everything:
        return _nothing(view, whose)
    live = [a for a in live_actions(view) if belongs(view, a, whose)]
    resting = [a for a in live if a.status is ActionStatus.ON_HOLD]
    late = [a for a in live if overdue(view, a)]
    going = [a for a in live if a not in resting and a not in late]
    rows: list[Row] = []
    for title, group in (
        (tr.t("Overdue"), late),
        (tr.t("Open"), going),
        (tr.t("On hold"), resting),
    ):
        if group:
            rows += [BLANK] if rows else []
            rows.append(Row(ink.put((title, "head"), f"  {len(group)}")))
            rows += [Row(plan_line(view, a), a.id) for a in group]
    done = [a for a in everything if a.status not in LIVE]
    return [*rows, *_finished(view, done, finished, blank=bool(rows))]


def _nothing(view: View, whose: str) -> list[Row]:
    tr = view.tr
    if whose:
        return [Row(ink.put((tr.t("No actions here. w shows those of somebody else."), "dim")))]
    said = (
        tr.t("No actions yet."),
        tr.t("On F5 a line such as “> Title @BB 13.11.” makes one."),
        tr.t("n enters one here, also one that existed before this program."),
    )
    return [Row(line) for text in said for line in ink.put((text, "dim")).wrap(view.width)]


def _finished(view: View, done: list[Action], shown: bool, blank: bool) -> list[Row]:
    if not done:
        return []
    tr = view.tr
    hint = tr.t("a hides them") if shown else tr.t("a shows them")
    head = ink.put((tr.t("Finished"), "head"), f"  {len(done)}", (f"   {hint}", "dim"))
    rows = [BLANK] if blank else []
    rows.append(Row(head))
    if not shown:
        return rows
    for action in sorted(done, key=lambda a: a.number, reverse=True):
        number = ink.fit(words.short_number(action.number), 5)
        state = tr.t(words.ACTION_STATES[action.status])
        line = side_by_side(
            (ink.put("  ", number), _NUMBER),
            (ink.put(action.title), max(view.width - _NUMBER - _DUE, 12)),
            (ink.put((state, "dim")), _DUE),
        )
        rows.append(Row(line, action.id))
    return rows


def count_line(view: View, whose: str) -> Content:
    """How many are open and overdue; whose they are if not everybody's."""
    tr = view.tr
    live = [a for a in live_actions(view) if belongs(view, a, whose)]
    late = sum(overdue(view, a) for a in live)
    pieces: list[ink.Piece] = [(tr.n("{count} open", "{count} open", len(live)), "strong")]
    if late:
        pieces.append(("   " + tr.n("{count} overdue", "{count} overdue", late), "bad"))
    if whose:
        name = words.person_name(view.data, whose) or words.code(view.data, whose)
        pieces.append(("   " + tr.t("only {name}", name=name), "now"))
    return ink.put(*pieces)


def action_detail(view: View, identity: str) -> Content:
    """The whole title; who with whom; where it comes from and how often it moved."""
    action = view.data.find(Action, identity)
    if action is None:
        return Content("")
    tr = view.tr
    first = ink.put((ink.fit(words.short_number(action.number), 7), "strong"))
    who = [_owner(view, action)]
    if action.helpers:
        who.append(tr.t("with {codes}", codes=words.codes(view.data, action.helpers)))
    who += action.outside
    state = tr.t(words.ACTION_STATES[action.status])
    due, tone = due_words(view, action)
    rows = [
        ink.put((action.title, "strong")),
        ink.put(", ".join(who), " · ", state, " · ", (due, tone)),
        ink.put((_origin(view, action), "dim")),
    ]
    last = action.history[-1] if action.history else None
    if last is not None and last.reason:
        rows.append(ink.put((tr.t("last: {reason}", reason=last.reason), "dim")))
    return ink.hanging(first, ink.lines(rows), view.width)


def _owner(view: View, action: Action) -> str:
    """Name and code, or why nobody."""
    name = words.person_name(view.data, action.owner)
    code = words.code(view.data, action.owner_organisation) if action.owner_organisation else ""
    if name:
        return f"{name} ({code})" if code else name
    reason = f" ({action.owner_reason})" if action.owner_reason else ""
    return code or view.tr.t("nobody") + reason


def _origin(view: View, action: Action) -> str:
    tr = view.tr
    day = tr.date_short(action.created_on)
    meeting = view.data.find(Meeting, action.meeting)
    if meeting is not None:
        title = words.meeting_title(view.data, meeting, tr)
        said = tr.t("from {meeting}, {day}", meeting=title, day=day)
    else:
        said = tr.t("entered for {day}", day=day)
    moved = sum(1 for u in action.history if u.due != u.was_due)
    if moved:
        said += " · " + tr.n("moved {count} time", "moved {count} times", moved)
    return said


def history_lines(view: View, action: Action) -> list[Content]:
    """Every step, the first one first."""
    rows = [
        ink.put((action.title, "strong")),
        Content(""),
        _step(view, action.created_on, [_promised(view, action)]),
    ]
    rows += [_step(view, update.on, _news(view, update)) for update in action.history]
    rows += [Content(""), ink.put(_owner(view, action), " · ", due_words(view, action))]
    return rows


def _step(view: View, day: dt.date, news: list[str]) -> Content:
    first = ink.put((ink.fit(view.tr.date_short(day), 12), "dim"))
    return ink.hanging(first, ink.put(", ".join(news)), view.width)


def _promised(view: View, action: Action) -> str:
    """How it began: from the first step of its history, if there is one."""
    tr = view.tr
    first = action.history[0] if action.history else None
    due = first.was_due if first is not None else action.due
    if due is None:
        return tr.t("begun, without a date")
    return tr.t("begun, due {day}", day=tr.date_short(due))


def _news(view: View, update: ActionUpdate) -> list[str]:
    tr = view.tr
    news = []
    if update.status is not update.was:
        news.append(tr.t(words.ACTION_STATES[update.status]))
    if update.due != update.was_due and update.due is not None:
        if update.was_due is None:
            news.append(tr.t("due {day}", day=tr.date_short(update.due)))
        else:
            news.append(
                tr.t(
                    "due {day} instead of {before}",
                    day=tr.date_short(update.due),
                    before=tr.date_short(update.was_due),
                )
            )
    if update.reason:
        news.append(update.reason)
    return news or [tr.t("somebody else takes it")]
