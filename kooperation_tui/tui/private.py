"""The one module that overrides what Textual calls private; a test holds each override.

Written for Textual 8.2: `App._fatal_error` prints a traceback with all local
variables, which would put the words of a meeting on the terminal.
"""

from __future__ import annotations

from textual.app import App


class QuietApp(App[int]):
    """An app that ends on an unexpected error without printing anything."""

    unexpected: Exception | None = None

    def _fatal_error(self) -> None:
        self.unexpected = self._exception
        self.keep_typed()
        self._close_messages_no_wait()

    def keep_typed(self) -> None:
        """Write down what was typed and not sent yet. Called before the app goes."""
