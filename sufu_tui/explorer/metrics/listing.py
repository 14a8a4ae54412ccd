"""What the metrics pane lists: figures in the reader's order, the card of one, marks, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from sufu_tui.dossier.model import Metric, Ref
from sufu_tui.explorer.cards.card import Card
from sufu_tui.explorer.leisure import Leisure
from sufu_tui.explorer.metrics.changing import ChangingPane
from sufu_tui.explorer.metrics.columns import Sheet
from sufu_tui.explorer.metrics.grouping import Groups, grouped
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


class ListingPane(ChangingPane):
    """Lists the figures that the filter leaves as the settings say, and follows the shared state."""

    DEFAULT_CSS = """
    ListingPane {
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
        self._filterings = 0  # what is typed in one go is undone in one go
        self._marked: frozenset[int] = frozenset()
        self._rows: Sequence[int] = ()
        self._groups = Groups()
        self._listed_for: object = None  # what decides which rows are listed, when they were
        self._leisure = Leisure(self)
        self._wanted = 0  # the row that the reader chose last; a filter may hide it

    def compose(self) -> ComposeResult:
        """Make table, card and status line."""
        with Container(id="metrics-body"):
            yield Table(self._sheet, self._follow, id="metrics-table")
            yield Card(self.state, "metrics.no-card", id="metrics-card")
        yield StatusLine()

    def on_mount(self) -> None:
        """Show the figures."""
        if self.children:  # there are none where the explorer is closing already
            self.list_anew()

    def on_resize(self, event: Resize) -> None:
        """Place the card as the width allows."""
        if not self.children:
            return
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
    def sheet(self) -> Sheet:
        """The figures as text in the reader's language."""
        return self._sheet

    @property
    def rows(self) -> Sequence[int]:
        """The rows of the sheet that are listed, in their order; without the headings of groups."""
        return self._rows

    @property
    def marked(self) -> frozenset[int]:
        """The rows of the sheet that the reader marked, listed or not."""
        return self._marked

    def metrics_of(self, rows: Sequence[int]) -> list[Metric]:
        """Return the figures in `rows` of the sheet."""
        return [self.state.dossier.metrics[row] for row in rows]

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
        if Change.FILTER in changes and self.state.filter != self._settings.filter:
            self.change(self._settings._replace(filter=self.state.filter), kind=f"filter {self._filterings}")
        elif changes & {Change.LANGUAGE, Change.FILTER}:
            self.list_anew()
        if changes & {Change.LANGUAGE, Change.DAY_ZERO}:
            self.card.rewrite()
            self.reword_filter()

    def take_dossier(self) -> bool:
        """List the figures of the whole dossier; what was marked stays marked."""
        marked = {self._sheet.dossier.metrics[row].id for row in self._marked}
        self._sheet = Sheet(self.state.dossier, self.state.words)
        metrics = self.state.dossier.metrics
        self._marked = frozenset(row for row, metric in enumerate(metrics) if metric.id in marked)
        current = self._row_of(self.state.current)
        self._wanted = self._wanted if current is None else current
        self._listed_for = None
        self.forget_found()
        self.list_anew()
        return True

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:  # noqa: ARG002  only sections have any
        """Put the cursor on a figure; a filter that hides it is cleared."""
        row = self._row_of(ref)
        if row is None:
            return False
        if row in self._rows and row not in self.table.rows:
            self.unfold(row)
        if row not in self.table.rows:
            self.close_filter()
            self._filterings += 1
            self.state.set_filter("")
        self.table.put_cursor(row)
        self._follow(row)
        return True

    def step_up(self) -> bool:
        """Leave the filter's line or the card for the table, then clear the filter."""
        if self.filter_line is None:
            self._filterings += 1
        return super().step_up()

    async def open_filter(self) -> None:
        """Open the line for the filter, or go back to it."""
        self._filterings += 1
        await super().open_filter()

    def listed_text(self) -> str:
        """Return how many figures are listed."""
        return count_text(len(self.rows), len(self._sheet), self.state.words)

    # Marks and groups

    def mark(self, rows: frozenset[int]) -> None:
        """Mark `rows` of the sheet, and no others."""
        self._marked = rows
        self.table.mark(rows)
        self._say_status()

    def unfold(self, row: int) -> None:
        """Show the figures of the group that `row` belongs to."""
        number = self._groups.above(row)
        if number is not None:
            folded = self._settings.folded - {self._groups.groups[number].key}
            self.change(self._settings._replace(folded=folded))

    # What is listed

    def list_anew(self) -> None:
        """List what the filter leaves, in order, with the cursor on the row wanted or near where it was.

        Among many figures the filter takes its time, and a later one ends it; until then the last list stays.
        """
        words, settings = self.state.words, self._settings
        wanted = (settings.filter, settings.order, settings.grouping, settings.folded, words.language)
        if wanted == self._listed_for:  # columns change nothing of what is listed
            self._show_list()
            return
        self._listed_for = wanted
        self.find(settings.filter)

    def take_found(self, found: Sequence[int]) -> None:
        """List the rows `found`, in order and in groups."""
        words, settings = self.state.words, self._settings
        self._rows = self.state.ranking.sorted(found, settings.order.keys)
        self._groups = Groups(self._rows)
        if settings.grouping is not None:
            self._groups = grouped(self._rows, settings.grouping, self.state.sums, words, settings.folded)
        self._show_list()

    def _show_list(self) -> None:
        words, settings = self.state.words, self._settings
        key = "metrics.none" if settings.filter else "metrics.empty"
        self.table.show(
            self._sheet, self._groups.lines, settings.order, cursor=self._wanted, choice=settings.choice,
            marked=self._marked, headings=self._groups.headings, empty=words(key, expression=settings.filter),
        )  # fmt: skip
        self._show_card()
        self._say_status()
        if self.display:
            self._make_current()
        ranking, columns = self.state.ranking, self.table.sort_columns
        # Which is asked for most comes first.
        self._leisure.use((ranking, *columns), lambda: ranking.prepare(["value", *columns]))

    def _say_status(self) -> None:
        words = self.state.words
        shown, marked = len(self.rows), len(self._marked)
        parts = status_parts(shown, len(self._sheet), marked, self._settings, words)
        self.query_one(StatusLine).say(parts, words("card.separator"))

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
        row = self._row_of(self.state.current)
        if row is not None and row != self.table.cursor:
            self._wanted = row
            if row in self.table.rows:
                self.table.put_cursor(row)
            self._show_card()

    def _row_of(self, ref: Ref | None) -> int | None:
        """Return the row of the figure at `ref`; None where it leads elsewhere.

        It is mostly that under the cursor. Else it is looked for: a table of all would be megabytes of many.
        """
        metrics, cursor = self.state.dossier.metrics, self.table.cursor
        if ref is None or ref.kind != "metric":
            return None
        if cursor is not None and cursor < len(metrics) and metrics[cursor].id == ref.id:
            return cursor
        return next((row for row, metric in enumerate(metrics) if metric.id == ref.id), None)

    def _show_card(self) -> None:
        row = self.table.cursor
        self.card.show_item(None if row is None else self.state.dossier.metrics[row].ref)

    def on_table_opened(self, event: Table.Opened) -> None:
        """Go to the card."""
        event.stop()
        self.card.focus()
