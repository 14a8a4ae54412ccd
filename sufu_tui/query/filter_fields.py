"""Filter fields: one table of the values that they take, the columns that they read and their tests.

The terms of a filter become tests of columns, which run on one item after the other (`filters.py`), or on
all metrics a column at a time (`column_scan.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter, contains, is_
from typing import Any, Literal, NamedTuple

from sufu_tui.dossier.entity_kinds import ENTITY_KINDS
from sufu_tui.dossier.model import Entity, Event, Metric
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.query.date_tests import certainly, overlaps, possibly
from sufu_tui.query.item_text import Filterable, ItemText, Shared

Read = Callable[[Any], Any]


def _none(_item: Filterable) -> None:
    """Return None: this kind of item has no such value."""


class FilterColumn(NamedTuple):
    """Value of an item, with a getter for each kind of item, named as it; None where it has none.

    `shared`: many items have the same value, and a test of it takes longer than a look-up of its answer.
    """

    metric: Read = _none
    event: Read = _none
    section: Read = _none
    entity: Read = _none
    shared: bool = False

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

    A prefix of a choice is enough. `resolve` turns the typed value into the one that the test asks for.
    """

    values: Literal["date", "text", "yes-no"] | tuple[str, ...]
    column: FilterColumn
    holds: Callable[[Any, Any], bool]
    resolve: Callable[[ItemText, Any], Any] = lambda _texts, value: value

    def test(self, value: object, texts: ItemText) -> ColumnTest:
        """Return the test of a term with `value`."""
        return ColumnTest(self.column, self.holds, self.resolve(texts, value))


def among(key: str, keys: frozenset[str]) -> bool:
    """Return whether `key` is one of `keys`."""
    return key in keys


def _named(kind: Shared) -> Callable[[ItemText, str], frozenset[str]]:
    return lambda texts, name: texts.named(kind, texts.folded(name))


def _sections(texts: ItemText, name: str) -> frozenset[str]:
    folded = texts.folded(name)
    return texts.numbered(folded) if folded.isdecimal() else texts.named("section", folded)


AREA = FilterColumn(attrgetter("area"), attrgetter("area"))
SECTION = FilterColumn(attrgetter("section"), attrgetter("section"), attrgetter("id"), attrgetter("section"))
VALUE = FilterColumn(attrgetter("latest.quantity.value"))
_DATE = FilterColumn(attrgetter("latest.period"), attrgetter("date"), shared=True)
_ID = FilterColumn(attrgetter("id"), attrgetter("id"), attrgetter("id"), attrgetter("id"))
_NAME = FilterColumn(entity=attrgetter("id"))
_KIND = FilterColumn(
    lambda _metric: "metric", attrgetter("kind"), lambda _section: "section", attrgetter("kind")
)
_QUALIFIER = FilterColumn(attrgetter("latest.quantity.qualifier"))

_KINDS = ("point", "span", "era", "section", "metric", "event", *ENTITY_KINDS)
_QUALIFIERS = tuple(qualifier.value for qualifier in Qualifier)

FIELDS: Mapping[str, FieldSpec] = {
    "area": FieldSpec("text", AREA, among, _named("area")),
    "certainly": FieldSpec("date", _DATE, certainly),
    "date": FieldSpec("date", _DATE, overlaps),
    "derived": FieldSpec("yes-no", FilterColumn(attrgetter("derived")), is_),
    "id": FieldSpec("text", _ID, contains, ItemText.folded),
    "kind": FieldSpec(_KINDS, _KIND, str.startswith, ItemText.folded),
    "name": FieldSpec("text", _NAME, among, _named("name")),
    "period": FieldSpec("date", _DATE, overlaps),
    "possibly": FieldSpec("date", _DATE, possibly),
    "qualifier": FieldSpec(_QUALIFIERS, _QUALIFIER, str.startswith, ItemText.folded),
    "role": FieldSpec("text", _NAME, among, _named("role")),
    "section": FieldSpec("text", SECTION, among, _sections),
    "unit": FieldSpec("text", FilterColumn(attrgetter("latest.quantity.unit")), among, _named("unit")),
}
