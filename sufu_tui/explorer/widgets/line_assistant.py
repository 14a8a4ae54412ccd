"""Line assistant: what may stand in an input line instead, in turn: completions, and earlier answers."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.explorer.widgets.question import AssistedQuestion, Question


class LineAssistant:
    """Assistant of one line; what it has given is gone through until the reader types."""

    def __init__(self) -> None:
        self._offers: Sequence[str] = ()
        self._at = -1
        self._typed = ""  # what stood there before
        self._recalls = False

    @staticmethod
    def helps(question: Question | None) -> bool:
        """Return whether the line has anything to offer for `question`."""
        return isinstance(question, AssistedQuestion)

    def recalls(self, text: str) -> bool:
        """Return whether `text` is an earlier answer that has just been brought back."""
        return self._recalls and self._gave(text)

    def completed(self, question: Question | None, text: str, step: int) -> str:
        """Return the next completion of what the reader typed, or with -1 the one before."""
        if not isinstance(question, AssistedQuestion):
            return text
        if self._recalls or len(self._offers) == 1 or not self._gave(text):  # the only one may go on further
            self._begin(question.completions(text), text, recalls=False)
        if not self._offers:
            return text
        before = self._at if self._at >= 0 or step > 0 else 0
        self._at = (before + step) % len(self._offers)
        return self._offers[self._at]

    def recalled(self, question: Question | None, text: str, step: int) -> str:
        """Return the answer before the one at hand, or with -1 the one after it; at last what was typed."""
        if not isinstance(question, AssistedQuestion):
            return text
        if not self._recalls or not self._gave(text):
            self._begin([one for one in question.earlier() if one != text.strip()], text, recalls=True)
        self._at = max(-1, min(self._at + step, len(self._offers) - 1))
        return self._typed if self._at < 0 else self._offers[self._at]

    def _begin(self, offers: Sequence[str], text: str, *, recalls: bool) -> None:
        self._offers, self._at, self._typed, self._recalls = offers, -1, text, recalls

    def _gave(self, text: str) -> bool:
        return self._at >= 0 and text == self._offers[self._at]
