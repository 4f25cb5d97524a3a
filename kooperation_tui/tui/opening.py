"""Files of networks: where they usually lie, made, opened, practised with."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import msgspec

from kooperation_tui.domain.commands.founding import found
from kooperation_tui.domain.commands.own_data import register_of_file
from kooperation_tui.domain.data import Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Network, Record, Template
from kooperation_tui.i18n import Translator, translator
from kooperation_tui.store.contract import Clock, Store

Maker = Callable[[], Store]


def usual_folder() -> Path:
    """Where people see their file: the folder Kooperation in their documents."""
    from platformdirs import user_documents_path

    return user_documents_path() / "Kooperation"


def need_name(name: str) -> str:
    """The name of a network. Raises Refused if it is empty."""
    if not name.strip():
        raise Refused("The network needs a name.")
    return name.strip()


def need_folder(text: str) -> Path:
    """The folder a new file will lie in; it is there, or it is the usual one.

    Raises Refused otherwise: a folder that comes into being by a typing error is
    never found again.
    """
    folder = Path(text.strip() or ".").expanduser().absolute()
    if folder != usual_folder() and not folder.is_dir():
        raise Refused("There is no folder {path}; create it first, or take another.", path=text)
    return folder


def need_file(text: str) -> Path:
    """The path somebody typed. Raises Refused if it names no file."""
    path = Path(text.strip()).expanduser().absolute()
    if not text.strip() or not path.is_file():
        raise Refused("There is no file {path}.", path=text.strip())
    return path


def need_new(values: dict[str, str]) -> None:
    """What a new network needs, and a free place for its file. Raises Refused."""
    path = need_folder(values["folder"]) / file_name(need_name(values["name"]))
    if path.exists():
        raise Refused(
            "There is a file {name} in this folder already; choose another name or folder.",
            name=path.name,
        )


def file_name(name: str) -> str:
    """`Bildungsnetz-Auental.json`: the network's name as a part of a path."""
    from kooperation_tui.documents.filenames import safe

    return f"{safe(name).replace(' ', '-') or 'network'}.json"


def new_network(moment: Moment, values: dict[str, str], *, plenary: str) -> tuple[Record, ...]:
    """The records of a new network, its own file as the first register. Raises Refused."""
    records = found(
        moment,
        name=need_name(values["name"]),
        plenary=plenary,
        language=values["language"],
        short_name=values["short"].strip(),
        place=values["place"].strip(),
        template=Template(values["template"]),
    )
    controller = values["controller"].strip()
    own = register_of_file(
        moment, words=translator(values["language"]).t, place=file_name(values["name"])
    )
    return tuple(
        msgspec.structs.replace(r, controller=controller) if isinstance(r, Network) else r
        for r in (*records, own)
    )


def create(path: Path, records: Iterable[Record], clock: Clock) -> Store:
    """A new file, and its folder if it is the usual one. Raises KooperationError."""
    from kooperation_tui.store.tinydb_store import TinyStore

    if path.parent == usual_folder():
        path.parent.mkdir(parents=True, exist_ok=True)
    return TinyStore.create(path, records, clock=clock)


def open_file(path: Path, clock: Clock) -> Store:
    """A file that is there. Raises KooperationError."""
    from kooperation_tui.store.tinydb_store import TinyStore

    return TinyStore(path, clock=clock)


def practice_folder() -> Path:
    """The program's own folder, where practice networks come and go."""
    from platformdirs import user_data_path

    return user_data_path() / "Kooperation"


def practice_path(now: datetime, tr: Translator) -> Path:
    """A new file among the program's own data."""
    word = tr.p("file name", "Practice")
    return practice_folder() / f"{word}-{now:%Y-%m-%d}-{secrets.token_hex(3)}.json"


def export_folder(path: Path | None, tr: Translator) -> Path:
    """Where documents go: beside the data file.

    The file of a practice network lies out of sight; its documents go where
    people look for theirs, in a folder of their own; those of a network without
    a file lie beside the files of the others.
    """
    if path is None:
        return usual_folder()
    if path.parent == practice_folder():
        return usual_folder() / tr.p("file name", "Practice")
    return path.parent


def practise(path: Path, lang: str, clock: Clock) -> Store:
    """A fresh copy of the invented network. Raises KooperationError."""
    from kooperation_tui.practice import build
    from kooperation_tui.store.tinydb_store import TinyStore
    from kooperation_tui.tui.session import new_id

    path.parent.mkdir(parents=True, exist_ok=True)
    return TinyStore.create(path, build(lang, new_id), clock=clock)
