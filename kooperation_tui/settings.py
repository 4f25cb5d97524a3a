"""The configuration, a TOML file that nobody needs, and what was chosen on the screens.

Everything wrong in the configuration is said at once. What was chosen (language,
colours) is remembered in a file of the program's own; the configuration goes first.
"""

from __future__ import annotations

import contextlib
import json
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

    `keymap` maps the id of an action to its keys; `signs` is "" or "ascii".
    """

    language: str = ""
    theme: str = ""
    signs: str = ""
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
            message=N_("“{key}” is unknown; possible are language, theme, signs and keymap"),
            args={"key": key},
        )
        for key in values
        if key not in ("language", "theme", "signs", "keymap")
    ]
    language = values.get("language", "")
    if language and language not in LANGUAGES:
        problems.append(Problem(message=N_('language must be "de" or "en"')))
        language = ""
    theme = values.get("theme", "")
    if not isinstance(theme, str):
        problems.append(Problem(message=N_("theme must be the name of a theme in quotation marks")))
        theme = ""
    signs = values.get("signs", "")
    if signs not in ("", "ascii"):
        problems.append(Problem(message=N_('signs must be "ascii" or left out')))
        signs = ""
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
    return Config(
        language=language, theme=theme, signs=signs, keymap=kept, problems=tuple(problems)
    )


class Choices:
    """What was chosen on the screens, kept from one start to the next.

    Args:
        path: the file; None remembers nothing.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path

    @classmethod
    def usual(cls) -> Choices:
        """In the program's own folder."""
        from platformdirs import user_state_path

        return cls(user_state_path("kooperation") / "choices.json")

    def get(self, name: str) -> str:
        """What was chosen, '' if nothing."""
        return self._all().get(name, "")

    def keep(self, name: str, value: str) -> None:
        """Remember a choice. A folder that cannot be written is no reason to stop."""
        if self._path is None or self.get(name) == value:
            return
        temporary = self._path.with_name(f".{self._path.name}.new")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(json.dumps({**self._all(), name: value}), encoding="ascii")
            temporary.replace(self._path)

    def _all(self) -> dict[str, str]:
        if self._path is None:
            return {}
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # nothing chosen yet, or cut short
            return {}
        if not isinstance(found, dict):
            return {}
        return {k: v for k, v in found.items() if isinstance(k, str) and isinstance(v, str)}
