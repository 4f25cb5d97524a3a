"""Words by which people mean a kind of contribution."""

from __future__ import annotations

from kooperation_tui.domain.applied import ResourceKind
from kooperation_tui.i18n import Translator


def helping_words(tr: Translator) -> dict[ResourceKind, tuple[str, ...]]:
    """Kind -> words, in the language the network writes."""
    return {
        ResourceKind.ROOM: tuple(tr.p("words for", "room hall venue").split()),
        ResourceKind.MONEY: tuple(tr.p("words for", "money funding costs").split()),
        ResourceKind.CONTACT: tuple(tr.p("words for", "contact contacts").split()),
    }
