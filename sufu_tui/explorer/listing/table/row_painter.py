"""Row painter: the strips of the table's header and rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sufu_tui.explorer.listing.cursor import GroupHeading, Line
from sufu_tui.explorer.listing.sort_order import SortOrder
from sufu_tui.explorer.listing.table.column_layout import GUTTER, ColumnLayout, PlacedColumn
from sufu_tui.explorer.listing.table.sheet import Sheet
from sufu_tui.explorer.theme.styles import BAR_STYLES, FOUND, StyleSpec
from sufu_tui.typesetting.cells import clip, fit, width
from sufu_tui.typesetting.excerpts import cut_parts
from sufu_tui.typesetting.flow import Finder
from sufu_tui.typesetting.glyphs import BOOKMARK, LINKED

StyleOf = Callable[..., Style]
"""Function for a style (`value`, `period` …) on a background (`plain`, `band`, `cursor`, `header`)."""

MARK = "✓"
"""Mark of a row that the reader marked."""

ROW_STYLES: Mapping[str, StyleSpec] = {
    "plain": StyleSpec(),
    "band": StyleSpec(background="band"),
    "cursor": StyleSpec(background="cursor-row"),
    "header": StyleSpec(background="bar"),
    "name": StyleSpec("ink-muted", bold=True),
    "name-cursor": StyleSpec("primary", bold=True, underline=True),
    "label": StyleSpec(),
    "qualifier": StyleSpec("ink-muted"),
    "value": StyleSpec("ink-metric"),
    **BAR_STYLES,
    "period": StyleSpec("ink-event"),
    "area": StyleSpec(),
    "entity": StyleSpec("ink-entity"),
    "section": StyleSpec("ink-section"),
    "printed": StyleSpec("ink-muted"),
    "mark": StyleSpec("primary", bold=True),
    "heading": StyleSpec("primary", bold=True),
    "thumb": StyleSpec("ink-muted"),
    "track": StyleSpec("ink-faint"),
    "empty": StyleSpec("ink-muted"),
    "found": FOUND,
}
"""Styles and backgrounds of a table."""

_BOLD = Style(bold=True)


@dataclass(frozen=True, slots=True)
class PaintContext:
    """Context of painting: a sheet, the layout of its columns, its order, the column of the cursor.

    `marked` are rows of the sheet, `headings` the texts above each group; `bookmarked` and `linked` are ids
    of items, the latter of those that belong to what was looked at before. What `finder` finds stands out.
    """

    sheet: Sheet
    arrangement: ColumnLayout
    order: SortOrder
    column: str
    cells: int
    marked: Set[int] = frozenset()
    headings: Sequence[str] = ()
    bookmarked: Set[str] = frozenset()
    linked: Set[str] = frozenset()
    finder: Finder | None = None


class RowPainter:
    """Painter of lines, `view.cells` cells wide and one more: their end, the scroll bar's."""

    def __init__(self, view: PaintContext, styles: StyleOf) -> None:
        self.view = view
        """Context of painting."""
        self._styles = styles

    def line(self, line: Line, background: str, end: Segment) -> Strip:
        """Return a line on a background: a row of the sheet, or a heading."""
        if isinstance(line, GroupHeading):
            return self.ended(self._heading(line.group, background), end)
        return self.ended(self._draw(line, background), end)

    def ended(self, segments: Iterable[Segment], end: Segment) -> Strip:
        """Return the line of `segments`, which fill it, with its end."""
        return Strip([*segments, end], self.view.cells + 1)

    def header(self) -> Strip:
        """Return the header: names, sort marks, and signs for columns out of view."""
        end = Segment("›" if self.view.arrangement.after else " ", self._styles("name", "header"))
        return self.ended(self._draw_header(), end)

    def _draw_header(self) -> Strip:
        arrangement = self.view.arrangement
        plain = self._styles("name", "header")
        here = self._styles("name-cursor", "header")
        hidden = arrangement.before > 0
        lost = hidden and not arrangement.frozen  # nothing stays in place: the sign stands in the gutter
        segments = [Segment(fit("‹ " if lost else "", GUTTER, "right"), plain)]
        for number, place in enumerate(arrangement.places):
            sign = "‹" if hidden and number and number == arrangement.frozen else ""
            segments.append(Segment(fit(sign, place.gap, "right"), plain))
            segments += self._name(place, here if place.column.id == self.view.column else plain, plain)
        strip = Strip(segments).adjust_cell_length(self.view.cells, plain)
        return strip.crop(0, self.view.cells)

    def _name(self, place: PlacedColumn, style: Style, plain: Style) -> list[Segment]:
        mark = self.view.order.mark(place.column.id)
        room = place.cells - width(mark)
        name = self.view.sheet.header(place.column)
        shown = fit(name, min(room, width(name))) + mark
        pad = Segment(" " * (place.cells - width(shown)), plain)
        return [pad, Segment(shown, style)] if place.column.right else [Segment(shown, style), pad]

    def _draw(self, row: int, background: str) -> Iterable[Segment]:
        blank = self._styles("label", background)
        cursor = "▸" if background == "cursor" else " "
        mark = MARK if row in self.view.marked else " "
        if self.view.linked and self.view.sheet.items[row].id in self.view.linked:
            # Beside the cursor, or in its place where the row has a mark of the reader's as well.
            cursor, mark = (cursor, LINKED) if mark == " " else (LINKED if cursor == " " else cursor, mark)
        segments = [
            Segment(cursor + mark, self._styles("mark", background)),
            Segment(f"{self.view.sheet.sign(row)} ", self._styles("qualifier", background)),
        ]
        sheet, bookmarked = self.view.sheet, self.view.bookmarked
        sign = sheet.sign(row)
        if bookmarked and sheet.items[row].id in bookmarked:
            star = Segment(BOOKMARK if sign.strip() else f"{BOOKMARK} ", segments[0].style)
            signs = [Segment(sign, segments[1].style)] if sign.strip() else []
            segments[1:] = [*signs, star]
        used = GUTTER
        for place in self.view.arrangement.places:
            segments += self._cell(row, place, background)
            used += place.gap + place.cells
        if used > self.view.cells:  # a column is wider than all the room
            return Strip(segments, used).crop(0, self.view.cells)
        return [*segments, Segment(" " * (self.view.cells - used), blank)]

    def _heading(self, number: int, background: str) -> Iterable[Segment]:
        style = self._styles("heading", background)
        segments = [
            Segment("▸ " if background == "cursor" else "  ", self._styles("mark", background)),
            *self._marked(self.view.headings[number], max(0, self.view.cells - 2), style),
        ]
        return Strip(segments).adjust_cell_length(self.view.cells, style)

    def _cell(self, row: int, place: PlacedColumn, background: str) -> list[Segment]:
        """Return a cell with the gap before it: the fewer segments, the sooner they are written."""
        if place.column.growing:
            return self._drawing(row, place, background)
        text, lead = self.view.sheet.cell(row, place.column, full=place.full)
        style = self._styles(place.column.style, background)
        if background == "cursor" and place.column.id == self.view.column:
            style += _BOLD
        if self.view.finder is not None and self.view.finder(text):
            parts = self._marked(text, place.cells, style)
            blank = Segment(" " * (place.cells - sum(width(part.text) for part in parts)), style)
            gap = Segment(" " * place.gap, style)
            return [gap, blank, *parts] if place.column.right else [gap, *parts, blank]
        fitted = " " * place.gap + fit(text, place.cells, "right" if place.column.right else "left")
        if not lead:
            return [Segment(fitted, style)]
        lead += len(fitted) - len(fitted.lstrip())
        return [Segment(fitted[:lead], self._styles("qualifier", background)), Segment(fitted[lead:], style)]

    def _marked(self, text: str, cells: int, style: Style) -> list[Segment]:
        """Return a text cut to `cells` cells; what was found in it stands out."""
        marks = self.view.finder(text) if self.view.finder is not None else ()
        found = style + self._styles("found")
        return [
            Segment(part, found if is_found else style) for part, is_found in cut_parts(text, marks, cells)
        ]

    def _drawing(self, row: int, place: PlacedColumn, background: str) -> list[Segment]:
        """Return what the sheet draws, with the gap before it."""
        line = int(background == "band")
        indent, runs = self.view.sheet.drawing(row, place.column, place.cells, line)
        segments = [Segment(" " * (place.gap + indent), self._styles("bar", background))]
        room = place.cells - indent
        for run in runs:
            text = clip(run.text, room)
            segments.append(Segment(text, self._styles(run.style, background)))
            room -= width(text)
        return [*segments, Segment(" " * room, self._styles("bar", background))] if room else segments
