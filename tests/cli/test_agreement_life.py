"""The model agreement through its whole life, by commands and capture lines."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from kooperation_tui.domain import plan, standing
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Meeting, Organisation
from kooperation_tui.store.tinydb_store import TinyStore
from tests.cli.conftest import Cli
from tests.cli.test_model_case import AGREEMENT, MODEL, Shell, hold, set_up, texts_of
from tests.documents.reading import sections

CHECKSUM = {"de": "{{ pruefsumme }}", "en": "{{ checksum }}"}
NINTH = {
    "de": "! P9: Punkt 9 und die ganze Fassung 2.0 der Kooperationsvereinbarung sind angenommen.",
    "en": "! P9: Point 9 and the whole version 2.0 of the cooperation agreement are accepted.",
}
FORCE = "2027-01-02T09:00:00+01:00"
STATES = {
    "unterzeichnet": "signed",
    "signed": "signed",
    "ausstehend (Gremienvorbehalt)": "reserved",
    "pending (board approval)": "reserved",
    "ausstehend": "pending",
    "pending": "pending",
}


@pytest.fixture
def shell(cli: Cli) -> Shell:
    return Shell(cli)


def data_of(cli: Cli) -> Data:
    return TinyStore(cli.home / "net.json", clock=lambda: dt.datetime.fromisoformat(FORCE)).read()


def rows(shell: Shell, what: str, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(shell.run("list", what, "--json", *more))
    return found


def on_paper(shell: Shell, language: str) -> None:
    """Version 1.1 is in force on paper; points 3, 8 and 9 are being worked on."""
    texts = texts_of(language)
    for key, text in texts["old"].items():
        shell.run("point", key[1:], "--text-file", "-", stdin=text)
    shell.run(
        *("version", "new", "--number", "1.1"),
        *("--on-paper", "2024-11-20", "--valid-from", "2025-01-01"),
    )
    for key in texts["old"]:
        text = texts["blocks"][key].replace(texts["without"].get(key, "\0"), "")
        shell.run("point", key[1:], "--text-file", "-", stdin=text)


def adopted(shell: Shell, language: str) -> None:
    """From the model meeting to the decision of 2 December."""
    shell.at("2026-10-14T08:40:00+02:00")
    set_up(shell, language)
    on_paper(shell, language)
    versions = [(v["number"], v["status"], v["on_paper"]) for v in rows(shell, "versions")]
    assert versions == [("1.1", "in_force", True)]
    hold(shell, language)
    found = {row["key"]: row for row in rows(shell, "points")}
    assert [found[key]["state"] for key in ("p3", "p8", "p9")] == ["agreed", "agreed", "draft"]
    decided = {d["number"]: d["points"] for d in rows(shell, "decisions", "--meeting", "2026-3")}
    assert [decided[found[key]["decision"]] for key in ("p3", "p8")] == [["p3"], ["p8"]]
    third = found["p3"]["decision"]
    whole = texts_of(language)["blocks"]["p3"]
    shell.run("point", "3", "--text-file", "-", "--decision", third, stdin=whole)
    shell.at("2026-10-30T10:00:00+01:00")
    shell.run("version", "new")
    shell.run("version", "propose", "--valid-from", "2027-01-01")
    agenda = rows(shell, "agenda", "--meeting", "2026-4")
    number = next(r["number"] for r in agenda if "2.0" in r["title"])
    shell.run(
        *("set", "item", f"2026-4/{number}", "kind=decision", "subject=agreement", "points=p9"),
        "minutes=20",
    )
    shell.at("2026-12-02T12:30:00+01:00")
    shell.run(
        *("record", "2026-4"),
        stdin="\n".join(
            [
                "08:55 +bb vhs jc hwk bk jbh mbb bts bib mgh",
                "09:00 /start",
                *([f"09:05 /item {number}"] if number > 1 else []),
                f"09:10 {NINTH[language]}",
                "09:20 = 10 0 0",
                "09:30 /close",
            ]
        ),
    )
    decision = rows(shell, "decisions", "--meeting", "2026-4")[-1]["number"]
    shell.run("version", "adopt", "--decision", decision)
    shell.run("version", "open")


def sign_all(shell: Shell, language: str) -> None:
    """Nine sign, three are pending with their reasons, as in the model's table."""
    model = (MODEL / AGREEMENT[language]).read_text("utf-8")
    title = {"de": "Unterschriften", "en": "Signatures"}[language]
    table = next(s for s in sections(model) if s.title == title).tables[0][1:]
    codes = [code for code, _ in texts_of(language)["partners"]]
    shell.at("2026-12-11T16:00:00+01:00")
    for code, row in zip(codes, table, strict=True):
        name, _, function = row[2].partition(", ")
        place, _, day = row[3].partition(", ")
        state = STATES[row[5]]
        given = ("--place", place, "--date", day) if day else ("--reason", "Gremium tagt im Januar")
        shell.run(
            *("sign", code, "--by", name, "--function", function, "--state", state),
            *(*given, "--form", "text_form"),
        )


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_model_agreement_comes_out_byte_for_byte(shell: Shell, language: str) -> None:
    adopted(shell, language)
    sign_all(shell, language)
    found = {v["number"]: v for v in rows(shell, "versions")}
    assert (found["1.1"]["status"], found["2.0"]["status"]) == ("in_force", "open_for_signature")
    assert (found["2.0"]["signed"], found["2.0"]["frozen_on"]) == (9, "2026-12-02")
    reasons = [r["reason"] for r in rows(shell, "signatures") if r["status"] != "signed"]
    assert reasons == ["Gremium tagt im Januar"] * 3

    exported = shell.run("export", "agreement")

    checksum = found["2.0"]["sha256"]
    assert len(checksum) == 64
    model = (MODEL / AGREEMENT[language]).read_text("utf-8")
    model = model.replace(CHECKSUM[language], checksum)
    ours, theirs = sections(exported), sections(model)
    assert [s.title for s in ours] == [s.title for s in theirs]
    for one, other in zip(ours, theirs, strict=True):
        assert one == other, one.title
    assert exported == model


POSTPONED = {
    "de": "Die Kostenzahlen fehlen, IHK ist nicht vertreten.",
    "en": "The cost figures are missing and IHK is not represented.",
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_how_a_point_came_about_and_where_it_comes_from(
    shell: Shell, cli: Cli, language: str
) -> None:
    adopted(shell, language)
    data = data_of(cli)
    steps = standing.history(data, "p9")
    assert [(s.postponed, s.number) for s in steps] == [(True, ""), (False, "B-2026-4-1")]
    assert steps[0].reason == POSTPONED[language]
    first = standing.origin(data, "p1")
    assert first is not None and (first.version, first.decision) == ("1.1", "")
    sign_all(shell, language)
    shell.at(FORCE)
    shell.run("version", "force")
    then = standing.origin(data_of(cli), "p9")
    assert then is not None
    assert (then.version, then.decision) == ("2.0", "B-2026-4-1")
    mail = shell.run("export", "mail", "--about", "signatures")
    names = dict(texts_of(language)["partners"])
    assert f"- {names['AA']} (Gremium tagt im Januar)" in mail
    assert names["BIB"] not in mail


def test_the_new_version_supersedes_the_old_one_and_takes_nobodys_vote(
    shell: Shell, cli: Cli
) -> None:
    adopted(shell, "de")
    sign_all(shell, "de")
    early = cli(
        *("-f", str(cli.home / "net.json"), "version", "force"),
        KOOPERATION_NOW="2026-12-20T09:00:00+01:00",
    )
    assert (early.code, "valid from" in early.err) == (1, True)
    shell.at(FORCE)
    shell.run("version", "force")
    found = {v["number"]: v["status"] for v in rows(shell, "versions")}
    assert found == {"1.1": "superseded", "2.0": "in_force"}
    assert {p["in_force_since"] for p in rows(shell, "points")} == {"2027-01-01"}
    shell.run("add", "meeting", "--start", "2027-02-10 09:00")
    data = data_of(cli)
    meeting = next(m for m in data.rows(Meeting) if m.year == 2027)
    assert len(plan.entitled_partners(data, meeting)) == 12
    shell.run("check")
    difference = shell.run("export", "difference", "2.0")
    assert "[entfällt: ~~Vertretung.~~] [neu: **Vertretung, die informiert sind" in difference
    assert "## Unverändert" in difference


def test_a_partner_admitted_later_votes_from_its_signature(shell: Shell, cli: Cli) -> None:
    adopted(shell, "de")
    sign_all(shell, "de")
    shell.at(FORCE)
    shell.run("version", "force")
    shell.run("add", "meeting", "--start", "2027-02-10 09:00")
    decision = next(d["number"] for d in rows(shell, "decisions") if d["subject"] == "admission")
    code = texts_of("de")["applicant"]["code"]
    file = str(cli.home / "net.json")
    asked = cli("-f", file, "sign", code, "--by", "Hannah Nowak", KOOPERATION_NOW=FORCE)
    assert (asked.code, "--decision" in asked.err) == (1, True)

    def votes() -> bool:
        data = data_of(cli)
        meeting = next(m for m in data.rows(Meeting) if m.year == 2027)
        own = plan.by_code(data, code)
        assert isinstance(own, Organisation)
        return own.id in plan.entitled_partners(data, meeting)

    assert not votes()
    shell.run("sign", code, "--by", "Hannah Nowak", "--decision", decision)
    assert votes()
    declaration = shell.run("export", "accession", code)
    assert "vertreten durch Hannah Nowak" in declaration


def test_an_edit_that_leaves_one_checksum_behind_is_named(shell: Shell, cli: Cli) -> None:
    adopted(shell, "de")
    sign_all(shell, "de")
    file = cli.home / "net.json"
    tables = json.loads(file.read_text("utf-8"))
    version = next(v for v in tables["versions"].values() if v["number"] == "2.0")
    version["texts"]["p3"] += " Und mehr."
    file.write_text(json.dumps(tables, ensure_ascii=False), "utf-8")
    found = cli("-f", str(file), "check", KOOPERATION_NOW=FORCE)
    assert found.code == 1
    assert "Version 2.0: its text no longer matches its checksum." in found.out
    refused = cli("-f", str(file), "sign", "MGH", "--by", "Rosa Lindner", KOOPERATION_NOW=FORCE)
    assert refused.code == 1
