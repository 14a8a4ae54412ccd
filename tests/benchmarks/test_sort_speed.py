"""Sorting by value with units and qualifiers, beside a sort of the same values as bare floats. Goal: 1.3."""

from __future__ import annotations

import time
from dataclasses import replace
from statistics import median

import pytest

from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.query.sort_keys import SortKey

ROUNDS = 9


@pytest.mark.parametrize("rows", [1_000, 10_000, 100_000])
def test_units_and_qualifiers_cost_little(shipped, rows, effort, capsys):
    rows = effort.size(rows)
    metrics = []
    for number in range(rows):
        metric = shipped.metrics[number % len(shipped.metrics)]
        quantity = metric.quantity._replace(value=metric.value * (1 + number * 7919 % rows))
        metrics.append(metric._replace(id=str(number), latest=metric.latest._replace(quantity=quantity)))
    dossier = replace(shipped, metrics=tuple(metrics))
    floats = [float(metric.value) for metric in metrics]
    started = time.process_time()
    ranking = DossierIndexes(dossier, "en").ranks
    list(ranking.prepare(["value"]))
    prepared = time.process_time() - started
    some = range(rows - 1)  # all of them have their order ready
    ours: list[float] = []
    bare: list[float] = []
    for turn in range(effort.rounds(ROUNDS)):
        key = SortKey("value", bool(turn % 2))
        begin = time.process_time()
        order = ranking.sorted(some, (key,))
        between = time.process_time()
        sorted(some, key=floats.__getitem__, reverse=key.descending)
        bare.append(time.process_time() - between)
        ours.append(between - begin)
        assert len(order) == len(some)
    ratio = median(ours) / median(bare)
    with capsys.disabled():
        print(
            f"\n{rows} rows: {median(ours) * 1000:.1f} ms, {ratio:.2f} times bare floats; "
            f"the first time {prepared * 1000:.0f} ms"
        )
    effort.hold("sort", ratio, 1.3)
