"""Wordings in the results: decisions as quotes, and what did not become one."""

from __future__ import annotations

from kooperation_tui.documents.approving_text import approval
from kooperation_tui.documents.ballot_text import (
    ballot_sentences,
    failed_fingers,
    remark_of,
)
from kooperation_tui.documents.blocks import (
    names_block,
    point_in_brackets,
)
from kooperation_tui.documents.embed import embed
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline, sentence
from kooperation_tui.domain import events as ev
from kooperation_tui.domain.ballots import Ballot, Fingers, Resistance, Result
from kooperation_tui.domain.model import BLOCKS
from kooperation_tui.domain.plan import block_of
from kooperation_tui.domain.state import Counting, Entry, Objection, Wording, WordingState
from kooperation_tui.domain.versions import normal

_LEVEL = 3
"""Of the heading of an item."""


def counting(scene: Scene, paper: Paper, entry: Entry) -> None:
    """A ballot in its place: the decision it settled, or what it showed."""
    found = scene.state.counting(entry.id)
    if found is None:
        return
    wording = scene.state.wording(found.wording)
    if wording is not None and not scene.shows_wording(wording):
        return
    ballot = found.ballot
    if isinstance(ballot.tally, Resistance) and not _shown_before(scene, found):
        options_table(scene, paper, ballot.tally)
    if found.void:
        paper.bullet(_void(scene, found, wording, entry))
    elif not ballot.binding:
        paper.bullet(_not_binding(scene, ballot, wording, entry))
    elif wording is None:
        if isinstance(ballot.tally, Resistance):
            _unbound(scene, paper, ballot, entry)
    elif ballot.result is Result.OPEN:
        paper.bullet(_open_round(scene, ballot, wording, entry))
    else:
        paper.quote(
            [
                f"{_label(scene, wording)} {inline(wording.text)}",
                _with_more(scene, ballot_sentences(scene, ballot, entry.remarks), wording),
            ]
        )
        _agreed_texts(scene, paper, entry, wording)


def _label(scene: Scene, wording: Wording) -> str:
    tr = scene.tr
    carried = wording.state is WordingState.CARRIED
    word = tr.p("document", "Decision" if carried else "Proposal")
    return f"**{word} {inline(wording.number)}.**" if wording.number else f"**{word}.**"


def unnamed_points(scene: Scene, wording: Wording) -> list[str]:
    """The blocks of the agreement that a wording is about and does not name."""
    return [
        point_in_brackets(scene.tr, key)
        for key in wording.points
        if key in BLOCKS and not names_block(scene.tr, key, wording.text)
    ]


def _agreed_texts(scene: Scene, paper: Paper, entry: Entry, wording: Wording) -> None:
    """What the points say that a decision agreed in a sentence, unless it is an annex."""
    texts = entry.what.texts if isinstance(entry.what, ev.Balloted) else {}
    for key in (k for k in BLOCKS if k in texts and not _is_annex(scene, k)):
        if _is_the_sentence(scene, key, wording):
            continue
        title = scene.tr.t("Wording of {block}", block=point_in_brackets(scene.tr, key))
        paper.paragraph(f"**{title}:**")
        paper.block(embed(texts[key], _LEVEL))


def _is_the_sentence(scene: Scene, key: str, wording: Wording) -> bool:
    """Whether the sentence of the decision was made the block's wording afterwards."""
    block = block_of(scene.data, key)
    if block is None or block.decision != wording.number:
        return False
    return normal(block.text).strip() == normal(wording.text).strip()


def _is_annex(scene: Scene, key: str) -> bool:
    """Whether an annex of these minutes names the point: its wording stands there."""
    annexes = (
        e.text
        for e in scene.state.entries
        if isinstance(e.what, ev.Noted) and e.what.kind is ev.NoteKind.ANNEX and not e.deleted
    )
    return any(names_block(scene.tr, key, text) for text in annexes)


def _with_more(scene: Scene, said: str, wording: Wording) -> str:
    """What a decision brings with it: minutes approved, points it is about, a day of review."""
    said = f"{said} {approval(scene, wording)}".rstrip()
    unnamed = unnamed_points(scene, wording)
    if unnamed:
        said = f"{said} {scene.tr.t('This is about {points}.', points=scene.tr.join(unnamed))}"
    if wording.review_on is None:
        return said
    review = scene.tr.t(
        "Review: first {body} after {day}.",
        body=scene.body_name,
        day=scene.tr.date_long(wording.review_on),
    )
    return f"{said} {review}"


def _void(scene: Scene, found: Counting, wording: Wording | None, entry: Entry) -> str:
    tr = scene.tr
    text = inline(wording.text) if wording is not None else ""
    return tr.t(
        "**Void ballot.** {text} {sentences} Reason: {reason}",
        text=text,
        sentences=ballot_sentences(scene, found.ballot, entry.remarks),
        reason=sentence(inline(found.void)),
    )


def _not_binding(scene: Scene, ballot: Ballot, wording: Wording | None, entry: Entry) -> str:
    text = f"{sentence(inline(wording.text))} " if wording is not None else ""
    return text + ballot_sentences(scene, ballot, entry.remarks)


def _unbound(scene: Scene, paper: Paper, ballot: Ballot, entry: Entry) -> None:
    """Systemic consensing that no wording followed."""
    followed = any(
        c.wording and not c.void and c.item == entry.item and c.ballot.tally == ballot.tally
        for c in scene.state.countings
    )
    if not followed:
        paper.bullet(ballot_sentences(scene, ballot, entry.remarks))


def _shown_before(scene: Scene, found: Counting) -> bool:
    """Whether the table of these sums stands above already."""
    return any(
        c.event != found.event
        and c.item == found.item
        and not c.wording
        and found.wording
        and c.at <= found.at
        and c.ballot.tally == found.ballot.tally
        for c in scene.state.countings
    )


def _open_round(scene: Scene, ballot: Ballot, wording: Wording, entry: Entry) -> str:
    """A fist of five below the threshold, with the point it is about."""
    if not isinstance(ballot.tally, Fingers):
        return ballot_sentences(scene, ballot, entry.remarks)
    points = [key for key in wording.points if key in BLOCKS]
    label = f"**{point_in_brackets(scene.tr, points[0])}.** " if points else ""
    remark = sentence(remark_of(scene, entry.remarks))
    return f"{label}{failed_fingers(scene, ballot, ballot.tally)} {remark}".rstrip()


def options_table(scene: Scene, paper: Paper, tally: Resistance) -> None:
    """Options with their resistance and acceptance = 100 - 100 * sum / most (domain 4.4)."""
    tr = scene.tr
    most = tally.scale * tally.voters
    header = (
        tr.p("consensing", "Proposal"),
        tr.t("Resistance (0–{most})", most=most),
        tr.p("consensing", "Acceptance"),
    )
    rows = []
    for option in tally.options:
        text = inline(option.text)
        if option.label == tally.zero:
            text = (
                f"{text} ({tr.p('consensing', 'zero option')})"
                if text
                else tr.p("consensing", "zero option")
            )
        named = f"{inline(option.label)}: {text}" if text else inline(option.label)
        rows.append((named, str(option.resistance), tr.percent0(most - option.resistance, most)))
    paper.table(header, rows)


def still_open(scene: Scene, paper: Paper, entry: Entry, what: ev.Proposed) -> None:
    """A wording that never came to a result stands where it was proposed first."""
    wording = scene.state.wording(what.wording)
    if wording is None or wording.state is not WordingState.OPEN:
        return
    # The proposal that came first may have been taken back, and a better one stands.
    proposals = (e for e in scene.state.entries if _proposes(e, wording))
    if entry.id == min(proposals, key=lambda e: e.seq).id:
        text = inline(wording.text)
        paper.bullet(scene.tr.t("**Proposal without a result:** {text}", text=text))


def _proposes(entry: Entry, wording: Wording) -> bool:
    return isinstance(entry.what, ev.Proposed) and entry.what.wording == wording.id


def ended(scene: Scene, paper: Paper, what: ev.WordingEnded) -> None:
    """A wording that was withdrawn, or rejected without a count."""
    wording = scene.state.wording(what.wording)
    if wording is None or not scene.shows_wording(wording):
        return
    tr, text = scene.tr, inline(wording.text)
    if what.withdrawn:
        paper.bullet(tr.t("**Withdrawn proposal:** {text}", text=text))
    else:
        paper.quote([f"{_label(scene, wording)} {text}", tr.t("Rejected without a count.")])


def objection(scene: Scene, entry: Entry, what: ev.Objected) -> str:
    """An objection or a concern; the public version does not say whose."""
    wording = scene.state.wording(what.wording)
    found = wording and next((o for o in wording.objections if o.event == entry.id), None)
    if wording is None or not found or not scene.shows_wording(wording):
        return ""
    tr = scene.tr
    code = "" if scene.public else scene.code(what.organisation) or NOTHING
    text = sentence(inline(entry.text))
    if what.kind is ev.ObjectionKind.CONCERN:
        label = (
            tr.t("**Concern of {partner} (for the record):**", partner=code)
            if code
            else tr.t("**Concern (for the record):**")
        )
    else:
        label = (
            tr.t("**Objection by {partner} (paramount, reasoned):**", partner=code)
            if code
            else tr.t("**Objection (paramount, reasoned):**")
        )
    return " ".join(part for part in (label, text, _settled(scene, found)) if part)


def _settled(scene: Scene, found: Objection) -> str:
    tr, how = scene.tr, sentence(inline(found.how))
    if not found.settled:
        return ""
    if not found.integrated:
        return tr.t("The objection is withdrawn.")
    if not how:
        return tr.t("The objection is integrated.")
    return tr.t("The objection is integrated: {how}", how=how)
