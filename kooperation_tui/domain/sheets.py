"""A list of partners as it comes out of a spreadsheet: read, looked at, taken over.

Columns: code (may be missing), name, represented by, deputy, e-mail. Separated by
tabs, semicolons or commas; a first line with headings is recognised. Nothing is
stored by reading.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence

import msgspec

from kooperation_tui.domain.codes import CODE, propose_code
from kooperation_tui.domain.commands.network import add_partner
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import M_, Refused
from kooperation_tui.domain.model import Organisation, Person, Record, Value
from kooperation_tui.domain.plan import partners

_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_SPLIT = re.compile(r"\s*[,;/]\s*")
_HEADINGS: dict[str, tuple[str, ...]] = {
    "code": ("kürzel", "kuerzel", "code", "abkürzung", "kurz", "abbreviation"),
    "name": ("name", "partner", "organisation", "organization", "einrichtung", "institution"),
    "delegate": (
        "vertreten durch",
        "vertretung durch",
        "vertreter",
        "vertreterin",
        "vertreter/in",
        "delegierte",
        "ansprechperson",
        "ansprechpartner",
        "represented by",
        "delegate",
        "contact",
    ),
    "deputy": ("stellvertretung", "stellvertreter", "stellvertreterin", "stv.", "stv", "deputy"),
    "email": ("e-mail", "email", "mail", "e-mail-adresse", "mailadresse"),
}
_COLUMNS = tuple(_HEADINGS)


class PartnerLine(Value):
    """A partner as the list has it. `line` counts from 1; several deputies are possible."""

    line: int
    code: str
    name: str
    delegate: str = ""
    deputies: tuple[str, ...] = ()
    email: str = ""


class SheetProblem(Value):
    """What is not as it should be in a line: a message id and its places."""

    line: int
    message: str
    args: dict[str, str]


class Sheet(Value):
    """What was recognised, and what to look at before it is taken over."""

    partners: tuple[PartnerLine, ...] = ()
    problems: tuple[SheetProblem, ...] = ()

    @property
    def people(self) -> int:
        """How many different people are named."""
        names = {p.delegate for p in self.partners} | {d for p in self.partners for d in p.deputies}
        return len({name.casefold() for name in names if name})


def decode(raw: bytes) -> str:
    """The text of a file as spreadsheets write it: UTF-8, UTF-16 with its mark, else cp1252."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def read_partners(text: str, data: Data) -> Sheet:
    """Read a list of partners. Pure: nothing is stored.

    A code that is missing is proposed from the name; one that is taken, in the file
    or in the list, is named with a proposal.
    """
    rows = _rows(text)
    columns, body = _columns(rows, data)
    problems = _left_out(rows[0], columns) if len(body) < len(rows) else []
    rows = body
    taken = {o.code.casefold() for o in data.rows(Organisation)}
    known = {o.name.casefold() for o in partners(data)}
    found: list[PartnerLine] = []
    for line, cells in rows:
        one = _line(line, cells, columns, taken, known, problems)
        if one is not None:
            taken.add(one.code.casefold())
            known.add(one.name.casefold())
            found.append(one)
    return Sheet(partners=tuple(found), problems=tuple(problems))


def take_over(data: Data, moment: Moment, sheet: Sheet) -> Change:
    """All partners of a list, with their people, at once. `result` are the organisations."""
    if not sheet.partners:
        raise Refused("No partner was recognised; the columns are code, name, represented by.")
    puts: dict[str, Record] = {}
    made: list[Organisation] = []
    for line in sheet.partners:
        change = add_partner(
            data,
            moment,
            code=line.code,
            name=line.name,
            delegate=line.delegate,
            deputies=line.deputies,
        )
        change = _with_email(change, data, line)
        data = data.apply(change)
        puts.update({record.id: record for record in change.puts})
        made.append(change.result)
    return Change(puts=tuple(puts.values()), result=tuple(made))


def _with_email(change: Change, data: Data, line: PartnerLine) -> Change:
    """The address belongs to the delegate."""
    if not (line.email and line.delegate):
        return change
    wanted = " ".join(line.delegate.split()).casefold()
    people = [p for p in change.puts if isinstance(p, Person)] or list(data.rows(Person))
    person = next((p for p in people if p.name.casefold() == wanted), None)
    if person is None:
        person = next(p for p in data.rows(Person) if p.name.casefold() == wanted)
    written = msgspec.structs.replace(person, email=line.email)
    kept = tuple(r for r in change.puts if r.id != person.id)
    return Change(puts=(*kept, written), result=change.result)


# --- rows and columns ------------------------------------------------------------


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Lines with their numbers and cells; empty ones are left out."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    mark = _separator(text)
    # A quotation mark that is never closed would swallow every line behind it.
    closed = text.count('"') % 2 == 0
    lines = io.StringIO(text)
    reader = (
        csv.reader(lines, delimiter=mark)
        if closed
        else csv.reader(lines, delimiter=mark, quoting=csv.QUOTE_NONE)
    )
    rows = []
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            cleaned = [" ".join(cell.split()) for cell in cells]
            if any(cleaned):
                rows.append((line, cleaned))
    except csv.Error:
        raise Refused("Line {line} is no line of a table.", line=before + 1) from None
    return rows


def _separator(text: str) -> str:
    """The sign that stands in the most lines; a tab before a semicolon before a comma."""
    lines = [line for line in text.split("\n") if line.strip()]
    counts = {mark: sum(mark in line for line in lines) for mark in "\t;,"}
    for mark in "\t;":
        if counts[mark] * 2 > len(lines):
            return mark
    return "," if counts[","] else max(counts, key=lambda mark: counts[mark])


def _headings(cells: list[str]) -> list[str]:
    """What the columns are; "Vertretung" is the deputy where somebody else is the delegate."""
    found = [_heading(cell) for cell in cells]
    plain = next((n for n, cell in enumerate(cells) if cell.casefold() == "vertretung"), None)
    if plain is not None:
        found[plain] = "deputy" if "delegate" in found else "delegate"
    return found


def _left_out(row: tuple[int, list[str]], columns: Sequence[str]) -> list[SheetProblem]:
    """Headings that nobody knows: their column is not read, and that is said."""
    line, cells = row
    message = M_("the column “{name}” is not known and is left out")
    return [
        SheetProblem(line=line, message=message, args={"name": cell})
        for cell, column in zip(cells, columns, strict=False)
        if cell and not column
    ]


def _columns(
    rows: list[tuple[int, list[str]]], data: Data
) -> tuple[Sequence[str], list[tuple[int, list[str]]]]:
    """Which column is what: from the headings, else from the place."""
    if rows:
        headings = _headings(rows[0][1])
        if "name" in headings and sum(bool(h) for h in headings) >= min(2, len(headings)):
            return headings, rows[1:]
    first = [cells[0] for _, cells in rows if cells]
    coded = sum(bool(CODE.fullmatch(cell)) or not cell for cell in first)
    if rows and coded * 2 > len(first) and any(len(cells) > 1 for _, cells in rows):
        return _COLUMNS, rows
    return _COLUMNS[1:], rows


def _heading(cell: str) -> str:
    wanted = cell.casefold().strip(" :*")
    return next((column for column, words in _HEADINGS.items() if wanted in words), "")


def _line(
    line: int,
    cells: Sequence[str],
    columns: Sequence[str],
    taken: set[str],
    known: set[str],
    problems: list[SheetProblem],
) -> PartnerLine | None:
    """One partner; what is wrong with it goes to `problems`."""

    def problem(message: str, **args: str) -> None:
        problems.append(SheetProblem(line=line, message=message, args=args))

    values = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
    name = values.get("name", "")
    if not name:
        problem(M_("the name is missing; the line is left out"))
        return None
    if name.casefold() in known:
        problem(M_("“{name}” is there already; the line is left out"), name=name)
        return None
    email = values.get("email", "")
    if email and not _MAIL.fullmatch(email):
        problem(M_("“{text}” is no e-mail address and is left out"), text=email)
        email = ""
    delegate = values.get("delegate", "")
    if not delegate:
        problem(M_("no person is named; that can be added later"))
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        problem(M_("there are more columns than expected; the rest is left out"))
    return PartnerLine(
        line=line,
        code=_code(values.get("code", ""), name, taken, problem),
        name=name,
        delegate=delegate,
        deputies=tuple(d for d in _SPLIT.split(values.get("deputy", "")) if d),
        email=email if delegate else "",
    )


def _code(typed: str, name: str, taken: set[str], problem: Callable[..., None]) -> str:
    """The code as typed, in capitals, or a proposal."""
    if not typed:
        return propose_code(name, taken)
    if not CODE.fullmatch(typed):
        code = propose_code(name, taken)
        problem(M_("“{code}” is no code, proposal {proposal}"), code=typed, proposal=code)
        return code
    if typed.casefold() in taken:
        code = propose_code(typed, taken)
        problem(
            M_("code {code} is there already, proposal {proposal}"),
            code=typed.upper(),
            proposal=code,
        )
        return code
    return typed.upper()
