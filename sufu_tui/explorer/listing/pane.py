"""List pane: base of the panes that show the items of a kind in a table, and the card of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container

from sufu_tui.dossier.model import Item, Ref
from sufu_tui.explorer.beside.companion import Companion
from sufu_tui.explorer.commands import bindings_of
from sufu_tui.explorer.filter_line import FilterLine
from sufu_tui.explorer.listing.exporter import Exporter
from sufu_tui.explorer.listing.filter_job import FilterJob
from sufu_tui.explorer.listing.groups import Group
from sufu_tui.explorer.listing.list_keeper import ListKeeper
from sufu_tui.explorer.listing.list_kind import ListKind
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.prefetch import Prefetch
from sufu_tui.explorer.listing.return_path import ListPlace, ReturnPath
from sufu_tui.explorer.listing.status import count_text, status_parts
from sufu_tui.explorer.listing.table.widget import Table
from sufu_tui.explorer.listing.table_view import ListViews, TableView
from sufu_tui.explorer.pane import Citation, Pane
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.widgets.input_dock import InputDock
from sufu_tui.explorer.widgets.status_line import StatusLine
from sufu_tui.query.filter import Filter

if TYPE_CHECKING:
    from textual.geometry import Size

_CARD_BESIDE = 110
"""Columns from which the card stands beside the table and not below it."""
_CARD_WIDER = 150
_CARD_WIDEST = 180


class ListPane(Pane):
    """Pane of a list: composes its widgets, and runs the commands that every list has."""

    BINDINGS = bindings_of("listing")
    DEFAULT_CSS = """
    ListPane {
        layout: vertical;
        & .list-body { layout: vertical; height: 1fr; }
        & Companion { height: 9; }
        & Companion.-source { height: 50%; }
        &.-beside .list-body { layout: horizontal; }
        &.-beside Companion { width: 42; height: 1fr; }
        &.-wider Companion { width: 48; }
        &.-widest Companion { width: 58; }
        &.-beside Companion.-source { width: 46%; max-width: 80; }
        &.-asking StatusLine { display: none; }
    }
    """

    def __init__(self, state: SharedState, kind: ListKind) -> None:
        super().__init__(state, id=kind.pane)
        self.model = ListModel(state, self, kind)
        """Model of the list."""
        self.links = self.model.links
        self.list_views = self.make_views()
        """Table, and any views that may take its place."""
        self.beside = Companion(state, kind.sentences.no_card)
        """Card of the item or of the group under the cursor, or the source."""
        self._return_path = ReturnPath(self.model, self.list_views, self.beside)
        self.keeper = ListKeeper(self, self._return_path)
        self._status = StatusLine()
        self._dock = InputDock(self)
        placeholder = kind.sentences.placeholder
        self.filter_line = FilterLine(self, state, self._dock, line="filter", placeholder=placeholder)
        """Line for the filter."""
        self._filter_job = FilterJob(self, self.model)
        self._exporter = Exporter(self, self.model, self._dock)
        self._prefetch = Prefetch(self, enabled=state.shortcuts)

    def compose(self) -> ComposeResult:
        """Compose the views, the card and the status line, laid out at once: the first frame is right."""
        self._arrange(self.app.size.width)
        with Container(id=f"{self.id}-body", classes="list-body"):
            yield self.list_views.widget
            yield self.beside
        yield self._status

    def adapt(self, size: Size) -> None:
        """Lay the card out for the width."""
        self._arrange(size.width)

    def _arrange(self, width: int) -> None:
        beside, wider, widest = width >= _CARD_BESIDE, width >= _CARD_WIDER, width >= _CARD_WIDEST
        self.update_classes({"-beside": beside, "-wider": wider, "-widest": widest})
        self.beside.set_below(not beside)

    @property
    def table(self) -> Table:
        """Table of the items."""
        return self.list_views.table

    # Parts of one kind of list

    def make_views(self) -> ListViews:
        """Return the views of the model: a table alone."""
        return TableView(self.model)

    async def resume_views(self, plain: Mapping[str, object]) -> object:
        """Show the view of a place in plain values; return that place."""
        return await self.list_views.resume(plain)

    def leave_view(self) -> bool:
        """Show the table again; return False where it is shown."""
        return False

    def show_group(self, group: Group) -> None:
        """Show a group on the card."""
        raise NotImplementedError

    # The pane's part in the explorer

    def begin(self) -> None:
        """List the items."""
        self.model.list_again()

    def take_focus(self) -> None:
        """Focus the view shown; the item under its cursor becomes the current item."""
        self.focus_on(self.list_views.shown)
        self.model.make_current()

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Show another language, filter or current item."""
        self.model.state_changed(changes)
        self.beside.state_changed(changes)
        if changes & {Change.BOOKMARKS, Change.LOOKED_AT, Change.PANE, Change.SEARCH}:
            self.list_views.refresh()
            self._say_status()
        if changes & {Change.LANGUAGE, Change.DAY_ZERO}:
            self._dock.reword(self.state.words)
            self.filter_line.refresh_remark()

    def take_dossier(self) -> bool:
        """List the items of the whole dossier."""
        self.model.take_dossier()
        return True

    def reveal(self, ref: Ref, paragraph: int | None = None) -> bool:  # noqa: ARG002  only sections have any
        """Put the cursor on an item of the list."""
        row = self.model.row_of(ref)
        if row is not None and row not in self.model.rows:
            self.filter_line.close()
        if not self.model.reveal(ref):
            return False
        self._show_cursor()
        return True

    def place(self) -> ListPlace:
        """Return cursor, views, and what stands beside."""
        return self._return_path.place

    async def return_to(self, place: ListPlace) -> None:
        """Show the list again as it was left."""
        self._return_path.return_to(place)

    def citation(self) -> Citation | None:
        """Return the selected link's item of the card, or the item under the cursor."""
        from sufu_tui.explorer.cards.labels import item_citation  # no start needs it

        row, state = self.model.cursor.row, self.state
        own = None if row is None else item_citation(self.model.items[row], state.dossier, state.words)
        return self.beside.citation() or own

    def items_in_view(self) -> list[Item]:
        """Return the items in view, and those of the card."""
        return [*self.list_views.items_in_view(), *self.beside.items_in_view()]

    def step_up(self) -> bool:
        """Close the input line, leave the card or the view in the table's place; then lift the filter."""
        if self._exporter.close() or self.filter_line.close():
            return True
        self.model.end_typing()
        if self.beside.has_keys:
            self.take_focus()
        elif not self.leave_view():
            return self.filter_line.lift()
        return True

    def go_to_linked(self) -> bool:
        """Go to the next item that belongs to what was looked at before."""
        return self.model.go_to_linked()

    def stop_work(self) -> bool:
        """Stop a running export."""
        return self._exporter.stop()

    def listed_text(self) -> str:
        """Return the number of listed items, in words."""
        return count_text(self.model)

    # Observing the model

    def find(self, wanted: Filter) -> None:
        """Find the items that a filter leaves."""
        self._filter_job.find(wanted)

    def listed(self) -> None:
        """Show the present lines."""
        self.list_views.refresh()
        self._show_card()
        self._say_status()
        self.filter_line.refresh_remark()  # a long search ends after the letter that began it
        if self.display:
            self.model.make_current()
        self._return_path.go_on()
        self._rank_ahead()

    def _rank_ahead(self) -> None:
        """Rank the columns that may be sorted by next."""
        kind = self.model.kind
        columns = (column.sort for column in self.table.arrangement.columns)
        first = (*kind.ranked_first, self.table.sort_column)
        self._prefetch.rank(kind.ranks(self.state.indexes), [*first, *columns])

    def marked(self) -> None:
        """Show other marks."""
        self.list_views.mark()
        self._say_status()

    def cursor_moved(self) -> None:
        """Follow the cursor: with the views, the card, and the current item."""
        self._show_cursor()
        if self.display:  # a hidden one that returns to its place is not looked at
            self.model.make_current()

    def _show_cursor(self) -> None:
        self.list_views.follow_cursor()
        self._show_card()

    def _show_card(self) -> None:
        """Show the card of the item or of the group under the cursor."""
        row, group = self.model.cursor.row, self.model.group_at_cursor
        if row is not None or group is None:
            self.beside.show_item(None if row is None else self.model.items[row].ref)
        else:
            self.show_group(group)

    def _say_status(self) -> None:
        parts = status_parts(self.model, self.state.filter)
        self._status.say(parts, self.state.words("card.separator"))

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

    # Commands

    def action_sort(self) -> None:
        """Cycle the order through the column under the cursor."""
        self.model.sort(self.table.sort_column)

    def action_order_by(self, column: str, descending: bool) -> None:
        """Sort by a column, in one direction."""
        self.model.order_by(column, descending=descending)

    def action_sort_further(self) -> None:
        """Cycle the column under the cursor as the least significant sort key."""
        self.model.sort_further(self.table.sort_column)

    async def action_filter(self) -> None:
        """Ask for the filter."""
        await self.filter_line.open()

    def action_undo(self) -> None:
        """Undo the last change of order, filter, columns or groups."""
        self.filter_line.close()
        if not self.model.undo():
            self.say("listing.nothing-to-undo")

    def action_redo(self) -> None:
        """Redo the last undone change."""
        self.filter_line.close()
        if not self.model.redo():
            self.say("listing.nothing-to-redo")

    def action_reset_view(self) -> None:
        """Reset order, filter, columns and groups."""
        self.model.reset()

    def action_mark(self) -> None:
        """Toggle the mark of the item under the cursor, or of the group, and go on."""
        self.model.mark()
        self.list_views.go_on()

    def action_mark_all(self) -> None:
        """Mark all listed items, or none."""
        self.model.mark_all()

    def action_group(self) -> None:
        """Group the items by the next of the groupings; after the last, not at all."""
        self.model.group()

    def action_fold(self) -> None:
        """Fold or unfold the group under the cursor."""
        self.model.fold()

    def action_fold_all(self) -> None:
        """Fold all groups, or unfold them."""
        self.model.fold_all()

    # Files and the clipboard

    async def action_export(self) -> None:
        """Ask for a file to write the listed items to."""
        await self._exporter.open()

    def action_copy_as(self) -> None:
        """Choose from a menu of offers to copy."""
        from sufu_tui.explorer.listing.clipboard import choose_copy, copy_offers  # not needed at start

        offers = list(copy_offers(self.model, self.table.arrangement.columns, self.table.column))
        choose_copy(self, offers, self.state.words)

    # Columns

    def action_column(self, step: int) -> None:
        """Go to the next column, or the one before."""
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
            self.say("listing.last-column")
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
        self.say("listing.frozen", number=choice.frozen)

    def action_columns(self) -> None:
        """Choose columns from a menu."""
        from sufu_tui.explorer.listing.columns_menu import columns_menu  # not needed at start

        self.app.push_screen(columns_menu(self.model, self.table))
