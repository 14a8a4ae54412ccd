"""Rows of a text's widget: which are the text's and which of what stands around it, and how each is drawn.

They are drawn again only where they look different by now.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple, Protocol

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip

from sufu_tui.explorer.widgets.line_painter import LinePainter, Look
from sufu_tui.explorer.widgets.scroll_view import ScrollbarColumn, Viewport
from sufu_tui.explorer.widgets.text_layout import TextLayout
from sufu_tui.typesetting.flow import Line

if TYPE_CHECKING:
    from textual.widget import Widget

    from sufu_tui.explorer.theme.styles import StyleCache
    from sufu_tui.explorer.widgets.text_layout import TextPlace
    from sufu_tui.typesetting.flow import Block, Finder


_MOST_STRIPS = 500
"""Drawn lines that are kept, at most: while a text scrolls or its card moves, most are drawn already."""
_NO_STRIP: tuple[Line | None, Strip] = (None, Strip.blank(0))
_NO_LINE, _NO_LOOK = Line(), Look(stands_out=False, is_linked=False, selected=())


class RowsAround(Protocol):
    """Rows around a text in the same widget, drawn by someone else, who says which rows are the text's."""

    def rows_of_text(self, lines: int, height: int) -> range:
        """Return the rows that a text of so many lines has in a widget of `height` rows; perhaps none."""
        ...

    def row_look(self, row: int) -> Hashable:
        """Return what tells the look of a row that is not the text's from others that it may have."""
        ...

    def draw_row(self, row: int, cells: int, style: StyleCache) -> Strip:
        """Return a row that is not the text's, in so many cells."""
        ...


class TextInView(NamedTuple):
    """Text as it is in view: its lines, those in view, the block that stands out, the cells left of it."""

    laid: TextLayout
    viewport: Viewport
    pointed: int | None
    margin: int


class _LineLook(NamedTuple):
    """Look of a row that shows a line of the text."""

    shown: TextInView
    number: int
    line: Line
    look: Look


class TextRows:
    """Rows of `widget`, some or all of them its text's; `is_selected` tells of a link by its number."""

    def __init__(self, widget: Widget, is_selected: Callable[[int], bool]) -> None:
        self._widget = widget
        self._painter = LinePainter(widget, is_selected)
        self.bar = ScrollbarColumn(widget)
        """Scroll bar beside them."""
        self._around: RowsAround | None = None
        self.size = Size(0, 1)
        """Cells of the widget when its rows were given: to ask Textual for every row takes its time."""
        self.of_text = range(1)
        """Rows of the text."""
        self._shown = TextInView(TextLayout(), Viewport(), None, 1)
        self._looks: Sequence[Hashable] = ()  # of each row as it was drawn last
        self._strips: dict[tuple[int, Look, Segment], tuple[Line, Strip]] = {}
        self._strips_of: tuple[TextLayout, int, int] | None = None
        self._around_strips: dict[Hashable, Strip] = {}  # by their looks

    @property
    def is_shared(self) -> bool:
        """True if something stands around the text."""
        return self._around is not None

    @property
    def page(self) -> int:
        """Number of lines that the text shows at once, one at least."""
        return max(1, len(self.of_text))

    def share(self, around: RowsAround | None) -> None:
        """Leave rows to what shall stand `around` the text, or to nothing any more."""
        if around is not self._around:
            self._around = around
            self._painter.is_set_off = around is not None
            self._clear()

    def take(self, versions: Sequence[Sequence[Block]]) -> None:
        """Take the `versions` of another text, in which the same is to stand out."""
        self._strips.clear()
        self._painter.mark(versions, self._painter.marks.finder)

    def mark(self, versions: Sequence[Sequence[Block]], finder: Finder | None) -> None:
        """Let what `finder` finds in the `versions` of a text stand out, or nothing any more."""
        self._clear()
        self._painter.mark(versions, finder)
        self._widget.refresh()

    def mark_linked(self, linked: Set[int]) -> None:
        """Put the sign of what is linked beside the blocks with these anchors, and beside no others."""
        self._painter.linked = linked
        self.show(self._shown)

    def forget(self) -> None:
        """Draw all rows in the colours of a new theme."""
        self._clear()
        self._painter.style.forget()

    def _clear(self) -> None:
        self._strips.clear()
        self._around_strips.clear()

    def give(self, laid: TextLayout, place: TextPlace) -> None:
        """Give a text its rows, after laying as many lines around a place as there are rows."""
        width, height = self._widget.size
        if width != self.size.width or len(self._around_strips) > _MOST_STRIPS:
            self._around_strips.clear()
        self.size = Size(width, max(1, height))
        self.of_text = range(self.size.height)
        if self._around is not None:
            laid.lay_around(place.line, self.size.height)
            self.of_text = self._around.rows_of_text(laid.lines, self.size.height)
        self.bar.head_rows = self.of_text.start

    def show(self, shown: TextInView) -> None:
        """Draw the rows again that look different by now."""
        self._shown = shown
        rows, before = range(self.size.height), self._looks
        self._looks = [self._look(row) for row in rows]
        changed = [row for row in rows if row >= len(before) or self._looks[row] != before[row]]
        if len(changed) == len(rows) or len(before) != len(rows):
            self._widget.refresh()
        elif changed:
            self._widget.refresh(*self._regions(changed))

    def _look(self, row: int) -> Hashable:
        if self._around is not None and row not in self.of_text:
            return None, self._around.row_look(row)
        shown = self._shown
        number = row - self.of_text.start + shown.viewport.top
        if number >= shown.laid.lines:
            return None
        line = shown.laid.line(number)
        above = shown.laid.line(number - 1) if row > self.of_text.start else None
        return _LineLook(shown, number, line, self._painter.look(line, above, shown.pointed))

    def _regions(self, rows: Sequence[int]) -> Iterator[Region]:
        """Yield the regions of some rows, one for each run of them."""
        first = rows[0]
        for row, following in zip(rows, (*rows[1:], -1), strict=True):
            if following != row + 1:
                yield Region(0, first, self.size.width, row + 1 - first)
                first = following

    def draw(self, row: int) -> Strip:
        """Return a row of the widget."""
        painter, cells, shown = self._painter, self.size.width, self._shown
        known = self._looks[row] if row < len(self._looks) else None
        if self._around is not None and row not in self.of_text:
            if known not in self._around_strips:
                self._around_strips[known] = self._around.draw_row(row, cells, painter.style)
            return self._around_strips[known]
        line, look = (known.line, known.look) if isinstance(known, _LineLook) else (_NO_LINE, _NO_LOOK)
        thumb, track = (painter.on_ground(name) for name in ("thumb", "track"))
        bar = self.bar.cell(shown.viewport, row - self.of_text.start, thumb, track)
        if self._strips_of != (shown.laid, shown.margin, cells) or len(self._strips) > _MOST_STRIPS:
            self._strips_of = shown.laid, shown.margin, cells
            self._strips.clear()
        drawn, strip = self._strips.get((id(line), look, bar), _NO_STRIP)
        if drawn is not line:
            free = cells - 1 - shown.margin - sum(piece.cells for piece in line.pieces)
            segments = [*painter.segments(line, shown.margin, look), Segment(" " * free, painter.after(look))]
            if free < 0:  # cut in a view of very few cells
                segments = [*Strip(segments).adjust_cell_length(cells - 1, painter.after(look))]
            strip = Strip([*segments, bar], cells)
            self._strips[id(line), look, bar] = line, strip
        return strip

    def link_at(self, x: int, y: int) -> int | None:
        """Return the number of the link in a column and a row of the widget."""
        shown, number = self._shown, y - self.of_text.start + self._shown.viewport.top
        return shown.laid.line(number).link_in(x - shown.margin) if y in self.of_text else None
