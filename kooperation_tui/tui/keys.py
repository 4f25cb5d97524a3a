"""Names of keys as people read them on their keyboard."""

from __future__ import annotations

from kooperation_tui.i18n import Translator


def key_name(key: str, tr: Translator) -> str:
    """`ctrl+p` -> Strg+P, `shift+up` -> Umsch+↑, `space` -> Leertaste."""
    *modifiers, last = key.split("+")
    return "+".join([*(_modifier(m, tr) for m in modifiers), _last(last, bool(modifiers), tr)])


def slash(what: str, tr: Translator) -> str:
    """`/weiter` or `/next`: the word of a slash line in the reader's language."""
    from kooperation_tui.capture.words import SLASH

    return f"/{SLASH[what][0 if tr.lang == 'en' else -1]}"


def _modifier(name: str, tr: Translator) -> str:
    match name:
        case "ctrl":
            return tr.p("key", "Ctrl")
        case "shift":
            return tr.p("key", "Shift")
        case _:
            return name.title()


def _last(name: str, modified: bool, tr: Translator) -> str:
    match name:
        case "up":
            return "↑"
        case "down":
            return "↓"
        case "updown":
            return "↑↓"
        case "space":
            return tr.p("key", "Space")
        case "delete":
            return tr.p("key", "Del")
        case "escape":
            return tr.p("key", "Esc")
        case "enter":
            return tr.p("key", "Enter")
        case "tab":
            return tr.p("key", "Tab")
    if name.startswith("f") and name[1:].isdigit():
        return name.upper()
    return name.upper() if modified else name
