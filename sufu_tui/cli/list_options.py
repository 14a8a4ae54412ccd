"""Options of lists, a filter and sort keys: what is wrong with them, and sort keys as kept settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter import Filter
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.safe_characters import harmless

if TYPE_CHECKING:
    from sufu_tui.query.grammar import FilterError
    from sufu_tui.query.sort_keys import SortKey


def filter_fault(problem: FilterError, text: str, words: Catalogue) -> str:
    """Return what is wrong with the filter `text`: a sentence, and below it the faulty term underlined."""
    from sufu_tui.query.grammar import fault_text  # only after a mistake

    shown = harmless(text)
    before, wrong = shown[: problem.offset], shown[problem.offset :][: problem.length]
    mark = " " * width(before) + "^" * max(1, width(wrong))
    return f"{harmless(fault_text(problem, words))}\n  {shown}\n  {mark}"


def column_fault(column: str, columns: Sequence[str], words: Catalogue) -> str:
    """Return the sentence that there is no such column to sort by, but only `columns`."""
    known = words("show.list-separator").join(columns)
    return words("show.unknown-column", column=harmless(column), columns=known)


def read_list_options(
    expression: str, keys: str, words: Catalogue
) -> tuple[Filter, tuple[SortKey, ...]] | str:
    """Return the filter and the sort keys of figures in texts, blank for none; a sentence on a fault."""
    from sufu_tui.query.grammar import FilterError
    from sufu_tui.query.sort_keys import METRIC_COLUMNS, UnknownColumnError, parse_keys

    try:
        return Filter.parse(expression), parse_keys(keys, METRIC_COLUMNS) if keys else ()
    except FilterError as problem:
        return filter_fault(problem, expression, words)
    except UnknownColumnError as problem:
        return column_fault(problem.column, METRIC_COLUMNS, words)


def with_order(views: Mapping[str, object], keys: Sequence[SortKey]) -> dict[str, object]:
    """Return kept settings of panes in which the figures have the order of `keys`."""
    metrics = views.get("metrics")
    known = metrics if isinstance(metrics, Mapping) else {}
    return {**views, "metrics": {**known, "order": [list(key) for key in keys]}}
