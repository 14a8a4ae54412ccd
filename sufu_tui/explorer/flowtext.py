"""Flowing text in a view: laid to its width, drawn line by line, scrolled.

What is drawn is kept. Textual's own way looks for borders, padding, tint and opacity at every line of every
frame; here there is at most an edge and some blank lines, which are drawn with the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from sufu_tui.explorer.finishing import Finish
from sufu_tui.explorer.inks import Ink, text_styles
from sufu_tui.explorer.laidtext import LaidText, lay_text
from sufu_tui.explorer.scrolled import Barred
from sufu_tui.typesetting.flow import Block, Piece

if TYPE_CHECKING:
    from textual.events import Resize

_POINTER = "┃"
"""Stands in the margin of the block that the reader was led to."""
_LEFT_EDGE, _TOP_EDGE = "│", "─"
_THUMB, _TRACK, _NO_BAR = "┃", "│", " "
_BAR_INKS = {_THUMB: Ink("ink-muted"), _TRACK: Ink("ink-faint"), _NO_BAR: Ink("ink-faint")}


def _end(y: int, bar: range | None) -> str:
    """Return what stands at the end of the row `y`: a piece of the bar with the thumb on the rows `bar`."""
    return _NO_BAR if bar is None else _THUMB if y in bar else _TRACK


class FlowText(Barred):
    """Text laid to the width of the view, at most `measure` cells; one link and one block may stand out.

    An edge of the style sheet on the left or at the top is drawn as a thin line.
    """

    DEFAULT_CSS = "FlowText { width: 1fr; height: 1fr; }"

    def __init__(self, *, measure: int = 0, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.measure = measure
        """The longest line in cells; 0 for no limit."""
        self._blocks: tuple[Block, ...] = ()
        self._laid = LaidText()
        self._pointed: int | None = None  # the block that the reader was led to
        self._selected: int | None = None  # the number of a link
        self._laid_for = (0, 0)
        self._look: object = None  # another one, whenever what was drawn looks no longer right
        self._styles: dict[str, Style] = {}
        self._base = Style.null()
        self._ends: dict[str, Segment] = {}
        self._edge: tuple[Segment, ...] = ()
        self._edge_for: tuple[object, ...] = ()
        self._finish = Finish()

    # What is shown

    def show(self, blocks: Sequence[Block], *, keep_place: bool = False) -> None:
        """Show `blocks` from the top, or from about the same place with `keep_place`."""
        if keep_place:
            self._show_in_place(tuple(blocks))
        else:
            self._show_from_top(tuple(blocks))

    def _show_in_place(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        selected, place = self._selected, self._top / max(1, len(self._laid.lines))
        self._selected = None
        self._lay_anew()
        if selected is not None and selected < len(self._laid.links):
            self._selected = selected
        self._view_from(round(place * len(self._laid.lines)))

    def _show_from_top(self, blocks: tuple[Block, ...]) -> None:
        """Show other blocks.

        Where the top was in view before, only the lines that differ are drawn.
        """
        laid_for, before, bar_before = self._laid_for, self._laid, self._thumb()
        plain = self._plain and not self._top
        self._blocks = blocks
        self._selected = self._pointed = None
        self._lay_anew()
        if not plain or laid_for != self._laid_for:
            self._view_from(0)
            return
        changed: list[Region] = []
        bar = self._thumb()
        for y in range(self.size.height):  # all in view: it is scrolled to the top
            if before.line(y) != self._laid.line(y) or _end(y, bar_before) != _end(y, bar):
                if changed and changed[-1].bottom == y:
                    changed[-1] = changed[-1].grow((0, 0, 1, 0))
                else:
                    changed.append(Region(0, y, self.size.width, 1))
            elif (y, _end(y, bar)) in before.strips:
                self._laid.strips.setdefault((y, _end(y, bar)), before.strips[y, _end(y, bar)])
        if changed:
            self.refresh(*changed)

    @property
    def _plain(self) -> bool:
        """Whether no link and no block stands out."""
        return self._selected is None and self._pointed is None

    def _lay_anew(self) -> None:
        self._laid_for = (0, 0)
        self._lay()

    @property
    def text(self) -> str:
        """The laid text, line by line."""
        return "\n".join("".join(piece.text for piece in line.pieces).rstrip() for line in self._laid.lines)

    # Layout

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002  Textual calls it so
        """Lay the text anew for the new width."""
        self._lay()
        self._view_from(self._top)

    def count_lines(self) -> int:
        """Return how many lines the text has."""
        return len(self._laid.lines)

    def _lay(self) -> None:
        width = self.size.width - 1  # the last column is the bar's
        cells = min(self.measure or width, max(2, width - 2))
        if self._laid_for == (width, cells) or width < 4:
            return
        self._laid_for = (width, cells)
        self._laid = lay_text(self._blocks, cells)

    def draw_anew(self) -> None:
        """Draw all lines again."""
        self._forget_drawn()
        self.refresh()

    def _forget_drawn(self) -> None:
        self._laid.strips.clear()
        self._look = object()

    # Drawing

    def notify_style_update(self) -> None:
        """Draw anew in the colours of a new theme."""
        super().notify_style_update()
        self._forget_drawn()
        self._styles = {}
        self._finish.forget()

    def _margin(self) -> int:
        width, cells = self._laid_for
        return max(1, (width - cells) // 2) if self.measure else 1

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of `crop`, with edge and padding."""
        if self._framed:
            return super().render_lines(crop)
        styles, (width, height) = self.styles, self.size
        if not self._laid_for[0]:
            self._lay()  # the first frame comes before the first resize event, and shall show the text
        self._prepare()
        top, first, bar = styles.gutter.top, self._top, self._thumb()
        if top or crop.bottom > height:
            above = self._finish([*self._edge, Segment(" " * width, self._base)], len(self._edge) + width)
            within = range(top, top + height)
            rows = (y - top if y in within else None for y in crop.line_range)
            strips = [above if y is None else self._strip(y + first, _end(y, bar)) for y in rows]
        else:
            strips = [self._strip(y + first, _end(y, bar)) for y in crop.line_range]
        kind, colour = styles.border_top
        if kind and crop.y == 0:
            ink = self._base + Style(color=colour.rich_color)
            strips[0] = self._finish([*self._edge, Segment(_TOP_EDGE * width, ink)], len(self._edge) + width)
        if crop.column_span != (0, self.outer_size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    @property
    def _framed(self) -> bool:
        """Whether there is a frame, which is Textual's to draw: round the help there is."""
        return bool(self.styles.border_right[0] or self.styles.border_bottom[0])

    def _prepare(self) -> None:
        """Let go of what was drawn with another edge (it tells the focus) or for other filters."""
        if not self._styles:
            self._styles = text_styles(self.app.theme_variables, no_colour=self.app.no_color)
            self._base = self.rich_style  # asked once: it is the sum of all styles above
            inks = ((sign, ink.style(self.app.theme_variables)) for sign, ink in _BAR_INKS.items())
            self._ends = {sign: Segment(sign, self._base + ink) for sign, ink in inks}
            if self._framed:  # beside a line a thumb needs no track
                self._ends[_TRACK] = self._ends[_NO_BAR]
        framed, border = self._framed, self.styles.border_left
        # What is within a frame Textual finishes as well.
        others = self._finish.take([] if framed else self.get_line_filters(), self)
        if others or (framed, border, self._base) != self._edge_for:
            self._edge_for = (framed, border, self._base)
            kind, colour = border
            ink = self._base + Style(color=colour.rich_color)
            self._edge = (Segment(_LEFT_EDGE, ink),) if kind and not framed else ()
            self._forget_drawn()

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the view, with its edge."""
        if not self._styles:
            self._prepare()
        return self._strip(y + self._top, _end(y, self._thumb()))

    def _strip(self, number: int, end: str) -> Strip:
        """Return the line `number` as it is drawn with `end` after it; below the text all lines are alike."""
        laid = self._laid
        number = min(number, len(laid.lines))
        strip = laid.strips.get((number, end))
        if strip is None:
            strip = laid.strips[number, end] = self._draw(laid, number, end)
        return strip

    def _draw(self, laid: LaidText, number: int, end: str) -> Strip:
        base, width = self._base, self.size.width - 1
        segments = [*self._edge]
        used = 0
        line = laid.line(number)
        if line is not None:
            margin = self._margin()
            if line.anchor is not None and line.anchor == self._pointed:
                segments.append(Segment(" " * (margin - 1) + _POINTER, base + self._styles["heading"]))
                base += self._styles["pointed"]
            else:
                segments.append(Segment(" " * margin, base))
            segments += (Segment(piece.text, self._style(piece, base)) for piece in line.pieces)
            used = margin + sum(piece.cells for piece in line.pieces)
        segments.append(Segment(" " * (width - used), base))
        cells = len(self._edge) + width
        if used > width:
            segments = list(Strip(segments).crop(0, cells))
        return self._finish([*segments, self._ends[end]], cells + 1)

    def _style(self, piece: Piece, base: Style) -> Style:
        style = base + self._styles[piece.style]
        if piece.link is not None and piece.link == self._selected:
            style += self._styles["selected"]
        return style
