"""What is measured: the application, or the bare programs in its place to check the measuring.

Every name of the application that the measurements know stands here and in `AppSeat`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from bench.probe import Program
from bench.seats import AppSeat, PlainSeat, Seat

HERE = Path(__file__).resolve().parent
COMMAND = str(Path(sys.executable).with_name("kooperation"))
READY = "F5"
TO_THE_LINE = ("f5",)
"""Keys from the first screen to the line of the minutes."""
EXPORT = ("export", "minutes", "last")
BARE_IMPORT = (sys.executable, "-c", "import tinydb, markdown_it")


@dataclass(frozen=True)
class Target:
    """A program to measure with one data file."""

    screen: Program
    typing: Program
    export: tuple[str, ...]
    seat: type[Seat]
    plain: bool
    env: dict[str, str] = field(default_factory=dict)


def application(file: Path, env: dict[str, str]) -> Target:
    """The application with a data file."""
    argv = (COMMAND, "-f", str(file))
    return Target(
        screen=Program(argv, READY, env=env),
        typing=Program(argv, READY, TO_THE_LINE, env=env),
        export=(*argv, *EXPORT),
        seat=AppSeat,
        plain=False,
        env=env,
    )


def bare(env: dict[str, str]) -> Target:
    """The bare programs: the baseline, and in place of the application for a trial run."""
    return Target(
        screen=Program((sys.executable, str(HERE / "bare_app.py")), env=env),
        typing=Program((sys.executable, str(HERE / "bare_textarea.py")), env=env),
        export=BARE_IMPORT,
        seat=PlainSeat,
        plain=True,
        env=env,
    )


def clean_environment(home: Path) -> dict[str, str]:
    """An empty home, so that nobody's settings are measured; the interface in English.

    Python keeps what it compiles, as on any machine of a user, whatever is set around us.
    """
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    return {
        "HOME": str(home),
        "LANGUAGE": "en",
        "PYTHONDONTWRITEBYTECODE": "",
        **{name: str(home / name.lower()) for name in names},
    }
