"""The lines of a picture: runs of styled text, and which figure a line shows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sufu_tui.typesetting.flow import Run


class ChartLine(NamedTuple):
    """A line; `row` is the number of the metric that it shows, None for what is about several or none."""

    runs: tuple[Run, ...] = ()
    row: int | None = None


class LineSource(ABC):
    """The lines of a picture from the top; a line may be made only when it is asked for."""

    rows: Sequence[int]
    """The metrics that have a line, from the top."""

    @abstractmethod
    def __len__(self) -> int:
        """Return how many lines there are."""

    @abstractmethod
    def __getitem__(self, number: int) -> ChartLine:
        """Return the line `number`, from 0 at the top; raise IndexError where there is none."""

    @abstractmethod
    def number_of(self, place: int) -> int:
        """Return the number of the line that shows `rows[place]`."""

    @abstractmethod
    def place_of(self, row: int) -> int | None:
        """Return where `row` stands in `rows`, or None where it has no line."""

    def __iter__(self) -> Iterator[ChartLine]:
        """Make all the lines."""
        return (self[number] for number in range(len(self)))


class StaticLines(LineSource):
    """Lines that are there already, and are about no figure of their own."""

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
