"""`kooperation export`"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from kooperation_tui.cli.completion import meetings
from kooperation_tui.cli.context import Session, wrong_together
from kooperation_tui.cli.output import say, warn
from kooperation_tui.domain.errors import Wrong
from kooperation_tui.i18n import LANGUAGES, Translator, translator

ABOUT: Final = ("invitation", "minutes", "reminders", "signatures")
"""What a mail can be about; the same as `documents.filenames.MAILS`."""
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
    "dissolution",
    "review",
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
            "“registers” are annexes A and C. “dissolution” lists what has to be settled before "
            "the network ends, “review 2026” what served each goal. “cheatsheet” holds all marks "
            "of the minutes, “mail” is text to copy with its addresses. “export all DIRECTORY” "
            "writes every document."
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
                ["--sent-version"],
                type=click.IntRange(min=1),
                metavar=t("NUMBER"),
                help=t("Of minutes that were sent several times: this version."),
            ),
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
    sent_version: int | None,
    about: str | None,
) -> int:
    if results_only and what != "minutes":
        raise Wrong("--results-only goes with minutes only.")
    if sent_version is not None and (what != "minutes" or results_only):
        raise Wrong("--sent-version goes with whole minutes only.")
    if about and what != "mail":
        raise Wrong("--about goes with mail only.")
    form = _form(what, by_person=by_person, as_list=as_list)
    if what == "all":
        if output:
            raise Wrong("“export all” takes a directory in place of -o.")
        from kooperation_tui.cli.export_all import everything

        return everything(session, which, audience, format or "md", doc_lang)
    from kooperation_tui.cli import exporting
    from kooperation_tui.documents import ActionForm, Audience, DocumentKind
    from kooperation_tui.documents.agenda import still_open

    data = session.data()
    now = session.clock()
    if what == "mail":
        from kooperation_tui.cli import mailing
        from kooperation_tui.documents.mail import as_text

        lang = doc_lang or data.network.language
        found = mailing.mails(data, about or ABOUT[0], which, lang, now)
        if output:
            mailing.tell_without(found, session.tr)
        return _put(as_text(found, translator(lang)), output)
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
        version=sent_version or 0,
    )
    done = _put(exporting.text_of(data, order, now, session.tr), output)
    if order.kind is DocumentKind.AGENDA:
        for one in still_open(data, order.which):
            warn(session.tr.t(one.message, **one.args))
    return done


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
