"""Keeps the German catalogue in step with the messages in the code.

python tools/catalogues.py update      messages of the code into the catalogue, old ones out
python tools/catalogues.py check       exit 1 and a list if anything is missing or wrong
python tools/catalogues.py missing     what has no translation, as JSON to fill in
python tools/catalogues.py fill FILE   put the translations of such a JSON file in place

The JSON maps message to translation; with a context the key is "context\\u0004message",
for a plural the key is the singular and the value a list of two. Several people may use
this at the same time: every change is made under a lock.
"""

from __future__ import annotations

import ast
import fcntl
import io
import json
import os
import string
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCES: Final = ROOT / "kooperation_tui"
CATALOGUE: Final = SOURCES / "i18n/locale/de/LC_MESSAGES/kooperation.po"

FIRST_ARGUMENT: Final = frozenset(
    [
        *("t", "_", "N_", "M_", "gap"),
        *("KooperationError", "Refused", "Wrong", "Damaged", "Busy", "Unreadable"),
        *(
            "NotOurs",
            "Newer",
            "Unwritable",
            "Missing",
            "Vanished",
            "Exists",
            "Unsure",
            "Unstorable",
        ),
        *("Finding",),
    ]
)
"""Functions and classes whose first argument is a message."""
PLURAL: Final = "n"
"""n(singular, plural, count)"""
CONTEXT: Final = frozenset({"p", "pgettext"})
"""p(context, message)"""

FREE_PLACES: Final = {"date pattern": {"day", "month", "month_name", "month_short", "year"}}
"""Contexts whose translation may choose other places than the message, and which."""

SEPARATOR: Final = "\x04"

# No dates and no names in the header: two people who update get the same bytes.
HEADER: Final = r"""# German messages of Kooperation. Kept by tools/catalogues.py.
msgid ""
msgstr ""
"Project-Id-Version: kooperation-tui\n"
"Language: de\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


@dataclass(frozen=True, order=True)
class Key:
    """What tells one message of a catalogue from another."""

    message: str
    context: str = ""

    def __str__(self) -> str:
        return f"{self.context}{SEPARATOR}{self.message}" if self.context else self.message

    @classmethod
    def parse(cls, text: str) -> Key:
        context, separator, message = text.rpartition(SEPARATOR)
        return cls(message, context) if separator else cls(text)


Messages = Mapping[Key, str | None]
"""Each message with its plural, if it has one."""


# Reading the code


def extract(sources: Path = SOURCES) -> dict[Key, str | None]:
    """All messages in the Python files of a folder."""
    found: dict[Key, str | None] = {}
    for path in sorted(sources.rglob("*.py")):
        for key, plural in messages_of(path.read_text(encoding="utf-8"), str(path)):
            found[key] = plural or found.get(key)
    return found


def messages_of(code: str, name: str = "<code>") -> Iterator[tuple[Key, str | None]]:
    """The messages in one module; both branches where one is chosen by a condition."""
    for node in ast.walk(ast.parse(code, name)):
        if not isinstance(node, ast.Call):
            continue
        called = _called(node.func)
        args = [list(_literals(arg)) for arg in node.args]
        if called in FIRST_ARGUMENT and args:
            yield from ((Key(message), None) for message in args[0])
        elif called == PLURAL and len(args) > 1:
            yield from ((Key(one), many) for one, many in zip(args[0], args[1], strict=False))
        elif called in CONTEXT and len(args) > 1:
            yield from ((Key(message, place), None) for place in args[0] for message in args[1])


def _called(func: ast.expr) -> str:
    if isinstance(func, ast.Name):
        return func.id
    return func.attr if isinstance(func, ast.Attribute) else ""


def _literals(arg: ast.expr) -> Iterator[str]:
    if isinstance(arg, ast.Constant) and isinstance(arg.value, str) and arg.value:
        yield arg.value
    elif isinstance(arg, ast.IfExp):
        yield from _literals(arg.body)
        yield from _literals(arg.orelse)


# The catalogue


def load(path: Path = CATALOGUE) -> Catalog:
    """The catalogue in a file; an empty one if there is no file."""
    if not path.exists():
        return Catalog(locale="de")
    with path.open("rb") as file:
        return read_po(file, locale="de", abort_invalid=True)


def save(catalogue: Catalog, path: Path = CATALOGUE) -> None:
    """Write a catalogue in a fixed order, one message a line, whole or not at all."""
    body = io.BytesIO()
    write_po(body, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    content = (HEADER + body.getvalue().decode().strip() + "\n").encode()
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(content)
    temporary.replace(path)


def merge(messages: Messages, old: Catalog) -> Catalog:
    """A catalogue of exactly these messages, with the translations that the old one has."""
    new = Catalog(locale="de")
    for key, plural in messages.items():
        known = old.get(key.message, key.context or None)
        forms = _forms(known) if known else []
        flags = {"fuzzy"} if known and known.fuzzy else set()
        if plural is None:
            _add(new, key, plural, forms[:1], flags)
        else:
            _add(new, key, plural, forms, flags)
    return new


def fill(catalogue: Catalog, messages: Messages, entries: Mapping[str, object]) -> list[str]:
    """Put translations into a catalogue; what doesn't fit is left out and said in words."""
    problems: list[str] = []
    for text, value in entries.items():
        key = Key.parse(text)
        forms = [value] if isinstance(value, str) else value
        if key not in messages:
            problems.append(f"not in the code: {_show(key)}")
        elif not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
            problems.append(f"neither text nor list of texts: {_show(key)}")
        elif any(forms):
            plural = messages[key]
            wrong = _wrong_forms(key, plural, forms)
            problems += wrong
            if not wrong:
                catalogue.delete(key.message, key.context or None)
                _add(catalogue, key, plural, forms, set())
    return problems


def check(messages: Messages, catalogue: Catalog) -> list[str]:
    """What is missing or wrong in a catalogue, one sentence each."""
    problems: list[str] = []
    entries = {_key(message): message for message in catalogue if message.id}
    for key, plural in sorted(messages.items(), key=lambda item: item[0]):
        entry = entries.get(key)
        if entry is None or not all(_forms(entry)):
            problems.append(f"not translated: {_show(key)}")
        elif entry.fuzzy:
            problems.append(f"fuzzy: {_show(key)}")
        else:
            problems += _wrong_forms(key, plural, _forms(entry))
    gone = {*entries, *map(_key, catalogue.obsolete.values())} - set(messages)
    problems += [f"obsolete: {_show(key)}" for key in sorted(gone)]
    return problems


def missing(messages: Messages, catalogue: Catalog) -> dict[str, str | list[str]]:
    """The messages without a translation, in the shape that fill takes."""
    entries = {_key(message): message for message in catalogue if message.id}
    return {
        str(key): "" if plural is None else ["", ""]
        for key, plural in sorted(messages.items(), key=lambda item: item[0])
        if key not in entries or not all(_forms(entries[key])) or entries[key].fuzzy
    }


def _add(
    catalogue: Catalog, key: Key, plural: str | None, forms: list[str], flags: Iterable[str]
) -> None:
    context = key.context or None
    if plural is None:
        catalogue.add(key.message, "".join(forms), context=context, flags=flags)
    else:
        both = (*forms, "", "")[:2]
        catalogue.add((key.message, plural), both, context=context, flags=flags)


def _key(message: Message) -> Key:
    singular = message.id if isinstance(message.id, str) else message.id[0]
    return Key(singular, message.context or "")


def _forms(message: Message) -> list[str]:
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return forms if message.pluralizable else forms[:1]


def _wrong_forms(key: Key, plural: str | None, forms: list[str]) -> list[str]:
    if len(forms) != (1 if plural is None else 2) or not all(forms):
        return [f"wrong number of forms: {_show(key)}"]
    originals = [key.message] if plural is None else [key.message, plural]
    return [
        f"other places in {form!r}: {_show(key)}"
        for original, form in zip(originals, forms, strict=True)
        if not _same_places(key.context, original, form, plural is not None)
    ]


def _same_places(context: str, original: str, translation: str, counted: bool) -> bool:
    expected, found = _places(original), _places(translation)
    if expected is None or found is None:  # braces that are no places: then as they stand
        return expected is found
    if context in FREE_PLACES:
        return found <= FREE_PLACES[context]
    # "one item" and "{count} item" say the same.
    return expected == found or (counted and expected ^ found == {"count"})


def _places(pattern: str) -> set[str] | None:
    """Names of the places of a pattern; None if it cannot be read as one."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}
    except ValueError:
        return None


def _show(key: Key) -> str:
    return f"{key.message!r} ({key.context})" if key.context else repr(key.message)


# The commands


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One at a time; the lock is the folder itself, so no file is left behind."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _update() -> int:
    with _locked(CATALOGUE.parent):
        messages = extract()
        catalogue = merge(messages, load())
        save(catalogue)
    print(f"{len(messages)} messages, {len(missing(messages, catalogue))} without translation")
    return 0


def _check() -> int:
    problems = check(extract(), load())
    print("\n".join(problems) if problems else "The German catalogue is complete.")
    return 1 if problems else 0


def _missing() -> int:
    print(json.dumps(missing(extract(), load()), ensure_ascii=False, indent=2))
    return 0


def _fill(file: str) -> int:
    entries = json.loads(Path(file).read_text(encoding="utf-8"))
    if not isinstance(entries, dict):
        print("The file must hold one JSON object.", file=sys.stderr)
        return 2
    with _locked(CATALOGUE.parent):
        messages = extract()
        catalogue = merge(messages, load())
        problems = fill(catalogue, messages, entries)
        save(catalogue)
    print(f"{len(entries) - len(problems)} filled in", *problems, sep="\n")
    return 1 if problems else 0


def main(args: list[str]) -> int:
    try:
        return _run(args)
    except SyntaxError as error:
        print(f"Not Python, nothing changed: {error}", file=sys.stderr)
        return 2


def _run(args: list[str]) -> int:
    match args:
        case ["update"]:
            return _update()
        case ["check"]:
            return _check()
        case ["missing"]:
            return _missing()
        case ["fill", file]:
            return _fill(file)
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
