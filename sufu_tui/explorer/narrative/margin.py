"""Margin: the notes beside the text, in step with it, around the card of the one that unfolds."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from sufu_tui.explorer.cards.card import Card
from sufu_tui.explorer.narrative.column_rows import NO_LINK, ColumnRows, UnfoldedNote, column_rows
from sufu_tui.explorer.narrative.notes import MarginNote, NoteText, links_by_row, note_text, placed_notes
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.theme.styles import StyleCache
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.explorer.widgets.text_layout import TextLayout
from sufu_tui.typesetting.cells import clip, width
from sufu_tui.typesetting.excerpts import cut_parts

if TYPE_CHECKING:
    from textual.geometry import Offset

_MOST_ROWS = 100
"""Rows above the view that are looked at for the beginning of a paragraph."""
_LEFT = 1
"""Cells left of a note."""


class _Paragraph(NamedTuple):
    """Paragraph of the text as it is laid: how many rows it has, and the notes beside them."""

    rows: int
    notes: tuple[MarginNote, ...]


class Margin:
    """Notes on the figures and dates of `reading`, each beside its line, in the rows around `card`."""

    def __init__(self, state: SharedState, reading: FlowText, card: Card) -> None:
        self._state = state
        self._reading = reading
        self._card = card
        self._is_shown = False
        self._texts: dict[int, NoteText | None] = {}
        self._unfolded: int | None = None  # link whose card stands here; NO_LINK for a card of none
        self._rows = ColumnRows()
        self._notes: dict[int, MarginNote] = {}  # by their rows
        self._beside: tuple[TextLayout | None, int] = (None, 0)  # the lines that they stand beside
        self._placed_in: TextLayout | None = None
        self._paragraphs: dict[tuple[int | None, int], _Paragraph] = {}  # those of that layout

    def show(self, is_shown: bool) -> None:
        """Show the notes around the card, or leave all rows to it."""
        self._is_shown = is_shown
        self.unfold()
        self._card.share_rows(self if is_shown else None)

    def forget(self) -> None:
        """Write other notes: the text is another one."""
        self._texts.clear()
        self._placed_in = None
        self.unfold()

    def unfold(self) -> None:
        """Let the card stand in the place of its link's note, when it asks for its rows the next time.

        Without an item it has no rows, and gives the keys back to the text.
        """
        ref, link = self._card.ref, self._reading.place.link
        is_of_link = link is not None and self._reading.links[link].ref == ref
        self._unfolded = None if ref is None else link if is_of_link else NO_LINK
        if self._card.has_focus and not self._card.focusable:
            self._card.screen.set_focus(self._reading)

    def follow(self) -> None:
        """Place the notes beside other lines, if others are in view by now."""
        if self._is_shown and self._beside != (self._reading.layout_shown, self._reading.viewport.top):
            self._card.share_rows(self)

    @property
    def rows(self) -> ColumnRows:
        """Rows as they were placed last, from the first line in view on."""
        return self._rows

    def text_of(self, link: int) -> NoteText | None:
        """Return the text of a link's note; None where it has none."""
        if link not in self._texts:
            ref = self._reading.links[link].ref
            self._texts[link] = note_text(ref, self._state.dossier, self._state.words)
        return self._texts[link]

    def link_at(self, place: Offset) -> int | None:
        """Return the link that is chosen with a place: of a note, or of what is counted the first."""
        if self._rows.count_row == place.y:
            unfolded, counted = self._unfolded or 0, self._rows.counted
            return next((link for link in counted if link > unfolded), counted[0])
        note = self._notes.get(place.y)
        text = None if note is None else self.text_of(note.link)
        if note is None or text is None:
            return None
        behind = place.x > _LEFT + 3 * bool(note.moved) + width(text.text)
        return note.further[0] if note.further and behind else note.link

    # Which rows are whose

    def rows_of_text(self, lines: int, height: int) -> range:
        """Return the rows of the card, which has so many lines, among the notes of the lines in view."""
        reading, link = self._reading, self._unfolded
        top, unfolded = reading.viewport.top, None
        self._beside = reading.layout_shown, top
        if link is not None:
            has_line = link in range(len(reading.links)) and reading.viewport.lines
            line = reading.layout_shown.line_of(link) if has_line else top
            unfolded = UnfoldedNote(link, line - top, lines)
        notes = [note._replace(row=note.row - top) for note in self._placed()]
        self._rows = column_rows(notes, height, unfolded)
        self._notes = {note.row: note for note in self._rows.notes}
        return self._rows.card

    def _paragraph(self, y: int) -> tuple[int | None, int]:
        """Return what a line belongs to: a paragraph with heading and the blank line above it, or a block."""
        block = self._reading.layout_shown.line(y).block
        anchor = self._reading.document.blocks[block].anchor
        return (None, block) if anchor is None else (anchor, 0)

    def _has_note(self, link: int) -> bool:
        """Return whether a link has a note: not at the head of a section, where figures stand in full."""
        block = self._reading.document.blocks[self._reading.links[link].block]
        return block.anchor is not None and self.text_of(link) is not None

    def _placed(self) -> list[MarginNote]:
        """Return the notes of the paragraphs in view; those of a paragraph are placed once for a layout."""
        if self._placed_in is not self._reading.layout_shown:
            self._placed_in, self._paragraphs = self._reading.layout_shown, {}
        viewport = self._reading.viewport
        found: list[MarginNote] = []
        if not viewport.lines:  # the text is not laid yet
            return found
        start = min(viewport.top, viewport.lines - 1)
        least, here = max(0, start - _MOST_ROWS), self._paragraph(start)
        while start > least and self._paragraph(start - 1) == here:
            start -= 1
        while start < min(viewport.lines, viewport.top + viewport.page):
            here = self._paragraph(start)
            begins = not start or self._paragraph(start - 1) != here
            paragraph = self._paragraphs.get(here) if begins else None
            if paragraph is None:
                paragraph = self._paragraph_from(start, viewport.lines)
                if begins and paragraph.rows <= 2 * _MOST_ROWS:  # else it is only a part
                    self._paragraphs[here] = paragraph
            found += [note._replace(row=start + note.row) for note in paragraph.notes]
            start += paragraph.rows
        return found

    def _paragraph_from(self, start: int, lines: int) -> _Paragraph:
        """Return the paragraph that begins on a line, or the part of it that is looked at."""
        end, here = start, self._paragraph(start)
        while end < lines and self._paragraph(end) == here and end - start <= 2 * _MOST_ROWS:
            end += 1
        links = links_by_row(map(self._reading.layout_shown.line, range(start, end)), self._has_note)
        return _Paragraph(end - start, tuple(placed_notes(list(links), end - start)))

    # How the rows look

    def row_look(self, row: int) -> Hashable:
        """Return what a row says, with what it is of."""
        if row == self._rows.count_row:
            return self._count()
        note = self._notes.get(row)
        return note and (note.moved, len(note.further), self.text_of(note.link))

    def draw_row(self, row: int, cells: int, style: StyleCache) -> Strip:
        """Draw a note, the count, or nothing."""
        note = self._notes.get(row)
        text = None if note is None else self.text_of(note.link)
        segments: Iterable[Segment] = ()
        if row == self._rows.count_row:
            segments = [Segment(clip(self._count(), cells - _LEFT), style("muted"))]
        elif note is not None and text is not None:
            segments = self._written(note, text, cells - _LEFT, style)
        return Strip([Segment(" " * _LEFT, style()), *segments]).adjust_cell_length(cells, style())

    def _count(self) -> str:
        return self._state.words.plural("narrative.counted-notes", len(self._rows.counted))

    def _written(self, note: MarginNote, text: NoteText, cells: int, style: StyleCache) -> Iterator[Segment]:
        """Yield a note in so many cells."""
        further = len(note.further)
        more = self._state.words("narrative.further-notes", count=further) if further else ""
        moved = f"{'↑' if note.moved > 0 else '↓'}{abs(note.moved)} " if note.moved else ""
        yield Segment(moved, style("muted"))
        room, finder = max(0, cells - 1 - width(moved) - width(more)), self._state.marks
        for part, is_found in cut_parts(text.text, finder(text.text) if finder is not None else (), room):
            yield Segment(part, style(text.style, "found") if is_found else style(text.style))
        yield Segment(more, style("muted"))
