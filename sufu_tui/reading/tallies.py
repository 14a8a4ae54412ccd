"""Tally checks: what is added up has the same unit, and no figure lies within itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.reading.findings import Report, TomlSpot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sufu_tui.reading.tables import TomlRow


def check_tallies(files: Mapping[str, TomlRow], report: Report) -> None:
    """Report units that differ within a tally, a whole or an overlap, and circles of parts."""
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


def _wholes(rows: Mapping[str, TomlRow]) -> Mapping[str, dict[str, None]]:
    """Return the wholes of each figure, in order: those that it states, and the sums that contain it."""
    wholes = {metric_id: dict.fromkeys(row.values.get("part-of", ())) for metric_id, row in rows.items()}
    for metric_id, row in rows.items():
        arithmetic = row.values.get("formula") or row.values.get("reckoning")
        if arithmetic is not None and arithmetic.only_adds:
            for name in arithmetic.inputs:
                if name != metric_id:  # told already
                    wholes.get(name, {}).setdefault(metric_id)
    return wholes


def _report_circles(rows: Mapping[str, TomlRow], report: Report) -> None:
    """Report each circle of parts and wholes once (depth-first search); a sum is a whole of its addends."""
    wholes = _wholes(rows)
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
    """Report `circle` at its first figure with a `part-of`, or else with a reckoning.

    Circles of formulas alone are left out.
    """
    pairs = zip(circle, [*circle[1:], circle[0]], strict=True)
    stated = [(part, whole) for part, whole in pairs if whole in rows[part].values.get("part-of", ())]
    if stated:
        part, whole = min(stated, key=lambda pair: rows[pair[0]].path)
        begin = circle.index(part)
        turned = [*circle[begin:], *circle[:begin], part]
        place = rows[part].places("part-of")[whole]
        spot = TomlSpot(rows[part].file, (*rows[part].path, "part-of", place))
        report.error(spot, "circular-part", circle=" > ".join(turned))
        return
    sums = [whole for whole in circle if "reckoning" in rows[whole].values]
    if sums:
        whole = min(sums, key=lambda name: rows[name].path)
        begin = circle.index(whole)
        turned = [*circle[begin:], *circle[:begin], whole]
        spot = TomlSpot(rows[whole].file, (*rows[whole].path, "reckoning"))
        report.error(spot, "circular-formula", circle=" > ".join(reversed(turned)))
