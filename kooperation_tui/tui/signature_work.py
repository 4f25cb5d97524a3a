"""F6: notes who signed for which partner, or why not yet. It judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.documents.signature_mail import signature_mail
from kooperation_tui.domain import plan
from kooperation_tui.domain.commands.applying import application_of
from kooperation_tui.domain.commands.signing import sign
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.model import (
    Organisation,
    OrganisationStatus,
    Signature,
    SignatureForm,
    SignatureStatus,
    Version,
)
from kooperation_tui.domain.versions import to_sign
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.asking import language_of
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.drawing.signatures import signature_of
from kooperation_tui.tui.partner_work import optional_past
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def show_board(app: KooperationApp, version: Version | None = None) -> None:
    """The board of a version; without one, of the version that is to be signed now."""
    from kooperation_tui.tui.dialogs.signatures import SignaturesDialog

    app.messages.read()
    version = version or to_sign(app.session.data)
    if version is None:
        app.tell(
            app.tr.t(
                "There is nothing to sign yet: f adopts a version and opens it for signature."
            ),
            "warn",
        )
        return
    title = app.tr.t("Signatures of version {number}", number=version.number)
    await app.push_screen_wait(SignaturesDialog(title, version.id))


def _fields(view: View, partner: Organisation, known: Signature | None) -> list[Field]:
    tr = view.tr
    optional = tr.t("may stay empty")
    speaker = plan.delegate(view.data, partner.id, view.today)
    name = speaker.name if speaker is not None else ""
    signed_on = known.signed_on if known is not None and known.signed_on else view.today
    states = tuple((s.value, tr.t(label)) for s, label in words.SIGNATURE_STATES.items())
    fields = [
        Field("status", tr.t("How far"), known.status if known else "signed", states),
        Field("name", tr.t("Who signs"), known.name if known and known.name else name),
        Field("function", tr.t("As what"), _function(view, partner, known, name), hint=optional),
        Field("place", tr.t("Place"), known.place if known else "", hint=optional),
        Field("day", tr.t("Signed on"), tr.date_short(signed_on)),
        Field(
            "form",
            tr.t("How"),
            known.form if known and known.form else SignatureForm.INK.value,
            tuple((form, tr.t(label)) for form, label in words.FORMS.items()),
        ),
        _reason_field(view, known),
    ]
    if partner.status is OrganisationStatus.APPLICANT:
        application = application_of(view.data, partner.id)
        admitted = application.decision if application is not None else ""
        decision = known.decision if known and known.decision else admitted
        fields.append(Field("decision", tr.t("Decision"), decision, hint=tr.t("that admitted it")))
    return fields


def _function(view: View, partner: Organisation, known: Signature | None, name: str) -> str:
    """What a person signs as: as noted, else as it signed for the partner before."""
    if known is not None:
        return known.function
    before = [
        s.function
        for s in view.data.rows(Signature)
        if s.organisation == partner.id and s.function and s.name == name
    ]
    return before[-1] if before else ""


def _given(known: Signature | None) -> bool:
    return known is not None and known.status is SignatureStatus.SIGNED


def _reason_field(view: View, known: Signature | None) -> Field:
    """Why it is not signed yet; of a given signature why what was noted is wrong."""
    tr = view.tr
    if _given(known):
        return Field("reason", tr.t("Why it is corrected"), hint=tr.t("a given signature stays"))
    hint = tr.t("such as: the board meets on 4 May")
    return Field("reason", tr.t("Why not yet"), known.reason if known else "", hint=hint)


async def note_signature(app: KooperationApp, version: str, partner: str) -> None:
    """Who signs for a partner, or why not yet. Ids."""
    tr, session = app.tr, app.session
    view, moment = session.view(tr, 60), session.moment()
    known, row = view.data.get(Version, version), view.data.get(Organisation, partner)
    given = _given(signature_of(view, known, partner))

    def command(data: Data, values: Values) -> Change:
        status = SignatureStatus(values["status"])
        signed = status is SignatureStatus.SIGNED
        return sign(
            data,
            moment,
            organisation=partner,
            number=known.number,
            status=status,
            name=values["name"],
            function=values["function"],
            place=values["place"],
            on=optional_past(values["day"], view.today) if signed else None,
            form=SignatureForm(values["form"]) if signed else None,
            reason=values["reason"] if given or not signed else "",
            correct=given,
            decision=values.get("decision", "").strip().upper(),
        )

    title = f"{row.code}  {row.name}"
    fields = _fields(view, row, signature_of(view, known, partner))
    form = Form(
        title,
        fields,
        check=lambda values: command(session.data, values),
        note=lambda _: tr.t("The program records signatures and is no legal advice."),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        await app.change(lambda data: command(data, values))


def show_reminder(app: KooperationApp) -> None:
    """A text to copy for those who have not signed yet; nothing is sent."""
    view = app.session.view(app.tr, max(20, min(94, app.size.width - 10)))
    if view.beamer:
        said = app.tr.t("Addresses stay hidden while the projector shows the screen: F12.")
        app.tell(said, "warn")
        return
    try:
        mail = signature_mail(view.data, language_of(view), view.now)
    except KooperationError as error:
        app.say(error)
        return
    rows = []
    for line in mail.text(language_of(view)).split("\n"):
        rows += ink.put(line).wrap(view.width) or [ink.put("")]
    app.push_screen(ReadingDialog(app.tr.t("Text to copy"), rows))
