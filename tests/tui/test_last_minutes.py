"""The item about the last minutes: what was objected stands there, until they are approved."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.model import Minutes, MinutesObjection, MinutesStatus, Record
from tests.model_network import DAY, meeting_id, network, partner_id, records
from tests.tui.hands import opened

WORDS = "Es war nur eine Prüfung zugesagt."
HEADING = "Einwände zum Protokoll vom 17.06.2026"


def objected() -> tuple[Record, ...]:
    """The model network; HWK objected to the minutes of June."""
    data = network("de")
    meeting = meeting_id(data, 2)
    known = minutes_of(data, meeting) or Minutes(id=f"{0xC001:032x}", meeting=meeting)
    objection = MinutesObjection(
        organisation=partner_id(data, "HWK"), received_on=DAY, text=WORDS, version=known.version
    )
    waits = msgspec.structs.replace(
        known,
        status=MinutesStatus.OBJECTIONS,
        sent_on=known.sent_on or DAY,
        approved_on=None,
        objections=(objection,),
    )
    return (*(r for r in records("de") if r.id != known.id), waits)


async def test_objections_stand_there_while_the_item_runs() -> None:
    async with opened(rows=objected()) as hands:
        await hands.press("f5", "a", "s")
        assert HEADING not in hands.text()
        await hands.send("/ergebnis", "/weiter")
        text = await hands.sees(HEADING)
        assert WORDS in text
        await hands.press("f12")
        assert HEADING in hands.text() and WORDS not in hands.text()
        await hands.press("f12")
        await hands.send("! Das Protokoll wird genehmigt.")
        assert WORDS in hands.text()
        await hands.send("/genehmigen 2026-2", "= 11 0 0")
        assert HEADING not in hands.text()
