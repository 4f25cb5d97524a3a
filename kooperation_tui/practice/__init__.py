"""The practice network: the invented Auental Education Network on the morning
of its third meeting in 2026. A room of its own, so that the command line and
the screens can both open it.
"""

from kooperation_tui.practice.auental import build

__all__ = ["build"]
