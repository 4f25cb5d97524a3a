"""The table "The lines", in German and in English: words and statements."""

from __future__ import annotations

import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.events import NoteKind
from tests.capture.lines import code, intent, note


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Landkarte startet im Januar", note("Landkarte startet im Januar")),
        ("... und zwar bald", it.Continue(text="und zwar bald")),
        ("…und zwar bald", it.Continue(text="und zwar bald")),
        ("? Wer zahlt", note("Wer zahlt", NoteKind.QUESTION)),
        ("?", note("", NoteKind.GAP)),
        ("? ", note("", NoteKind.GAP)),
        ("% Personalfrage bei BK", note("Personalfrage bei BK", NoteKind.CONFIDENTIAL)),
        ("/anlage Bewertungsbogen", note("Bewertungsbogen", NoteKind.ANNEX)),
        ("/annex rating sheet", note("rating sheet", NoteKind.ANNEX)),
        ("s/alt/neu/", it.Substitute(old="alt", new="neu")),
        ("s/alt//", it.Substitute(old="alt", new="")),
        (r"s/a\/b/c/", it.Substitute(old="a/b", new="c")),
        ("/undo", it.Undo()),
        ("/zurücknehmen", it.Undo()),
        ("\\! kein Beschluss", note("! kein Beschluss")),
        ("\\/etc", note("/etc")),
        ("!\u00a0geschützt", it.Propose(text="geschützt")),
    ],
)
def test_words(line: str, meant: it.Intent) -> None:
    assert intent(line) == meant


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (": HWK Aufwand messen", NoteKind.STATEMENT),
        (": hwk: Aufwand messen", NoteKind.STATEMENT),
        ("/minority HWK Aufwand messen", NoteKind.MINORITY),
        ("/minderheit hwk Aufwand messen", NoteKind.MINORITY),
    ],
)
def test_statements(line: str, kind: NoteKind) -> None:
    assert intent(line) == note("Aufwand messen", kind, code("HWK"))
