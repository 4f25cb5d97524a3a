"""The review of a year: for each goal its sign, and what was done for it (preamble, point 9)."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents import words
from kooperation_tui.documents.document import Audience, Document, DocumentKind
from kooperation_tui.documents.head import bold_name
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.documents.registers import Register
from kooperation_tui.documents.text import inline, plain, sentence
from kooperation_tui.domain import goals, plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.goals import GoalWork, TreatedItem
from kooperation_tui.domain.model import Action, ActionStatus, Decision
from kooperation_tui.i18n import Translator


def review(
    data: Data, tr: Translator, audience: Audience, now: dt.datetime, which: str = ""
) -> Document:
    """What served which goal.

    Args:
        which: a year such as 2026; without it the twelve months until today.

    Raises:
        Refused: `which` is no year.
    """
    register = Register(data, tr, audience, now)
    since, until = _period(which, register.today)
    found = goals.work(data, since, until)
    paper = Paper()
    title = tr.t("Review: our goals")
    paper.heading(1, title)
    paper.paragraph(bold_name(data.network.name, data.network.short_name))
    paper.paragraph(
        tr.t("From {since} to {until}.", since=tr.date_long(since), until=tr.date_long(until))
    )
    if not found:
        paper.paragraph(tr.t("No goals are entered yet."))
    for number, one in enumerate(found, 1):
        paper.heading(2, tr.t("Goal {number}", number=number))
        _goal(register, paper, one)
    paper.heading(2, tr.t("Without a goal"))
    _rest(register, paper, found, since, until)
    return Document(
        title=title,
        lang=tr.lang,
        markdown=_head(register, since, until) + paper.markdown,
        kind=DocumentKind.REVIEW,
    )


def _period(which: str, today: dt.date) -> tuple[dt.date, dt.date]:
    if not which:
        last = today.replace(day=28) if (today.month, today.day) == (2, 29) else today
        return last.replace(year=today.year - 1) + dt.timedelta(days=1), today
    if len(which) != 4 or not which.isascii() or not which.isdecimal() or int(which) < 1900:
        raise Refused("“{text}” is no year; write it like 2026.", text=which)
    return dt.date(int(which), 1, 1), dt.date(int(which), 12, 31)


def _head(register: Register, since: dt.date, until: dt.date) -> str:
    tr = register.tr
    return front_matter(
        {
            tr.p("front matter", "type"): tr.p("front matter", "review"),
            tr.p("front matter", "network"): register.data.network.name,
            tr.p("front matter", "from"): since,
            tr.p("front matter", "until"): until,
            tr.p("front matter", "language"): tr.lang,
            tr.p("front matter", "audience"): words.audience(tr, register.audience),
        }
    )


def _goal(register: Register, paper: Paper, one: GoalWork) -> None:
    tr, goal = register.tr, one.goal
    paper.paragraph(f"**{sentence(plain(goal.text))}**")
    facts = [(tr.t("Seen by"), inline(goal.indicator)), (tr.t("Result"), inline(goal.result))]
    if goal.review_on is not None:
        facts.append((tr.t("Next review"), tr.date_long(goal.review_on)))
    for name, said in facts:
        if said:
            paper.bullet(f"{name}: {sentence(said)}")
    lines = [_item(register, i) for i in one.items if register.shows_item(i.item)]
    lines += [_decision(tr, d) for d in one.decisions if not register.hides(d.meeting, d.event)]
    lines += [_action(tr, a) for a in one.actions if not register.hides(a.meeting, a.event)]
    if not lines:
        paper.paragraph(tr.t("Nothing was noted for it."))
        return
    paper.paragraph(tr.t("What was done for it:"))
    for line in lines:
        paper.bullet(line)


def _item(register: Register, one: TreatedItem) -> str:
    tr = register.tr
    day = one.meeting.start.astimezone(plan.zone(register.data)).date()
    return tr.t(
        "{day}, {where}: {title}",
        day=tr.date_short(day),
        where=register.meeting(one.meeting.id, one.item.number),
        title=sentence(inline(one.item.title)),
    )


def _decision(tr: Translator, decision: Decision) -> str:
    status = words.decision_status(tr, decision.status)
    return f"**{inline(decision.number)}:** {sentence(inline(decision.text))} ({status})"


def _action(tr: Translator, action: Action) -> str:
    status = words.action_status(tr, action.status)
    return f"**{inline(action.number)}:** {sentence(inline(action.title))} ({status})"


def _rest(
    register: Register,
    paper: Paper,
    found: tuple[GoalWork, ...],
    since: dt.date,
    until: dt.date,
) -> None:
    """How much was decided and taken on that names no goal."""
    tr, data = register.tr, register.data
    decided = {d.id for one in found for d in one.decisions}
    taken = {a.id for one in found for a in one.actions}
    decisions = sum(
        since <= d.decided_on <= until and d.id not in decided for d in data.rows(Decision)
    )
    actions = sum(
        since <= a.created_on <= until
        and a.id not in taken
        and a.status is not ActionStatus.RETRACTED
        for a in data.rows(Action)
    )
    counts = (
        tr.n("{count} decision", "{count} decisions", decisions),
        tr.n("{count} action", "{count} actions", actions),
    )
    paper.paragraph(f"{tr.join(list(counts))}.")
