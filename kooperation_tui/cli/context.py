"""What one call of the command line knows: language, file, moment, seat."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kooperation_tui.cli.clock import Clock
from kooperation_tui.cli.output import sentence, warn
from kooperation_tui.domain.errors import KooperationError, Refused, Wrong
from kooperation_tui.i18n import N_, Translator, translator

if TYPE_CHECKING:
    from kooperation_tui.domain.data import Change, Data, Moment
    from kooperation_tui.store.contract import Saved
    from kooperation_tui.store.tinydb_store import TinyStore

FILE_VARIABLE = "KOOPERATION_FILE"


class NoFile(KooperationError):
    """Nothing says which network is meant."""


class FileMoved(KooperationError):
    """The file that was opened last is not where it was."""


class Session:
    """One call. Opens the file at most once and remembers it.

    Args:
        file: what ``-f`` says, '' if nothing.
        seat: "moderator", "minutes", "audience" or ''.
    """

    def __init__(
        self, tr: Translator, env: Mapping[str, str], *, file: str = "", seat: str = ""
    ) -> None:
        self.tr = tr
        self.env = env
        self.file = file
        self.seat = seat
        self.clock = Clock(env)
        self._store: TinyStore | None = None

    @classmethod
    def for_completion(cls, file: str) -> Session:
        """A call that only looks, for the Tab key."""
        return cls(translator("en"), os.environ, file=file)

    # --- which file ---------------------------------------------------------------

    def chosen(self) -> Path | None:
        """The file meant: ``-f``, else the variable, else the one opened last."""
        from kooperation_tui.recent import recent

        named = self.file or self.env.get(FILE_VARIABLE, "")
        if named:
            return Path(named)
        last = next(iter(recent()), None)
        if last is not None and not last.exists():
            raise FileMoved(
                N_(
                    "Your network was last at {path} and is not there; put it back, or name its "
                    "new place with “kooperation -f FILE”."
                ),
                path=str(last),
            )
        return last

    def need_path(self) -> Path:
        """The file meant. Raises NoFile if nothing names one."""
        path = self.chosen()
        if path is None:
            raise NoFile(
                N_(
                    "No network is open yet; make one with “kooperation new FILE --name NAME”, or "
                    "name its file with “kooperation -f FILE”."
                )
            )
        return path

    # --- reading and changing -----------------------------------------------------

    def store(self) -> TinyStore:
        """The open file. Raises whatever opening it raises."""
        if self._store is None:
            from kooperation_tui.store.tinydb_store import TinyStore

            store = TinyStore(self.need_path(), clock=self.clock)
            self.use(store)
        assert self._store is not None
        return self._store

    def use(self, store: TinyStore) -> None:
        """Work with this file from now on. A practice network is not remembered."""
        from kooperation_tui.recent import remember

        data = store.read()
        self.clock.adopt(data)
        if not data.network.practice:
            remember(store.path)
        self._store = store

    def peek(self) -> Data:
        """The state of the file, without remembering it as opened."""
        from kooperation_tui.store.tinydb_store import TinyStore

        return TinyStore(self.need_path(), clock=self.clock).read()

    def data(self) -> Data:
        """The newest state of the file."""
        return self.store().read()

    def moment(self) -> Moment:
        """Now, in the network's zone, under this call's seat."""
        from kooperation_tui.domain.data import Moment

        return Moment(now=self.clock(), new_id=new_id, seat=self.seat)

    def change(self, command: Callable[[Data, Moment], Change]) -> Any:
        """Run a command on the newest state; its result, once it is on the disk."""
        return self.save(command).change.result

    def save(self, command: Callable[[Data, Moment], Change]) -> Saved:
        """As `change`, with the state after it. A backup that failed is said."""
        if self.seat == "audience":
            raise Refused("The audience seat only looks on; leave out --seat to change something.")
        store = self.store()
        moment = self.moment()
        saved = store.change(lambda data: command(data, moment))
        if saved.backup_problem is not None:
            warn(sentence(self.tr, saved.backup_problem))
        return saved


def new_id() -> str:
    """128 random bits in hex."""
    return secrets.token_hex(16)


def words_of(tr: Translator) -> Callable[..., str]:
    """A translator as the domain asks for it: message id and places."""

    def words(message: str, **places: object) -> str:
        return tr.t(message, **places)

    return words


def wrong_together(first: str, second: str) -> Wrong:
    """Two options that exclude each other."""
    return Wrong("{first} and {second} exclude each other; keep one.", first=first, second=second)
