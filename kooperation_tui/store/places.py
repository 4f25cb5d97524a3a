"""Where a file lies: synchronised folders, conflicted copies, folders open to everyone.

No lock reaches across machines, so two that save in a synchronised folder end
up with two files. That is recognised here and said in words by the faces.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from kooperation_tui.store import files
from kooperation_tui.store.fileformat import HEAD_SIZE, head_of

# What the programs put into the folder they keep in step, then how they name it.
_FILES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Nextcloud", re.compile(r"\.sync_[0-9a-f]+\.db|\.nextcloudsync\.log")),
    ("ownCloud", re.compile(r"\._sync_[0-9a-f]+\.db|\.owncloudsync\.log|\.csync_journal\.db")),
    ("Syncthing", re.compile(r"\.stfolder|\.stignore")),
    ("Dropbox", re.compile(r"\.dropbox\.cache")),
    ("OneDrive", re.compile(r"\.849C9593-D756-4E56-8D6E-42412F2A707B")),
)
_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iCloud", re.compile(r"com~apple~CloudDocs|Mobile Documents|iCloud ?Drive", re.I)),
    ("OneDrive", re.compile(r"OneDrive( ?- .+|-.+)?", re.I)),
    ("Nextcloud", re.compile(r"Nextcloud\d*", re.I)),
    ("ownCloud", re.compile(r"ownCloud\d*", re.I)),
    ("Dropbox", re.compile(r"Dropbox( \(.+\))?", re.I)),
    ("Syncthing", re.compile(r"Syncthing", re.I)),
)
# Unmistakable names; Dropbox translates the words.
_COPY = re.compile(
    r"[ _.-]*("
    r"\(?[^()]*(conflicted copy|in konflikt stehende kopie|konfliktkopie)[^()]*\)?"
    r"|conflict-\d{8}-\d{6}"
    r"|sync-conflict-\d{8}-\d{6}-\w+"
    r")",
    re.I,
)
# OneDrive adds the machine's name, iCloud a number: also what people do themselves.
_MAYBE = re.compile(r"-[\w-]+| \d+| \(\d+\)")


def sync_folder(path: Path) -> str | None:
    """The name of the program that synchronises the file's folder, or None."""
    for folder in Path(os.path.realpath(path)).parents:
        by_mark = _first(_FILES, _names_in(folder))
        if by_mark is None and (folder / ".dropbox").is_file():  # in a home it is a folder
            by_mark = "Dropbox"
        found = by_mark or _first(_NAMES, [folder.name])
        if found is not None:
            return found
    return None


def _names_in(folder: Path) -> list[str]:
    try:
        return [found.name for found in folder.iterdir() if found.name.startswith(".")]
    except OSError:
        return []


def _first(marks: tuple[tuple[str, re.Pattern[str]], ...], names: list[str]) -> str | None:
    return next(
        (program for program, mark in marks if any(mark.fullmatch(name) for name in names)), None
    )


def conflicted_copies(path: Path) -> list[Path]:
    """Files beside `path` that a synchronising program made of it when two machines saved.

    Whatever could as well be a person's own copy counts only in a
    synchronised folder and if it is a network file.
    """
    path = Path(os.path.realpath(path))
    synced = sync_folder(path) is not None
    try:
        beside = sorted(path.parent.iterdir())
    except OSError:
        return []
    found = []
    for other in beside:
        if other == path or other.suffix != path.suffix or not other.name.startswith(path.stem):
            continue
        rest = other.stem[len(path.stem) :]
        if _COPY.fullmatch(rest) or (synced and _MAYBE.fullmatch(rest) and _is_ours(other)):
            found.append(other)
    return found


def _is_ours(path: Path) -> bool:
    try:
        return head_of(files.read_start(path, HEAD_SIZE)) is not None
    except OSError:
        return False


def open_to_all(path: Path) -> bool:
    """True if everybody on this machine can get to the file's folder and list it."""
    folders = list(Path(os.path.realpath(path)).parents)
    try:
        if not folders[0].stat().st_mode & stat.S_IROTH:
            return False
        return all(folder.stat().st_mode & stat.S_IXOTH for folder in folders)
    except OSError:
        return False
