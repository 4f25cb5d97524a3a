"""What is said where the rules that are applied are not those that were agreed."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kooperation_tui.domain.agreed_rules import differences
from kooperation_tui.domain.commands.ruling import deviations
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import M_
from kooperation_tui.domain.gaps import Gap, gap
from kooperation_tui.domain.model import POINT_BLOCKS

_MAJORITY = M_(
    "Point {number} sets another majority than is applied; “set rules {field}={said}” follows the "
    "wording."
)
_SAID = {
    "quorum": M_(
        "Point {number} sets another quorum than is applied; “set rules {field}={said}” follows "
        "the wording."
    ),
    "invitation_days": M_(
        "Point {number} says {said} days for the invitation, applied are {rule}; “set rules "
        "{field}={said}” follows the wording."
    ),
    "second_meeting_days": M_(
        "Point {number} says {said} days for a second meeting, applied are {rule}; “set rules "
        "{field}={said}” follows the wording."
    ),
    "circular.days": M_(
        "Point {number} says {said} days for answers in text form, applied are {rule}; “set rules "
        "{field}={said}” follows the wording."
    ),
    "abstentions_count": M_(
        "Point {number} counts abstentions otherwise than is applied; “set rules {field}={said}” "
        "follows the wording."
    ),
    "minutes_days": M_(
        "Point {number} says {said} days for the minutes, applied are {rule}; “set rules "
        "{field}={said}” follows the wording."
    ),
    "minutes_working_days": M_(
        "Point {number} counts the days for the minutes otherwise than is applied; “set rules "
        "{field}={said}” follows the wording."
    ),
    "objection_days": M_(
        "Point {number} says {said} days for objections, applied are {rule}; “set rules "
        "{field}={said}” follows the wording."
    ),
    "absence_limit": M_(
        "Point {number} says {said} meetings missed in a row, applied are {rule}; “set rules "
        "{field}={said}” follows the wording."
    ),
}

_SHORT = {
    "quorum": M_("Point {number} sets another quorum than is applied: F6, point 1, g."),
    "invitation_days": M_(
        "Point {number} says {said} days for the invitation, applied are {rule}: F6, point 1, g."
    ),
    "second_meeting_days": M_(
        "Point {number} says {said} days for a second meeting, applied are {rule}: F6, point 1, g."
    ),
    "circular.days": M_(
        "Point {number} says {said} days for answers in text form, applied are {rule}: F6, point "
        "1, g."
    ),
    "abstentions_count": M_(
        "Point {number} counts abstentions otherwise than is applied: F6, point 1, g."
    ),
    "minutes_days": M_(
        "Point {number} says {said} days for the minutes, applied are {rule}: F6, point 1, g."
    ),
    "minutes_working_days": M_(
        "Point {number} counts the days for the minutes otherwise than is applied: F6, point 1, g."
    ),
    "objection_days": M_(
        "Point {number} says {said} days for objections, applied are {rule}: F6, point 1, g."
    ),
    "absence_limit": M_(
        "Point {number} says {said} meetings missed in a row, applied are {rule}: F6, point 1, g."
    ),
}
_ON_SCREEN = {
    _MAJORITY: M_("Point {number} sets another majority than is applied: F6, point 1, g."),
    **{_SAID[field]: short for field, short in _SHORT.items()},
}
"""The same for a screen, where a key does what a command does at the command line."""


def for_screen(said: Gap) -> Gap:
    """What is said of a rule, with the key instead of the command."""
    return msgspec.structs.replace(said, message=_ON_SCREEN.get(said.message, said.message))


def ruled(data: Data) -> Iterator[tuple[str, Gap]]:
    """Block and sentence: a wording says otherwise, or nobody decided a change of a rule."""
    for one in differences(data):
        args: dict[str, object] = {
            "number": POINT_BLOCKS.index(one.key) + 1,
            "field": one.field,
            "said": one.said,
            "rule": one.rule,
        }
        yield one.key, Gap(message=_SAID.get(one.field, _MAJORITY), args=args)
    for other in deviations(data):
        said = gap(
            "A rule was changed on {day} without a decision about point 1 ({field}).",
            day=other.on,
            field=other.field,
        )
        yield "p1", said
