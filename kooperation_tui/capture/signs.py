"""Lines that begin with a sign and cannot be recorded: nothing, or a note too early, follows."""

from __future__ import annotations

from kooperation_tui.capture.context import Context
from kooperation_tui.capture.reading import Reading
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.state import Phase

_ATTENDANCE = ("+", "-", "−", "–", "~")


def sign_alone(line: str, context: Context) -> Reading | None:
    """None for every other line; in foreign logs a dash alone is text.

    Raises:
        Refused: what is written behind the sign.
    """
    if context.imported:
        return None
    if line in _ATTENDANCE:
        raise Refused(
            "Write who it is behind the “{sign}”: “{sign}CODE”; “\\{sign}” makes it text.",
            sign=line,
        )
    if line == "/":
        raise Refused("Write a word behind the “/”; F1 shows all words. “\\/” makes it text.")
    return None


def need_begun(sign: str, text: str, context: Context) -> None:
    """Before the start a line with a partner's code is no note: what its rest is taken for.

    Args:
        sign: `+`, `-` or `~`.
        text: what stands behind it and is not attendance.

    Raises:
        Refused: a partner's code stands first, and the meeting has not begun.
    """
    code, rest = (*text.split(maxsplit=1), "")[:2]
    known = context.names.code(code)
    if context.state.phase is not Phase.PLANNED or known is None or not rest:
        return
    if sign != "+":
        raise Refused(
            "“{rest}” was not understood: write “{sign}{code}” alone. Notes begin with the "
            "meeting, /start.",
            rest=rest,
            sign=sign,
            code=known.code,
        )
    raise Refused(
        "“{rest}” was not understood: write “+{code}”, or “+{code} FIRST LAST” with the full name "
        "of who comes. Notes begin with the meeting, /start.",
        rest=rest,
        code=known.code,
    )
