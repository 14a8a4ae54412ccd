"""Contradiction checks: figures that cannot all be true, whatever their source leaves open.

They are warnings: a report may contradict itself, and its reader is to see it.
"""

from __future__ import annotations

from decimal import Context
from typing import TYPE_CHECKING

from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Metric, Observation, SourceRef, Unit
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.reading.findings import Report, TomlSpot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sufu_tui.dossier.calculation import Calculation, Calculator
    from sufu_tui.reading.tables import TomlRow

_UNNAMED: Localized[str] = Localized({})
_UNCITED = SourceRef("", "")
_UNKNOWN_UNIT = Unit("", _UNNAMED, "money", _UNNAMED)  # of which nothing is taken for granted
_HELD = frozenset({"reckoning", "part-of", "observation"})
_RELATING = _HELD | {"formula", "overlaps"}
_BRIEF = Context(prec=6)


def check_contradictions(
    files: Mapping[str, TomlRow], quantities: Mapping[str, Quantity], report: Report
) -> None:
    """Warn of reckonings, parts and observations that contradict what is stated.

    `quantities` are the metrics' by id. What has a fault of its own is left out; where an id is taken twice
    nothing is looked at.
    """
    rows = _related(files["metrics"].rows("metric"), quantities) if "metrics" in files else {}
    if not rows or any(problem.code == "duplicate-id" for problem in report.problems):
        return
    from sufu_tui.dossier.calculation import Calculator  # not needed without such figures
    from sufu_tui.dossier.inclusion import Inclusion

    units = _units(files["dossier"].rows("unit")) if "dossier" in files else {}
    metrics = {name: _metric(row, quantities, rows, report) for name, row in rows.items()}
    calculator = Calculator(
        metrics.__getitem__, lambda unit: units.get(unit, _UNKNOWN_UNIT), Inclusion(tuple(metrics.values()))
    )
    for name, metric in metrics.items():
        for calculation in calculator.calculations(metric):
            if calculation.verdict.value != "contradict":
                continue
            if calculation.kind == "formula":
                _report_reckoning(calculation, rows[name], report)
            else:
                _report_parts(calculation, rows[name], rows, report)
        if metric.earlier:
            _check_observations(metric, calculator, _observation_rows(rows[name]), report)


def _related(metrics: Sequence[TomlRow], quantities: Mapping[str, Quantity]) -> Mapping[str, TomlRow]:
    """Return the rows that say something of other figures or times, and those that they name, by id.

    Of very many figures they are few.
    """
    related: list[TomlRow] = []
    named: set[str] = set()
    for row in metrics:
        values = row.values
        if not _RELATING.isdisjoint(values) and values.get("id") in quantities:
            related.append(row)
            named.update(values.get("part-of", ()), values.get("overlaps", ()))
            for key in ("formula", "reckoning"):
                named.update(values[key].inputs if key in values else ())
    if not any(_HELD & row.values.keys() for row in related):
        return {}
    named.update(row.values["id"] for row in related)
    return {
        row.values["id"]: row
        for row in metrics
        if row.values.get("id") in named and row.values["id"] in quantities
    }


def _units(rows: Iterable[TomlRow]) -> Mapping[str, Unit]:
    """Return the units without a fault, by id."""
    sound = (row.values for row in rows if all(key in row.values for key in row.table.required))
    return {values["id"]: Unit(**values) for values in sound}


def _observation_rows(row: TomlRow) -> Sequence[TomlRow]:
    """Return the rows of the observations that have a value and a period."""
    return [one for one in row.rows("observation") if "value" in one.values and "period" in one.values]


def _metric(
    row: TomlRow, quantities: Mapping[str, Quantity], rows: Mapping[str, TomlRow], report: Report
) -> Metric:
    """Return the figure of a row, as far as it is without faults; names and places are left out."""
    values = row.values
    quantity = quantities[values["id"]]
    formula, reckoning = (
        values[key]
        if key in values
        and not report.knows(row.file, (*row.path, key))
        and all(name in rows for name in values[key].inputs)
        else None
        for key in ("formula", "reckoning")
    )
    return Metric(
        values["id"],
        _UNNAMED,
        "",
        "",
        Observation(quantity, _UNCITED, values.get("printed"), values.get("period")),
        tuple(
            Observation(
                Quantity(one.values["value"], quantity.unit, one.values.get("qualifier", Qualifier.EXACT)),
                _UNCITED,
                one.values.get("printed"),
                one.values["period"],
            )
            for one in _observation_rows(row)
        ),
        formula=formula,
        part_of=_of_unit(values.get("part-of", ()), quantity, quantities, rows),
        overlaps=_of_unit(values.get("overlaps", ()), quantity, quantities, rows),
        reckoning=reckoning,
    )


def _of_unit(
    names: Iterable[str],
    quantity: Quantity,
    quantities: Mapping[str, Quantity],
    rows: Mapping[str, TomlRow],
) -> tuple[str, ...]:
    return tuple(name for name in names if name in rows and quantities[name].unit == quantity.unit)


def _report_reckoning(calculation: Calculation, row: TomlRow, report: Report) -> None:
    spot = TomlSpot(row.file, (*row.path, "reckoning"))
    text, printed = row.values["reckoning"].text, row.values.get("printed", "")
    report.warning(spot, "reckoning-differs", text=text, result=_brief(calculation.result), printed=printed)


def _report_parts(
    calculation: Calculation, whole: TomlRow, rows: Mapping[str, TomlRow], report: Report
) -> None:
    """Report each part that alone exceeds the whole, or else all of them together."""
    parts = [part.metric for part in calculation.parts if part.metric is not None]
    own = whole.values["id"]
    exceeding = [
        metric.id
        for metric, part in zip(parts, calculation.parts, strict=True)
        if calculation._replace(interval=part.interval.upwards()).verdict.value == "contradict"
    ]
    for name in exceeding:
        row = rows[name]
        spot = TomlSpot(row.file, (*row.path, "part-of", row.places("part-of")[own]))
        report.warning(spot, "part-exceeds-whole", text=own)
    if not exceeding:
        key = "formula" if "formula" in whole.values else "value"
        spot = TomlSpot(whole.file, (*whole.path, key))
        names = ", ".join(metric.id for metric in parts)
        report.warning(spot, "parts-exceed-whole", parts=names, result=_brief(calculation.result))


def _check_observations(
    metric: Metric, calculator: Calculator, rows: Sequence[TomlRow], report: Report
) -> None:
    """Report each observation once that contradicts one before it."""
    told: set[int] = set()
    for comparison in calculator.comparisons(metric):
        place = next(at for at, one in enumerate(metric.earlier) if one is comparison.second)
        if place not in told and comparison.likeness.value == "contradicting":
            told.add(place)
            spot = TomlSpot(rows[place].file, (*rows[place].path, "value"))
            printed = [one.printed or f"{one.quantity.value:f}" for one in comparison[:2]]
            report.warning(spot, "observations-contradict", text=printed[1], other=printed[0])


def _brief(result: Quantity | None) -> str:
    """Return a result with six digits, as far as there are more."""
    return "0" if result is None else f"{_BRIEF.plus(result.value).normalize():f}"
