"""Status of the metrics: number of figures, marks, order, groups and filter."""

from __future__ import annotations

from sufu_tui.explorer.metrics.settings import Settings
from sufu_tui.explorer.metrics.sort_order import direction
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter import Filter


def status_parts(
    shown: int, total: int, marked: int, settings: Settings, wanted: Filter, words: Catalogue
) -> tuple[str, ...]:
    """Return the count, then marks, order, groups and filter where there are any."""
    parts = [count_text(shown, total, words)]
    if marked:
        parts.append(words("metrics.marked", number=marked))
    if settings.order.keys:
        keys = (f"{words(f'metrics.column-{key.column}')} {direction(key)}" for key in settings.order.keys)
        parts.append(words("metrics.sorted", keys=words("metrics.then").join(keys)))
    if settings.grouping is not None:
        parts.append(words("metrics.grouped", key=words(f"metrics.column-{settings.grouping}")))
    if wanted:
        parts.append(words("filter.filtered", expression=wanted.text.strip()))
    return tuple(parts)


def count_text(shown: int, total: int, words: Catalogue) -> str:
    """Return the number of figures shown, and of all where these are more, in words."""
    if shown == total:
        return words.plural("metrics.count", total)
    return words.plural("metrics.count-of", total, shown=shown)
