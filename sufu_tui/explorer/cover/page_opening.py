"""Opening of a page: the lead with the sections beside it."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.explorer.cover.cover_sheet import CoverSheet
from sufu_tui.explorer.cover.page import PageTarget
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.measure import MEASURES
from sufu_tui.typesetting.phrases import clip_phrase, few_lines
from sufu_tui.writing.covers import CoverContent, CoverSection

_GUTTER = 4
_LEAD_ROWS = 10
_SECTION_ROWS = 9
"""Rows of the sections, at most, where the lead has fewer."""
_SECTION_LINES = 3


class Opening:
    """Opening of a page of so many cells."""

    def __init__(self, content: CoverContent, cells: int, words: Catalogue) -> None:
        lead_cells = min(MEASURES[words.language], cells * 3 // 5)
        self._lead = few_lines(content.lead, lead_cells, _LEAD_ROWS)
        self._sections_at = lead_cells + _GUTTER
        self._digits = len(f"{len(content.sections)}") + 1
        self._words = words
        most = max(_SECTION_ROWS, len(self._lead))
        self._sections = _fitted(content.sections, cells - self._sections_at - self._digits, most)
        self._more = content.sections[len(self._sections) :]

    @property
    def height(self) -> int:
        """Rows that it takes."""
        return max(len(self._lead), sum(len(lines) for _, lines in self._sections) + bool(self._more))

    @property
    def ends_with_lead(self) -> bool:
        """True if the lead goes on to its last row."""
        return len(self._lead) == self.height

    def draw(self, sheet: CoverSheet, y: int) -> None:
        """Draw it from the row `y` on."""
        sheet.lines(0, y, self._lead, "body")
        x = self._sections_at
        for section, lines in self._sections:
            link = sheet.link(PageTarget(section.ref))
            sheet.put(x, y, f"{section.number}", "label", link)
            y = sheet.lines(x + self._digits, y, lines, "section", link)
        if self._more:
            more = self._words("cover.more-sections", number=len(self._more))
            sheet.put(x + self._digits, y, more, "section", sheet.link(PageTarget(self._more[0].ref)))


def _fitted(
    sections: Sequence[CoverSection], cells: int, most: int
) -> Sequence[tuple[CoverSection, Sequence[str]]]:
    """Return sections with the lines of their headings, in so many rows; one is free where not all fit."""
    wrapped = [(one, few_lines(one.heading, cells, _SECTION_LINES)) for one in sections[:most]]
    if len(sections) <= most and sum(len(lines) for _, lines in wrapped) <= most:
        return wrapped
    shown = sections if len(sections) <= most else sections[: most - 1]
    return [(one, [clip_phrase(one.heading, cells)]) for one in shown]
