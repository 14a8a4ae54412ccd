"""The bottom row: what can be done here, or what has just been done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from sufu_tui.explorer.bar import Bar
from sufu_tui.explorer.commands import COMMANDS, Command
from sufu_tui.explorer.history import PaneId
from sufu_tui.explorer.inks import Ink
from sufu_tui.explorer.state import ViewState
from sufu_tui.typesetting.cells import clip, width

NOTICE_SECONDS = 4.0
"""How long a sentence is shown."""
_BAR_CELLS = 20
_LAST = 85
"""Help and quit have at least this rank, and stand at the end."""


class Footer(Bar):
    """Keys with their commands, the important ones first to stay where room is short."""

    INKS: ClassVar[Mapping[str, Ink]] = {
        "key": Ink("primary", bold=True),
        "label": Ink("ink-muted"),
        "notice": Ink("accent"),
    }
    DEFAULT_CSS = """
    Footer {
        dock: bottom; height: 1; background: $bar;
    }
    """

    def __init__(self, state: ViewState) -> None:
        super().__init__()
        self._state = state
        self._notice = ""
        self._done: dict[str, float] = {}  # of each work that goes on
        self.pane: PaneId = "narrative"
        """The pane whose commands are shown."""

    def say(self, text: str, seconds: float = NOTICE_SECONDS) -> None:
        """Show a short sentence for some seconds."""
        self._notice = text
        self.refresh()
        self.set_timer(seconds, lambda: self._forget(text))

    def _forget(self, text: str) -> None:
        if self._notice == text:
            self._notice = ""
            self.refresh()

    def progress(self, work: str, done: float | None) -> None:
        """Show how much of `work`, a key of the catalogue, is done, from 0 to 1; None when it is over."""
        if done is None:
            self._done.pop(work, None)
        else:
            self._done[work] = done
        self.refresh()

    @property
    def notice(self) -> str:
        """The sentence shown just now; empty while hints are shown."""
        return self._notice

    def _hints(self) -> list[tuple[str, str]]:
        """Return key and label of the commands that fit into the row, in the table's order."""
        words = self._state.words
        here = [c for c in COMMANDS if c.rank and c.scope in {"app", "moving", self.pane}]
        room = self.size.width - 1
        chosen: set[Command] = set()
        for command in sorted(here, key=lambda c: -c.rank):
            cells = width(command.shown) + width(words(f"command.{command.id}")) + 3
            if cells <= room:
                chosen.add(command)
                room -= cells
        # What belongs to the pane first, then what works everywhere, each in the order of the table.
        order = sorted(
            (c for c in COMMANDS if c in chosen), key=lambda c: (c.scope == "app", c.rank >= _LAST)
        )
        return [(command.shown, words(f"command.{command.id}")) for command in order]

    def _bar(self, work: str, done: float) -> list[Segment]:
        text = self._state.words(work, percent=int(100 * done))
        full = round(_BAR_CELLS * done)
        return [
            Segment(f"{text} ", self.ink("notice")),
            Segment("━" * full, self.ink("key")),
            Segment("╌" * (_BAR_CELLS - full) + "  ", self.ink("label")),
        ]

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        segments = [Segment(" ", self.rich_style)]
        for work, done in self._done.items():
            segments += self._bar(work, done)
        if self._notice:
            used = sum(width(segment.text) for segment in segments)
            text = clip(self._notice, self.size.width - 1 - used)
            segments.append(Segment(text, self.ink("notice")))
        else:
            for key, label in self._hints():
                segments.append(Segment(key, self.ink("key")))
                segments.append(Segment(f" {label}  ", self.ink("label")))
        return Strip(segments if y == 0 else []).adjust_cell_length(self.size.width, self.rich_style)
