"""A text in somebody's own editor ($VISUAL, else $EDITOR), through a file only they can read."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from kooperation_tui.domain.errors import Refused


def own_editor() -> tuple[str, ...]:
    """The command of the editor, empty if none is set."""
    wanted = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        return tuple(shlex.split(wanted))
    except ValueError:  # a quote that is never closed is no command
        return ()


def edited(command: tuple[str, ...], text: str) -> str:
    """The text as the editor left it; waits until the editor ends.

    Raises:
        Refused: the editor did not start, ended with an error, or left no text.
    """
    with TemporaryDirectory(prefix="kooperation-") as folder:  # mode 0700
        path = Path(folder) / "text.md"
        # Editors end the last line; without it an appended one would run on.
        path.write_text(text.removesuffix("\n") + "\n", "utf-8", errors="surrogatepass")
        try:
            done = subprocess.run([*command, str(path)], check=False)
            found = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(
                "The editor “{name}” brought no text back; nothing was changed.", name=command[0]
            ) from error
    if done.returncode:
        raise Refused(
            "The editor “{name}” ended with an error; nothing was changed.", name=command[0]
        )
    return found if text.endswith("\n") else found.rstrip("\n")
