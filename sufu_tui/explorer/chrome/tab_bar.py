"""Tab bar: the top row with the title, the panes as tabs and what a filter leaves in each, the language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip

from sufu_tui.explorer.chrome.lens_counts import LensCounts
from sufu_tui.explorer.messages import OpenPane
from sufu_tui.explorer.navigation import PANES, PaneId
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.theme.styles import StyleSpec
from sufu_tui.explorer.widgets.one_line import OneLine
from sufu_tui.typesetting.cells import width, width_up_to

if TYPE_CHECKING:
    from textual.events import Click

_GAP = 2
"""Cells between the title and the tabs."""
_COUNTING = "…"
"""Sign in the place of a count that is not known yet."""


class TabBar(OneLine):
    """Row of tabs; a click on one opens its pane."""

    STYLES: ClassVar[Mapping[str, StyleSpec]] = {
        "title": StyleSpec("foreground", bold=True),
        "title-here": StyleSpec("primary", bold=True, underline=True),
        "here": StyleSpec("ink-inverse", "primary"),
        "other": StyleSpec("ink-muted"),
        "language": StyleSpec("ink-muted"),
    }
    DEFAULT_CSS = """
    TabBar {
        dock: top; height: 1; background: $bar;
    }
    """

    def __init__(self, state: SharedState) -> None:
        super().__init__()
        self._state = state
        self.counts = LensCounts(self, state, self.refresh)
        """Counts of what the filter leaves in each pane."""

    def on_mount(self) -> None:
        """Follow the pane shown, the language, the dossier and the filter."""
        self._state.watch(self._state_changed)
        if self._state.filter:
            self.counts.state_changed(frozenset({Change.FILTER}))

    def _state_changed(self, changes: frozenset[Change]) -> None:
        self.counts.state_changed(changes)
        if changes & {Change.PANE, Change.LANGUAGE, Change.SECOND_LANGUAGE, Change.DOSSIER, Change.FILTER}:
            self.refresh()

    def _tabs(self) -> Sequence[tuple[PaneId, str]]:
        """Return the tabs, with what the filter leaves in each; where room is short, most without a name."""
        full = self._full_tabs()
        room = self.size.width - width(self._language()) - _GAP - width(self._cover_word())
        if not self._state.filter or sum(width(text) for _, text in full) <= room:
            return full
        here = self._state.pane
        return [self._tab(number, spec.id, named=spec.id == here) for number, spec in enumerate(PANES, 1)]

    def _full_tabs(self) -> Sequence[tuple[PaneId, str]]:
        return [self._tab(number, spec.id) for number, spec in enumerate(PANES, 1)]

    def _tab(self, number: int, pane: PaneId, *, named: bool = True) -> tuple[PaneId, str]:
        name = self._state.words(f"app.{pane}")
        if not self._state.filter:
            return pane, f" {number} {name} "
        left = self.counts.of(pane)
        count = _COUNTING if left is None else f"{left:,}"
        return pane, f" {number} {name} {count} " if named else f" {number}:{count} "

    def _language(self) -> str:
        """Return the names of the languages; where room is short, in a few letters each."""
        tabs, words = sum(width(text) for _, text in self._full_tabs()), self._state.words
        shown = [one for one in (self._state.language, self._state.second_language) if one]
        names = f" {' | '.join(words(f'app.language-{one}') for one in shown)} "
        room = self.size.width - tabs - _GAP - width(names)
        if room >= 0 and width_up_to(self._full_title(), room + 1) <= room:
            return names
        return f" {' | '.join(words(f'listing.fallback-{one}') for one in shown)} "

    def _full_title(self) -> str:
        return f" {self._state.dossier.short.in_language(self._state.language)}"

    def _cover_word(self) -> str:
        return f" {self._state.words('app.cover')}"

    def _title(self) -> str:
        """Return the title of the dossier; where it has no room, the word for its cover, or neither."""
        room = self.size.width - sum(width(text) for _, text in self._tabs()) - width(self._language()) - _GAP
        titles = self._full_title(), self._cover_word()
        shown = next((one for one in titles if room >= 0 and width_up_to(one, room + 1) <= room), "")
        return shown + "  "

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        at_cover = self._state.pane == "cover"
        segments = [Segment(self._title(), self.style("title-here" if at_cover else "title"))]
        for pane, text in self._tabs():
            name = "here" if pane == self._state.pane else "other"
            segments.append(Segment(text, self.style(name)))
        language = self._language()
        used = sum(width(segment.text) for segment in segments)
        segments.append(Segment(" " * max(0, self.size.width - used - width(language)), self.rich_style))
        segments.append(Segment(language, self.style("language")))
        return Strip(segments if y == 0 else []).adjust_cell_length(self.size.width, self.rich_style)

    def on_click(self, event: Click) -> None:
        """Open the pane whose tab is under the mouse; the title opens the cover."""
        column = width(self._title())
        if event.x < column:
            self.post_message(OpenPane("cover"))
        for pane, text in self._tabs():
            if column <= event.x < column + width(text):
                self.post_message(OpenPane(pane))
            column += width(text)
