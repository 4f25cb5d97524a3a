"""What differs between two versions, and what is said to stay as it is."""

from __future__ import annotations

from kooperation_tui.documents import Audience
from kooperation_tui.documents.difference import difference
from kooperation_tui.domain.commands import versions
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.model import BlockState
from kooperation_tui.i18n import translator
from tests.documents.reading import Section, sections
from tests.domain.seat import Seat

DE = translator("de")
REASON = "Jeder spricht für sich."


def two_versions(*, needless: str) -> Seat:
    """Version 1.0 in force and a working one; a point is needed in neither, another dropped."""
    seat = Seat()
    seat.run(
        set_block(
            seat.data, seat.moment, key="p7", text="", state=BlockState.NOT_NEEDED, reason=REASON
        )
    )
    seat.in_force()
    seat.run(
        set_block(
            seat.data, seat.moment, key=needless, state=BlockState.NOT_NEEDED, reason="Kam nie vor."
        )
    )
    seat.run(versions.new_version(seat.data, seat.moment))
    seat.run(versions.propose(seat.data, seat.moment))
    return seat


def compared(seat: Seat) -> dict[str, Section]:
    made = difference(seat.data, DE, Audience.PARTNERS, seat.moment.now, "1.0..2.0")
    return {s.title: s for s in sections(made.markdown)}


def test_a_point_needed_in_neither_version_is_unchanged() -> None:
    found = compared(two_versions(needless="p5"))
    bullets = found["Unverändert"].bullets
    assert "Punkt 7: Information, Kommunikation und Außendarstellung (nicht nötig)" in bullets
    assert "Punkt 4: Moderation" in bullets
    assert not any(bullet.startswith("Punkt 5") for bullet in bullets)


def test_a_point_that_is_dropped_says_why() -> None:
    dropped = compared(two_versions(needless="p5"))["Punkt 5: Datenbanken"]
    assert dropped.paragraphs[0] == "Dieser Baustein entfällt."
    assert dropped.paragraphs[-1] == "Nicht nötig: Kam nie vor."


def test_the_decision_that_adopted_a_version_is_named() -> None:
    seat = two_versions(needless="p5")
    first = seat.version("1.0")
    found = compared(seat)["Unverändert"].paragraphs
    assert first.adopted_on is not None
    day = DE.date_long(first.adopted_on)
    assert f"Fassung 1.0 wurde am {day} mit Beschluss B-2026-1-1 angenommen." in found
    assert not any("Fassung 2.0 wurde" in said for said in found)
