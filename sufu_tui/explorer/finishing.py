"""What is done to drawn lines last: Textual's filters, for widgets that draw their lines themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.color import TRANSPARENT
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.filter import LineFilter
    from textual.widget import Widget


class Finished(Strip):
    """A line as it is shown. Mostly it is shown whole."""

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Divide the line at `cuts`; where they leave it whole, nothing is remembered.

        Textual's own way keeps the strip in itself then, so that what nobody needs any more stays until
        the collector comes.
        """
        cuts = [cut for cut in cuts if cut <= self.cell_length]
        return [self] if cuts == [self.cell_length] else super().divide(cuts)


class Finish:
    """Makes strips as they are shown: with the colours and glyphs of this terminal."""

    def __init__(self) -> None:
        self._filters: Sequence[LineFilter] = ()
        self._ground = TRANSPARENT  # what filters blend colours with

    def take(self, filters: Sequence[LineFilter], widget: Widget) -> bool:
        """Use `filters` on the ground of `widget` from now on; return whether they are others than before."""
        if filters == self._filters:
            return False
        self._filters, self._ground = filters, widget.background_colors[1]
        return True

    def forget(self) -> None:
        """Take the next filters for others: the ground is another one."""
        self._filters = ()

    def __call__(self, segments: Iterable[Segment], cells: int) -> Strip:
        """Return the finished line of `segments`, `cells` wide."""
        finished = list(segments)
        for line_filter in self._filters:
            finished = line_filter.apply(finished, self._ground)
        return Finished(finished, cells)
