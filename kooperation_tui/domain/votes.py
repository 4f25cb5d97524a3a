"""Who has a vote in a meeting, and by which rules it decides, from a moment on."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.model import RuleSet, Value


class Votes(Value):
    """From a moment on: who is entitled, rules, are they agreed, the quorum in partners."""

    start: dt.datetime
    entitled: tuple[str, ...]
    rules: RuleSet
    agreed: bool = False
    needed: int | None = None
