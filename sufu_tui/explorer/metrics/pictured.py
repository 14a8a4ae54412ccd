"""The two pictures that may stand in place of the table: a chart, and figures side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from sufu_tui.dossier.model import Metric, Ref
from sufu_tui.explorer.metrics.folding import FoldingPane

if TYPE_CHECKING:
    from sufu_tui.explorer.metrics.figures import Charted, Figures
    from sufu_tui.explorer.metrics.picture import Draw, Picture

View = Literal["table", "chart", "compare"]


class PicturedPane(FoldingPane):
    """Shows the figures as a table, as a chart, or the marked ones side by side."""

    DEFAULT_CSS = """
    PicturedPane {
        &.-chart Table, &.-compare Table, &.-compare #metrics-card { display: none; }
        &.-chart Picture, &.-compare Picture { display: block; }
    }
    """

    _view: View = "table"
    _picture: Picture | None = None
    _figures: Figures | None = None
    _last: tuple[Sequence[int], frozenset[int], Sequence[Metric]] | None = None  # what was compared last
    _shift = 0  # how many figures are out of view on the left, side by side

    @property
    def view(self) -> View:
        """What is shown."""
        return self._view

    @property
    def picture(self) -> Picture | None:
        """The picture; None until one was asked for."""
        return self._picture

    async def action_chart(self) -> None:
        """Show what is listed as a chart, or the table again."""
        await self._show("table" if self._view == "chart" else "chart")

    async def action_compare(self) -> None:
        """Show the marked figures side by side, or the table again."""
        if self._view != "compare" and len(self.marked) < 2:
            self.say("metrics.mark-first")
            return
        self._shift = 0
        await self._show("table" if self._view == "compare" else "compare")

    async def _show(self, view: View) -> None:
        if not self.is_attached:  # the reader has left meanwhile
            return
        self._view = view
        if view != "table" and self._picture is None:
            from sufu_tui.explorer.metrics.picture import Picture  # not needed before anybody looks at one

            self._picture = Picture(id="metrics-picture")
            await self.query_one("#metrics-body").mount(self._picture, before=0)
        self.set_class(view == "chart", "-chart")
        self.set_class(view == "compare", "-compare")
        self._redraw()
        self.take_focus()

    def shift(self, step: int) -> bool:
        """Show other figures side by side; return False where they are not."""
        if self._view != "compare" or self.picture is None:
            return False
        from sufu_tui.explorer.metrics.sidebyside import last_first, shown_at_once

        metrics = self._compared()
        dossier, words = self.state.dossier, self.state.words
        shown = shown_at_once(metrics, dossier, words, self.picture.size.width - 1)
        self._shift = max(0, min(last_first(len(metrics), shown), self._shift + step))
        self._redraw()
        return True

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:
        """Put the cursor on a figure; side by side, where there is none, the table comes back."""
        found = super().reveal(ref, paragraph)
        if found and self._view == "compare":
            self.call_later(self._show, "table")
        elif found:
            self._point()
        return found

    def _take_current(self) -> None:
        super()._take_current()
        self._point()

    def _point(self) -> None:
        row = self.table.cursor
        if self._view == "chart" and self.picture is not None and row is not None:
            self.picture.put_cursor(row)

    def take_focus(self) -> None:
        """Focus what is shown; the figure under its cursor becomes the current item."""
        super().take_focus()
        if self._view != "table" and self.picture is not None:
            self.picture.focus()

    def step_up(self) -> bool:
        """Leave the filter's line, the card, or the picture; then clear the filter."""
        if self.filter_line is None and not self.card.has_focus and self._view != "table":
            self.call_later(self._show, "table")
            return True
        return super().step_up()

    def take_dossier(self) -> bool:
        """List the figures of the whole dossier; of very many, get ready for their chart meanwhile."""
        if self._many:
            self.run_worker(self._read_figures, group="charting", thread=True)
        return super().take_dossier()

    def _show_list(self) -> None:
        super()._show_list()
        self._redraw()

    def mark(self, rows: frozenset[int]) -> None:
        """Mark `rows` of the sheet, and no others."""
        super().mark(rows)
        if self._view == "compare":  # a chart shows no marks
            self._redraw()

    def _compared(self) -> Sequence[Metric]:
        """Return the marked figures, those listed first and in their order."""
        rows, marked = self.rows, self.marked
        if self._last is None or self._last[0] is not rows or self._last[1] is not marked:
            listed = [row for row in rows if row in marked]
            hidden = marked.difference(listed)
            self._last = rows, marked, self.metrics_of(listed + sorted(hidden))
        return self._last[2]

    def _redraw(self) -> None:
        if self._view == "table" or self.picture is None:
            return
        draw, row = self._drawing(), self.table.cursor
        self.picture.show(draw, row)

    def _drawing(self) -> Draw:
        dossier, words = self.state.dossier, self.state.words
        if self._view == "chart":
            from sufu_tui.explorer.metrics.chart import Chart  # not needed before anybody looks at one

            units = self._charted()
            return lambda cells: Chart(units, dossier, words, cells)
        from sufu_tui.explorer.metrics.sidebyside import side_by_side

        metrics, first = self._compared(), self._shift
        return lambda cells: side_by_side(metrics, dossier, words, cells=cells, first=first)

    def _charted(self) -> tuple[Charted, ...]:
        return self._read_figures().charted(self.rows, linear=self.settings.choice.linear)

    def _read_figures(self) -> Figures:
        from sufu_tui.explorer.metrics.figures import Figures

        figures, dossier = self._figures, self.state.dossier
        if figures is None or figures.dossier is not dossier:
            figures = self._figures = Figures(dossier)
        return figures

    def on_picture_pointed(self, event: Picture.Pointed) -> None:
        """Show the figure that the reader went to."""
        event.stop()
        self.table.put_cursor(event.row)
        self._follow(event.row)

    def on_picture_opened(self, event: Picture.Opened) -> None:
        """Go to the card."""
        event.stop()
        self.card.focus()
