"""Tables for people, JSON with keys that stay for programs."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Cli

KEYS = {
    "meetings": "number start end body body_kind body_name title place status invited_on external "
    "afterwards started_at ended_at",
    "agenda": "number title kind subject points minutes owner announced confidential goal goals "
    "wording began_at ended_at outcomes",
    "decisions": "number date text status subject points review_on ended_on ended_by remark "
    "meeting item circular method majority votes represented entitled",
    "actions": "number title owner owner_code owner_reason helpers due due_reason status overdue "
    "created_on meeting item goals",
    "parking": "number text by disposition target target_on note postponed created_on meeting item",
    "partners": "code name status founder joined_on left_on left_reason delegate deputies",
    "people": "name partners function email phone",
    "roles": "role person code since until",
    "points": "key state decision agreed_on reason responsible review_on in_force_since words text",
}


@pytest.mark.parametrize("what", KEYS)
def test_the_keys_stay(held: Cli, what: str) -> None:
    held.ok("role", "database", "Vogt")
    found = held.ok("list", what, "--json", *(["--meeting", "last"] * (what == "agenda"))).json
    assert found
    for row in found:
        assert list(row) == KEYS[what].split()


def test_signatures_are_a_list_too(held: Cli) -> None:
    assert held.ok("list", "signatures", "--json").json == []
    assert "nothing in this list" in held.ok("list", "signatures").err


def test_json_does_not_depend_on_the_language(held: Cli) -> None:
    for what in KEYS:
        if what != "agenda":
            assert (
                held.ok("--lang", "de", "list", what, "--json").out
                == held.ok("--lang", "en", "list", what, "--json").out
            )


def test_tables_are_aligned_and_translated(held: Cli) -> None:
    table = held.ok("--lang", "de", "list", "actions").lines
    assert table[0].split() == ["Nummer", "Bis", "wann", "Stand", "Wer", "Was"]
    assert table[1].index("Petra") == table[0].index("Wer")
    assert "13.11.2026" in table[1]
    partners = held.ok("--lang", "de", "list", "partners").lines
    assert partners[0].index("Vertreten durch") == partners[1].index("Miriam Castell")
    agenda = held.ok("--lang", "de", "list", "agenda", "--meeting", "last").out
    assert "Entscheidung" in agenda


def test_what_is_overdue_is_said(held: Cli) -> None:
    later = held.ok("list", "actions", KOOPERATION_NOW="2027-01-01T09:00+01:00").lines[1]
    assert "overdue" in later


def test_only_one_meeting(held: Cli) -> None:
    held.ok("add", "action", "Anderes", "--owner", "bk")
    assert len(held.ok("list", "actions", "--json").json) == 2
    assert len(held.ok("list", "actions", "--meeting", "last", "--json").json) == 1
    assert "no meeting" in held.refused("list", "partners", "--meeting", "last", code=2)


def test_a_meeting_names_its_body_by_id_kind_and_name(network: Cli) -> None:
    network.ok("add", "body", "AG Daten", "--kind", "working_group")
    row = network.ok("list", "meetings", "--json").json[0]
    german = network.ok("--lang", "de", "list", "meetings", "--json").json[0]
    assert german == row and row["body_kind"] == "plenary"
    renamed = f"{row['body_name']} neu"
    network.ok("set", "body", row["body"], f"name={renamed}")
    again = network.ok("list", "meetings", "--json").json[0]
    assert (again["body"], again["body_name"]) == (row["body"], renamed)
    assert renamed in network.ok("list", "meetings").out
