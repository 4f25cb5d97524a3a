"""Who is there, and who has which role."""

from __future__ import annotations

from kooperation_tui.domain.model import Role, Value


class Arrival(Value):
    """`made` is the delegation entered with this line, for somebody who was not known yet.

    `instead`: a deputy comes before the start for whom was marked as there and is not.
    """

    organisation: str
    person: str
    deputy: bool = False
    remote: bool = False
    made: str = ""
    instead: bool = False


class Arrived(Value, tag="arrived"):
    arrivals: tuple[Arrival, ...]


class Left(Value, tag="left"):
    """These partners leave; with `person` only that person."""

    organisations: tuple[str, ...]
    person: str = ""


class Excused(Value, tag="excused"):
    organisations: tuple[str, ...]


class GuestCame(Value, tag="guest_came"):
    name: str
    organisation: str = ""
    items: tuple[int, ...] = ()


class GuestLeft(Value, tag="guest_left"):
    name: str


class RoleTaken(Value, tag="role_taken"):
    """`person` has the role from here on; nobody if empty."""

    role: Role
    person: str
