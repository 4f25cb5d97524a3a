"""Leaving when the terminal is already gone."""

from __future__ import annotations

import os
import pty

from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver

from kooperation_tui.tui.terminal import Fading, surviving


def test_writing_to_a_closed_terminal_does_not_end_who_writes() -> None:
    master, slave = pty.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as terminal:
        fading = Fading(terminal)
        fading.write("guten Morgen\n")
        fading.flush()
        seen = os.read(master, 100)
        os.close(master)
        fading.write("niemand liest das\n" * 10_000)
        fading.flush()
        os.dup2(os.open(os.devnull, os.O_WRONLY), slave)  # so that closing it has nothing to say

    assert seen.startswith(b"guten Morgen")


def test_only_a_driver_with_a_terminal_of_its_own_is_changed() -> None:
    assert surviving(HeadlessDriver) is HeadlessDriver
    assert issubclass(surviving(LinuxDriver), LinuxDriver)
    assert surviving(LinuxDriver) is not LinuxDriver
