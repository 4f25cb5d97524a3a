"""Erasing a person by command: what it does is shown, and done only when asked again."""

from __future__ import annotations

from kooperation_tui.cli import finding
from kooperation_tui.cli.context import Session
from kooperation_tui.cli.output import say, warn
from kooperation_tui.domain.commands.erasing import Erased, erase_person
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.store.renewing import renew
from kooperation_tui.tui.erased_words import explained, label_for


def erase(session: Session, name: str, yes: bool) -> None:
    """Show what erasing a person does; with `yes` do it and make the backups anew.

    Raises:
        Refused: nobody has the name, or a meeting is running.
    """
    tr, data, moment = session.tr, session.data(), session.moment()
    person = finding.person(data, name, moment.today).id

    def command(data: Data, moment: Moment) -> Change:
        return erase_person(data, moment, person=person, label=label_for(data, person))

    seen = command(data, moment).result
    assert isinstance(seen, Erased)
    if not (yes or seen.gone):
        for line in explained(tr, seen, label_for(data, person)):
            say(line)
        warn(tr.t("Nothing is changed yet; with --yes it is done."))
        return
    session.change(command)
    renewed = renew(session.store().path, person, session.clock())
    say(tr.t("{name} is erased.", name=seen.name))
    if renewed.removed:
        say(
            tr.n(
                "{count} backup with the name is gone.",
                "{count} backups with the name are gone.",
                renewed.removed,
            )
        )
    for path in renewed.unread:
        warn(tr.t("{path} cannot be read and stays; delete it yourself.", path=str(path)))
