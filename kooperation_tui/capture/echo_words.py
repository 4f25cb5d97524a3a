"""The details of texts, wordings, objections and corrections."""

from __future__ import annotations

from collections.abc import Iterator

from kooperation_tui.capture.echo_names import block_name
from kooperation_tui.capture.echo_types import Part, Tone
from kooperation_tui.capture.echo_view import View
from kooperation_tui.domain import events as ev
from kooperation_tui.domain.about import choice_of
from kooperation_tui.domain.ballots import Resistance
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Decision, MinutesPart
from kooperation_tui.domain.state import MeetingState
from kooperation_tui.i18n import Translator


def words_of(event: ev.Event, view: View) -> Iterator[Part]:
    """Texts, wordings, objections, corrections."""
    tr = view.tr
    match event.what:
        case ev.Noted(kind=kind, text=text, organisation=organisation):
            yield Part(text=view.code(organisation), tone=Tone.PERSON)
            marked = kind is ev.NoteKind.GAP
            yield Part(text=tr.p("echo", "marked at {time}", time=event.at) if marked else text)
        case ev.Continued(text=text) | ev.Revised(text=text):
            yield Part(text=text)
        case ev.Retracted(event=gone):
            entry = state_of(view.data, event.meeting).entry(gone)
            yield Part(text=entry.text if entry is not None else "")
        case ev.Corrected(meeting=meeting, item=item, part=part, old=old, new=new):
            yield Part(text=view.minutes(meeting, item), tone=Tone.LABEL)
            yield Part(text=_part_name(part, tr), tone=Tone.LABEL)
            yield Part(text=tr.p("echo", "“{old}” becomes “{new}”", old=old, new=new))
        case ev.Approves(meeting=meeting, corrected=corrected):
            named = view.minutes(meeting) if meeting else tr.p("echo", "approves no minutes")
            yield Part(text=named)
            yield Part(text="" if corrected else tr.p("echo", "as they were sent"))
        case _:
            yield from _decided(event, view)


def _unbound(what: ev.Proposed, state: MeetingState, tr: Translator) -> Iterator[Part]:
    """Its item is about several points of the agreement, the wording about none of them yet."""
    item = state.item(what.item or state.running)
    blocks = choice_of(item.item if item is not None else None)
    if blocks:
        names = ", ".join(block_name(p, tr) for p in blocks)
        typed = blocks[0].removeprefix("p") if blocks[0][1:].isdigit() else "3"
        said = tr.p(
            "echo",
            "about which of {names}? /point {number}, /point none",
            names=names,
            number=typed,
        )
        yield Part(text=said, tone=Tone.WARN)


def _taken_up(view: View) -> Iterator[Part]:
    """The wording is decided at once: it says what was consensed before."""
    tr = view.tr
    for event in view.events:
        if isinstance(event.what, ev.Balloted) and isinstance(event.what.ballot.tally, Resistance):
            chosen = event.what.ballot.tally.chosen
            said = tr.p(
                "echo", "takes up the result of the consensing, option {label}", label=chosen
            )
            if not chosen:
                said = tr.p("echo", "takes up the consensing, a tie: stays open")
            yield Part(text=said, tone=Tone.WARN)


def _decided(event: ev.Event, view: View) -> Iterator[Part]:
    """Wordings and what is said about them."""
    tr = view.tr
    match event.what:
        case ev.Proposed(wording=wording, text=text, points=points):
            yield Part(text=tr.join([block_name(p, tr) for p in points]), tone=Tone.LABEL)
            state = state_of(view.data, event.meeting)
            if state.wording(wording) is not None:
                yield Part(text=tr.p("echo", "replaces the open wording"), tone=Tone.WARN)
            elif not points:
                yield from _unbound(event.what, state, tr)
            yield from _taken_up(view)
            yield Part(text=text)
        case ev.PointBound(wording=wording, point=point):
            known = state_of(view.data, event.meeting).wording(wording)
            bound = known.points if known is not None and point else ()
            names = [block_name(p, tr) for p in dict.fromkeys((*bound, point)) if p]
            yield Part(text=tr.join(names) or tr.p("echo", "none"))
        case ev.OptionAdded(label=letter, text=text):
            yield Part(text=f"{letter}: {text}")
        case ev.Voided(reason=reason):
            yield Part(text=reason)
            yield Part(text=tr.p("echo", "the wording is open again"), tone=Tone.WARN)
        case ev.WordingEnded(withdrawn=withdrawn, number=number):
            yield Part(text=number, tone=Tone.LABEL)
            yield Part(
                text=tr.p("echo", "withdrawn") if withdrawn else tr.p("echo", "rejected"),
                tone=Tone.WARN,
            )
        case ev.Objected(number=number, organisation=organisation, text=text):
            yield Part(text=f"{number}", tone=Tone.LABEL)
            yield Part(text=view.code(organisation), tone=Tone.PERSON)
            yield Part(text=text)
        case ev.ObjectionSettled(number=number, integrated=integrated, text=text):
            how = tr.p("echo", "integrated") if integrated else tr.p("echo", "withdrawn")
            yield Part(text=f"{number}: {how}", tone=Tone.OK)
            yield Part(text=text)
        case ev.Recused(organisation=organisation):
            yield Part(text=view.code(organisation), tone=Tone.PERSON)
            yield Part(text=tr.p("echo", "does not vote, counts for the quorum"))
        case ev.ReviewSet(decision=decision, on=on):
            row = view.find(Decision, decision)
            yield Part(text=row.number if row is not None else "", tone=Tone.LABEL)
            yield Part(text=tr.day_short(on), tone=Tone.DATE)
            yield Part(text=row.text if row is not None else "")


def _part_name(part: MinutesPart, tr: Translator) -> str:
    """Where a corrected passage stands if it is under no item."""
    return {
        MinutesPart.ITEM: "",
        MinutesPart.ATTENDANCE: tr.p("echo", "attendance"),
        MinutesPart.HEAD: tr.p("echo", "head"),
    }[part]
