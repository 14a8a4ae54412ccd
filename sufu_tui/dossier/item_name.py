"""Name of an item: label, title, name or heading, by its kind."""

from __future__ import annotations

from sufu_tui.dossier.localized import LocalizedText
from sufu_tui.dossier.model import Entity, Event, Item, Metric, Section


def item_name(item: Item) -> LocalizedText:
    """Return the name of an item in each language."""
    match item:
        case Metric():
            return item.label
        case Event():
            return item.title
        case Entity():
            return item.name
        case Section():
            return item.heading
