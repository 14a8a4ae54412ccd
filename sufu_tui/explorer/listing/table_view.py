"""Table view: the table of a list, kept up with its model; and what is asked of any views of a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sufu_tui.dossier.bookmark import bookmarked_ids
from sufu_tui.dossier.model import Item
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.table.widget import Table, TableContent
from sufu_tui.explorer.reading_place import whole_of

if TYPE_CHECKING:
    from textual.widget import Widget


class ListViews(Protocol):
    """Views of a list: a table, and what may take its place."""

    table: Table
    """Table of the items."""

    @property
    def widget(self) -> Widget:
        """Widget that holds the views."""
        ...

    @property
    def shown(self) -> Widget:
        """Widget shown, which takes the keys."""
        ...

    def refresh(self) -> None:
        """Show the present list of the model."""
        ...

    def mark(self) -> None:
        """Show the marks of the model."""
        ...

    def follow_cursor(self) -> None:
        """Show the present cursor of the model."""
        ...

    def go_on(self) -> None:
        """Go to the next line of the view shown."""
        ...

    @property
    def place(self) -> object:
        """Place of the reader, to return to; places are compared by value."""
        ...

    def return_to(self, place: object) -> None:
        """Return to a place in these views."""
        ...

    def items_in_view(self) -> list[Item]:
        """Return the items in view."""
        ...

    def plain(self) -> dict[str, object]:
        """Return the place as plain values, to be written as JSON."""
        ...

    async def resume(self, plain: Mapping[str, object]) -> object:
        """Show the view of a place in plain values from any source; return that place."""
        ...


class TablePlace(NamedTuple):
    """Place in a table: the first line in view, and the column under the cursor."""

    top: int
    column: str
    first: int = 0
    """Number of columns out of view on the left."""


class TableView:
    """View of a list as a table alone."""

    def __init__(self, model: ListModel) -> None:
        self.table = Table(model.cursor, TableContent(model.sheet), id=f"{model.kind.pane}-table")
        """Table of the items."""
        self._model = model

    @property
    def widget(self) -> Widget:
        """Table."""
        return self.table

    @property
    def shown(self) -> Widget:
        """Table."""
        return self.table

    def refresh(self) -> None:
        """Show the present list of the model."""
        model = self._model
        words, wanted, sentences = model.state.words, model.state.filter, model.kind.sentences
        empty = words(sentences.none if wanted else sentences.empty, expression=wanted.text)
        headings = model.groups.headings
        bookmarked = bookmarked_ids(model.state.bookmarks, model.kind.kind)
        shown = (model.sheet, model.order, model.choice, model.marks, headings, empty)
        self.table.show(TableContent(*shown, bookmarked, model.links.ids, model.state.marks))

    def mark(self) -> None:
        """Show the marks of the model."""
        self.table.mark(self._model.marks)

    def follow_cursor(self) -> None:
        """Show the present cursor of the model."""
        self.table.follow_cursor()

    def go_on(self) -> None:
        """Go to the next line."""
        self.table.action_line_down()

    @property
    def place(self) -> TablePlace:
        """Place of the reader, to return to."""
        return TablePlace(self.table.viewport.top, self.table.column, self.table.first_column)

    def return_to(self, place: object) -> None:
        """Scroll the table to where it was left."""
        if isinstance(place, TablePlace):
            self.table.return_to(*place)

    def plain(self) -> dict[str, object]:
        """Return the place as plain values, to be written as JSON."""
        return self.place._asdict()

    async def resume(self, plain: Mapping[str, object]) -> TablePlace:
        """Return the place in plain values from any source."""
        return self.place_from(plain)

    def place_from(self, plain: Mapping[str, object]) -> TablePlace:
        """Return the place in plain values; what is invalid is as it is."""
        known = self.table.shown_columns
        column = next((one for one in known if one == plain.get("column")), self.table.column)
        return TablePlace(whole_of(plain.get("top")), column, whole_of(plain.get("first")))

    def items_in_view(self) -> list[Item]:
        """Return the items in view, with those that the heading of a group counts."""
        model, rows = self._model, list[int]()
        top, page, _ = self.table.viewport
        for line in model.cursor.lines[top : top + page]:
            rows += [line] if isinstance(line, int) else model.groups.groups[line.group].rows
        return [model.items[row] for row in rows]
