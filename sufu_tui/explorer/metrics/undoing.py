"""What the reader changed in a view, to be undone and done again."""

from __future__ import annotations

from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")

_LIMIT = 200


class Undoing(Generic[T]):
    """The states before and after the present one; at most two hundred each way.

    States are compared by value, so a change that changes nothing is no step.
    """

    def __init__(self) -> None:
        self._before: deque[T] = deque(maxlen=_LIMIT)
        self._after: deque[T] = deque(maxlen=_LIMIT)
        self._kind = ""

    def did(self, before: T, after: T, kind: str = "") -> None:
        """Remember a step from `before` to `after`; steps of the same `kind`, if any, are one together."""
        if before == after:
            return
        self._after.clear()
        if not kind or kind != self._kind:
            self._before.append(before)
        elif self._before and self._before[-1] == after:
            self._before.pop()  # typed and taken back
            kind = ""
        self._kind = kind

    def undo(self, present: T) -> T | None:
        """Return the state before `present`, or None where nothing was done."""
        return self._step(self._before, self._after, present)

    def redo(self, present: T) -> T | None:
        """Return the state that was undone last, or None."""
        return self._step(self._after, self._before, present)

    def _step(self, source: deque[T], target: deque[T], present: T) -> T | None:
        self._kind = ""
        if not source:
            return None
        target.append(present)
        return source.pop()
