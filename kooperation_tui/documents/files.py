"""Documents as files: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.i18n import N_


class CannotWrite(KooperationError):
    """A document cannot be put where it should go."""


def make_folder(folder: Path) -> Path:
    """The folder, made with those above it if it is not there yet. Raises CannotWrite."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot(folder, error) from error
    return folder


def write_over(path: Path, text: str) -> None:
    """A whole file or none; one that is there is replaced. Raises CannotWrite."""
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise _cannot(path, error) from error


def write_new(path: Path, text: str) -> Path:
    """A whole file; where another one lies, the name gets a number.

    The same text again changes nothing and answers with the file that is there.
    Raises CannotWrite.
    """
    data = text.encode("utf-8")
    number = 1
    target = path
    try:
        while target.exists():
            if target.read_bytes() == data:
                return target
            number += 1
            target = path.with_name(f"{path.stem} {number}{path.suffix}")
    except OSError as error:
        raise _cannot(target, error) from error
    write_over(target, text)
    return target


def earlier(path: Path) -> Path | None:
    """The file that has the name which `write_new` could not give, None if it could."""
    numbered = re.fullmatch(r"(.+) \d+", path.stem)
    first = path.with_name(f"{numbered[1]}{path.suffix}") if numbered else path
    return first if first != path and first.exists() else None


def _cannot(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(
        N_("{path} cannot be written ({reason}); choose another place."),
        path=str(path),
        reason=error.strerror or type(error).__name__,
    )
