"""The family of errors that people may see.

The first argument is a message id: an English sentence with named places. The
faces translate it and fill the places in; the domain never builds a sentence.
"""

from __future__ import annotations

from typing import ClassVar


class KooperationError(Exception):
    """Something a person can act on, said in one sentence.

    Args:
        message: message id, an English sentence with ``{named}`` places.
        **args: values for the places; dates, times and tuples are written in
            the reader's language by the face that shows the sentence.
    """

    exit_status: ClassVar[int] = 1

    def __init__(self, message: str, **args: object) -> None:
        super().__init__(message)
        self.message = message
        self.args_by_name = args

    def __str__(self) -> str:
        """The English sentence, for logs and tests."""
        return self.message.format(**self.args_by_name)


class Refused(KooperationError):
    """A rule says no; nothing was changed."""


class Wrong(KooperationError):
    """The command was used wrongly (exit status 2)."""

    exit_status: ClassVar[int] = 2


def M_(message: str) -> str:
    """Marks a message id for the catalogue."""
    return message
