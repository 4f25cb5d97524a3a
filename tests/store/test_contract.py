"""What every backend keeps."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec
import pytest

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.model import Organisation, Record
from kooperation_tui.store.errors import Unstorable

if TYPE_CHECKING:
    from tests.store.conftest import Backend, Maker


def plain(data: Data) -> dict[str, dict[str, Any]]:
    """All rows with something in them, as values."""
    return {name: msgspec.to_builtins(rows) for name, rows in data.tables.items() if rows}


def test_a_change_is_kept_and_told(backend: Backend, make: Maker) -> None:
    note = make.note(1)
    saved = backend.store.change(lambda data: Change(puts=(note,), result="done"))
    assert saved.change.result == "done"
    assert saved.saved_at == make.now
    assert saved.backup_problem is None
    assert saved.data.find(Event, note.id) == note
    assert backend.store.read() is saved.data
    assert backend.lasting().find(Event, note.id) == note


def test_an_empty_change_writes_nothing(backend: Backend) -> None:
    before = backend.store.read()
    saved = backend.store.change(lambda data: Change(result=3))
    assert saved.data is before
    assert saved.change.result == 3
    assert backend.lasting().generation == before.generation


def test_each_change_has_another_generation(backend: Backend, make: Maker) -> None:
    first = backend.store.change(make.put(make.note(1))).data.generation
    second = backend.store.change(make.put(make.note(2))).data.generation
    assert second > first


@pytest.mark.parametrize("error", [Refused("No."), ValueError("bug"), KeyboardInterrupt()])
def test_what_a_command_raises_comes_through(
    backend: Backend, make: Maker, error: BaseException
) -> None:
    before = plain(backend.store.read())

    def command(data: Data) -> Change:
        raise error

    with pytest.raises(type(error)):
        backend.store.change(command)
    assert plain(backend.store.read()) == before == plain(backend.lasting())
    backend.store.change(make.put(make.note(1)))
    assert len(backend.lasting().rows(Event)) == 1


def test_views_never_change(backend: Backend, make: Maker) -> None:
    partner = backend.store.read().rows(Organisation)[0]
    backend.store.change(make.put(make.note(1)))
    old = backend.store.read()
    before = plain(old)
    backend.store.change(make.put(make.partner("XX", partner.id), make.note(2)))
    backend.store.change(lambda data: Change(deletes=((Organisation, partner.id),)))
    assert plain(old) == before
    assert old.get(Organisation, partner.id) == partner
    assert backend.store.read().find(Organisation, partner.id) is None


def test_a_changed_row_keeps_its_place(backend: Backend, make: Maker) -> None:
    partners = [make.partner(code) for code in ("AA", "CC", "DD")]
    backend.store.change(make.put(*partners))
    backend.store.change(make.put(make.partner("EE", partners[1].id)))
    for data in (backend.store.read(), backend.lasting()):
        assert [row.code for row in data.rows(Organisation)] == ["BK", "AA", "EE", "DD"]


def test_deletes_come_before_puts(backend: Backend, make: Maker) -> None:
    partner = make.partner("AA")
    backend.store.change(make.put(partner))
    both = Change(puts=(partner,), deletes=((Organisation, partner.id), (Event, make.id())))
    backend.store.change(lambda data: both)
    assert backend.lasting().get(Organisation, partner.id) == partner


def test_a_change_given_twice_is_there_once(backend: Backend, make: Maker) -> None:
    note = make.note(1)
    for _ in range(2):
        backend.store.change(make.put(note))
    assert backend.lasting().rows(Event) == (note,)


def test_records_of_unchanged_rows_are_not_made_again(backend: Backend, make: Maker) -> None:
    before = backend.store.read().network
    backend.store.change(make.put(make.note(1)))
    assert backend.store.read().network is before


def test_what_was_remembered_of_removed_rows_goes(backend: Backend, make: Maker) -> None:
    for seq in range(5):
        note = make.note(seq)
        backend.store.change(make.put(note)).data.rows(Event)
        backend.store.change(make.delete(Event, note.id))
    assert not [name for name in backend.store.read().memo if name[0] == Event.TABLE]


def test_a_command_sees_the_newest_state(backend: Backend, make: Maker) -> None:
    def count(data: Data) -> Change:
        return Change(puts=(make.note(len(data.rows(Event)) + 1),))

    def seat() -> None:
        for _ in range(10):
            backend.store.change(count)

    with ThreadPoolExecutor(4) as seats:
        for done in [seats.submit(seat) for _ in range(4)]:
            done.result()
    assert sorted(event.seq for event in backend.lasting().rows(Event)) == list(range(1, 41))


def test_readers_see_whole_states_only(backend: Backend, make: Maker) -> None:
    ids = [make.id(), make.id()]
    stop = threading.Event()
    torn: list[Data] = []

    def read() -> None:
        while not stop.is_set():
            data = backend.store.read()
            codes = {row.code for row in data.rows(Organisation) if row.id in ids}
            if len(codes) > 1:
                torn.append(data)

    with ThreadPoolExecutor(1) as readers:
        reading = readers.submit(read)
        for number in range(30):
            backend.store.change(make.put(*(make.partner(str(number), one) for one in ids)))
        stop.set()
        reading.result()
    assert not torn


def test_a_command_cannot_save_by_itself(backend: Backend, make: Maker) -> None:
    def command(data: Data) -> Change:
        backend.store.change(make.put(make.note(1)))
        return Change()

    with pytest.raises(RuntimeError):
        backend.store.change(command)
    backend.store.change(make.put(make.note(2)))
    assert [event.seq for event in backend.lasting().rows(Event)] == [2]


def test_a_command_may_read(backend: Backend, make: Maker) -> None:
    seen: list[Data] = []

    def command(data: Data) -> Change:
        seen.extend([data, backend.store.read()])
        return Change()

    backend.store.change(command)
    assert seen[0] is seen[1]


class Odd(Record):
    TABLE: ClassVar[str] = "odd"

    value: float = 0.0
    words: tuple[str, ...] = ()


def test_half_a_character_is_refused_in_words(backend: Backend, make: Maker) -> None:
    before = plain(backend.store.read())
    with pytest.raises(Unstorable, match=r"“Hal\?le” holds a character") as refused:
        backend.store.change(make.put(make.note(1), make.note(2, "Hal\ud800le")))
    str(refused.value).encode()
    assert plain(backend.store.read()) == before == plain(backend.lasting())


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_no_file_holds_is_a_programming_error(
    backend: Backend, make: Maker, value: float
) -> None:
    before = plain(backend.store.read())
    with pytest.raises(ValueError, match=r"odd: .* does not read back"):
        backend.store.change(make.put(make.note(1), Odd(id=make.id(), value=value)))
    assert plain(backend.store.read()) == before == plain(backend.lasting())


@pytest.mark.parametrize("text", ["", "\0\n\u2028", "“Grüße” 👩‍👩‍👧", "\\ud800", "x" * 100_000])
def test_any_text_comes_back_the_same(backend: Backend, make: Maker, text: str) -> None:
    note = make.note(1, text)
    backend.store.change(make.put(note))
    assert backend.lasting().get(Event, note.id) == note


def test_a_closed_store_says_so(backend: Backend, make: Maker) -> None:
    backend.store.close()
    with pytest.raises(RuntimeError):
        backend.store.read()
    with pytest.raises(RuntimeError):
        backend.store.change(make.put(make.note(1)))


async def test_changes_tell_what_this_program_changed(backend: Backend, make: Maker) -> None:
    partner = backend.store.read().rows(Organisation)[0]
    changes = backend.store.changes()
    note = make.note(1)
    backend.store.change(make.put(note))  # before the first question counts too
    assert await anext(changes) == {(Event.TABLE, note.id)}
    both = Change(puts=(make.partner("AA", partner.id),), deletes=((Event, note.id),))
    backend.store.change(lambda data: both)
    assert await anext(changes) == {(Event.TABLE, note.id), (Organisation.TABLE, partner.id)}


async def test_changes_end_with_the_store(backend: Backend) -> None:
    async def count() -> int:
        return len([ids async for ids in backend.store.changes()])

    counting = asyncio.create_task(count())
    await asyncio.sleep(0)
    backend.store.close()
    assert await counting == 0


async def test_a_newer_state_is_read_only_when_the_moment_is_good(
    backend: Backend, make: Maker
) -> None:
    """What comes together while one waits is told together."""
    asked, good = asyncio.Event(), asyncio.Event()

    async def ready() -> None:
        asked.set()
        await good.wait()

    changes = backend.store.changes(ready)
    waiting = asyncio.ensure_future(anext(changes))
    first, second = make.note(1), make.note(2)
    backend.store.change(make.put(first))
    await asked.wait()
    backend.store.change(make.put(second))
    await asyncio.sleep(0)
    assert not waiting.done()
    good.set()
    assert await waiting == {(Event.TABLE, first.id), (Event.TABLE, second.id)}


async def test_nobody_is_asked_for_a_good_moment_while_nothing_changes(
    backend: Backend, make: Maker
) -> None:
    times = 0

    async def ready() -> None:
        nonlocal times
        times += 1

    changes = backend.store.changes(ready)
    for seq in (1, 2, 3):
        note = make.note(seq)
        backend.store.change(make.put(note))
        assert await anext(changes) == {(Event.TABLE, note.id)}
    assert times == 3
