"""Codes, names and slash words with Tab."""

from __future__ import annotations

from kooperation_tui.capture import completions
from tests.model_network import Desk, started


def offered(line: str, desk: Desk | None = None, cursor: int | None = None) -> list[str]:
    desk = desk or started()
    place = len(line) if cursor is None else cursor
    return [c.word for c in completions(line, place, desk.data, desk.meeting)]


def test_slash_words() -> None:
    assert offered("/vert") == ["/vertagen"]
    assert offered("10:30 /postp") == ["/postpone"]
    assert offered("/zuruec") == ["/zurückgezogen", "/zurücknehmen"]
    assert offered("/xyz") == []


def test_codes_with_their_sign() -> None:
    assert offered("+b") == ["+BB", "+BK", "+BTS", "+BIB"]
    assert offered("> Text @bi") == ["@BIB"]
    assert offered("-bts h") == []
    assert offered("-bts hw") == ["HWK"]


def test_names() -> None:
    assert offered("> Text @vog") == ["@Petra Vogt"]
    assert offered("/rolle protokoll Pet") == ["Petra Vogt"]


def test_people_in_the_room_come_first() -> None:
    assert offered("> Text @Le")[0] == "@Lena Fiedler"


def test_the_line_after_it() -> None:
    desk = started()
    (found,) = completions("> Text @bi 13.11.", 10, desk.data, desk.meeting)
    assert found.line == "> Text @BIB 13.11."


def test_nothing_to_offer() -> None:
    assert offered("") == []
    assert offered("Text ") == []
    assert offered("x") == []
