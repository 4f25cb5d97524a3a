"""One page with all marks of the capture language, to print and lay beside the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kooperation_tui.documents.document import Document, DocumentKind
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.i18n import Translator

Row = tuple[tuple[str, ...], str]
"""Lines as they are typed, and what they mean."""
Slash = Callable[[str], str]


def cheat_sheet(tr: Translator, words: Mapping[str, tuple[str, ...]]) -> Document:
    """The cheat sheet in the reader's language.

    Args:
        words: what a slash line does -> its words, English first (`capture.words.SLASH`).
            What is not in it is written with its English word.
    """
    paper = Paper()
    title = tr.t("Cheat sheet: how to write the minutes")
    paper.heading(1, title)
    paper.paragraph(tr.t("An ordinary sentence is a note. One line, Enter, saved."))
    header = (tr.p("cheat sheet", "You type"), tr.p("cheat sheet", "It becomes"))
    for heading, rows in sections(tr, words):
        paper.heading(2, heading)
        paper.table(header, [(_typed(lines), meaning) for lines, meaning in rows])
    head = front_matter(
        {
            tr.p("front matter", "type"): tr.p("front matter", "cheat_sheet"),
            tr.p("front matter", "language"): tr.lang,
        }
    )
    return Document(
        title=title,
        lang=tr.lang,
        markdown=head + paper.markdown,
        kind=DocumentKind.CHEATSHEET,
    )


def _typed(lines: tuple[str, ...]) -> str:
    return " · ".join(f"`{line}`" for line in lines)


def sections(tr: Translator, words: Mapping[str, tuple[str, ...]]) -> list[tuple[str, list[Row]]]:
    """Headings with their rows. Every line in it is one that is understood."""

    def slash(what: str) -> str:
        known = words.get(what, (what,))
        return f"/{known[0 if tr.lang == 'en' else -1]}"

    return [
        (tr.p("cheat sheet", "At the start of the line"), _marks(tr)),
        (tr.p("cheat sheet", "Who is there"), _people(tr, slash)),
        (tr.p("cheat sheet", "The result of a vote"), _votes(tr, slash)),
        (tr.p("cheat sheet", "The run of the meeting"), _run(tr, slash)),
        (tr.p("cheat sheet", "How an item ends"), _ends(tr, slash)),
        (tr.p("cheat sheet", "Mending"), _mending(tr, slash)),
    ]


def _marks(tr: Translator) -> list[Row]:
    return [
        ((tr.p("cheat sheet line", "! We meet every month."),), tr.t("wording of a decision")),
        (
            (tr.p("cheat sheet line", "> Draft the letter @BB +BK 13.11."),),
            tr.t("action: what, @ who, + with whom, by when"),
        ),
        (
            (tr.p("cheat sheet line", "> M-12 done"),),
            tr.t("news of an action: done, running, a new date with its reason"),
        ),
        ((tr.p("cheat sheet line", "# Travel costs @BK"),), tr.t("parking lot: a topic for later")),
        (
            (tr.p("cheat sheet line", "? Who pays?"), "?"),
            tr.t("open question; alone it marks a gap"),
        ),
        (
            (tr.p("cheat sheet line", ": HWK sees it differently."),),
            tr.t("statement for the record"),
        ),
        (
            (tr.p("cheat sheet line", "% Names stay in the room."),),
            tr.t("confidential, internal version only"),
        ),
        ((tr.p("cheat sheet line", "10:30 said earlier"),), tr.t("entered later, with its time")),
        ((tr.p("cheat sheet line", "\\! only text"),), tr.t("what follows is text")),
    ]


def _people(tr: Translator, slash: Slash) -> list[Row]:
    return [
        (("+BK vhs jc",), tr.t("these arrive")),
        (("-BTS",), tr.t("leaves")),
        (("~IHK",), tr.t("is excused")),
        (("+HWK online",), tr.t("takes part by video or phone")),
        (
            (tr.p("cheat sheet line", "+AA Kim Berg"),),
            tr.t("comes for the partner; a new name is entered"),
        ),
        ((slash("all"),), tr.t("everybody who is not excused")),
        (
            (tr.p("cheat sheet line", "{guest} in Robin Sommer", guest=slash("guest")),),
            tr.t("a guest, never counted"),
        ),
        (
            (tr.p("cheat sheet line", "{role} minutes BIB", role=slash("role")),),
            tr.t("takes over a role"),
        ),
    ]


def _votes(tr: Translator, slash: Slash) -> list[Row]:
    return [
        (("=",), tr.t("nobody opposes")),
        (("= 8 1 1",), tr.t("yes, no, abstentions")),
        ((tr.p("cheat sheet line", "= consensus 1"),), tr.t("consensus, one stands aside")),
        ((tr.p("cheat sheet line", "= consent"),), tr.t("consent, no paramount objection")),
        (
            (tr.p("cheat sheet line", "= fist 4 4 2 0 0 0"),),
            tr.t("fist of five: how many show 5, 4, 3, 2, 1, 0 fingers"),
        ),
        (
            (
                tr.p("cheat sheet line", "{option} A half a day", option=slash("option")),
                tr.p("cheat sheet line", "= resistance A 21 N 67"),
            ),
            tr.t("systemic consensing; N is “nothing changes”"),
        ),
        (
            (tr.p("cheat sheet line", "{objection} HWK too dear", objection=slash("objection")),),
            tr.t("objection to a proposal in consent"),
        ),
        (
            (tr.p("cheat sheet line", "= void counted wrongly"),),
            tr.t("the last count does not hold; the wording is open again"),
        ),
        ((slash("withdraw"), slash("reject")), tr.t("ends an open wording without a count")),
        ((f"{slash('review')} 1.6.2027",), tr.t("look at the decision again on this day")),
    ]


def _run(tr: Translator, slash: Slash) -> list[Row]:
    return [
        ((slash("start"), slash("next"), slash("close")), tr.t("begin, next item, close")),
        ((f"{slash('item')} 6",), tr.t("to this item")),
        ((f"{slash('pause')} 10", slash("resume")), tr.t("break, and on again")),
        ((f"{slash('extend')} 5",), tr.t("five minutes more")),
        (
            (tr.p("cheat sheet line", "{add} New topic 10", add=slash("add")),),
            tr.t("a new item with its minutes"),
        ),
        ((f"{slash('before')} 6 5",), tr.t("item 6 comes before item 5")),
        (
            (f"{slash('nextmeeting')} 2.12. 9:00",),
            tr.t("the next meeting is fixed"),
        ),
    ]


def _ends(tr: Translator, slash: Slash) -> list[Row]:
    return [
        ((slash("noted"),), tr.t("taken note of")),
        (
            (tr.p("cheat sheet line", "{outcome} We go on", outcome=slash("outcome")),),
            tr.t("a result in words"),
        ),
        (
            (
                tr.p(
                    "cheat sheet line",
                    "{postpone} next Figures missing",
                    postpone=slash("postpone"),
                ),
            ),
            tr.t("postponed, to the next meeting or a day"),
        ),
        ((slash("park"),), tr.t("into the parking lot")),
        (
            (tr.p("cheat sheet line", "{drop} no longer needed", drop=slash("drop")),),
            tr.t("dropped, with the reason"),
        ),
    ]


def _mending(tr: Translator, slash: Slash) -> list[Row]:
    return [
        ((slash("undo"),), tr.t("takes the last line back")),
        ((tr.p("cheat sheet line", "s/old/new/"),), tr.t("other words in the last line")),
        ((tr.p("cheat sheet line", "... and more"),), tr.t("goes on with the last text")),
        (
            (tr.p("cheat sheet line", "{word} 4 belongs there", word=slash("for")),),
            tr.t("the rest of the line belongs to item 4"),
        ),
        (
            (f"{slash('approve')} 2026-2",),
            tr.t("the open wording approves these minutes"),
        ),
    ]
