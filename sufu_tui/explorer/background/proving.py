"""Proving: a thread holds the dossier against the text of its source, once the reader wants to see it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.explorer.messages import Notice
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.languages.catalogue import Catalogue

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from sufu_tui.dossier.model import Dossier
    from sufu_tui.proof.marked_text import MarkedText

_AT_ONCE = 0.1
"""Seconds for which the screen waits for a proof: that of a report takes less."""


class SourceReading(NamedTuple):
    """Text of a source, or a sentence on why there is none."""

    text: str | None
    fault: str = ""


SourceReader = Callable[[Catalogue], SourceReading]
"""Function that reads the text of the source; a fault is in the language of the catalogue."""


class _Proven(NamedTuple):
    """End of a proof of `dossier`: the marked text, or the fault."""

    dossier: Dossier
    marked: MarkedText | None
    fault: str


class Prover:
    """Prover of the state's dossier, in a thread of its own; `app` hears of a fault that comes late.

    Nothing is read or reckoned before the source is to be shown. Sentences are for the footer, or empty.
    """

    def __init__(self, read: SourceReader | None, state: SharedState, app: MessagePump) -> None:
        self._read = read
        self._state = state
        self._app = app
        self._running: Dossier | None = None
        state.watch(self._changed)

    @property
    def is_running(self) -> bool:
        """True while a proof is being made."""
        return self._running is not None

    def toggle(self) -> str:
        """Show the source beside the panes, or the card again."""
        state = self._state
        if state.beside == "source":
            state.set_beside("card")
            return ""
        if self._read is None:
            return state.words("beside.no-source", command="sufu-tui --source FILE")
        state.set_beside("source")
        return "" if state.proof is not None else self._begin()

    def _take(self, proven: _Proven) -> str:
        """Take the end of a proof; that of a dossier that is not shown any more is made again."""
        state = self._state
        self._running = None
        if proven.dossier is not state.dossier:
            return self._begin() if state.beside == "source" else ""
        if proven.marked is None:
            state.set_beside("card")
        else:
            state.set_proof(proven.marked)
        return proven.fault

    def _end_late(self, proven: _Proven) -> None:
        """Take the end of a proof in the thread of the app."""
        self._app.call_later(self._take_late, proven)

    def _take_late(self, proven: _Proven) -> None:
        self._app.post_message(Notice(self._take(proven)))

    def _changed(self, changes: frozenset[Change]) -> None:
        if Change.DOSSIER in changes and self._state.beside == "source":
            self._begin()

    def _begin(self) -> str:
        """Begin a proof, unless one is being made; if it takes a moment only, take its end."""
        if self._read is None or self._running is not None:
            return ""
        self._running = self._state.dossier
        run = _Run(self._read, self._state.dossier, self._state.words, self._end_late)
        proven = run.result_within(_AT_ONCE)
        return "" if proven is None else self._take(proven)  # the view says meanwhile what is going on


class _Run:
    """Run of a proof in a thread; `end_late` is called there if nobody waits any more."""

    def __init__(
        self,
        read: SourceReader,
        dossier: Dossier,
        words: Catalogue,
        end_late: Callable[[_Proven], object],
    ) -> None:
        self._read = read
        self._dossier = dossier
        self._words = words
        self._end_late = end_late
        self._lock = threading.Lock()
        self._result: _Proven | None = None
        self._is_late = False
        # A daemon: the end of the app does not wait for it.
        self._thread = threading.Thread(target=self._run, name="sufu-tui proving", daemon=True)

    def result_within(self, seconds: float) -> _Proven | None:
        """Start, and return the result if it comes in so many seconds; else `end_late` gets it."""
        self._thread.start()
        self._thread.join(seconds)
        with self._lock:
            self._is_late = self._result is None
            return self._result

    def _run(self) -> None:
        result = self._proven()
        with self._lock:
            self._result = result
            is_late = self._is_late
        if is_late:
            self._end_late(result)

    def _proven(self) -> _Proven:
        # No start needs it, and the first time it takes a moment to import.
        from sufu_tui.proof.marked_text import MarkedText
        from sufu_tui.proof.proof import prove

        reading = self._read(self._words)
        marked = None if reading.text is None else MarkedText(prove(self._dossier, reading.text))
        return _Proven(self._dossier, marked, reading.fault)
