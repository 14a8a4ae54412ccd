"""What is done to drawn lines last: Textual's filters, for widgets that draw their lines themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import TRANSPARENT
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.console import Console
    from textual.filter import LineFilter
    from textual.widget import Widget

_PLAIN = Style.null()


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
        self._filters: Sequence[LineFilter] | None = None
        self._ground = TRANSPARENT  # what filters blend colours with
        self._console: Console | None = None
        self._alike: dict[tuple[Style, Style], bool] = {}

    def take(self, filters: Sequence[LineFilter], widget: Widget) -> bool:
        """Use `filters` on the ground of `widget` from now on; return whether they are others than before."""
        if filters == self._filters:
            return False
        self._filters, self._ground = filters, widget.background_colors[1]
        self._console = widget.app.console
        return True

    def forget(self) -> None:
        """Take the next filters for others: the ground is another one."""
        self._filters = None
        self._alike.clear()

    def __call__(self, segments: Iterable[Segment], cells: int) -> Strip:
        """Return the finished line of `segments`, `cells` wide.

        What the terminal is to be sent is made at once, and kept in it: for a line that is made ahead of the
        reader, that need not be done between a key and its frame.
        """
        finished = list(segments)
        for line_filter in self._filters or ():
            finished = line_filter.apply(finished, self._ground)
        strip = Finished(self._joined(finished), cells)
        if self._console is not None:
            strip.render(self._console)
        return strip

    def _joined(self, segments: Iterable[Segment]) -> list[Segment]:
        """Return `segments` as few: a blank shows nothing but its ground, and goes with its neighbour.

        Each takes some 40 bytes more than its text, so that a frame has a third fewer bytes.
        """
        joined: list[Segment] = []
        text, style = "", _PLAIN
        for more, found, _ in segments:
            own = found or _PLAIN
            if not text:
                text, style = more, own
            elif own is style or (more.isspace() and self._are_alike(own, style)):
                text += more
            elif text.isspace() and self._are_alike(own, style):
                text, style = text + more, own
            elif more:
                joined.append(Segment(text, style))
                text, style = more, own
        return [*joined, Segment(text, style)] if text else joined

    def _are_alike(self, one: Style, other: Style) -> bool:
        """Return whether blanks of both styles look alike; looked into once for every two of them."""
        known = self._alike.get((one, other))
        if known is None:
            same = one.bgcolor == other.bgcolor
            known = self._alike[one, other] = same and not (_shows(one) or _shows(other))
        return known


def _shows(style: Style) -> bool:
    """Return whether more is seen of a blank than its ground."""
    return bool(style.underline or style.underline2 or style.reverse or style.strike or style.overline)
