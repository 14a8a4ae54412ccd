"""A letter of a filter among ten thousand figures and five thousand events, and the counts of hidden panes.

A letter must keep no key waiting: held is the longest turn of the event loop after it, in the processor's
time, below a frame of 16 ms and against the same letters in the shipped dossier, typed in this run. The
counts of the panes out of sight are made in steps; held is the longest step, and all of them against plain
passes over as many folded texts, the least that a count can take.
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Iterator
from contextlib import asynccontextmanager
from statistics import median

import pytest

from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.chrome.tab_bar import TabBar
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter import Filter
from sufu_tui.query.filters import Filters
from sufu_tui.query.item_text import ItemText
from tests.benchmarks.harness.generator import dossier_of, generate
from tests.benchmarks.harness.turns import longest_turn
from tests.benchmarks.test_timeline_speed import grown

FIGURES, EVENTS = 10_000, 5_000
FRAME = 0.016
"""Seconds of the processor, of every second letter."""
RATIO = 3.0
"""Times as long as a letter in the shipped dossier."""
STEP = 0.016
"""Seconds of the longest step, under every second filter."""
COUNTS_RATIO = 12.0
"""Times as long as a plain pass over the texts: that of paragraphs takes those of the others again."""
LETTERS = "event 1"
REST = 0.5
"""Seconds after a letter in which all that it sets off happens."""


@pytest.fixture(scope="module")
def large(tmp_path_factory, request):
    is_full = not request.config.getoption("benchmark_disable")
    figures, events = (FIGURES, EVENTS) if is_full else (200, 100)
    return grown(dossier_of(generate(figures, tmp_path_factory.mktemp("filter") / "dossier")), events)


@asynccontextmanager
async def typing(dossier, pane: str):
    """Open an explorer with the line of the filter in a pane."""
    app = Explorer(dossier, load("en"), pane=pane)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.navigator.panes_made.wait()
        await pilot.press("f")
        await asyncio.sleep(REST)
        yield app


async def letters(dossier, pane: str, effort) -> list[float]:
    """Return the longest turns after some letters in a pane, the first apart: it makes what lasts."""
    rest = REST if effort.is_full else 0.05
    async with typing(dossier, pane) as app:
        return [await longest_turn(app, letter, rest) for letter in LETTERS[: effort.rounds(len(LETTERS))]]


@pytest.mark.parametrize("pane", ["timeline", "metrics", "narrative", "names"])
async def test_a_letter_keeps_no_key_waiting(pane, large, shipped, effort, capsys):
    gc.collect()
    gc.freeze()  # as the explorer does with what it has read
    few, many = [await letters(dossier, pane, effort) for dossier in (shipped, large)]
    with capsys.disabled():
        print(
            f"\n{pane}: longest turn after a letter {median(many) * 1000:.1f} ms"
            f" (at most {max(many) * 1000:.1f}), in the shipped dossier {median(few) * 1000:.1f} ms"
            f" (at most {max(few) * 1000:.1f})"
        )
    effort.hold("letter", median(many), FRAME)
    effort.hold("letter against the shipped dossier", median(many), RATIO * median(few))
    effort.hold("first letter against the shipped dossier", max(many), RATIO * max(few))


def steps_of(counts: Iterator[None]) -> list[float]:
    taken = []
    while True:
        before = time.process_time()
        if next(counts, counts) is counts:
            return taken
        taken.append(time.process_time() - before)


async def test_the_counts_of_hidden_panes(large, effort, capsys):
    gc.collect()
    gc.freeze()
    words = ("event", "park", "area:industry", "value>1e6 during:2023")
    async with typing(large, "metrics") as app:
        counts = app.query_one(TabBar).counts
        taken = []
        for word in words:
            app.state.set_filter(Filter.parse(word))
            taken.append(steps_of(counts.steps()))
            steps_of(counts.steps())  # the idle work that the change began finds the same
    texts = ItemText(large, lambda: None)
    folded = [texts.own(item) for item in (*large.metrics, *large.events, *large.entities)]
    floors = []
    for _ in range(effort.rounds(9)):
        before = time.process_time()
        assert [number for number, text in enumerate(folded) if "park" in text]
        floors.append(time.process_time() - before)
    # The collector may fall into any one step.
    longest, whole, floor = median(map(max, taken)), median(map(sum, taken)), median(floors)
    with capsys.disabled():
        print(
            f"\ncounts of four panes, {len(folded):,} items: {whole * 1000:.1f} ms, longest step"
            f" {longest * 1000:.1f} ms (at most {max(map(max, taken)) * 1000:.1f});"
            f" a plain pass over the texts {floor * 1000:.1f} ms"
        )
    assert Filters(large).metrics(Filter.parse("park"))
    effort.hold("step", longest, STEP)
    effort.hold("counts", whole, COUNTS_RATIO * floor)
