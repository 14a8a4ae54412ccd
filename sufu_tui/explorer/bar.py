"""What the rows have in common that are drawn as one line: tabs, status, hints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from sufu_tui.explorer.finishing import Finish
from sufu_tui.explorer.inks import Ink, Palette

if TYPE_CHECKING:
    from typing_extensions import Self


class Bar(Widget):
    """One row, drawn with the inks of its class."""

    INKS: ClassVar[Mapping[str, Ink]] = {}

    def __init__(self) -> None:
        super().__init__()
        self.ink = Palette(self, self.INKS)
        self._drawn: Strip | None = None
        self._finish = Finish()

    def notify_style_update(self) -> None:
        """Draw anew in the colours of a new theme."""
        super().notify_style_update()
        self.ink.forget()
        self._finish.forget()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw the row again, if it is to be painted again."""
        self._drawn = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the row, which is kept: Textual asks for all that is in view in every frame."""
        width = self.size.width
        if (
            self._finish.take(self.get_line_filters(), self)
            or self._drawn is None
            or self._drawn.cell_length != width
        ):
            drawn = self.render_line(0)
            self._drawn = self._finish(drawn, drawn.cell_length)
        strip = self._drawn if crop.column_span == (0, width) else self._drawn.crop(*crop.column_span)
        return [strip] * crop.height
