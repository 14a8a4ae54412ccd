"""The shortest list of actions that still fails, by delta debugging (Zeller and Hildebrandt, ddmin)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def shrunk(items: Sequence[T], fails: Callable[[Sequence[T]], bool], most: int = 200) -> tuple[T, ...]:
    """Return a list that fails and of which no part can be left out; after `most` attempts what there is."""
    kept, parts, attempts = tuple(items), 2, 0
    while len(kept) > 1 and attempts < most:
        length = -(-len(kept) // parts)
        for start in range(0, len(kept), length):
            without = (*kept[:start], *kept[start + length :])
            attempts += 1
            if fails(without):
                kept, parts = without, max(2, parts - 1)
                break
            if attempts >= most:
                break
        else:
            if parts >= len(kept):
                break
            parts = min(len(kept), 2 * parts)
    return kept
