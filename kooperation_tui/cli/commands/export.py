"""`kooperation export`"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kooperation_tui.cli.completion import meetings
from kooperation_tui.cli.context import Session, wrong_together
from kooperation_tui.cli.output import say, warn
from kooperation_tui.domain.errors import Refused, Wrong
from kooperation_tui.i18n import LANGUAGES, N_, Translator, translator

if TYPE_CHECKING:
    from kooperation_tui.cli import exporting
    from kooperation_tui.domain.model import Meeting

ABOUT: Final = ("invitation", "minutes", "reminders", "signatures")
ONE: Final = (
    "minutes",
    "agenda",
    "actions",
    "decisions",
    "agreement",
    "difference",
    "accession",
    "onboarding",
    "resources",
    "registers",
    "parking",
    "cheatsheet",
)
_AUDIENCES: Final = ("internal", "partners", "public")


def export(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "export",
        callback=_export,
        help=t(
            "Write a document: minutes, agenda, actions, decisions, agreement, parking. WHICH is "
            "a meeting (else the last one, for the agenda the next) or a version of the "
            "agreement. “difference 1.1..2.0” compares two versions, “accession CODE” is the "
            "declaration a new partner signs, “onboarding CODE” its welcome pack, “resources” and "
            "“registers” are annexes A and C. “cheatsheet” holds all marks of the minutes, “mail” "
            "is text to copy with its addresses. “export all DIRECTORY” writes the rest."
        ),
        params=[
            click.Argument(["what"], type=click.Choice((*ONE, "mail", "all")), metavar=t("WHAT")),
            click.Argument(["which"], default="", metavar=t("[WHICH]"), shell_complete=meetings),
            click.Option(
                ["-o", "--output"], metavar=t("FILE"), help=t("Into this file; else it is shown.")
            ),
            click.Option(
                ["--audience"],
                type=click.Choice(_AUDIENCES),
                default="internal",
                show_default=True,
                help=t("For whom; “public” holds no names, times and single votes."),
            ),
            click.Option(
                ["--format"], type=click.Choice(("md", "html")), help=t("Markdown or one page.")
            ),
            click.Option(
                ["--doc-lang"],
                type=click.Choice(LANGUAGES),
                help=t("Language of the document; else the network's."),
            ),
            click.Option(
                ["--results-only"],
                is_flag=True,
                help=t("Of the minutes one page: decisions, actions, parking lot."),
            ),
            click.Option(
                ["--by-person"], is_flag=True, help=t("Actions under the name of each person.")
            ),
            click.Option(["--as-list"], is_flag=True, help=t("Actions as a list, not a table.")),
            click.Option(
                ["--about"],
                type=click.Choice(ABOUT),
                help=t("What a mail is about; else an invitation."),
            ),
        ],
    )


@click.pass_obj
def _export(
    session: Session,
    what: str,
    which: str,
    output: str | None,
    audience: str,
    format: str | None,
    doc_lang: str | None,
    results_only: bool,
    by_person: bool,
    as_list: bool,
    about: str | None,
) -> int:
    if results_only and what != "minutes":
        raise Wrong("--results-only goes with minutes only.")
    if about and what != "mail":
        raise Wrong("--about goes with mail only.")
    form = _form(what, by_person=by_person, as_list=as_list)
    if what == "all":
        if output:
            raise Wrong("“export all” takes a directory in place of -o.")
        return _all(session, which, audience, format or "md", doc_lang)
    from kooperation_tui.cli import exporting
    from kooperation_tui.documents import ActionForm, Audience, DocumentKind

    data = session.data()
    now = session.clock()
    if what == "mail":
        from kooperation_tui.cli import mailing

        lang = doc_lang or data.network.language
        return _put(mailing.text_of(data, about or ABOUT[0], which, lang, now), output)
    order = exporting.order_for(
        data,
        DocumentKind(what),
        which,
        now.date(),
        audience=Audience(audience),
        lang=doc_lang or (session.tr.lang if what == "cheatsheet" else data.network.language),
        format=format or _format_of(output),
        results_only=results_only,
        action_form=ActionForm(form),
    )
    return _put(exporting.text_of(data, order, now, session.tr), output)


def _form(what: str, *, by_person: bool, as_list: bool) -> str:
    """The value of the form in which actions are written. Raises Wrong."""
    if (by_person or as_list) and what != "actions":
        raise Wrong("--by-person and --as-list go with actions only.")
    if by_person and as_list:
        raise wrong_together("--by-person", "--as-list")
    return "people" if by_person else "list" if as_list else "table"


def _put(text: str, output: str | None) -> int:
    """To standard output, or into a file whose path is told."""
    from kooperation_tui.cli import exporting
    from kooperation_tui.documents.files import write_over

    if not output:
        exporting.write_out(text)
        return 0
    path = Path(output).expanduser().absolute()
    write_over(path, text)
    say(str(path))
    return 0


def _format_of(output: str | None) -> str:
    """HTML if the file's name says so."""
    return "html" if output and output.lower().endswith((".html", ".htm")) else "md"


def _all(session: Session, folder: str, audience: str, format: str, lang: str | None) -> int:
    """Every document into a folder. One that is refused is said; the others are written."""
    from kooperation_tui.cli import exporting
    from kooperation_tui.cli.output import sentence
    from kooperation_tui.documents.files import CannotWrite, write_over

    if not folder:
        raise Wrong("Name the directory: kooperation export all DIRECTORY.")
    place = Path(folder).expanduser().absolute()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            N_("{path} cannot be written ({reason}); choose another place."),
            path=str(place),
            reason=error.strerror or type(error).__name__,
        ) from error
    data, now = session.data(), session.clock()
    taken: set[str] = set()
    status = 0
    for order in _orders(session, audience, format, lang or data.network.language):
        name = _name(session, order, now.date(), taken)
        try:
            text = exporting.text_of(data, order, now, session.tr)
        except (exporting.NotPublic, Refused) as refusal:
            warn(f"{name}: {sentence(session.tr, refusal)}")
            status = 1
            continue
        write_over(place / name, text)
        say(str(place / name))
    return status


def _orders(session: Session, audience: str, format: str, lang: str) -> list[exporting.Order]:
    """What there is: minutes of begun meetings, agendas of planned ones, registers, agreement."""
    from kooperation_tui.cli.exporting import Order
    from kooperation_tui.documents import Audience, DocumentKind
    from kooperation_tui.domain import plan
    from kooperation_tui.domain.model import MeetingStatus

    data = session.data()

    def order(kind: DocumentKind, meeting: Meeting | None = None) -> Order:
        return Order(
            kind=kind,
            audience=Audience(audience),
            lang=lang,
            format=format,
            which=meeting.id if meeting is not None else "",
            meeting=meeting,
        )

    found = []
    for row in plan.meetings(data):
        if row.started_at is not None:
            found.append(order(DocumentKind.MINUTES, row))
        elif row.status in (MeetingStatus.PLANNED, MeetingStatus.INVITED):
            found.append(order(DocumentKind.AGENDA, row))
    registers = (DocumentKind.ACTIONS, DocumentKind.DECISIONS, DocumentKind.PARKING)
    return [*found, *map(order, registers), order(DocumentKind.AGREEMENT)]


def _name(session: Session, order: exporting.Order, today: dt.date, taken: set[str]) -> str:
    """A readable name that no other document of this call has."""
    from kooperation_tui.documents.filenames import file_name
    from kooperation_tui.domain import plan
    from kooperation_tui.domain.model import Body

    data = session.data()
    day, about = today, data.network.short_name or data.network.name
    if order.meeting is not None:
        body = data.find(Body, order.meeting.body)
        day = order.meeting.start.astimezone(plan.zone(data)).date()
        about = order.meeting.title or (body.name if body is not None else "")
    tr = translator(order.lang)
    name = file_name(tr, order.kind, day, about, suffix=order.format)
    if name in taken and order.meeting is not None:
        about = f"{about} {plan.label(data, order.meeting)}"
        name = file_name(tr, order.kind, day, about, suffix=order.format)
    taken.add(name)
    return name
