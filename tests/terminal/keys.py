"""The bytes that an xterm sends for a key, by the names that Textual gives to keys."""

from __future__ import annotations

_PLAIN = {
    "enter": b"\r",
    "esc": b"\x1b",
    "escape": b"\x1b",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "backspace": b"\x7f",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "ctrl+space": b"\x00",
}
_LETTERED = {  # CSI letter, or CSI 1 ; modifiers letter
    "up": "A",
    "down": "B",
    "right": "C",
    "left": "D",
    "home": "H",
    "end": "F",
    "f1": "P",
    "f2": "Q",
    "f3": "R",
    "f4": "S",
}
_NUMBERED = {  # CSI number ~, or CSI number ; modifiers ~
    "insert": 2,
    "delete": 3,
    "pageup": 5,
    "pagedown": 6,
    "f5": 15,
    "f6": 17,
    "f7": 18,
    "f8": 19,
    "f9": 20,
    "f10": 21,
    "f11": 23,
    "f12": 24,
}
_MODIFIERS = {"shift": 1, "alt": 2, "ctrl": 4}
_TWO_KEYS = frozenset("=!?/>;:_\"§$%&()'*°@~\\|[]{}€")


def strokes(text: str) -> int:
    """How many keys a German keyboard needs for a text; Shift and AltGr are keys as well."""
    return sum(2 if letter in _TWO_KEYS or letter.isupper() else 1 for letter in text)


def key_bytes(name: str) -> bytes:
    """The bytes for a key such as "f5", "ctrl+q", "shift+up", "alt+x" or "ä".

    Raises:
        ValueError: A terminal without the keyboard protocol of kitty cannot send such a key.
    """
    if name in _PLAIN:
        return _PLAIN[name]
    if len(name) == 1:
        return name.encode()
    *modifiers, key = name.split("+")
    if all(modifier in _MODIFIERS for modifier in modifiers):
        code = 1 + sum(_MODIFIERS[modifier] for modifier in set(modifiers))
        if key in _LETTERED:
            start = "" if code == 1 else f"1;{code}"
            return f"\x1b[{start}{_LETTERED[key]}".encode()
        if key in _NUMBERED:
            suffix = "" if code == 1 else f";{code}"
            return f"\x1b[{_NUMBERED[key]}{suffix}~".encode()
        if modifiers == ["ctrl"] and len(key) == 1 and "@" <= key.upper() <= "_":
            return bytes([ord(key.upper()) & 0x1F])
        if modifiers == ["alt"]:
            return b"\x1b" + key_bytes(key)
    raise ValueError(f"no terminal sends the key {name!r}")
