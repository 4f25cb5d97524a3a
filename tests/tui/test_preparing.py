"""F3 and F4 before a meeting: proposals, invitation, whose turn it is, what lasts."""

from __future__ import annotations

from kooperation_tui.domain.commands.standing import holders
from kooperation_tui.domain.model import Meeting, Role, RoleAnswer, StandingRoleKind
from tests.model_network import clock
from tests.tui.hands import Hands, opened, running


def planned(hands: Hands) -> Meeting:
    return hands.data.get(Meeting, hands.app.session.meeting_id)


async def test_a_proposal_is_taken_with_its_reason() -> None:
    async with opened(size=(120, 40)) as hands:
        await hands.press("f3")
        text = await hands.sees("Vorschläge (")
        before = len(planned(hands).items)
        await hands.press("v")
        text = await hands.sees("Enter wählen")
        assert "Themenspeicher, TS-" in text
        await hands.press("enter", "escape")
        assert len(planned(hands).items) == before + 1
        assert any(i.source.startswith("parking:") for i in planned(hands).items)


async def test_the_invitation_has_its_day_and_its_deadline() -> None:
    async with opened(now=clock(9, 0, day=clock(9).date().replace(day=1))) as hands:
        await hands.press("f3", "e")
        await hands.sees("Letzter Tag:")
        await hands.press("ctrl+u", *"1.10.", "enter")
        await hands.sees("Einladung verschickt am Do 01.10.2026")
        assert planned(hands).invited_on == clock(9).date().replace(day=1)


async def test_nothing_of_the_plan_is_edited_while_the_meeting_runs() -> None:
    async with running() as hands:
        await hands.press("f3")
        text = await hands.sees("/neu")
        assert "n neu" not in text
        await hands.press("n", "delete", "v", "e")
        assert "/neu" in hands.text()
        assert len(hands.app.screen_stack) == 2


async def test_whose_turn_it_is_and_what_was_said() -> None:
    async with opened() as hands:
        await hands.press("f4")
        await hands.sees("Moderation: Wer ist dran?")
        await hands.press("z")
        await hands.sees("zugesagt")
        assert planned(hands).roles[0].said is RoleAnswer.PROMISED
        first = planned(hands).roles[0].person
        await hands.press("d")
        await hands.sees("diesmal nicht")
        assert [d.person for d in planned(hands).declined] == [first]
        assert not any(r.role is Role.FACILITATOR for r in planned(hands).roles)
        await hands.press("z")
        plan = next(r for r in planned(hands).roles if r.role is Role.FACILITATOR)
        assert plan.person != first and plan.said is RoleAnswer.PROMISED


async def test_a_lasting_responsibility_is_taken_and_ended() -> None:
    async with opened() as hands:
        await hands.press("f4", "end", "enter")
        await hands.press(*"Petra", "enter")
        await hands.sees("Sprecher")
        await hands.press("ctrl+u", *"1.9.2026", "enter")
        found = holders(hands.data, StandingRoleKind.SPOKESPERSON, clock(9).date())
        assert len(found) == 1
        await hands.press("delete", "enter")
        await hands.sees("noch niemand")
        assert not holders(hands.data, StandingRoleKind.SPOKESPERSON, clock(9).date())


async def test_who_is_coming_is_reached_from_f4() -> None:
    async with opened(now=clock(9, 0, day=clock(9).date().replace(day=1))) as hands:
        await hands.press("f4", "k")
        await hands.sees("Wer kommt?")
