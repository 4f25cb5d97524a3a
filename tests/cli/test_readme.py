"""What the README says to type works, typed in that order from an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("heading", ["## Without a screen", "## Ohne Bildschirm"])
def test_the_commands_without_a_screen(tmp_path: Path, heading: str) -> None:
    section = README.read_text(encoding="utf-8").partition(heading)[2].partition("\n## ")[0]
    script = "set -e\n" + "".join(BLOCK.findall(section))
    own = {k: v for k, v in os.environ.items() if not k.startswith(("KOOPERATION", "XDG"))}
    path = os.pathsep.join((str(Path(sys.executable).parent), own.get("PATH", "")))
    done = subprocess.run(
        ["sh", "-c", script],
        cwd=tmp_path,
        env={**own, "HOME": str(tmp_path), "PATH": path, "TZ": "Europe/Berlin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("*.html"))) == 3
