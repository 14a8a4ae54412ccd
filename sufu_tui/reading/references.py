"""Who refers to whom: ids that are taken twice, and references that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Ref, SourceRef, Span
from sufu_tui.reading.fields import FILES, Field, Shape
from sufu_tui.reading.findings import Report, Spot, TomlPath, near

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sufu_tui.reading.tables import Row

_KINDS_BY_SHAPE = {Shape.AREA: "area", Shape.UNIT: "unit", Shape.SECTION: "section"}


class _Known(NamedTuple):
    """The ids that a kind of thing has; None while their file cannot be read, so that all may be right."""

    ids: Mapping[str, Collection[str] | None]
    parts: Mapping[str, Collection[str]]


def check_references(files: Mapping[str, Row], report: Report) -> None:
    """Report duplicate ids, and every id, place and link that does not lead anywhere.

    `files` are the root rows of the files that could be read. What stands in another is not missed.
    """
    known = _known(files, report)
    for root in files.values():
        for row in root.walk():
            for name, value in row.values.items():
                _check(row, row.table.by_name[name], value, known, report)


def _known(files: Mapping[str, Row], report: Report) -> _Known:
    ids: dict[str, Collection[str] | None] = {}
    parts: dict[str, Collection[str]] = {}
    for file, table in FILES.items():
        for array in table.fields:
            if array.shape is not Shape.TABLES or array.table is None or "id" not in array.table.by_name:
                continue
            root = files.get(file)
            ids[array.name] = None if root is None else _ids_of(root.rows(array.name), report)
    if "dossier" in files:
        for source in files["dossier"].rows("source"):
            if "parts" in source.values:
                parts[str(source.raw.get("id"))] = source.values["parts"]
    return _Known(ids, parts)


def _ids_of(rows: tuple[Row, ...], report: Report) -> Collection[str]:
    """Return the ids, the malformed ones too: a reference to one is not a second fault."""
    first: dict[str, TomlPath] = {}
    for row in rows:
        item_id = row.raw.get("id")
        if not isinstance(item_id, str):
            continue
        if item_id in first:
            spot = Spot(row.file, (*row.path, "id"), see=first[item_id])
            report.error(spot, "duplicate-id", text=item_id)
        else:
            first[item_id] = (*row.path, "id")
    return first.keys()


def _check(row: Row, entry: Field, value: object, known: _Known, report: Report) -> None:
    path = (*row.path, entry.name)
    if entry.shape in _KINDS_BY_SHAPE:
        _check_id(Spot(row.file, path), _KINDS_BY_SHAPE[entry.shape], str(value), known, report)
    elif isinstance(value, SourceRef):
        _check_place(Spot(row.file, path), value, known, report)
    elif entry.shape is Shape.LINKS and isinstance(value, tuple):
        for ref in value:
            index = row.raw[entry.name].index(str(ref))
            _check_id(Spot(row.file, (*path, index)), ref.kind, ref.id, known, report)
    elif entry.shape is Shape.PROSE and isinstance(value, Localized):
        for language, spans in value.versions.items():
            for ref, occurrence in _links(spans):
                spot = Spot(row.file, (*path, language), needle=str(ref), occurrence=occurrence)
                _check_id(spot, ref.kind, ref.id, known, report)


def _links(spans: tuple[Span, ...]) -> Iterator[tuple[Ref, int]]:
    """Yield the links of a text, each with how often it has been there before."""
    seen: dict[Ref, int] = {}
    for span in spans:
        if span.ref is not None:
            yield span.ref, seen.setdefault(span.ref, 0)
            seen[span.ref] += 1


def _check_id(spot: Spot, kind: str, item_id: str, known: _Known, report: Report) -> None:
    ids = known.ids[kind]
    if ids is not None and item_id not in ids:
        report.error(spot, f"unknown-{kind}", text=item_id, **near(item_id, ids))


def _check_place(spot: Spot, place: SourceRef, known: _Known, report: Report) -> None:
    _check_id(spot, "source", place.source, known, report)
    parts = known.parts.get(place.source)
    if parts is not None and place.part not in parts:
        values = {"text": place.part, "source": place.source, **near(place.part, parts)}
        report.error(spot, "unknown-part", **values)
