"""Keys of one's own, by the id of an action; quit, help and the palette are never lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from textual.keys import Keys

from kooperation_tui.i18n import N_
from kooperation_tui.settings import Problem
from kooperation_tui.tui.action import EVERYWHERE, Action
from kooperation_tui.tui.actions import ACTIONS, AREAS

SAFE: Final = ("app.leave", "app.help", "app.palette")
"""These keep their first key whatever the configuration says."""
_NAMES: Final = frozenset(key.value for key in Keys) | {"space", "enter", "tab", "escape"}
_MODIFIED: Final = re.compile(r"((ctrl|shift|alt|super)\+)*(.+)")


@dataclass(frozen=True)
class Keymap:
    """Keys by action id, and what was wrong in the configuration."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = ()

    def of(self, action: Action) -> Action:
        """The action with the keys that it has here."""
        keys = self.keys.get(action.id)
        return action if keys is None else replace(action, keys=keys, shown="")

    def for_textual(self) -> dict[str, str]:
        """As `App.set_keymap` wants it."""
        return {identity: ",".join(keys) for identity, keys in self.keys.items()}


def read_keymap(wanted: Mapping[str, str]) -> Keymap:
    """Take over what fits; everything else is a problem and changes nothing."""
    known = {action.id: action for action in ACTIONS}
    kept: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for identity, text in wanted.items():
        action = known.get(identity)
        keys = tuple(key.strip() for key in text.split(",") if key.strip())
        if action is None:
            problems.append(_problem(N_("keymap.{action}: there is no such action"), identity))
            continue
        wrong = next((key for key in keys if not _is_key(key)), None)
        if wrong is not None or not keys:
            message = N_("keymap.{action}: “{key}” is no key")
            problems.append(_problem(message, identity, wrong or text))
            continue
        taken = next((key for key in keys if _is_taken(key, action, known, kept)), None)
        if taken is not None:
            message = N_("keymap.{action}: {key} does something else already")
            problems.append(_problem(message, identity, taken))
            continue
        kept[identity] = (*keys, *_safe_keys(action, keys))
    return Keymap(kept, tuple(problems))


def _problem(message: str, action: str, key: str = "") -> Problem:
    return Problem(message=message, args={"action": action, "key": key})


def _is_key(key: str) -> bool:
    found = _MODIFIED.fullmatch(key)
    if found is None:
        return False
    last = found[3]
    return len(last) == 1 or key in _NAMES or last in _NAMES


def _safe_keys(action: Action, keys: tuple[str, ...]) -> tuple[str, ...]:
    first = action.keys[:1] if action.id in SAFE else ()
    return tuple(key for key in first if key not in keys)


def _is_taken(
    key: str, action: Action, known: Mapping[str, Action], kept: Mapping[str, tuple[str, ...]]
) -> bool:
    """Whether a key belongs to an area, or to another action of the same place."""
    if key in {area.key for area in AREAS}:
        return True
    for other in known.values():
        same = EVERYWHERE in (other.area, action.area) or other.area == action.area
        if other.id == action.id or not same:
            continue
        keys = kept.get(other.id, other.keys)
        if other.id in SAFE:
            keys = (*keys, *other.keys[:1])
        if key in keys:
            return True
    return False
