"""Drawn rows: which rows of a widget look different from what was last drawn of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from textual.geometry import Region

if TYPE_CHECKING:
    from textual.widget import Widget


class DrawnRows:
    """Rows of `widget` as they were last drawn.

    Drawing a row costs more than comparing it, and of a card that follows the cursor most are blank.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._frame: object = None
        self._rows: Sequence[object] = ()

    def show(self, frame: object, rows: Sequence[object]) -> None:
        """Draw the rows again that differ by value; all of them where the `frame` is another one.

        `frame` is all that every row depends on, and not None.
        """
        before, self._rows = self._rows, rows
        if frame != self._frame or len(rows) != len(before):
            self._frame = frame
            self._widget.refresh()
            return
        changed = [row for row, (now, then) in enumerate(zip(rows, before, strict=True)) if now != then]
        for _, run in groupby(enumerate(changed), lambda one: one[1] - one[0]):  # rows without a gap
            numbers = [row for _, row in run]
            self._widget.refresh(Region(0, numbers[0], self._widget.size.width, len(numbers)))
