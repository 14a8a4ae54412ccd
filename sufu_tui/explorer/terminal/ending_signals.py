"""Signals that end the explorer: whichever comes, the terminal is given back as it was."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Iterator

_NAMES = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")
HUNG_UP = 128 + 1  # SIGHUP, which Windows does not know


def handle_ending_signals(end: Callable[[int], object]) -> None:
    """Call `end` with the exit status, 128 and the signal's number, on every signal that asks for an end.

    A signal that is ignored at the start, as under nohup, stays ignored.
    """
    loop = asyncio.get_running_loop()
    for number in _signals():
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, end, 128 + number)


def _signals() -> Iterator[signal.Signals]:
    if sys.platform != "win32":
        for name in _NAMES:
            yield signal.Signals[name]
