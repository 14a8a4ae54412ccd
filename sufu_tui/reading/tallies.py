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


def _check_relation(row: TomlRow, key: str, rows: Mapping[str, TomlRow], report: Report) -> None:
    own, unit = row.values.get("id"), row.values.get("unit")
    wholes = set(row.values.get("part-of", ()))
    faults: dict[str, str] = {}
    for other in row.values[key]:
        if key == "overlaps" and other == own:
            faults[other] = "overlaps-itself"
        elif key == "overlaps" and other in wholes:
            faults[other] = "overlaps-whole"
        elif other in rows and unit is not None and rows[other].values.get("unit", unit) != unit:
            faults[other] = "relation-unit"
    places = row.places(key) if faults else {}
    for other, code in faults.items():
        more = {"key": key} if code == "relation-unit" else {}
        report.error(TomlSpot(row.file, (*row.path, key, places[other])), code, text=other, **more)


def _check_sizes(rows: Mapping[str, TomlRow], quantities: Mapping[str, Quantity], report: Report) -> None:
    for metric_id, row in rows.items():
        part = quantities.get(metric_id)
        if part is None or part.qualifier not in _SURELY_AS_MUCH:
            continue
        exceeded = [
            other
            for other in row.values.get("part-of", ())
            if other != metric_id and _surely_exceeds(part, quantities.get(other))
        ]
        places = row.places("part-of") if exceeded else {}
        for other in exceeded:
            spot = TomlSpot(row.file, (*row.path, "part-of", places[other]))
            report.warning(spot, "part-exceeds-whole", text=other)


def _surely_exceeds(part: Quantity, whole: Quantity | None) -> bool:
    """Return whether `part`, which is as much as it says, is more than `whole` can be."""
    return (
        whole is not None
        and part.unit == whole.unit
        and whole.qualifier in _SURELY_NO_MORE
        and part.value > whole.value
    )


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
        begin = circle.index(part)
        turned = [*circle[begin:], *circle[:begin], part]
        place = rows[part].places("part-of")[whole]
        spot = TomlSpot(rows[part].file, (*rows[part].path, "part-of", place))
        report.error(spot, "circular-part", circle=" > ".join(turned))
