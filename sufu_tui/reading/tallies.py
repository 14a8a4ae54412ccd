"""Tally checks: parts lie within their wholes, in the same unit, and no figure within itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.reading.findings import Report, TomlSpot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sufu_tui.dossier.quantity import Quantity
    from sufu_tui.reading.tables import TomlRow

_SURELY_AS_MUCH = frozenset({Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.OVER})
_SURELY_NO_MORE = frozenset({Qualifier.EXACT, Qualifier.NEARLY, Qualifier.UNDER})


def check_tallies(files: Mapping[str, TomlRow], quantities: Mapping[str, Quantity], report: Report) -> None:
    """Report units that differ within a tally, a whole or an overlap, and circles of parts.

    `quantities` are the metrics' by id. A part that surely is more than its whole gives a warning.
    """
    metrics = files["metrics"].rows("metric") if "metrics" in files else ()
    if "dossier" in files:
        tallies = [row.values for row in files["dossier"].rows("tally")]
        units = {tally["id"]: tally.get("unit") for tally in tallies if "id" in tally}
        for row in metrics:
            unit = units.get(row.values.get("tally"))
            if unit is not None and row.values.get("unit", unit) != unit:
                spot = TomlSpot(row.file, (*row.path, "tally"))
                report.error(spot, "tally-unit", text=row.values["tally"], unit=unit)
    rows = {row.values["id"]: row for row in reversed(metrics) if "id" in row.values}
    for row in metrics:
        for key in ("part-of", "overlaps"):
            if key in row.values:
                _check_relation(row, key, rows, report)
    _check_sizes(rows, quantities, report)
    _report_circles(rows, report)


def _place(row: TomlRow, key: str, other: str) -> TomlSpot:
    return TomlSpot(row.file, (*row.path, key, row.places(key)[other]))


def _check_relation(row: TomlRow, key: str, rows: Mapping[str, TomlRow], report: Report) -> None:
    own, unit = row.values.get("id"), row.values.get("unit")
    for other in row.values[key]:
        if key == "overlaps" and other == own:
            report.error(_place(row, key, other), "overlaps-itself", text=other)
        elif key == "overlaps" and other in row.values.get("part-of", ()):
            report.error(_place(row, key, other), "overlaps-whole", text=other)
        elif other in rows and unit is not None and rows[other].values.get("unit", unit) != unit:
            report.error(_place(row, key, other), "relation-unit", key=key, text=other)


def _check_sizes(rows: Mapping[str, TomlRow], quantities: Mapping[str, Quantity], report: Report) -> None:
    for metric_id, row in rows.items():
        part = quantities.get(metric_id)
        for other in row.values.get("part-of", ()):
            whole = quantities.get(other)
            if part is None or whole is None or part.unit != whole.unit or other == metric_id:
                continue
            sure = part.qualifier in _SURELY_AS_MUCH and whole.qualifier in _SURELY_NO_MORE
            if sure and part.value > whole.value:
                report.warning(_place(row, "part-of", other), "part-exceeds-whole", text=other)


def _report_circles(rows: Mapping[str, TomlRow], report: Report) -> None:
    """Report each circle of parts and wholes once (depth-first search); a sum is a whole of its addends."""
    wholes = {metric_id: dict.fromkeys(row.values.get("part-of", ())) for metric_id, row in rows.items()}
    for metric_id, row in rows.items():
        if "formula" in row.values and row.values["formula"].only_adds:
            for name in row.values["formula"].inputs:
                wholes.get(name, {}).setdefault(metric_id)
    done: set[str] = set()
    for start in wholes:
        chain: dict[str, None] = {}
        ahead = [iter((start,))]
        while ahead:
            step = next(ahead[-1], None)
            if step is None:
                ahead.pop()
                if chain:
                    done.add(chain.popitem()[0])
            elif step in chain:
                circle = list(chain)
                _report_circle(circle[circle.index(step) :], rows, report)
            elif step in wholes and step not in done:
                chain[step] = None
                ahead.append(iter(wholes[step]))


def _report_circle(circle: list[str], rows: Mapping[str, TomlRow], report: Report) -> None:
    """Report `circle` at its first figure with a `part-of`; circles of formulas alone are left out."""
    pairs = zip(circle, [*circle[1:], circle[0]], strict=True)
    stated = [(part, whole) for part, whole in pairs if whole in rows[part].values.get("part-of", ())]
    if stated:
        part, whole = min(stated, key=lambda pair: rows[pair[0]].path)
        place = circle.index(part)
        turned = [*circle[place:], *circle[:place], part]
        report.error(_place(rows[part], "part-of", whole), "circular-part", circle=" > ".join(turned))
