"""Build hook: compiles every catalogue before a wheel (the editable one too) is built."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = "kooperation_tui/i18n/locale/*/LC_MESSAGES/kooperation.po"
COMPILER = "kooperation_tui/i18n/compile.py"


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg, misc, unused-ignore]
    """Writes kooperation.mo beside each kooperation.po."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        compile_po = runpy.run_path(str(root / COMPILER))["compile_po"]
        for po in root.glob(CATALOGUES):
            po.with_suffix(".mo").write_bytes(compile_po(po.read_text(encoding="utf-8")))
