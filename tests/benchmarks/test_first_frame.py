"""The time to the first useful frame, as a ratio to an empty Textual app measured in the same run.

Useful is the first section's text on the screen; of the empty app it is its first painted row. The two
run in turn, in the same pseudo-terminal harness. Goal: 1.3 or less.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

ROUNDS = 9
EMPTY = [sys.executable, "-c", "from textual.app import App; App().run()"]
OURS = [str(Path(sys.executable).with_name("sufu-tui"))]


def seconds_until(argv: list[str], mark: bytes) -> float:
    """Return how long `argv` takes from its start to writing `mark`, in a terminal of 120 by 40."""
    begin = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="en_GB.UTF-8")
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execv(argv[0], argv)
    written = b""
    while mark not in written:
        if not select.select([terminal], [], [], 20)[0]:
            pytest.fail(f"{argv} never wrote {mark!r}")
        written += os.read(terminal, 65536)
    taken = time.perf_counter() - begin
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)
    return taken


def test_first_useful_frame(benchmark, capsys):
    empty: list[float] = []

    def one_of_each():
        empty.append(seconds_until(EMPTY, b"\x1b[1;1H"))

    seconds_until(OURS, b"National Development")  # warms the file cache
    benchmark.pedantic(
        lambda: seconds_until(OURS, b"National Development"),
        setup=one_of_each,
        rounds=ROUNDS,
    )
    ours, floor = statistics.median(benchmark.stats.stats.data), statistics.median(empty)
    benchmark.extra_info["ratio"] = ours / floor
    with capsys.disabled():
        print(
            f"\nfirst useful frame: {ours:.3f} s, empty Textual app {floor:.3f} s: {ours / floor:.2f} times"
        )
