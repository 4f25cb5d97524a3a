"""Both languages, complete: help texts, click's own sentences, refusals."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from kooperation_tui.cli import speech
from kooperation_tui.cli.root import build
from kooperation_tui.i18n import translator
from tests.cli.conftest import Cli

ENGLISH = ("Usage:", "Options:", "Commands:", "Show this message", "[default", "COMMAND")


def commands(group: click.Group, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*words, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*words, name))


ALL = [(), *commands(build(translator("en"), {}))]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_help_is_german_or_english(cli: Cli, words: tuple[str, ...]) -> None:
    german = cli.ok("--lang", "de", *words, "--help").out
    english = cli.ok("--lang", "en", *words, "--help").out
    assert german.startswith("Aufruf: kooperation") and "Diese Hilfe zeigen" in german
    assert english.startswith("Usage: kooperation") and "Show this message and exit" in english
    assert not [text for text in ENGLISH if text in german]


def test_every_text_of_the_tree_is_translated() -> None:
    """Each help text differs between the languages."""
    german, english = (build(translator(lang), {}) for lang in ("de", "en"))
    for words in ALL[1:]:
        one, other = _find(german, words), _find(english, words)
        assert one.help and other.help and one.help != other.help, words
        for left, right in zip(one.params, other.params, strict=True):
            if isinstance(left, click.Option) and isinstance(right, click.Option):
                assert left.help and left.help != right.help, (words, left.name)


def _find(group: click.Group, words: tuple[str, ...]) -> click.Command:
    command: click.Command | None = group
    for word in words:
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), word)
    assert command is not None
    return command


@pytest.mark.parametrize(
    ("variables", "start"),
    [
        ({"LANG": "de_AT.UTF-8"}, "Aufruf:"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "Usage:"),
        ({"LANG": "C"}, "Usage:"),
        ({"LANG": "fr_FR.UTF-8"}, "Usage:"),
    ],
)
def test_the_locale_decides(cli: Cli, variables: dict[str, str], start: str) -> None:
    assert cli.ok("list", "--help", **variables).out.startswith(start)


def test_the_option_comes_before_the_configuration_before_the_locale(cli: Cli) -> None:
    place = cli.home / "config" / "kooperation" / "config.toml"
    place.parent.mkdir(parents=True)
    place.write_text('language = "de"\n')
    assert cli.ok("--help").out.startswith("Aufruf:")
    assert cli.ok("--lang=en", "--help").out.startswith("Usage:")
    assert cli.ok("-f", "x", "--lang", "en", "--help").out.startswith("Usage:")


@pytest.mark.parametrize(
    ("args", "german"),
    [
        (("lisst",), "Es gibt keinen Befehl 'lisst'."),
        (("list",), "Es fehlt die Angabe 'WAS'."),
        (("list", "agenda", "--bla"), "Es gibt keine Option '--bla'."),
        (("list", "x"), "'x' ist keines von"),
        (("new", "x"), "Es fehlt die Option '--name'."),
        (("list", "agenda", "x"), "Eine Angabe ist zu viel (x)"),
        (("list", "agenda", "--meeting"), "Die Option '--meeting' braucht einen Wert."),
        (("--lang", "fr"), "Falscher Wert für '--lang'"),
        (("add", "item", "1", "x", "--minutes", "viel"), "keine passende Zahl"),
    ],
)
def test_wrong_usage_is_said_in_german_with_status_2(
    cli: Cli, args: tuple[str, ...], german: str
) -> None:
    said = cli.refused(*args, code=2, LANG="de_DE.UTF-8")
    assert german in said and "Fehler: " in said


def test_refusals_speak_the_language_too(network: Cli) -> None:
    said = network.refused("--lang", "de", "list", "agenda", "--meeting", "2030-1")
    assert said == (
        "Ein Treffen „2030-1“ gibt es nicht; „kooperation list meetings“ zeigt die Nummern.\n"
    )


def test_click_is_asked_for_every_message_that_is_translated() -> None:
    """A message that click has renamed would come out in English without a word."""
    import inspect
    import sys

    sources = "".join(inspect.getsource(sys.modules[f"click.{name}"]) for name in speech.MODULES)
    told = sources.replace('"\n', "").replace('" "', "")
    for message in speech.MESSAGES:
        text = message if isinstance(message, str) else message[0]
        first = text.split("\n")[0].split("{")[0].strip(" '(") or text.split("}")[-1].strip()
        assert first in told, text
