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
    """Prover of the state's dossier, in a thread of its own; `app` hears of a fault.

    Nothing is read or reckoned before the source is to be shown.
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
        """Show the source beside the panes, or the card again; return how to give one if there is none."""
        state = self._state
        if state.beside == "card" and self._read is None:
            return state.words("beside.no-source", command="sufu-tui --source FILE")
        state.set_beside("source" if state.beside == "card" else "card")
        return ""

    def _changed(self, changes: frozenset[Change]) -> None:
        """Begin a proof where the source is shown and not proven; if it takes a moment only, take its end."""
        state = self._state
        if not changes & {Change.BESIDE, Change.DOSSIER} or state.beside == "card" or state.proof is not None:
            return
        if self._read is not None and self._running is None:
            self._running = state.dossier
            proven = _Run(self._read, state.dossier, state.words, self._end_late).result_within(_AT_ONCE)
            if proven is not None:
                self._take(proven)

    def _end_late(self, proven: _Proven) -> None:
        """Take the end of a proof in the thread of the app."""
        self._app.call_later(self._take, proven)

    def _take(self, proven: _Proven) -> None:
        """Take the end of a proof; that of a dossier that is not shown any more is made again."""
        state = self._state
        self._running = None
        if proven.dossier is not state.dossier:
            self._changed(frozenset({Change.DOSSIER}))
        elif proven.marked is not None:
            state.set_proof(proven.marked)
        else:
            state.set_beside("card")
            self._app.post_message(Notice(proven.fault))


class _Run:
    """Run of a proof in a thread; `end_late` is called there if it has taken too long."""

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
        if reading.text is None:
            return _Proven(self._dossier, None, reading.fault)
        proof = prove(self._dossier, reading.text)
        proof.prepare()
        return _Proven(self._dossier, MarkedText(proof), reading.fault)
