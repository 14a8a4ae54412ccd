"""The line below the table: how many figures are shown, in which order, and which filter is on."""

from __future__ import annotations

from sufu_tui.explorer.metrics.order import Order, direction
from sufu_tui.languages.catalogue import Catalogue


def status_parts(shown: int, total: int, order: Order, expression: str, words: Catalogue) -> tuple[str, ...]:
    """Return what there is to say: the count, then the order and the filter where there is one."""
    parts = [count_text(shown, total, words)]
    if order.keys:
        keys = (f"{words(f'metrics.column-{key.column}')} {direction(key)}" for key in order.keys)
        parts.append(words("metrics.sorted", keys=words("metrics.then").join(keys)))
    if expression.strip():
        parts.append(words("filter.filtered", expression=expression.strip()))
    return tuple(parts)


def count_text(shown: int, total: int, words: Catalogue) -> str:
    """Return how many figures are shown, of how many where that is not all."""
    if shown == total:
        return words.plural("metrics.count", total)
    return words.plural("metrics.count-of", total, shown=shown)
