"""Status of a list: number of items, marks, order, groups and filter."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.explorer.filter_line import filter_sentence
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.sort_order import direction
from sufu_tui.explorer.widgets.status_line import StatusPart
from sufu_tui.query.filter import Filter

_GROUPS, _LINKED, _MARKS, _ORDER, _FILTER = range(5)
"""Ranks of the parts, the least important first."""


def status_parts(model: ListModel, wanted: Filter) -> Sequence[StatusPart]:
    """Return the count, then marks, order, groups and filter where there are any."""
    sheet, settings, words = model.sheet, model.settings, model.state.words
    parts = [StatusPart(count_text(model))]
    if model.marks:
        text = words("listing.marked", number=len(model.marks), outside=outside_text(model))
        parts.append(StatusPart(text, _MARKS))
    parts += model.links.status(_LINKED, model.linked_listed)
    if settings.order.keys:
        keys = (f"{sheet.named(key.column)} {direction(key)}" for key in settings.order.keys)
        parts.append(StatusPart(words("listing.sorted", keys=words("listing.then").join(keys)), _ORDER))
    if settings.grouping is not None:
        parts.append(StatusPart(words("listing.grouped", key=sheet.named(settings.grouping)), _GROUPS))
    if wanted:
        parts.append(StatusPart(filter_sentence(model.state, model.kind.kind), _FILTER))
    return parts


def outside_text(model: ListModel) -> str:
    """Return how many of the marked items the filter hides, as the end of a sentence; empty where none."""
    hidden = len(model.marks.difference(model.rows)) if model.marks and model.state.filter else 0
    return model.state.words("listing.marked-outside", number=hidden) if hidden else ""


def count_text(model: ListModel) -> str:
    """Return the number of items shown, and of all where these are more, in words."""
    shown, total, words = len(model.rows), len(model.sheet), model.state.words
    if shown == total:
        return words.plural(model.kind.sentences.whole, total)
    return words.plural(model.kind.sentences.part, total, shown=shown)
