"""Reference checks: duplicate ids, and references to items that do not exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.entity_kinds import ENTITY_KINDS
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Kind, Ref, SourceRef
from sufu_tui.reading.field_shapes import Field, Shape
from sufu_tui.reading.fields import FILES
from sufu_tui.reading.findings import Report, TomlPath, TomlSpot

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sufu_tui.reading.tables import TomlRow

_KINDS_BY_SHAPE = {
    Shape.AREA: "area",
    Shape.UNIT: "unit",
    Shape.SECTION: "section",
    Shape.TALLY: "tally",
    Shape.ENTITY: "entity",
    Shape.KIND: "kind",
}
_MEMBERS: Mapping[Shape, Kind] = {Shape.METRICS: "metric", Shape.EVENTS: "event", Shape.ENTITIES: "entity"}
_REFERRING = frozenset({*_KINDS_BY_SHAPE, *_MEMBERS, Shape.PLACE, Shape.LINKS, Shape.PROSE})


class _Known(NamedTuple):
    """Known ids by kind; None while their file cannot be read, since any id may be right then."""

    ids: Mapping[str, Collection[str] | None]
    parts: Mapping[str, Collection[str]]

    def lacks(self, kind: str, item_id: str) -> bool:
        """Return whether an item of that kind and id surely does not exist."""
        ids = self.ids[kind]
        return ids is not None and item_id not in ids


def check_references(files: Mapping[str, TomlRow], report: Report) -> None:
    """Report duplicate ids, and every id, place and link that does not lead anywhere.

    `files` are the root rows of the files that could be read. Items of other files are not missed.
    """
    known = _known(files, report)
    for source in files["dossier"].rows("source") if "dossier" in files else ():
        _check_own_parts(source, report)
    for root in files.values():
        for row in root.walk():
            for name, value in row.values.items():
                entry = row.table.by_name[name]
                if entry.shape in _REFERRING:
                    _check(row, entry, value, known, report)


def _check_own_parts(source: TomlRow, report: Report) -> None:
    """Report beginnings and waivers of parts that the source does not have, and a part that begins twice."""
    parts = source.values.get("parts")
    begun: dict[str, TomlPath] = {}
    for row in (*source.rows("beginning"), *source.rows("waiver")):
        part = row.values.get("part")
        if part is None or parts is None:
            continue
        spot = TomlSpot(row.file, (*row.path, "part"))
        if part not in parts:
            values = {"text": part, "source": str(_id_of(source)), **report.near(part, parts)}
            report.error(spot, "unknown-part", **values)
        elif row.table.name == "source.beginning" and part in begun:
            report.error(spot._replace(see=begun[part]), "duplicate-id", text=part)
        elif row.table.name == "source.beginning":
            begun[part] = (*row.path, "part")


def _known(files: Mapping[str, TomlRow], report: Report) -> _Known:
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
                parts[str(_id_of(source))] = source.values["parts"]
    own_kinds = ids["kind"]
    ids["kind"] = None if own_kinds is None else {*ENTITY_KINDS, *own_kinds}
    return _Known(ids, parts)


def _ids_of(rows: tuple[TomlRow, ...], report: Report) -> Collection[str]:
    """Return the ids, malformed ones included: a reference to one is not a second fault."""
    first: dict[str, TomlPath] = {}
    for row in rows:
        item_id = _id_of(row)
        if item_id is None:
            continue
        if item_id in first:
            spot = TomlSpot(row.file, (*row.path, "id"), see=first[item_id])
            report.error(spot, "duplicate-id", text=item_id)
        else:
            first[item_id] = (*row.path, "id")
    return first.keys()


def _id_of(row: TomlRow) -> str | None:
    """Return the id as it is used, else the malformed one that was given."""
    item_id = row.values.get("id", row.given.get("id"))
    return item_id if isinstance(item_id, str) else None


def _check(row: TomlRow, entry: Field, value: object, known: _Known, report: Report) -> None:
    path = (*row.path, entry.name)
    if entry.shape in _KINDS_BY_SHAPE:
        kind, item_id = _KINDS_BY_SHAPE[entry.shape], str(value)
        if known.lacks(kind, item_id):
            _report_unknown(TomlSpot(row.file, path), kind, item_id, known, report)
    elif isinstance(value, tuple) and (entry.shape in _MEMBERS or entry.shape is Shape.LINKS):
        _check_members(row, entry, value, known, report)
    elif isinstance(value, SourceRef):
        _check_place(row, path, value, known, report)
    elif isinstance(value, Localized):
        for language, spans in value.versions.items():
            refs = [span.ref for span in spans if span.ref is not None]
            _check_links(row, (*path, language), refs, known, report)


def _check_members(
    row: TomlRow, entry: Field, members: tuple[Ref | str, ...], known: _Known, report: Report
) -> None:
    """Report the members of an array that do not exist, each at its own place."""
    kind = _MEMBERS.get(entry.shape, "metric")
    refs = [member if isinstance(member, Ref) else Ref(kind, member) for member in members]
    places: Mapping[str, int] = {}
    for member, ref in zip(members, refs, strict=True):
        if known.lacks(ref.kind, ref.id):
            places = places or row.places(entry.name)
            spot = TomlSpot(row.file, (*row.path, entry.name, places[str(member)]))
            if isinstance(member, Ref):
                spot = spot._replace(needle=str(ref))
            _report_unknown(spot, ref.kind, ref.id, known, report)


def _check_place(row: TomlRow, path: TomlPath, place: SourceRef, known: _Known, report: Report) -> None:
    if known.lacks("source", place.source):
        _report_unknown(TomlSpot(row.file, path), "source", place.source, known, report)
    parts = known.parts.get(place.source)
    if parts is not None and place.part not in parts:
        values = {"text": place.part, "source": place.source, **report.near(place.part, parts)}
        report.error(TomlSpot(row.file, path), "unknown-part", **values)


def _check_links(row: TomlRow, path: TomlPath, refs: Sequence[Ref], known: _Known, report: Report) -> None:
    before: Counter[Ref] = Counter()
    for ref in refs:
        if known.lacks(ref.kind, ref.id):
            # The number among equal links leads to its place in the string.
            spot = TomlSpot(row.file, path, needle=str(ref), occurrence=before[ref])
            before[ref] += 1
            _report_unknown(spot, ref.kind, ref.id, known, report)


def _report_unknown(spot: TomlSpot, kind: str, item_id: str, known: _Known, report: Report) -> None:
    report.error(spot, f"unknown-{kind}", text=item_id, **report.near(item_id, known.ids[kind] or ()))
