"""`kooperation add meeting` and `kooperation add item`"""

from __future__ import annotations

import re
from collections.abc import Callable

import click
import msgspec

from kooperation_tui.cli import finding, when
from kooperation_tui.cli.completion import codes, meetings
from kooperation_tui.cli.context import Session, words_of, wrong_together
from kooperation_tui.cli.output import say, warn
from kooperation_tui.domain import plan
from kooperation_tui.domain.carry_over import proposals
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.commands.carrying import take_proposal
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused, Wrong
from kooperation_tui.domain.goals import goal_ids
from kooperation_tui.domain.model import (
    BLOCKS,
    AgendaItem,
    ExpectedGuest,
    ItemKind,
    Meeting,
    MeetingStatus,
    Subject,
)
from kooperation_tui.domain.templates import AgendaTemplate
from kooperation_tui.i18n import Translator, translator

_ITEMS = re.compile(r"(?:TOP|item)s?\s*(\d+(?:\s*[,+]\s*\d+)*)", re.IGNORECASE)


def meeting(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "meeting",
        callback=_meeting,
        help=t("A meeting; its number is printed. Times are those of the network's zone."),
        params=[
            click.Option(
                ["--start"],
                required=True,
                metavar=t("TIME"),
                help=t("Such as “2026-12-02 09:00”."),
            ),
            click.Option(["--end"], metavar=t("TIME"), help=t("Such as 12:00.")),
            click.Option(["--place"], default="", metavar=t("PLACE"), help=t("Where.")),
            click.Option(["--title"], default="", metavar=t("TITLE"), help=t("Another title.")),
            click.Option(
                ["--body"], metavar=t("BODY"), help=t("Who meets; else the network meeting.")
            ),
            click.Option(
                ["--template"],
                type=click.Choice([one.value for one in AgendaTemplate]),
                help=t("Agenda to begin with."),
            ),
            click.Option(
                ["--number"], type=click.IntRange(1), metavar=t("NO"), help=t("Its number.")
            ),
            click.Option(
                ["--external"], is_flag=True, help=t("Held before; its minutes exist elsewhere.")
            ),
            click.Option(["--invited-on"], metavar=t("DATE"), help=t("Day of the invitation.")),
            click.Option(
                ["--guest"],
                multiple=True,
                metavar=t("GUEST"),
                help=t("“NAME, ORGANISATION, item 6”; what is not known is left out."),
            ),
        ],
    )


@click.pass_obj
def _meeting(
    session: Session,
    start: str,
    end: str | None,
    place: str,
    title: str,
    body: str | None,
    template: str | None,
    number: int | None,
    external: bool,
    invited_on: str | None,
    guest: tuple[str, ...],
) -> None:
    def command(data: Data, moment: Moment) -> Change:
        begins = when.moment(start, moment.today, plan.zone(data))
        made = planning.add_meeting(
            data,
            moment,
            start=begins,
            words=words_of(translator(data.network.language)),
            end=when.end_of(end, begins, moment.today) if end else None,
            place=place,
            body=finding.body(data, body).id if body else "",
            title=title,
            number=number or 0,
            template=AgendaTemplate(template) if template else None,
            external=external,
        )
        row: Meeting = made.result
        guests = tuple(guest_of(one) for one in guest)
        invited = when.optional_day(invited_on, moment.today)
        row = msgspec.structs.replace(row, guests=guests, invited_on=invited)
        if invited is not None and not external:
            row = msgspec.structs.replace(row, status=MeetingStatus.INVITED)
        return Change(puts=(row,), result=row)

    saved = session.save(command)
    say(plan.label(saved.data, saved.change.result))


def guest_of(text: str) -> ExpectedGuest:
    """“Hannah Nowak, Hochschule Auental, TOP 6”. Raises Wrong without a name."""
    parts = [part.strip() for part in text.split(",")]
    items: tuple[int, ...] = ()
    match = _ITEMS.search(text)
    if match is not None:
        items = tuple(int(number) for number in re.findall(r"\d+", match[1]))
        rest = (text[: match.start()] + text[match.end() :]).split(",")
        parts = [part.strip() for part in rest if part.strip()]
    if not parts or not parts[0]:
        raise Wrong("Name the guest first, such as “Hannah Nowak, Hochschule, TOP 6”.")
    return ExpectedGuest(name=parts[0], organisation=", ".join(parts[1:]), items=items)


def item(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "item",
        callback=_item,
        help=t("An item at the end of an agenda, or before another; its number is printed."),
        params=[
            click.Argument(["meeting"], metavar=t("MEETING"), shell_complete=meetings),
            click.Argument(["title"], metavar=t("[TITLE]"), default=""),
            click.Option(
                ["--proposal"],
                type=click.IntRange(1),
                metavar=t("NO"),
                help=t("Take this one of “kooperation list proposals”, in place of a title."),
            ),
            click.Option(
                ["--kind"],
                type=click.Choice([one.value for one in ItemKind]),
                default=ItemKind.DISCUSSION.value,
                show_default=True,
                help=t("What it is for."),
            ),
            click.Option(
                ["--subject"],
                type=click.Choice([one.value for one in Subject]),
                default=Subject.ORDINARY.value,
                show_default=True,
                help=t("What it is about; drives the majority."),
            ),
            click.Option(
                ["--points"], default="", metavar="3,8", help=t("Points of the agreement.")
            ),
            click.Option(
                ["--minutes"],
                type=click.IntRange(0),
                default=0,
                metavar=t("MINUTES"),
                help=t("Planned minutes."),
            ),
            click.Option(
                ["--owner"], metavar=t("WHO"), help=t("A code or a name."), shell_complete=codes
            ),
            click.Option(["--goal"], default="", metavar=t("TEXT"), help=t("What it is to bring.")),
            click.Option(
                ["--goals"], default="", metavar="1,3", help=t("Goals of the network it serves.")
            ),
            click.Option(
                ["--wording"], default="", metavar=t("TEXT"), help=t("Draft of the decision.")
            ),
            click.Option(["--not-announced"], is_flag=True, help=t("Not in the invitation.")),
            click.Option(
                ["--announced"],
                metavar=t("DATE"),
                help=t("Announced on this day, although it is added after the invitation."),
            ),
            click.Option(["--confidential"], is_flag=True, help=t("Internal version only.")),
            click.Option(["--before"], type=int, metavar=t("NO"), help=t("Before this item.")),
        ],
    )


@click.pass_obj
def _item(
    session: Session,
    meeting: str,
    title: str,
    proposal: int | None,
    kind: str,
    subject: str,
    points: str,
    minutes: int,
    owner: str | None,
    goal: str,
    goals: str,
    wording: str,
    not_announced: bool,
    announced: str | None,
    confidential: bool,
    before: int | None,
) -> None:
    if not_announced and announced:
        raise wrong_together("--announced", "--not-announced")
    if proposal is not None:
        if title:
            raise wrong_together("--proposal", "TITLE")
        taken = session.save(_taking(meeting, proposal))
        say(str(taken.change.result.number))
        _tell_not_announced(session, taken.data, taken.change.result)
        return

    def command(data: Data, moment: Moment) -> Change:
        row = finding.meeting(data, meeting, moment.today)
        made = planning.add_item(
            data,
            moment,
            meeting=row.id,
            title=title,
            kind=ItemKind(kind),
            subject=Subject(subject),
            points=block_keys(points),
            minutes=minutes,
            owner=item_owner(data, owner, moment) if owner else "",
            announced=False if not_announced else None,
            announced_on=when.optional_day(announced, moment.today),
            goal=goal,
            goals=goal_ids(data, goals),
            before=next((i.id for i in row.items if i.number and i.number == before), ""),
        )
        if not (wording or confidential):
            return made
        return planning.change_item(
            data.apply(made),
            moment,
            meeting=row.id,
            item=made.result.id,
            wording=wording,
            confidential=confidential,
        )

    saved = session.save(command)
    say(str(saved.change.result.number))
    if not not_announced:
        _tell_not_announced(session, saved.data, saved.change.result)


def _tell_not_announced(session: Session, data: Data, item: AgendaItem) -> None:
    """It comes after the invitation: say so, and how to say that it was on it."""
    row = next((m for m in data.rows(Meeting) if any(i.id == item.id for i in m.items)), None)
    if item.announced or row is None or row.invited_on is None:
        return
    tr, number = session.tr, plan.label(data, row)
    warn(
        tr.t(
            "The invitation went out on {day}: the item counts as not announced; if it was, say "
            "“set item {meeting}/{number} announced_on=DATE”.",
            day=tr.date_short(row.invited_on),
            meeting=number,
            number=item.number,
        )
    )


def _taking(meeting: str, number: int) -> Callable[[Data, Moment], Change]:
    """The command that puts a proposal, by its number in the list, onto an agenda."""

    def command(data: Data, moment: Moment) -> Change:
        row = finding.meeting(data, meeting, moment.today)
        words = words_of(translator(data.network.language))
        found = proposals(data, row, words)
        if number > len(found):
            raise Refused(
                "There is no proposal {number}; “kooperation list proposals” shows them.",
                number=number,
            )
        source = found[number - 1].source
        return take_proposal(data, moment, meeting=row.id, source=source, words=words)

    return command


def item_owner(data: Data, text: str, moment: Moment) -> str:
    """Who brings an item in: the partner of a code, else a person."""
    organisation = plan.by_code(data, text)
    if organisation is not None:
        return organisation.id
    return finding.owner(data, text, moment.today)[0]


def block_keys(text: str) -> tuple[str, ...]:
    """Keys of the agreement's blocks from “3,8” or “goals”. Raises Wrong."""
    return tuple(block_key(part) for part in text.split(",") if part.strip())


def block_key(text: str) -> str:
    """The key of a block from its number or its name. Raises Wrong."""
    from kooperation_tui.capture.words import block

    wanted = text.strip()
    found = wanted if wanted in BLOCKS else block(wanted)
    if not found:
        raise Wrong(
            "“{text}” is no point of the agreement; write 1 to 9, or one of {names}.",
            text=text,
            names=tuple(key for key in BLOCKS if not key[1:].isdigit()),
        )
    return found
