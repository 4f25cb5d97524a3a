"""Every way of deciding: what it counts, when it carries (domain 4.4)."""

from __future__ import annotations

from functools import partial

import msgspec

from kooperation_tui.domain import ballots as b
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.deciding import (
    PROPOSED_MAJORITY,
    may_decide,
    needed_for,
    settled_by,
    subject_of,
    voters,
)
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Majority, Method
from kooperation_tui.domain.rules import majority_for, majority_reached, majority_used
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import Wording


def _ballot(
    scene: Scene,
    wording: Wording,
    method: Method,
    tally: b.Tally,
    result: b.Result,
    *,
    majority: Majority | None = None,
    proposed: Majority | None = None,
    unanimous: bool = False,
) -> b.Ballot:
    warnings = may_decide(scene, wording)
    if proposed is not None:
        warnings = (*warnings, PROPOSED_MAJORITY)
    there, needed = scene.represented(), needed_for(scene, wording)
    return b.Ballot(
        method=method,
        tally=tally,
        result=result,
        entitled=scene.entitled,
        represented=there,
        recused=wording.recused,
        needed=needed,
        quorate=needed is None or len(there) >= needed,
        rules_agreed=scene.votes.agreed,
        majority=majority,
        proposed=proposed,
        round=_round(scene, wording, method),
        unanimous=unanimous,
        warnings=warnings,
    )


def _round(scene: Scene, wording: Wording, method: Method) -> int:
    countings = [scene.state.counting(event) for event in wording.countings]
    return 1 + sum(
        1 for c in countings if c is not None and not c.void and c.ballot.method is method
    )


def nobody_opposes(scene: Scene, _: it.NobodyOpposes) -> Recording:
    wording = scene.need_wording()
    ballot = _ballot(scene, wording, Method.NO_OPPOSITION, b.Silence(), b.Result.CARRIED)
    return settled_by(scene, wording, ballot)


def take_vote(scene: Scene, intent: it.TakeVote) -> Recording:
    """Yes, no, abstentions against the votes represented (I-05, I-07, I-08)."""
    wording = scene.need_wording()
    may_decide(scene, wording)
    can_vote = len(voters(scene, wording))
    cast = intent.yes + intent.no + intent.abstain
    _at_most(cast, can_vote)
    if intent.unanimous and (intent.no or intent.abstain or not intent.yes):
        raise Refused(
            "That is not unanimous: {no} against, {abstain} abstained; leave the word out.",
            no=intent.no,
            abstain=intent.abstain,
        )
    rules, agreed = scene.votes.rules, scene.votes.agreed
    asked = majority_for(rules, subject_of(scene, wording))
    majority = majority_used(asked, intent.majority, agreed=agreed)
    reach = partial(
        majority_reached,
        yes=intent.yes,
        no=intent.no,
        abstain=intent.abstain,
        represented=can_vote,
        entitled=len(scene.entitled),
        abstentions_count=rules.abstentions_count,
    )
    reached = reach(majority)
    missed = reached and not agreed and not reach(asked)
    unanimous = intent.yes > 0 and intent.no == intent.abstain == 0
    tally = b.Votes(yes=intent.yes, no=intent.no, abstain=intent.abstain, not_voted=can_vote - cast)
    result = b.Result.CARRIED if reached else b.Result.REJECTED
    ballot = _ballot(
        scene,
        wording,
        Method.VOTE,
        tally,
        result,
        majority=majority,
        proposed=asked if missed else None,
        unanimous=unanimous and intent.unanimous,
    )
    return settled_by(scene, wording, ballot)


def _at_most(counted: int, can_vote: int) -> None:
    if counted > can_vote:
        raise Refused(
            "{counted} votes were counted, but only {represented} can vote now; count again.",
            counted=counted,
            represented=can_vote,
        )


def take_consensus(scene: Scene, intent: it.TakeConsensus) -> Recording:
    wording = scene.need_wording()
    _at_most(intent.stand_asides, len(voters(scene, wording)))
    tally = b.StandAsides(count=intent.stand_asides)
    ballot = _ballot(scene, wording, Method.CONSENSUS, tally, b.Result.CARRIED)
    return settled_by(scene, wording, ballot)


def take_consent(scene: Scene, _: it.TakeConsent) -> Recording:
    """Carried without an open paramount objection; it is not a veto (domain 4.4)."""
    wording = scene.need_wording()
    open_ones = [
        o for o in wording.objections if o.kind is ev.ObjectionKind.PARAMOUNT and not o.settled
    ]
    if open_ones:
        raise Refused(
            "Objection {number} of {code} is still open; integrate it (/integrated {number} …) "
            "or have it withdrawn (/withdrawn {number}).",
            number=open_ones[0].number,
            code=scene.code(open_ones[0].organisation),
        )
    paramount = [o for o in wording.objections if o.kind is ev.ObjectionKind.PARAMOUNT]
    integrated = sum(1 for o in paramount if o.integrated)
    tally = b.Consent(
        integrated=integrated,
        withdrawn=len(paramount) - integrated,
        concerns=len(wording.objections) - len(paramount),
    )
    ballot = _ballot(scene, wording, Method.CONSENT, tally, b.Result.CARRIED)
    return settled_by(scene, wording, ballot)


def take_fist(scene: Scene, intent: it.TakeFist) -> Recording:
    """Carried if everybody shows the threshold; below it the wording stays open."""
    wording = scene.need_wording()
    _at_most(sum(intent.counts), len(voters(scene, wording)))
    if not sum(intent.counts):
        raise Refused("Nobody showed anything; type six numbers, from five fingers down to none.")
    rules = scene.votes.rules
    below = sum(intent.counts[6 - rules.fist_threshold :])
    tally = b.Fingers(
        counts=intent.counts, threshold=rules.fist_threshold, legend=rules.fist_legend
    )
    result = b.Result.OPEN if below else b.Result.CARRIED
    ballot = _ballot(scene, wording, Method.FIST_OF_FIVE, tally, result)
    return settled_by(scene, wording, ballot)


def add_option(scene: Scene, intent: it.AddOption) -> Recording:
    scene.need_running()
    return Recording(ev.OptionAdded(label=intent.label.upper(), text=intent.text))


def take_resistance(scene: Scene, intent: it.TakeResistance) -> Recording:
    """Systemic consensing: the lowest sum; a tie chooses nothing.

    With an open wording it settles that; else the next wording is bound to it.
    """
    scene.need_running()
    state = scene.state
    wording = state.wording(state.open_wording)
    tally = _resistance(scene, intent, len(voters(scene, wording)))
    probe = wording or Wording(id="", text="", item=scene.item)
    asked = majority_for(scene.votes.rules, subject_of(scene, wording))
    if scene.votes.agreed and asked is not Majority.SIMPLE:
        raise Refused(
            "Systemic consensing shows what is borne best, but here the rules ask for more; "
            "vote on the wording afterwards with “= yes no abstentions” or use “= straw …”."
        )
    result = b.Result.CARRIED if tally.chosen else b.Result.REJECTED
    ballot = _ballot(scene, probe, Method.RESISTANCE, tally, result)
    if wording is None:
        open_ballot = (
            msgspec.structs.replace(ballot, result=b.Result.OPEN) if not tally.chosen else ballot
        )
        return Recording(ev.Balloted(wording="", item=scene.item, ballot=open_ballot))
    return settled_by(scene, wording, ballot)


def _resistance(scene: Scene, intent: it.TakeResistance, can_vote: int) -> b.Resistance:
    texts = dict(scene.state.options)
    scale = scene.votes.rules.resistance_scale
    sums = {name.upper(): value for name, value in intent.sums}
    if len(sums) != len(intent.sums) or len(sums) < 2:
        raise Refused(
            "Type each option once with its sum, at least two: = resistance A 21 B 38 N 67."
        )
    unknown = next((name for name in sums if name not in texts and name != "N"), None)
    if unknown is not None:
        raise Refused(
            "There is no option {label} yet; add it with /option {label} and its text.",
            label=unknown,
        )
    most = scale * can_vote
    if max(sums.values()) > most:
        raise Refused(
            "A sum of {sum} is more than {represented} votes can give ({most}); count again.",
            sum=max(sums.values()),
            represented=can_vote,
            most=most,
        )
    lowest = min(sums.values())
    best = [name for name, value in sums.items() if value == lowest]
    return b.Resistance(
        options=tuple(
            b.OptionSum(label=name, text=texts.get(name, ""), resistance=value)
            for name, value in sums.items()
        ),
        voters=can_vote,
        scale=scale,
        chosen=best[0] if len(best) == 1 else "",
    )


def take_straw(scene: Scene, intent: it.TakeStraw) -> Recording:
    """An impression; never binding, allowed without quorum (I-06)."""
    scene.need_running()
    state = scene.state
    ballot = b.Ballot(
        method=Method.STRAW,
        tally=b.StrawPoll(text=intent.text),
        result=b.Result.OPEN,
        entitled=scene.entitled,
        represented=scene.represented(),
        needed=scene.needed,
        quorate=scene.needed is None or len(scene.represented()) >= scene.needed,
        rules_agreed=scene.votes.agreed,
        binding=False,
    )
    return Recording(ev.Balloted(wording=state.open_wording, item=scene.item, ballot=ballot))
