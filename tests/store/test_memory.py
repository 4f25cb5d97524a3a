"""Memory and what is kept are the same, whatever commands do."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Network, Record
from kooperation_tui.store.contract import Store
from kooperation_tui.store.errors import Unstorable
from kooperation_tui.store.memory import MemoryStore
from kooperation_tui.store.tinydb_store import TinyStore


class Odd(Record):
    TABLE: ClassVar[str] = "odd"

    words: tuple[str, ...] = ()


def clock() -> dt.datetime:
    return dt.datetime(2026, 10, 14, 9, 4, tzinfo=dt.UTC)


def rows_of(data: Data) -> dict[str, dict[str, Any]]:
    """All rows with something in them, as values."""
    return {name: msgspec.to_builtins(rows) for name, rows in data.tables.items() if rows}


_STEP = st.tuples(
    st.sampled_from(["put", "delete", "refuse", "crash", "unstorable"]),
    st.lists(st.tuples(st.integers(0, 5), st.text(max_size=5)), max_size=3),
)


def _command(kind: str, rows: list[tuple[int, str]]) -> Callable[[Data], Change]:
    records = tuple(
        Odd(id=f"{number:x}", words=(text.encode(errors="replace").decode(),))
        for number, text in rows
    )

    def command(data: Data) -> Change:
        if kind == "refuse":
            raise Refused("No.")
        if kind == "crash":
            raise ZeroDivisionError
        if kind == "delete":
            return Change(deletes=tuple((Odd, record.id) for record in records))
        bad = (Odd(id="f", words=("\ud800",)),) if kind == "unstorable" else ()
        return Change(puts=records + bad)

    return command


def _try(store: Store, kind: str, rows: list[tuple[int, str]], model: dict[str, Any]) -> None:
    try:
        store.change(_command(kind, rows))
    except (Refused, Unstorable, ZeroDivisionError):
        assert kind in ("refuse", "unstorable", "crash")
        return
    for number, text in rows:
        if kind == "delete":
            model.pop(str(number), None)
        else:
            model[str(number)] = text.encode(errors="replace").decode()


@pytest.mark.parametrize("name", ["memory", "tinydb"])
@settings(max_examples=25, deadline=None)
@given(steps=st.lists(_STEP, max_size=8))
def test_memory_is_what_is_kept(name: str, steps: list[Any]) -> None:
    model: dict[str, str] = {}
    network = [Network(id="1", name="Netz")]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "netz.json"
        store: Store = (
            MemoryStore(network)
            if name == "memory"
            else TinyStore.create(path, network, clock=clock)
        )
        for kind, rows in steps:
            _try(store, kind, rows, model)
            kept = store if name == "memory" else TinyStore(path, clock=clock)
            for data in (store.read(), kept.read()):
                rows_now = rows_of(data).get(Odd.TABLE, {})
                assert {key: row["words"][0] for key, row in rows_now.items()} == model
            assert rows_of(store.read()) == rows_of(kept.read())
