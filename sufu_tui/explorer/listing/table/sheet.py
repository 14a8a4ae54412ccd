"""Sheet: the items of a list as text in one language, a row for each, and the columns that they have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from sufu_tui.dossier.localized import LocalizedText
from sufu_tui.dossier.model import Dossier, Item
from sufu_tui.explorer.listing.table.column_choice import ColumnChoice
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Run

_MOST_SECOND = 40
"""Greatest width of the column of a second label, in cells."""
_MEASURED = 250
"""Rows up to which each is measured; more are sampled evenly."""

_LONGEST = 4
"""Characters of a text that are measured for each cell that it may have: some take none."""
SECOND = "second"
"""Id of the column of the main label in the second language."""
_MARK_CELLS = 2
"""Cells of a header for its sort mark and the number of the key."""


class Cell(NamedTuple):
    """Text of a cell; its first `lead` characters qualify the rest and are drawn more quietly."""

    text: str
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """Column of a table.

    `style` is the style of its text, `gap` the number of blanks before it, `most` its greatest width in
    cells. `brief` writes a cell of a sheet's item; `full`, if any, writes it at length for wide tables.
    `sort` is the id of the column that it sorts by: a bar sorts as its value does. `title` is its name in
    the catalogue, if not its id. A `drawn` column holds no text to copy; a `growing` one is drawn by the
    sheet to the width at hand, and takes spare room.
    """

    id: str
    sort: str
    style: str
    brief: Callable[[Any, Any], Cell]
    full: Callable[[Any, Any], Cell] | None = None
    right: bool = False
    gap: int = 2
    most: int = 24
    title: str = ""
    drawn: bool = False
    growing: bool = False


def second_label(main: Column, label: Callable[[Any], LocalizedText]) -> Column:
    """Return the column of the `label` of items, which `main` has, in the second language."""

    def write(sheet: Sheet, item: Item) -> Cell:
        return Cell("" if sheet.second is None else sheet.text(label(item), sheet.second))

    return Column(SECOND, main.sort, main.style, write, most=_MOST_SECOND)


class Sheet:
    """Text of the `items` of a list in the language of `words`, a row for each, in their order.

    With `second` their labels are there in its language as well. A sheet of one kind of item says which
    columns there are, and names them.
    """

    main: ClassVar[Column]
    """Column that takes the room that the others leave."""
    offered: ClassVar[Mapping[str, Column]]
    """Columns that a reader may choose, in the order of the menu."""
    narrow: ClassVar[tuple[Column, ...]]
    """Columns where room is short; those at the end may need scrolling."""
    wide: ClassVar[tuple[Column, ...]]
    """Columns where all of them fit side by side."""
    at_length: ClassVar[tuple[str, ...]] = ()
    """Ids of the columns that are written at length where there is room, in this order."""

    def __init__(
        self, dossier: Dossier, items: Sequence[Any], words: Catalogue, second: Catalogue | None = None
    ) -> None:
        self.dossier = dossier
        self.items = items
        self.words = words
        self.second = second
        self._cells: dict[tuple[Column, bool], dict[int, Cell]] = {}
        self._widths: dict[tuple[Column, bool], int] = {}

    def __len__(self) -> int:
        return len(self.items)

    # Parts of one kind of sheet

    def named(self, column_id: str) -> str:
        """Return the name of a column, of a sort column or of a grouping by its id."""
        raise NotImplementedError

    def columns(self, choice: ColumnChoice, *, wide: bool) -> tuple[Column, ...]:
        """Return the columns to show; without a choice those for a `wide` table, or for a narrow one."""
        if choice.ids is not None:
            chosen = tuple(self.offered[one] for one in choice.ids if one != SECOND or self.has(SECOND))
            return chosen or (self.main,)
        columns = self.wide if wide else self.narrow
        if not self.has(SECOND):
            return columns
        after = columns.index(self.main) + 1
        return (*columns[:after], self.offered[SECOND], *columns[after:])

    def has(self, column_id: str) -> bool:
        """Return whether there is anything to show in a column."""
        return column_id != SECOND or self.second is not None

    def in_menu(self) -> Sequence[str]:
        """Return the ids of the columns that may be chosen, in the order of the menu."""
        return tuple(one for one in self.offered if self.has(one))

    def menu_name(self, column: Column) -> str:
        """Return the name of a column in the menu."""
        return self.header(column)

    def instead_of(self, column_id: str) -> str:  # noqa: ARG002  which column, only some ask
        """Return the column for the cursor where its own is not shown any more."""
        return self.narrow[0].id

    def sign(self, row: int) -> str:  # noqa: ARG002  which row, only some ask
        """Return the sign before a row, one cell wide; a blank for none."""
        return " "

    def drawing(self, row: int, column: Column, cells: int, line: int) -> tuple[int, Sequence[Run]]:
        """Return what a growing column draws in `cells` cells of the line `line`: blank cells, then runs."""
        raise NotImplementedError

    def drawn_text(self, row: int) -> str:
        """Return what is copied of a drawn cell."""
        raise NotImplementedError

    # Text

    def header(self, column: Column) -> str:
        """Return the name of `column` above it; of the second label its language."""
        if column.id == SECOND and self.second is not None:
            return self.words(f"app.language-{self.second.language}")
        return self.named(column.title or column.id)

    def cell(self, row: int, column: Column, *, full: bool = False) -> Cell:
        """Return the cell of `column` in `row`, cached."""
        written = self._cells.setdefault((column, full), {})
        cell = written.get(row)
        if cell is None:
            cell = written[row] = self._write(row, column, full=full)
        return cell

    def _write(self, row: int, column: Column, *, full: bool) -> Cell:
        write = column.full if full and column.full else column.brief
        return write(self, self.items[row])

    def width(self, column: Column, *, full: bool = False) -> int:
        """Return the width of `column` in cells with its header, at most `column.most`; measured once.

        Of many rows some are measured, evenly spread: all would take seconds. Their cells are not kept:
        few of them are ever in view.
        """
        key = (column, full)
        if key not in self._widths:
            header = width(self.header(column)) + _MARK_CELLS
            rows = range(0, len(self), 1 + len(self) // _MEASURED)
            texts = (self._write(row, column, full=full).text for row in rows)
            widest = max((width(text[: _LONGEST * column.most]) for text in texts), default=0)
            self._widths[key] = max(header, min(widest, column.most))
        return self._widths[key]

    def text(self, text: LocalizedText, words: Catalogue | None = None) -> str:
        """Return `text` in the language of `words`, the reader's, or in another with a mark of that one."""
        wanted = (words or self.words).language
        language, shown = text.language_shown(wanted), text.in_language(wanted)
        if language == wanted:
            return shown
        return self.words("listing.fallback", text=shown, language=self.words(f"listing.fallback-{language}"))
