"""The goals, held against what was measured, as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.benchmarks.harness.peers import EMPTY, SHIPPED, Measured, What
from tests.benchmarks.harness.subjects import DATA_TABLE, OURS, TABLE_ALONE, VISIDATA


class Goal(NamedTuple):
    """At most `ratio` times what `peer` takes."""

    name: str
    rows: int
    peer: str
    ratio: float
    ours: str = OURS.name


class Limit(NamedTuple):
    """At most so many seconds, by the clock, from a key press to its frame."""

    name: str
    rows: int
    seconds: float


_THOUSAND, _TEN, _HUNDRED = 1_000, 10_000, 100_000

_SORTS = (
    Goal("sort", _THOUSAND, VISIDATA.name, 0.6),
    Goal("sort", _THOUSAND, DATA_TABLE.name, 0.3),
    Goal("sort", _TEN, VISIDATA.name, 0.25),
    Goal("sort", _TEN, DATA_TABLE.name, 0.25),
    Goal("sort", _HUNDRED, VISIDATA.name, 0.25),
    Goal("sort", _HUNDRED, DATA_TABLE.name, 0.15),
)
GOALS = (
    Goal("first frame", SHIPPED, VISIDATA.name, 1.0),
    Goal("first frame", SHIPPED, EMPTY, 1.3),
    Goal("first frame", _TEN, DATA_TABLE.name, 0.2),
    Goal("first frame", _HUNDRED, DATA_TABLE.name, 0.04),
    *_SORTS,
    *(goal._replace(name="sort by label") for goal in _SORTS),
    Goal("page down", _TEN, DATA_TABLE.name, 0.3),
    Goal("cursor down", _TEN, VISIDATA.name, 0.6),
    Goal("burst", _TEN, VISIDATA.name, 0.5),
    Goal("page down", _TEN, DATA_TABLE.name, 0.3, TABLE_ALONE.name),
    Goal("cursor down", _TEN, VISIDATA.name, 0.6, TABLE_ALONE.name),
    Goal("burst", _TEN, VISIDATA.name, 0.5, TABLE_ALONE.name),
    Goal("memory", _THOUSAND, VISIDATA.name, 1.25),
    Goal("memory", _HUNDRED, DATA_TABLE.name, 1.0),
)

LIMITS = (
    # A frame of a screen with 60 of them a second takes 16 ms; below 8 ms nobody feels a difference.
    Limit("cursor down", _TEN, 0.008),
    Limit("page down", _TEN, 0.016),
    Limit("sort", _TEN, 0.016),
    Limit("sort by label", _TEN, 0.016),
    Limit("filter", _TEN, 0.016),
    Limit("filter", _HUNDRED, 0.06),
)

_WORDS = {
    "first frame": "first useful frame",
    "sort": "sort by value, key to frame",
    "sort by label": "sort by label, key to frame",
    "page down": "page down",
    "cursor down": "cursor down",
    "burst": "100 page-downs at once, settled",
    "filter": "filter, key press to frame",
    "memory": "peak memory",
}


def table(measured: Measured) -> Iterator[str]:
    """Yield the lines of a table: each goal, and how far it is met."""
    yield "| what | rows | ours | peer | goal | ratio by the clock | by processor time | met |"
    yield "| --- | ---: | ---: | --- | ---: | ---: | ---: | --- |"
    for goal in GOALS:
        line = _line(goal, measured)
        if line:
            yield line
    for limit in LIMITS:
        line = _limit_line(limit, measured)
        if line:
            yield line


def _limit_line(limit: Limit, measured: Measured) -> str:
    what = What(OURS.name, limit.rows, limit.name)
    spent, used = measured.clock(what), measured.processor(what)
    if spent is None or used is None:
        return ""
    met = "yes" if spent <= limit.seconds else "no"
    return (
        f"| {_WORDS[limit.name]} | {limit.rows:,} | {_shown(limit.name, spent)} |  "
        f"| {_shown(limit.name, limit.seconds)} |  | {_shown(limit.name, used)} | {met} |"
    )


def _line(goal: Goal, measured: Measured) -> str:
    ours, theirs = What(goal.ours, goal.rows, goal.name), What(goal.peer, goal.rows, goal.name)
    clocks = measured.clock(ours), measured.clock(theirs)
    if clocks[0] is None or clocks[1] is None:
        return ""
    used = measured.processor(ours), measured.processor(theirs)
    by_clock = clocks[0] / clocks[1]
    by_processor = f"{used[0] / used[1]:.2f}" if used[0] and used[1] else ""
    met = "yes" if by_clock <= goal.ratio else "no"
    alone = "" if goal.ours == OURS.name else ", the table alone"
    return (
        f"| {_WORDS[goal.name]}{alone} | {goal.rows:,} | {_shown(goal.name, clocks[0])} "
        f"| {goal.peer} {_shown(goal.name, clocks[1])} | {goal.ratio:g} | {by_clock:.2f} "
        f"| {by_processor} | {met} |"
    )


def _shown(name: str, number: float) -> str:
    return f"{number:.0f} MiB" if name == "memory" else f"{number * 1000:.0f} ms"


def further(measured: Measured) -> Iterator[str]:
    """Yield what else is worth knowing and has no goal."""
    for rows in (SHIPPED, _THOUSAND, _TEN, _HUNDRED):
        loaded = measured.clock(What(OURS.name, rows, "loaded"))
        if loaded is not None:
            yield f"- {rows:,} rows are all there after {loaded:.1f} s"
    at_once = measured.clock(What(OURS.name, _HUNDRED, "filter at once"))
    memory = measured.clock(What(OURS.name, _HUNDRED, "memory, filtered"))
    if at_once is not None and memory is not None:
        yield f"- a filter typed at once, {_HUNDRED:,} rows: settled after {at_once * 1000:.0f} ms"
        yield f"- peak memory after filtering {_HUNDRED:,} rows: {memory:.0f} MiB"
