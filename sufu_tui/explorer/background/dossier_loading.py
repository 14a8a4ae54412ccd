"""The rest of a large dossier, read while its beginning is on the screen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from sufu_tui.explorer.background.progress import Stopped, Telling
from sufu_tui.explorer.messages import Progress

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from sufu_tui.dossier.model import Dossier


class Arrived(NamedTuple):
    """The whole dossier, or a sentence that says why there is none."""

    dossier: Dossier | None
    fault: str = ""


Fetch = Callable[[Callable[[float], None]], Arrived]
"""Reads all; what it is given is to be called with the part that is done, and raises when nobody waits."""


READING = "app.reading"
"""What `Progress` is told of."""


class Complete(Message):
    """All is read."""

    def __init__(self, arrived: Arrived) -> None:
        self.arrived = arrived
        """What was read."""
        super().__init__()


class Arrival:
    """Reads in a thread of its own, and posts `Progress` and `Complete` to `waiting`."""

    def __init__(self, fetch: Fetch, waiting: MessagePump) -> None:
        self._fetch = fetch
        self._waiting = waiting
        self._telling = Telling(lambda done: waiting.post_message(Progress(READING, done)))
        # A daemon: who leaves does not wait for it.
        self._thread = threading.Thread(target=self._run, name="sufu-tui reading", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Let the reading end at its next step."""
        self._telling.stop()

    def _run(self) -> None:
        try:
            arrived = self._fetch(self._telling)
        except Stopped:
            return
        self._waiting.post_message(Complete(arrived))
