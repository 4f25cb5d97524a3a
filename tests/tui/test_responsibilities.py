"""F4: lasting responsibilities that the agreement asks for."""

from __future__ import annotations

from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.model import BlockState, StandingRole
from tests.model_network import records
from tests.tui.hands import opened


async def test_what_is_not_needed_has_no_row_until_somebody_has_it() -> None:
    rows = [r for r in records("de") if not isinstance(r, StandingRole)]
    async with opened(rows=rows) as hands:
        await hands.press("f4")
        await hands.sees("Punkt 7")
        moment = hands.app.session.moment()
        await hands.app.change(
            lambda data: set_block(
                data, moment, key="p7", state=BlockState.NOT_NEEDED, reason="Zu klein"
            )
        )
        await hands.settle()
        assert "Punkt 7" not in hands.text() and "Punkt 6" in hands.text()
