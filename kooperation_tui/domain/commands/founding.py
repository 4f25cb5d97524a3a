"""Founding a network: its rules, its meeting and the nine open points."""

from __future__ import annotations

from kooperation_tui.domain.data import Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BLOCKS,
    Block,
    Body,
    BodyKind,
    Network,
    Record,
    Template,
)
from kooperation_tui.domain.presets import preset


def found(
    moment: Moment,
    *,
    name: str,
    plenary: str,
    language: str,
    short_name: str = "",
    place: str = "",
    timezone: str = "Europe/Berlin",
    template: Template = Template.NONE,
) -> tuple[Record, ...]:
    """The records of a new network: itself, its rules, its meeting, open points.

    Args:
        plenary: the network meeting's name in the network's language.
    """
    if not name.strip():
        raise Refused("The network needs a name.")
    rules = preset(template, moment.new_id())
    network = Network(
        id=moment.new_id(),
        name=name.strip(),
        short_name=short_name,
        place=place,
        language=language,
        timezone=timezone,
        ruleset=rules.id,
    )
    body = Body(id=moment.new_id(), name=plenary, kind=BodyKind.PLENARY)
    blocks = (Block(id=moment.new_id(), key=key) for key in BLOCKS)
    return (network, rules, body, *blocks)
