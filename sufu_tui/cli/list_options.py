"""Options of lists, a filter and sort keys: what is wrong with them, and sort keys as kept settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter import Filter
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.safe_characters import harmless

if TYPE_CHECKING:
    from sufu_tui.query.grammar import FilterError
    from sufu_tui.query.sort_keys import SortKey

ListPaneId = Literal["metrics", "names"]
"""Id of a pane that is a list."""


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


def sorted_pane(pane: str | None) -> ListPaneId:
    """Return the list whose order sort keys are for: that of the pane, or of the metrics."""
    return "names" if pane == "names" else "metrics"


def read_list_options(
    expression: str, keys: str, words: Catalogue, pane: str | None = None, own_kinds: Sequence[str] = ()
) -> tuple[Filter, tuple[SortKey, ...]] | str:
    """Return the filter, and the sort keys of the list of `pane`, blank for none; a sentence on a fault.

    `own_kinds` are kinds of names that the dossier declares itself.
    """
    from sufu_tui.query.grammar import FilterError
    from sufu_tui.query.sort_keys import UnknownColumnError

    try:
        return Filter.parse(expression, own_kinds), _read_keys(keys, sorted_pane(pane))
    except FilterError as problem:
        return filter_fault(problem, expression, words)
    except UnknownColumnError as problem:
        return column_fault(problem.column, _columns(sorted_pane(pane)), words)


def _columns(pane: ListPaneId) -> Sequence[str]:
    from sufu_tui.query.sort_keys import ENTITY_COLUMNS, METRIC_COLUMNS

    return ENTITY_COLUMNS if pane == "names" else METRIC_COLUMNS


def _read_keys(keys: str, pane: ListPaneId) -> tuple[SortKey, ...]:
    from sufu_tui.query.sort_keys import parse_keys

    return parse_keys(keys, _columns(pane)) if keys else ()


def with_order(views: Mapping[str, object], keys: str, pane: str | None) -> dict[str, object]:
    """Return kept settings of panes in which the list of `pane` has the order of `keys`, which are right."""
    listed = sorted_pane(pane)
    kept = views.get(listed)
    known = kept if isinstance(kept, Mapping) else {}
    return {**views, listed: {**known, "order": [list(key) for key in _read_keys(keys, listed)]}}
