"""Listed figures: the metrics as a kind of list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sufu_tui.dossier.model import Dossier, Item, Metric
from sufu_tui.explorer.listing.groups import Groups
from sufu_tui.explorer.listing.list_kind import ListKind, ListSentences
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.listing.settings import PossibleSettings, Settings
from sufu_tui.explorer.metrics.groups.figure_groups import GROUPINGS, grouped
from sufu_tui.explorer.metrics.table.columns import COLUMNS, LOOKS, TableText
from sufu_tui.explorer.state import SharedState
from sufu_tui.query.sort_keys import METRIC_COLUMNS

if TYPE_CHECKING:
    from sufu_tui.writing.files import ExportView


def _metrics(dossier: Dossier) -> Sequence[Item]:
    return dossier.metrics


def _grouped(rows: Sequence[int], settings: Settings, state: SharedState) -> Groups:
    assert settings.grouping is not None  # noqa: S101  who asks for groups has a grouping
    return grouped(rows, settings.grouping, state.indexes.totals, state.words, settings.folded)


def _export(rows: Sequence[int], state: SharedState) -> ExportView:
    from sufu_tui.explorer.metrics.figure_export import export_view  # not needed before an export
    from sufu_tui.writing.lazy_sequence import LazySequence
    from sufu_tui.writing.records import ItemRecords

    metrics = LazySequence(state.dossier.metrics.__getitem__, rows)
    records = ItemRecords(state.dossier, state.words, state.indexes)
    return export_view(metrics, records, state.dossier, state.words)


METRICS = ListKind(
    pane="metrics",
    kind="metric",
    sentences=ListSentences(
        "metrics.count",
        "metrics.count-of",
        "metrics.none",
        "metrics.empty",
        "metrics.no-card",
        "metrics.filter-placeholder",
        "metrics.exported",
    ),
    possible=PossibleSettings(tuple(COLUMNS), METRIC_COLUMNS, GROUPINGS, LOOKS),
    items=_metrics,
    sheet=lambda state: TableText(state.dossier, state.words, state.second_words),
    ranks=lambda indexes: indexes.ranks,
    grouped=_grouped,
    export=_export,
    ranked_first=("value",),  # they are sorted by most
)
"""Kind of list of the figures."""


def figures_of(model: ListModel, rows: Sequence[int]) -> list[Metric]:
    """Return the figures in `rows` of a list of them."""
    return [model.state.dossier.metrics[row] for row in rows]
