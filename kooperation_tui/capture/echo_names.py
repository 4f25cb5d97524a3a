"""Words for the codes that events hold: roles, states, blocks of the agreement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kooperation_tui.capture.echo_types import pgettext
from kooperation_tui.domain.model import ActionStatus, Role
from kooperation_tui.i18n import Translator

_ROLES: Final[Mapping[Role, str]] = {
    Role.FACILITATOR: pgettext("echo", "Facilitator"),
    Role.CO_FACILITATOR: pgettext("echo", "Co-facilitator"),
    Role.MINUTES: pgettext("echo", "Minutes"),
    Role.TIMEKEEPER: pgettext("echo", "Timekeeper"),
    Role.SPEAKERS_LIST: pgettext("echo", "Speakers' list"),
    Role.HOST: pgettext("echo", "Host"),
    Role.TECH: pgettext("echo", "Technology"),
}
_STATES: Final[Mapping[ActionStatus, str]] = {
    ActionStatus.OPEN: pgettext("echo", "open"),
    ActionStatus.IN_PROGRESS: pgettext("echo", "in progress"),
    ActionStatus.DONE: pgettext("echo", "done"),
    ActionStatus.ON_HOLD: pgettext("echo", "on hold"),
    ActionStatus.DROPPED: pgettext("echo", "dropped"),
    ActionStatus.RETRACTED: pgettext("echo", "taken back"),
}
_BLOCKS: Final[Mapping[str, str]] = {
    "preamble": pgettext("echo", "Preamble"),
    "goals": pgettext("echo", "Goals"),
    "principles": pgettext("echo", "Principles"),
    "data_protection": pgettext("echo", "Data protection"),
    "entry_into_force": pgettext("echo", "Entry into force"),
}


def role_name(role: Role, tr: Translator) -> str:
    """Minutes"""
    return tr.p("echo", _ROLES[role])


def status_name(status: ActionStatus, tr: Translator) -> str:
    """in progress"""
    return tr.p("echo", _STATES[status])


def block_name(key: str, tr: Translator) -> str:
    """Point 3, Goals"""
    named = _BLOCKS.get(key)
    return (
        tr.p("echo", "Point {number}", number=key.removeprefix("p"))
        if named is None
        else tr.p("echo", named)
    )
