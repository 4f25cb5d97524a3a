"""What the palette and the keys do on F5, beside the line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.events import NoteKind
from kooperation_tui.tui.action import Action
from kooperation_tui.tui.answering import next_item
from kooperation_tui.tui.screens.base import AreaScreen

if TYPE_CHECKING:
    from kooperation_tui.tui.recorder import Recorder
    from kooperation_tui.tui.screens.minutes import MinutesScreen


class MinutesActions(AreaScreen):
    """One method for each action of F5; the screen itself draws."""

    recorder: Recorder

    @property
    def _screen(self) -> MinutesScreen:
        return cast("MinutesScreen", self)

    @property
    def entry(self) -> str:
        """The entry that is being changed, '' if none."""
        return self.recorder.editor.entry

    def foot_actions(self) -> tuple[Action, ...]:
        """In the line x is a letter: there the export has a key of its own."""
        typing = self.focused is self._screen.line
        left_out = ("app.export",) if typing else ("minutes.export", "minutes.switch")
        return tuple(a for a in super().foot_actions() if a.id not in left_out)

    # The run of the meeting

    def action_next(self) -> None:
        """Ctrl+N: the next item; asks for the outcome first if there is none."""
        self.start(next_item(self.recorder))

    def action_gaps(self) -> None:
        """Ctrl+G: what is still missing."""
        from kooperation_tui.tui.dialogs.gaps import GapsDialog

        self.koop.push_screen(GapsDialog(closing=False))

    def action_close(self) -> None:
        """Shows what is missing, then closes."""
        self.start(self.recorder.close())

    def action_start(self) -> None:
        """The meeting begins."""
        self._letter("start")

    def action_afterwards(self) -> None:
        """The meeting was held before and is entered now."""
        self._letter("afterwards")

    def _letter(self, what: str, organisation: str = "") -> None:
        from kooperation_tui.tui.arriving import letter

        self.start(letter(self._screen, what, organisation))

    def action_pause(self) -> None:
        """A break."""
        self.start(self.recorder.send_line("/pause 10"))

    def action_resume(self) -> None:
        """The break is over."""
        self.start(self.recorder.send_line("/resume"))

    def action_moment(self) -> None:
        """Ctrl+O: a gap with its time, and everybody sees why; once more takes the sign away."""
        self.start(self._moment())

    async def _moment(self) -> None:
        presence = self.session.presence
        if presence.moment is not None:
            presence.set_moment(None)
        elif await self.recorder.record(it.Say(kind=NoteKind.GAP, text="")):
            presence.set_moment(self.session.now())
        self.show()

    def action_handover(self) -> None:
        """A role goes to somebody else."""
        from kooperation_tui.tui.leading import hand_over

        self.start(hand_over(self._screen))

    def action_guest(self) -> None:
        """A guest comes."""
        self._letter("guest")

    def action_guestgoes(self) -> None:
        """A guest goes."""
        from kooperation_tui.tui.leading import guest_goes

        self.start(guest_goes(self._screen))

    def action_reveal(self) -> None:
        """Ctrl+T: show a confidential line while it is typed, or hide it again."""
        self._screen.revealed = not self._screen.revealed
        self._screen.draw_line()

    def action_walk(self) -> None:
        """The open actions one by one."""
        from kooperation_tui.tui.dialogs.walk import WalkDialog

        self.koop.push_screen(WalkDialog(self.tr.t("Actions one by one"), self.view()))

    # Deciding

    def action_fist(self) -> None:
        """Fist of five."""
        from kooperation_tui.tui.methods import fist

        self.start(fist(self._screen))

    def action_consent(self) -> None:
        """The rounds of consent."""
        from kooperation_tui.tui.methods import consent

        self.start(consent(self._screen))

    def action_consensing(self) -> None:
        """Systemic consensing."""
        from kooperation_tui.tui.methods import consensing

        self.start(consensing(self._screen))

    # The chosen entry

    def action_strike(self) -> None:
        """Strike it out."""
        from kooperation_tui.tui.entries import strike

        self.start(strike(self._screen))

    def action_move(self) -> None:
        """Put it under another item."""
        from kooperation_tui.tui.entries import move

        self.start(move(self._screen))

    def action_confidential(self) -> None:
        """Mark it, or take the mark away."""
        from kooperation_tui.tui.entries import mark

        self.start(mark(self._screen))

    # Afterwards

    def action_export(self) -> None:
        """Ctrl+R: x would be typed."""
        self.koop.action_export()

    def action_send(self) -> None:
        """The minutes went out."""
        from kooperation_tui.tui.sending_work import send

        self.start(send(self.koop))

    def action_object(self) -> None:
        """Somebody objects to them."""
        from kooperation_tui.tui.after import object_to

        self.start(object_to(self.koop))

    def action_settle(self) -> None:
        """What became of an objection."""
        from kooperation_tui.tui.again import settle

        self.start(settle(self.koop))

    def action_redraft(self) -> None:
        """They become a draft again."""
        from kooperation_tui.tui.again import redraft

        self.start(redraft(self.koop))

    def action_approve(self) -> None:
        """They were approved."""
        from kooperation_tui.tui.after import approve

        self.start(approve(self.koop))
