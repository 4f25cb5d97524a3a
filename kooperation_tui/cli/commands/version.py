"""`kooperation version` and `kooperation sign`"""

from __future__ import annotations

from typing import Final

import click

from kooperation_tui.cli import finding, when
from kooperation_tui.cli import version_hints as hints
from kooperation_tui.cli.completion import codes
from kooperation_tui.cli.context import Session
from kooperation_tui.cli.output import say
from kooperation_tui.domain.commands import signing, versions
from kooperation_tui.domain.commands.paper import add_text
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Wrong
from kooperation_tui.domain.model import (
    Organisation,
    SignatureForm,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.versions import signed_count
from kooperation_tui.i18n import N_, Translator

STEPS: Final = ("new", "propose", "rework", "adopt", "open", "force", "fill", "text")
STATES: Final = {
    VersionStatus.WORKING: N_("being worked on"),
    VersionStatus.PROPOSED: N_("proposed"),
    VersionStatus.ADOPTED: N_("adopted"),
    VersionStatus.OPEN_FOR_SIGNATURE: N_("open for signature"),
    VersionStatus.IN_FORCE: N_("in force"),
    VersionStatus.SUPERSEDED: N_("superseded"),
}


def version(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "version",
        callback=_version,
        help=t(
            "Lead a version of the agreement through its life: new, propose, adopt (with "
            "--decision or --on-paper), open for signature, force (its day has come). “rework” "
            "takes a proposal back. “new --on-paper DATE” enters one that is in force already, "
            "“fill” later takes the wordings as they stand as its text. "
            "“text” shows the text the checksum is made of: “… text | sha256sum”. "
            "The program records versions and signatures and is no legal advice."
        ),
        params=[
            click.Argument(["step"], type=click.Choice(STEPS), metavar=t("STEP")),
            click.Option(
                ["--number"],
                default="",
                metavar=t("NO"),
                help=t("Such as 2.0; else the next or the one that is on its way."),
            ),
            click.Option(
                ["--decision"], default="", metavar=t("NO"), help=t("The decision about it.")
            ),
            click.Option(["--valid-from"], metavar=t("DATE"), help=t("From when it counts.")),
            click.Option(["--on-paper"], metavar=t("DATE"), help=t("Agreed on paper on this day.")),
        ],
    )


@click.pass_obj
def _version(
    session: Session,
    step: str,
    number: str,
    decision: str,
    valid_from: str | None,
    on_paper: str | None,
) -> None:
    _need_fitting(step, decision, valid_from, on_paper)
    if step == "text":
        _show(session.data(), number)
        return

    def command(data: Data, moment: Moment) -> Change:
        start = when.optional_day(valid_from, moment.today)
        paper = when.optional_past(on_paper, moment.today)
        match step:
            case "new":
                return versions.new_version(
                    data, moment, number=number, valid_from=start, on_paper=paper
                )
            case "propose":
                return versions.propose(data, moment, number=number, valid_from=start)
            case "rework":
                return versions.rework(data, moment, number=number)
            case "adopt":
                return versions.adopt(
                    data,
                    moment,
                    number=number,
                    decision=decision.upper(),
                    on_paper=paper,
                    valid_from=start,
                )
            case "open":
                return versions.open_for_signature(data, moment, number=number, valid_from=start)
            case "fill":
                return add_text(data, moment, number=number)
            case _:
                return versions.bring_into_force(data, moment, number=number, valid_from=start)

    done: Version = session.change(command)
    tr = session.tr
    say(tr.t("Version {number}: {state}", number=done.number, state=tr.t(STATES[done.status])))
    if step == "propose":
        hints.tell_length(tr, done)
        hints.warn_of_numbers(tr, session.data(), done)
        hints.warn_of_counts(tr, session.data(), done, session.moment().today)
    if step == "force":
        hints.warn_of_missing(tr, session.data(), done, session.moment().today)


def _show(data: Data, number: str) -> None:
    """The canonical text, byte for byte; of the wording as it stands if none is kept."""
    from kooperation_tui.cli.exporting import write_out
    from kooperation_tui.domain.versions import canonical_text, current_texts

    known = versions.find_version(data, number) if number else None
    write_out(canonical_text(known.texts if known and known.texts else current_texts(data)))


def _need_fitting(step: str, decision: str, valid_from: str | None, on_paper: str | None) -> None:
    """Raises Wrong for an option that the step does not know."""
    given = (
        ("--decision", decision, ("adopt",)),
        ("--on-paper", on_paper, ("new", "adopt")),
        ("--valid-from", valid_from, ("new", "propose", "adopt", "open", "force")),
    )
    for name, value, steps in given:
        if value and step not in steps:
            raise Wrong(
                "{option} does not go with “{step}”.",
                option=name,
                step=step,
            )
    if decision and on_paper:
        from kooperation_tui.cli.context import wrong_together

        raise wrong_together("--decision", "--on-paper")


def sign(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "sign",
        callback=_sign,
        help=t(
            "Note that a partner signed a version, or how far it is: “reserved” while a committee "
            "must still agree and “refused” need --reason. An applicant joins with its signature "
            "and needs the --decision that admitted it. A given signature stays; what was noted "
            "wrongly is corrected with --correct and --reason. The program records signatures and "
            "is no legal advice."
        ),
        params=[
            click.Argument(["code"], metavar=t("CODE"), shell_complete=codes),
            click.Option(["--by"], default="", metavar=t("NAME"), help=t("Who signs for it.")),
            click.Option(["--function"], default="", metavar=t("TEXT"), help=t("As what.")),
            click.Option(["--place"], default="", metavar=t("PLACE"), help=t("Where.")),
            click.Option(["--date"], metavar=t("DATE"), help=t("When; else today.")),
            click.Option(
                ["--form"],
                type=click.Choice([one.value for one in SignatureForm]),
                help=t("On paper, in text form, or electronically."),
            ),
            click.Option(
                ["--version", "number"],
                default="",
                metavar=t("NO"),
                help=t("Which version; else the one open for signature."),
            ),
            click.Option(
                ["--state"],
                type=click.Choice([one.value for one in SignatureStatus]),
                default=SignatureStatus.SIGNED.value,
                show_default=True,
                help=t("How far it is."),
            ),
            click.Option(["--reason"], default="", metavar=t("TEXT"), help=t("Why not yet.")),
            click.Option(
                ["--decision"],
                default="",
                metavar=t("NO"),
                help=t("The decision that admitted an applicant."),
            ),
            click.Option(
                ["--correct"],
                is_flag=True,
                help=t("What was noted of a signature was wrong; --reason says why."),
            ),
        ],
    )


@click.pass_obj
def _sign(
    session: Session,
    code: str,
    by: str,
    function: str,
    place: str,
    date: str | None,
    form: str | None,
    number: str,
    state: str,
    reason: str,
    decision: str,
    correct: bool,
) -> None:
    def command(data: Data, moment: Moment) -> Change:
        return signing.sign(
            data,
            moment,
            organisation=finding.partner(data, code).id,
            number=number,
            status=SignatureStatus(state),
            name=by,
            function=function,
            place=place,
            on=when.optional_past(date, moment.today),
            form=SignatureForm(form) if form else None,
            reason=reason,
            decision=decision.upper(),
            correct=correct,
        )

    saved = session.save(command)
    done = saved.change.result
    data, tr = session.data(), session.tr
    known = data.get(Version, done.version)
    say(
        tr.t(
            "{code}, version {number}: {state}; {count} have signed.",
            code=data.get(Organisation, done.organisation).code,
            number=known.number,
            state=tr.t(hints.SIGNED[done.status]),
            count=signed_count(data, known.id),
        )
    )
