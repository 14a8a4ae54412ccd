"""Table view: the table of a list, kept up with its model; and what is asked of any views of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from sufu_tui.dossier.model import Item
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.table.widget import Table, TableContent

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


class TablePlace(NamedTuple):
    """Place in a table: the first line in view, and the column under the cursor."""

    top: int
    column: str


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
        self.table.show(TableContent(model.sheet, model.order, model.choice, model.marks, headings, empty))

    def mark(self) -> None:
        """Show the marks of the model."""
        self.table.mark(self._model.marks)

    def follow_cursor(self) -> None:
        """Show the present cursor of the model."""
        self.table.follow_cursor()

    @property
    def place(self) -> TablePlace:
        """Place of the reader, to return to."""
        return TablePlace(self.table.viewport.top, self.table.column)

    def return_to(self, place: object) -> None:
        """Scroll the table to where it was left."""
        if not isinstance(place, TablePlace):
            return
        if place.column in self.table.shown_columns:
            self.table.show_column(place.column)
        self.table.view(self.table.viewport.at(place.top))

    def items_in_view(self) -> list[Item]:
        """Return the items in view, with those that the heading of a group counts."""
        model, rows = self._model, list[int]()
        top, page, _ = self.table.viewport
        for line in model.cursor.lines[top : top + page]:
            rows += [line] if isinstance(line, int) else model.groups.groups[line.group].rows
        return [model.items[row] for row in rows]
