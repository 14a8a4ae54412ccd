"""Composition of a cover for a size: a list where room is short, else a page in blocks with large figures."""

from __future__ import annotations

from sufu_tui.explorer.cover.cover_sheet import CoverSheet
from sufu_tui.explorer.cover.list_form import ListForm
from sufu_tui.explorer.cover.page import Page
from sufu_tui.explorer.cover.page_form import PageForm
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.writing.covers import CoverContent

_PAGE_FROM = 100
"""Columns from which there is a page."""
_MOST_COLUMNS = 184


def compose_cover(content: CoverContent, columns: int, rows: int, words: Catalogue) -> Page:
    """Return the cover for so many columns and rows: a page is set to them, and spread over them."""
    sheet = CoverSheet(columns, _MOST_COLUMNS, words)
    if columns >= _PAGE_FROM:
        blocks = PageForm(content, sheet).blocks(rows)
    else:
        blocks = ListForm(content, sheet).blocks()
    return sheet.page(list(blocks), rows)
