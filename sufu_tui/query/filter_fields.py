"""Filter fields: one table of the values that they take, the columns that they read and their tests.

The terms of a filter become tests of columns, which run on one item after the other (`filters.py`), or on
all metrics a column at a time (`column_scan.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from operator import attrgetter, contains, is_
from typing import Any, Literal, NamedTuple, Union

from sufu_tui.dossier.entity_kinds import ENTITY_KINDS
from sufu_tui.dossier.model import Entity, Event, Kind, Metric
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.query.date_tests import certainly, overlaps, possibly
from sufu_tui.query.item_text import Filterable, ItemText, Shared

Read = Callable[[Any], Any]


def _none(_item: Filterable) -> None:
    """Return None: this kind of item has no such value."""


class FilterColumn(NamedTuple):
    """Value of an item, with a getter for each kind of item, named as it; None where it has none.

    A kind without a getter knows no such value at all: a test of it means nothing there.
    `shared`: many items have the same value, and a test of it takes longer than a look-up of its answer.
    `slow`: a value takes so long to read that others get a turn after every few.
    """

    metric: Read = _none
    event: Read = _none
    section: Read = _none
    entity: Read = _none
    shared: bool = False
    slow: bool = False

    def knows(self, kind: Kind) -> bool:
        """Return whether items of `kind` have such a value, at least some of them."""
        return getattr(self, kind) is not _none

    def read(self, item: Filterable) -> Any:  # noqa: ANN401  each column has values of its own type
        """Return the value of `item`."""
        if isinstance(item, Metric):
            return self.metric(item)
        if isinstance(item, Event):
            return self.event(item)
        return self.entity(item) if isinstance(item, Entity) else self.section(item)


class ColumnTest(NamedTuple):
    """Condition on a column: `holds(value, asked)`, never called for an item without a value there."""

    column: FilterColumn
    holds: Callable[[Any, Any], bool]
    asked: Any


class Clause(NamedTuple):
    """Term as tests of columns, joined by or; `negated` turns the result round."""

    tests: tuple[ColumnTest, ...]
    negated: bool = False


class FieldSpec(NamedTuple):
    """Field of the filter language: the values that it takes, and its test.

    A prefix of a choice is enough. A stretch is a date as people write it. `resolve` turns the
    typed value into the one that the test asks for.
    """

    values: Literal["date", "stretch", "text", "yes-no"] | tuple[str, ...]
    column: FilterColumn | Callable[[ItemText], FilterColumn]
    holds: Callable[[Any, Any], bool]
    resolve: Callable[[ItemText, Any], Any] = lambda _texts, value: value

    def test(self, value: object, texts: ItemText) -> ColumnTest:
        """Return the test of a term with `value`."""
        column = self.column if isinstance(self.column, FilterColumn) else self.column(texts)
        return ColumnTest(column, self.holds, self.resolve(texts, value))


class PresenceSpec(NamedTuple):
    """Field that asks whether an item has something: a column for each answer that it takes."""

    columns: Mapping[str, FilterColumn]

    @property
    def values(self) -> tuple[str, ...]:
        """Things that can be asked for."""
        return tuple(self.columns)

    def test(self, value: object, texts: ItemText) -> ColumnTest:
        """Return the test of a term with `value`, or a beginning of one."""
        asked = texts.folded(str(value))
        name = next(name for name in self.columns if name.startswith(asked))
        return ColumnTest(self.columns[name], _is_there, None)


def _is_there(value: object, _asked: object) -> bool:
    """Return whether there is a value; an empty one is none."""
    return value != () and value is not False


def among(key: Hashable, keys: frozenset[Hashable]) -> bool:
    """Return whether `key` is one of `keys`."""
    return key in keys


def _named(kind: Shared) -> Callable[[ItemText, str], frozenset[str]]:
    return lambda texts, name: texts.named(kind, texts.folded(name))


def _of_kind(kinds: str, asked: str) -> bool:
    """Return whether one of `kinds`, an item's own and what all such items are, begins with `asked`."""
    return any(kind.startswith(asked) for kind in kinds.split())


def _labels(texts: ItemText) -> FilterColumn:
    return FilterColumn(texts.label, texts.label, texts.label, texts.label, slow=True)


def _notes(texts: ItemText) -> FilterColumn:
    return FilterColumn(texts.note, texts.note, entity=texts.note, slow=True)


def _sections(texts: ItemText, name: str) -> frozenset[str]:
    folded = texts.folded(name)
    return texts.numbered(folded) if folded.isdecimal() else texts.named("section", folded)


AREA = FilterColumn(attrgetter("area"), attrgetter("area"))
SECTION = FilterColumn(attrgetter("section"), attrgetter("section"), attrgetter("id"), attrgetter("section"))
VALUE = FilterColumn(attrgetter("latest.quantity.value"))
_DATE = FilterColumn(attrgetter("latest.period"), attrgetter("date"), shared=True)
_ID = FilterColumn(attrgetter("id"), attrgetter("id"), attrgetter("id"), attrgetter("id"))
_NAME = FilterColumn(attrgetter("ref"), attrgetter("ref"), entity=attrgetter("ref"))
_ROLE = FilterColumn(entity=attrgetter("id"))
_KIND = FilterColumn(
    lambda _metric: "metric",
    lambda event: f"{event.kind} event",
    lambda _section: "section",
    lambda entity: f"{entity.kind} name",
)
_QUALIFIER = FilterColumn(attrgetter("latest.quantity.qualifier"))

_KINDS = (*ENTITY_KINDS, "point", "span", "era", "name", "event", "metric", "section")
_QUALIFIERS = tuple(qualifier.value for qualifier in Qualifier)

_THINGS = {
    "date": _DATE,
    "earlier": FilterColumn(attrgetter("earlier")),
    "gloss": FilterColumn(entity=attrgetter("gloss")),
    "links": FilterColumn(event=attrgetter("links"), entity=attrgetter("links")),
    "note": FilterColumn(attrgetter("note"), attrgetter("text"), entity=attrgetter("text")),
    "period": _DATE,
    "printed": FilterColumn(attrgetter("printed"), attrgetter("printed"), entity=attrgetter("printed")),
    "role": FilterColumn(entity=attrgetter("role")),
}

FIELDS: Mapping[str, Union[FieldSpec, PresenceSpec]] = {
    "area": FieldSpec("text", AREA, among, _named("area")),
    "certainly": FieldSpec("date", _DATE, certainly),
    "date": FieldSpec("date", _DATE, overlaps),
    "derived": FieldSpec("yes-no", FilterColumn(attrgetter("derived")), is_),
    "during": FieldSpec("stretch", _DATE, overlaps),
    "has": PresenceSpec(_THINGS),
    "id": FieldSpec("text", _ID, contains, ItemText.folded),
    "kind": FieldSpec(_KINDS, _KIND, _of_kind, ItemText.folded),
    "label": FieldSpec("text", _labels, contains, ItemText.folded),
    "name": FieldSpec("text", _NAME, among, ItemText.belonging),
    "note": FieldSpec("text", _notes, contains, ItemText.folded),
    "period": FieldSpec("date", _DATE, overlaps),
    "possibly": FieldSpec("date", _DATE, possibly),
    "qualifier": FieldSpec(_QUALIFIERS, _QUALIFIER, str.startswith, ItemText.folded),
    "role": FieldSpec("text", _ROLE, among, _named("role")),
    "section": FieldSpec("text", SECTION, among, _sections),
    "unit": FieldSpec("text", FilterColumn(attrgetter("latest.quantity.unit")), among, _named("unit")),
}
