"""Every file operation of a save fails once, or is the last one of the program."""

from __future__ import annotations

import datetime as dt
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.model import Action

if TYPE_CHECKING:
    from tests.store.conftest import Maker

CALLS = [
    "open",
    "read",
    "write",
    "lseek",
    "fsync",
    "replace",
    "close",
    "fchmod",
    "fchown",
    "stat",
    "fstat",
    "unlink",
    "listdir",
    "mkdir",
    "chmod",
    "chown",
]


class Death(BaseException):
    """The program ends here: nothing after it runs, not even the cleaning up."""


class Faults:
    """Counts the file operations and breaks one, or one and all after it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, place: int, error: BaseException) -> None:
        self._place = place
        self._error = error
        self._real = {name: getattr(os, name) for name in CALLS}
        self._open: set[int] = set()
        self.count = 0
        self.hit = ""
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrapped(name))

    def _wrapped(self, name: str) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            self.count += 1
            dead = isinstance(self._error, Death) and self.count > self._place
            if self.count == self._place or dead:
                self.hit = self.hit or name
                if name == "close" and not dead:  # the system closes it all the same
                    self._close(args[0])
                raise self._error
            answer = self._real[name](*args, **named)
            if name == "open":
                self._open.add(answer)
            elif name == "close":
                self._open.discard(args[0])
            return answer

        return call

    def _close(self, fd: int) -> None:
        self._open.discard(fd)
        self._real["close"](fd)

    def bury(self) -> None:
        """What the system does with a dead program's files, its lock above all."""
        for fd in tuple(self._open):
            self._close(fd)


def faulty_save(
    path: Path, make: Maker, place: int, error: BaseException, *, first_of_day: bool
) -> str:
    """One save with one fault. Returns the operation that was hit, '' behind the last."""
    now = [make.now]
    store = make.file(path, lambda: now[0])
    store.change(make.put(make.note(1), make.action()))
    (path.parent / f".{path.name}.1-left.tmp").touch()
    if first_of_day:
        now[0] += dt.timedelta(days=1)
    acknowledged = False
    with pytest.MonkeyPatch.context() as monkeypatch:
        faults = Faults(monkeypatch, place, error)
        try:
            store.change(make.put(make.note(2), make.action()))
            acknowledged = True
        except (KooperationError, Death):
            pass
    faults.bury()
    kept = make.open(path).read()
    events, actions = len(kept.rows(Event)), len(kept.rows(Action))
    assert events == actions, "half a change"
    assert events == 2 or (events == 1 and not acknowledged)
    if not isinstance(error, Death):
        # The same handle neither believes in what is not there nor forgets what is.
        assert len(store.read().rows(Event)) == events
        store.change(make.put(make.note(3), make.action()))
        assert len(make.open(path).read().rows(Event)) == events + 1
    else:
        make.open(path).change(make.put(make.note(3), make.action()))
    assert not list(path.parent.glob(".*.tmp"))
    return faults.hit


@pytest.mark.parametrize("first_of_day", [False, True])
@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "full"),
        OSError(errno.EIO, "broken"),
        PermissionError(errno.EACCES, "forbidden"),
        Death(),
    ],
    ids=["full", "broken", "forbidden", "death"],
)
def test_nothing_is_lost_whatever_fails(
    tmp_path: Path, make: Maker, error: BaseException, first_of_day: bool
) -> None:
    hits = []
    for place in range(1, 500):
        folder = tmp_path / str(place)
        folder.mkdir()
        hit = faulty_save(folder / "netz.json", make, place, error, first_of_day=first_of_day)
        if not hit:
            break
        hits.append(hit)
    assert {"open", "write", "fsync", "replace", "close", "fchmod"} <= set(hits)
    assert len(hits) > 20


def test_a_save_is_on_the_disk_before_it_is_acknowledged(
    tmp_path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No power cut can be tried here, so the order of the steps is what is looked at."""
    path = tmp_path / "netz.json"
    store = make.file(path)
    store.change(make.put(make.note(1)))
    steps: list[tuple[str, str]] = []

    def spied(name: str, say: Callable[..., str]) -> None:
        real = getattr(os, name)

        def call(*args: Any) -> Any:
            steps.append((name, say(*args)))
            return real(*args)

        monkeypatch.setattr(os, name, call)

    def of_fd(fd: int, *_: object) -> str:
        return "folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else "file"

    spied("write", of_fd)
    spied("fsync", of_fd)
    spied("replace", lambda source, target: Path(source).suffix + Path(target).suffix)
    store.change(make.put(make.note(2)))
    assert steps == [
        ("write", "file"),
        ("fsync", "file"),
        ("replace", ".tmp.json"),
        ("fsync", "folder"),
    ]


def test_an_unconfirmed_save_says_so(
    tmp_path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kooperation_tui.store import files
    from kooperation_tui.store.errors import Unsure

    store = make.file(tmp_path / "netz.json")
    note = make.note(1)
    store.change(make.put(make.note(0)))  # the day's backup is made

    def broken(folder: Path) -> None:
        raise OSError(errno.EIO, "broken")

    with monkeypatch.context() as patched:
        patched.setattr(files, "flush_folder", broken)
        with pytest.raises(Unsure, match="did not confirm"):
            store.change(make.put(note))
    assert store.read().find(Event, note.id) == note
    store.change(make.put(note))  # giving it again is right, whatever came of it
    assert len(make.open(store.path).read().rows(Event)) == 2
