"""One visit to each program: it is opened, sorted, paged through and, ours, filtered; and the watch is read.

The programs take turns, round by round, so that whatever else the machine does hits all of them alike.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.harness.effort import Effort
from tests.benchmarks.harness.generator import Generated
from tests.benchmarks.harness.subjects import OPENED, OURS, Subject, empty_app, subjects
from tests.benchmarks.harness.terminal import Taken, Terminal

KEY_PRESSES = 5
BURST = 100
TYPED = "batch 123"
"""What is typed into the filter: from letters that nearly every row has to a word that few have."""

EMPTY = "empty app"
FIRST_ROW = "\x1b[1;1H"
"""What the first frame of an app without anything in it begins with."""

SHIPPED = 48
"""The number of metrics in the shipped dossier."""


class What(NamedTuple):
    """Something that is measured of a program with so many rows."""

    subject: str
    rows: int
    name: str


class Measured:
    """What was measured, every time."""

    def __init__(self) -> None:
        self._clock: dict[What, list[float]] = defaultdict(list)
        self._processor: dict[What, list[float]] = defaultdict(list)

    def add(self, what: What, taken: Taken) -> None:
        """Add a time that was taken."""
        self._clock[what].append(taken.clock)
        self._processor[what].append(taken.processor)

    def add_number(self, what: What, number: float) -> None:
        """Add something that is no time of a frame: a size, or a time on the clock."""
        self._clock[what].append(number)

    def clock(self, what: What) -> float | None:
        """Return the median by the clock in seconds, or of the numbers; None where nothing was measured."""
        return median(self._clock[what]) if self._clock.get(what) else None

    def processor(self, what: What) -> float | None:
        """Return the median of the processor's seconds."""
        return median(self._processor[what]) if self._processor.get(what) else None

    def times(self, what: What) -> int:
        """Return how often it was measured."""
        return len(self._clock.get(what, ()))


def visit(subject: Subject, made: Generated, measured: Measured, effort: Effort) -> None:
    """Open a program on the rows of `made`, press its keys, and note what they took."""

    def what(name: str) -> What:
        return What(subject.name, made.number, name)

    with (
        tempfile.TemporaryDirectory() as home,
        Terminal(subject.command(made), Path(home), quiet=effort.quiet) as terminal,
    ):
        measured.add(what("first frame"), terminal.first(subject.first))
        measured.add_number(what("loaded"), terminal.until(subject.loaded(made.number)))
        terminal.send(subject.to_value)
        measured.add(what("sort"), terminal.press(*subject.ascending))
        measured.add(what("sort"), terminal.press(*subject.descending))
        terminal.send(subject.top)
        for _ in range(effort.rounds(KEY_PRESSES)):
            measured.add(what("cursor down"), terminal.press(subject.down))
        for _ in range(effort.rounds(KEY_PRESSES)):
            measured.add(what("page down"), terminal.press(subject.page_down))
        terminal.send(subject.top)
        measured.add(what("burst"), terminal.press(subject.page_down * BURST))
        terminal.send(subject.top)
        terminal.send(subject.to_label)
        for key, shown in subject.by_label:
            measured.add(what("sort by label"), terminal.press(key, shown))
        measured.add_number(what("memory"), terminal.peak_memory())
        if subject is OURS:
            _filter(terminal, made.number, measured)


def _filter(terminal: Terminal, rows: int, measured: Measured) -> None:
    terminal.send("f")
    for letter in TYPED:
        if letter != " ":  # a blank changes nothing of what is listed
            measured.add(What(OURS.name, rows, "filter"), terminal.press(letter, blinking=True))
        else:
            terminal.send(letter)
    terminal.send("\x15")
    measured.add(What(OURS.name, rows, "filter at once"), terminal.press(TYPED, blinking=True))
    measured.add_number(What(OURS.name, rows, "memory, filtered"), terminal.peak_memory())


def open_only(command: Sequence[str], first: str, what: What, measured: Measured) -> None:
    """Note how long `command` takes to its first useful frame, which shows `first`."""
    with tempfile.TemporaryDirectory() as home, Terminal(command, Path(home)) as terminal:
        measured.add(what, terminal.first(first))


def compare(sizes: Iterable[Generated], rounds: int, effort: Effort) -> Measured:
    """Visit every program `rounds` times for each size; the smallest is only opened."""
    measured = Measured()
    for made in sizes:
        for _ in range(rounds):
            if made.number > SHIPPED:
                for subject in subjects():
                    visit(subject, made, measured, effort)
                continue
            open_only(empty_app(), FIRST_ROW, What(EMPTY, SHIPPED, "first frame"), measured)
            for subject in (OPENED, *subjects()[2:]):
                what = What(subject.name, SHIPPED, "first frame")
                open_only(subject.command(made), subject.first, what, measured)
    return measured
