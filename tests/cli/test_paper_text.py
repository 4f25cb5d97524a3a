"""The text of a version that was entered from paper follows by a command."""

from __future__ import annotations

from tests.cli.conftest import Cli


def test_a_version_from_paper_gets_its_text_by_a_command(network: Cli) -> None:
    network.ok("version", "new", "--number", "1.0", "--on-paper", "2026-01-10")
    network.ok("sign", "BIB", "--by", "Petra Vogt", "--date", "2026-01-10")
    assert "F6" in network.refused("version", "fill")
    network.ok("point", "1", "--text", "Wir treffen uns viermal im Jahr.")
    assert "1.0" in network.ok("version", "fill", "--number", "1.0").out
    assert "viermal im Jahr" in network.ok("version", "text", "--number", "1.0").out
    network.refused("version", "fill", "--number", "1.0")
    assert "checksum" not in network("check").out
