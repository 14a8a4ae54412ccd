"""Dossier loading: a thread reads the whole of a large dossier while its beginning is on the screen."""

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
    """Whole dossier, or a sentence with the fault."""

    dossier: Dossier | None
    fault: str = ""


Loader = Callable[[Callable[[float], None]], LoadResult]
"""Function that loads all; its argument is a callback for the share done, which raises to cancel."""


READING = "app.reading"
"""Name of the work in `Progress`: a catalogue key."""


@dataclass
class DossierLoaded(Message):
    """End of the loading."""

    result: LoadResult
    """Dossier, or the fault."""


class DossierLoader:
    """Loader in a thread of its own; posts `Progress` and `DossierLoaded` to `receiver`."""

    def __init__(self, load: Loader, receiver: MessagePump) -> None:
        self._load = load
        self._receiver = receiver
        self._report = ProgressReporter(lambda done: receiver.post_message(Progress(READING, done)))
        # A daemon: the end of the app does not wait for it.
        self._thread = threading.Thread(target=self._run, name="sufu-tui reading", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Cancel the loading at its next step."""
        self._report.cancel()

    def _run(self) -> None:
        try:
            result = self._load(self._report)
        except Cancelled:
            return
        self._receiver.post_message(DossierLoaded(result))
