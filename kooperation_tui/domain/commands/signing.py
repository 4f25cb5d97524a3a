"""Who signed a version for which partner; a signature never moves to another text.

The program records signatures and judges nothing: it is no legal advice.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.commands.applying import application_of, promised, signed
from kooperation_tui.domain.commands.versions import find_version, need_intact
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fitting import for_admission, need_decision
from kooperation_tui.domain.model import (
    EarlierSignature,
    Organisation,
    OrganisationStatus,
    Record,
    Signature,
    SignatureForm,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import status_on
from kooperation_tui.domain.versions import text_hash, to_sign

_SIGNABLE = (VersionStatus.OPEN_FOR_SIGNATURE, VersionStatus.IN_FORCE)


def sign(
    data: Data,
    moment: Moment,
    *,
    organisation: str,
    number: str = "",
    status: SignatureStatus = SignatureStatus.SIGNED,
    name: str = "",
    function: str = "",
    place: str = "",
    on: dt.date | None = None,
    form: SignatureForm | None = None,
    reason: str = "",
    decision: str = "",
    correct: bool = False,
) -> Change:
    """Note how far a partner (by id) is with a version. `result` is the signature.

    Args:
        number: the version; without it the one open for signature, else in force.
        status: `reserved` (a committee must still agree) and `refused` need a reason.
        name: who signs; needed for a signature. What is left out stays as it was.
        on: its day, today if left out.
        decision: number of the decision that admitted an applicant.
        correct: what was noted of a given signature was wrong; needs a reason.

    The first signature freezes the version; whoever joined later votes from its own
    (I-14). A given signature stays (I-11, I-12): it is only corrected in the open, and
    once the version is in force only on the day it was noted, or where a paper decides.
    """
    version = _version(data, number)
    partner = _belonging(data, organisation, on or moment.today)
    old = _known(data, version, partner) or Signature(
        id=moment.new_id(), version=version.id, organisation=partner.id
    )
    new = msgspec.structs.replace(
        old,
        status=status,
        name=name.strip() or old.name,
        function=function.strip() or old.function,
        place=place.strip() or old.place,
        form=form.value if form is not None else old.form,
        reason=reason.strip(),
    )
    if old.status is SignatureStatus.SIGNED:
        if _says_the_same(old, new, on):
            return Change(result=old)
        new = _corrected(moment, version, partner, old, new, correct=correct)
    _need_reason(status, reason)
    if status is not SignatureStatus.SIGNED:
        return _not_given(data, partner, old, new)
    new = _given(moment, version, new, on or old.signed_on or moment.today)
    admitted = decision or old.decision or _admitted_by(data, partner)
    joined, new = _joined(data, moment, partner, new, admitted)
    frozen = msgspec.structs.replace(version, frozen_on=version.frozen_on or new.signed_on)
    return _changed(data, old, new, (*joined, *((frozen,) if frozen != version else ())))


def _not_given(data: Data, partner: Organisation, old: Signature, new: Signature) -> Change:
    """A partner that has not signed, or whose signature was noted wrongly."""
    bare = msgspec.structs.replace(
        new, signed_on=None, sha256="", accession=False, decision="", noted_on=None
    )
    return _changed(data, old, bare, _taken_back(partner, old))


def _belonging(data: Data, organisation: str, on: dt.date) -> Organisation:
    partner = data.get(Organisation, organisation)
    if status_on(partner, on) is OrganisationStatus.LEFT:
        raise Refused("{code} has left the network.", code=partner.code)
    return partner


def _known(data: Data, version: Version, partner: Organisation) -> Signature | None:
    pair = (version.id, partner.id)
    return next((s for s in data.rows(Signature) if (s.version, s.organisation) == pair), None)


def _says_the_same(old: Signature, new: Signature, on: dt.date | None) -> bool:
    """Whether a given signature is noted again as it is."""
    same = msgspec.structs.replace(new, reason=old.reason) == old
    return same and (on is None or on == old.signed_on)


def _corrected(
    moment: Moment,
    version: Version,
    partner: Organisation,
    old: Signature,
    new: Signature,
    *,
    correct: bool,
) -> Signature:
    """The corrected signature, which keeps what was noted before. Raises Refused."""
    open_yet = version.status is VersionStatus.OPEN_FOR_SIGNATURE
    if not (open_yet or version.on_paper or old.noted_on == moment.today):
        raise Refused(
            "{code} has signed version {number}, which is in force: its signature stays; a new "
            "version or leaving changes that.",
            code=partner.code,
            number=version.number,
        )
    if not correct:
        raise Refused(
            "{code} has signed version {number} on {day}; if that was noted wrongly, correct it "
            "with a reason (--correct --reason).",
            code=partner.code,
            number=version.number,
            day=old.signed_on,
        )
    if not new.reason:
        raise Refused("A given signature is corrected only with a reason.")
    kept = EarlierSignature(
        corrected_on=moment.today,
        reason=new.reason,
        name=old.name,
        function=old.function,
        place=old.place,
        signed_on=old.signed_on,
        form=old.form,
        sha256=old.sha256,
    )
    stays = new.status is SignatureStatus.SIGNED
    return msgspec.structs.replace(
        new, earlier=(*old.earlier, kept), reason="" if stays else new.reason
    )


def _version(data: Data, number: str) -> Version:
    version = find_version(data, number) if number else to_sign(data)
    if version is None:
        raise Refused(
            "No version is open for signature; adopt one and use “kooperation version open”."
        )
    if version.status not in _SIGNABLE:
        raise Refused(
            "Version {number} is not open for signature; use “kooperation version open”.",
            number=version.number,
        )
    need_intact(version)
    return version


def _need_reason(status: SignatureStatus, reason: str) -> None:
    if reason.strip():
        return
    if status is SignatureStatus.RESERVED:
        raise Refused("Reserved needs a reason: which committee still has to agree?")
    if status is SignatureStatus.REFUSED:
        raise Refused("Refused needs a reason.")


def _given(moment: Moment, version: Version, new: Signature, on: dt.date) -> Signature:
    if not new.name:
        raise Refused("A signature needs the name of the person who signs.")
    if on > moment.today:
        raise Refused("Nobody signs on a day to come ({day}).", day=on)
    if version.adopted_on is not None and on < version.adopted_on:
        raise Refused(
            "Version {number} was adopted on {day}; nobody signed it before.",
            number=version.number,
            day=version.adopted_on,
        )
    return msgspec.structs.replace(
        new,
        signed_on=on,
        sha256="" if _given_to_paper(version, new) else text_hash(version),
        form=new.form or SignatureForm.INK.value,
        noted_on=new.noted_on or moment.today,
    )


def _given_to_paper(version: Version, signature: Signature) -> bool:
    """Whether a signature was given before the text of the paper came: it has no checksum."""
    known = signature.signed_on is not None and not signature.sha256
    return known and version.text_added_on is not None


def _joined(
    data: Data, moment: Moment, partner: Organisation, new: Signature, decision: str
) -> tuple[tuple[Record, ...], Signature]:
    """The partner as it is once it has signed, and the signature with its kind."""
    if partner.status is OrganisationStatus.APPLICANT:
        _need_admission(data, partner, decision)
        new = msgspec.structs.replace(new, accession=True, decision=decision)
        joined = msgspec.structs.replace(
            partner,
            status=OrganisationStatus.PARTNER,
            founder=False,
            joined_on=new.signed_on,
        )
        brings = promised(data, partner.id, moment.new_id())
        return (joined, *signed(data, partner.id, new.signed_on), *brings), new
    if (
        partner.status is OrganisationStatus.PARTNER
        and not partner.founder
        and partner.joined_on is None
    ):
        joined = msgspec.structs.replace(partner, joined_on=new.signed_on)
        return (joined,), msgspec.structs.replace(new, accession=True, decision=decision)
    if new.accession and partner.joined_on != new.signed_on:  # its day was corrected
        return (msgspec.structs.replace(partner, joined_on=new.signed_on),), new
    return (), new


def _admitted_by(data: Data, partner: Organisation) -> str:
    """The number of the decision that an application rests on."""
    known = application_of(data, partner.id)
    return known.decision if known is not None else ""


def _need_admission(data: Data, partner: Organisation, decision: str) -> None:
    if not decision:
        raise Refused(
            "{code} has applied; name the decision that admitted it (--decision).",
            code=partner.code,
        )
    need_decision(data, decision, for_admission(data, partner))


def _taken_back(partner: Organisation, old: Signature) -> tuple[Record, ...]:
    """Whoever joined by a signature that was noted by mistake has not joined."""
    if not old.accession or partner.joined_on != old.signed_on:
        return ()
    applied = bool(old.decision)
    return (
        msgspec.structs.replace(
            partner,
            joined_on=None,
            status=OrganisationStatus.APPLICANT if applied else partner.status,
        ),
    )


def _changed(data: Data, old: Signature, new: Signature, more: tuple[Record, ...]) -> Change:
    known = data.find(Signature, old.id) is not None
    puts: tuple[Record, ...] = () if known and new == old else (new,)
    return Change(puts=(*puts, *more), result=new)
