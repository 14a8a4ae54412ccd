"""List model: the listed items, their order and groups, the marks and the undo stack.

It knows no screen: it notifies an observer of changes, which also runs the search of a filter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sufu_tui.dossier.model import Item, Ref
from sufu_tui.explorer.linked_view import LinkedView
from sufu_tui.explorer.listing.cursor import CursorObserver, GroupHeading, LineCursor
from sufu_tui.explorer.listing.groups import Group, Groups
from sufu_tui.explorer.listing.list_kind import ListKind
from sufu_tui.explorer.listing.settings import Settings, settings_from
from sufu_tui.explorer.listing.sort_order import SortOrder
from sufu_tui.explorer.listing.table.column_choice import ColumnChoice
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.undo import UndoStack
from sufu_tui.query.filter import Filter
from sufu_tui.query.sort_keys import SortKey

_FILTERING = "filter"
"""Kind of the undo step of a typed filter: all its letters are one step."""


class ListObserver(CursorObserver, Protocol):
    """Observer of the model, which shows it."""

    def find(self, wanted: Filter) -> None:
        """Find the items that a filter leaves, and pass them to `ListModel.take_found`."""
        ...

    def listed(self) -> None:
        """Show the lines again: they or their look may have changed."""
        ...

    def marked(self) -> None:
        """Show other marks."""
        ...

    def say(self, key: str, **values: object) -> None:
        """Show the sentence `key` of the catalogue."""
        ...


class _Snapshot(NamedTuple):
    """Snapshot for undo."""

    settings: Settings
    filter: Filter


class ListModel:
    """Model of the items of a kind that the shared filter leaves, in the order and groups of the settings."""

    def __init__(self, state: SharedState, observer: ListObserver, kind: ListKind) -> None:
        self.kind = kind
        """Kind of list."""
        self.state = state
        """Shared state."""
        self.sheet = kind.sheet(state)
        """Items as text in the reader's language, one a row."""
        self.settings = settings_from(state.kept_settings.get(kind.pane), kind.possible)
        """Order, columns and groups."""
        self.rows: Sequence[int] = ()
        """Rows listed, in their order; without headings, and with those in folded groups."""
        self.groups = Groups()
        """Groups, and their lines."""
        self.cursor = LineCursor(observer)
        """Cursor among the lines."""
        self.links = LinkedView(state, kind.kind)
        """Items of the list that belong to what the reader looked at before."""
        self.marks: frozenset[int] = frozenset()
        """Rows that the reader marked, listed or not."""
        self._observer = observer
        self._undo: UndoStack[_Snapshot] = UndoStack()
        self._filter = state.filter  # the last on the undo stack
        self._found_for: Filter | None = None
        self._found: Sequence[int] = ()
        self._linked_listed: tuple[object, object, int] = (None, None, 0)  # ids, rows, and how many of both
        self._listed_for: object = None  # key of the list: all that its lines depend on

    @property
    def is_searching(self) -> bool:
        """True while the items that the filter leaves are not found yet."""
        return self._filter != self._found_for

    @property
    def order(self) -> SortOrder:
        """Sort keys of the items."""
        return self.settings.order

    @property
    def choice(self) -> ColumnChoice:
        """Columns that the reader chose."""
        return self.settings.choice

    @property
    def group_at_cursor(self) -> Group | None:
        """Group of the line under the cursor, or of its heading; None without groups."""
        number = self.groups.above(self.cursor.line)
        return None if number is None else self.groups.groups[number]

    @property
    def items(self) -> Sequence[Item]:
        """Items of the dossier, listed or not: a row is the number of one."""
        return self.kind.items(self.state.dossier)

    def marked_rows(self) -> list[int]:
        """Return the marked rows: those listed first, in their order."""
        listed = [row for row in self.rows if row in self.marks]
        return listed + sorted(self.marks.difference(listed))

    # Following the shared state

    def state_changed(self, changes: frozenset[Change]) -> None:
        """Follow another language, filter or current item."""
        if changes & {Change.LANGUAGE, Change.SECOND_LANGUAGE}:
            self.sheet = self.kind.sheet(self.state)
        if Change.CURRENT in changes:
            self._follow_current()
        if Change.FILTER in changes and self.state.filter != self._filter:
            before = self._snapshot()
            self._filter = self.state.filter
            self._undo.push(before, self._snapshot(), _FILTERING)
        if changes & {Change.LANGUAGE, Change.SECOND_LANGUAGE, Change.FILTER}:
            self.list_again()

    def take_dossier(self) -> None:
        """List the items of the whole dossier; marked ones stay marked."""
        marked = {self.sheet.items[row].id for row in self.marks}
        self.sheet = self.kind.sheet(self.state)
        self.marks = frozenset(row for row, item in enumerate(self.items) if item.id in marked)
        current = self.row_of(self.state.current)
        if current is not None:
            self.cursor.expect(current)
        self._listed_for = self._found_for = None
        self.list_again()

    def _follow_current(self) -> None:
        """Go to the current item if it is of the kind, now or when it is listed."""
        row = self.row_of(self.state.current)
        if row is not None and row != self.cursor.row:
            self.cursor.choose(row)

    def row_of(self, ref: Ref | None) -> int | None:
        """Return the row of the item at `ref`; None where it is of another kind.

        It is mostly that under the cursor; else a linear search: a table of many would take megabytes.
        """
        items, cursor = self.items, self.cursor.row
        if ref is None or ref.kind != self.kind.kind:
            return None
        if cursor is not None and cursor < len(items) and items[cursor].id == ref.id:
            return cursor
        return next((row for row, item in enumerate(items) if item.id == ref.id), None)

    def make_current(self) -> None:
        """Make the item under the cursor the current item; where nothing is listed, that which comes back."""
        nothing_left = not self.cursor.lines and not self.is_searching
        row = self.cursor.expected_row if nothing_left else self.cursor.row
        if row is not None and row < len(self.items):
            self.state.set_current(self.items[row].ref)

    def reveal(self, ref: Ref) -> bool:
        """Go to an item; unfold its group or lift the filter that hides it; return False for another kind."""
        row = self.row_of(ref)
        if row is None:
            return False
        if row in self.rows and row not in self.groups.lines:
            self._unfold(row)
        if row not in self.groups.lines:
            self.end_typing()
            self.state.set_filter(Filter())
        self.cursor.choose(row)
        self.make_current()
        return True

    # Listing

    def list_again(self) -> None:
        """List the items that the filter leaves; the last list stays until they are found."""
        settings = self.settings
        wanted = (self._filter, settings.order, settings.grouping, settings.folded, self.state.words)
        if wanted == self._listed_for:  # columns do not change the list
            self._observer.listed()
            return
        self._listed_for = wanted
        if self._filter == self._found_for:
            self._list()
        else:
            self._observer.find(self._filter)

    def take_found(self, wanted: Filter, found: Sequence[int]) -> None:
        """List the rows `found`, in the dossier's order, which `wanted` leaves."""
        self._found_for, self._found = wanted, found
        self._list()

    def _list(self) -> None:
        settings, ranks = self.settings, self.kind.ranks(self.state.indexes)
        self.rows = ranks.sorted(self._found, settings.order.keys)
        self.groups = Groups(self.rows)
        if settings.grouping is not None:
            self.groups = self.kind.grouped(self.rows, settings, self.state)
        self.cursor.show(self.groups.lines)
        self._observer.listed()

    # Changes that can be undone

    def _snapshot(self) -> _Snapshot:
        return _Snapshot(self.settings, self._filter)

    def _change(self, settings: Settings, *, kind: str = "") -> None:
        """Change the settings; a run of the same `kind` is one step to undo."""
        self._undo.push(self._snapshot(), _Snapshot(settings, self._filter), kind)
        self._restore(_Snapshot(settings, self._filter))

    def _restore(self, snapshot: _Snapshot) -> None:
        self.settings, self._filter = snapshot
        self.state.set_settings(self.kind.pane, self.settings)
        if self.state.filter == self._filter:
            self.list_again()
        else:
            self.state.set_filter(self._filter)  # its change comes back, and lists again

    def undo(self) -> bool:
        """Undo the last change of order, filter, columns or groups; return False where there is none."""
        return self._go(self._undo.undo(self._snapshot()))

    def redo(self) -> bool:
        """Redo the last undone change; return False where there is none."""
        return self._go(self._undo.redo(self._snapshot()))

    def _go(self, snapshot: _Snapshot | None) -> bool:
        if snapshot is not None:
            self._restore(snapshot)
        return snapshot is not None

    def begin_typing(self) -> None:
        """Begin a run of typed letters: the line under the cursor comes back as soon as it is listed."""
        self.end_typing()
        if self.cursor.line is not None:
            self.cursor.choose(self.cursor.line)

    def end_typing(self) -> None:
        """End a run of typed letters: the next change of the filter is a step of its own."""
        self._undo.seal()

    def reset(self) -> None:
        """Reset order, filter, columns and groups."""
        fresh = _Snapshot(Settings(), Filter())
        self._undo.push(self._snapshot(), fresh)
        self._restore(fresh)

    def sort(self, column: str) -> None:
        """Cycle the order through a column: ascending, descending, the dossier's own.

        The cursor goes to the first line.
        """
        self.cursor.expect_first()
        self._change(self.settings._replace(order=self.order.cycled(column)))

    def order_by(self, column: str, *, descending: bool) -> None:
        """Sort by a column alone in one direction; the cursor goes to the first line."""
        self.cursor.expect_first()
        self._change(self.settings._replace(order=SortOrder((SortKey(column, descending),))))

    def sort_further(self, column: str) -> None:
        """Cycle a column as the least significant sort key: ascending, descending, none.

        The cursor goes to the first line.
        """
        self.cursor.expect_first()
        self._change(self.settings._replace(order=self.order.extended(column)))

    def choose(self, choice: ColumnChoice, *, kind: str = "") -> None:
        """Show other columns."""
        self._change(self.settings._replace(choice=choice), kind=kind)

    def widen(self, column: str, cells: int) -> None:
        """Make a column `cells` cells wide, within the limits."""
        self.choose(self.choice.widened(column, cells), kind=f"widen {column}")

    def group(self) -> None:
        """Group the items by the next of the groupings; after the last, not at all."""
        self._change(self.settings.regrouped(self.kind.possible.groupings))

    # Folding and marks

    def fold(self, group: int | None = None) -> None:
        """Fold or unfold a group by its number, if there still is one, or the one under the cursor."""
        number = self.groups.above(self.cursor.line if group is None else GroupHeading(group))
        if number is None:
            self._observer.say("listing.group-first")
            return
        self.cursor.expect(GroupHeading(number))
        key = self.groups.groups[number].key
        self._change(self.settings._replace(folded=self.settings.folded ^ {key}))

    def fold_all(self) -> None:
        """Fold all groups; where they all are, unfold them."""
        keys = frozenset(group.key for group in self.groups.groups)
        if not keys:
            self._observer.say("listing.group-first")
            return
        number = self.groups.above(self.cursor.line)
        if number is not None:
            self.cursor.expect(GroupHeading(number))
        folded = self.settings.folded
        self._change(self.settings._replace(folded=folded - keys if keys <= folded else folded | keys))

    def _unfold(self, row: int) -> None:
        number = self.groups.above(row)
        if number is not None:
            self.cursor.expect(row)
            folded = self.settings.folded - {self.groups.groups[number].key}
            self._change(self.settings._replace(folded=folded))

    def mark(self) -> None:
        """Toggle the mark of the item under the cursor, on a heading those of its whole group."""
        row, group = self.cursor.row, self.group_at_cursor
        if row is not None:
            self.mark_rows(self.marks ^ {row})
        elif group is not None:
            rows = frozenset(group.rows)
            self.mark_rows(self.marks - rows if rows <= self.marks else self.marks | rows)

    def mark_all(self) -> None:
        """Mark all listed items; where they are all marked, clear every mark."""
        rows = frozenset(self.rows)
        self.mark_rows(frozenset() if rows <= self.marks else self.marks | rows)

    @property
    def linked_listed(self) -> int:
        """Number of the listed items that belong to what was looked at before."""
        ids, rows, items = self.links.ids, self.rows, self.items
        if self._linked_listed[0] is not ids or self._linked_listed[1] is not rows:
            number = sum(items[row].id in ids for row in rows) if ids else 0
            self._linked_listed = ids, rows, number
        return self._linked_listed[2]

    def go_to_linked(self) -> bool:
        """Go to the next listed item that belongs to what was looked at before; return False without any."""
        ids, lines, line = self.links.ids, self.groups.lines, self.cursor.line
        here = lines.index(line) if ids and line in lines else -1
        ahead = (*range(here + 1, len(lines)), *range(here + 1)) if ids else ()
        for position in ahead:
            row = lines[position]
            if isinstance(row, int) and self.items[row].id in ids:
                self.cursor.move_to(position)
                return True
        return False

    def mark_rows(self, rows: frozenset[int]) -> None:
        """Mark `rows`, and no others."""
        self.marks = rows
        self._observer.marked()
