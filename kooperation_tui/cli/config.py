"""The configuration: a TOML file that nobody needs. Everything wrong in it is said at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kooperation_tui.i18n import LANGUAGES, N_


@dataclass(frozen=True)
class Problem:
    """Something wrong in the configuration: a message id and its places."""

    message: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Config:
    """What the file says; empty where it says nothing or something wrong.

    `keymap` maps the id of an action to its keys.
    """

    language: str = ""
    theme: str = ""
    keymap: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def place() -> Path:
    """Where the configuration lies, or would lie."""
    from platformdirs import user_config_path

    return user_config_path("kooperation") / "config.toml"


def load(path: Path) -> Config:
    """The configuration in a file; an empty one without a file."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError):
        return Config(problems=(Problem(message=N_("it cannot be read")),))
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = Problem(message=N_("it is no TOML: {reason}"), args={"reason": str(error)})
        return Config(problems=(problem,))
    return _checked(values)


def _checked(values: dict[str, Any]) -> Config:
    problems = [
        Problem(
            message=N_("“{key}” is unknown; possible are language, theme and keymap"),
            args={"key": key},
        )
        for key in values
        if key not in ("language", "theme", "keymap")
    ]
    language = values.get("language", "")
    if language and language not in LANGUAGES:
        problems.append(Problem(message=N_('language must be "de" or "en"')))
        language = ""
    theme = values.get("theme", "")
    if not isinstance(theme, str):
        problems.append(Problem(message=N_("theme must be the name of a theme in quotation marks")))
        theme = ""
    keymap = values.get("keymap", {})
    if not isinstance(keymap, dict):
        problems.append(Problem(message=N_("keymap must be a table of actions and their keys")))
        keymap = {}
    kept: dict[str, str] = {}
    for action, keys in keymap.items():
        if isinstance(keys, str):
            kept[action] = keys
        else:
            problems.append(
                Problem(
                    message=N_("keymap.{action} must be keys in quotation marks"),
                    args={"action": action},
                )
            )
    return Config(language=language, theme=theme, keymap=kept, problems=tuple(problems))
