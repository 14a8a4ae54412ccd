"""Validation of TOML tables against the field tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from sufu_tui.dossier.model import Ref
from sufu_tui.reading.field_shapes import Field, Shape, TableSpec
from sufu_tui.reading.findings import Report, TomlPath, TomlSpot
from sufu_tui.reading.texts import type_name
from sufu_tui.typesetting.safe_characters import normal, without_unwanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sufu_tui.reading.values import Values


class TomlRow(NamedTuple):
    """Table of the file `file`: its usable values by key, and all values given, usable or not.

    `values` are as the model holds them, except for tables within it, which are rows, and for arrays of them.
    """

    file: str
    table: TableSpec
    path: TomlPath
    values: dict[str, Any]
    given: Mapping[str, Any]

    def take(self) -> dict[str, Any]:
        """Return the values and drop them from the row: of many rows they are half of the memory."""
        taken = dict(self.values)
        self.values.clear()
        return taken

    def rows(self, name: str) -> tuple[TomlRow, ...]:
        """Return the tables of the array `name`; none where it is missing."""
        rows: tuple[TomlRow, ...] = self.values.get(name, ())
        return rows

    def row(self, name: str) -> TomlRow | None:
        """Return the table `name`, if there is one."""
        return self.values.get(name)

    def places(self, name: str) -> Mapping[str, int]:
        """Return where each member of the array `name` first stands in it, by the text that is used of it."""
        places: dict[str, int] = {}
        for index, member in enumerate(self.given[name]):
            if isinstance(member, (str, Ref)):
                places.setdefault(without_unwanted(normal(str(member))), index)
        return places

    def walk(self) -> Iterator[TomlRow]:
        """Yield this row and those within it, in the order of the field tables."""
        yield self
        for field in self.table.nested:
            if field.shape is Shape.TABLES:
                for row in self.rows(field.name):
                    yield from row.walk()
            elif own := self.row(field.name):
                yield from own.walk()


class Tables:
    """Walker of the tables of one file; reports all that the field tables do not allow."""

    def __init__(
        self, file: str, report: Report, values: Values, on_row: Callable[[], None] | None = None
    ) -> None:
        """Walk the tables of `file`; `on_row` is called after each."""
        self._on_row = on_row
        self._file = file
        self._report = report
        self._values = values
        self._converters: dict[str, Mapping[str, Callable[[Any, TomlPath], Any]]] = {}

    def row(self, table: TableSpec, raw: Mapping[str, Any], path: TomlPath = ()) -> TomlRow:
        """Return the row of the TOML table `raw`, checked against `table`."""
        values: dict[str, Any] = {}
        misspelt: set[str] = set()
        problems = len(self._report.problems)
        converters = self._converters.get(table.name) or self._prepare(table)
        for key, value in raw.items():
            convert = converters.get(key)
            if convert is None:
                spot = TomlSpot(self._file, (*path, key), at_key=True)
                meant = self._report.near(key, table.by_name)
                self._report.error(spot, "unknown-key", key=key, table=table.header, **meant)
                misspelt.update(meant.values())
                continue
            converted = convert(value, (*path, key))
            if converted is not None:
                values[key] = converted
        for key in table.required:
            if key not in raw and key not in misspelt:
                self._report.error(TomlSpot(self._file, path), "missing-key", key=key, table=table.header)
        if table.alternatives:
            self._choose(table, {**raw, **dict.fromkeys(misspelt)} if misspelt else raw, path)
        if self._on_row is not None:
            self._on_row()
        # Without faults the given values are dropped: of many tables they would be half of the memory.
        clean = len(self._report.problems) == problems and len(values) == len(raw)
        return TomlRow(self._file, table, path, values, values if clean else raw)

    def _prepare(self, table: TableSpec) -> Mapping[str, Callable[[Any, TomlPath], Any]]:
        within = {Shape.TABLES: self._rows, Shape.TABLE: self._row}
        converters = {
            field.name: partial(within[field.shape], field)
            if field.shape in within
            else self._values.converter(field)
            for field in table.fields
        }
        self._converters[table.name] = converters
        return converters

    def _row(self, field: Field, value: object, path: TomlPath) -> TomlRow | None:
        if field.table is not None and isinstance(value, dict):
            return self.row(field.table, value, path)
        wrong = type_name(value)
        self._report.error(TomlSpot(self._file, path), "wrong-type", wanted="table", found=wrong)
        return None

    def _rows(self, field: Field, value: object, path: TomlPath) -> tuple[TomlRow, ...]:
        table = field.table
        if table is None:
            raise AssertionError(field)
        if isinstance(value, dict):
            self._report_single(table, value, path)
            return ()
        if not isinstance(value, list):
            self._report.error(
                TomlSpot(self._file, path), "wrong-type", wanted="array", found=type_name(value)
            )
            return ()
        if not value and field.required:
            self._report.error(TomlSpot(self._file, path), "empty-list", key=field.name)
        rows = []
        for index, element in enumerate(value):
            place = (*path, index)
            value[index] = None
            if isinstance(element, dict):
                rows.append(self.row(table, element, place))
            else:
                self._report.error(
                    TomlSpot(self._file, place), "wrong-type", wanted="table", found=type_name(element)
                )
        return tuple(rows)

    def _report_single(self, table: TableSpec, value: Mapping[str, Any], path: TomlPath) -> None:
        """Report a `[metric]` where there are to be several, or a `[[metric.observation]]` above them all."""
        within = [field.name for field in table.nested if isinstance(value.get(field.name), list)]
        if not within or len(within) < len(value):
            self._report.error(TomlSpot(self._file, path), "not-an-array-of-tables", table=table.name)
            return
        for name in within:
            spot = TomlSpot(self._file, (*path, name, 0))
            self._report.error(spot, "table-before-its-own", table=f"{table.name}.{name}", owner=table.name)

    def _choose(self, table: TableSpec, raw: Mapping[str, Any], path: TomlPath) -> None:
        """Report keys that the alternative begun by `raw` lacks or does not allow."""
        chosen = next(
            (way for way in reversed(table.alternatives) if any(key in raw for key in way.required)), None
        )
        if chosen is None:
            ways = " / ".join(" + ".join(way.required) for way in table.alternatives)
            self._report.error(
                TomlSpot(self._file, path), "missing-alternative", table=table.header, keys=ways
            )
            return
        for key in chosen.required:
            if key not in raw:
                self._report.error(TomlSpot(self._file, path), "missing-key", key=key, table=table.header)
        for other in table.alternatives:
            for key in (*other.required, *other.allowed):
                if key in raw and key not in chosen.required and key not in chosen.allowed:
                    self._report.error(
                        TomlSpot(self._file, (*path, key), at_key=True),
                        "conflicting-key",
                        key=key,
                        other=chosen.required[0],
                    )
