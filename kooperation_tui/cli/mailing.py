"""Mails as text to copy; nothing is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kooperation_tui.cli import finding
from kooperation_tui.cli.output import warn
from kooperation_tui.documents.mail import Mail, invitation_mail, minutes_mail, reminder_mails
from kooperation_tui.documents.signature_mail import signature_mail
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused, Wrong
from kooperation_tui.i18n import Translator, translator


def mails(data: Data, about: str, which: str, lang: str, now: dt.datetime) -> tuple[Mail, ...]:
    """The mails of one kind.

    Args:
        which: a meeting; '' means the next one for an invitation, the last one for minutes.

    Raises:
        Refused: there is no such meeting, or nobody to be reminded.
        Wrong: reminders belong to no meeting.
    """
    tr = translator(lang)
    if about == "reminders":
        if which:
            raise Wrong("Reminders belong to no meeting; leave out “{which}”.", which=which)
        found = reminder_mails(data, tr, now)
        if not found:
            raise Refused("Nobody has a running action.")
        return found
    if about == "signatures":
        return (signature_mail(data, tr, now),)
    if about == "minutes":
        row = finding.meeting(data, which or "last", now.date())
        return (minutes_mail(data, row.id, tr, now),)
    row = finding.meeting(data, which or "next", now.date())
    return (invitation_mail(data, row.id, tr, now),)


def tell_without(found: Iterable[Mail], tr: Translator) -> None:
    """Who gets no mail, on standard error: a file alone says it to nobody."""
    names = [name for mail in found for name in mail.without]
    if names:
        warn(tr.p("mail", "Without an address: {names}", names=", ".join(names)))
