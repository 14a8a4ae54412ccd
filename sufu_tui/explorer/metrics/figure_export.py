"""Export of figures: their records and their table."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.dossier.model import Dossier, Metric
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.writing.files import ExportView
from sufu_tui.writing.lazy_sequence import LazySequence
from sufu_tui.writing.records import METRIC_FIELDS, ItemRecords
from sufu_tui.writing.text_tables import metric_table, source_notes


def export_view(
    metrics: Sequence[Metric], records: ItemRecords, dossier: Dossier, words: Catalogue
) -> ExportView:
    """Return the data of an export of `metrics` in their order: the same that `sufu-tui show metrics` writes.

    It is lazy: `metrics` must stay as they are until it is written.
    """
    table = metric_table(metrics, dossier, words)
    return ExportView(
        LazySequence(lambda place: records.metric(metrics[place]), range(len(metrics))),
        METRIC_FIELDS,
        table.header,
        table.rows,
        source_notes(metrics, dossier, words),
    )
