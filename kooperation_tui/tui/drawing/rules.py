"""The rules of procedure as a table: each from a point, proposed, or changed without a decision."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import standing
from kooperation_tui.domain.agreed_rules import stated_otherwise, stated_rules, unread_rules
from kooperation_tui.domain.commands.ruling import deviations
from kooperation_tui.domain.model import Deviation, Template
from kooperation_tui.domain.plan import rules_in_force, rules_of
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.rule_table import BY_ID, RULES, Rule, agreed_words, value_of, words_of
from kooperation_tui.tui.view import View

_LABEL, _STATE = 29, 13
"""Cells of the name of a rule, and of where it comes from."""


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
    tr, key = view.tr, stated_rules(view.data).get(rule.id)
    if key is None and rules_in_force(view.data):
        otherwise = stated_otherwise(view.data).get(rule.id)
        if otherwise is not None:
            point, value = words.blocks_name((otherwise[0],), tr), otherwise[1]
            said = words_of(rule, value, tr)
            return tr.t("{point} says otherwise: {value}", point=point, value=said)
        if rule.id in unread_rules(view.data):
            return tr.t(
                "not recognised: the agreement names a majority in words the program does not "
                "know; compare it and set it with Enter"
            )
        return tr.t("a rule of the network; the wording of the agreement does not state it")
    return source(view, key or "p1")


def about(view: View) -> list[Content]:
    """Where the rules come from; how to begin without any."""
    tr = view.tr
    said, tone = tr.t("On the right stands where each rule comes from."), "dim"
    if not rules_in_force(view.data):
        said, tone = source(view), "warn"
    rows = ink.put((said, tone)).wrap(view.width)
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
        key = stated_rules(view.data).get(rule.id)
        state, tone = tr.t("in addition"), "dim"
        if key is not None:
            state, tone = words.blocks_name((key,), tr), "good"
        elif rule.id in unread_rules(view.data):
            state, tone = tr.t("not readable"), "warn"
        here = here or rule.id in stated_otherwise(view.data)
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
    odd = known is not None
    if rules_in_force(view.data) and rule.id not in stated_rules(view.data):
        odd = odd or rule.id in stated_otherwise(view.data) or rule.id in unread_rules(view.data)
    if known is not None:
        said = tr.t(
            "changed on {day} without a decision; agreed was: {value}",
            day=tr.date_short(known.on),
            value=agreed_words(rule, known.agreed, tr),
        )
    whole = ink.put((tr.t(rule.label) + ": ", "dim"), value)
    return [
        *whole.wrap(view.width),
        *ink.put((said, "warn" if odd else "dim")).wrap(view.width),
    ]
