"""Clipboard: a cell, a row, the marked rows or all listed ones, as text in several formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.plain_table import plain_table
from sufu_tui.explorer.listing.table.sheet import Column, Sheet
from sufu_tui.explorer.widgets.menu import MenuEntry, MenuScreen
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.writing.formats import write_markdown_table, write_table, write_tsv

if TYPE_CHECKING:
    from sufu_tui.explorer.pane import Pane

CopyFormat = Literal["text", "markdown", "tsv"]
COPY_FORMATS: tuple[CopyFormat, ...] = get_args(CopyFormat)


class CopyOffer(NamedTuple):
    """Offer to copy: its name in a menu, and a function that makes its text on demand."""

    name: str
    make: Callable[[], str]


def copy_offers(model: ListModel, columns: Sequence[Column], at: str) -> Iterator[CopyOffer]:
    """Yield the offers to copy from the table with these `columns`, the cursor `at` one of them."""
    words, row = model.state.words, model.cursor.row
    if row is not None:
        text = cell_text(model.sheet, next(column for column in columns if column.id == at), row)
        yield CopyOffer(words("listing.copy-cell", text=text), partial(str, text))
    own = [] if row is None else [row]
    for key, rows in (("row", own), ("marked", model.marked_rows()), ("listed", model.rows)):
        if rows:
            for form in COPY_FORMATS:
                name = words(f"listing.copy-{key}", form=words(f"listing.form-{form}"), number=len(rows))
                yield CopyOffer(name, partial(table_text, model.sheet, columns, rows, form))


def copy_menu(offers: Sequence[CopyOffer], words: Catalogue) -> MenuScreen:
    """Return the menu of `offers`."""
    entries = [MenuEntry(offer.name) for offer in offers]
    return MenuScreen(words("listing.copy-title"), words("listing.copy-hint"), entries)


def choose_copy(pane: Pane, offers: Sequence[CopyOffer], words: Catalogue) -> None:
    """Show the menu of `offers` over `pane`, and copy what is chosen; say where there is nothing."""
    if not offers:
        pane.say("app.nothing-to-copy")
        return

    def copy(number: int | None) -> None:
        if number is not None:
            pane.app.copy_to_clipboard(offers[number].make())
            pane.say("app.copied", title=offers[number].name)

    pane.app.push_screen(copy_menu(offers, words), copy)


def table_text(sheet: Sheet, columns: Sequence[Column], rows: Sequence[int], form: CopyFormat) -> str:
    """Return `rows` of `sheet` as a table with a header."""
    header, cells = plain_table(sheet, columns, rows)
    out = StringIO()
    match form:
        case "markdown":
            write_markdown_table(header, cells, out)
        case "tsv":
            write_tsv(header, cells, out)
        case "text":
            aligns: list[Literal["left", "right", "center"]] = [
                "right" if column.right else "left" for column in columns if not column.drawn
            ]
            write_table(header, cells, aligns, out)
    return out.getvalue()


def cell_text(sheet: Sheet, column: Column, row: int) -> str:
    """Return the text of a cell; for a drawn one, what the sheet has to say in its place."""
    return sheet.drawn_text(row) if column.drawn else sheet.cell(row, column).text
