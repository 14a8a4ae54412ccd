"""Columns of the table, and the text of their cells in one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from sufu_tui.dossier.localized import LocalizedText
from sufu_tui.dossier.model import Dossier, Metric
from sufu_tui.explorer.metrics.bars.drawn_figure import BarWords, DrawnFigure
from sufu_tui.explorer.metrics.bars.value_scale import ValueScale, bar_words, drawn, unit_scales
from sufu_tui.explorer.metrics.table.sparklines import sparkline
from sufu_tui.languages.brief_periods import brief_period
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.numbers import bare_quantity_text, qualified, qualifier_text, written
from sufu_tui.typesetting.cells import width

ColumnId = Literal[
    "label",
    "second",
    "qualifier",
    "value",
    "bar",
    "trend",
    "period",
    "area",
    "section",
    "printed",
    "unit",
    "source",
    "id",
]

BAR_CELLS = 10
TREND_CELLS = 20
DERIVED_MARK = "ƒ"
"""Mark of a figure that the dossier computes; the card has it in words."""

_MEASURED = 500
"""Rows up to which each is measured; more are sampled evenly."""

_LONGEST = 4
"""Characters of a text that are measured for each cell that it may have: some take none."""
_MARK_CELLS = 2
"""Cells of a header for its sort mark and the number of the key."""


class Cell(NamedTuple):
    """Text of a cell; its first `lead` characters qualify the rest and are drawn more quietly."""

    text: str
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """Column of the table.

    `style` is the style of its text, `gap` the number of blanks before it, `most` its greatest width in
    cells. `brief` writes a cell; `full`, if any, writes it at length for wide tables. `sort` is the id of
    the column that it sorts by: a bar sorts as its value does. `title` is its name in the catalogue, if
    not its id.
    """

    id: ColumnId
    sort: str
    style: str
    brief: Callable[[TableText, Metric], Cell]
    full: Callable[[TableText, Metric], Cell] | None = None
    right: bool = False
    gap: int = 2
    most: int = 24
    title: str = ""


class TableText:
    """Table text: the metrics of a dossier in the language of `words`, a row for each, in their order.

    With `second` their labels are there in its language as well.
    """

    def __init__(self, dossier: Dossier, words: Catalogue, second: Catalogue | None = None) -> None:
        self.dossier = dossier
        self.words = words
        self.second = second
        self._cells: dict[tuple[Column, bool], dict[int, Cell]] = {}
        self._widths: dict[tuple[Column, bool], int] = {}

    def __len__(self) -> int:
        return len(self.dossier.metrics)

    def header(self, column: Column) -> str:
        """Return the name of `column`; of the second label's its language."""
        if column is SECOND_LABEL and self.second is not None:
            return self.words(f"app.language-{self.second.language}")
        return self.words(f"metrics.column-{column.title or column.id}")

    def derived(self, row: int) -> bool:
        """Return whether the figure in `row` is computed."""
        return self.dossier.metrics[row].derived

    def cell(self, row: int, column: Column, *, full: bool = False) -> Cell:
        """Return the cell of `column` in `row`, cached."""
        written = self._cells.setdefault((column, full), {})
        cell = written.get(row)
        if cell is None:
            cell = written[row] = self._write(row, column, full=full)
        return cell

    def _write(self, row: int, column: Column, *, full: bool) -> Cell:
        write = column.full if full and column.full else column.brief
        return write(self, self.dossier.metrics[row])

    def bar(self, row: int, column: Column, cells: int) -> DrawnFigure:
        """Return the figure in `row` drawn in `cells` cells, or a word; `column` chooses the scale."""
        scales = self.power_scales if column is POWERS else self.scales
        quantity = self.dossier.metrics[row].quantity
        return drawn(quantity.value, scales.get(quantity.unit), cells, self._bar_words)

    @cached_property
    def _bar_words(self) -> BarWords:
        return bar_words(self.words)

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

    @cached_property
    def scales(self) -> Mapping[str, ValueScale]:
        """Scale from zero of the bars of each unit."""
        return unit_scales((metric.quantity for metric in self.dossier.metrics), linear=True)

    @cached_property
    def power_scales(self) -> Mapping[str, ValueScale]:
        """Scale by powers of ten of the points of each unit."""
        return unit_scales((metric.quantity for metric in self.dossier.metrics), linear=False)

    def has(self, column_id: ColumnId) -> bool:
        """Return whether there is anything to show in a column."""
        if column_id == "second":
            return self.second is not None
        return column_id != "trend" or self.has_trends

    @cached_property
    def has_trends(self) -> bool:
        """True if any figure was observed more than once."""
        return any(metric.earlier for metric in self.dossier.metrics)

    def text(self, text: LocalizedText, words: Catalogue | None = None) -> str:
        """Return `text` in the language of `words`, the reader's, or in another with a mark of that one."""
        wanted = (words or self.words).language
        language, shown = text.language_shown(wanted), text.in_language(wanted)
        if language == wanted:
            return shown
        return self.words("metrics.fallback", text=shown, language=self.words(f"metrics.fallback-{language}"))


def _label(sheet: TableText, metric: Metric) -> Cell:
    return Cell(sheet.text(metric.label))


def _second_label(sheet: TableText, metric: Metric) -> Cell:
    return Cell("" if sheet.second is None else sheet.text(metric.label, sheet.second))


def _value(sheet: TableText, metric: Metric) -> Cell:
    unit = sheet.dossier.unit(metric.unit)
    quantity = written(metric.quantity, unit)
    bare = bare_quantity_text(quantity, unit, sheet.words)
    text = qualified(bare, quantity.qualifier, sheet.words)
    return Cell(text, len(text) - len(bare))


def _bare_value(sheet: TableText, metric: Metric) -> Cell:
    return Cell(bare_quantity_text(metric.quantity, sheet.dossier.unit(metric.unit), sheet.words))


def _qualifier(sheet: TableText, metric: Metric) -> Cell:
    # Not the metric's own word: a quotient that does not end is written with the word for "about".
    return Cell(
        qualifier_text(written(metric.quantity, sheet.dossier.unit(metric.unit)).qualifier, sheet.words)
    )


def _bar(sheet: TableText, metric: Metric) -> Cell:  # noqa: ARG001  it is drawn: this is its room
    return Cell(" " * BAR_CELLS)


def _trend(sheet: TableText, metric: Metric) -> Cell:  # noqa: ARG001  every writer takes the sheet
    return Cell(sparkline(metric))


def _printed_value(sheet: TableText, metric: Metric) -> Cell:
    return Cell(metric.printed) if metric.printed else _value(sheet, metric)


def _unit(sheet: TableText, metric: Metric) -> Cell:
    return Cell(sheet.text(sheet.dossier.unit(metric.unit).label))


def _source(sheet: TableText, metric: Metric) -> Cell:  # noqa: ARG001  every writer takes the sheet
    return Cell(str(metric.source))


def _id(sheet: TableText, metric: Metric) -> Cell:  # noqa: ARG001  every writer takes the sheet
    return Cell(metric.id)


def _period(sheet: TableText, metric: Metric) -> Cell:
    return Cell(brief_period(metric.period, sheet.words) if metric.period else "")


def _full_period(sheet: TableText, metric: Metric) -> Cell:
    return Cell(date_text(metric.period, sheet.words) if metric.period else "")


def _area(sheet: TableText, metric: Metric) -> Cell:
    return Cell(sheet.text(sheet.dossier.area(metric.area).short))


def _full_area(sheet: TableText, metric: Metric) -> Cell:
    return Cell(sheet.text(sheet.dossier.area(metric.area).label))


def _section(sheet: TableText, metric: Metric) -> Cell:
    return Cell(str(sheet.dossier.section(metric.section).number))


def _full_section(sheet: TableText, metric: Metric) -> Cell:
    section = sheet.dossier.section(metric.section)
    return Cell(f"{section.number} {sheet.text(section.short)}")


def _printed(sheet: TableText, metric: Metric) -> Cell:  # noqa: ARG001  every writer takes the sheet
    return Cell(metric.printed or "")


LABEL = Column("label", "label", "label", _label, gap=0, most=64)
SECOND_LABEL = Column("second", "label", "label", _second_label, most=40)
BARE_VALUE = Column("value", "value", "value", _bare_value, right=True, gap=1, most=28)
PRINTED_VALUE = Column("value", "value", "value", _printed_value, right=True, most=32, title="value-printed")
POWERS = Column("bar", "value", "bar", _bar, most=BAR_CELLS, title="bar-powers")
TREND = Column("trend", "value", "bar", _trend, most=TREND_CELLS)
_QUALIFIER = Column("qualifier", "qualifier", "qualifier", _qualifier, right=True)
_BAR = Column("bar", "value", "bar", _bar, most=BAR_CELLS)
_PERIOD = Column("period", "period", "period", _period, _full_period, most=40)
_AREA = Column("area", "area", "area", _area, _full_area, most=30)
_SECTION = Column("section", "section", "section", _section, _full_section)
_PRINTED = Column("printed", "printed", "printed", _printed, most=20)
_VALUE = Column("value", "value", "value", _value, right=True, most=32)

NARROW: tuple[Column, ...] = (LABEL, _VALUE, _PERIOD, _AREA, _SECTION, _PRINTED)
"""Columns where room is short, the qualifier within its value; those at the end may need scrolling."""

WIDE: tuple[Column, ...] = (LABEL, _QUALIFIER, BARE_VALUE, _BAR, _PERIOD, _AREA, _SECTION, _PRINTED)
"""Columns where all of them fit side by side."""

COLUMNS: Mapping[ColumnId, Column] = {
    column.id: column
    for column in (
        *(LABEL, SECOND_LABEL, _QUALIFIER, _VALUE, _BAR, TREND, _PERIOD, _AREA, _SECTION, _PRINTED),
        Column("unit", "unit", "area", _unit),
        Column("source", "source", "printed", _source),
        Column("id", "id", "printed", _id),
    )
}
"""Columns that a reader may choose, in the order of the menu."""
