"""Attendance: who was represented by whom, guests, and the votes represented."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline
from kooperation_tui.domain import plan
from kooperation_tui.domain.model import Answer, Organisation
from kooperation_tui.domain.state import GuestPresence, Presence, Span


def attendance(scene: Scene, paper: Paper) -> None:
    """The section without its heading."""
    tr = scene.tr
    header = [tr.p("attendance", "Code"), tr.p("attendance", "Partner")]
    header += [] if scene.public else [tr.p("attendance", "Represented by")]
    header += [tr.p("attendance", "Attendance")]
    header += [] if scene.public else [tr.p("attendance", "Time")]
    paper.table(header, [_row(scene, organisation) for organisation in _listed(scene)])
    if scene.state.guests:
        paper.paragraph(_guests(scene))
    if scene.state.started_at is not None:
        paper.paragraph(_represented(scene, scene.state.started_at))


def _listed(scene: Scene) -> list[Organisation]:
    """Partners with a vote, then others that were there."""
    there = dict.fromkeys(p.organisation for p in scene.state.presences)
    order = [*scene.state.entitled, *(o for o in there if o not in scene.state.entitled)]
    found = (scene.partner(identity) for identity in order)
    return [organisation for organisation in found if organisation is not None]


def _row(scene: Scene, organisation: Organisation) -> list[str]:
    there = [p for p in scene.state.presences if p.organisation == organisation.id]
    row = [inline(organisation.code), inline(organisation.name)]
    row += [] if scene.public else [_by(scene, organisation, there)]
    row += [_how(scene, organisation, there)]
    return row if scene.public else [*row, _times(scene, there)]


def _by(scene: Scene, organisation: Organisation, there: list[Presence]) -> str:
    delegate = plan.delegate(scene.data, organisation.id, scene.day)
    usual = inline(delegate.name) if delegate is not None else ""
    if not there:
        return usual or NOTHING
    said = []
    people = dict.fromkeys(p.person for p in there)
    apart = len({_times(scene, [p for p in there if p.person == one]) for one in people}) > 1
    for person in people:
        own = [p for p in there if p.person == person]
        name = scene.person(person) or NOTHING
        if apart:
            name += f" ({_times(scene, own)})"
        stands_in = any(p.deputy for p in own)
        if not stands_in or not usual or delegate is None or delegate.id == person:
            said.append(name)
        elif _excused(scene, organisation, person):
            said.append(
                scene.tr.t("{name}, substitute for {delegate} (excused)", name=name, delegate=usual)
            )
        else:
            said.append(scene.tr.t("{name}, substitute for {delegate}", name=name, delegate=usual))
    return "; ".join(said)


def _excused(scene: Scene, organisation: Organisation, deputy: str) -> bool:
    """Whether the delegate sent word: the partner was excused, or named the substitute."""
    return organisation.id in scene.state.excused or any(
        e.organisation == organisation.id and (e.answer is Answer.EXCUSED or e.person == deputy)
        for e in scene.state.expected
    )


def _how(scene: Scene, organisation: Organisation, there: list[Presence]) -> str:
    tr, state = scene.tr, scene.state
    if not there:
        if organisation.id in state.excused:
            return tr.t("excused, no substitute")
        return tr.t("absent, no reply")
    said = tr.p("attendance", "present")
    marks = []
    if all(p.deputy for p in there):
        marks.append(tr.p("attendance", "substitute"))
    if any(p.remote for p in there):
        marks.append(tr.p("attendance", "online"))
    if organisation.id not in state.entitled:
        marks.append(tr.p("attendance", "no vote"))
    if marks:
        said += f" ({', '.join(marks)})"
    spans = _union(there)
    begun, ended = state.started_at, state.ended_at
    if begun is not None and scene.local(spans[0].start) > scene.local(begun):
        said += tr.p("attendance", ", arrived late")
    if len(spans) > 1:
        said += tr.p("attendance", ", absent in between")
    last = spans[-1].end
    if last is not None and (ended is None or scene.local(last) < scene.local(ended)):
        said += tr.p("attendance", ", left early")
    return said


def _union(there: list[Presence]) -> list[Span]:
    """Stretches in which at least one person of the partner was there."""
    spans: list[Span] = []
    for p in sorted(there, key=lambda p: p.start):
        last = spans[-1] if spans else None
        if last is not None and (last.end is None or p.start <= last.end):
            end = None if last.end is None or p.end is None else max(last.end, p.end)
            spans[-1] = Span(start=last.start, end=end)
        else:
            spans.append(Span(start=p.start, end=p.end))
    return spans


def _times(scene: Scene, there: list[Presence]) -> str:
    return ", ".join(_stretch(scene, span.start, span.end) for span in _union(there)) or NOTHING


def _stretch(scene: Scene, start: dt.datetime, end: dt.datetime | None) -> str:
    return f"{scene.hhmm(start)}–{scene.hhmm(end) if end is not None else ''}"


def _guests(scene: Scene) -> str:
    said = "; ".join(_guest(scene, guest) for guest in scene.state.guests)
    count = len(scene.state.guests)
    return scene.tr.n(
        "**Guest without a vote:** {guests}.",
        "**Guests without a vote:** {guests}.",
        count,
        guests=said,
    )


def _guest(scene: Scene, guest: GuestPresence) -> str:
    tr = scene.tr
    organisation = inline(guest.organisation)
    items = tr.join([scene.topic_number(number) for number in guest.items])
    only = tr.t("{items} only", items=items) if items else ""
    if scene.public:
        parts = [organisation or tr.t("without an organisation"), only]
    else:
        start, end = scene.hhmm(guest.start), guest.end
        time = (
            tr.t("from {time}", time=scene.clock(guest.start))
            if end is None
            else tr.p("clock", "{start}–{end}", start=start, end=scene.hhmm(end))
        )
        parts = [inline(guest.name), organisation, time, only]
    return ", ".join(part for part in parts if part)


def vote_changes(scene: Scene) -> list[tuple[dt.datetime, int]]:
    """From when on how many votes were represented; the start first."""
    state = scene.state
    if state.started_at is None:
        return []
    if state.started_at == state.ended_at:  # begun and closed in the same moment
        return [(state.started_at, len(state.represented(state.started_at)))]
    moments = {p.start for p in state.presences} | {p.end for p in state.presences if p.end}
    moments |= {state.started_at}
    found: list[tuple[dt.datetime, int]] = []
    for moment in sorted(m for m in moments if m >= state.started_at and m != state.ended_at):
        count = len(state.represented(moment))
        if found and scene.local(found[-1][0]) == scene.local(moment):
            found[-1] = (found[-1][0], count)
        else:
            found.append((moment, count))
    return [f for place, f in enumerate(found) if not place or f[1] != found[place - 1][1]]


def _represented(scene: Scene, begun: dt.datetime) -> str:
    tr, state = scene.tr, scene.state
    changes = vote_changes(scene)
    counts = [count for _, count in changes]
    if not scene.public:
        said = ", ".join(
            tr.t("{count} from {time}", count=count, time=scene.clock(at)) for at, count in changes
        )
    elif min(counts) == max(counts):
        said = tr.t("{count} of {all}", count=counts[0], all=len(state.entitled))
    else:
        said = tr.t(
            "{least} to {most} of {all}",
            least=min(counts),
            most=max(counts),
            all=len(state.entitled),
        )
    return tr.t("**Votes represented:** {votes}.", votes=said) + _quorate(scene, counts)


def _quorate(scene: Scene, counts: list[int]) -> str:
    tr, needed = scene.tr, scene.state.needed
    if needed is None:
        return ""
    if min(counts) >= needed:
        return f" {tr.t('The meeting was quorate throughout.')}"
    if max(counts) < needed:
        return f" {tr.t('The meeting was not quorate.')}"
    return f" {tr.t('The meeting was quorate only for part of the time.')}"
