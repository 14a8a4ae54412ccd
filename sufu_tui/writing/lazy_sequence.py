"""Lazy sequence: items made on access."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class LazySequence(Sequence[T]):
    """Lazy sequence: `make(row)` on every access, not cached."""

    def __init__(self, make: Callable[[int], T], rows: Sequence[int]) -> None:
        self._make = make
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> LazySequence[T]: ...

    def __getitem__(self, place: int | slice) -> T | LazySequence[T]:
        """Make the item at `place`; a slice is lazy again."""
        if isinstance(place, slice):
            return LazySequence(self._make, self._rows[place])
        return self._make(self._rows[place])

    def __iter__(self) -> Iterator[T]:
        """Make one item after the other."""
        return map(self._make, self._rows)
