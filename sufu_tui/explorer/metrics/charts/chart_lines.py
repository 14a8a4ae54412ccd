"""Chart lines: runs of styled text, each line with the row of its figure."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sufu_tui.typesetting.flow import Run


class ChartLine(NamedTuple):
    """Line of a chart; `row` is the number of its metric, None for a line of several or none."""

    runs: tuple[Run, ...] = ()
    row: int | None = None


class LineSource(ABC):
    """Lazy source of lines, from the top."""

    rows: Sequence[int]
    """Numbers of the metrics that have a line, from the top."""

    @abstractmethod
    def __len__(self) -> int:
        """Return the number of lines."""

    @abstractmethod
    def __getitem__(self, number: int) -> ChartLine:
        """Return the line `number`, from 0 at the top; raise IndexError where there is none."""

    @abstractmethod
    def number_of(self, place: int) -> int:
        """Return the number of the line that shows `rows[place]`."""

    @abstractmethod
    def place_of(self, row: int) -> int | None:
        """Return the place of `row` in `rows`, or None where it has no line."""

    def __iter__(self) -> Iterator[ChartLine]:
        """Yield all the lines."""
        return (self[number] for number in range(len(self)))


class StaticLines(LineSource):
    """Ready-made lines without figures of their own."""

    rows = ()

    def __init__(self, lines: Sequence[ChartLine] = ()) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, number: int) -> ChartLine:
        """Return a line."""
        return self._lines[number]

    def number_of(self, place: int) -> int:
        """Raise IndexError: no line is of a figure."""
        raise IndexError(place)

    def place_of(self, row: int) -> None:
        """Return None: no line is of a figure."""
