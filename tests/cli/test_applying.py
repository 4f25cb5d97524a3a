"""The agreement applied, by commands: circulars, registers, resources, lists."""

from __future__ import annotations

from tests.cli.conftest import Cli


def test_a_decision_in_text_form(network: Cli) -> None:
    said = network.ok("circular", "open", "Wir", "mieten den Saal.", "--deadline", "20.10.")
    assert said.out == "open until 2026-10-20; 0 of 12 have answered\n"
    assert "objects" in network.refused("circular", "answer", "BIB", "maybe", code=2)
    network.ok("circular", "answer", "bib", "yes")
    assert "1 of 12" in network.refused("circular", "close")
    running = network.ok("list", "circulars", "--json").json[0]
    assert (running["result"], running["deadline"]) == ("open", "2026-10-20")
    assert (running["answered"], len(running["silent"])) == (["BIB"], 11)
    done = network.ok("circular", "close", KOOPERATION_NOW="2026-10-21T09:00+02:00")
    assert done.out == "B-2026-U-1 carried: 1 yes, 0 no, 11 abstain\n"
    row = network.ok("list", "decisions", "--json").json[-1]
    assert (row["number"], row["text"]) == ("B-2026-U-1", "Wir mieten den Saal.")
    assert (row["method"], row["majority"]) == ("circular", "simple")
    assert row["votes"] == {"yes": 1, "no": 0, "abstain": 11}
    assert (row["represented"], row["entitled"]) == (1, 12)


def test_silence_does_not_carry_where_two_thirds_are_agreed(network: Cli) -> None:
    network.ok("set", "rules", "quorum=2/3", "majority.default=two_thirds")
    network.ok("circular", "open", "Wir mieten den Saal.", "--deadline", "20.10.")
    network.ok("circular", "answer", "bib", "yes")
    later = "2026-10-21T09:00+02:00"
    done = network.ok("circular", "close", KOOPERATION_NOW=later)
    assert "carried" in done.out
    assert "8 partners should have answered; nobody agreed them yet" in done.err
    network.ok("point", "1", "--text", "Zwei Drittel.", "--on", "14.10.2026")
    network.ok("circular", "open", "Noch einmal.", KOOPERATION_NOW=later)
    network.ok("circular", "answer", "bib", "yes", KOOPERATION_NOW=later)
    done = network.ok("circular", "close", KOOPERATION_NOW="2026-11-21T09:00+01:00")
    assert done.out == "B-2026-U-2 not decided: 1 of 12 have answered, 8 are needed\n"
    rows = network.ok("list", "decisions", "--json").json
    assert rows[-1]["status"] == "not_quorate"
    assert "too few answers" in network.ok("list", "circulars").out


def test_how_a_meeting_decided_stands_in_the_list(held: Cli) -> None:
    row = held.ok("list", "decisions", "--json").json[0]
    assert (row["method"], row["majority"]) == ("vote", "simple")
    assert row["votes"] == {"yes": 5, "no": 0, "abstain": 1, "not_voted": 0}
    assert (row["represented"], row["entitled"]) == (6, 12)


def test_a_decision_of_another_kind_carries_nothing(network: Cli) -> None:
    network.ok("circular", "open", "Wir nehmen am Lesetag teil.", "--deadline", "20.10.")
    network.env["KOOPERATION_NOW"] = "2026-10-21T09:00+02:00"
    network.ok("circular", "answer", "bib", "yes", "--date", "2026-10-15")
    network.ok("circular", "close")
    network.ok("point", "6", "--text", "Wer moderiert, schreibt nicht.")
    said = network.refused("point", "6", "--decision", "B-2026-U-1")
    assert "B-2026-U-1 is not about the agreement" in said
    assert "stands in the minutes" in network.refused(
        "set", "decision", "B-2026-U-1", "subject=agreement"
    )
    network.ok("add", "decision", "Punkt 6", "--number", "B-ALT-1", "--points", "6")
    network.ok("point", "6", "--decision", "B-ALT-1")


def test_a_register_and_its_checks(network: Cli) -> None:
    network.ok("register", "Landkarte", "--purpose", "Beratung finden", "--every", "3")
    assert network.refused("register", "Nichts").startswith("A register needs")
    assert "no register" in network.refused("register", "Andere", "--checked", "1.10.")
    assert "says all" in network.refused("register", "--this-file", "--every", "3", code=2)
    done = network.ok("register", "landkarte", "--checked", "1.10.")
    assert done.out == "Landkarte: next check on 2027-01-01\n"
    network.ok("set", "register", "Landkarte", "keeper=BIB", "retention=zwei Jahre")
    row = network.ok("list", "registers", "--json").json[1]
    assert (row["keeper"], row["retention"]) == ("BIB", "zwei Jahre")
    assert "| Landkarte | Beratung finden | Stadtbibliothek" in (
        network.ok("export", "registers").out
    )
    network.ok("remove", "register", "Landkarte")
    assert [r["this_file"] for r in network.ok("list", "registers", "--json").json] == [True]


def test_goals_have_a_sign_and_a_review(network: Cli) -> None:
    assert "By what will you see" in network.refused("goal", "Alle kommen an.")
    network.ok("goal", "Alle kommen an.", "--indicator", "Stichprobe", "--review", "20.10.2026")
    network.ok("goal", "Alles ist aktuell.", "--indicator", "kein Eintrag älter als 6 Monate")
    assert "Look at the goal “Alle kommen an.”" in network.ok("list", "reminders").out
    network.ok("goal", "alle kommen an.", "--result", "47 von 50")
    rows = network.ok("list", "goals", "--json").json
    assert [(r["text"], r["result"]) for r in rows] == [
        ("Alle kommen an.", "47 von 50"),
        ("Alles ist aktuell.", ""),
    ]
    network.ok("set", "goal", "Alles", "review_on=2027-10-01")
    network.ok("remove", "goal", "Alle kommen")
    assert len(network.ok("list", "goals", "--json").json) == 1
    assert "no goal" in network.refused("remove", "goal", "Nichts")


def test_what_a_partner_that_left_still_has_is_named(network: Cli) -> None:
    network.ok("register", "Landkarte", "--purpose", "Beratung", "--keeper", "BIB")
    network.ok("add", "action", "Vorlage", "--owner", "BIB", "--due", "2026-12-01")
    network.ok("set", "partner", "BIB", "status=left", "left_on=2026-10-01")
    said = network.ok("list", "reminders").out
    assert "BIB has left and still has 1 running actions; hand them over." in said
    assert "BIB has left and still keeps “Landkarte”; hand it over." in said


def test_resources_are_found_and_removed(network: Cli) -> None:
    network.ok("resource", "BIB", "Lesesaal für 40", "--kind", "room", "--until", "31.12.2026")
    network.ok("resource", "VHS", "Beamer")
    found = network.ok("list", "resources", "--find", "lesesaal room", "--json").json
    assert [(r["code"], r["kind"], r["until"]) for r in found] == [("BIB", "room", "2026-12-31")]
    assert "room" in network.ok("list", "resources").out
    network.refused("list", "partners", "--find", "x", code=2)
    network.ok("remove", "resource", "BIB/lese")
    assert len(network.ok("list", "resources", "--json").json) == 1
    network.refused("remove", "resource", "BIB", code=2)


def test_tables_about_the_agreement_speak_german(held: Cli) -> None:
    held.ok("set", "network", "term_until=2026-12-31")
    held.ok("add", "meeting", "--start", "2026-12-02 09:00")
    reminders = held.ok("--lang", "de", "list", "reminders").out
    assert "Die Zusammenarbeit endet am 31.12.2026" in reminders
    turns = held.ok("--lang", "de", "list", "turns").out
    assert turns.splitlines()[0].startswith("Rolle")
    held.ok("add", "partner", "HS", "Hochschule", "--status", "applicant")
    held.ok("application", "receive", "HS")
    assert "eingegangen" in held.ok("--lang", "de", "list", "applications").out


def test_options_that_do_not_fit_a_step_are_said(network: Cli) -> None:
    network.refused("version", "open", "--decision", "B-1", code=2)
    network.refused("version", "propose", "--on-paper", "2026-01-01", code=2)
    network.refused(*("version", "adopt", "--decision", "B-1", "--on-paper", "2026-01-01"), code=2)
    assert "No version is being worked on" in network.refused("version", "propose")
    assert "no number of a version" in network.refused("version", "new", "--number", "zwei")
