"""Line cursor among the lines of a list, rows or headings of groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Union


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """Heading above a group; `group` is its number, from 0."""

    group: int


Line = Union[int, GroupHeading]
"""Line: the row of an item in the sheet, or a heading."""


class CursorObserver(Protocol):
    """Follower of a cursor."""

    def cursor_moved(self) -> None:
        """Follow to another line, at once: the next key may be about that line."""
        ...


class LineCursor:
    """Cursor among lines. The line chosen last comes back under it when it is listed again."""

    def __init__(self, observer: CursorObserver) -> None:
        """Tell `observer` when the cursor is on another line."""
        self.lines: Sequence[Line] = ()
        """Lines listed, in their order."""
        self.position = 0
        """Position of the cursor among them, from 0."""
        self._wanted: Line | None = 0
        self._observer = observer

    @property
    def line(self) -> Line | None:
        """Line under the cursor; None where there is none."""
        return self.lines[self.position] if self.lines else None

    @property
    def row(self) -> int | None:
        """Row of the item under the cursor; None on a heading, and where nothing is listed."""
        line = self.line
        return line if isinstance(line, int) else None

    @property
    def expected_row(self) -> int | None:
        """Row that comes back under the cursor when it is listed; None where that is a heading."""
        return self._wanted if isinstance(self._wanted, int) else None

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines, with the cursor on the one chosen last if it is there, else on the first."""
        self.lines = lines
        if self._wanted is None:
            self._wanted = lines[0] if lines else None
        self.position = self._place_of(self._wanted, 0)

    def move_to(self, position: int) -> None:
        """Go to a position, or to the end before it."""
        if self.lines:
            position = max(0, min(position, len(self.lines) - 1))
            self._wanted = self.lines[position]
            self._go(position)

    def choose(self, line: Line) -> None:
        """Go to a line, or expect it where it is not listed."""
        self._wanted = line
        self._go(self._place_of(line, self.position))

    def expect(self, line: Line) -> None:
        """Expect a line: go to it when it is next listed."""
        self._wanted = line

    def expect_first(self) -> None:
        """Expect the first line: go to it when lines are next listed."""
        self._wanted = None

    def _go(self, position: int) -> None:
        moved, self.position = position != self.position, position
        if moved:
            self._observer.cursor_moved()

    def _place_of(self, line: Line | None, otherwise: int) -> int:
        try:
            return otherwise if line is None else self.lines.index(line)
        except ValueError:
            return otherwise
