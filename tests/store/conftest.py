"""What the tests of the store are made of: records, a clock, backends, another user."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.events import Event, Noted, NoteKind
from kooperation_tui.domain.model import Action, Meeting, Network, Organisation, Record
from kooperation_tui.store.contract import Command, Store
from kooperation_tui.store.memory import MemoryStore
from kooperation_tui.store.tinydb_store import TinyStore

NOW = dt.datetime(2026, 10, 14, 9, 4, tzinfo=dt.UTC)
NOBODY = 65534


class Maker:
    """Records of a small network, with ids that count up."""

    now = NOW
    meeting_id = f"{10**30:032x}"

    def __init__(self) -> None:
        self._numbers = itertools.count(2**127)

    def clock(self) -> dt.datetime:
        return self.now

    def id(self) -> str:
        return f"{next(self._numbers):032x}"

    def network(self) -> list[Record]:
        """A network with one partner and one meeting."""
        return [
            Network(id=self.id(), name="Kooperation Grünau"),
            self.partner("BK"),
            Meeting(id=self.meeting_id, body=self.id(), year=2026, number=1, start=self.now),
        ]

    def partner(self, code: str, identity: str = "") -> Organisation:
        return Organisation(id=identity or self.id(), code=code, name=f"Träger {code}")

    def note(self, seq: int, text: str = "Die Halle ist zu groß") -> Event:
        return Event(
            id=self.id(),
            meeting=self.meeting_id,
            seq=seq,
            at=self.now,
            recorded_at=self.now,
            what=Noted(kind=NoteKind.NOTE, text=text),
        )

    def action(self) -> Action:
        return Action(id=self.id(), number="2026-1", title="Flyer", created_on=self.now.date())

    def put(self, *records: Record) -> Command:
        return lambda data: Change(puts=records)

    def delete(self, kind: type[Record], identity: str) -> Command:
        return lambda data: Change(deletes=((kind, identity),))

    def file(self, path: Path, clock: Callable[[], dt.datetime] | None = None) -> TinyStore:
        """A new file with the small network in it."""
        TinyStore.create(path, self.network(), clock=self.clock).close()
        return self.open(path, clock)

    def open(self, path: Path, clock: Callable[[], dt.datetime] | None = None) -> TinyStore:
        """The file, with no patience for nonsense and none for other programs."""
        return TinyStore(path, clock=clock or self.clock, wait=0.0, patience=0.0, poll=0.001)


@pytest.fixture
def make() -> Maker:
    return Maker()


@dataclasses.dataclass
class Backend:
    """A kind of store. `other` opens the same network as another program would."""

    name: str
    store: Store
    other: Callable[[], Store] | None

    def lasting(self) -> Data:
        """What is really kept, not what the store believes."""
        return self.store.read() if self.other is None else self.other().read()


@pytest.fixture(params=["memory", "tinydb"])
def backend(request: pytest.FixtureRequest, tmp_path: Path, make: Maker) -> Backend:
    if request.param == "memory":
        memory = MemoryStore(make.network(), clock=make.clock, poll=0.001)
        return Backend("memory", memory, None)
    path = tmp_path / "netz.json"
    return Backend("tinydb", make.file(path), lambda: make.open(path))


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that another user can get to; pytest's own are closed to all."""
    folder = Path(tempfile.mkdtemp(prefix="kooperation-"))
    folder.chmod(0o755)
    yield folder
    for place, _, _ in os.walk(folder):
        Path(place).chmod(0o755)
    shutil.rmtree(folder)


AsNobody = Callable[[Callable[[], str]], str]


@pytest.fixture
def as_nobody() -> AsNobody:
    """Run something without the rights of root; a normal user runs it directly."""

    def run(work: Callable[[], str]) -> str:
        if os.geteuid() != 0:
            return work()
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            answer = "died"
            try:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
                answer = work()
            except BaseException as error:
                answer = repr(error)
            finally:
                os.write(writer, answer.encode())
                os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as answers:
            answer = answers.read().decode()
        os.waitpid(child, 0)
        return answer

    return run


def check_sentence(error: KooperationError, path: Path) -> None:
    """It names the file and how to go on, in one sentence without a technical word."""
    said = str(error)
    assert str(path) in said
    assert said.endswith((".", ".json.")) and "\n" not in said
    said = said.replace(str(path), "")
    assert not [word for word in ("Error", "Errno", "JSON", "decode", "byte") if word in said]
    assert "; " in said or ", " in said, "it does not say how to go on"


Refuses = Callable[[Callable[[], object], Path, type[KooperationError]], None]


@pytest.fixture
def refuses() -> Refuses:
    """Check that something is refused in a sentence that people understand."""

    def check(work: Callable[[], object], path: Path, kind: type[KooperationError]) -> None:
        with pytest.raises(kind) as refused:
            work()
        check_sentence(refused.value, path)

    return check
