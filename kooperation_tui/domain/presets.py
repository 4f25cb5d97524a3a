"""Rule sets of the three templates, as far as they can be computed (domain 1.1).

What cannot be computed stays as message ids in `remarks`: the faces translate
them. They are proposals until point 1 of the agreement is agreed.
"""

from __future__ import annotations

from kooperation_tui.domain.errors import M_
from kooperation_tui.domain.model import (
    CircularRules,
    Majorities,
    Majority,
    Method,
    Quorum,
    QuorumKind,
    RuleSet,
    Silence,
    Subject,
    Template,
)

_MUST = (Subject.AGREEMENT, Subject.ADMISSION, Subject.EXCLUSION, Subject.ELECTION)


def preset(template: Template, identity: str) -> RuleSet:
    """The rule set that a template proposes."""
    match template:
        case Template.NONE:
            return RuleSet(id=identity)
        case Template.INFORMAL:
            return _informal(identity)
        case Template.MUNICIPAL:
            return _municipal(identity)
        case Template.CONSORTIUM:
            return _consortium(identity)


def _informal(identity: str) -> RuleSet:
    two_thirds = Majority.TWO_THIRDS
    return RuleSet(
        id=identity,
        template=Template.INFORMAL,
        quorum=Quorum(kind=QuorumKind.MORE_THAN_HALF),
        majorities=Majorities(agreement=two_thirds, admission=two_thirds, exclusion=two_thirds),
        first_method=Method.CONSENT,
        invitation_days=14,
        agenda_request_days=7,
        must_be_announced=_MUST,
        second_meeting_days=28,
        minutes_days=5,
        objection_days=14,
        attendance_years=3,
        circular=CircularRules(days=14),
        remarks=(
            M_(
                "Urgent matters may be decided in text form within 14 days; "
                "one objection stops it, silence is an abstention."
            ),
        ),
    )


def _municipal(identity: str) -> RuleSet:
    return RuleSet(
        id=identity,
        template=Template.MUNICIPAL,
        quorum=Quorum(kind=QuorumKind.MORE_THAN_HALF),
        first_method=Method.CONSENSUS,
        invitation_days=14,
        agenda_request_days=7,
        must_be_announced=(*_MUST, Subject.BUDGET),
        second_meeting_days=28,
        minutes_days=10,
        attendance_years=3,
        circular=CircularRules(days=14, silence=Silence.NO, stopped=False),
        remarks=(
            M_("Both sides, municipality and network, must be present."),
            M_("Both sides sign a change of the agreement."),
            M_("The steering committee admits new partners."),
            M_("Decisions that bind the municipal budget wait for the responsible body."),
        ),
    )


def _consortium(identity: str) -> RuleSet:
    every = Majority.ALL_PARTNERS
    return RuleSet(
        id=identity,
        template=Template.CONSORTIUM,
        quorum=Quorum(kind=QuorumKind.FRACTION, numerator=2, denominator=3),
        majorities=Majorities(default=Majority.TWO_THIRDS, agreement=every, admission=every),
        first_method=Method.VOTE,
        invitation_days=14,
        agenda_request_days=7,
        must_be_announced=(*_MUST, Subject.BUDGET),
        second_meeting_days=14,
        minutes_days=10,
        minutes_working_days=False,
        objection_days=15,
        attendance_years=5,
        circular=CircularRules(days=10, majority=Majority.ABSOLUTE, stopped=False),
        remarks=(M_("The funder must agree to the admission of a partner."),),
    )
