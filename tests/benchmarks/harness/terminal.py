"""A program in a pseudo-terminal, and when each of its frames was complete.

What the program writes is read at once and noted with its time; what the screen shows is worked out
afterwards, so that the emulator takes no time from what is measured.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pyte

SIZE = (160, 50)
"""Columns and rows, unless another size is asked for."""

_PATIENCE = 300.0
"""Seconds after which a program is taken to hang."""

# What would make the program another one than its users have: Python's, for instance, can forbid it to
# keep what it compiled.
_NOT_INHERITED = ("XDG_", "LC_", "TEXTUAL", "PYTHON")

QUIET = 0.4
"""Seconds without a word after which a program is at rest."""

# What a terminal answers: its kind, that it can draw a frame at once, where its cursor is.
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[>c": b"\x1b[>1;95;0c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[6n": b"\x1b[1;1R",
}
# What the emulator does not know: it would print the ends of these.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


class Chunk(NamedTuple):
    """What was read at one go, and when: by the clock, and by the processor time of the program."""

    at: float
    data: bytes
    processor: float


class Taken(NamedTuple):
    """What a frame took: seconds on the clock, and seconds of all processors that the program used."""

    clock: float
    processor: float


class Terminal:
    """Runs a program until it is closed."""

    def __init__(
        self,
        command: Sequence[str],
        home: Path,
        environ: Mapping[str, str] | None = None,
        size: tuple[int, int] = SIZE,
        quiet: float = QUIET,
    ) -> None:
        """Run `command` with `home` for all that it keeps; the watch starts now.

        After `quiet` seconds without output it is at rest.
        """
        self._quiet = quiet
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rows: list[str] = []
        self._cells: list[list[object]] = []
        self._changed = Chunk(0, b"", 0)  # the last that changed a cell
        self._reworded = self._changed  # the last that changed the text of one
        self._chunks: list[Chunk] = []
        self._fed = 0
        self._started = time.perf_counter()
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            for name in [name for name in os.environ if name.startswith(_NOT_INHERITED)]:
                del os.environ[name]
            os.environ.update(
                {
                    "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8",
                    "HOME": str(home), "TEXTUAL_ANIMATIONS": "none", **(environ or {}),
                }
            )  # fmt: skip
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execv(command[0], list(command))

    def __enter__(self) -> Terminal:
        return self

    @property
    def rows(self) -> list[str]:
        """The text of the screen when it was last looked at."""
        return self._rows

    def __exit__(self, *_: object) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)

    # What happened

    def first(self, text: str) -> Taken:
        """Return what it took from the start until `text` was written."""
        mark, written = text.encode(), b""
        while mark not in written:
            written = written[-len(mark) :] + self._read(_PATIENCE).data
        return Taken(self._chunks[-1].at - self._started, self._chunks[-1].processor)

    def until(self, text: str) -> float:
        """Wait until the screen shows `text`; return the seconds since the start."""
        self._feed()
        while not self._shows(text):
            self._read(_PATIENCE)
            self._feed()
        return self._changed.at - self._started

    def press(self, keys: str, text: str = "", *, blinking: bool = False) -> Taken:
        """Send `keys`; return what it took until the last change of a screen that shows `text`.

        The last change is that after which nothing more was written for a while. Beside a
        cursor that is `blinking` only a change of text is one.
        """
        self.settle()
        self._feed()
        processor, started = self._processor(), time.perf_counter()
        os.write(self._terminal, keys.encode())
        changed = self._changed
        while changed.at < started or not self._shows(text):
            self._read(_PATIENCE)
            self.settle()
            self._feed()
            changed = self._reworded if blinking else self._changed
        return Taken(changed.at - started, changed.processor - processor)

    def send(self, keys: str) -> None:
        """Send `keys` and let the program come to rest."""
        os.write(self._terminal, keys.encode())
        self.settle()
        self._feed()

    def settle(self) -> None:
        """Read until the program is at rest."""
        while select.select([self._terminal], [], [], self._quiet)[0]:
            self._read(self._quiet)

    def peak_memory(self) -> float:
        """Return the most memory that the program had so far, in MiB."""
        status = Path(f"/proc/{self._child}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    # How it is found out

    def _read(self, seconds: float) -> Chunk:
        if not select.select([self._terminal], [], [], seconds)[0]:
            raise AssertionError("nothing came:\n" + "\n".join(self._rows))
        try:
            data = os.read(self._terminal, 1 << 20)
        except OSError:
            data = b""
        if not data:
            raise AssertionError("the program ended:\n" + "\n".join(self._rows))
        chunk = Chunk(time.perf_counter(), data, self._processor())
        self._chunks.append(chunk)
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._terminal, answer)
        return chunk

    def _processor(self) -> float:
        # The clock of another process, as clock_getcpuclockid(3) makes it; and what the processes took that
        # it began and that have ended (proc(5), cutime and cstime).
        numbers = Path(f"/proc/{self._child}/stat").read_text().rpartition(")")[2].split()
        ended = (int(numbers[13]) + int(numbers[14])) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime((~self._child << 3) | 2) + ended

    def _shows(self, text: str) -> bool:
        return any(text in row for row in self._rows)

    def _feed(self) -> None:
        """Let the emulator draw what was read, and note when the screen changed last."""
        for chunk in self._chunks[self._fed :]:
            self._stream.feed(_UNKNOWN.sub(b"", chunk.data))
            buffer = self._screen.buffer
            columns, lines = range(self._screen.columns), range(self._screen.lines)
            cells = [[buffer[y][x] for x in columns] for y in lines]
            if cells != self._cells:
                self._cells, self._changed = cells, chunk
                rows = ["".join([cell.data for cell in row]) for row in cells]
                if rows != self._rows:
                    self._rows, self._reworded = rows, chunk
        self._fed = len(self._chunks)
