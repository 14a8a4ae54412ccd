"""An episode: the explorer in a pseudo-terminal under a list of actions, and how it ends."""

from __future__ import annotations

import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sufu_tui.dossier.localized import LANGUAGES
from tests.soak.actions import SIZES, Action, Burst, Hands, Rest, Restart, Size, Stop
from tests.soak.modes import TerminalModes

_PROGRAM = Path(sys.executable).with_name("sufu-tui")
_DATA = Path(__file__).parents[1] / "data"
_DOSSIERS = ("shipped", "shipped", "shipped", "minimal", "tiny", "nasty", "traps", "traps")
_LEAVE = b"\x1b[201~\x11"
"""End of a paste, since a line discipline that edits may have taken one away, and ctrl+q, which leaves from
everywhere."""
_PATIENCE = 20.0
"""Seconds of processor time without an end after which the program is taken to run in a circle."""
_LONGEST = 120.0
"""Seconds on the clock without an end after which it is taken to hang in any case."""
_IDLE = 10.0
"""Seconds without any processor time after which it is taken to wait for ever."""
_SETTLED = 0.15
_TAIL = 4_000_000
_ERROR = re.compile(rb"^\S*?(\w+(?:Error|Exception|NoMatches|Exit|Interrupt))\b", re.M)
_FRAME = re.compile(r"(\S+\.py:\d+ in \S+)")
_STYLES = re.compile(rb"\x1b\[[0-9;?<>]*[a-zA-Z]")


class Episode(NamedTuple):
    """Start of the explorer, and what is done to it."""

    dossier: str
    language: str
    size: Size
    is_eager: bool
    """True if the actions begin before the first frame."""
    actions: tuple[Action, ...]
    source: str = ""
    """Path of the text that stands beside the panes, if any."""

    @property
    def keys(self) -> int:
        """Number of keys."""
        return sum(action.keys for action in self.actions if isinstance(action, Burst))


class Failure(NamedTuple):
    """Bad end: `death`, `hang` or `terminal` (not restored), with a reason to compare, and what was seen."""

    kind: str
    reason: str
    seen: str


def episode(seed: int, keys: int, report: str = "") -> Episode:
    """Return the episode of a seed; `report` is the path of the text of the shipped dossier, if any."""
    dice = random.Random(f"start {seed}")
    dossier = dice.choice(_DOSSIERS)
    traps = str(_DATA / "traps" / "source.txt")
    own = {"shipped": report, "traps": traps}.get(dossier, "")
    other = report if dossier == "traps" else traps
    return Episode(
        dossier,
        dice.choice(LANGUAGES),
        dice.choice(SIZES),
        dice.random() < 0.25,
        tuple(Hands(seed).actions(keys)),
        dice.choice((own, own, other, "")),
    )


class Outcome(NamedTuple):
    """Outcome of an episode."""

    failure: Failure | None
    done: int
    """Number of actions that were taken; fewer than all where one has failed."""


def play(played: Episode, program: Path = _PROGRAM) -> Outcome:
    """Run an episode to its end, with the explorer or another program.

    Where a key has left, or an action is to start anew, it begins again where it has kept its place.
    """
    with tempfile.TemporaryDirectory() as folder:
        run = _Run(played, program, Path(folder))
        size = played.size
        for done, action in enumerate(played.actions):
            if isinstance(action, Size):
                size = action
            if not isinstance(action, Restart) and run.take(action):
                continue
            failure = run.end()
            if failure is not None:
                return Outcome(failure, done + 1)
            run = _Run(played._replace(size=size), program, Path(folder))
        return Outcome(run.end(), len(played.actions))


class _Run:
    """Run of the program, from its start to its end."""

    def __init__(self, played: Episode, program: Path, folder: Path) -> None:
        self._modes = TerminalModes()
        self._tail = b""
        self._is_over = False
        self._taken, self._taken_at_end, self._moved_at = 0.0, float("inf"), time.monotonic()
        self._ending_since = float("inf")
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            _become(played, program, folder)
        self.resize(played.size)
        os.set_blocking(self._terminal, False)
        self._before = termios.tcgetattr(self._terminal)
        if not played.is_eager:
            self._await_first_frame()

    def _await_first_frame(self) -> None:
        end = time.monotonic() + 3 * _PATIENCE
        while b"\x1b[?1049h" not in self._tail and time.monotonic() < end and not self._is_over:
            self._read(0.1)
        while not self._is_over and self._read(_SETTLED) and time.monotonic() < end:
            pass

    def _read(self, seconds: float) -> bool:
        """Read what there is; return False where nothing came in time, or the program is over."""
        if self._is_over or not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:
            data = b""
        self._is_over = not data
        self._modes.feed(data)
        self._tail = (self._tail + data)[-_TAIL:]
        return bool(data)

    def resize(self, size: Size) -> None:
        packed = struct.pack("HHHH", size.rows, size.columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, packed)

    def take(self, action: Action) -> bool:
        """Take an action; return False where the program has ended or takes no more."""
        if isinstance(action, Size):
            self.resize(action)
        elif isinstance(action, Rest):
            end = time.monotonic() + action.seconds
            while (left := end - time.monotonic()) > 0 and not self._is_over:
                self._read(left)
        elif isinstance(action, Stop):
            self._stop()
        else:
            self._write(action.data)
        while self._read(0):
            pass
        self._wake()
        return not self._is_over

    def _write(self, data: bytes) -> None:
        while data and not self._is_over and not self._hangs():
            try:
                data = data[os.write(self._terminal, data) :]
            except BlockingIOError:  # it has not read the keys before yet
                self._read(0.05)
            except OSError:
                self._is_over = True

    def _processor_seconds(self) -> float:
        fields = Path(f"/proc/{self._child}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _hangs(self) -> bool:
        """Return whether the program will answer no more; a busy machine is no failure."""
        now, taken = time.monotonic(), self._processor_seconds()
        if taken > self._taken:
            self._taken, self._moved_at = taken, now
        late = now - self._ending_since > _LONGEST
        return late or now - self._moved_at > _IDLE or taken - self._taken_at_end > _PATIENCE

    def _stop(self) -> None:
        """Stop the program, and let it go on; one that takes its time is woken later."""
        os.kill(self._child, signal.SIGTSTP)
        end = time.monotonic() + 1
        while not self._wake() and not self._is_over and time.monotonic() < end:
            self._read(0.02)

    def _wake(self) -> bool:
        """Let the program go on where it is stopped, by us or by a command of the palette."""
        asked = os.WSTOPPED | os.WEXITED | os.WNOHANG | os.WNOWAIT
        changed = os.waitid(os.P_PID, self._child, asked)
        if changed is not None and changed.si_code == os.CLD_STOPPED:
            os.kill(self._child, signal.SIGCONT)
            return True
        return False

    def end(self) -> Failure | None:
        """Leave; return what is wrong with the end."""
        asked, self._taken_at_end = 0.0, self._processor_seconds()
        self._ending_since = time.monotonic()
        while not self._is_over and not self._hangs():
            self._wake()
            if time.monotonic() - asked > 1:
                asked = time.monotonic()
                self._write(_LEAVE)
            self._read(0.1)
        hangs = not self._is_over
        if hangs:
            os.kill(self._child, signal.SIGABRT)  # Python writes where it is, see PYTHONFAULTHANDLER
            while self._read(2):
                pass
            os.kill(self._child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])
        try:
            after = termios.tcgetattr(self._terminal)
        except termios.error:
            after = self._before
        os.close(self._terminal)
        return self._failure(status, hangs=hangs, after=after)

    def _failure(self, status: int, *, hangs: bool, after: Sequence[object]) -> Failure | None:
        text = _STYLES.sub(b"", self._tail).replace(b"\r", b"").decode(errors="replace")
        frames = _FRAME.findall(text)
        seen = "\n".join(frames) or _STYLES.sub(b"", self._tail.rpartition(b"\x1b[?1049l")[2]).decode(
            errors="replace"
        )
        if hangs:
            return Failure("hang", "no answer", seen)
        found = _ERROR.findall(_STYLES.sub(b"", self._tail).replace(b"\r", b""))
        if status != 0 or b"Traceback" in self._tail:
            return Failure("death", found[-1].decode() if found else f"status {status}", seen)
        left = self._modes.left_changed()
        if after[:4] != self._before[:4]:
            left.append("the line discipline is another")
        return Failure("terminal", ", ".join(left), seen) if left else None


def _become(played: Episode, program: Path, folder: Path) -> None:
    """Become the program, in a folder where it may write."""
    os.chdir(folder)
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "TEXTUAL"))}
    environ |= {
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "XDG_STATE_HOME": str(folder),
        "PYTHONFAULTHANDLER": "1",
    }
    data = () if played.dossier == "shipped" else ("--data", str(_DATA / played.dossier))
    source = ("--source", played.source) if played.source else ()
    os.execve(program, [str(program), "--lang", played.language, *data, *source], environ)
