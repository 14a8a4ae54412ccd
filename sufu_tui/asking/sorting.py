"""Orders of metrics and events: several keys, stable, what is missing last in both directions.

- Values sort by unit first (in the dossier's order of units, whatever the direction), since money and
  hours do not compare; within a unit by magnitude, where `over 90` comes just after 90 and `nearly 90`
  just before.
- Areas and sections sort in the dossier's order, dates by earliest, then latest day.
- Text sorts as the readers of the language expect it: see `collation.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from sufu_tui.asking.collation import sort_key
from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, Event, Metric, Section
from sufu_tui.dossier.quantity import Qualifier

Key = Callable[[Any], Any]
ItemT = TypeVar("ItemT", Metric, Event, Section)

METRIC_COLUMNS = (
    "label", "value", "unit", "qualifier", "printed", "period", "area", "section", "source", "derived", "id",
)  # fmt: skip
SECTION_COLUMNS = ("number", "heading", "id")
EVENT_COLUMNS = ("date", "title", "kind", "printed", "area", "section", "source", "weight", "id")


class SortKey(NamedTuple):
    """A column to sort by, and in which direction."""

    column: str
    descending: bool = False


class UnknownColumnError(ValueError):
    """A column that there is not; `column` is what was asked for."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


def parse_keys(text: str, columns: Sequence[str]) -> tuple[SortKey, ...]:
    """Read `area,-value`: column ids, comma-separated, `-` before one for descending.

    Raises UnknownColumnError for an id that is not in `columns`.
    """
    keys = []
    for part in text.split(","):
        name = part.strip()
        key = SortKey(name.removeprefix("-"), name.startswith("-"))
        if key.column not in columns:
            raise UnknownColumnError(key.column)
        keys.append(key)
    return tuple(keys)


def sort_metrics(
    metrics: Iterable[Metric], keys: Sequence[SortKey], dossier: Dossier, language: Language
) -> list[Metric]:
    """Return `metrics` by `keys`, the first the most important; equals keep their order.

    Raises UnknownColumnError where a key is no column of metrics.
    """
    return _sorted(list(metrics), keys, metric_keys(dossier, language))


def sort_events(
    events: Iterable[Event], keys: Sequence[SortKey], dossier: Dossier, language: Language
) -> list[Event]:
    """Return `events` by `keys`, the first the most important; equals keep their order.

    Raises UnknownColumnError where a key is no column of events.
    """
    return _sorted(list(events), keys, _event_keys(dossier, language))


def sort_sections(sections: Iterable[Section], keys: Sequence[SortKey], language: Language) -> list[Section]:
    """Return `sections` by `keys`, the first the most important; equals keep their order.

    Raises UnknownColumnError where a key is no column of sections.
    """
    makers: dict[str, Key] = {
        "number": lambda section: section.number,
        "heading": lambda section: sort_key(section.heading.in_language(language), language),
        "id": lambda section: section.id,
    }
    return _sorted(list(sections), keys, makers)


def _sorted(items: list[ItemT], keys: Sequence[SortKey], makers: dict[str, Key]) -> list[ItemT]:
    """Sort by one key after the other, the least important first: two quick passes beat one of tuples."""
    for key in reversed(keys):
        if key.column not in makers:
            raise UnknownColumnError(key.column)
        make = makers[key.column]
        made = [(make(item), item) for item in items]
        present = [pair for pair in made if pair[0] is not None]
        # A stable descending sort: `reverse` keeps equals in their order.
        present.sort(key=lambda pair: pair[0], reverse=key.descending)
        items = [item for _, item in present] + [item for value, item in made if value is None]
        if key.column == "value":
            items.sort(key=makers["unit"])
    return items


def metric_keys(dossier: Dossier, language: Language) -> dict[str, Key]:
    """Return for each column what a metric sorts by: values that compare and can be hashed, None for none."""
    units = {unit.id: rank for rank, unit in enumerate(dossier.units)}
    qualifiers = {qualifier: rank for rank, qualifier in enumerate(Qualifier)}
    return _shared_keys(dossier, language) | {
        "label": lambda metric: sort_key(metric.label.in_language(language), language),
        "value": lambda metric: metric.quantity.magnitude,
        "unit": lambda metric: units[metric.unit],
        "qualifier": lambda metric: qualifiers[metric.qualifier],
        "period": lambda metric: metric.period.sort_key if metric.period else None,
        "derived": lambda metric: metric.derived,
    }


def _event_keys(dossier: Dossier, language: Language) -> dict[str, Key]:
    return _shared_keys(dossier, language) | {
        "date": lambda event: event.date.sort_key,
        "title": lambda event: sort_key(event.title.in_language(language), language),
        "kind": lambda event: event.kind,
        "weight": lambda event: event.weight,
    }


def _shared_keys(dossier: Dossier, language: Language) -> dict[str, Key]:
    areas = {area.id: rank for rank, area in enumerate(dossier.areas)}
    sections = {section.id: section.number for section in dossier.sections}
    return {
        "printed": lambda item: sort_key(item.printed, language) if item.printed is not None else None,
        "area": lambda item: areas[item.area],
        "section": lambda item: sections[item.section],
        "source": lambda item: item.source,
        "id": lambda item: item.id,
    }
