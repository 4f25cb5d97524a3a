"""The first screen: ways to begin, where the file lies, how it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.content import Content

from kooperation_tui.domain.model import Template
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View


def ways(view: View, known: Sequence[Path], prefix: str, back: str = "") -> list[Row]:
    """The three ways; below files that were opened before.

    Args:
        prefix: stands before the number of a known file in the row's id.
        back: the name of the network that is open meanwhile, '' if none.
    """
    tr = view.tr
    rows = []
    if back:
        escape = (f"  {tr.p('key', 'Esc')}", "key")
        said = tr.t("Back to {network}", network=back)
        rows += [Row(ink.put(escape, f"  {said}").truncate(view.width, ellipsis=True), "back")]
    rows += [
        _way(view, "create", "1", tr.t("Start a new network"), tr.t("takes about 10 minutes")),
        _way(view, "open", "2", tr.t("Open a file that is there"), tr.t("on a network drive, too")),
        _way(
            view,
            "practise",
            "3",
            tr.t("Try it out first"),
            tr.t("invented; changes nothing of yours"),
        ),
    ]
    if known:
        rows.append(Row(ink.put(("  " + tr.t("Opened before"), "dim"))))
    for number, path in enumerate(known):
        name = ink.fit(path.stem, 30 if view.width >= 60 else 20)
        folder = _short(str(path.parent), max(view.width - 8 - ink.width(name), 12))
        rows.append(
            Row(ink.put("     ", (name, "strong"), " ", (folder, "dim")), f"{prefix}{number}")
        )
    return rows


def _way(view: View, id: str, key: str, label: str, note: str) -> Row:
    """A way; what is said of it only where there is room."""
    row = ink.put(("  " + key, "key"), "  ", ink.fit(label, 30), " ", (note, "dim"))
    if row.cell_length > view.width:
        row = ink.put(("  " + key, "key"), "  ", label)
    return Row(row, id)


def _short(path: str, cells: int) -> str:
    """The end of a path, which tells more than its beginning."""
    path = ink.clean(path)
    if ink.width(path) <= cells:
        return path
    while path and ink.width(path) > cells - 1:
        path = path[1:]
    return "…" + path


def further(view: View, folder: Path, synced: str, room: int) -> Content:
    """Where the file will lie, and the steps of the first hour.

    Args:
        synced: the program that synchronises the folder, '' if none.
        room: rows there are; steps are left out where they do not fit.
    """
    tr = view.tr
    rows = [
        ink.put(
            (tr.t("Your new file will lie in this folder:"), "dim"),
            "   ",
            ("o", "key"),
            (" " + tr.t("change"), "dim"),
        ),
        ink.put("  ", _short(str(folder), view.width - 2)),
    ]
    if synced:
        said = tr.t(
            "This folder is synchronised by {program}. Please do not open the file on two "
            "machines at once.",
            program=synced,
        )
        rows += ink.put((said, "warn")).wrap(view.width)
    language = tr.t("Language: English") if tr.lang == "en" else tr.t("Language: German")
    steps = (
        tr.t("Name and rules (proposal: no rules yet)"),
        tr.t("Partners: paste a list from a spreadsheet, or one by one (F8)"),
        tr.t("What exists: agreement on paper, decisions, actions (F6, F9, F7)"),
        tr.t("First meeting from a template, print the agenda (F2, F3, x)"),
    )
    below = [
        Content(""),
        ink.put((tr.t("This is how it goes on"), "dim")),
        *(
            ink.put(f"  {n}  ", step).truncate(view.width, ellipsis=True)
            for n, step in enumerate(steps, 1)
        ),
    ]
    last = [Content(""), ink.put(language, "   ", ("l", "key"), " Deutsch / English")]
    if len(rows) + len(below) + len(last) > room:
        below = []
    return ink.lines([*rows, *below, *last])


def templates(tr: Translator) -> tuple[tuple[str, str], ...]:
    """The templates of rules, the one that decides nothing first."""
    return tuple((template.value, tr.t(label)) for template, label in words.TEMPLATES.items())


def template_note(tr: Translator, template: Template) -> str:
    """What a template proposes, and that it is a proposal."""
    match template:
        case Template.NONE:
            return tr.t("The program only counts; no quorum, no deadlines. Rules can come later.")
        case Template.INFORMAL:
            said = tr.t(
                "Consent first; more than half of the partners must be there; the agreement "
                "needs two thirds; invitation 14 days before."
            )
        case Template.MUNICIPAL:
            said = tr.t(
                "Consensus first; more than half must be there, both sides among them; money "
                "must be announced; invitation 14 days before."
            )
        case Template.CONSORTIUM:
            said = tr.t(
                "Votes with two thirds; two thirds must be there; the agreement needs all "
                "partners; invitation 14 days before."
            )
    proposal = tr.t(
        "These rules are the template’s proposal. They hold only once the network has agreed on "
        "point 1; until then they warn and refuse nothing."
    )
    return f"{said} {proposal}"
