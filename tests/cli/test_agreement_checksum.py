"""The checksum of the model agreement: the same on every machine, and no other way to it (I-13)."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from pathlib import Path

import pytest

from kooperation_tui.domain.model import BLOCKS
from tests.cli.conftest import Cli
from tests.cli.test_agreement_life import adopted, rows, sign_all
from tests.cli.test_model_case import AGREEMENT, MODEL, Shell, blocks

CHECKSUMS = {
    "de": "f8fc1d573a356ca77c32bb9a5dd363fdd0bd376d78c56cd17c17aeed17a3a110",
    "en": "827d5fffc8d7960b518c3bf078174618372eb8b60bf1eb0ae495fe291b8d632b",
}
"""Of version 2.0 of the model agreement; a change of it changes what people have signed."""
TYPED = "878d635359e9c7a161001b2ba370463b79524b9f94500bbec99bcc2a3ab6d1dd"
"""Of the sentences of the last test."""
LOCALES = ("C", "tr_TR.UTF-8", "de_DE.ISO-8859-1", "POSIX")
NOW = "2026-12-12T09:00:00+01:00"


@pytest.fixture
def shell(cli: Cli) -> Shell:
    return Shell(cli)


def checksum(shell: Shell) -> str:
    return next(str(v["sha256"]) for v in rows(shell, "versions") if v["number"] == "2.0")


def text_of(cli: Cli, **env: str) -> str:
    """What the checksum is made of, worked out by a process of its own."""
    file = str(cli.home / "net.json")
    done = cli.process("-f", file, "version", "text", "--number", "2.0", KOOPERATION_NOW=NOW, **env)
    assert done.returncode == 0, done.stderr
    return done.stdout


def by_hand(language: str) -> str:
    """The checksum of the model document, from its words alone."""
    model = blocks((MODEL / AGREEMENT[language]).read_text("utf-8"))
    parts = []
    for key, text in zip(BLOCKS, model.values(), strict=True):
        lines = [line.rstrip() for line in unicodedata.normalize("NFC", text).split("\n")]
        parts.append("\n".join([f"{key} {len(lines)}", *lines, ""]))
    return hashlib.sha256("".join(parts).encode()).hexdigest()


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_checksum_is_the_same_everywhere(
    shell: Shell, cli: Cli, language: str, tmp_path: Path
) -> None:
    adopted(shell, language)
    expected = CHECKSUMS[language]
    assert checksum(shell) == by_hand(language) == expected
    for locale in LOCALES:
        text = text_of(cli, LC_ALL=locale, LANG=locale)
        assert hashlib.sha256(text.encode()).hexdigest() == expected, locale
    for form in ("md", "html"):
        shell.run("export", "agreement", "--format", form, "-o", str(tmp_path / f"v.{form}"))
        assert expected in (tmp_path / f"v.{form}").read_text("utf-8")
    assert hashlib.sha256(text_of(cli).encode()).hexdigest() == expected


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_round_through_the_file_changes_nothing(
    shell: Shell, cli: Cli, language: str, tmp_path: Path
) -> None:
    adopted(shell, language)
    sign_all(shell, language)
    shell.at(NOW)
    before = shell.run("export", "agreement")
    file = cli.home / "net.json"
    for ascii_only, indent in ((True, None), (False, 1)):
        tables = json.loads(file.read_text("utf-8"))
        file.write_text(json.dumps(tables, ensure_ascii=ascii_only, indent=indent), "utf-8")
        assert hashlib.sha256(text_of(cli).encode()).hexdigest() == CHECKSUMS[language]
    assert shell.run("export", "agreement") == before
    shell.run("backup")
    copy = tmp_path / "copy.json"
    copy.write_bytes(file.read_bytes())
    assert cli("-f", str(copy), "export", "agreement", KOOPERATION_NOW=NOW).out == before
    assert "checksum" not in cli("-f", str(copy), "check", KOOPERATION_NOW=NOW).out


@pytest.mark.parametrize("locale", LOCALES)
def test_the_same_words_get_the_same_checksum_under_any_locale(cli: Cli, locale: str) -> None:
    """Typed and proposed under the locale; composed or decomposed, with LF or CRLF."""
    text = "Straße, Übung, İstanbul:\n- erstens \n- zweitens"
    apart = unicodedata.normalize("NFD", text).replace("\n", "\r\n") + "  \r\n"
    found = set()
    for name, typed in (("a", text), ("b", apart)):
        file = cli.home / f"{name}.json"
        cli.ok("new", str(file), "--name", "Netz")
        for number in "23456789":
            cli.ok("-f", str(file), "point", number, "--text", f"Satz {number}.")
        cli.ok("-f", str(file), "version", "new")
        for call in (("point", "1", "--text", typed), ("version", "propose")):
            done = cli.process("-f", str(file), *call, LC_ALL=locale, LANG=locale)
            assert done.returncode == 0, done.stderr
        found.add(cli.ok("-f", str(file), "list", "versions", "--json").json[0]["sha256"])
    assert found == {TYPED}
