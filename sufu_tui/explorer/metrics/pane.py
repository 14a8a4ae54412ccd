"""Metrics pane: every figure in a table, a chart or side by side, and the card of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from sufu_tui.dossier.model import Item, Ref
from sufu_tui.explorer.beside.companion import Companion
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.filter_line import FilterLine
from sufu_tui.explorer.metrics.exporter import Exporter
from sufu_tui.explorer.metrics.filter_job import FilterJob
from sufu_tui.explorer.metrics.metrics_keeper import MetricsKeeper
from sufu_tui.explorer.metrics.model import MetricsModel
from sufu_tui.explorer.metrics.prefetch import Prefetch
from sufu_tui.explorer.metrics.return_path import MetricsPlace, ReturnPath
from sufu_tui.explorer.metrics.status import count_text, status_parts
from sufu_tui.explorer.metrics.table.widget import Table
from sufu_tui.explorer.metrics.view_switcher import ViewId, ViewSwitcher
from sufu_tui.explorer.pane import Citation, Pane
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.status_line import StatusLine
from sufu_tui.query.filter import Filter

if TYPE_CHECKING:
    from textual.events import Resize

    from sufu_tui.explorer.metrics.charts.line_view import LineView

_CARD_BESIDE = 110
"""Columns from which the card stands beside the table and not below it."""
_CARD_WIDER = 150
_CARD_WIDEST = 180


class MetricsPane(Pane):
    """Pane of the metrics: composes its widgets, and runs its commands."""

    BINDINGS = bindings_of("metrics")
    DEFAULT_CSS = """
    MetricsPane {
        layout: vertical;
        & #metrics-body { layout: vertical; height: 1fr; }
        & #metrics-views { width: 1fr; height: 1fr; }
        & Companion { height: 9; }
        &.-beside #metrics-body { layout: horizontal; }
        &.-beside Companion { width: 42; height: 1fr; }
        &.-wider Companion { width: 48; }
        &.-widest Companion { width: 58; }
        &.-beside Companion.-source { width: 46%; max-width: 80; }
        &.-asking StatusLine, &.-compare Companion { display: none; }
        &.-compare Companion.-source { display: block; }
    }
    """

    def __init__(self, state: SharedState) -> None:
        super().__init__(state, id="metrics")
        self.model = MetricsModel(state, self)
        """Model of the list."""
        self.views = ViewSwitcher(self.model)
        """Table, and the views that may take its place."""
        self.beside = Companion(state, "metrics.no-card")
        """Card of the figure or of the group under the cursor, or the source."""
        self._return_path = ReturnPath(self.model, self.views, self.beside)
        self.keeper = MetricsKeeper(self, self._return_path)
        self._status = StatusLine()
        self._dock = InputDock(self)
        self.filter_line = FilterLine(
            self, state, self._dock, line="filter", placeholder="metrics.filter-placeholder"
        )
        """Line for the filter."""
        self._filter_job = FilterJob(self, self.model)
        self._exporter = Exporter(self, self.model, self._dock)
        self._prefetch = Prefetch(self, enabled=state.shortcuts)

    def compose(self) -> ComposeResult:
        """Compose the views, the card and the status line."""
        with Container(id="metrics-body"):
            yield self.views.switcher
            yield self.beside
        yield self._status

    def on_resize(self, event: Resize) -> None:
        """Lay the card out for the width."""
        beside = event.size.width >= _CARD_BESIDE
        self.set_class(beside, "-beside")
        self.set_class(event.size.width >= _CARD_WIDER, "-wider")
        self.set_class(event.size.width >= _CARD_WIDEST, "-widest")
        self.beside.set_below(not beside)

    @property
    def table(self) -> Table:
        """Table of the figures."""
        return self.views.table

    # The pane's part in the explorer

    def begin(self) -> None:
        """List the figures."""
        self.model.list_again()

    def take_focus(self) -> None:
        """Focus the view shown; the figure under its cursor becomes the current item."""
        self.focus_on(self.views.shown)
        self.model.make_current()

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Show another language, filter or current item."""
        self.model.state_changed(changes)
        self.beside.state_changed(changes)
        if Change.BOOKMARKS in changes:
            self.views.refresh()
        if changes & {Change.LANGUAGE, Change.DAY_ZERO}:
            self._dock.reword(self.state.words)
            self.filter_line.refresh_remark()

    def take_dossier(self) -> bool:
        """List the figures of the whole dossier."""
        self.model.take_dossier()
        return True

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:  # noqa: ARG002  only sections have any
        """Put the cursor on a figure; a comparison, which has none, gives way to the table."""
        row = self.model.row_of(ref)
        if row is not None and row not in self.model.rows:
            self.filter_line.close()
        if not self.model.reveal(ref):
            return False
        self._show_cursor()
        if self.views.view == "comparison":
            self.call_later(self._show_view, "table")
        return True

    def place(self) -> MetricsPlace:
        """Return cursor, view, and what stands beside."""
        return self._return_path.place

    async def return_to(self, place: MetricsPlace) -> None:
        """Show the figures again as they were left."""
        if place.view.view != self.views.view:
            await self._show_view(place.view.view)
        self._return_path.return_to(place)

    def citation(self) -> Citation | None:
        """Return the selected link's item of the card, or the figure under the cursor."""
        from sufu_tui.explorer.cards.labels import item_citation  # no start needs it

        row, state = self.model.cursor.row, self.state
        own = None if row is None else item_citation(state.dossier.metrics[row], state.dossier, state.words)
        return self.beside.citation() or own

    def items_in_view(self) -> list[Item]:
        """Return the figures in view, and those of the card."""
        return [*self.views.metrics_in_view(), *self.beside.items_in_view()]

    def step_up(self) -> bool:
        """Close the input line, leave the card or the view in the table's place; then clear the filter."""
        if self._exporter.close() or self.filter_line.close():
            return True
        self.model.end_typing()
        if self.beside.has_keys:
            self.take_focus()
        elif self.views.view != "table":
            self.call_later(self._show_view, "table")
        else:
            return self.filter_line.lift()
        return True

    def stop_work(self) -> bool:
        """Stop a running export."""
        return self._exporter.stop()

    def listed_text(self) -> str:
        """Return the number of listed figures, in words."""
        return count_text(len(self.model.rows), len(self.model.sheet), self.state.words)

    # Observing the model

    def find(self, wanted: Filter) -> None:
        """Find the figures that a filter leaves."""
        self._filter_job.find(wanted)

    def listed(self) -> None:
        """Show the present lines."""
        self.views.refresh()
        self._show_card()
        self._say_status()
        self.filter_line.refresh_remark()  # a long search ends after the letter that began it
        if self.display:
            self.model.make_current()
        columns = (column.sort for column in self.table.arrangement.columns)
        self._return_path.go_on()
        self._prefetch.rank(self.state.indexes.ranks, [self.table.sort_column, *columns])

    def marked(self) -> None:
        """Show other marks; a comparison of fewer than two gives way to the table."""
        self.views.mark()
        if self.views.view == "comparison" and len(self.model.marks) < 2:
            self.call_later(self._show_view, "table")
        self._say_status()

    def cursor_moved(self) -> None:
        """Follow the cursor: with the views, the card, and the current item."""
        self._show_cursor()
        self.model.make_current()

    def _show_cursor(self) -> None:
        self.views.follow_cursor()
        self._show_card()

    def _show_card(self) -> None:
        """Show the card of the figure or of the group under the cursor."""
        row, group = self.model.cursor.row, self.model.group_at_cursor
        if row is not None or group is None:
            self.beside.show_item(None if row is None else self.state.dossier.metrics[row].ref)
            return
        from sufu_tui.explorer.metrics.groups.group_card import show_group  # not before there are groups

        show_group(group.name, self.model.metrics_of(group.rows), self.state, self.beside)

    def _say_status(self) -> None:
        model, words = self.model, self.state.words
        shown, total, marked = len(model.rows), len(model.sheet), len(model.marks)
        parts = status_parts(shown, total, marked, model.settings, self.state.filter, words)
        self._status.say(parts, words("card.separator"))

    # Messages of the views

    def on_table_row_opened(self, event: Table.RowOpened) -> None:
        """Go to the card."""
        event.stop()
        self.beside.take_keys()

    def on_table_heading_opened(self, event: Table.HeadingOpened) -> None:
        """Fold or unfold a group."""
        event.stop()
        self.model.fold(event.group)

    def on_table_header_clicked(self, event: Table.HeaderClicked) -> None:
        """Sort by a column, as the keys do."""
        event.stop()
        (self.model.sort_further if event.further else self.model.sort)(event.column)

    def on_table_border_dragged(self, event: Table.BorderDragged) -> None:
        """Widen a column."""
        event.stop()
        self.model.widen(event.column, event.cells)

    def on_line_view_pointed(self, event: LineView.Pointed) -> None:
        """Go to a figure of the chart."""
        event.stop()
        self.model.cursor.choose(event.row)

    def on_line_view_line_opened(self, event: LineView.LineOpened) -> None:
        """Go to the card."""
        event.stop()
        self.beside.take_keys()

    # Commands

    def action_sort(self) -> None:
        """Cycle the order through the column under the cursor."""
        self.model.sort(self.table.sort_column)

    def action_sort_further(self) -> None:
        """Cycle the column under the cursor as the least significant sort key."""
        self.model.sort_further(self.table.sort_column)

    async def action_filter(self) -> None:
        """Ask for the filter."""
        await self.filter_line.open()
        self._filter_job.prepare()

    def action_undo(self) -> None:
        """Undo the last change of order, filter, columns or groups."""
        self.filter_line.close()
        if not self.model.undo():
            self.say("metrics.nothing-to-undo")

    def action_redo(self) -> None:
        """Redo the last undone change."""
        self.filter_line.close()
        if not self.model.redo():
            self.say("metrics.nothing-to-redo")

    def action_reset_view(self) -> None:
        """Reset order, filter, columns and groups."""
        self.model.reset()

    def action_mark(self) -> None:
        """Toggle the mark of the figure under the cursor, or of the group, and go on."""
        self.model.mark()
        self.table.action_line_down()

    def action_mark_all(self) -> None:
        """Mark all listed figures, or none."""
        self.model.mark_all()

    def action_group(self) -> None:
        """Group the figures by area, by section, by unit, then not at all."""
        self.model.group()

    def action_fold(self) -> None:
        """Fold or unfold the group under the cursor."""
        self.model.fold()

    def action_fold_all(self) -> None:
        """Fold all groups, or unfold them."""
        self.model.fold_all()

    # Views and files

    async def _show_view(self, view: ViewId) -> None:
        await self.views.show(view)
        self.set_class(view == "comparison", "-compare")
        self.take_focus()

    async def action_chart(self) -> None:
        """Show the listed figures as a chart, or the table again."""
        await self._show_view("table" if self.views.view == "chart" else "chart")

    async def action_compare(self) -> None:
        """Show the marked figures side by side, or the table again."""
        if self.views.view != "comparison" and len(self.model.marks) < 2:
            self.say("metrics.mark-first")
        else:
            await self._show_view("table" if self.views.view == "comparison" else "comparison")

    async def action_export(self) -> None:
        """Ask for a file to write the listed figures to."""
        await self._exporter.open()

    def action_copy_as(self) -> None:
        """Choose from a menu of offers to copy."""
        from sufu_tui.explorer.metrics.clipboard import choose_copy, copy_offers  # not needed at start

        offers = list(copy_offers(self.model, self.table.arrangement.columns, self.table.column))
        choose_copy(self, offers, self.state.words)

    # Columns

    def action_column(self, step: int) -> None:
        """Go to the next column, or the one before; side by side, to other figures."""
        if not self.views.shift(step):
            self.table.step_column(step)

    def action_move_column(self, step: int) -> None:
        """Move the column under the cursor to the right, or to the left."""
        column = self.table.column
        choice = self.model.choice.moved(column, step, self.table.shown_columns)
        self.model.choose(choice, kind=f"move {column}")
        self.table.show_column(column)

    def action_hide_column(self) -> None:
        """Hide the column under the cursor; the cursor goes to its neighbour."""
        shown = self.table.shown_columns
        if len(shown) == 1:
            self.say("metrics.last-column")
            return
        place = shown.index(self.table.column)
        neighbour = shown[place + 1] if place + 1 < len(shown) else shown[place - 1]
        self.model.choose(self.model.choice.toggled(self.table.column, shown))
        self.table.show_column(neighbour)

    def action_widen_column(self, cells: int) -> None:
        """Make the column under the cursor `cells` cells wider, or narrower."""
        place = self.table.arrangement.place(self.table.column)
        if place is not None:
            self.model.widen(place.column.id, place.cells + cells)

    def action_freeze_columns(self) -> None:
        """Keep the columns up to the one under the cursor in place, or only the first again."""
        choice = self.model.choice.froze(self.table.shown_columns.index(self.table.column) + 1)
        self.model.choose(choice)
        self.say("metrics.frozen", number=choice.frozen)

    def action_columns(self) -> None:
        """Choose columns from a menu."""
        from sufu_tui.explorer.metrics.columns_menu import columns_menu  # not needed at start

        self.app.push_screen(columns_menu(self.model, self.table))

    def action_printed_values(self) -> None:
        """Show values as their source prints them, or in the form of the reader's language."""
        self.model.choose(self.model.choice._replace(printed=not self.model.choice.printed))

    def action_bar_scale(self) -> None:
        """Draw the bars from zero, or by powers of ten."""
        self.model.choose(self.model.choice._replace(powers=not self.model.choice.powers))
        self.say("metrics.bars-powers" if self.model.choice.powers else "metrics.bars-linear")
