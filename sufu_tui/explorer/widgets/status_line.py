"""Status line: the row at the foot of a pane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from sufu_tui.explorer.theme.styles import StyleSpec
from sufu_tui.explorer.widgets.one_line import OneLine
from sufu_tui.typesetting.cells import clip, width


class StatusPart(NamedTuple):
    """Part of a status: the higher its `rank`, the longer it stays where room is short.

    Before any is left out, those with a `brief` form are told in it, the lowest ranks first.
    """

    text: str
    rank: int = 0
    brief: str = ""


class StatusLine(OneLine):
    """Row of text in parts, of which the first stands out."""

    STYLES: ClassVar[Mapping[str, StyleSpec]] = {
        "first": StyleSpec("foreground"),
        "further": StyleSpec("ink-muted"),
    }
    DEFAULT_CSS = """
    StatusLine {
        height: 1; background: $surface;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[StatusPart] = ()
        self._separator = ""

    def say(self, parts: Sequence[StatusPart], separator: str) -> None:
        """Show `parts` with `separator` between them, the first in any case."""
        if (parts, separator) != (self._parts, self._separator):
            self._parts, self._separator = parts, separator
            self.refresh()

    @property
    def text(self) -> str:
        """Text of the line, as if it had room for all."""
        return self._separator.join(part.text for part in self._parts)

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        segments = []
        if y == 0 and self._parts:
            room = self.size.width - 2
            first, *further = fitting_parts(self._parts, self._separator, room)
            segments = [
                Segment(f" {clip(first, room)}", self.style("first")),
                Segment("".join(self._separator + part for part in further), self.style("further")),
            ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)


def fitting_parts(parts: Sequence[StatusPart], separator: str, cells: int) -> Sequence[str]:
    """Return the texts of the parts that fit into so many cells; the first stays even if it is too wide."""
    texts: dict[int, str] = {number: part.text for number, part in enumerate(parts)}

    def room() -> int:
        return cells - sum(map(width, texts.values())) - width(separator) * (len(texts) - 1)

    by_rank = sorted(range(1, len(parts)), key=lambda number: parts[number].rank)
    for number in by_rank:
        if room() < 0 and parts[number].brief:
            texts[number] = parts[number].brief
    for number in by_rank:
        if room() < 0:
            del texts[number]
    return list(texts.values())
