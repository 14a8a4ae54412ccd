"""Margin: the column of notes beside the text, in step with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.narrative.notes import MarginNote, NoteText, links_by_row, note_text, placed_notes
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.theme.styles import TEXT_STYLES, StyleCache
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.explorer.widgets.scroll_view import Viewport
from sufu_tui.explorer.widgets.text_layout import TextLayout
from sufu_tui.typesetting.cells import clip, width

if TYPE_CHECKING:
    from textual.events import Click

_MOST_ROWS = 200
"""Rows above the view that are looked at for the beginning of a paragraph."""


class _Paragraph(NamedTuple):
    """Paragraph of the text as it is laid: how many rows it has, and the notes beside them."""

    rows: int
    notes: tuple[tuple[MarginNote, NoteText], ...]


class Margin(Widget):
    """Column of notes on the figures and dates of `reading`, each beside its line.

    A click on a note chooses its link; on a count of further ones the first of those.
    """

    DEFAULT_CSS = "Margin { background: $surface; }"

    class NoteChosen(Message):
        """Choice of a note by its link."""

        def __init__(self, link: int) -> None:
            self.link = link
            """Number of the link."""
            super().__init__()

    def __init__(self, state: SharedState, reading: FlowText, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._state = state
        self._reading = reading
        self._style = StyleCache(self, TEXT_STYLES)
        self._texts: dict[int, NoteText | None] = {}
        self._notes: dict[int, tuple[MarginNote, NoteText]] = {}
        self._first = 0  # number of the line beside the first row; negative above the text
        self._placed_in: TextLayout | None = None
        self._placed_for: tuple[TextLayout, Viewport] | None = None  # what is in view in it
        self._paragraphs: dict[tuple[int | None, int], _Paragraph] = {}  # those of that layout
        self._blank: Strip | None = None

    def notify_style_update(self) -> None:
        """Draw in the colours of a new theme."""
        super().notify_style_update()
        self._style.forget()
        self._blank = None

    def forget(self) -> None:
        """Write other notes: the text is another one."""
        self._texts.clear()
        self._placed_in = self._placed_for = None

    def follow(self) -> None:
        """Place the notes of the lines in view, unless that is done."""
        shown = self._reading.layout_shown, self._reading.viewport
        if shown == self._placed_for:
            return
        self._notes = self._placed()
        self._placed_for = self._reading.layout_shown, self._reading.viewport  # with more lines, perhaps
        self._first = self._reading.viewport.top - self._reading.styles.padding.top
        self.refresh()

    @property
    def notes(self) -> dict[int, tuple[MarginNote, NoteText]]:
        """Notes in view, by the number of their line in the text."""
        return self._notes

    def _note(self, link: int) -> NoteText | None:
        if link not in self._texts:
            ref = self._reading.links[link].ref
            self._texts[link] = note_text(ref, self._state.dossier, self._state.words)
        return self._texts[link]

    def _paragraph(self, y: int) -> tuple[int | None, int]:
        """Return what a line belongs to: a paragraph with heading and the blank line above it, or a block."""
        block = self._reading.line(y).block
        anchor = self._reading.document.blocks[block].anchor
        return (None, block) if anchor is None else (anchor, 0)

    def _has_note(self, link: int) -> bool:
        """Return whether a link has a note: not at the head of a section, where figures stand in full."""
        block = self._reading.document.blocks[self._reading.links[link].block]
        return block.anchor is not None and self._note(link) is not None

    def _placed(self) -> dict[int, tuple[MarginNote, NoteText]]:
        """Return the notes of the paragraphs in view; those of a paragraph are placed once for a layout."""
        if self._placed_in is not self._reading.layout_shown:
            self._placed_in, self._paragraphs = self._reading.layout_shown, {}
        viewport = self._reading.viewport
        found: dict[int, tuple[MarginNote, NoteText]] = {}
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
            for note, text in paragraph.notes:
                found[start + note.row] = (note, text)
            start += paragraph.rows
        return found

    def _paragraph_from(self, start: int, lines: int) -> _Paragraph:
        """Return the paragraph that begins on a line, or the part of it that is looked at."""
        end, here = start, self._paragraph(start)
        while end < lines and self._paragraph(end) == here and end - start <= 2 * _MOST_ROWS:
            end += 1
        links = links_by_row(map(self._reading.line, range(start, end)), self._has_note)
        placed = ((note, self._note(note.link)) for note in placed_notes(list(links), end - start))
        return _Paragraph(end - start, tuple((note, text) for note, text in placed if text is not None))

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        cells = self.size.width
        found = self._notes.get(y + self._first)
        if self._blank is None or self._blank.cell_length != cells:
            self._blank = self._row((), cells)
        return self._blank if found is None else self._row(self._written(*found, cells), cells)

    def _row(self, segments: Iterable[Segment], cells: int) -> Strip:
        edge = Segment("│", self._style("track")), Segment(" ", self._style())  # a border costs more
        return Strip((*edge, *segments)).adjust_cell_length(cells, self._style())

    def _written(self, note: MarginNote, text: NoteText, cells: int) -> Iterator[Segment]:
        """Yield a note in a row of so many cells."""
        further = len(note.further)
        more = self._state.words("narrative.further-notes", count=further) if further else ""
        moved = f"{'↑' if note.moved > 0 else '↓'}{abs(note.moved)} " if note.moved else ""
        room = max(0, cells - 3 - width(moved) - width(more))
        yield Segment(moved, self._style("muted"))
        yield Segment(clip(text.text, room), self._style(text.style))
        yield Segment(more, self._style("muted"))

    def on_click(self, event: Click) -> None:
        """Choose the note under the mouse."""
        place = event.get_content_offset(self)
        if place is None:
            return
        found = self._notes.get(place.y + self._first)
        if found is None:
            return
        event.stop()
        note, text = found
        behind = place.x > 2 + 3 * bool(note.moved) + width(text.text)
        self.post_message(self.NoteChosen(note.further[0] if note.further and behind else note.link))
