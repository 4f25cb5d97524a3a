"""Changing the rules of procedure on F6: one by one, or all with a template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kooperation_tui.domain.agreed_rules import stated_rules
from kooperation_tui.domain.commands import ruling
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fitting import for_block
from kooperation_tui.domain.model import Quorum, QuorumKind, Template
from kooperation_tui.domain.plan import rules_in_force, rules_of
from kooperation_tui.tui import words
from kooperation_tui.tui.dialogs.ask import Choose, Confirm
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.dialogs.tick import Tick
from kooperation_tui.tui.rule_table import (
    BY_ID,
    RULES,
    Rule,
    full_name,
    value_of,
    with_value,
    words_of,
)
from kooperation_tui.tui.version_work import decisions

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_NUMBER = "number"
_ALONE = "alone"
_MOST = 1000


async def show_rules(app: KooperationApp) -> None:
    """All rules, and where each comes from."""
    from kooperation_tui.tui.dialogs.rules import RulesDialog

    app.messages.read()
    await app.push_screen_wait(RulesDialog(app.tr.t("Rules of the network")))


async def change_rule(app: KooperationApp, identity: str) -> None:
    """Another value of a rule (by id); while it is agreed also which decision says so."""
    rule = BY_ID[identity]
    known = value_of(rules_of(app.session.data), rule)
    found = await _asked(app, rule, known)
    if found is None or found[0] == known:
        return
    value = found[0]
    decision = await _which_decision(app)
    if decision is None:
        return
    moment = app.session.moment()

    def command(data: Data) -> Change:
        rules = with_value(rules_of(data), rule, value)
        return ruling.change_rules(data, moment, rules=rules, decision=decision)

    await app.change(command)


async def _asked(app: KooperationApp, rule: Rule, known: Any) -> tuple[Any] | None:
    """The new value in a tuple; None if nothing was chosen."""
    tr = app.tr
    if rule.many:
        options = [(str(n), tr.t(label)) for n, (_, label) in enumerate(rule.options)]
        ticked = [str(n) for n, (value, _) in enumerate(rule.options) if value in known]
        chosen = await app.push_screen_wait(
            Tick(tr.t(rule.label), options, ticked, tr.t("What nobody announced is not decided."))
        )
        return None if chosen is None else (tuple(rule.options[int(n)][0] for n in chosen),)
    if rule.unit is not None:
        return await _number(app, rule, known)
    options = [(str(n), words_of(rule, value, tr)) for n, (value, _) in enumerate(rule.options)]
    if rule.id == "quorum":
        options.append((_NUMBER, tr.t("a number of partners …")))
    now = next((str(n) for n, (value, _) in enumerate(rule.options) if value == known), "")
    picked = await app.push_screen_wait(Choose(tr.t(rule.label), options, now))
    if picked is None:
        return None
    if picked != _NUMBER:
        return (rule.options[int(picked)][0],)
    typed = await _number(app, rule, known.number or None)
    if typed is None or not typed[0]:
        return None
    return (Quorum(kind=QuorumKind.NUMBER, number=typed[0]),)


async def _number(app: KooperationApp, rule: Rule, known: int | None) -> tuple[int | None] | None:
    tr = app.tr
    form = Form(
        tr.t(rule.label),
        [Field("count", tr.t("How many"), str(known or ""), hint=tr.t("empty: no such rule"))],
        check=lambda values: _read(values["count"]),
        note=lambda values: _said(app, rule, values["count"]),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return None
    count = _read(values["count"])
    # How often somebody may be missing is a number in any case: 0 asks for nothing.
    return (count or 0,) if rule.id == "absence_limit" else (count,)


def _said(app: KooperationApp, rule: Rule, text: str) -> str:
    try:
        count = _read(text)
    except Refused:
        return ""
    return rule.unit(app.tr, count) if rule.unit is not None and count else ""


def _read(text: str) -> int | None:
    typed = text.strip()
    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal() and 0 < int(typed) < _MOST):
        raise Refused("“{text}” is no number; write digits, or nothing.", text=typed)
    return int(typed)


async def _which_decision(app: KooperationApp) -> str | None:
    """The decision that agreed the change; '' for none, None if it is not changed after all."""
    tr, data = app.tr, app.session.data
    if not rules_in_force(data):
        return ""
    fitting = for_block(data, "p1", as_decided=True)
    options = [(_ALONE, tr.t("nobody decided it: it is shown as deviating from point 1"))]
    options += decisions(app.session.view(tr, 60), fitting)
    title = tr.t("Point 1 is agreed. Which decision changes this rule?")
    chosen = await app.push_screen_wait(Choose(title, options))
    return "" if chosen == _ALONE else chosen


async def choose_template(app: KooperationApp) -> None:
    """The rules of a template; asked before where rules are there already."""
    tr, session = app.tr, app.session
    known = rules_of(session.data)
    options = [(one.value, tr.t(label)) for one, label in words.TEMPLATES.items()]
    chosen = await app.push_screen_wait(Choose(tr.t("Template"), options, known.template.value))
    if chosen is None:
        return
    template, moment = Template(chosen), session.moment()
    if known.template is not Template.NONE:
        said = _replacing(app)
        if not await app.push_screen_wait(Confirm(said)):
            return
    await app.change(lambda data: ruling.use_template(data, moment, template=template))


def _replacing(app: KooperationApp) -> str:
    """The question before a template replaces the rules: what stays, what then deviates."""
    tr, data = app.tr, app.session.data
    if not rules_in_force(data):
        return tr.t("All rules take the values of this template. Go on?")
    stating = stated_rules(data)
    stays = dict.fromkeys(full_name(rule, tr) for rule in RULES if rule.id in stating)
    if not stays:
        return tr.t(
            "The rules take the values of this template and then deviate from point 1: nobody "
            "decided that. Go on?"
        )
    return tr.t(
        "What the agreement states stays: {rules}. All other rules take the values of this "
        "template; where they differ they deviate from point 1. Go on?",
        rules=tr.join(stays),
    )
