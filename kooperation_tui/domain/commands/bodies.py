"""Another name or other members of a body that meets; its numbers keep their letters."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Body, BodyKind


def change_body(
    data: Data,
    moment: Moment,
    *,
    body: str,
    name: str,
    kind: BodyKind,
    members: tuple[str, ...],
) -> Change:
    """A body (by id) as it is from now on. `result` is the body.

    Args:
        members: ids of partners; () for all of them.

    Raises:
        Refused: it has no name.
    """
    known = data.get(Body, body)
    if not name.strip():
        raise Refused("The body needs a name.")
    changed = msgspec.structs.replace(known, name=name.strip(), kind=kind, members=members)
    return Change(puts=(changed,) if changed != known else (), result=changed)
