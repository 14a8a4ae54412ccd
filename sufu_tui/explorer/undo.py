"""Undo stack: the past states of a view, to go back to and forward again."""

from __future__ import annotations

from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")

_LIMIT = 200


class UndoStack(Generic[T]):
    """Undo stack of the states before and after the present one; at most two hundred each way.

    States are compared by value, so a change without effect is no step.
    """

    def __init__(self) -> None:
        self._before: deque[T] = deque(maxlen=_LIMIT)
        self._after: deque[T] = deque(maxlen=_LIMIT)
        self._kind = ""

    def push(self, before: T, after: T, kind: str = "") -> None:
        """Push a step from `before` to `after`; a run of the same `kind`, if any, is one step."""
        if before == after:
            return
        self._after.clear()
        if not kind or kind != self._kind:
            self._before.append(before)
        elif self._before and self._before[-1] == after:
            self._before.pop()  # typed and taken back
            kind = ""
        self._kind = kind

    def seal(self) -> None:
        """End the present run: a further step of its kind is a step of its own."""
        self._kind = ""

    def undo(self, present: T) -> T | None:
        """Return the state before `present`, or None at the beginning."""
        return self._step(self._before, self._after, present)

    def redo(self, present: T) -> T | None:
        """Return the state that was undone last, or None."""
        return self._step(self._after, self._before, present)

    def _step(self, source: deque[T], target: deque[T], present: T) -> T | None:
        self.seal()
        while source:
            state = source.pop()
            if state != present:  # it may have been reached by other means meanwhile
                target.append(present)
                return state
        return None
