"""Loading of the rest of a large dossier, while its beginning is on the screen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from sufu_tui.explorer.background.progress import Cancelled, ProgressReporter
from sufu_tui.explorer.messages import Progress

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from sufu_tui.dossier.model import Dossier


class LoadResult(NamedTuple):
    """The whole dossier, or a sentence that says why there is none."""

    dossier: Dossier | None
    fault: str = ""


Loader = Callable[[Callable[[float], None]], LoadResult]
"""Reads all; it is given a function to call with the part that is done, which raises when nobody waits."""


READING = "app.reading"
"""The work that `Progress` tells of."""


@dataclass
class DossierLoaded(Message):
    """All is read."""

    result: LoadResult
    """The dossier, or why there is none."""


class DossierLoader:
    """Loads in a thread of its own, and posts `Progress` and `DossierLoaded` to `receiver`."""

    def __init__(self, load: Loader, receiver: MessagePump) -> None:
        self._load = load
        self._receiver = receiver
        self._report = ProgressReporter(lambda done: receiver.post_message(Progress(READING, done)))
        # A daemon: who leaves does not wait for it.
        self._thread = threading.Thread(target=self._run, name="sufu-tui reading", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Let the reading end at its next step."""
        self._report.cancel()

    def _run(self) -> None:
        try:
            result = self._load(self._report)
        except Cancelled:
            return
        self._receiver.post_message(DossierLoaded(result))
