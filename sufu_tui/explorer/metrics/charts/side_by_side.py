"""Side by side: figures as columns; the first stays in place, the others scroll sideways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sufu_tui.dossier.model import Dossier, Metric
from sufu_tui.explorer.metrics.charts.chart_lines import ChartLine, StaticLines
from sufu_tui.explorer.metrics.charts.comparison import comparison
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import clip, fit, width
from sufu_tui.typesetting.flow import Run
from sufu_tui.typesetting.phrases import few_lines

_LEAST, _MOST = 22, 40
"""Cells of a column."""
_GAP = 2
_MOST_LINES = 100
"""Lines of a cell; a far too long text is cut."""


def side_by_side(
    metrics: Sequence[Metric],
    dossier: Dossier,
    words: Catalogue,
    second: Catalogue | None = None,
    *,
    cells: int,
    first: int,
    outside: str = "",
) -> StaticLines:
    """Return the comparison of `metrics` in `cells` cells, leaving out the `first` ones after the first.

    What is said in the language of `second` stands below the same in the reader's. `outside` says how many
    of them a filter hides.
    """
    if not metrics:
        return StaticLines()
    label_cells = _label_cells(metrics, dossier, words)
    columns, column_cells = _columns(len(metrics), cells - label_cells)
    begin = last_first(len(metrics), columns) if first > last_first(len(metrics), columns) else first
    chosen = [0, *range(1 + begin, begin + columns)][:columns]
    shown = [metrics[number] for number in chosen]
    position = _position(begin, columns, len(metrics), words, outside)
    lines = [ChartLine((Run(clip(position, cells), "muted"),))]
    for number, row in enumerate(comparison(shown, dossier, words, second)):
        lines += _lines_of(row.label, row.cells, row.style, label_cells, column_cells)
        if any(row.second):
            lines += _lines_of("", row.second, "second", label_cells, column_cells)
        if not number:  # below the titles
            rule = "─" * (label_cells + len(chosen) * (column_cells + _GAP))
            lines.append(ChartLine((Run(f" {rule}", "muted"),)))
    return StaticLines(lines)


def _lines_of(
    label: str, texts: Sequence[str], style: str, label_cells: int, column_cells: int
) -> Iterator[ChartLine]:
    """Yield the lines of texts beside each other, the label left of the first."""
    parts = [few_lines(text, column_cells, _MOST_LINES) or [""] for text in texts]
    for number, pieces in enumerate(zip_longest(*parts, fillvalue="")):
        runs = [Run(f" {fit(label if not number else '', label_cells)}", "label")]
        runs += [Run(" " * _GAP + fit(piece, column_cells), style) for piece in pieces]
        yield ChartLine(tuple(runs))


def shown_at_once(metrics: Sequence[Metric], dossier: Dossier, words: Catalogue, cells: int) -> int:
    """Return the number of `metrics` that have room beside each other in `cells` cells."""
    return _columns(len(metrics), cells - _label_cells(metrics, dossier, words))[0]


def _label_cells(metrics: Sequence[Metric], dossier: Dossier, words: Catalogue) -> int:
    return max(width(row.label) for row in comparison(metrics[:1], dossier, words)) + 1


def last_first(count: int, columns: int) -> int:
    """Return the number of figures to leave out so that the last one just comes into view."""
    return max(0, count - columns)


def _columns(count: int, room: int) -> tuple[int, int]:
    """Return the number of columns in `room`, two at least where there are two, and their width in cells."""
    room -= 2
    columns = max(min(2, count), min(count, room // (_LEAST + _GAP)))
    return columns, max(2, min(_MOST, room // max(1, columns) - _GAP))


def _position(begin: int, columns: int, count: int, words: Catalogue, outside: str) -> str:
    """Return which of the figures are in view; the baseline, which always is, is none of those beside it."""
    if columns >= count:
        return f" {words('metrics.compared', count=count, outside=outside)}"
    before = "‹ " if begin else "  "
    after = " ›" if begin + columns < count else ""
    which = str(begin + 1) if columns <= 2 else f"{begin + 1}–{begin + columns - 1}"
    text = words("metrics.compared-part", which=which, count=count - 1, outside=outside)
    return f" {before}{text}{after}"
