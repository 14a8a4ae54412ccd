"""Composition of a cover for a size: a list where room is short, else a page in blocks with large figures."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sufu_tui.explorer.cover.page import Page, PagePiece, PageSheet, PageTarget
from sufu_tui.explorer.cover.time_strip import StripFlag, TimeStrip, lay_strip
from sufu_tui.explorer.navigation import PANES
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.cells import clip, width
from sufu_tui.typesetting.large_digits import ROWS, DigitSize, large_digits, split_figure
from sufu_tui.typesetting.measure import MEASURES
from sufu_tui.writing.covers import CoverContent, CoverFigure, CoverName

_PAGE_FROM = 100
"""Columns from which there is a page."""
_LARGE_FROM = (160, 50)
"""Columns and rows from which its digits are large."""
_MOST_COLUMNS = 168
_LEAD_ROWS = 8
_TILE = 26
"""Least cells of a figure on a page."""
_TILE_GAP = 2
_NAME_CELLS = 36
_LEAST_SECTIONS = 5
_LEAST_ROLE = 12
_TIGHT_ROWS = 2
"""Rows of names on a page that would else be too long for the screen."""


def compose_cover(content: CoverContent, columns: int, rows: int, words: Catalogue) -> Page:
    """Return the cover for so many columns; of a page the blocks are spread over `rows`."""
    make = _Page if columns >= _PAGE_FROM else _List
    return make(content, columns, rows, words).page()


class _Block(NamedTuple):
    """Block of a cover: `draw` draws it from the row 0 on, and returns its height; `space` is above it."""

    draw: Callable[[int], int]
    space: int = 1


Drawn = Sequence[tuple[tuple[PagePiece, ...], ...]]
"""Rows of each block of a cover."""


def _height(blocks: Sequence[_Block], drawn: Drawn) -> int:
    return sum(map(len, drawn)) + sum(block.space for block in blocks[1:])


class _Cover:
    """Cover, with what every form of it has: title, lead, lists of links."""

    lead_rows = _LEAD_ROWS
    """Rows of the lead, at most."""

    def __init__(self, content: CoverContent, columns: int, rows: int, words: Catalogue) -> None:
        self.content = content
        self.words = words
        self.rows = rows
        self.width = max(8, min(columns - 4, _MOST_COLUMNS))
        self.left = max(1, (columns - self.width) // 2)
        self.sheet = PageSheet(self.left + self.width)
        self.is_tight = False

    def page(self) -> Page:
        """Draw the blocks one below the other, as far apart as the rows allow."""
        blocks = self._blocks()
        drawn, sheet = self._drawn(blocks), self.sheet
        if _height(blocks, drawn) > self.rows:
            self.is_tight, self.sheet = True, PageSheet(self.left + self.width)
            tight = self._drawn(blocks)
            if _height(blocks, tight) <= self.rows:  # else it has to be scrolled anyway
                drawn, sheet = tight, self.sheet
        height = _height(blocks, drawn)
        spare = max(0, self.rows - height)
        wider = min(2, spare // max(1, len(blocks) - 1))
        rows: list[tuple[PagePiece, ...]] = [()] * min(3, (spare - wider * (len(blocks) - 1)) // 2)
        for number, (block, own) in enumerate(zip(blocks, drawn, strict=True)):
            rows += [()] * (block.space + wider if number and block.space else 0)
            rows += own
        return Page(tuple(rows), sheet.targets)

    def _drawn(self, blocks: Sequence[_Block]) -> Drawn:
        """Draw the blocks, each by itself; return their rows."""
        drawn = []
        for block in blocks:
            block.draw(0)
            drawn.append(self.sheet.cut())
        return drawn

    def _blocks(self) -> Sequence[_Block]:
        raise NotImplementedError

    def _put(self, x: int, y: int, text: str, style: str, link: int | None = None) -> int:
        return self.sheet.put(self.left + x, y, text, style, link)

    def _heading(self, y: int, key: str) -> int:
        """Draw the name of a block with a rule to the right edge."""
        text = self.words(key)
        self._put(0, y, text, "label")
        x = width(text) + 1
        self._put(x, y, "─" * (self.width - x), "rule")
        return y + 1

    def _lead(self, y: int, cells: int) -> int:
        lines = wrap(self.content.lead, max(2, cells))
        if len(lines) > self.lead_rows:
            lines = [*lines[: self.lead_rows - 1], clip(lines[self.lead_rows - 1], cells - 2) + " ⋯"]
        for line in lines:
            self._put(0, y, line, "body")
            y += 1
        return y

    def _byline(self, y: int, x: int = 0) -> int:
        """Draw where the report comes from, a link to it where it has an address."""
        address = self.content.address
        link = self.sheet.link(PageTarget(address=address)) if address else None
        lines = wrap(self.content.byline, max(2, self.width - x))
        for line in lines:
            self._put(x, y, line, "address" if address else "muted", link)
            y += 1
        return y

    def _flow(self, y: int, entries: Iterable[tuple[str, str, PageTarget]], gap: int = 3) -> int:
        """Draw entries one after the other, over as many rows as they take."""
        x = 0
        for text, style, target in entries:
            if x and x + width(text) > self.width:
                x, y = 0, y + 1
            self._put(x, y, text, style, self.sheet.link(target))
            x += width(text) + gap
        return y + 1

    def _names(self, y: int) -> int:
        """Draw names with what they are, in columns."""
        y = self._heading(y, "cover.names")
        columns = max(1, self.width // _NAME_CELLS)
        cells = self.width // columns
        shown = self.content.names[: _TIGHT_ROWS * columns] if self.is_tight else self.content.names
        for number, name in enumerate(shown):
            row, column = divmod(number, columns)
            self._name(column * cells, y + row, cells - 2, name)
        return y + -(-len(shown) // columns)

    def _name(self, x: int, y: int, cells: int, name: CoverName) -> None:
        text = wrap(name.name, cells)[0]
        link = self.sheet.link(PageTarget(name.ref))
        self._put(x, y, text, "entity", link)
        room = cells - width(text) - 1
        if room < _LEAST_ROLE:
            return
        role = wrap(name.role, max(2, room))
        if room >= width(role[0]) and room > 2:
            self._put(x + width(text) + 1, y, role[0] + ("⋯" if len(role) > 1 else ""), "muted", link)

    def _contents(self, y: int) -> int:
        """Draw what there is with the keys that lead there, and the way on."""
        entries: list[tuple[str, str, PageTarget]] = []
        for number, spec in enumerate(PANES, 1):
            count = self.content.counts[spec.id]
            text = self.words("cover.pane", key=number, pane=self.words(f"app.{spec.id}"), count=count)
            entries.append((text, "section", PageTarget(pane=spec.id)))
        if self.content.sections:
            first = self.content.sections[0]
            text = self.words("cover.read-on", heading=first.heading)
            entries.append((text, "section", PageTarget(first.ref)))
        return self._flow(y, entries)


class _List(_Cover):
    """Cover as a list: one thing a row."""

    lead_rows = sys.maxsize

    def _blocks(self) -> Sequence[_Block]:
        content = self.content
        blocks = [_Block(self._title), _Block(lambda y: self._lead(y, min(self.width, self._measure)))]
        if content.figures:
            blocks.append(_Block(self._figures))
        blocks.append(_Block(self._contents))
        if content.events:
            blocks.append(_Block(self._events))
        if content.names:
            blocks.append(_Block(self._names))
        return [*blocks, _Block(self._sections)]

    @property
    def _measure(self) -> int:
        return MEASURES[self.words.language]

    def _title(self, y: int) -> int:
        for line in wrap(self.content.title, self.width):
            self._put(0, y, line, "title")
            y += 1
        return self._byline(y)

    def _figures(self, y: int) -> int:
        indent = min(max(width(one.figure) for one in self.content.figures), self.width // 2)
        for figure in self.content.figures:
            link = self.sheet.link(PageTarget(figure.ref))
            lines = wrap(figure.figure, max(2, indent))
            for line in lines[:-1]:
                self._put(0, y, line, "figure", link)
                y += 1
            self._put(indent - width(lines[-1]), y, lines[-1], "figure", link)
            self._put(indent + 2, y, figure.label, "metric", link)
            y += 1
        return y

    def _events(self, y: int) -> int:
        y = self._heading(y, "cover.events")
        indent = max(width(one.date) for one in self.content.events)
        for event in self.content.events:
            link = self.sheet.link(PageTarget(event.ref))
            self._put(0, y, event.date, "date", link)
            self._put(indent + 2, y, event.title, "event", link)
            y += 1
        return y

    def _sections(self, y: int) -> int:
        y = self._heading(y, "cover.sections")
        for section in self.content.sections:
            link = self.sheet.link(PageTarget(section.ref))
            self._put(0, y, f"{section.number}", "label", link)
            self._put(len(f"{section.number}") + 1, y, section.heading, "section", link)
            y += 1
        return y


class _Page(_Cover):
    """Cover as a page: large figures in a grid, a strip of time, columns of names."""

    def _blocks(self) -> Sequence[_Block]:
        content = self.content
        blocks = [_Block(self._title), _Block(self._opening, 0)]
        if content.figures:
            blocks.append(_Block(self._figures))
        if content.events:
            strip = content.strip and lay_strip(content.strip, content.events, self.width, self.words)
            draw = self._event_list if strip is None else lambda y: self._strip(y, strip)
            blocks.append(_Block(draw))
        if content.names:
            blocks.append(_Block(self._names))
        return [*blocks, _Block(self._contents)]

    def _title(self, y: int) -> int:
        title, byline = self.content.title, self.content.byline
        x = self._put(0, y, title, "title") - self.left
        if x + 3 + width(byline) <= self.width:
            self._byline(y, self.width - width(byline))
        else:
            y = self._byline(y + 1) - 1
        self._put(0, y + 1, "━" * self.width, "bar")
        return y + 2

    def _opening(self, y: int) -> int:
        """Draw the lead with the sections beside it."""
        y += 0 if self.is_tight else 1
        cells = min(MEASURES[self.words.language], self.width * 3 // 5)
        end = self._lead(y, cells)
        x = cells + 4
        sections, most = self.content.sections, max(_LEAST_SECTIONS, end - y)
        shown = sections if len(sections) <= most else sections[: most - 1]
        indent = len(f"{len(sections)}") + 1
        for row, section in enumerate(shown):
            link = self.sheet.link(PageTarget(section.ref))
            self._put(x, y + row, f"{section.number}", "label", link)
            self._put(x + indent, y + row, section.heading, "section", link)
        if len(shown) < len(sections):
            more = self.words("cover.more-sections", number=len(sections) - len(shown))
            link = self.sheet.link(PageTarget(sections[len(shown)].ref))
            self._put(x + indent, y + len(shown), more, "section", link)
        return max(end, y + min(most, len(sections)))

    # Figures

    def _figures(self, y: int) -> int:
        y = self._heading(y, "cover.figures")
        size: DigitSize = "large" if self.width >= _LARGE_FROM[0] and self.rows >= _LARGE_FROM[1] else "small"
        across = min(len(self.content.figures), max(1, (self.width + _TILE_GAP) // (_TILE + _TILE_GAP)), 4)
        cells = (self.width + _TILE_GAP) // across - _TILE_GAP
        for start in range(0, len(self.content.figures), across):
            line = self.content.figures[start : start + across]
            y += 1 if start and not self.is_tight else 0
            y = max(
                self._tile(column * (cells + _TILE_GAP), y, cells, figure, size)
                for column, figure in enumerate(line)
            )
        return y

    def _tile(self, x: int, y: int, cells: int, figure: CoverFigure, size: DigitSize) -> int:
        """Draw a figure: what comes before its digits above them, what comes after them beside their foot."""
        link = self.sheet.link(PageTarget(figure.ref))
        before, digits, after = split_figure(figure.figure)
        drawn = large_digits(digits, size)
        wanted = (width(drawn[0]) if drawn else 0) + 1 + width(after.strip())
        if size == "large" and wanted > cells:
            drawn = large_digits(digits, "small")
            wanted = (width(drawn[0]) if drawn else 0) + 1 + width(after.strip())
        height = ROWS[size]
        if not drawn or wanted > cells or width(before) > cells:
            lines = wrap(figure.figure, cells)
            for row, line in enumerate(lines, max(0, height + 1 - len(lines))):
                self._put(x, y + row, line, "figure", link)
        else:
            foot = y + height
            top = foot - len(drawn) + 1
            self._put(x, top - 1, before.strip(), "qualifier", link)
            for row, line in enumerate(drawn):
                self._put(x, top + row, line, "digits", link)
            self._put(x + width(drawn[0]) + 1, foot, after.strip(), "figure", link)
        y += height + 1
        for line in self._label_lines(figure.label, cells):
            self._put(x, y, line, "metric", link)
            y += 1
        if size == "large" and width(figure.period) <= cells:
            self._put(x, y, figure.period, "muted", link)
            y += 1
        return y

    def _label_lines(self, label: str, cells: int) -> Sequence[str]:
        lines = wrap(label, cells - 1)
        return [lines[0] + ("⋯" if len(lines) > 1 else "")] if self.is_tight else wrap(label, cells)[:2]

    # Time

    def _strip(self, y: int, strip: TimeStrip) -> int:
        y = self._heading(y, "cover.events")
        axis = y + strip.above
        begin = 0
        for end in (*sorted({flag.column for flag in strip.flags}), strip.columns):
            self._put(begin, axis, "─" * (end - begin), "axis")
            begin = end + 1
        for tick in strip.ticks:
            self._put(tick.column, axis + 1, tick.text, "muted")
        for number, flag in enumerate(strip.flags):
            self._flag(axis, flag, strip.flags[:number])
        return axis + strip.below + 1

    def _flag(self, axis: int, flag: StripFlag, marked: Sequence[StripFlag]) -> None:
        """Draw a flag, and its mark on the axis unless that of another is there."""
        link = self.sheet.link(PageTarget(flag.event.ref))
        y, step = axis - flag.row, 1 if flag.row > 0 else -1
        for row in range(axis - step, y, -step):
            self._put(flag.column, row, "│", "axis", link)
        corners = ("╭", "╮") if flag.row > 0 else ("╰", "╯")
        self._put(flag.column, y, corners[0] if flag.is_right else corners[1], "axis", link)
        x = flag.begin + (2 if flag.is_right else 0)
        end = self._put(x, y, f"{flag.event.date} ", "date", link) - self.left
        self._put(end, y, flag.event.short, "event", link)
        if all(other.column != flag.column for other in marked):
            self._put(flag.column, axis, "◆", "mark", link)

    def _event_list(self, y: int) -> int:
        """Draw the events in two columns, where the strip has no room for them."""
        y = self._heading(y, "cover.events")
        cells = self.width // 2
        for number, event in enumerate(self.content.events):
            row, column = divmod(number, 2)
            link = self.sheet.link(PageTarget(event.ref))
            end = self._put(column * cells, y + row, f"{event.date}  ", "date", link) - self.left
            room = (column + 1) * cells - 2 - end
            self._put(end, y + row, (wrap(event.title, max(2, room)) or [""])[0], "event", link)
        return y + -(-len(self.content.events) // 2)
