"""Help for each place: what it is for, examples, and every key from the action table."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink
from kooperation_tui.tui.actions import EVERYWHERE, Action
from kooperation_tui.tui.keys import key_name
from kooperation_tui.tui.slash_help import word_lines


def help_lines(actions: tuple[Action, ...], area: str, tr: Translator, width: int) -> list[Content]:
    """The page for an area."""
    rows: list[Content] = []
    for text in _about(area, tr):
        rows += ink.put(text).wrap(width)
    examples = _examples(area, tr)
    if examples:
        rows += [Content(""), ink.put((tr.t("Examples"), "head"))]
        for typed, meaning in examples:
            first = ink.put((ink.fit(typed, 34), "mark"), " ")
            rows.append(ink.hanging(first, ink.put(meaning), width))
    if area == "minutes":
        rows += [Content(""), ink.put((tr.t("All words that begin with /"), "head"))]
        rows += word_lines(tr, width)
    here = [a for a in actions if a.area != EVERYWHERE and a.keys]
    always = [a for a in actions if a.area == EVERYWHERE and a.keys]
    for title, group in ((tr.t("Here"), here), (tr.t("Everywhere"), always)):
        if not group:
            continue
        rows += [Content(""), ink.put((title, "head"))]
        for action in group:
            first = ink.put((ink.fit(key_name(action.key, tr), 12), "key"))
            rows.append(ink.hanging(first, ink.put(tr.t(action.help)), width))
    return rows


def _about(area: str, tr: Translator) -> list[str]:
    match area:
        case "overview":
            return [tr.t("Your meetings, what is overdue, and how far the agreement is.")]
        case "agenda":
            return [
                tr.t("The agenda: items with their time. TOP is German for an item of the agenda."),
                tr.t(
                    "Once the meeting runs, change the agenda with lines such as /add and /before."
                ),
            ]
        case "roles":
            return [tr.t("Who facilitates, who writes. One person may have several roles.")]
        case "minutes":
            return [
                tr.t("Type what is said and press Enter. An ordinary sentence is a note."),
                tr.t("A mark and a blank at the start make something else of the line."),
            ]
        case "agreement":
            return [
                tr.t(
                    "The agreement point by point: write the wording, then say when it was agreed."
                ),
                tr.t(
                    "A version keeps the wordings: proposed, adopted, signed by all, in force. The "
                    "program records signatures and is no legal advice."
                ),
            ]
        case "actions":
            return [
                tr.t("Who does what by when, over all meetings; overdue first."),
                tr.t("While a meeting runs, what you enter here stands in its minutes, too."),
            ]
        case "partners":
            return [
                tr.t("The partners hold the vote; people speak for them."),
                tr.t(
                    "One person may speak for two partners; several deputies are possible; nobody "
                    "named yet is no reason to wait."
                ),
            ]
        case "archive":
            return [
                tr.t("What is past: meetings and the register of decisions."),
                tr.t(
                    "The search finds other forms and parts of words and forgives typing errors: "
                    "“school” finds “music schools”."
                ),
            ]
        case _:
            return [tr.t("Everything stays in one file on your computer. Nothing is sent.")]


def _examples(area: str, tr: Translator) -> list[tuple[str, str]]:
    if area != "minutes":
        return []
    return [
        (tr.t("HWK reports on the fair"), tr.t("note")),
        (tr.t("! We meet every month."), tr.t("decision to be voted on")),
        ("= 8 1 1", tr.t("yes, no, abstentions; = alone: nobody opposes")),
        (tr.t("> Draft the letter @BB +BK 13.11."), tr.t("action: who, with whom, by when")),
        (tr.t("# Travel costs @BK"), tr.t("parking lot: topics for later")),
        (tr.t("? Who pays?"), tr.t("open question; ? alone marks a gap")),
        (tr.t(": HWK disagrees"), tr.t("statement for the record")),
        (tr.t("% Names stay in the room"), tr.t("confidential")),
        (tr.t("+bk vhs  or  -bts  or  ~ihk"), tr.t("arrives, leaves, is excused")),
        (tr.t("/outcome We go on like this"), tr.t("how the item ends")),
        (tr.t("/next  or  /pause 10  or  /resume"), tr.t("the run of the meeting")),
        (
            "/gast da Ina Ott, Hochschule" if tr.lang == "de" else "/guest in Ina Ott, College",
            tr.t("a guest comes; -ott: the guest goes"),
        ),
        ("q+ bk   q- bk", tr.t("speakers’ list: wants to speak, or not any more")),
        ("q next   q close", tr.t("next speaker, list closed; nothing of it is recorded")),
        (tr.t("/undo  or  ↑"), tr.t("takes the last line back; ↑ edits an earlier one")),
    ]
