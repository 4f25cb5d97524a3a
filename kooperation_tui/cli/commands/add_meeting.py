"""`kooperation add meeting`; how guests, points and owners are written."""

from __future__ import annotations

import re

import click
import msgspec

from kooperation_tui.cli import finding, when
from kooperation_tui.cli.context import Session, words_of
from kooperation_tui.cli.output import say
from kooperation_tui.domain import plan
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Wrong
from kooperation_tui.domain.model import (
    BLOCKS,
    ExpectedGuest,
    Meeting,
    MeetingStatus,
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
        invited = when.optional_past(invited_on, moment.today)
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
