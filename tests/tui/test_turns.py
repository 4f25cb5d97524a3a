"""Lines that wait for their turn, and other work that waits for the typing."""

from __future__ import annotations

import asyncio

from kooperation_tui.tui.keystrokes import QUIET, Typing
from kooperation_tui.tui.turns import Sent, Turns


class Desk:
    """Takes lines one at a time when it is told to; what it does is written down."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.back: list[str] = []
        self.unsaved: list[tuple[str, ...]] = []
        self._gates: dict[str, asyncio.Event] = {}
        self.turns = Turns(self._take, lambda sent: self.back.append(sent.text), self._changed)

    def _changed(self) -> None:
        self.unsaved.append(self.turns.unsaved)

    async def _take(self, sent: Sent) -> bool:
        if sent.text in self._gates:
            await self._gates[sent.text].wait()
        self.taken.append(sent.text)
        return not sent.text.startswith("no")

    def hold(self, text: str) -> asyncio.Event:
        """This line is not saved before the event is set."""
        self._gates[text] = asyncio.Event()
        return self._gates[text]


async def test_lines_keep_their_order_while_the_first_one_is_being_saved() -> None:
    desk = Desk()
    saved = desk.hold("a")
    first = asyncio.create_task(desk.turns.send(Sent("a")))
    await asyncio.sleep(0)
    await desk.turns.send(Sent("b"))
    await desk.turns.send(Sent("c"))
    assert desk.taken == []
    assert desk.turns.unsaved == ("a", "b", "c"), "a crash now would lose none of them"
    saved.set()
    await first
    assert desk.taken == ["a", "b", "c"]
    assert not desk.turns.unsaved
    assert desk.unsaved[-1] == ()


async def test_a_refused_line_comes_back_and_holds_up_nobody() -> None:
    desk = Desk()
    saved = desk.hold("no 1")
    first = asyncio.create_task(desk.turns.send(Sent("no 1")))
    await asyncio.sleep(0)
    await desk.turns.send(Sent("b"))
    await desk.turns.send(Sent("no 2"))
    saved.set()
    await first
    assert desk.taken == ["no 1", "b", "no 2"]
    assert desk.back == ["no 1", "no 2"]


async def test_a_line_sent_while_one_comes_back_has_its_turn() -> None:
    taken: list[str] = []
    again: list[asyncio.Task[None]] = []

    async def take(sent: Sent) -> bool:
        await asyncio.sleep(0)
        taken.append(sent.text)
        return sent.text != "no"

    def back(sent: Sent) -> None:
        again.append(asyncio.ensure_future(turns.send(Sent(f"{sent.text}, better: yes"))))

    turns = Turns(take, back, lambda: None)
    await turns.send(Sent("no"))
    await asyncio.gather(*again)
    assert taken == ["no", "no, better: yes"]


class Clock:
    def __init__(self) -> None:
        self.now = 50.0

    def __call__(self) -> float:
        return self.now


async def steps(count: int = 5) -> None:
    """Let everything that is ready go on."""
    for _ in range(count):
        await asyncio.sleep(0)


async def test_nobody_waits_while_nobody_types() -> None:
    clock = Clock()
    typing = Typing(clock)
    await asyncio.wait_for(typing.pause(), 1)
    typing.key()
    clock.now += QUIET
    await asyncio.wait_for(typing.pause(), 1)


async def test_other_work_waits_until_a_key_was_shown() -> None:
    typing = Typing(Clock())
    typing.key()
    waiting = asyncio.create_task(typing.pause())
    await steps()
    assert not waiting.done()
    typing.shown()
    await asyncio.wait_for(waiting, 1)


async def test_a_key_that_was_shown_before_does_not_count() -> None:
    typing = Typing(Clock())
    typing.key()
    typing.shown()
    waiting = asyncio.create_task(typing.pause())
    await steps()
    assert not waiting.done(), "the next key may be on its way already"
    typing.shown()
    await asyncio.wait_for(waiting, 1)


async def test_a_key_that_is_never_shown_holds_up_nobody_for_long() -> None:
    typing = Typing(Clock())
    typing.key()
    await asyncio.wait_for(typing.pause(), 20 * QUIET)


async def test_all_that_wait_go_on_together() -> None:
    typing = Typing(Clock())
    typing.key()
    waiting = [asyncio.create_task(typing.pause()) for _ in range(3)]
    await steps()
    typing.shown()
    await asyncio.wait_for(asyncio.gather(*waiting), 1)
