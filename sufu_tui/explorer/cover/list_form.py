"""List form of a cover, for a narrow screen: one thing a row, nothing cut; it can be scrolled."""

from __future__ import annotations

from collections.abc import Iterator

from sufu_tui.explorer.cover.cover_sheet import CoverSheet, DrawnBlock
from sufu_tui.explorer.cover.page import PageTarget
from sufu_tui.typesetting.cells import width, width_up_to
from sufu_tui.typesetting.measure import MEASURES
from sufu_tui.writing.covers import CoverContent

_GAP = 2
_LEAST_SECOND = 16
"""Least cells of what stands beside a figure, a date or a name; else it stands below."""


class ListForm:
    """Form of a cover as a list."""

    def __init__(self, content: CoverContent, sheet: CoverSheet) -> None:
        self._content = content
        self._sheet = sheet

    def blocks(self) -> Iterator[DrawnBlock]:
        """Yield the blocks, drawn."""
        content, sheet = self._content, self._sheet
        y = sheet.lines(0, 0, sheet.wrapped(content.title, sheet.width), "title")
        sheet.byline(y, content)
        yield sheet.cut()
        measure = min(sheet.width, MEASURES[sheet.words.language])
        sheet.lines(0, 0, sheet.wrapped(content.lead, measure), "body")
        yield sheet.cut()
        if content.figures:
            self._figures()
            yield sheet.cut()
        sheet.contents(0, content)
        yield sheet.cut()
        if content.events:
            self._events()
            yield sheet.cut()
        if content.names:
            self._names()
            yield sheet.cut()
        self._sections()
        yield sheet.cut()

    def _figures(self) -> None:
        sheet = self._sheet
        indent = max(width_up_to(one.figure, sheet.width // 2) for one in self._content.figures)
        y = 0
        for figure in self._content.figures:
            link = sheet.link(PageTarget(figure.ref))
            for line in sheet.wrapped(figure.figure, indent):
                sheet.put(indent - width(line), y, line, "figure", link)
                y += 1
            y = self._second(indent + _GAP, y - 1, figure.label, "metric", link)

    def _events(self) -> None:
        sheet = self._sheet
        y = sheet.heading(0, "cover.events")
        indent = max(width(one.date) for one in self._content.events)
        for event in self._content.events:
            link = sheet.link(PageTarget(event.ref))
            sheet.put(0, y, event.date, "date", link)
            if sheet.width - indent - _GAP < _LEAST_SECOND:
                y = self._second(_GAP, y + 1, event.title, "event", link)
            else:
                y = self._second(indent + _GAP, y, event.title, "event", link)

    def _names(self) -> None:
        sheet = self._sheet
        y = sheet.heading(0, "cover.names")
        for name in self._content.names:
            link = sheet.link(PageTarget(name.ref))
            y = sheet.lines(0, y, sheet.wrapped(name.name, sheet.width), "entity", link)
            end = width(name.name) + 1
            if end + width(name.role) <= sheet.width:
                sheet.put(end, y - 1, name.role, "muted", link)
            else:
                y = self._second(_GAP, y, name.role, "muted", link)

    def _sections(self) -> None:
        sheet = self._sheet
        y = sheet.heading(0, "cover.sections")
        for section in self._content.sections:
            link = sheet.link(PageTarget(section.ref))
            number = f"{section.number}"
            sheet.put(0, y, number, "label", link)
            y = self._second(len(number) + 1, y, section.heading, "section", link)

    def _second(self, x: int, y: int, text: str, style: str, link: int) -> int:
        """Draw a text from a column on, in as many rows as it takes; return the row below."""
        sheet = self._sheet
        return sheet.lines(x, y, sheet.wrapped(text, sheet.width - x), style, link)
