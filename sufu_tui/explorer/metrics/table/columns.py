"""Columns of the table, and the text of their cells in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import ClassVar, Literal, get_args

from sufu_tui.dossier.model import Dossier, Metric
from sufu_tui.dossier.quantity import digits
from sufu_tui.explorer.listing.table.column_choice import ColumnChoice
from sufu_tui.explorer.listing.table.sheet import Cell, Column, Sheet, second_label
from sufu_tui.explorer.metrics.bars.drawn_figure import BarWords, DrawnFigure
from sufu_tui.explorer.metrics.bars.value_scale import ValueScale, bar_words, drawn, unit_scales
from sufu_tui.explorer.metrics.table.sparklines import sparkline
from sufu_tui.languages.brief_periods import brief_period
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.citations import part_text
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.numbers import bare_quantity_text, qualified, qualifier_text, written
from sufu_tui.typesetting.flow import Run

Look = Literal["printed", "powers"]
"""Look of columns: values as their source prints them, points among powers of ten and not bars from zero."""
LOOKS: tuple[Look, ...] = get_args(Look)

BAR_CELLS = 10
TREND_CELLS = 20
DERIVED_MARK = "ƒ"
"""Mark of a figure that the dossier computes; the card has it in words."""


def _label(sheet: Sheet, metric: Metric) -> Cell:
    return Cell(sheet.text(metric.label))


def _value(sheet: Sheet, metric: Metric) -> Cell:
    unit = sheet.dossier.unit(metric.unit)
    quantity = written(metric.quantity, unit)
    bare = bare_quantity_text(quantity, unit, sheet.words)
    text = qualified(bare, quantity.qualifier, sheet.words)
    return Cell(text, len(text) - len(bare))


def _bare_value(sheet: Sheet, metric: Metric) -> Cell:
    return Cell(bare_quantity_text(metric.quantity, sheet.dossier.unit(metric.unit), sheet.words))


def _qualifier(sheet: Sheet, metric: Metric) -> Cell:
    # Not the metric's own word: a quotient that does not end is written with the word for "about".
    return Cell(
        qualifier_text(written(metric.quantity, sheet.dossier.unit(metric.unit)).qualifier, sheet.words)
    )


def _bar(sheet: Sheet, metric: Metric) -> Cell:  # noqa: ARG001  it is drawn: this is its room
    return Cell(" " * BAR_CELLS)


def _trend(sheet: Sheet, metric: Metric) -> Cell:  # noqa: ARG001  every writer takes the sheet
    return Cell(sparkline(metric))


def _printed_value(sheet: Sheet, metric: Metric) -> Cell:
    return Cell(metric.printed) if metric.printed else _value(sheet, metric)


def _unit(sheet: Sheet, metric: Metric) -> Cell:
    return Cell(sheet.text(sheet.dossier.unit(metric.unit).label))


def _source(sheet: Sheet, metric: Metric) -> Cell:
    """Return the part of the source, after the title of the source where there is more than one."""
    dossier, words = sheet.dossier, sheet.words
    part = part_text(metric.source, dossier, words)
    if len(dossier.sources) == 1:
        return Cell(part)
    title = dossier.source(metric.source.source).title.in_language(words.language)
    return Cell(words("card.separator").join((part, title)))


def _id(sheet: Sheet, metric: Metric) -> Cell:  # noqa: ARG001  every writer takes the sheet
    return Cell(metric.id)


def _period(sheet: Sheet, metric: Metric) -> Cell:
    return Cell(brief_period(metric.period, sheet.words) if metric.period else "")


def _full_period(sheet: Sheet, metric: Metric) -> Cell:
    return Cell(date_text(metric.period, sheet.words) if metric.period else "")


def _area(sheet: Sheet, metric: Metric) -> Cell:
    return Cell(sheet.text(sheet.dossier.area(metric.area).short))


def _full_area(sheet: Sheet, metric: Metric) -> Cell:
    return Cell(sheet.text(sheet.dossier.area(metric.area).label))


def _section(sheet: Sheet, metric: Metric) -> Cell:
    return Cell(str(sheet.dossier.section(metric.section).number))


def _full_section(sheet: Sheet, metric: Metric) -> Cell:
    section = sheet.dossier.section(metric.section)
    return Cell(f"{section.number} {sheet.text(section.short)}")


def _printed(sheet: Sheet, metric: Metric) -> Cell:  # noqa: ARG001  every writer takes the sheet
    return Cell(metric.printed or "")


LABEL = Column("label", "label", "label", _label, gap=0, most=64)
BARE_VALUE = Column("value", "value", "value", _bare_value, right=True, gap=1, most=28)
PRINTED_VALUE = Column("value", "value", "value", _printed_value, right=True, most=32, title="value-printed")
POWERS = Column("bar", "value", "bar", _bar, most=BAR_CELLS, title="bar-powers", drawn=True, growing=True)
TREND = Column("trend", "value", "bar", _trend, most=TREND_CELLS, drawn=True)
_QUALIFIER = Column("qualifier", "qualifier", "qualifier", _qualifier, right=True)
_SECOND_LABEL = second_label(LABEL, lambda metric: metric.label)
_BAR = Column("bar", "value", "bar", _bar, most=BAR_CELLS, drawn=True, growing=True)
_PERIOD = Column("period", "period", "period", _period, _full_period, most=40)
_AREA = Column("area", "area", "area", _area, _full_area, most=30)
_SECTION = Column("section", "section", "section", _section, _full_section)
_PRINTED = Column("printed", "printed", "printed", _printed, most=20)
_VALUE = Column("value", "value", "value", _value, right=True, most=32)

NARROW: tuple[Column, ...] = (LABEL, _VALUE, _PERIOD, _AREA, _SECTION, _PRINTED)
"""Columns where room is short, the qualifier within its value; those at the end may need scrolling."""

WIDE: tuple[Column, ...] = (LABEL, _QUALIFIER, BARE_VALUE, _BAR, _PERIOD, _AREA, _SECTION, _PRINTED)
"""Columns where all of them fit side by side."""

COLUMNS: Mapping[str, Column] = {
    column.id: column
    for column in (
        *(LABEL, _SECOND_LABEL, _QUALIFIER, _VALUE, _BAR, TREND, _PERIOD, _AREA, _SECTION, _PRINTED),
        Column("unit", "unit", "area", _unit),
        Column("source", "source", "printed", _source),
        Column("id", "id", "printed", _id),
    )
}
"""Columns that a reader may choose, in the order of the menu."""


class TableText(Sheet):
    """Sheet of the metrics of a dossier."""

    main = LABEL
    offered = COLUMNS
    narrow = NARROW
    wide = WIDE
    at_length: ClassVar[tuple[str, ...]] = ("section", "area", "period")

    def __init__(self, dossier: Dossier, words: Catalogue, second: Catalogue | None = None) -> None:
        super().__init__(dossier, dossier.metrics, words, second)

    def named(self, column_id: str) -> str:
        """Return the name of a column, of a sort column or of a grouping by its id."""
        return self.words(f"metrics.column-{column_id}")

    def columns(self, choice: ColumnChoice, *, wide: bool) -> tuple[Column, ...]:
        """Return the columns to show, in the looks of the choice."""
        chosen = super().columns(choice, wide=wide)
        if choice.ids is None:
            chosen = _with_trend(chosen) if self.has_trends else chosen
        elif "qualifier" in choice.ids:
            chosen = tuple(BARE_VALUE if column.id == "value" else column for column in chosen)
        if "printed" in choice.looks:  # a printed value has its qualifier with it
            chosen = tuple(
                PRINTED_VALUE if column.id == "value" else column
                for column in chosen
                if column.id != "qualifier" or len(chosen) == 1
            )
        powers = "powers" in choice.looks
        return tuple(POWERS if powers and column.id == "bar" else column for column in chosen)

    def has(self, column_id: str) -> bool:
        """Return whether there is anything to show in a column."""
        return super().has(column_id) and (column_id != "trend" or self.has_trends)

    def menu_name(self, column: Column) -> str:
        """Return the name of a column in the menu, of a bar with its scale."""
        name = self.header(column)
        return self.words("metrics.bar-of", scale=name) if column.id == "bar" else name

    def instead_of(self, column_id: str) -> str:  # noqa: ARG002  it can only be the qualifier
        """Return the value: where room is short, the qualifier stands within it."""
        return "value"

    def sign(self, row: int) -> str:
        """Return the sign of a computed figure, or a blank."""
        return DERIVED_MARK if self.dossier.metrics[row].derived else " "

    def drawing(self, row: int, column: Column, cells: int, line: int) -> tuple[int, Sequence[Run]]:
        """Return the bar of a figure, or the word why there is none, in the tone of the line `line`."""
        return self.bar(row, column, cells).for_line(line)

    def drawn_text(self, row: int) -> str:
        """Return the value of a figure as it is written, in digits."""
        quantity = self.dossier.metrics[row].quantity
        return digits(written(quantity, self.dossier.unit(quantity.unit)).value)

    def bar(self, row: int, column: Column, cells: int) -> DrawnFigure:
        """Return the figure in `row` drawn in `cells` cells, or a word; `column` chooses the scale."""
        scales = self.power_scales if column is POWERS else self.scales
        quantity = self.dossier.metrics[row].quantity
        return drawn(quantity.value, scales.get(quantity.unit), cells, self._bar_words)

    @cached_property
    def _bar_words(self) -> BarWords:
        return bar_words(self.words)

    @cached_property
    def scales(self) -> Mapping[str, ValueScale]:
        """Scale from zero of the bars of each unit."""
        return unit_scales((metric.quantity for metric in self.dossier.metrics), linear=True)

    @cached_property
    def power_scales(self) -> Mapping[str, ValueScale]:
        """Scale by powers of ten of the points of each unit."""
        return unit_scales((metric.quantity for metric in self.dossier.metrics), linear=False)

    @cached_property
    def has_trends(self) -> bool:
        """True if any figure was observed more than once."""
        return any(metric.earlier for metric in self.dossier.metrics)


def _with_trend(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    ids = [column.id for column in columns]
    after = ids.index("bar" if "bar" in ids else "value") + 1
    return (*columns[:after], TREND, *columns[after:])
