"""Wordings prepared for the running item, and the refusal that names the way to them."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.plan import block_of
from kooperation_tui.domain.prepared import prepared_now
from tests.model_network import Desk, started


def keys(desk: Desk) -> list[str]:
    return [one.key for one in prepared_now(desk.data, desk.state)]


def write(desk: Desk, key: str, text: str) -> None:
    desk.data = desk.data.apply(set_block(desk.data, desk.moment, key=key, text=text))


def test_the_blocks_of_the_item_that_are_not_settled_wait() -> None:
    desk = started()
    assert keys(desk) == []
    desk.type("/item 5")
    assert keys(desk) == ["p3", "p8", "p9"]
    desk.type("! P8: Anders.")
    assert keys(desk) == [], "one is open"
    desk.type("= 8 1 0")
    assert keys(desk) == ["p3", "p9"]
    write(desk, "p3", "Binnen {{ tage }} Tagen.")
    write(desk, "p9", "")
    assert keys(desk) == []


def test_what_was_rejected_is_not_offered_again_until_it_is_worded_anew() -> None:
    desk = started()
    desk.type("/item 5")
    block = block_of(desk.data, "p3")
    assert block is not None
    for line in (f"! P3: {block.text}", "= 1 8 0"):
        desk.type(line)
    assert keys(desk) == ["p8", "p9"]
    write(desk, "p3", "Besser.")
    assert keys(desk) == ["p3", "p8", "p9"]


@pytest.mark.parametrize(
    "line", ["= 8 1 0", "=", "= konsent", "= konsens 0", "= finger 9 0 0 0 0 0"]
)
def test_a_result_without_a_wording_is_refused_with_the_way_to_the_prepared_one(line: str) -> None:
    desk = started()
    with pytest.raises(Refused, match="type the decision first"):
        desk.type(line)
    desk.type("/item 5")
    with pytest.raises(Refused, match="a on F6 puts it to the vote"):
        desk.type(line)
    assert not desk.state.wordings
