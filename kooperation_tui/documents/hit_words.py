"""What must not become public, in words."""

from __future__ import annotations

from typing import Final

from kooperation_tui.documents.document import HitKind
from kooperation_tui.i18n import N_

HIT_WORDS: Final = {
    HitKind.NAME: N_("the name of a person"),
    HitKind.CONTACT: N_("a way to reach somebody"),
    HitKind.TIME: N_("a time of attendance"),
    HitKind.CONFIDENTIAL: N_("something confidential"),
    HitKind.VOTE: N_("how a partner voted"),
    HitKind.STATEMENT: N_("what a partner said for the record"),
    HitKind.MINORITY: N_("a minority opinion"),
}
