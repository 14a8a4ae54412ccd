"""Page form of a cover, for a wide screen: figures in large digits, a strip of time, columns of names.

It is set to the rows of the screen: the largest digits, the most names and the most air with which all of it
fits. Where nothing fits it is scrolled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from sufu_tui.explorer.cover.cover_sheet import CoverSheet, DrawnBlock
from sufu_tui.explorer.cover.figure_grid import FigureGrid, lay_figures
from sufu_tui.explorer.cover.name_list import (
    NameBlocks,
    NameLayout,
    NameRows,
    lay_name_blocks,
    lay_name_rows,
)
from sufu_tui.explorer.cover.page import PageTarget
from sufu_tui.explorer.cover.page_opening import Opening
from sufu_tui.explorer.cover.strip_drawing import draw_strip
from sufu_tui.explorer.cover.time_strip import TimeStrip, lay_strip
from sufu_tui.typesetting.cells import width, width_up_to
from sufu_tui.typesetting.large_digits import DigitSize
from sufu_tui.typesetting.phrases import clip_phrase
from sufu_tui.writing.covers import CoverContent

_DRAWN: tuple[DigitSize, ...] = ("large", "small")
_NO_NAMES = NameRows((), 1, 0)
_MOST_NAME_ROWS, _LEAST_AIRY_ROWS, _LEAST_NAME_ROWS = 6, 3, 2
_TITLE_GAP = 3


class _Setting(NamedTuple):
    """Setting of a page: the layout of its figures, perhaps with their times, and of its names; its air."""

    figures: FigureGrid | None
    has_periods: bool
    names: NameLayout
    is_airy: bool
    """True if rows are left above the headings, whose rules part them already."""


class _Part(NamedTuple):
    """Part of a page: the rows that it takes, what draws it from the row 0 on, and the rows above it."""

    height: int
    draw: Callable[[], object]
    space: int


class PageForm:
    """Form of a cover as a page."""

    def __init__(self, content: CoverContent, sheet: CoverSheet) -> None:
        self._content = content
        self._sheet = sheet
        self._title = sheet.wrapped(content.title, sheet.width)
        beside = _TITLE_GAP + sum(width_up_to(text, sheet.width) for text in (content.title, content.byline))
        self._has_byline_beside = beside <= sheet.width
        byline_rows = 0 if self._has_byline_beside else len(sheet.wrapped(content.byline, sheet.width))
        self._title_rows = len(self._title) + byline_rows + 1
        self._opening = Opening(content, sheet.width, sheet.words)
        strip = content.strip and lay_strip(content.strip, content.events, sheet.width, sheet.words)
        self._strip: TimeStrip | None = strip or None

    def blocks(self, rows: int) -> Iterator[DrawnBlock]:
        """Yield the blocks, drawn for a screen of so many rows."""
        for part in self._fitting(rows):
            part.draw()
            yield self._sheet.cut(part.space)

    def _fitting(self, rows: int) -> Sequence[_Part]:
        """Return the parts in the best setting that fits; where none does, in one that is scrolled."""
        grid = None
        for grid in self._grids():
            for has_all, has_periods in ((True, True), (True, False), (False, True), (False, False)):
                airy = _Setting(grid, has_periods, _NO_NAMES, is_airy=True)
                room = rows - self._height(airy) - 2  # with a heading, and a row above it
                names = self._names_within(room, None if has_all else _LEAST_AIRY_ROWS)
                if names is not None:
                    return list(self._parts(airy._replace(names=names)))
        tight = _Setting(grid, has_periods=False, names=_NO_NAMES, is_airy=False)
        names = self._names_within(rows - self._height(tight) - 1, _LEAST_NAME_ROWS)
        if names is None:
            tight = tight._replace(is_airy=True)
            names = lay_name_rows(self._content.names, self._sheet.width, _MOST_NAME_ROWS)
        return list(self._parts(tight._replace(names=names)))

    def _grids(self) -> Iterator[FigureGrid | None]:
        """Yield the figures in each size in which they have room; in plain text for want of any other."""
        laid = (lay_figures(self._content.figures, self._sheet.width, size) for size in _DRAWN)
        drawn = [grid for grid in laid if grid is not None]
        yield from drawn or (lay_figures(self._content.figures, self._sheet.width, "plain"),)

    def _names_within(self, rows: int, least: int | None) -> NameLayout | None:
        """Return the names as they tell most in so many rows; None where they have fewer than `least`.

        Without a `least` number of rows all of them have to be shown.
        """
        names = self._content.names
        if not names:
            return _NO_NAMES if rows >= 0 else None
        if least is None and rows > _MOST_NAME_ROWS and rows >= self._name_blocks.height:
            return self._name_blocks
        counts = range(min(rows, _MOST_NAME_ROWS), 0, -1)
        laid = [lay_name_rows(names, self._sheet.width, count) for count in counts]
        best = max(laid, key=lambda one: len(one.names), default=_NO_NAMES)
        is_enough = len(best.names) == len(names) or (least is not None and best.height >= least)
        return best if is_enough else None

    @cached_property
    def _name_blocks(self) -> NameBlocks:
        return lay_name_blocks(self._content.names, self._sheet.width)

    def _height(self, setting: _Setting) -> int:
        parts = list(self._parts(setting))
        return sum(part.height for part in parts) + sum(part.space for part in parts[1:])

    def _parts(self, setting: _Setting) -> Iterator[_Part]:
        content, sheet, air = self._content, self._sheet, int(setting.is_airy)
        figures, names, opening = setting.figures, setting.names, self._opening
        yield _Part(self._title_rows, self._draw_title, 0)
        yield _Part(opening.height, lambda: opening.draw(sheet, 0), air)
        if figures is not None:
            height = figures.height(with_periods=setting.has_periods)
            # A heading below the end of the lead looks like one more line of it.
            space = max(air, int(opening.ends_with_lead))
            yield _Part(1 + height, lambda: self._draw_figures(setting), space)
        if content.events:
            height = -(-len(content.events) // 2) if self._strip is None else self._strip.height
            yield _Part(1 + height, self._draw_events, air)
        if names.height:
            yield _Part(1 + names.height, lambda: names.draw(sheet, sheet.heading(0, "cover.names")), air)
        yield _Part(sheet.contents_rows(content), lambda: sheet.contents(0, content), 1)

    def _draw_title(self) -> None:
        content, sheet = self._content, self._sheet
        y = sheet.lines(0, 0, self._title, "title")
        if self._has_byline_beside:
            sheet.byline(y - 1, content, sheet.width - width(content.byline))
        else:
            y = sheet.byline(y, content)
        sheet.put(0, y, "━" * sheet.width, "bar")

    def _draw_figures(self, setting: _Setting) -> None:
        if setting.figures is not None:
            y = self._sheet.heading(0, "cover.figures")
            setting.figures.draw(self._sheet, y, with_periods=setting.has_periods)

    def _draw_events(self) -> None:
        """Draw the strip of time; where that has no room, the events in two columns."""
        sheet = self._sheet
        y = sheet.heading(0, "cover.events")
        if self._strip is not None:
            draw_strip(self._strip, sheet, y)
            return
        cells = sheet.width // 2
        for number, event in enumerate(self._content.events):
            row, column = divmod(number, 2)
            link = sheet.link(PageTarget(event.ref))
            end = sheet.put(column * cells, y + row, f"{event.date}  ", "date", link)
            title = clip_phrase(event.title, (column + 1) * cells - 2 - end)
            sheet.put(end, y + row, title, "event", link)
