"""Texts for mails to copy: addresses, subject, body. Nothing is sent."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from kooperation_tui.documents import action_list, actions_part, agenda_part, closing_part, head
from kooperation_tui.documents.document import Audience
from kooperation_tui.documents.minutes import scene_of
from kooperation_tui.documents.registers import Register
from kooperation_tui.documents.results_page import about, settled
from kooperation_tui.documents.scene import Scene
from kooperation_tui.documents.text import one_line, unmarked
from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import (
    Action,
    DelegationKind,
    ItemKind,
    Organisation,
    Person,
    Value,
)
from kooperation_tui.domain.state import ItemState, Wording, WordingState
from kooperation_tui.domain.tasks import LIVE
from kooperation_tui.i18n import Translator

# What could end an address or begin another line is no address.
_ADDRESS = re.compile(r"[^\s,;<>()\"\\:]+@[^\s,;<>()\"\\:@]+\.[^\s,;<>()\"\\:@]+")
_BETWEEN: Final = f"\n\n{'-' * 72}\n\n"


class Mail(Value):
    """A mail to copy. `to` are addresses, `without` names of people who have none."""

    to: tuple[str, ...]
    subject: str
    body: str
    without: tuple[str, ...] = ()

    def text(self, tr: Translator) -> str:
        """The whole as plain text: addresses on one line, subject on one line, body."""
        lines = [tr.p("mail", "To: {addresses}", addresses=", ".join(self.to))]
        if self.without:
            names = ", ".join(self.without)
            lines.append(tr.p("mail", "Without an address: {names}", names=names))
        lines.append(tr.p("mail", "Subject: {subject}", subject=self.subject))
        return "\n".join([*lines, "", self.body])


def as_text(mails: Iterable[Mail], tr: Translator) -> str:
    """Mails as one text, with a line between them."""
    return _BETWEEN.join(mail.text(tr).rstrip() for mail in mails) + "\n"


def invitation_mail(data: Data, meeting: str, tr: Translator, now: dt.datetime) -> Mail:
    """The invitation to a meeting with its agenda."""
    scene = scene_of(data, meeting, tr, Audience.PARTNERS, now)
    start = scene.local(scene.meeting.start)
    title = _read(head.meeting_title(scene))
    day = tr.day_long(start.date())
    lines = [
        tr.t("Hello everybody,"),
        "",
        tr.t("we invite you: {meeting}.", meeting=title),
        "",
        f"{day}, {_times(scene)}",
        *([one_line(scene.meeting.place)] if scene.meeting.place else []),
        "",
        *_agenda(scene),
        *_requests(scene, start.date()),
        tr.t("Please say whether you are coming, or who comes in your place."),
        *_greeting(scene),
    ]
    to, without = _partners(scene)
    subject = tr.t("Invitation: {meeting}, {day}", meeting=title, day=day)
    return Mail(to=to, without=without, subject=one_line(subject), body="\n".join(lines))


def minutes_mail(data: Data, meeting: str, tr: Translator, now: dt.datetime) -> Mail:
    """The mail that goes with the minutes: results in short, and until when to object."""
    scene = scene_of(data, meeting, tr, Audience.PARTNERS, now)
    title, day = _read(head.meeting_title(scene)), tr.date_long(scene.day)
    lines = [
        tr.t("Hello everybody,"),
        "",
        tr.t("attached are the minutes: {meeting}, {day}.", meeting=title, day=day),
    ]
    lines += _decisions(scene)
    actions = [line.action for line in actions_part.new_lines(scene)]
    if actions:
        lines += ["", tr.t("Who does what:"), *(_action(scene, a) for a in actions)]
    record = head.minutes_record(scene)
    if record.objections_until is not None:
        until = tr.date_long(record.objections_until)
        lines += ["", tr.t("Please raise objections by {day}.", day=until)]
        if record.silence_approves:
            lines.append(tr.t("Without an objection the minutes count as approved then."))
    following = closing_part.following(scene)
    if following is not None:
        start = scene.local(following.start)
        when = f"{tr.day_long(start.date())}, {tr.clock(start)}"
        lines += ["", tr.t("Next meeting: {when}.", when=when)]
    to, without = _distribution(scene)
    subject = tr.t("Minutes: {meeting}, {day}", meeting=title, day=day)
    body = "\n".join([*lines, *_greeting(scene)])
    return Mail(to=to, without=without, subject=one_line(subject), body=body)


def reminder_mails(data: Data, tr: Translator, now: dt.datetime) -> tuple[Mail, ...]:
    """One mail for each person with running actions, by name; overdue ones come first."""
    register = Register(data, tr, Audience.PARTNERS, now)
    scene = register.scene()
    mine: dict[str, list[Action]] = {}
    for action in data.rows(Action):
        if (
            action.status in LIVE
            and action.owner
            and not register.hides(action.meeting, action.event)
        ):
            mine.setdefault(action.owner, []).append(action)
    people = sorted((data.get(Person, one) for one in mine), key=lambda p: p.name.casefold())
    return tuple(_reminder(scene, person, mine[person.id]) for person in people)


def _reminder(scene: Scene, person: Person, actions: list[Action]) -> Mail:
    tr = scene.tr
    actions.sort(key=lambda a: (a.due or dt.date.max, a.number))
    name = one_line(person.name)
    lines = [
        tr.t("Hello {name},", name=name),
        "",
        tr.t("this is what you have promised the network:"),
        "",
        *(_action(scene, action, owner=False) for action in actions),
        "",
        tr.t("If something cannot be kept, please say so before the next meeting."),
        *_greeting(scene),
    ]
    address = _address(person)
    network = one_line(scene.data.network.name)
    return Mail(
        to=(address,) if address else (),
        without=() if address else (name,),
        subject=one_line(tr.t("Your actions in the network {network}", network=network)),
        body="\n".join(lines),
    )


def _read(markdown: str) -> str:
    return one_line(unmarked(markdown))


def _times(scene: Scene) -> str:
    start = scene.clock(scene.meeting.start)
    if scene.meeting.end is None:
        return start
    return scene.tr.t("{start} to {end}", start=start, end=scene.clock(scene.meeting.end))


def _agenda(scene: Scene) -> list[str]:
    if not scene.state.items:
        return []
    starts = agenda_part.planned_starts(scene.meeting, scene.state)
    rows = [_item(scene, i, at) for i, at in zip(scene.state.items, starts, strict=True)]
    return [scene.tr.t("Agenda:"), *rows, ""]


def _item(scene: Scene, state: ItemState, at: dt.datetime) -> str:
    """09:15  2  Minutes of the last meeting (5 min)"""
    title = _read(scene.title_of(state))
    number = str(state.item.number) if state.item.kind is not ItemKind.BREAK else " "
    minutes = scene.tr.t("{minutes} min", minutes=state.minutes)
    return f"{scene.hhmm(at)}  {number:>2}  {title}" + (f" ({minutes})" if state.minutes else "")


def _requests(scene: Scene, day: dt.date) -> list[str]:
    days = scene.state.rules.agenda_request_days
    if days is None:
        return []
    until = day - dt.timedelta(days=days)
    return [scene.tr.t("Agenda requests by {day}.", day=scene.tr.date_long(until))]


def _greeting(scene: Scene) -> list[str]:
    return ["", scene.tr.t("Kind regards"), one_line(scene.data.network.name), ""]


def _decisions(scene: Scene) -> list[str]:
    """What was decided; what did not come to it stands by itself, with why."""
    tr, found = scene.tr, settled(scene)
    carried = [w for w in found if w.state is WordingState.CARRIED]
    failed = [w for w in found if w not in carried]
    lines: list[str] = []
    if carried:
        lines += ["", tr.t("Decisions:"), *(_decision(scene, w) for w in carried)]
    if failed:
        lines += ["", tr.t("Not decided:"), *(_decision(scene, w) for w in failed)]
    return lines


def _decision(scene: Scene, wording: Wording) -> str:
    """- B-2026-3-4, point 3 (commitment): We …"""
    label = ", ".join([wording.number, *(_read(said) for said in about(scene, wording))])
    return f"- {label}: {one_line(wording.text)}"


def _action(scene: Scene, action: Action, *, owner: bool = True) -> str:
    return f"- {_read(action_list.action_line(scene, action, owner=owner))}"


def _partners(scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Addresses of all delegates; where one has none, of the deputies; and who is left."""
    addresses: dict[str, None] = {}
    without: list[str] = []
    for identity in scene.state.entitled:
        found = addresses_of(scene, identity)
        addresses.update(dict.fromkeys(found))
        if not found:
            without.append(one_line(scene.data.get(Organisation, identity).code))
    return tuple(addresses), tuple(without)


def _distribution(scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who gets the minutes: the partners, and the distribution list of point 7."""
    to, without = _partners(scene)
    listed = [one_line(one.strip()) for one in scene.data.network.distribution if one.strip()]
    more = [one for one in listed if _ADDRESS.fullmatch(one)]
    names = [one for one in listed if one not in more]
    return tuple(dict.fromkeys((*to, *more))), (*without, *names)


def addresses_of(scene: Scene, organisation: str) -> list[str]:
    """Addresses of a partner's delegates; without any, of its deputies."""
    for kind in DelegationKind:
        rows = plan.delegations(scene.data, organisation, scene.day, kind)
        people = (scene.data.find(Person, row.person) for row in rows)
        found = [address for p in people if p is not None and (address := _address(p))]
        if found:
            return found
    return []


def _address(person: Person) -> str:
    """The person's address, '' if it is none that can be copied safely."""
    text = person.email.strip()
    return text if _ADDRESS.fullmatch(text) and one_line(text) == text else ""
