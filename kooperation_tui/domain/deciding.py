"""Wordings and ballots: what may be decided, how it is counted (domain 4.4)."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain import ballots as b
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.consequences import settle, unsettle
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Decision,
    DecisionStatus,
    ItemKind,
    Majority,
    Meeting,
    Method,
    Subject,
)
from kooperation_tui.domain.plan import label
from kooperation_tui.domain.rules import majority_for, majority_reached
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import Counting, Wording

BELOW_QUORUM = "below_quorum"
NOT_ANNOUNCED = "not_announced"
GUEST_PRESENT = "guest_present"
WARNINGS = (BELOW_QUORUM, NOT_ANNOUNCED, GUEST_PRESENT)
"""Codes a ballot may carry: it was taken although a rule not yet agreed, or
good custom, speaks against it."""

_STRENGTH = list(Majority)


def propose(scene: Scene, intent: it.Propose) -> Recording:
    """A wording to decide on, or a better one for the open wording."""
    scene.need_running()
    points = (intent.point,) if intent.point else ()
    open_wording = scene.state.wording(scene.state.open_wording)
    wording = open_wording.id if open_wording is not None else scene.event_id
    proposed = ev.Proposed(wording=wording, text=intent.text, points=points, item=scene.named_item)
    bound = scene.state.counting(scene.state.bound_resistance)
    if bound is None or open_wording is not None:
        return Recording(proposed)
    new = Wording(id=wording, text=intent.text, item=bound.item, points=points)
    settled = _settled(scene, new, bound.ballot, bound.item)
    return Recording(proposed, *settled.payloads, puts=settled.puts)


def subject_of(scene: Scene, wording: Wording | None) -> Subject:
    """What a decision is about: a point of the agreement, or the item's subject."""
    if wording is not None and wording.points:
        return Subject.AGREEMENT
    if wording is not None and wording.approves:
        return Subject.MINUTES
    current = scene.current
    return current.item.subject if current is not None else Subject.ORDINARY


def voters(scene: Scene, wording: Wording | None) -> tuple[str, ...]:
    """Represented partners that vote on this wording."""
    recused = wording.recused if wording is not None else ()
    return tuple(o for o in scene.represented() if o not in recused)


def may_decide(scene: Scene, wording: Wording) -> tuple[str, ...]:
    """Refuse what cannot be decided here and now (I-06, I-10); else warnings."""
    state = scene.state
    current = scene.current
    warnings: list[str] = []
    closing = current is not None and current.item.kind in (ItemKind.AOB, ItemKind.CLOSING)
    if current is not None and closing and not state.rules.aob_decisions:
        raise Refused(
            "No decisions are taken under “{title}”; add an item with /add, "
            "or put it into the parking lot with “# ”.",
            title=current.item.title,
        )
    subject = subject_of(scene, wording)
    announced = current is None or current.item.announced
    if not announced and subject in state.rules.must_be_announced:
        if state.rules_agreed:
            raise Refused(
                "This had to be on the invitation and was not; deliberate on it now "
                "and postpone the decision with /postpone next."
            )
        warnings.append(NOT_ANNOUNCED)
    there = len(scene.represented())
    if state.needed is not None and there < state.needed:
        if state.rules_agreed:
            raise Refused(
                "Only {there} of {entitled} partners are represented, {needed} are needed: "
                "deliberate now and decide in the next meeting (/postpone next).",
                there=there,
                entitled=len(state.entitled),
                needed=state.needed,
            )
        warnings.append(BELOW_QUORUM)
    if subject is Subject.ADMISSION and any(g.end is None for g in state.guests):
        warnings.append(GUEST_PRESENT)
    return tuple(warnings)


def _ballot(
    scene: Scene,
    wording: Wording,
    method: Method,
    tally: b.Tally,
    result: b.Result,
    *,
    majority: Majority | None = None,
    unanimous: bool = False,
) -> b.Ballot:
    warnings = may_decide(scene, wording)
    state = scene.state
    there = scene.represented()
    return b.Ballot(
        method=method,
        tally=tally,
        result=result,
        entitled=state.entitled,
        represented=there,
        recused=wording.recused,
        needed=state.needed,
        quorate=state.needed is None or len(there) >= state.needed,
        rules_agreed=state.rules_agreed,
        majority=majority,
        round=_round(scene, wording, method),
        unanimous=unanimous,
        warnings=warnings,
    )


def _round(scene: Scene, wording: Wording, method: Method) -> int:
    countings = [scene.state.counting(event) for event in wording.countings]
    return 1 + sum(
        1 for c in countings if c is not None and not c.void and c.ballot.method is method
    )


def _settled(scene: Scene, wording: Wording, ballot: b.Ballot, item: str) -> Recording:
    """The event of a ballot and, once it settles the wording, the decision's row."""
    if ballot.result is b.Result.OPEN or not ballot.binding:
        return Recording(ev.Balloted(wording=wording.id, item=item, ballot=ballot))
    number, decision, puts = settle(scene, wording, ballot.result, item, subject_of(scene, wording))
    return Recording(
        ev.Balloted(
            wording=wording.id,
            item=item,
            ballot=ballot,
            number=number,
            decision=decision,
            approves=wording.approves,
        ),
        puts=puts,
    )


def nobody_opposes(scene: Scene, _: it.NobodyOpposes) -> Recording:
    wording = scene.need_wording()
    ballot = _ballot(scene, wording, Method.NO_OPPOSITION, b.Silence(), b.Result.CARRIED)
    return _settled(scene, wording, ballot, scene.item)


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
    state = scene.state
    asked = majority_for(state.rules, subject_of(scene, wording))
    majority = intent.majority or asked
    if state.rules_agreed and _STRENGTH.index(majority) < _STRENGTH.index(asked):
        majority = asked
    reached = majority_reached(
        majority,
        yes=intent.yes,
        no=intent.no,
        abstain=intent.abstain,
        represented=can_vote,
        entitled=len(state.entitled),
        abstentions_count=state.rules.abstentions_count,
    )
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
        unanimous=unanimous and intent.unanimous,
    )
    return _settled(scene, wording, ballot, scene.item)


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
    return _settled(scene, wording, ballot, scene.item)


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
    return _settled(scene, wording, ballot, scene.item)


def take_fist(scene: Scene, intent: it.TakeFist) -> Recording:
    """Carried if everybody shows the threshold; below it the wording stays open."""
    wording = scene.need_wording()
    _at_most(sum(intent.counts), len(voters(scene, wording)))
    if not sum(intent.counts):
        raise Refused("Nobody showed anything; type six numbers, from five fingers down to none.")
    rules = scene.state.rules
    below = sum(intent.counts[6 - rules.fist_threshold :])
    tally = b.Fingers(
        counts=intent.counts, threshold=rules.fist_threshold, legend=rules.fist_legend
    )
    result = b.Result.OPEN if below else b.Result.CARRIED
    ballot = _ballot(scene, wording, Method.FIST_OF_FIVE, tally, result)
    return _settled(scene, wording, ballot, scene.item)


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
    asked = majority_for(state.rules, subject_of(scene, wording))
    if state.rules_agreed and asked is not Majority.SIMPLE:
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
    return _settled(scene, wording, ballot, scene.item)


def _resistance(scene: Scene, intent: it.TakeResistance, can_vote: int) -> b.Resistance:
    texts = dict(scene.state.options)
    scale = scene.state.rules.resistance_scale
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
        entitled=state.entitled,
        represented=scene.represented(),
        needed=state.needed,
        quorate=state.quorate(),
        rules_agreed=state.rules_agreed,
        binding=False,
    )
    return Recording(ev.Balloted(wording=state.open_wording, item=scene.item, ballot=ballot))


def last_counting(scene: Scene) -> Counting | None:
    """The last counting that still stands."""
    standing = [c for c in scene.state.countings if not c.void]
    return standing[-1] if standing else None


def void_ballot(scene: Scene, intent: it.VoidBallot) -> Recording:
    """The last ballot is void, stays visible, and its wording is open again."""
    if not intent.reason.strip():
        raise Refused("Say why the ballot is void: = void and the reason.")
    counting = last_counting(scene)
    if counting is None:
        raise Refused("There is no ballot to declare void.")
    return void(scene, counting, intent.reason)


def void(scene: Scene, counting: Counting, reason: str) -> Recording:
    """Declare one counting void."""
    if scene.state.open_wording and scene.state.open_wording != counting.wording:
        raise Refused("Another wording is open; decide or withdraw it first.")
    wording = scene.state.wording(counting.wording)
    puts = unsettle(scene, wording, DecisionStatus.VOID) if wording is not None else ()
    return Recording(ev.Voided(ballot=counting.event, reason=reason), puts=puts)


def end_wording(scene: Scene, intent: it.EndWording) -> Recording:
    wording = scene.need_wording()
    if intent.withdrawn:
        return Recording(ev.WordingEnded(wording=wording.id, withdrawn=True))
    subject = subject_of(scene, wording)
    number, decision, puts = settle(scene, wording, b.Result.REJECTED, scene.item, subject)
    return Recording(
        ev.WordingEnded(
            wording=wording.id, withdrawn=False, number=number, decision=decision, item=scene.item
        ),
        puts=puts,
    )


def raise_objection(scene: Scene, intent: it.RaiseObjection) -> Recording:
    wording = scene.need_wording()
    if not intent.text.strip():
        raise Refused("An objection needs its reason; add it after the code.")
    return Recording(
        ev.Objected(
            wording=wording.id,
            number=len(wording.objections) + 1,
            kind=intent.kind,
            organisation=intent.organisation,
            text=intent.text,
        )
    )


def settle_objection(scene: Scene, intent: it.SettleObjection) -> Recording:
    wording = scene.need_wording()
    found = next((o for o in wording.objections if o.number == intent.number), None)
    if found is None:
        raise Refused("The open wording has no objection number {number}.", number=intent.number)
    if found.settled:
        raise Refused("Objection {number} is settled already.", number=intent.number)
    return Recording(
        ev.ObjectionSettled(
            wording=wording.id,
            number=intent.number,
            integrated=intent.integrated,
            text=intent.text,
        )
    )


def recuse(scene: Scene, intent: it.Recuse) -> Recording:
    wording = scene.need_wording()
    if intent.organisation in wording.recused:
        raise Refused(
            "{code} does not vote on this wording already.", code=scene.code(intent.organisation)
        )
    if intent.organisation not in scene.represented():
        raise Refused("{code} is not represented now.", code=scene.code(intent.organisation))
    return Recording(ev.Recused(wording=wording.id, organisation=intent.organisation))


def review(scene: Scene, intent: it.Review) -> Recording:
    settled = [w for w in scene.state.wordings if w.decision and w.id != scene.state.open_wording]
    if not settled:
        raise Refused("There is no decision yet that could be reviewed.")
    last = max(settled, key=lambda w: _settled_at(scene, w))
    row = scene.data.get(Decision, last.decision)
    return Recording(
        ev.ReviewSet(decision=row.id, on=intent.on),
        puts=(msgspec.structs.replace(row, review_on=intent.on),),
    )


def _settled_at(scene: Scene, wording: Wording) -> int:
    order = [c.event for c in scene.state.countings]
    return max((order.index(e) for e in wording.countings if e in order), default=-1)


def bind_point(scene: Scene, intent: it.BindPoint) -> Recording:
    return Recording(ev.PointBound(wording=scene.need_wording().id, point=intent.point))


def approve_minutes(scene: Scene, intent: it.ApproveMinutes) -> Recording:
    wording = scene.need_wording()
    approved = scene.data.get(Meeting, intent.meeting)
    if approved.start >= scene.meeting.start:
        raise Refused(
            "Minutes of {meeting} cannot be approved here; name an earlier meeting.",
            meeting=label(scene.data, approved),
        )
    return Recording(ev.Approves(meeting=intent.meeting, wording=wording.id))
