"""F6: the text of a version, and what differs from the one before, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.documents import Audience, DocumentKind, Options, make
from kooperation_tui.documents.paper import without_front_matter
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.model import Version
from kooperation_tui.domain.versions import before, current_texts
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.drawing.difference import version_rows
from kooperation_tui.tui.drawing.markdown import plain_rows

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

PAGE = 94
"""Cells of a line of a document."""


def difference(app: KooperationApp, version: Version) -> None:
    """Block by block and word by word against the version before."""
    view = app.session.view(app.tr, max(20, min(PAGE, app.size.width - 10)))
    earlier = before(view.data, version)
    if earlier is None:
        app.tell(app.tr.t("There is no version before {number}.", number=version.number), "")
        return
    if not earlier.texts:
        said = app.tr.t("The text of version {number} is not in the file.", number=earlier.number)
        app.tell(said, "")
        return
    title = app.tr.t(
        "What changes from version {old} to {new}", old=earlier.number, new=version.number
    )
    new = version.texts or current_texts(view.data)
    app.push_screen(ReadingDialog(title, version_rows(view, earlier.texts, new)))


def read(app: KooperationApp, version: Version) -> None:
    """The text of a version."""
    view = app.session.view(app.tr, max(20, min(PAGE, app.size.width - 10)))
    options = Options(audience=Audience.PARTNERS, lang=view.data.network.language, now=view.now)
    try:
        document = make(DocumentKind.AGREEMENT, view.data, options, version.number)
    except KooperationError as error:
        app.say(error)
        return
    title = app.tr.t("Version {number}", number=version.number)
    text = without_front_matter(document.markdown)
    app.push_screen(ReadingDialog(title, plain_rows(text, view.width)))
