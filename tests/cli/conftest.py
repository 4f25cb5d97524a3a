"""The command line inside a test: a home of its own, a fixed moment, captured streams."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kooperation_tui.cli import main

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "tests" / "model"
MORNING = "2026-10-14T08:50+02:00"
NOON = "2026-10-14T12:15+02:00"

PARTNERS = (
    ("BB", "Bildungsbüro des Landkreises Auental", "Miriam Castell", ""),
    ("VHS", "Volkshochschule Auental", "Jonas Reuter", "Claudia Rehm"),
    ("JC", "Jobcenter Auental", "Sabine Holtmann", "Jörg Pauli"),
    ("AA", "Agentur für Arbeit Auental", "Frank Ostermeier", "Lena Fiedler"),
    ("HWK", "Bildungszentrum der Handwerkskammer", "Tobias Kern", ""),
    ("IHK", "Industrie- und Handelskammer", "Katrin Brandl", ""),
    ("BK", "Berufskolleg Auental", "Ulrike Senger", "Ralf Thoma"),
    ("JBH", "Jugendberufshilfe Auental gGmbH", "Aylin Demir", "Deniz Arslan"),
    ("MBB", "Migrationsberatung Brücke e. V.", "Samuel Tekle", "Ewa Nowicka"),
    ("BTS", "Bildungsträger Süd GmbH", "Markus Wendt", "Ute Krahl"),
    ("BIB", "Stadtbibliothek Auenstadt", "Petra Vogt", "Anja Rühl"),
    ("MGH", "Mehrgenerationenhaus Lindenhof", "Rosa Lindner", "Tom Ebel"),
)


@dataclass
class Result:
    """What one call answered."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Cli:
    """`kooperation`, called in this process."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.file = home / "Netz Übung.json"
        self._patch = monkeypatch
        self.env = {
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "KOOPERATION_NOW": MORNING,
            **{
                f"XDG_{name}_HOME": str(home / name.lower())
                for name in ("CONFIG", "DATA", "STATE", "CACHE")
            },
        }
        for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "KOOPERATION_FILE"):
            monkeypatch.delenv(name, raising=False)
        for name, value in self.env.items():
            monkeypatch.setenv(name, value)

    def __call__(self, *args: str, stdin: str | bytes = "", **env: str) -> Result:
        raw = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = io.BytesIO(), io.BytesIO()
        with self._patch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8"))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8"))
            code = main.run(args, {**self.env, **env})
            sys.stdout.flush()
            sys.stderr.flush()
            return Result(code, out.getvalue().decode(), err.getvalue().decode())

    def ok(self, *args: str, stdin: str | bytes = "", **env: str) -> Result:
        """A call that has to work."""
        result = self(*args, stdin=stdin, **env)
        assert result.code == 0, result.err
        return result

    def refused(self, *args: str, code: int = 1, **env: str) -> str:
        """A call that has to be refused and leaves the file as it was; what was said."""
        before = self.file.read_bytes() if self.file.exists() else b""
        result = self(*args, **env)
        assert result.code == code, result
        assert (self.file.read_bytes() if self.file.exists() else b"") == before
        assert result.out == ""
        return result.err

    def process(self, *args: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        """The same as a real process."""
        return subprocess.run(
            [sys.executable, "-m", "kooperation_tui", *args],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            cwd=self.home,
            env=self.process_env(env),
            check=False,
        )

    def process_env(self, env: Mapping[str, str] | None = None) -> dict[str, str]:
        return {**self.env, "PYTHONPATH": str(ROOT), **(env or {})}


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A command line without any network."""
    monkeypatch.chdir(tmp_path)
    return Cli(tmp_path, monkeypatch)


@pytest.fixture
def network(cli: Cli) -> Cli:
    """A German network of twelve partners with one meeting of three items."""
    cli.ok("new", str(cli.file), "--name", "Bildungsnetz Auental", "--doc-lang", "de")
    sheet = "\n".join("\t".join(row) for row in PARTNERS)
    cli.ok("import", "partners", "-", "--yes", stdin=sheet)
    cli.ok("add", "meeting", "--start", "2026-10-14 09:00", "--end", "12:00", "--place", "VHS")
    cli.ok("add", "item", "2026-1", "Ankommen", "--kind", "formal", "--minutes", "15")
    cli.ok("add", "item", "2026-1", "Landkarte", "--kind", "decision", "--owner", "bib")
    cli.ok("add", "item", "2026-1", "Abschluss", "--kind", "closing", "--minutes", "10")
    return cli


TRANSCRIPT = """\
08:57 +bb vhs jc hwk bk bib
09:00 /beginn
09:02 Jonas Reuter begrüßt alle.
09:05 > Vorlage entwerfen @BIB +BB 13.11.
09:10 /weiter
09:12 ! Das Netz führt eine gemeinsame Landkarte.
09:15 = 5 0 1
09:20 # Fahrtkosten für Ehrenamtliche @BK
09:25 /weiter
09:30 -hwk
09:35 /ergebnis
09:40 /schluss
"""


@pytest.fixture
def held(network: Cli) -> Cli:
    """The same network after its meeting, at noon."""
    network.env["KOOPERATION_NOW"] = NOON
    network.ok("record", "2026-1", stdin=TRANSCRIPT)
    return network
