"""What happens when the program itself fails: say where the report lies, show no words."""

from __future__ import annotations

import datetime as dt
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from kooperation_tui.i18n import translator

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


def guarded(app: KooperationApp) -> int:
    """Run the app and answer with its exit status; an error of ours becomes a report."""
    status = app.run()
    if app.unexpected is None:
        return status if status is not None else (app.return_code or 0)
    tr = translator(app.lang)
    path = write_report(app.unexpected, log_file())
    print(tr.t("An error in the program ended it. Everything saved is safe."), file=sys.stderr)
    if path is None:
        print(tr.t("No report could be written."), file=sys.stderr)
    else:
        print(tr.t("The report for the developers lies in {path}", path=str(path)), file=sys.stderr)
    return 1


def log_file() -> Path:
    """Where reports are kept."""
    from platformdirs import user_state_path

    return user_state_path("kooperation") / "crash.log"


def write_report(error: BaseException, path: Path) -> Path | None:
    """Append the places an error went through; no values, no message, no source lines.

    Returns:
        The file, or None if it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(
                f"{dt.datetime.now(dt.UTC).isoformat(timespec='seconds')}\n{places(error)}\n"
            )
        path.chmod(0o600)
    except OSError:
        return None
    return path


def places(error: BaseException) -> str:
    """The error's type and where it came from. Its text may hold a meeting's words."""
    rows = []
    for frame in traceback.extract_tb(error.__traceback__):
        rows.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
    cause = error.__cause__ or error.__context__ or _inside(error)
    tail = f"\nafter\n{places(cause)}" if cause is not None else ""
    return "\n".join([type(error).__name__, *rows]) + tail


def _inside(error: BaseException) -> BaseException | None:
    """What went wrong in a worker; Textual wraps it."""
    from textual.worker import WorkerFailed

    return error.error if isinstance(error, WorkerFailed) else None
