"""F6: what can be done with one block: wording, sample clause, differences, responsible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content

from kooperation_tui.documents.clauses import Clause, clause, clauses
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.model import (
    Block,
    BlockState,
)
from kooperation_tui.domain.plan import partners
from kooperation_tui.domain.versions import PLACEHOLDER, normal
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import asking, ink, words
from kooperation_tui.tui.agreement_meeting import follow_wording
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.dialogs.wording import WordingDialog
from kooperation_tui.tui.drawing.agreement import block
from kooperation_tui.tui.drawing.difference import difference_rows
from kooperation_tui.tui.drawing.roles import people
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

INSTEAD, BELOW = "instead", "below"
_WIDTH = 62
"""Cells of a row in a list to choose from."""
_PREVIEW = 3
"""Rows of a clause in the list."""


async def give(app: KooperationApp, key: str, **fields: Any) -> None:
    """Change fields of a block."""
    moment = app.session.moment()
    await app.change(lambda data: set_block(data, moment, key=key, **fields))


def _view(app: KooperationApp, width: int = _WIDTH) -> View:
    return app.session.view(app.tr, max(20, min(width, app.size.width - 10)))


async def wording(app: KooperationApp, key: str, start: str = "") -> None:
    """Write the wording, begun with a proposal if there is one."""
    found = block(_view(app), key)
    text, place = found.text or found.text_in_force, f"block {key}"
    if start:
        app.session.drafts.keep(place, "")
    title = words.block_name(key, app.tr)
    help = _agreed_before(app, found)
    new = await app.push_screen_wait(
        WordingDialog(title, text, place=place, start=start, help=help)
    )
    if new is not None and new != text:
        state = BlockState.DRAFT if found.state is BlockState.OPEN and new.strip() else None
        await give(app, key, text=new, state=state)
        if help:
            app.tell(help, "warn")
        await follow_wording(app, key, found.text)


def _agreed_before(app: KooperationApp, found: Block) -> str:
    """What another wording means for a block that was agreed; '' if it was not."""
    tr = app.tr
    if found.state is not BlockState.AGREED:
        return ""
    if found.text_in_force.strip():
        return tr.t(
            "Another wording is a draft and has to be agreed again; what is in force stays in "
            "force until a new version takes effect."
        )
    return tr.t("Another wording is a draft and has to be agreed again.")


async def clause_for(app: KooperationApp, key: str) -> None:
    """Choose a sample clause, fill its places, go on in the editor."""
    view = _view(app)
    language = asking.language_of(view)
    offered = {one.text: one for one in reversed(clauses(view.data, key, language.lang))}
    found = tuple(reversed(offered.values()))
    options = [(one.template.value, _clause_row(app.tr, one, view.width)) for one in found]
    chosen = await app.push_screen_wait(Choose(app.tr.t("Sample clause"), options))
    if chosen is None:
        return
    one = next(c for c in found if c.template.value == chosen)
    text: str | None = one.text
    if one.asks:
        text = await _fill(app, key, one, language)
    if text is None:
        return
    known = block(view, key).text
    if known.strip() and normal(known) != normal(text):
        where = await app.push_screen_wait(
            Choose(
                app.tr.t("There is a wording already."),
                [
                    (INSTEAD, app.tr.t("the clause instead of it")),
                    (BELOW, app.tr.t("the clause below it")),
                ],
            )
        )
        if where is None:
            return
        text = text if where == INSTEAD else f"{known.rstrip()}\n\n{text}"
    await wording(app, key, text)


def _clause_row(tr: Translator, one: Clause, width: int) -> Content:
    title = ink.put((tr.t(words.TEMPLATES[one.template]), "head"))
    rows = ink.put(" ".join(_preview(one.text).split())).wrap(width)
    if len(rows) > _PREVIEW:
        last = ink.put(ink.shorten(rows[_PREVIEW - 1].plain + " …", width))
        return ink.lines([title, *rows[: _PREVIEW - 1], last])
    return ink.lines([title, *rows])


def _preview(text: str) -> str:
    """The text with its places as ‹days›, which no line breaks in two."""
    return PLACEHOLDER.sub(lambda place: f"‹{place[1]}›", text)


async def _fill(app: KooperationApp, key: str, one: Clause, language: Translator) -> str | None:
    """The clause with what was typed for its places; a place left empty stays one."""
    data = app.session.data
    asked = {f"place-{number}": name for number, name in enumerate(one.asks)}

    def text_with(values: Values) -> str:
        typed = {name: values[id].strip() for id, name in asked.items() if values[id].strip()}
        return clause(data, key, one.template, language.lang, typed)

    form = Form(
        app.tr.t("Fill in the places"),
        [Field(id, name.replace("_", " ")) for id, name in asked.items()],
        note=lambda values: _preview(text_with(values)),
    )
    values = await app.push_screen_wait(form)
    return text_with(values) if values is not None else None


async def difference(app: KooperationApp, key: str) -> None:
    """Word by word against the text in force."""
    view = _view(app, 94)
    found = block(view, key)
    text = found.text or found.text_in_force
    if not found.text_in_force.strip():
        app.tell(app.tr.t("Nothing of this block is in force yet; there is no difference."), "")
    elif normal(text) == normal(found.text_in_force):
        app.tell(app.tr.t("The wording is the one in force."), "")
    else:
        title = app.tr.t("{block}: what changes", block=words.block_name(key, app.tr))
        rows = difference_rows(view, found.text_in_force, text)
        await app.push_screen_wait(ReadingDialog(title, rows))


async def responsible(app: KooperationApp, key: str) -> None:
    """Choose who looks after the block."""
    view = _view(app)
    options = [*people(view), *((o.id, f"{o.code}  {o.name}") for o in partners(view.data))]
    title = app.tr.t("Who looks after this?")
    chosen = await app.push_screen_wait(Choose(title, options, block(view, key).responsible))
    if chosen is not None:
        await give(app, key, responsible=chosen)
