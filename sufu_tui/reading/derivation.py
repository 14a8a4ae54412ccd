"""Derived metrics, evaluated in topological order of their dependencies (Kahn's algorithm).

The reckoning of a stated metric is evaluated last, and needs no order.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from sufu_tui.dossier.formula import FormulaError
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.reading.findings import Report, TomlSpot
from sufu_tui.reading.values import DIGITS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sufu_tui.reading.tables import TomlRow


def derive(metrics: tuple[TomlRow, ...], report: Report) -> Mapping[str, Quantity]:
    """Return the quantity of every metric that has one, by id.

    A formula over an unknown metric, in a circle, that adds up different units or divides by zero is
    reported; metrics that depend on it have no quantity, and are not reported again.
    """
    quantities: dict[str, Quantity] = {}
    derived: dict[str, TomlRow] = {}
    reckoned: list[TomlRow] = []
    for row in metrics:
        values = row.values
        if "id" not in values or "unit" not in values:
            continue
        if "formula" in values:
            derived.setdefault(values["id"], row)
        elif "value" in values:
            quantity = Quantity(values["value"], values["unit"], values.get("qualifier", Qualifier.EXACT))
            quantities.setdefault(values["id"], quantity)
            if "reckoning" in values:
                reckoned.append(row)
    if not derived and not reckoned:
        return quantities
    names = dict.fromkeys(str(row.given.get("id")) for row in metrics)
    for row in derived.values():
        _check_inputs(row, "formula", names, report)
    left = _evaluate(derived, quantities, report)
    _report_circles(derived, left, report)
    _check_reckonings(reckoned, names, quantities, report)
    return quantities


def _check_inputs(row: TomlRow, key: str, names: Collection[str], report: Report) -> None:
    for name in row.values[key].inputs:
        if name not in names:
            spot = TomlSpot(row.file, (*row.path, key), needle=name)
            report.error(spot, "unknown-metric", text=name, **report.near(name, names))


def _check_reckonings(
    reckoned: Sequence[TomlRow], names: Collection[str], quantities: Mapping[str, Quantity], report: Report
) -> None:
    """Report each reckoning that cannot be computed, or that needs what it is to give."""
    for row in reckoned:
        _check_inputs(row, "reckoning", names, report)
        own, inputs = row.values["id"], row.values["reckoning"].inputs
        if own in inputs:
            spot = TomlSpot(row.file, (*row.path, "reckoning"), needle=own)
            report.error(spot, "circular-formula", circle=f"{own} > {own}")
        elif all(name in quantities for name in inputs):
            _computed(row, "reckoning", quantities, report)


def _evaluate(derived: Mapping[str, TomlRow], quantities: dict[str, Quantity], report: Report) -> set[str]:
    """Add the computable metrics to `quantities`; return the ids of those without all inputs."""
    missing: dict[str, int] = {}
    users: dict[str, list[str]] = {}
    ready: deque[str] = deque()
    for metric_id, row in derived.items():
        wanted = [name for name in row.values["formula"].inputs if name not in quantities]
        missing[metric_id] = len(wanted)
        for name in wanted:
            users.setdefault(name, []).append(metric_id)
        if not wanted:
            ready.append(metric_id)
    while ready:
        metric_id = ready.popleft()
        del missing[metric_id]
        quantity = _computed(derived[metric_id], "formula", quantities, report)
        if quantity is None:
            continue
        quantities[metric_id] = quantity
        for user in users.get(metric_id, ()):
            missing[user] -= 1
            if not missing[user]:
                ready.append(user)
    return set(missing)


def _computed(row: TomlRow, key: str, quantities: Mapping[str, Quantity], report: Report) -> Quantity | None:
    """Return the value of the formula under `key` whose inputs are all there; None after a report."""
    formula, unit = row.values[key], row.values["unit"]
    spot = TomlSpot(row.file, (*row.path, key))
    signs = {text for text, metric_id in formula.tokens() if metric_id is None}
    only_sums = signs <= {"+", "-", "(", ")"}
    if only_sums and any(quantities[name].unit != unit for name in formula.inputs):
        report.error(spot, "formula-unit", text=formula.text)
        return None
    try:
        quantity: Quantity = formula.evaluate(quantities, unit)
    except FormulaError as error:
        code = "division-by-zero" if error.code == "division-by-zero" else "not-computable"
        report.error(spot, code, text=formula.text)
        return None
    if quantity.value and abs(quantity.value.adjusted()) >= DIGITS:
        report.error(spot, "number-out-of-range", digits=DIGITS)
        return None
    return quantity


def _report_circles(derived: Mapping[str, TomlRow], left: set[str], report: Report) -> None:
    """Report each circle once, at its first metric."""
    seen: set[str] = set()
    for start in derived:
        walked: dict[str, None] = {}
        step: str | None = start
        while step is not None and step in left and step not in seen:
            seen.add(step)
            walked[step] = None
            step = next((name for name in derived[step].values["formula"].inputs if name in left), None)
        if step in walked:
            circle = list(walked)
            circle = circle[circle.index(str(step)) :]
            row = derived[circle[0]]
            chain = " > ".join([*circle, circle[0]])
            report.error(TomlSpot(row.file, (*row.path, "formula")), "circular-formula", circle=chain)
