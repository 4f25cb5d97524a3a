"""One block of the agreement: questions, wording, course, what follows from it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from textual.content import Content

from kooperation_tui.documents.clauses import questions
from kooperation_tui.domain import standing, versions
from kooperation_tui.domain.brevity import brevity_of
from kooperation_tui.domain.effects import effects
from kooperation_tui.domain.model import Block, BlockState, Decision, Organisation
from kooperation_tui.domain.wording_diff import Kind, differences
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.agreement import SIGNS, block, length_words
from kooperation_tui.tui.view import View


def page(view: View, key: str) -> list[Content]:
    """Everything about a block, wrapped to the view's width."""
    if key not in words.BLOCK_NAMES:
        return []
    found = block(view, key)
    rows = [_title(view, found), *_facts(view, found)]
    asked = questions(key, view.tr.lang)
    if asked:
        rows += _head(view.tr.t("Questions to the round"))
    for number, question in enumerate(asked, 1):
        rows += _lines(ink.hanging(ink.put((f"{number}  ", "dim")), ink.put(question), view.width))
    rows += _wording(view, found)
    rows += _course(view, found)
    rows += _effects(view, key)
    return rows


def essence(view: View, key: str, height: int) -> Content:
    """The most important of a block in so many rows: state, wording, where it is next."""
    if key not in words.BLOCK_NAMES:
        return Content("")
    tr, found = view.tr, block(view, key)
    rows = [_title(view, found)]
    last = _next_words(view, key)
    put_off = _put_off(view, key)
    tail = "   ".join(part for part in (_settled(view, found), put_off, last) if part)
    text = _text(found)
    if text.strip():
        wrapped = ink.put(" ".join(text.split())).wrap(view.width)
        room = max(height - 2, 1)
        rows += wrapped[:room]
        if len(wrapped) > room:
            rows[-1] = ink.put(ink.shorten(rows[-1].plain + " …", view.width))
    else:
        rows += ink.put((_no_wording(view), "dim")).wrap(view.width)
        for question in questions(key, tr.lang)[: max(height - 3, 0)]:
            rows.append(ink.put(ink.shorten(question, view.width)))
    rows = rows[: height - 1]
    rows.append(ink.put((ink.shorten(tail, view.width), "dim")))
    return ink.lines(rows)


def _head(title: str, more: str = "") -> list[Content]:
    return [Content(""), ink.put((title, "head"), (more, "dim"))]


def _lines(text: Content) -> list[Content]:
    return list(text.split("\n", allow_blank=True))


def _text(found: Block) -> str:
    """What is being worked on, else what is in force."""
    return found.text if found.text.strip() else found.text_in_force


def _title(view: View, found: Block) -> Content:
    tr, key = view.tr, found.key
    name = words.block_name(key, tr)
    if key[1:].isdigit():
        name = tr.t("Point {points}", points=key[1:]) + "  " + tr.t(words.BLOCK_NAMES[key])
    sign, tone = SIGNS[found.state]
    state = tr.t(words.BLOCK_STATES[found.state])
    right = ink.put((f"{sign} {state}", tone))
    return ink.put((ink.shorten(name, view.width - right.cell_length - 3), "strong"), "   ", right)


def _settled(view: View, found: Block) -> str:
    """When and how it was agreed, or why it is not needed; '' while it is worked on."""
    tr = view.tr
    if found.state is BlockState.NOT_NEEDED:
        return found.reason
    if found.state is not BlockState.AGREED:
        return ""
    day = tr.date_short(found.agreed_on) if found.agreed_on is not None else ""
    return tr.t("agreed on {day}, {how}", day=day, how=found.decision or tr.t("on paper"))


def _facts(view: View, found: Block) -> list[Content]:
    tr = view.tr
    facts: list[Content] = []
    if found.state is BlockState.AGREED:
        facts.append(ink.put((_settled(view, found), "dim")))
    put_off = _put_off(view, found.key)
    if put_off:
        facts.append(ink.put((put_off, "warn")))
    if found.reason:
        facts.append(ink.put((tr.t("Reason:") + " ", "dim"), found.reason))
    if found.responsible:
        facts.append(ink.put((tr.t("responsible:") + " ", "dim"), _who(view, found.responsible)))
    if found.review_on is not None:
        late = found.review_on <= view.today
        day = tr.date_short(found.review_on)
        facts.append(
            ink.put((tr.t("to be reviewed on") + " ", "dim"), (day, "warn" if late else ""))
        )
    if found.state is not BlockState.AGREED and found.text_in_force:
        facts.append(
            ink.put((tr.t("An earlier wording is in force until this one is agreed."), "dim"))
        )
    return [row for fact in facts for row in fact.wrap(view.width)]


def _who(view: View, identity: str) -> str:
    organisation = view.data.find(Organisation, identity)
    if organisation is not None:
        return organisation.code
    return words.person_name(view.data, identity)


def _no_wording(view: View) -> str:
    return view.tr.t("No wording yet: e writes it, k takes a sample clause.")


def _wording(view: View, found: Block) -> list[Content]:
    tr, text = view.tr, _text(found)
    if not text.strip():
        return [*_head(tr.t("Wording")), *ink.put((_no_wording(view), "dim")).wrap(view.width)]
    count, _, minutes = length_words(view, brevity_of(text))
    rows = _head(tr.t("Wording"), f"   {count}, {minutes}")
    for paragraph in text.split("\n"):
        rows += _marked(paragraph).wrap(view.width) or [Content("")]
    left = versions.placeholders(text)
    if left:
        said = tr.t("Still to fill in: {names}", names=", ".join(left))
        rows += ink.put((said, "warn")).wrap(view.width)
    if found.text_in_force and versions.normal(found.text_in_force) != versions.normal(text):
        rows.append(ink.put((tr.t("d shows what differs from the text in force."), "dim")))
    return rows


def _marked(paragraph: str) -> Content:
    """The paragraph with the places that are not filled yet marked."""
    pieces: list[ink.Piece] = []
    at = 0
    for place in versions.PLACEHOLDER.finditer(paragraph):
        pieces += [paragraph[at : place.start()], (place[0], "warn")]
        at = place.end()
    return ink.put(*pieces, paragraph[at:])


def _put_off(view: View, key: str) -> str:
    count = sum(step.postponed for step in standing.history(view.data, key))
    if count < 2:
        return ""
    return view.tr.t("postponed for the {ordinal} time", ordinal=view.tr.ordinal(count))


def _course(view: View, found: Block) -> list[Content]:
    tr = view.tr
    steps: list[tuple[dt.date | None, str]] = []
    times = 0
    history = standing.history(view.data, found.key)
    for step in history:
        times += step.postponed
        steps.append((step.on, _step_words(view, step, times)))
    known = {step.number for step in history}
    if found.state is BlockState.AGREED and found.decision not in known:
        how = found.decision or tr.t("on paper")
        steps.append((found.agreed_on, tr.t("agreed, {how}", how=how)))
    if found.in_force_since is not None:
        steps.append((found.in_force_since, tr.t("in force")))
    steps.sort(key=lambda step: step[0] or dt.date.min)
    meeting = standing.next_treated(view.data, found.key)
    if meeting is not None:
        title = words.meeting_title(view.data, meeting, tr)
        steps.append((meeting.start.date(), tr.t("on the agenda of {meeting}", meeting=title)))
    rows = _head(tr.t("Course"))
    for day, said in steps:
        first = ink.put((ink.fit(tr.date_short(day) if day is not None else "", 12), "dim"))
        rows += _lines(ink.hanging(first, ink.put(said), view.width))
    if meeting is None and found.state not in (BlockState.AGREED, BlockState.NOT_NEEDED):
        rows += ink.put((_next_words(view, found.key), "dim")).wrap(view.width)
    elif not steps:
        rows.append(ink.put(("–", "dim")))
    return rows


def _step_words(view: View, step: standing.Step, times: int) -> str:
    tr = view.tr
    if step.postponed:
        said = tr.t("postponed")
        if times > 1:
            said = tr.t("postponed for the {ordinal} time", ordinal=tr.ordinal(times))
        return f"{said}: {step.reason}" if step.reason else said
    decision = next((d for d in view.data.rows(Decision) if d.number == step.number), None)
    state = tr.t(words.DECISION_STATES[decision.status]) if decision is not None else ""
    return tr.t("decision {number}: {state}", number=step.number, state=state)


def _next_words(view: View, key: str) -> str:
    meeting = standing.next_treated(view.data, key)
    if meeting is None:
        if block(view, key).state in (BlockState.AGREED, BlockState.NOT_NEEDED):
            return ""
        return view.tr.t("On no agenda yet: t puts it on the next one.")
    day = view.tr.date_short(meeting.start.date())
    return view.tr.t("on the agenda of {day}", day=day)


def _effects(view: View, key: str) -> list[Content]:
    tr = view.tr
    found = effects(view.data, key, view.today)
    if not found:
        return []
    source = standing.origin(view.data, key)
    more = ""
    if source is not None and source.version:
        more = "   " + tr.t("from version {number}", number=source.version)
    elif source is not None and source.decision:
        more = "   " + tr.t("from decision {number}", number=source.decision)
    rows = _head(tr.t("What follows from it"), more)
    for one in found:
        said = tr.t(one.message, **one.args)
        rows += _lines(ink.hanging(ink.put(("· ", "dim")), ink.put(said), view.width))
    return rows


def difference_rows(view: View, old: str, new: str) -> list[Content]:
    """The new wording with what went and what came, in words and signs, not only in colour."""
    tr = view.tr
    lines: list[list[ink.Piece]] = [[]]
    for piece in differences(old, new):
        for place, part in enumerate(re.split(r"\n+", piece.text)):
            if place and piece.kind is not Kind.DELETED:
                lines.append([])
            if part.strip():
                lines[-1].append(_changed(view, piece.kind, part.strip()))
    legend = tr.t("What is dropped stands in [− …], what is new in [+ …].")
    rows = [*ink.put((legend, "dim")).wrap(view.width), Content("")]
    for pieces in lines:
        rows += ink.put(*_spaced(pieces)).wrap(view.width) if pieces else []
    return rows


def _changed(view: View, kind: Kind, text: str) -> ink.Piece:
    tr = view.tr
    match kind:
        case Kind.DELETED:
            return (tr.p("difference", "[− dropped: {text}]", text=text), "bad")
        case Kind.INSERTED:
            return (tr.p("difference", "[+ new: {text}]", text=text), "good")
        case Kind.SAME:
            return text


def _spaced(pieces: Iterable[ink.Piece]) -> list[ink.Piece]:
    found: list[ink.Piece] = []
    for piece in pieces:
        found += [" ", piece] if found else [piece]
    return found
