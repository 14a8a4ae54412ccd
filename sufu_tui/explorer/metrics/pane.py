"""The metrics pane: every figure in a table, the card of the one under the cursor, and a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from sufu_tui.asking.sorting import sort_metrics
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.cards.card import Card
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.filtered import FilteredPane
from sufu_tui.explorer.metrics.columns import Sheet
from sufu_tui.explorer.metrics.order import Order
from sufu_tui.explorer.metrics.status import count_text, status_parts
from sufu_tui.explorer.metrics.table import Table
from sufu_tui.explorer.state import Change, ViewState
from sufu_tui.explorer.statusline import StatusLine

if TYPE_CHECKING:
    from textual.events import Resize

_CARD_BESIDE = 110
"""Columns from which the card stands beside the table and not below it."""
_CARD_WIDER = 150
_CARD_WIDEST = 180


class MetricsPane(FilteredPane):
    """Shows the figures that the filter leaves, in the order that the reader chose."""

    BINDINGS = bindings_of("metrics")
    DEFAULT_CSS = """
    MetricsPane {
        layout: vertical;
        & #metrics-body { layout: vertical; height: 1fr; }
        & #metrics-card { height: 9; }
        &.-beside #metrics-body { layout: horizontal; }
        &.-beside #metrics-card { width: 42; height: 1fr; }
        &.-wider #metrics-card { width: 48; }
        &.-widest #metrics-card { width: 58; }
        &.-asking StatusLine { display: none; }
    }
    """

    def __init__(self, state: ViewState) -> None:
        super().__init__(state, id="metrics")
        self._sheet = Sheet(state.dossier, state.words)
        self._numbers = {metric.id: number for number, metric in enumerate(state.dossier.metrics)}
        self._order = Order()
        self._wanted = 0  # the row that the reader chose last; a filter may hide it

    def compose(self) -> ComposeResult:
        """Make table, card and status line."""
        with Container(id="metrics-body"):
            yield Table(self._sheet, id="metrics-table")
            yield Card(self.state, "metrics.no-card", id="metrics-card")
        yield StatusLine()

    def on_mount(self) -> None:
        """Show the figures."""
        self._list()

    def on_resize(self, event: Resize) -> None:
        """Place the card as the width allows."""
        beside = event.size.width >= _CARD_BESIDE
        self.set_class(beside, "-beside")
        self.set_class(event.size.width >= _CARD_WIDER, "-wider")
        self.set_class(event.size.width >= _CARD_WIDEST, "-widest")
        self.card.set_class(not beside, "-below")

    @property
    def table(self) -> Table:
        """The table."""
        return self.query_one("#metrics-table", Table)

    @property
    def card(self) -> Card:
        """The card of the figure under the cursor."""
        return self.query_one("#metrics-card", Card)

    @property
    def order(self) -> Order:
        """What the figures are sorted by."""
        return self._order

    # The pane's part in the explorer

    def take_focus(self) -> None:
        """Focus the table; the figure under its cursor becomes the current item."""
        self.table.focus()
        self._make_current()

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Show another language, filter or current item."""
        if Change.LANGUAGE in changes:
            self._sheet = Sheet(self.state.dossier, self.state.words)
        if Change.CURRENT in changes:
            self._take_current()
        if changes & {Change.LANGUAGE, Change.FILTER}:
            self._list()
        if changes & {Change.LANGUAGE, Change.DAY_ZERO}:
            self.card.rewrite()
            self.reword_filter()

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:  # noqa: ARG002  only sections have any
        """Put the cursor on a figure; a filter that hides it is cleared."""
        row = self._numbers.get(ref.id) if ref.kind == "metric" else None
        if row is None:
            return False
        if row not in self.table.rows:
            self.close_filter()
            self.state.set_filter("")
        self.table.put_cursor(row)
        self._follow(row)
        return True

    # What is listed

    def _list(self) -> None:
        """List what the filter leaves, in order, with the cursor on the row wanted or near where it was."""
        dossier, words = self.state.dossier, self.state.words
        metrics = dossier.metrics
        if self.state.filter:
            metrics = self.state.filters.metrics(self.state.filter)
        rows = [self._numbers[m.id] for m in sort_metrics(metrics, self._order.keys, dossier, words.language)]
        key = "metrics.none" if metrics is not dossier.metrics else "metrics.empty"
        empty = words(key, expression=self.state.filter)
        self.table.show(self._sheet, rows, self._order, cursor=self._wanted, empty=empty)
        self._show_card()
        parts = status_parts(len(rows), len(dossier.metrics), self._order, self.state.filter, words)
        self.query_one(StatusLine).say(parts, words("card.separator"))
        if self.display:
            self._make_current()

    def _follow(self, row: int) -> None:
        """Make the figure in `row` the one that the reader chose."""
        self._wanted = row
        self._show_card()
        self._make_current()

    def _make_current(self) -> None:
        if self.table.cursor is not None:
            self.state.set_current(self.state.dossier.metrics[self.table.cursor].ref)

    def _take_current(self) -> None:
        """Go to the current item if it is a figure that is listed."""
        ref = self.state.current
        row = self._numbers.get(ref.id) if ref and ref.kind == "metric" else None
        if row is not None and row != self.table.cursor:
            self._wanted = row
            if row in self.table.rows:
                self.table.put_cursor(row)
            self._show_card()

    def _show_card(self) -> None:
        row = self.table.cursor
        self.card.show_item(None if row is None else self.state.dossier.metrics[row].ref)

    def on_table_cursor_moved(self, event: Table.CursorMoved) -> None:
        """Show the figure that the reader went to."""
        event.stop()
        self._follow(event.row)

    def on_table_opened(self, event: Table.Opened) -> None:
        """Go to the card."""
        event.stop()
        self.card.focus()

    # Sorting and columns

    def on_table_header_clicked(self, event: Table.HeaderClicked) -> None:
        """Sort by the column that was clicked, as the keys do."""
        event.stop()
        self._sort(self._order.extended(event.column) if event.further else self._order.cycled(event.column))

    def action_sort(self) -> None:
        """Sort by the column under the cursor; then reversed; then no longer."""
        self._sort(self._order.cycled(self.table.sort_column))

    def action_sort_further(self) -> None:
        """Sort by the column under the cursor what is equal so far; then reversed; then no longer."""
        self._sort(self._order.extended(self.table.sort_column))

    def _sort(self, order: Order) -> None:
        self._order = order
        self._list()

    def action_column_left(self) -> None:
        """Go to the column on the left."""
        self.table.move_column(-1)

    def action_column_right(self) -> None:
        """Go to the column on the right."""
        self.table.move_column(1)

    # The filter

    def action_filter(self) -> None:
        """Open the line for the filter, or go back to it."""
        self.open_filter()

    def listed_text(self) -> str:
        """Return how many figures are listed."""
        return count_text(len(self.table.rows), len(self._sheet), self.state.words)
