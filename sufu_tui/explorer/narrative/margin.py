"""Margin: the column of notes beside the text, in step with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.narrative.notes import MarginNote, NoteText, links_by_row, note_text, placed_notes
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.theme.styles import TEXT_STYLES, StyleCache
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.typesetting.cells import clip, width

if TYPE_CHECKING:
    from textual.events import Click

_MOST_ROWS = 400
"""Rows above the view that are looked at for the beginning of a paragraph."""


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

    def notify_style_update(self) -> None:
        """Draw in the colours of a new theme."""
        super().notify_style_update()
        self._style.forget()

    def forget(self) -> None:
        """Write other notes: the text is another one."""
        self._texts.clear()

    def follow(self) -> None:
        """Place the notes of the lines in view."""
        self._notes = self._placed()
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
        return self._note(link) is not None

    def _placed(self) -> dict[int, tuple[MarginNote, NoteText]]:
        """Return the notes of the paragraphs in view."""
        viewport, line = self._reading.viewport, self._reading.line
        found: dict[int, tuple[MarginNote, NoteText]] = {}
        start = min(viewport.top, max(0, viewport.lines - 1))
        least = max(0, start - _MOST_ROWS)
        while start > least and self._paragraph(start - 1) == self._paragraph(start):
            start -= 1
        while start < min(viewport.lines, viewport.top + viewport.page):
            end, here = start, self._paragraph(start)
            while end < viewport.lines and self._paragraph(end) == here and end - start <= 2 * _MOST_ROWS:
                end += 1
            links = links_by_row(map(line, range(start, end)), self._has_note)
            for note in placed_notes(list(links), end - start):
                text = self._note(note.link)
                if text is not None:
                    found[start + note.row] = (note, text)
            start = end
        return found

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        cells = self.size.width
        number = y - self._head + self._reading.viewport.top
        segments = [Segment("│", self._style("track")), Segment(" ", self._style())]  # a border costs more
        if y >= self._head and number in self._notes:
            note, text = self._notes[number]
            words, further = self._state.words, len(note.further)
            more = words("narrative.further-notes", count=further) if further else ""
            moved = f"{'↑' if note.moved > 0 else '↓'}{abs(note.moved)} " if note.moved else ""
            room = max(0, cells - 3 - width(moved) - width(more))
            segments += [
                Segment(moved, self._style("muted")),
                Segment(clip(text.text, room), self._style(text.style)),
                Segment(more, self._style("muted")),
            ]
        return Strip(segments).adjust_cell_length(cells, self._style())

    @property
    def _head(self) -> int:
        """Rows above the first of the text."""
        return self._reading.styles.padding.top

    def on_click(self, event: Click) -> None:
        """Choose the note under the mouse."""
        place = event.get_content_offset(self)
        if place is None:
            return
        found = self._notes.get(place.y - self._head + self._reading.viewport.top)
        if found is None:
            return
        event.stop()
        note, text = found
        behind = place.x > 2 + 3 * bool(note.moved) + width(text.text)
        self.post_message(self.NoteChosen(note.further[0] if note.further and behind else note.link))
