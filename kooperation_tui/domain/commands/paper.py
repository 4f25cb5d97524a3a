"""An agreement that existed before the program: in force on paper, with its signatures."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.commands.agreement import paper_version
from kooperation_tui.domain.commands.signing import sign
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import Organisation, Record, SignatureForm
from kooperation_tui.domain.plan import delegate


def paper_agreement(
    data: Data,
    moment: Moment,
    *,
    number: str,
    agreed_on: dt.date,
    valid_from: dt.date | None = None,
    signed: tuple[str, ...] = (),
) -> Change:
    """A version in force on paper, and who signed it (ids of partners).

    Who put the name under it is not known any more: it is noted for who speaks
    for the partner today, else for the partner itself. `result` is the version.
    """
    made = paper_version(data, moment, number=number, agreed_on=agreed_on, valid_from=valid_from)
    puts: dict[str, Record] = {record.id: record for record in made.puts}
    data = data.apply(made)
    for identity in signed:
        person = delegate(data, identity, moment.today)
        name = person.name if person is not None else data.get(Organisation, identity).name
        change = sign(
            data,
            moment,
            organisation=identity,
            number=number,
            name=name,
            on=agreed_on,
            form=SignatureForm.INK,
        )
        data = data.apply(change)
        puts.update({record.id: record for record in change.puts})
    return Change(puts=tuple(puts.values()), result=puts[made.result.id])
