"""The explorer, run without a terminal and in one."""

from __future__ import annotations

import asyncio
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pyte
import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, parse_ref
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.navigation import PANES
from sufu_tui.explorer.pane import Pane
from sufu_tui.languages.catalogue import load

Explored = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


PROGRAM = Path(sys.executable).with_name("sufu-tui")
ASKED = b"\x1b[6n"
# What the emulator does not know: it would print the ends of these.
UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1b\][^\x07]*\x07")


_QUIET = 2
"""Rounds of messages without a change after which a screen is at rest."""


class Terminal:
    """A program in a pseudo-terminal, and what its screen shows."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 100,
        rows: int = 30,
        answer: bytes = b"",
        program: str = str(PROGRAM),
        **environ: str,
    ) -> None:
        """Run the program; `answer` is what the terminal says when asked for its cursor."""
        self._answer = answer
        self.screen = pyte.Screen(columns or 80, rows or 24)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.environ.update({"TERM": "xterm-256color", "LC_ALL": "en_GB.UTF-8", **environ})
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execv(program, [program, *arguments])

    def _read(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # the program has ended
            return False
        self.raw += data
        if ASKED in data and self._answer:
            os.write(self._terminal, self._answer)
        self._stream.feed(UNKNOWN.sub(b"", data))
        return bool(data)

    @property
    def rows(self) -> list[str]:
        """The rows of the screen. (The emulator's own cannot read half of an overwritten wide character.)"""
        found = []
        for y in range(self.screen.lines):
            row = ""
            while (x := cell_len(row)) < self.screen.columns:
                row += self.screen.buffer[y][x].data or " "
            found.append(row)
        return found

    def until(self, text: str, seconds: float = 20) -> str:
        """Wait until the screen shows `text`; return the screen."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if text in (shown := "\n".join(self.rows)):
                return shown
            if not self._read(0.1):
                break
        pytest.fail(f"{text!r} did not appear:\n" + "\n".join(self.rows))

    def until_raw(self, data: bytes, start: int, seconds: float = 20) -> None:
        """Wait until the program has written `data` after its first `start` bytes."""
        end = time.monotonic() + seconds
        while data not in self.raw[start:]:
            assert time.monotonic() < end, f"{data!r} was not written"
            self._read(0.1)

    def until_gone(self, text: str, seconds: float = 20) -> None:
        """Wait until the screen no longer shows `text`."""
        end = time.monotonic() + seconds
        while text in "\n".join(self.rows):
            assert time.monotonic() < end, f"{text!r} stayed"
            self._read(0.1)

    def type(self, keys: str | bytes) -> None:
        os.write(self._terminal, keys if isinstance(keys, bytes) else keys.encode())

    def until_stopped(self, seconds: float = 20) -> None:
        """Wait until the program is stopped: a signal to go on that comes sooner is lost."""
        end = time.monotonic() + seconds
        while not os.waitpid(self._child, os.WUNTRACED | os.WNOHANG)[0]:
            assert time.monotonic() < end, "the program was not stopped"
            self._read(0.1)

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self._child, number)

    def hang_up(self) -> None:
        """Close the terminal."""
        os.close(self._terminal)
        self._terminal = os.open(os.devnull, os.O_RDONLY)

    def status(self) -> int:
        """Wait for the end of the program; return its exit status."""
        end = time.monotonic() + 20
        while time.monotonic() < end and self._read(0.1):
            pass
        if time.monotonic() >= end:
            os.kill(self._child, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])


@pytest.fixture
def opened() -> type[Terminal]:
    """Open the installed program in a pseudo-terminal."""
    return Terminal


@pytest.fixture
def explored(shipped: Dossier) -> Explored:
    """Open the explorer on the shipped dossier, or on another, and wait until all panes are made."""

    @asynccontextmanager
    async def explored(
        size: tuple[int, int] = (120, 40),
        language: Language = "en",
        goto: str | None = None,
        dossier: Dossier = shipped,
        press: tuple[str, ...] = (),
    ) -> AsyncIterator[Pilot[None]]:
        app = Explorer(dossier, load(language), goto=parse_ref(goto) if goto else None)
        async with app.run_test(size=size) as pilot:
            while sum(pane.is_mounted for pane in app.screen_stack[0].query(Pane)) < len(PANES):
                await pilot.pause(0.05)
            await pilot.pause()
            for key in press:
                await pilot.press(key)
                await pilot.pause()
            yield pilot

    return explored


@pytest.fixture
def resized() -> Callable[[Pilot[None], tuple[int, int]], Awaitable[None]]:
    """Give the terminal another size, and wait until the screen has it and nothing on it changes any more."""

    async def resize(pilot: Pilot[None], size: tuple[int, int]) -> None:
        await pilot.resize_terminal(*size)
        end, before, quiet = time.monotonic() + 20, None, 0
        while quiet < _QUIET:
            assert time.monotonic() < end, f"the screen does not come to rest at {size}"
            await pilot._wait_for_screen()  # until every widget has heard of it
            await asyncio.sleep(0.01)
            shown = [strip.text for strip in pilot.app.screen._compositor.render_strips()]
            quiet = quiet + 1 if shown == before and pilot.app.screen.size == size else 0
            before = shown

    return resize


@pytest.fixture
def until() -> Callable[[Pilot[None], Callable[[], bool]], Awaitable[None]]:
    """Wait until a condition is met: where the machine is busy, one round of messages is not enough."""

    async def wait(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
        for _ in range(200):
            await pilot.pause(0.02)
            if condition():
                return
        raise AssertionError("it never came about")

    return wait


@pytest.fixture
def screen_rows() -> Callable[[Pilot[None]], list[str]]:
    """Return the rows of the screen as text, each checked to be exactly as wide as the screen."""

    def rows(pilot: Pilot[None]) -> list[str]:
        screen = pilot.app.screen
        found = ["".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()]
        assert len(found) == screen.size.height
        for number, row in enumerate(found):
            assert cell_len(row) == screen.size.width, (number, row)
        return found

    return rows
