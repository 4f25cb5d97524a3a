"""Weeks later: what is next, what is proposed, what was said, and a meeting held on paper."""

from __future__ import annotations

from tests.cli.conftest import Cli

WEEKS_LATER = "2026-11-16T09:00+01:00"
ON_PAPER = """\
08:57 +bb vhs jc hwk bk bib
09:02 /beginn
09:05 Jonas Reuter begrüßt alle.
09:06 /rolle moderation Reuter
09:06 /rolle protokoll Vogt
09:10 /kenntnis
09:10 /weiter
09:12 ! Das Netz führt eine gemeinsame Landkarte.
09:15 = 5 0 1
09:20 > Vorlage entwerfen @BIB +BB 13.11.
09:25 -hwk
09:30 # Fahrtkosten für Ehrenamtliche @BK
09:31 /pause
09:40 /fortsetzen
09:50 /weiter
09:55 /nächstes 2.12. 9:00 Lesesaal
11:58 /ergebnis Gute Runde
12:05 /schluss
"""


def german(cli: Cli, *args: str) -> str:
    return cli.ok("--lang", "de", *args).out


def test_a_meeting_held_on_paper_is_entered_weeks_later(network: Cli) -> None:
    network.env["KOOPERATION_NOW"] = WEEKS_LATER
    result = network.ok("record", "2026-1", stdin=ON_PAPER)
    assert result.err == ""
    row = network.ok("list", "meetings", "--json").json[0]
    assert row["status"] == "closed"
    assert row["started_at"] == "2026-10-14T09:02:00+02:00"
    assert row["ended_at"] == "2026-10-14T12:05:00+02:00"
    minutes = network.ok("export", "minutes", "2026-1").out
    assert "09:02 Uhr bis 12:05 Uhr" in minutes
    assert "Jonas Reuter begrüßt alle." in minutes
    assert "| HWK | Bildungszentrum der Handwerkskammer | Tobias Kern |" in minutes
    assert "09:02–09:25" in minutes
    assert network.ok("list", "decisions", "--json").json[0]["date"] == "2026-10-14"
    assert network.ok("list", "actions", "--json").json[0]["due"] == "2026-11-13"
    assert network.ok("check").code == 0
    network.ok("minutes", "send", "2026-1")


def test_a_meeting_that_was_never_planned_is_entered(network: Cli) -> None:
    """No agenda either: its items are added as the paper has them."""
    network.env["KOOPERATION_NOW"] = WEEKS_LATER
    made = network.ok("add", "meeting", "--start", "2026-09-09 14:00", "--end", "15:30")
    assert made.lines == ["2026-2"]
    lines = (
        "14:00 +bb vhs jc hwk bk bib aa",
        "14:00 /beginn",
        "14:01 /neu Sommerfest 30",
        "14:01 /weiter",
        "14:20 > Zelt ausleihen @BK 1.10.",
        "14:40 /neu Rückblick 20",
        "14:40 /weiter",
        "14:55 /ergebnis Gelungen",
        "15:20 /schluss",
    )
    network.ok("record", "2026-2", stdin="\n".join(lines))
    text = network.ok("export", "minutes", "2026-2").out
    assert "| 1 | Sommerfest | Beratung | Moderation | 30 min | 39 min (14:01–14:40) |" in text
    assert "Zelt ausleihen" in text and "14:00 Uhr bis 15:20 Uhr" in text
    assert network.ok("check").code == 0


def test_the_order_of_what_was_on_paper_does_not_matter(network: Cli) -> None:
    """Something remembered after the close is put where it belongs."""
    network.env["KOOPERATION_NOW"] = WEEKS_LATER
    network.ok("record", "2026-1", stdin=ON_PAPER)
    network.ok("record", "2026-1", "09:04 +mbb", "09:26 Die Karte soll auch gedruckt werden.")
    minutes = network.ok("export", "minutes", "2026-1").out
    assert minutes.index("Die Karte soll auch gedruckt") < minutes.index("TOP 3: Abschluss")
    assert "09:04–12:05" in minutes


def test_a_step_that_is_wrong_on_paper_stops(network: Cli) -> None:
    network.env["KOOPERATION_NOW"] = WEEKS_LATER
    result = network("record", "2026-1", "09:00 /beginn", "09:30 /top 9", "09:40 Danach")
    assert result.code == 1 and "no item 9" in result.err
    assert "Stopped at line 2" in result.err


def test_a_day_in_the_past_is_never_begun_now(network: Cli) -> None:
    network.ok("record", "2026-1", "/beginn", KOOPERATION_NOW=WEEKS_LATER)
    row = network.ok("list", "meetings", "--json").json[0]
    assert row["started_at"] == "2026-10-14T09:00:00+02:00"


def later(cli: Cli) -> Cli:
    """The network of `held`, weeks later, with its next meeting planned."""
    cli.env["KOOPERATION_NOW"] = WEEKS_LATER
    cli.ok("add", "meeting", "--start", "2026-12-02 09:00")
    return cli


def test_proposals_are_listed_and_taken(held: Cli) -> None:
    later(held)
    found = held.ok("list", "proposals", "--json").json
    assert [row["kind"] for row in found] == ["minutes", "actions", "parked"]
    assert " ".join(found[0]) == (
        "number kind title reason postponed minutes points subject owner confidential meeting"
    )
    assert found == held.ok("--lang", "de", "list", "proposals", "--json").json
    assert found[0]["title"] == "Protokoll vom 14.10.2026"
    assert found[2]["reason"]["message"] == "parking lot, {number} of {date}"
    table = german(held, "list", "proposals")
    assert "Themenspeicher, TS-2026-01 vom 14.10.2026" in table
    assert "Stand des Maßnahmenplans" in table and "davon überfällig: 1" in table
    assert held.ok("add", "item", "next", "--proposal", "3").lines == ["1"]
    assert held.ok("add", "item", "2026-2", "--proposal", "1").lines == ["1"]
    agenda = held.ok("list", "agenda", "--json").json
    assert [(row["title"], row["owner"]) for row in agenda] == [
        ("Protokoll vom 14.10.2026", ""),
        ("Fahrtkosten für Ehrenamtliche", "BK"),
    ]
    assert [r["kind"] for r in held.ok("list", "proposals", "--json").json] == ["actions"]
    assert held.ok("list", "parking", "--json").json[0]["target"] == "2026-2"
    assert "no proposal 9" in held.refused("add", "item", "next", "--proposal", "9")
    assert held.refused("add", "item", "next", "Titel", "--proposal", "1", code=2)
    assert "needs a title" in held.refused("add", "item", "next")


def test_a_postponed_item_comes_back_with_its_count(network: Cli) -> None:
    lines = (
        "09:00 /beginn",
        "09:05 /kenntnis",
        "09:06 /weiter",
        "09:10 /vertagen nt Zahlen fehlen",
    )
    network.env["KOOPERATION_NOW"] = WEEKS_LATER
    network.ok("record", "2026-1", *lines, "09:20 /weiter", "09:30 /kenntnis", "09:31 /schluss")
    network.ok("add", "meeting", "--start", "2026-12-02 09:00")
    table = german(network, "list", "proposals")
    assert "Landkarte" in table and "am 14.10.2026 vertagt: Zahlen fehlen" in table


def test_the_overview_says_what_is_next_and_what_is_late(held: Cli) -> None:
    later(held)
    said = german(held, "list", "overview")
    assert "Nächstes Treffen: 2026-2, Mittwoch, 2. Dezember 2026, 09:00 Uhr. In 16 Tagen." in said
    assert "überfällig: M-2026-001, 13.11.2026, Petra Vogt: Vorlage entwerfen" in said
    assert "Das Protokoll von 2026-1 ist noch nicht versandt." in said
    assert "Die Tagesordnung ist leer." in said
    held.ok("minutes", "send", "last")
    row = held.ok("list", "overview", "--json").json
    assert row["to_approve"][0]["meeting"] == "2026-1" and row["to_send"] == []
    assert row["overdue"] == ["M-2026-001"]
    assert row == held.ok("--lang", "de", "list", "overview", "--json").json


def test_search_finds_forms_and_forgives_errors(held: Cli) -> None:
    found = held.ok("search", "Landkarten", "--json").json
    assert {"decision", "item"} <= {row["kind"] for row in found}
    assert list(found[0]) == ["kind", "title", "excerpt", "meeting", "score", "confidential"]
    table = german(held, "search", "fahrkosten", "ehrenamtlich")
    assert "Themenspeicher" in table and "TS-2026-01" in table
    assert held.ok("search", "begrüßt").lines[1].split()[:3] == ["F5", "Minutes", "2026-1"]
    assert "Nothing was found" in held.ok("search", "Zwetschge").err
    assert len(held.ok("search", "a", "--limit", "1", "--json").json) <= 1
    assert held.refused("search", code=2)


def test_search_imports_neither_documents_nor_screens(held: Cli) -> None:
    done = held.process("search", "Landkarte")
    assert done.returncode == 0 and "B-2026-1-1" in done.stdout
