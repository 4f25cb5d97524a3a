"""The program's own data as a register of the network (G-15; point 5 of the agreement).

Whoever keeps a register of personal data has to name this file, too: contacts,
attendance and minutes are in it.
"""

from __future__ import annotations

from kooperation_tui.domain.applied import DataRegister
from kooperation_tui.domain.commands.registers import months_later
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import M_, Refused
from kooperation_tui.domain.templates import Words

NAME = M_("File of the program Kooperation")
PURPOSE = M_("Invite to meetings, record them, keep track of decisions and actions")
HOLDS = M_("names, functions, work e-mail and phone, who was there, who promised what")
ACCESS = M_("whoever can open the file")
RETENTION = M_("contacts 4 weeks after leaving, attendance times 3 years, minutes 10 years")
"""Proposed periods (domain 6.2); every network decides on its own."""
CHECKED_EVERY = 12
"""Months between two looks at what can be deleted."""


def own_register(data: Data) -> DataRegister | None:
    """The register that stands for this file, if it is entered."""
    return next((r for r in data.rows(DataRegister) if r.own), None)


def register_of_file(moment: Moment, *, words: Words, place: str) -> DataRegister:
    """The register of a new network's own file; nobody keeps it yet.

    Args:
        words: the translator of the network's language.
        place: name of the file.
    """
    return DataRegister(
        id=moment.new_id(),
        name=words(NAME),
        purpose=words(PURPOSE),
        holds=words(HOLDS),
        place=place,
        access=words(ACCESS),
        retention=words(RETENTION),
        every=CHECKED_EVERY,
        check_on=months_later(moment.today, CHECKED_EVERY),
        own=True,
    )


def enter_own_register(data: Data, moment: Moment, *, words: Words, place: str) -> Change:
    """Enter the file as a register where it is missing. `result` is the register."""
    if own_register(data) is not None:
        raise Refused("This file is in the register already.")
    register = register_of_file(moment, words=words, place=place)
    return Change(puts=(register,), result=register)
