"""What is done to drawn lines last: Textual's filters, for widgets that draw their lines themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.color import TRANSPARENT

if TYPE_CHECKING:
    from textual.filter import LineFilter
    from textual.strip import Strip
    from textual.widget import Widget


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

    def __call__(self, strip: Strip) -> Strip:
        """Return the finished `strip`."""
        for line_filter in self._filters:
            strip = strip.apply_filter(line_filter, self._ground)
        return strip
