"""The entry point: one sentence for what a person can act on, a report for what we broke."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn

from kooperation_tui.i18n import LANGUAGES, Translator, detect_language, translator

if TYPE_CHECKING:
    from pathlib import Path

    from kooperation_tui.settings import Config

INTERRUPTED = 130
_WITH_VALUE = ("-f", "--file", "--seat")


def main() -> NoReturn:
    """The ``kooperation`` command."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a sign gets another one, never a traceback.
        getattr(stream, "reconfigure", _nothing)(errors="replace")
    status = run(sys.argv[1:], os.environ)
    _close_quietly()
    sys.exit(status)


def run(argv: Sequence[str], env: Mapping[str, str]) -> int:
    """One call of the command line.

    Returns:
        0 done, 1 refused or failed, 2 wrong usage, 130 interrupted.
    """
    from kooperation_tui import settings

    config = settings.load(settings.place())
    tr = translator(detect_language(env, wished_language(argv), config.language))
    if config.problems:
        _tell_config(tr, config, settings.place())
    import click

    from kooperation_tui.cli.output import sentence, warn
    from kooperation_tui.cli.root import build
    from kooperation_tui.cli.speech import speak
    from kooperation_tui.domain.errors import KooperationError

    speak(tr)
    try:
        status = build(tr, env).main(list(argv), prog_name="kooperation", standalone_mode=False)
    except KooperationError as error:
        warn(sentence(tr, error))
        return error.exit_status
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.Abort:
        warn("")
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (BrokenPipeError, SystemExit) as ended:
        return _status_of(ended)
    except Exception as error:
        return _report(tr, error)
    return status if isinstance(status, int) else 0


def wished_language(argv: Sequence[str]) -> str | None:
    """What ``--lang`` before the command says; needed before any help text is made."""
    rest = iter(argv)
    for word in rest:
        if word == "--lang":
            value = next(rest, "")
            return value if value in LANGUAGES else None
        if word.startswith("--lang="):
            value = word.removeprefix("--lang=")
            return value if value in LANGUAGES else None
        if word in _WITH_VALUE:
            next(rest, "")
        elif not word.startswith("-"):
            return None
    return None


def _tell_config(tr: Translator, config: Config, place: Path) -> None:
    from kooperation_tui.cli.output import warn

    said = [tr.t(problem.message, **problem.args) for problem in config.problems]
    warn(
        tr.t(
            "The configuration {path} is used without what is wrong in it: {problems}.",
            path=str(place),
            problems="; ".join(said),
        )
    )


def _status_of(ended: BaseException) -> int:
    """Where the reader of our output went away nothing is to be said."""
    code = ended.code if isinstance(ended, SystemExit) else 1
    return code if isinstance(code, int) else 0


def _report(tr: Translator, error: Exception) -> int:
    """Two sentences for the reader; the places an error went through for the developers."""
    from kooperation_tui.cli.output import warn
    from kooperation_tui.tui.crash import log_file, write_report

    path = write_report(error, log_file())
    warn(tr.t("An error in the program ended it. Everything saved is safe."))
    if path is None:
        warn(tr.t("No report could be written."))
    else:
        warn(tr.t("The report for the developers lies in {path}", path=str(path)))
    return 1


def _nothing(**_: object) -> None:
    """For a stream that has no encoding."""


def _close_quietly() -> None:
    """Flush while it can still be said quietly that nobody reads any more."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
