"""`kooperation role` and `kooperation expect`"""

from __future__ import annotations

import click

from kooperation_tui.cli import finding, when
from kooperation_tui.cli.completion import codes, meetings
from kooperation_tui.cli.context import Session
from kooperation_tui.domain.commands import planning, standing
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused, Wrong
from kooperation_tui.domain.model import Answer, Role, StandingRoleKind
from kooperation_tui.i18n import Translator


def role(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "role",
        callback=_role,
        help=t(
            "Say who takes a role: in a meeting ({roles}), or without a meeting in the network "
            "({standing}). “-” in place of the person means nobody.",
            roles=", ".join(one.value for one in Role),
            standing=", ".join(one.value for one in StandingRoleKind),
        ),
        params=[
            click.Argument(
                ["words"],
                metavar=t("[MEETING] ROLE PERSON"),
                nargs=-1,
                required=True,
                shell_complete=meetings,
            ),
            click.Option(["--from", "since"], metavar=t("DATE"), help=t("First day.")),
            click.Option(["--to", "until"], metavar=t("DATE"), help=t("Last day.")),
        ],
    )


@click.pass_obj
def _role(session: Session, words: tuple[str, ...], since: str | None, until: str | None) -> None:
    if len(words) not in (2, 3):
        raise Wrong("Write the meeting (for a role in a meeting), the role and the person.")
    who = words[-1]

    def command(data: Data, moment: Moment) -> Change:
        if len(words) == 2:
            return _standing(data, moment, words[0], who, since, until)
        if since or until:
            raise Wrong("A role in a meeting has no days; leave out --from and --to.")
        return _in_meeting(data, moment, words[0], words[1], who)

    session.change(command)


def _standing(
    data: Data, moment: Moment, word: str, who: str, since: str | None, until: str | None
) -> Change:
    kinds = {one.value: one for one in StandingRoleKind}
    kind = kinds.get(word.casefold().replace("-", "_"))
    if kind is None:
        raise Wrong(
            "“{word}” is no role in the network; there are {names}. A role in a meeting "
            "needs the meeting in front.",
            word=word,
            names=tuple(kinds),
        )
    first = when.optional_day(since, moment.today)
    last = when.optional_day(until, moment.today)
    if who.casefold() in finding.NOBODY:
        return standing.end_standing(data, moment, role=kind, on=last)
    person = finding.person(data, who, moment.today)
    return standing.take_standing(
        data, moment, role=kind, person=person.id, since=first, until=last
    )


def _in_meeting(data: Data, moment: Moment, meeting: str, word: str, who: str) -> Change:
    """A role in a plan, or a hand-over while the meeting runs."""
    from kooperation_tui.capture.words import ROLE_OF, fold

    row = finding.meeting(data, meeting, moment.today)
    kinds = {one.value: one for one in Role}
    kind = kinds.get(word.casefold().replace("-", "_")) or ROLE_OF.get(fold(word))
    if kind is None:
        raise Wrong(
            "“{word}” is no role in a meeting; there are {names}.", word=word, names=tuple(kinds)
        )
    person = "" if who.casefold() in finding.NOBODY else _person(data, who, moment)
    if row.started_at is not None and row.ended_at is None:
        from kooperation_tui.domain.intents import TakeRole
        from kooperation_tui.domain.recording import record

        return record(data, row.id, TakeRole(role=kind, person=person), moment)
    return planning.plan_role(data, moment, meeting=row.id, role=kind, person=person)


def _person(data: Data, who: str, moment: Moment) -> str:
    """A person, or the delegate of a partner."""
    found, _ = finding.owner(data, who, moment.today)
    if not found:
        raise Refused("Nobody is named for {code} yet; write a name.", code=who.upper())
    return found


def expect(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "expect",
        callback=_expect,
        help=t("Note what a partner said before the day; “none” takes the answer back."),
        params=[
            click.Argument(["meeting"], metavar=t("MEETING"), shell_complete=meetings),
            click.Argument(["code"], metavar=t("CODE"), shell_complete=codes),
            click.Argument(
                ["answer"],
                metavar="coming|excused|none",
                type=click.Choice([*(one.value for one in Answer), "none"]),
            ),
            click.Option(["--person"], metavar=t("NAME"), help=t("Who comes.")),
        ],
    )


@click.pass_obj
def _expect(session: Session, meeting: str, code: str, answer: str, person: str | None) -> None:
    def command(data: Data, moment: Moment) -> Change:
        row = finding.meeting(data, meeting, moment.today)
        who = finding.person(data, person, moment.today).id if person else ""
        return planning.expect(
            data,
            moment,
            meeting=row.id,
            organisation=finding.partner(data, code).id,
            answer=None if answer == "none" else Answer(answer),
            person=who,
        )

    session.change(command)
