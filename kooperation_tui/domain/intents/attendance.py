"""Who comes and goes, and who takes a role."""

from __future__ import annotations

from kooperation_tui.domain.model import Role, Value


class Arriving(Value):
    """Without a person the delegate is meant; `new_person` is created as deputy."""

    organisation: str
    person: str = ""
    new_person: str = ""
    remote: bool = False


class Arrive(Value):
    arrivals: tuple[Arriving, ...]


class ArriveAll(Value):
    """Everybody who is not excused."""


class Leave(Value):
    organisations: tuple[str, ...]


class Excuse(Value):
    organisations: tuple[str, ...]


class GuestIn(Value):
    name: str
    organisation: str = ""
    items: tuple[int, ...] = ()


class GuestOut(Value):
    name: str


class TakeRole(Value):
    role: Role
    person: str
