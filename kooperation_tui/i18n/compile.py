"""From a gettext ``.po`` text to the bytes of its ``.mo``; the standard library is enough.

The build hook loads this file by its path, so it imports nothing of the package.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from typing import Final

_MAGIC: Final = 0x950412DE
_HEADER_SIZE: Final = 7 * 4
_CONTEXT: Final = "\x04"
_PLURAL: Final = "\0"
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_ESCAPED: Final = re.compile(r"\\(.)")
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r"}


def compile_po(text: str) -> bytes:
    """The ``.mo`` file for the text of a ``.po`` file.

    Fuzzy, obsolete and empty translations are left out, as msgfmt does; a header marked
    fuzzy counts all the same, for it names the character set and the plural rule.
    Raises ValueError with the line number for a line that is no ``.po`` syntax.
    """
    catalogue: dict[bytes, bytes] = {}
    for entry, fuzzy in _entries(text):
        key = entry.get("msgid", "")
        if "msgid_plural" in entry:
            key += _PLURAL + entry["msgid_plural"]
        if "msgctxt" in entry:
            key = entry["msgctxt"] + _CONTEXT + key
        forms = [entry[field] for field in sorted(entry) if field.startswith("msgstr")]
        if (key and fuzzy) or not any(forms):
            continue
        catalogue[key.encode()] = _PLURAL.join(forms).encode()
    return _pack(catalogue)


def _entries(text: str) -> Iterator[tuple[dict[str, str], bool]]:
    """Each entry as {field: text} with its fuzzy mark; comments and obsolete lines are skipped."""
    entry: dict[str, str] = {}
    fuzzy = marked = False
    field = ""
    # Only "\n" ends a line: str.splitlines would also cut at U+2028 and its like.
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = raw.strip()
        if not line:
            continue
        if line.startswith("#"):
            marked = marked or (line.startswith("#,") and "fuzzy" in line)
            continue
        if not line.startswith('"'):
            field, _, line = line.partition(" ")
            if field == "msgctxt" or (field == "msgid" and "msgid" in entry):
                if "msgid" in entry:
                    yield entry, fuzzy
                entry = {}
            if not entry:
                fuzzy, marked = marked, False
            entry[field] = ""
        try:
            entry[field] += _unquote(line.strip())
        except (KeyError, ValueError) as error:
            raise ValueError(f"line {number}: {raw!r} is no .po syntax") from error
    if "msgid" in entry:
        yield entry, fuzzy


def _unquote(token: str) -> str:
    if not _QUOTED.fullmatch(token):
        raise ValueError(token)
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), token[1:-1])


def _pack(catalogue: Mapping[bytes, bytes]) -> bytes:
    """The GNU .mo layout: header, table of keys, table of values, keys, values."""
    keys = sorted(catalogue)
    values = [catalogue[key] for key in keys]
    count = len(keys)
    offset = _HEADER_SIZE + 16 * count
    tables = b""
    blob = b""
    for item in [*keys, *values]:
        tables += struct.pack("<2I", len(item), offset + len(blob))
        blob += item + b"\0"
    header = struct.pack("<7I", _MAGIC, 0, count, _HEADER_SIZE, _HEADER_SIZE + 8 * count, 0, offset)
    return header + tables + blob
