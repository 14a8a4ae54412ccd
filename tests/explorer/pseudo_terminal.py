"""The installed program in a pseudo-terminal, and what its screen shows."""

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
ASKED = b"\x1b[6n"
# What the emulator does not know: it would print the ends of these.
UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


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
        self._is_over = False
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # its users' keeps what it has compiled
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
        read = -1
        while read != len(self.raw):  # what it wrote before may still be on its way
            read = len(self.raw)
            self._read(0.1)

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self._child, number)

    def hang_up(self) -> None:
        """Close the terminal."""
        os.close(self._terminal)
        self._terminal = os.open(os.devnull, os.O_RDONLY)

    def close(self) -> None:
        """End the program where it still runs."""
        if not self._is_over:
            os.kill(self._child, signal.SIGKILL)
            self._end()
        os.close(self._terminal)

    def _end(self) -> int:
        self._is_over = True
        return os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])

    def status(self) -> int:
        """Wait for the end of the program; return its exit status."""
        end = time.monotonic() + 20
        while time.monotonic() < end and self._read(0.1):
            pass
        if time.monotonic() >= end:
            os.kill(self._child, signal.SIGKILL)
        return self._end()
