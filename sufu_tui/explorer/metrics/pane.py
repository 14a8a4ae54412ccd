"""Metrics pane: every figure in a table, a chart or side by side, and the card of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.commands import IDLE_IN, bindings_of
from sufu_tui.explorer.listing.groups import Group
from sufu_tui.explorer.listing.pane import ListPane
from sufu_tui.explorer.listing.return_path import ListPlace
from sufu_tui.explorer.metrics.listed_figures import METRICS, figures_of
from sufu_tui.explorer.metrics.table.columns import Look
from sufu_tui.explorer.metrics.view_switcher import ViewId, ViewPlace, ViewSwitcher
from sufu_tui.explorer.state import Change, SharedState

if TYPE_CHECKING:
    from sufu_tui.explorer.metrics.charts.line_view import LineView


class MetricsPane(ListPane):
    """Pane of the metrics: a list of figures, with the views and the looks that only figures have."""

    BINDINGS = bindings_of("metrics")
    DEFAULT_CSS = """
    MetricsPane {
        & #metrics-views { width: 1fr; height: 1fr; }
        &.-compare Companion { display: none; }
        &.-compare Companion.-source { display: block; }
    }
    """

    def __init__(self, state: SharedState) -> None:
        super().__init__(state, METRICS)

    def make_views(self) -> ViewSwitcher:
        """Return the table, and the views that may take its place."""
        return ViewSwitcher(self.model)

    @property
    def views(self) -> ViewSwitcher:
        """Table, and the views that may take its place."""
        assert isinstance(self.list_views, ViewSwitcher)  # noqa: S101  made here; this tells the type checker
        return self.list_views

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:
        """Put the cursor on a figure; a comparison, which has none, gives way to the table."""
        found = super().reveal(ref, paragraph)
        if found and self.views.view == "comparison":
            self.call_later(self._show_view, "table")
        return found

    async def resume_views(self, plain: Mapping[str, object]) -> object:
        """Show the view of a place in plain values; return that place."""
        place = await super().resume_views(plain)
        self._fit_to_view()
        return place

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Show another language, filter, current item, or other things beside."""
        super().state_changed(changes)
        if Change.BESIDE in changes:
            self._fit_to_view()

    async def return_to(self, place: ListPlace) -> None:
        """Show the figures again as they were left."""
        if isinstance(place.view, ViewPlace) and place.view.view != self.views.view:
            await self._show_view(place.view.view)
        await super().return_to(place)

    def leave_view(self) -> bool:
        """Show the table again; return False where it is shown."""
        if self.views.view == "table":
            return False
        self.call_later(self._show_view, "table")
        return True

    def marked(self) -> None:
        """Show other marks; a comparison of fewer than two gives way to the table."""
        super().marked()
        if self.views.view == "comparison" and len(self.model.marks) < 2:
            self.call_later(self._show_view, "table")

    def show_group(self, group: Group) -> None:
        """Show the totals of a group on the card."""
        from sufu_tui.explorer.metrics.groups.group_card import show_group  # not needed before any groups

        show_group(group.name, figures_of(self.model, group.rows), self.state, self.beside)

    # Messages of the views

    def on_line_view_pointed(self, event: LineView.Pointed) -> None:
        """Go to a figure of the chart."""
        event.stop()
        self.model.cursor.choose(event.row)

    def on_line_view_line_opened(self, event: LineView.LineOpened) -> None:
        """Go to the card."""
        event.stop()
        self.beside.take_keys()

    # Commands

    async def _show_view(self, view: ViewId) -> None:
        await self.views.show(view)
        self._fit_to_view()
        self.take_focus()

    def _fit_to_view(self) -> None:
        """Leave out what a view has no use for: beside a comparison, which has no cursor, the card."""
        view = self.views.view
        self.set_class(view == "comparison", "-compare")
        idle = frozenset[str]() if view == "table" else IDLE_IN[view]
        self.leave_idle(idle - {"next-link"} if self.beside.shows_source else idle)

    async def action_chart(self) -> None:
        """Show the listed figures as a chart, or the table again."""
        await self._show_view("table" if self.views.view == "chart" else "chart")

    async def action_compare(self) -> None:
        """Show the marked figures side by side, or the table again."""
        if self.views.view != "comparison" and len(self.model.marks) < 2:
            self.say("metrics.mark-first")
        else:
            await self._show_view("table" if self.views.view == "comparison" else "comparison")

    def action_column(self, step: int) -> None:
        """Go to the next column, or the one before; side by side, to other figures."""
        if not self.views.shift(step):
            super().action_column(step)

    def action_printed_values(self) -> None:
        """Show values as their source prints them, or in the form of the reader's language."""
        self._look("printed")

    def action_bar_scale(self) -> None:
        """Draw the bars from zero, or by powers of ten."""
        self._look("powers")
        self.say("metrics.bars-powers" if "powers" in self.model.choice.looks else "metrics.bars-linear")

    def _look(self, look: Look) -> None:
        self.model.choose(self.model.choice.looking(look))
