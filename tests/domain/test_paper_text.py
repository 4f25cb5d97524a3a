"""A version entered from paper without its text gets it later, once, and never loses its hash."""

from __future__ import annotations

import msgspec
import pytest

from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.commands.paper import add_text, paper_agreement
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Block, BlockState, Signature, SignatureStatus, Version
from kooperation_tui.domain.version_checks import check_versions
from kooperation_tui.domain.versions import NO_TEXT, checksum
from tests.domain.seat import ADOPTED, VALID, Seat


def on_paper(*codes: str) -> Seat:
    """Version 1.1 in force on paper, signed by some; nothing of it was typed."""
    seat = Seat()
    gone = tuple((Block, block.id) for block in seat.data.rows(Block))
    seat.run(Change(deletes=gone))
    signed = tuple(seat.partner(code).id for code in codes)
    seat.run(
        paper_agreement(seat.data, seat.moment, number="1.1", agreed_on=ADOPTED, signed=signed)
    )
    return seat


def write(seat: Seat, **texts: str) -> None:
    for key, text in texts.items():
        seat.run(set_block(seat.data, seat.moment, key=key, text=text))


def signatures(seat: Seat) -> list[str]:
    return [s.sha256 for s in seat.data.rows(Signature)]


def test_without_text_there_is_no_checksum_and_nothing_is_wrong() -> None:
    seat = on_paper("AA", "BB")
    assert (seat.version("1.1").sha256, signatures(seat)) == ("", ["", ""])
    assert check_versions(seat.data) == ()


def test_the_wordings_become_its_text_and_are_in_force() -> None:
    seat = on_paper("AA")
    write(seat, p1="Wir treffen uns.", p3="Alle arbeiten mit.")
    seat.run(add_text(seat.data, seat.moment))
    version = seat.version("1.1")
    assert version.texts == {"p1": "Wir treffen uns.", "p3": "Alle arbeiten mit."}
    assert version.sha256 == checksum(version.texts)
    block = seat.block("p3")
    assert (block.state, block.text_in_force, block.agreed_on) == (
        BlockState.AGREED,
        "Alle arbeiten mit.",
        ADOPTED,
    )
    assert signatures(seat) == [""], "it was given to the paper"
    assert check_versions(seat.data) == ()


def test_later_signatures_carry_the_checksum_and_earlier_ones_never_get_it() -> None:
    seat = on_paper("AA")
    write(seat, p1="Wir treffen uns.")
    seat.run(add_text(seat.data, seat.moment))
    seat.on(VALID)
    seat.sign("BB", number="1.1")
    hashed = seat.version("1.1").sha256
    assert signatures(seat) == ["", hashed]
    seat.sign("AA", number="1.1", name="Ina", correct=True, reason="laut Papier")
    assert sorted(signatures(seat)) == ["", hashed]
    assert check_versions(seat.data) == ()
    late = msgspec.structs.replace(seat.data.rows(Signature)[1], sha256="")
    assert len(check_versions(seat.data.apply(Change(puts=(late,))))) == 1


def test_the_text_comes_once() -> None:
    seat = on_paper()
    write(seat, p1="Wir treffen uns.")
    seat.run(add_text(seat.data, seat.moment))
    write(seat, p1="Anders.")
    for number in ("", "1.1"):
        with pytest.raises(Refused, match=r"lacks its text|has its text"):
            add_text(seat.data, seat.moment, number=number)
    assert seat.version("1.1").texts == {"p1": "Wir treffen uns."}


def test_a_signature_with_a_checksum_keeps_the_text_away() -> None:
    seat = on_paper("AA")
    given = seat.data.rows(Signature)[0]
    seat.run(Change(puts=(msgspec.structs.replace(given, sha256="1" * 64),)))
    write(seat, p1="Wir treffen uns.")
    with pytest.raises(Refused, match="has a checksum already"):
        add_text(seat.data, seat.moment)


def test_the_checksum_of_nothing_in_an_older_file_is_none() -> None:
    seat = on_paper("AA")
    given, version = seat.data.rows(Signature)[0], seat.version("1.1")
    old = (
        msgspec.structs.replace(given, sha256=NO_TEXT, noted_on=None),
        msgspec.structs.replace(version, sha256=NO_TEXT),
    )
    seat.run(Change(puts=old))
    assert check_versions(seat.data) == ()
    write(seat, p1="Wir treffen uns.")
    seat.run(add_text(seat.data, seat.moment))
    assert signatures(seat) == [""] and check_versions(seat.data) == ()


def test_what_was_decided_since_is_not_the_papers() -> None:
    seat = on_paper()
    write(seat, p1="Wir treffen uns.", p3="Neu beschlossen.")
    agreed = BlockState.AGREED
    seat.run(
        set_block(
            seat.data, seat.moment, key="p3", state=agreed, decision="B-2026-1-1", as_decided=True
        )
    )
    seat.run(add_text(seat.data, seat.moment))
    assert seat.version("1.1").texts == {"p1": "Wir treffen uns."}
    assert seat.block("p3").decision == "B-2026-1-1"


def test_nothing_to_take_and_places_left_are_refused() -> None:
    seat = on_paper()
    with pytest.raises(Refused, match="No wording stands on F6"):
        add_text(seat.data, seat.moment)
    write(seat, p1="Binnen {{ tage }} Tagen.")
    with pytest.raises(Refused, match="places to fill: tage"):
        add_text(seat.data, seat.moment)
    assert seat.version("1.1").texts == {}


def test_an_older_version_gets_its_text_and_leaves_the_blocks_alone() -> None:
    seat = on_paper("AA")
    seat.on(VALID)
    write(seat, p1="Wir treffen uns.")
    seat.run(paper_agreement(seat.data, seat.moment, number="1.2", agreed_on=VALID))
    before = seat.block("p1")
    seat.run(add_text(seat.data, seat.moment))
    assert seat.version("1.1").texts == {"p1": "Wir treffen uns."}
    assert seat.block("p1") == before
    assert [v.number for v in seat.data.rows(Version) if not v.texts] == []
    assert all(s.status is SignatureStatus.SIGNED for s in seat.data.rows(Signature))
