"""Status of a list: number of items, marks, order, groups and filter."""

from __future__ import annotations

from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.sort_order import direction
from sufu_tui.query.filter import Filter


def status_parts(model: ListModel, wanted: Filter) -> tuple[str, ...]:
    """Return the count, then marks, order, groups and filter where there are any."""
    sheet, settings, words = model.sheet, model.settings, model.state.words
    parts = [count_text(model)]
    if model.marks:
        parts.append(words("listing.marked", number=len(model.marks)))
    if settings.order.keys:
        keys = (f"{sheet.named(key.column)} {direction(key)}" for key in settings.order.keys)
        parts.append(words("listing.sorted", keys=words("listing.then").join(keys)))
    if settings.grouping is not None:
        parts.append(words("listing.grouped", key=sheet.named(settings.grouping)))
    if wanted:
        parts.append(words("filter.filtered", expression=wanted.text.strip()))
    return tuple(parts)


def count_text(model: ListModel) -> str:
    """Return the number of items shown, and of all where these are more, in words."""
    shown, total, words = len(model.rows), len(model.sheet), model.state.words
    if shown == total:
        return words.plural(model.kind.sentences.whole, total)
    return words.plural(model.kind.sentences.part, total, shown=shown)
