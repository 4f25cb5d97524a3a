"""The head of the minutes: front matter, title and the table of facts."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents import words
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline, plain
from kooperation_tui.domain import plan
from kooperation_tui.domain.model import Minutes, MinutesStatus, QuorumKind, Role
from kooperation_tui.domain.state import RoleSpan


def minutes_record(scene: Scene) -> Minutes:
    """The record of the minutes; a first draft if there is none yet."""
    rows = scene.data.rows(Minutes)
    found = [row for row in rows if row.meeting == scene.meeting.id]
    return (
        max(found, key=lambda row: row.version)
        if found
        else Minutes(id="0", meeting=scene.meeting.id)
    )


def minutes_title(scene: Scene) -> str:
    """Minutes of results: 3rd network meeting 2026"""
    return scene.tr.t("Minutes of results: {meeting}", meeting=meeting_title(scene))


def meeting_title(scene: Scene) -> str:
    """3rd network meeting 2026; another body: working group X, 3rd meeting 2026"""
    tr = scene.tr
    number = tr.ordinal(scene.meeting.number)
    if words.is_plenary(scene.body):
        return tr.t("{number} network meeting {year}", number=number, year=scene.meeting.year)
    return tr.t(
        "{body}, {number} meeting {year}",
        body=words.capital(scene.body_name),
        number=number,
        year=scene.meeting.year,
    )


def minutes_front_matter(scene: Scene) -> str:
    """Key and value as in the model, in the document's language."""
    tr, state, record = scene.tr, scene.state, minutes_record(scene)
    approved = record.status is MinutesStatus.APPROVED
    values: dict[str, object] = {
        tr.p("front matter", "type"): tr.p("front matter", "minutes_of_results"),
        tr.p("front matter", "network"): scene.data.network.name,
        tr.p("front matter", "body"): words.body_name(tr, scene.body),
        tr.p("front matter", "meeting"): plan.label(scene.data, scene.meeting),
        tr.p("front matter", "date"): scene.day,
    }
    if state.started_at is not None:
        values[tr.p("front matter", "start")] = scene.hhmm(state.started_at)
    if state.ended_at is not None:
        values[tr.p("front matter", "end")] = scene.hhmm(state.ended_at)
    values |= {
        tr.p("front matter", "version"): record.version,
        tr.p("front matter", "status"): tr.p("front matter", "approved" if approved else "draft"),
        tr.p("front matter", "language"): tr.lang,
        tr.p("front matter", "audience"): words.audience(tr, scene.audience),
    }
    return front_matter(values)


def network_line(scene: Scene) -> str:
    """**Auental Education Network (BNA)**"""
    network = scene.data.network
    return bold_name(network.name, network.short_name)


def bold_name(name: str, short: str) -> str:
    """A name in bold; marks inside it are text."""
    return f"**{plain(name)} ({plain(short)})**" if short else f"**{plain(name)}**"


def facts(scene: Scene, paper: Paper) -> None:
    """The table under the title."""
    tr = scene.tr
    rows = [
        (tr.p("facts", "Occasion"), _occasion(scene)),
        (tr.p("facts", "Date"), tr.day_long(scene.day)),
        (tr.p("facts", "Place"), inline(scene.meeting.place) or NOTHING),
        (tr.p("facts", "Start and end"), _start_and_end(scene)),
        (tr.p("facts", "Invitation"), invitation(scene)),
        *((words.role(tr, role), holders(scene, role)) for role in Role if scene.spans(role)),
        (tr.p("facts", "Entitled to vote"), entitled(scene)),
        (tr.p("facts", "Quorum"), quorum(scene)),
        (tr.p("facts", "Status"), _status(scene)),
    ]
    paper.table((tr.p("facts", "Item"), tr.p("facts", "Content")), rows)


def _occasion(scene: Scene) -> str:
    if scene.meeting.title:
        return inline(scene.meeting.title)
    if words.is_plenary(scene.body):
        return scene.tr.t("Ordinary network meeting")
    return words.capital(scene.body_name)


def _start_and_end(scene: Scene) -> str:
    tr, state, meeting = scene.tr, scene.state, scene.meeting
    planned = scene.clock(meeting.start)
    if meeting.end is not None:
        planned = tr.t("{start} to {end}", start=planned, end=scene.clock(meeting.end))
    if state.started_at is None:
        return tr.t("planned {times}", times=planned)
    if state.ended_at is None:
        return tr.t(
            "from {start}, still running (planned {times})",
            start=scene.clock(state.started_at),
            times=planned,
        )
    actual = tr.t(
        "{start} to {end}", start=scene.clock(state.started_at), end=scene.clock(state.ended_at)
    )
    return tr.t("{actual} (planned {planned})", actual=actual, planned=planned)


def invitation(scene: Scene) -> str:
    """When the invitation went out, and whether in time under the rules."""
    tr, invited = scene.tr, scene.meeting.invited_on
    if invited is None:
        return tr.t("not sent yet")
    ahead = (scene.local(scene.meeting.start).date() - invited).days
    days = tr.n("{count} day ahead", "{count} days ahead", ahead)
    asked = scene.state.rules.invitation_days
    parts = [tr.date_long(invited), days]
    if asked is not None:
        late = ahead < asked
        said = tr.t("late") if late else tr.t("within the notice period")
        parts.append(_under_the_rules(scene, scene.state.rules_agreed, said))
    return ", ".join(parts)


def holders(scene: Scene, role: Role) -> str:
    """Aylin Demir (JBH) until 11:20, then Petra Vogt (BIB)"""
    spans = scene.spans(role)
    if scene.public:
        return _holders_public(scene, spans)
    said = ""
    for place, span in enumerate(spans):
        following = spans[place + 1] if place + 1 < len(spans) else None
        until = following is not None and span.end is not None
        said += _holder(scene, span, spans[place - 1] if place else None)
        if until and span.end is not None:
            said = scene.tr.t("{who} until {time}", who=said, time=scene.clock(span.end))
    return said or NOTHING


def _holder(scene: Scene, span: RoleSpan, before: RoleSpan | None) -> str:
    who = scene.who(span.person)
    if before is None:
        return who
    if span.start == before.end:
        return scene.tr.t(", then {who}", who=who)
    assert span.start is not None
    return scene.tr.t(", from {time} {who}", time=scene.clock(span.start), who=who)


def _holders_public(scene: Scene, spans: tuple[RoleSpan, ...]) -> str:
    codes = dict.fromkeys(scene.who(span.person) for span in spans)
    first, *later = codes
    return first + "".join(scene.tr.t(", then {who}", who=code) for code in later)


def entitled(scene: Scene) -> str:
    state = scene.state
    first = state.votes(state.started_at).entitled
    count = len(first)
    said = scene.tr.n("{count} partner with one vote", "{count} partners, one vote each", count)
    if scene.public:
        return said
    for later in state.changed_votes:
        if later.entitled != first:
            first, time = later.entitled, scene.clock(later.start)
            said += scene.tr.t(", {count} from {time} on", count=len(first), time=time)
    return said


def quorum(scene: Scene) -> str:
    """7 partners represented (more than half)"""
    tr, needed = scene.tr, scene.state.needed
    if needed is None:
        if scene.meeting.is_second:
            return tr.t("no minimum (second meeting)")
        return tr.t("no minimum number agreed")
    said = tr.n("{count} partner represented", "{count} partners represented", needed)
    votes = scene.state.votes()
    rule, agreed = votes.rules.quorum, votes.agreed
    match rule.kind:
        case QuorumKind.HALF:
            reason = tr.p("quorum", "at least half")
        case QuorumKind.MORE_THAN_HALF:
            reason = tr.p("quorum", "more than half")
        case QuorumKind.FRACTION:
            reason = tr.t("at least {part} of {whole}", part=rule.numerator, whole=rule.denominator)
        case _:
            return _under_the_rules(scene, agreed, said)
    return _under_the_rules(scene, agreed, f"{said} ({reason})")


def _under_the_rules(scene: Scene, agreed: bool, said: str) -> str:
    """What a rule says; one that nobody agreed yet is only a proposal."""
    if agreed:
        return said
    return scene.tr.t("{rule}, as proposed (rules not agreed yet)", rule=said)


def _status(scene: Scene) -> str:
    tr, record = scene.tr, minutes_record(scene)
    if record.status is MinutesStatus.APPROVED and record.approved_on is not None:
        return tr.t(
            "Approved on {day}, version {version}",
            day=tr.date_long(record.approved_on),
            version=record.version,
        )
    day: dt.date = record.sent_on or scene.local(scene.now).date()
    return tr.t("Draft, version {version} of {day}", version=record.version, day=tr.date_long(day))
