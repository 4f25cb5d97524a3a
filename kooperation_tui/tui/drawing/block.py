"""One block of the agreement: questions, wording, course, what follows from it."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.documents.clauses import questions
from kooperation_tui.domain import standing, versions
from kooperation_tui.domain.brevity import brevity_of
from kooperation_tui.domain.effects import effects, from_wording
from kooperation_tui.domain.model import Block, BlockState, Decision, Organisation
from kooperation_tui.domain.reminders import reminders
from kooperation_tui.domain.rule_differences import for_screen
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.agreement import SETTLED, SIGNS, block, length_words
from kooperation_tui.tui.drawing.block_course import (
    course,
    next_words,
    put_off,
    rejected,
    set_aside,
)
from kooperation_tui.tui.lead_questions import LEAD
from kooperation_tui.tui.view import View


def page(view: View, key: str) -> list[Content]:
    """Everything about a block, wrapped to the view's width."""
    if key not in words.BLOCK_NAMES:
        return []
    found = block(view, key)
    rows = [_title(view, found)]
    rows += ink.put((view.tr.t(LEAD[key]), "dim")).wrap(view.width)
    rows += [row for fact in _facts(view, found) for row in fact.wrap(view.width)]
    asked = questions(key, view.tr.lang)
    if asked:
        rows += _head(view.tr.t("Questions to the round"))
    for number, question in enumerate(asked, 1):
        rows += _lines(ink.hanging(ink.put((f"{number}  ", "dim")), ink.put(question), view.width))
    rows += _wording(view, found)
    rows += [*_head(view.tr.t("Course")), *course(view, found)]
    rows += _effects(view, key)
    return rows


def essence(view: View, key: str, height: int) -> Content:
    """The most important of a block in so many rows: state, wording, where it is next."""
    if key not in words.BLOCK_NAMES:
        return Content("")
    found = block(view, key)
    rows = [_title(view, found)]
    text = _text(found)
    if text.strip():
        wrapped = ink.put(" ".join(text.split())).wrap(view.width)
        room = max(height - 2, 1)
        rows += wrapped[:room]
        if len(wrapped) > room:
            rows[-1] = ink.put(ink.shorten(rows[-1].plain + " …", view.width))
    else:
        rows += ink.put((view.tr.t(LEAD[key]), "")).wrap(view.width)
        if found.state is not BlockState.NOT_NEEDED:
            rows += ink.put((_no_wording(view), "dim")).wrap(view.width)
    rows = rows[: height - 1]
    rows.append(ink.put((ink.shorten(_tail(view, found), view.width), "dim")))
    return ink.lines(rows)


def _tail(view: View, found: Block) -> str:
    """How it was settled, or how it goes on."""
    if _being_decided(view, found.key):
        return view.tr.t("is being decided now: F5")
    decided = decided_sentence(view, found)
    said = (
        [view.tr.t("the decision says “{text}”", text=" ".join(decided.split()))] if decided else []
    )
    parts = (_settled(view, found), *said, *_held_up(view, found), next_words(view, found))
    return "   ".join(part for part in parts if part)


def _held_up(view: View, found: Block) -> list[str]:
    """Why it is not settled yet: rejected, put off again."""
    if found.state in SETTLED:
        return []
    lost = set_aside(view, found.key)
    return list(filter(None, (lost, rejected(view, found.key), put_off(view, found.key))))


def _being_decided(view: View, key: str) -> str:
    """The open wording of the meeting looked at if it is about this block, else ''."""
    state = view.state
    wording = state.wording(state.open_wording) if state is not None else None
    return wording.text if wording is not None and key in wording.points else ""


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


def decided_sentence(view: View, found: Block) -> str:
    """The wording of the decision that agreed a block if it is not the block's own, else ''."""
    if found.state is not BlockState.AGREED or not found.decision:
        return ""
    decision = next((d for d in view.data.rows(Decision) if d.number == found.decision), None)
    if decision is None or found.key not in decision.points:
        return ""
    same = versions.normal(decision.text).strip() == versions.normal(_text(found)).strip()
    return "" if same else decision.text


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
    decided = decided_sentence(view, found)
    if decided:
        said = tr.t("Decided was the sentence:") + " "
        facts.append(ink.put((said, "dim"), " ".join(decided.split())))
        more = tr.t("The wording below counts; s can make the sentence the wording.")
        facts.append(ink.put((more, "dim")))
    proposed = _being_decided(view, found.key)
    if proposed:
        facts.append(ink.put((tr.t("is being decided now: F5"), "now")))
        if versions.normal(proposed) != versions.normal(_text(found).strip()):
            facts.append(ink.put((tr.t("The question is:") + " ", "dim"), proposed))
    facts += [ink.put((said, "warn")) for said in _held_up(view, found)]
    if found.reason and found.state is BlockState.NOT_NEEDED:
        facts.append(ink.put((tr.t("Reason:") + " ", "dim"), found.reason))
    if found.responsible:
        facts.append(ink.put((tr.t("responsible:") + " ", "dim"), _who(view, found.responsible)))
    if found.review_on is not None:
        late = found.review_on <= view.today
        day = tr.date_short(found.review_on)
        facts.append(
            ink.put((tr.t("to be reviewed on") + " ", "dim"), (day, "warn" if late else ""))
        )
    if _differs_from_in_force(found):
        said = tr.t("The earlier wording applies until a new version is in force.")
        facts.append(ink.put((said, "dim")))
    return facts


def _differs_from_in_force(found: Block) -> bool:
    """Whether something else is in force than what is worked on."""
    valid = versions.normal(found.text_in_force)
    gone = found.state is BlockState.NOT_NEEDED
    return bool(valid) and (gone or valid != versions.normal(_text(found)))


def _who(view: View, identity: str) -> str:
    organisation = view.data.find(Organisation, identity)
    if organisation is not None:
        return organisation.code
    return words.person_name(view.data, identity)


def _no_wording(view: View) -> str:
    return view.tr.t("No wording yet: e writes it, k takes a sample clause.")


def _wording(view: View, found: Block) -> list[Content]:
    tr, text = view.tr, _text(found)
    if not text.strip() and found.state is BlockState.NOT_NEEDED:
        return []
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


def _effects(view: View, key: str) -> list[Content]:
    tr = view.tr
    rows = [(one, "") for one in effects(view.data, key, view.today)]
    due = (r for r in reminders(view.data, view.today) if r.point == key)
    rows += [(for_screen(one.said), "warn") for one in due]
    if not rows:
        return []
    source = standing.origin(view.data, key) if from_wording(view.data, key) else None
    more = ""
    if source is not None and source.version:
        more = "   " + tr.t("from version {number}", number=source.version)
    elif source is not None and source.decision:
        more = "   " + tr.t("from decision {number}", number=source.decision)
    found = _head(tr.t("What follows from it"), more)
    for one, tone in rows:
        said = ink.put((tr.t(one.message, **one.args), tone))
        mark = ink.put(("! " if tone else "· ", tone or "dim"))
        found += _lines(ink.hanging(mark, said, view.width))
    return found
