"""What the letters on the attendance picture mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain import intents as it
from kooperation_tui.domain import plan
from kooperation_tui.domain.afterwards import is_over
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Answer, DelegationKind, Person
from kooperation_tui.tui import words
from kooperation_tui.tui.dialogs.ask import Choose, Confirm
from kooperation_tui.tui.dialogs.form import Field, Form, Values

if TYPE_CHECKING:
    from kooperation_tui.tui.screens.minutes import MinutesScreen

NEW = "new"
HELD, NOW = "held", "now"


async def letter(screen: MinutesScreen, what: str, organisation: str) -> None:
    """A letter on the attendance picture: who is there, before the day who will come."""
    view = screen.view()
    if view.meeting is not None and view.meeting.start.date() > view.today:
        await _expect(screen, what, organisation)
        return
    intent = await _intent_for(screen, what, organisation)
    if intent is not None:
        await screen.recorder.record(intent)


async def _intent_for(screen: MinutesScreen, what: str, organisation: str) -> it.Intent | None:
    """The intent of a letter; None if somebody thought better of it."""
    match what:
        case "all":
            return it.ArriveAll()
        case "start" | "afterwards":
            return await _start(screen, afterwards=what == "afterwards")
        case "guest":
            return await _guest(screen)
    if not organisation:
        return None
    state = screen.view().state
    there = state is not None and organisation in state.represented()
    match what:
        case "there" if there:
            return it.Leave(organisations=(organisation,))
        case "there":
            return it.Arrive(arrivals=(it.Arriving(organisation=organisation),))
        case "excused":
            return it.Excuse(organisations=(organisation,))
        case "deputy":
            return await _deputy(screen, organisation)
    return None


async def _start(screen: MinutesScreen, *, afterwards: bool) -> it.Intent | None:
    """Begin; on its day, past the planned end, it is asked whether it was held already."""
    tr, view = screen.tr, screen.view()
    meeting = view.meeting
    if meeting is None or not await _may_begin(screen):
        return None
    if afterwards or not view.afterwards or is_over(view.data, meeting, view.now):
        return it.Start(afterwards=afterwards or view.afterwards)
    chosen = await screen.koop.push_screen_wait(
        Choose(
            tr.t("The planned time of this meeting is over."),
            [
                (
                    HELD,
                    tr.t("It was held: enter it afterwards, begun at {time}", time=meeting.start),
                ),
                (NOW, tr.t("It begins now")),
            ],
        )
    )
    return it.Start(afterwards=chosen == HELD) if chosen is not None else None


async def _may_begin(screen: MinutesScreen) -> bool:
    """Asked first while not even half of the partners are there."""
    state = screen.view().state
    if state is None or 2 * len(state.represented()) >= len(state.entitled):
        return True
    said = screen.tr.t(
        "Only {there} of {all} partners are entered as present. Begin all the same?",
        there=len(state.represented()),
        all=len(state.entitled),
    )
    wanted = await screen.koop.push_screen_wait(Confirm(said))
    return bool(wanted)


async def _expect(screen: MinutesScreen, what: str, organisation: str) -> None:
    """Before the day: who said they are coming, or not."""
    state = screen.view().state
    if what not in ("there", "excused", "deputy") or not organisation or state is None:
        said = screen.tr.t("That goes on the day of the meeting.")
        screen.koop.tell(said, "warn")
        return
    person = ""
    if what == "deputy":
        intent = await _deputy(screen, organisation)
        if not isinstance(intent, it.Arrive) or not intent.arrivals[0].person:
            return
        person = intent.arrivals[0].person
    wanted = Answer.EXCUSED if what == "excused" else Answer.COMING
    known = next((e for e in state.expected if e.organisation == organisation), None)
    same = known is not None and known.answer is wanted and known.person == person
    answer = None if same else wanted
    moment, meeting = screen.session.moment(), screen.session.meeting_id
    await screen.koop.change(
        lambda data: planning.expect(
            data, moment, meeting=meeting, organisation=organisation, answer=answer, person=person
        )
    )


async def _guest(screen: MinutesScreen) -> it.Intent | None:
    tr = screen.tr
    found = await screen.koop.push_screen_wait(
        Form(
            tr.t("Guest"),
            [Field("name", tr.t("Name")), Field("organisation", tr.t("Organisation"))],
            check=_need_name,
        )
    )
    if found is None:
        return None
    return it.GuestIn(name=found["name"].strip(), organisation=found["organisation"].strip())


async def _deputy(screen: MinutesScreen, organisation: str) -> it.Intent | None:
    tr, view = screen.tr, screen.view()
    assert view.meeting is not None
    day = view.meeting.start.date()
    known = plan.delegations(view.data, organisation, day, DelegationKind.DEPUTY)
    people = [view.data.get(Person, d.person) for d in known]
    code = words.code(view.data, organisation)
    options = [(p.id, p.name) for p in people] + [(NEW, tr.t("somebody else …"))]
    chosen = await screen.koop.push_screen_wait(
        Choose(tr.t("Who comes for {code}?", code=code), options)
    )
    if chosen is None:
        return None
    if chosen != NEW:
        arriving = it.Arriving(organisation=organisation, person=chosen)
        return it.Arrive(arrivals=(arriving,))
    found = await screen.koop.push_screen_wait(
        Form(
            tr.t("Who comes for {code}?", code=code),
            [Field("name", tr.t("Name"))],
            check=_need_name,
        )
    )
    if found is None:
        return None
    arriving = it.Arriving(organisation=organisation, new_person=found["name"].strip())
    return it.Arrive(arrivals=(arriving,))


def _need_name(values: Values) -> None:
    if not values["name"].strip():
        raise Refused("Write the name; Esc goes back.")
