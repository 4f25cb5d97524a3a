"""Reading only what changed gives the same as reading everything."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from kooperation_tui.store.fileformat import RawTables, dump, parse
from kooperation_tui.store.rows import differences

_VALUES = st.one_of(st.booleans(), st.integers(-2, 2), st.text('aü"\\', max_size=2))
_ROWS = st.dictionaries(
    st.sampled_from("123456"), st.dictionaries(st.sampled_from("xy"), _VALUES), max_size=5
)
_TABLES = st.dictionaries(st.sampled_from(["events", "actions", "ü"]), _ROWS)


def _exact(tables: RawTables) -> Any:
    """With the order of rows, and True told from 1."""
    return [
        (name, [(key, sorted((k, repr(v)) for k, v in row.items())) for key, row in rows.items()])
        for name, rows in tables.items()
    ]


@example(old={"events": {"1": {"x": True}}}, new={"events": {"1": {"x": 1}}})
@given(old=_TABLES, new=_TABLES)
def test_only_what_changed_is_read(old: RawTables, new: RawTables) -> None:
    before = parse(dump(old, 1))
    now = parse(dump(new, 2), before)
    assert now.generation == 2
    assert now.tables == parse(dump(new, 2)).tables == new
    assert _exact(now.tables) == _exact(new)
    assert _exact(before.tables) == _exact(old)
    told = differences(before.tables, now.tables)
    for name in old.keys() | new.keys():
        for key in old.get(name, {}).keys() | new.get(name, {}).keys():
            a, b = old.get(name, {}).get(key), new.get(name, {}).get(key)
            assert ((name, f"{int(key):032x}") in told) == (repr(a) != repr(b))


@example(old={"events": {"1": {"x": True}}}, new={"events": {"1": {"x": 1}}})
@given(old=_TABLES, new=_TABLES)
def test_without_trust_values_are_compared(old: RawTables, new: RawTables) -> None:
    """As after a failure: what is kept may be anything."""
    before = parse(dump(old, 1))
    now = parse(dump(new, 2), before, trusted=False)
    assert _exact(now.tables) == _exact(new)
    told = differences(before.tables, now.tables)
    assert len(told) <= sum(map(len, (*old.values(), *new.values())))
    if _exact(old) == _exact(new):
        assert not told
