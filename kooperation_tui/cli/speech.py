"""click's own sentences in the language of the reader.

click asks gettext for the process's language, which is not the one chosen with
``--lang``, and it brings no German. This is the only place that reaches into its
modules; a test proves that German arrives.
"""

from __future__ import annotations

import sys
from typing import Any, Final

import click  # noqa: F401  (its modules must be there before they are given a language)

from kooperation_tui.i18n import N_, Translator


def n(singular: str, plural: str) -> tuple[str, str]:
    """Marks a message with its plural for the catalogue."""
    return singular, plural


MODULES: Final = ("core", "decorators", "exceptions", "formatting", "parser", "types")

MESSAGES: Final = (
    N_("Aborted!"),
    N_("Choose from:\n\t{choices}"),
    N_("Commands"),
    N_("Error: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Invalid value: {message}"),
    N_("Missing argument"),
    N_("Missing command."),
    N_("Missing option"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Options"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("Try '{command} {option}' for help."),
    N_("Usage:"),
    N_("default: {default}"),
    N_("required"),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    n("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    n("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    n(
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ),
    n("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""What click says to people who use this program, as its release in constraints.txt has it."""


class _Pattern(str):
    """A message whose places are filled by the translator, as click fills them by `format`."""

    tr: Translator
    forms: tuple[str, str, int] | None

    def format(self, *args: object, **kwargs: object) -> str:
        if args:
            return super().format(*args, **kwargs)
        if self.forms is not None:
            return self.tr.n(*self.forms, **kwargs)
        return self.tr.t(str(self), **kwargs)


def speak(tr: Translator) -> None:
    """Let click speak a language from here on."""

    def gettext(message: str) -> str:
        said = tr.t(message)
        return said if said != message else _pattern(message, None)

    def ngettext(singular: str, plural: str, count: int) -> str:
        return _pattern(singular if count == 1 else plural, (singular, plural, count))

    def _pattern(message: str, forms: tuple[str, str, int] | None) -> _Pattern:
        pattern = _Pattern(message)
        pattern.tr, pattern.forms = tr, forms
        return pattern

    for name in MODULES:
        module: Any = sys.modules[f"click.{name}"]
        if hasattr(module, "_"):
            module._ = gettext
        if hasattr(module, "ngettext"):
            module.ngettext = ngettext
