"""`kooperation add item`"""

from __future__ import annotations

from collections.abc import Callable

import click

from kooperation_tui.cli import finding, when
from kooperation_tui.cli.commands.add_meeting import block_keys, item_owner
from kooperation_tui.cli.completion import codes, meetings
from kooperation_tui.cli.context import Session, words_of, wrong_together
from kooperation_tui.cli.output import say, warn
from kooperation_tui.domain import plan
from kooperation_tui.domain.carry_over import proposals
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.commands.carrying import take_proposal
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.goals import goal_ids
from kooperation_tui.domain.model import AgendaItem, ItemKind, Meeting, Subject
from kooperation_tui.i18n import Translator, translator


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
            announced_on=when.optional_past(announced, moment.today),
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
