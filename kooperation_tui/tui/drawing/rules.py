"""The rules of procedure as a table: each agreed, proposed, or changed without a decision."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import standing
from kooperation_tui.domain.agreed_rules import stated_rules
from kooperation_tui.domain.commands.ruling import deviations
from kooperation_tui.domain.model import Deviation, Template
from kooperation_tui.domain.plan import rules_in_force, rules_of
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.rule_table import BY_ID, RULES, Rule, agreed_words, value_of, words_of
from kooperation_tui.tui.view import View

_LABEL, _STATE = 29, 13
"""Cells of the name of a rule, and of whether it was agreed."""


def source(view: View, key: str = "p1") -> str:
    """`aus Punkt 1, Fassung 2.0`, `aus Punkt 1, B-2026-3-2`, or that nobody agreed them."""
    tr = view.tr
    found = standing.origin(view.data, key) if rules_in_force(view.data) else None
    if found is None:
        return tr.t("proposed: nobody agreed it yet, so it only warns")
    point = words.blocks_name((key,), tr)
    if found.version:
        return tr.t("from {point}, version {number}", point=point, number=found.version)
    if found.decision:
        return tr.t("from {point}, decision {number}", point=point, number=found.decision)
    day = tr.date_short(found.on) if found.on is not None else ""
    return tr.t("from {point}, on paper of {day}", point=point, day=day)


def _source_of(view: View, rule: Rule) -> str:
    """The point whose wording states a rule; else that it is a rule of the network."""
    key = stated_rules(view.data).get(rule.id)
    if key is None and rules_in_force(view.data):
        return view.tr.t("a rule of the network; the wording of the agreement does not state it")
    return source(view, key or "p1")


def about(view: View) -> list[Content]:
    """Where the rules come from; how to begin without any."""
    tr = view.tr
    rows = [ink.put((source(view), "good" if rules_in_force(view.data) else "warn"))]
    if rules_of(view.data).template is Template.NONE:
        said = tr.t("No template was chosen: v takes over the rules of one.")
        rows += ink.put((said, "dim")).wrap(view.width)
    return rows


def rule_rows(view: View) -> list[Row]:
    """All rules with their values."""
    changed = {one.field for one in _shown(view).values()}
    return [Row(_row(view, rule, rule.field in changed), rule.id) for rule in RULES]


def _shown(view: View) -> dict[str, Deviation]:
    """What deviates, by the rule; a field with several rules only where one differs."""
    found = {one.field: one for one in deviations(view.data)}
    rules = rules_of(view.data)
    return {
        rule.id: found[rule.field]
        for rule in RULES
        if rule.field in found
        and agreed_words(rule, found[rule.field].agreed, view.tr)
        != words_of(rule, value_of(rules, rule), view.tr)
    }


def _row(view: View, rule: Rule, changed: bool) -> Content:
    tr = view.tr
    value = words_of(rule, value_of(rules_of(view.data), rule), tr)
    here = changed and rule.id in _shown(view)
    state, tone = tr.t("proposed"), "dim"
    if rules_in_force(view.data):
        stated = rule.id in stated_rules(view.data)
        state, tone = (tr.t("agreed"), "good") if stated else (tr.t("in addition"), "dim")
        if here:
            state, tone = tr.t("deviates"), "warn"
    room = max(view.width - _LABEL - _STATE, 10)
    name = ink.put((ink.fit(tr.t(rule.label), _LABEL), "dim"), ink.fit(value, room - 1))
    return ink.apart(name, ink.put((ink.fit(state, _STATE), tone)), view.width)


def rule_detail(view: View, chosen: str) -> list[Content]:
    """The whole value, and where it comes from."""
    rule = BY_ID.get(chosen)
    if rule is None:
        return []
    tr = view.tr
    value = words_of(rule, value_of(rules_of(view.data), rule), tr)
    known = _shown(view).get(rule.id)
    said = _source_of(view, rule)
    if known is not None:
        said = tr.t(
            "changed on {day} without a decision; agreed was: {value}",
            day=tr.date_short(known.on),
            value=agreed_words(rule, known.agreed, tr),
        )
    whole = ink.put((tr.t(rule.label) + ": ", "dim"), value)
    return [
        *whole.wrap(view.width),
        *ink.put((said, "warn" if known is not None else "dim")).wrap(view.width),
    ]
