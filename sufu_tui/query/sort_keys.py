"""Sort orders of all kinds of items: several keys, stable, missing values last in both directions.

- Values sort by unit first (in the dossier's order of units, in both directions), since money and
  hours do not compare; within a unit by magnitude, where `over 90` comes just after 90 and `nearly 90`
  just before.
- Areas and sections sort in the dossier's order, dates by earliest, then latest day.
- Text sorts as the readers of the language expect it: see `collation.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from sufu_tui.dossier.entity_kinds import all_kinds
from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, Entity, Event, Metric, Section
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.query.collation import sort_key

ItemT = TypeVar("ItemT", Metric, Event, Section, Entity)

METRIC_COLUMNS = (
    "label", "value", "unit", "qualifier", "printed", "period", "area", "section", "source", "derived", "id",
)  # fmt: skip
SECTION_COLUMNS = ("number", "heading", "id")
EVENT_COLUMNS = ("date", "title", "kind", "printed", "area", "section", "source", "weight", "id")
ENTITY_COLUMNS = ("name", "kind", "role", "section", "mentions", "printed", "source", "id")


class SortColumn(NamedTuple):
    """Sort order of a column, for small lists here and for the rank index.

    `key` returns hashable, comparable values, and None for a missing one, which comes last in both
    directions. `group` returns a key before `key` that keeps its order in both directions.
    """

    key: Callable[[Any], Any]
    group: Callable[[Any], Any] | None = None


class SortKey(NamedTuple):
    """Column to sort by, and the direction."""

    column: str
    descending: bool = False


class UnknownColumnError(ValueError):
    """Error of an unknown column, whose id is `column`."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


def parse_keys(text: str, columns: Sequence[str]) -> tuple[SortKey, ...]:
    """Parse `area,-value`: column ids, comma-separated, `-` before one for descending.

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
    """Return `metrics` sorted by `keys`, the most significant first; stable.

    Raises UnknownColumnError where a key is no column of metrics.
    """
    return _sorted(list(metrics), keys, metric_columns(dossier, language))


def sort_events(
    events: Iterable[Event], keys: Sequence[SortKey], dossier: Dossier, language: Language
) -> list[Event]:
    """Return `events` sorted by `keys`, the most significant first; stable.

    Raises UnknownColumnError where a key is no column of events.
    """
    return _sorted(list(events), keys, _event_columns(dossier, language))


def sort_entities(
    entities: Iterable[Entity],
    keys: Sequence[SortKey],
    dossier: Dossier,
    language: Language,
    mentions: Callable[[Entity], int],
) -> list[Entity]:
    """Return `entities` sorted by `keys`, the most significant first; stable.

    Raises UnknownColumnError where a key is no column of entities.
    """
    return _sorted(list(entities), keys, entity_columns(dossier, language, mentions))


def sort_sections(sections: Iterable[Section], keys: Sequence[SortKey], language: Language) -> list[Section]:
    """Return `sections` sorted by `keys`, the most significant first; stable.

    Raises UnknownColumnError where a key is no column of sections.
    """
    columns = {
        "number": SortColumn(lambda section: section.number),
        "heading": SortColumn(lambda section: sort_key(section.heading.in_language(language), language)),
        "id": SortColumn(lambda section: section.id),
    }
    return _sorted(list(sections), keys, columns)


def _sorted(items: list[ItemT], keys: Sequence[SortKey], columns: Mapping[str, SortColumn]) -> list[ItemT]:
    """Sort in stable passes, the least significant key first: two quick passes beat one of tuples."""
    for name, descending in reversed(keys):
        if name not in columns:
            raise UnknownColumnError(name)
        key, group = columns[name]
        made = [(key(item), item) for item in items]
        present = [pair for pair in made if pair[0] is not None]
        # A stable descending sort: `reverse` keeps equals in their order.
        present.sort(key=lambda pair: pair[0], reverse=descending)
        items = [item for _, item in present] + [item for value, item in made if value is None]
        if group is not None:
            items.sort(key=group)
    return items


def metric_columns(dossier: Dossier, language: Language) -> dict[str, SortColumn]:
    """Return the sort order of each column of metrics, with texts in `language`."""
    units = {unit.id: rank for rank, unit in enumerate(dossier.units)}
    qualifiers = {qualifier: rank for rank, qualifier in enumerate(Qualifier)}
    return _shared_columns(dossier, language) | {
        "label": SortColumn(lambda metric: sort_key(metric.label.in_language(language), language)),
        "value": SortColumn(
            lambda metric: metric.quantity.magnitude, group=lambda metric: units[metric.unit]
        ),
        "unit": SortColumn(lambda metric: units[metric.unit]),
        "qualifier": SortColumn(lambda metric: qualifiers[metric.qualifier]),
        "period": SortColumn(lambda metric: metric.period.sort_key if metric.period else None),
        "derived": SortColumn(lambda metric: metric.derived),
    }


def _event_columns(dossier: Dossier, language: Language) -> dict[str, SortColumn]:
    return _shared_columns(dossier, language) | {
        "date": SortColumn(lambda event: event.date.sort_key),
        "title": SortColumn(lambda event: sort_key(event.title.in_language(language), language)),
        "kind": SortColumn(lambda event: event.kind),
        "weight": SortColumn(lambda event: event.weight),
    }


def entity_columns(
    dossier: Dossier, language: Language, mentions: Callable[[Entity], int]
) -> dict[str, SortColumn]:
    """Return the sort order of each column of entities, with texts in `language`.

    `mentions` counts those of an entity.
    """
    kinds = {kind: rank for rank, kind in enumerate(all_kinds(dossier.own_kinds))}
    columns = _shared_columns(dossier, language) | {
        "name": SortColumn(lambda entity: sort_key(entity.name.in_language(language), language)),
        "kind": SortColumn(lambda entity: kinds[entity.kind]),
        "role": SortColumn(
            lambda entity: (
                None if entity.role is None else sort_key(entity.role.in_language(language), language)
            )
        ),
        "mentions": SortColumn(mentions),
    }
    return {column: columns[column] for column in ENTITY_COLUMNS}


def _shared_columns(dossier: Dossier, language: Language) -> dict[str, SortColumn]:
    areas = {area.id: rank for rank, area in enumerate(dossier.areas)}
    sections = {section.id: section.number for section in dossier.sections}
    return {
        "printed": SortColumn(
            lambda item: None if item.printed is None else sort_key(item.printed, language)
        ),
        "area": SortColumn(lambda item: areas[item.area]),
        "section": SortColumn(lambda item: sections[item.section]),
        "source": SortColumn(lambda item: item.source),
        "id": SortColumn(lambda item: item.id),
    }
