"""The languages of the program: gettext catalogues, dates, numbers and lists in words.

Message ids are English sentences with ``{named}`` places. A missing translation shows
the English sentence; nothing in here raises because of a text.
"""

from kooperation_tui.i18n.translator import (
    LANGUAGES,
    N_,
    Translator,
    detect_language,
    translator,
)

__all__ = ["LANGUAGES", "N_", "Translator", "detect_language", "translator"]
