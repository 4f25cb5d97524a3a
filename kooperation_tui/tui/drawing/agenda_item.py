"""What follows from an item of the agenda, and what it still needs."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import rules
from kooperation_tui.domain.model import CLOSING_KINDS, AgendaItem, ItemKind, Method, Subject
from kooperation_tui.domain.state import MeetingState, Phase
from kooperation_tui.domain.templates import is_gap
from kooperation_tui.i18n import translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.agenda import topic_room
from kooperation_tui.tui.drawing.proposals import history
from kooperation_tui.tui.view import View


def about(view: View, identity: str, most: int = 0) -> list[Content]:
    """What follows from the chosen item, one fact a row.

    Args:
        most: the facts stand in a line instead, in so many rows at the most; what is
            missing is never left out.
    """
    state = view.state
    item = state.item(identity) if state is not None else None
    if state is None or item is None or item.item.kind is ItemKind.BREAK:
        return []
    tr, plan = view.tr, item.item
    head = ink.put((tr.t("Item {number}", number=plan.number) + "  ", "head"))
    facts = _facts(view, state, plan)
    lacks = _lacks(view, plan)
    room = view.width - head.cell_length
    if most:
        cut = ink.width(plan.title) > topic_room(view)
        titled = [ink.put((plan.title, "strong")), *facts] if cut else facts
        last = [ink.apart(*lacks, room)] if lacks is not None else []
        rows = [*_in_a_line(titled, room, most - len(last)), *last]
    else:
        facts.insert(0, ink.put((plan.title, "strong")))
        rows = [row for fact in facts for row in fact.wrap(room)]
        if lacks is not None:
            rows += [row for part in lacks for row in part.wrap(room)]
    indent = ink.put(" " * head.cell_length)
    return [ink.put(indent if number else head, row) for number, row in enumerate(rows)]


def _in_a_line(facts: list[Content], cells: int, most: int) -> list[Content]:
    """Facts with a dot between two of them; no row begins or ends with the dot."""
    rows: list[Content] = []
    for row in Content(" · ").join(facts).wrap(cells):
        begins = 2 if row.plain.startswith("· ") else 0
        ends = len(row.plain) - 2 if row.plain.endswith(" ·") else len(row.plain)
        rows.append(row[begins:ends])
    if len(rows) > most:
        rows[most - 1] = ink.put(rows[most - 1].truncate(cells - 2), " …")
    return rows[:most]


def _facts(view: View, state: MeetingState, plan: AgendaItem) -> list[Content]:
    """What follows from its subject, what was before, its goal."""
    tr = view.tr
    facts = [follows(view, state, Subject.AGREEMENT if plan.points else plan.subject, plan.kind)]
    if not plan.announced and plan.subject in state.rules.must_be_announced:
        facts.append(_not_announced(view, state))
    before = history(view, plan)
    if before.plain:
        facts.append(before)
    if plan.goal:
        facts.append(ink.put((tr.t("Goal:") + " ", "dim"), plan.goal))
    subject = tr.t(words.SUBJECTS[plan.subject])
    if plan.points:
        blocks = words.blocks_name(plan.points, tr)
        subject = tr.t("{blocks} of the agreement", blocks=blocks)
    if plan.points or plan.subject is not Subject.ORDINARY:
        facts.append(ink.put((tr.t("About:") + " ", "dim"), subject))
    if plan.wording:
        facts.append(ink.put((tr.t("Wording:") + " ", "dim"), plan.wording))
    return facts


def _not_announced(view: View, state: MeetingState) -> Content:
    """That it was not in the invitation, and where that is changed."""
    tr = view.tr
    said = tr.t("was not in the invitation")
    if state.phase is Phase.PLANNED:
        field = tr.t("On the invitation")
        said = tr.t("was not in the invitation (if it was: Enter, field “{field}”)", field=field)
    return ink.put((said, "warn"))


def _lacks(view: View, plan: AgendaItem) -> tuple[Content, Content] | None:
    """What is still missing, and the key that enters it."""
    tr = view.tr
    if is_gap(plan.title, translator(view.data.network.language).t):
        said, key, label = tr.t("still missing: the title"), tr.p("key", "Enter"), tr.t("write")
    elif (
        plan.kind is ItemKind.DECISION and not plan.wording and plan.subject is not Subject.MINUTES
    ):
        said, key, label = tr.t("still missing: the wording to decide on"), "w", tr.t("write")
    else:
        return None
    return ink.put((said, "warn")), ink.put((key, "key"), f" {label}")


def follows(view: View, state: MeetingState, subject: Subject, kind: ItemKind) -> Content:
    """The majority, the announcement, and whether the rules hold already."""
    tr = view.tr
    now = state.votes()
    if kind in CLOSING_KINDS and not now.rules.aob_decisions:
        return ink.put((tr.t("no binding decision here"), "dim"))
    asked = rules.majority_for(now.rules, subject)
    used = rules.majority_used(asked, None, agreed=now.agreed)
    majority = tr.t(words.MAJORITIES[used])
    methods = {Method.CONSENT: tr.t("consent"), Method.CONSENSUS: tr.t("consensus")}
    first = methods.get(now.rules.first_method)
    said = tr.t("{first}, else {majority}", first=first, majority=majority) if first else majority
    if used is not asked:
        said += " " + tr.t("(proposed: {majority})", majority=tr.t(words.MAJORITIES[asked]))
    if subject in state.rules.must_be_announced:
        said += " · " + tr.t("must be in the invitation")
    if not now.agreed:
        said += " · " + tr.t("a proposal: the rules are not agreed yet")
    return ink.put((said, "dim"))
