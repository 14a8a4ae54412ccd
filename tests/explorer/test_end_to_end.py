"""The installed `sufu-tui` in a real pseudo-terminal, seen through a terminal emulator."""

from __future__ import annotations

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
from pathlib import Path

import pyte
import pytest
from rich.cells import cell_len

PROGRAM = Path(sys.executable).with_name("sufu-tui")
# What the emulator does not know: it would print the ends of these.
UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1b\][^\x07]*\x07")


class Terminal:
    """A program in a pseudo-terminal, and what its screen shows."""

    def __init__(self, *arguments: str, columns: int = 100, rows: int = 30, **environ: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.environ.update({"TERM": "xterm-256color", "LC_ALL": "en_GB.UTF-8", **environ})
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execv(PROGRAM, [str(PROGRAM), *arguments])

    def _read(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # the program has ended
            return False
        self.raw += data
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

    def until_gone(self, text: str, seconds: float = 20) -> None:
        """Wait until the screen no longer shows `text`."""
        end = time.monotonic() + seconds
        while text in "\n".join(self.rows):
            assert time.monotonic() < end, f"{text!r} stayed"
            self._read(0.1)

    def type(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def status(self) -> int:
        """Wait for the end of the program; return its exit status."""
        end = time.monotonic() + 20
        while time.monotonic() < end and self._read(0.1):
            pass
        if time.monotonic() >= end:
            os.kill(self._child, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])


def test_a_reader_goes_through_the_panes_and_leaves():
    terminal = Terminal("--lang", "en")
    terminal.until("Opening: a ten-year compact")
    terminal.type("]")
    terminal.until("Section 2 of 5")
    terminal.type("\t")
    terminal.until("Printed")
    terminal.type("2")
    terminal.until(" figures")
    terminal.type("3")
    screen = terminal.until("Framework signed")
    assert "◆" in screen
    terminal.type("L")
    terminal.until("框架協議")
    terminal.type("?")
    terminal.until("按鍵與讀法")
    terminal.type("\x1b")
    terminal.until_gone("按鍵與讀法")  # an escape and a q together would be alt+q
    terminal.type("q")
    assert terminal.status() == 0
    assert b"\x1b[?1049l" in terminal.raw  # the screen is restored
    assert b"Traceback" not in terminal.raw


def test_every_row_fits_the_terminal():
    terminal = Terminal("--lang", "zh-Hant", columns=81, rows=25)
    terminal.until("開篇")
    for row in terminal.rows:
        assert cell_len(row) == 81


def test_goto_and_theme():
    terminal = Terminal("--goto", "metric:farm-sales", "--theme", "sufu-light", "--lang", "zh-Hans")
    terminal.until("超过74亿元")
    terminal.until("超過74億元")  # as printed
    terminal.type("q")
    assert terminal.status() == 0


@pytest.mark.parametrize(
    ("arguments", "environ", "said"),
    [
        (["--goto", "metric:farm-sale"], {}, "Did you mean “metric:farm-sales”?"),
        (["--goto", "nonsense"], {}, "metric:ID"),
        (["--theme", "nonsense"], {}, "sufu-dark"),
        (["--data", "nowhere"], {}, "nowhere"),
        ([], {"TERM": "dumb"}, "sufu-tui show"),
        (["--nonsense"], {}, "--nonsense"),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_sentence(arguments, environ, said):
    terminal = Terminal(*arguments, **environ)
    status = terminal.status()
    text = re.sub(r"\s+", " ", terminal.raw.decode())
    assert said in text
    assert status == 2
    assert "Traceback" not in text


def test_the_mouse_of_a_terminal_drags_the_timeline_and_its_wheel_zooms():
    terminal = Terminal("--lang", "en", "--goto", "event:plan-issued")
    terminal.until("December 2021 to")
    terminal.type("\x1b[<0;40;10M\x1b[<32;50;10M\x1b[<32;60;10M\x1b[<0;60;10m")
    terminal.until_gone("December 2021 to")
    terminal.type("u")
    terminal.until("8 December 2021 to")
    terminal.type("\x1b[<64;60;10M" * 3)
    terminal.until_gone("8 December 2021 to")
    terminal.type("q")
    assert terminal.status() == 0
