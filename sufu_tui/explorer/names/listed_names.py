"""Listed names: the entities as a kind of list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sufu_tui.dossier.model import Dossier, Item
from sufu_tui.explorer.listing.groups import Groups
from sufu_tui.explorer.listing.list_kind import ListKind, ListSentences
from sufu_tui.explorer.listing.settings import PossibleSettings, Settings
from sufu_tui.explorer.names.name_columns import NAME_COLUMNS, NameSheet
from sufu_tui.explorer.names.name_groups import NAME_GROUPINGS, grouped_names
from sufu_tui.explorer.state import SharedState
from sufu_tui.query.sort_keys import ENTITY_COLUMNS

if TYPE_CHECKING:
    from sufu_tui.writing.files import ExportView


def _entities(dossier: Dossier) -> Sequence[Item]:
    return dossier.entities


def _grouped(rows: Sequence[int], settings: Settings, state: SharedState) -> Groups:
    assert settings.grouping is not None  # noqa: S101  who asks for groups has a grouping
    return grouped_names(rows, settings.grouping, state.dossier, state.words, settings.folded)


def _export(rows: Sequence[int], state: SharedState) -> ExportView:
    """Return the data of an export: the same that `sufu-tui show names` writes."""
    from sufu_tui.writing.files import ExportView  # not needed before an export
    from sufu_tui.writing.lazy_sequence import LazySequence
    from sufu_tui.writing.records import ENTITY_FIELDS, ItemRecords
    from sufu_tui.writing.text_tables import name_table, source_notes

    dossier, words = state.dossier, state.words
    entities = LazySequence(dossier.entities.__getitem__, rows)
    records = ItemRecords(dossier, words, state.indexes)
    table = name_table(entities, dossier, words, state.indexes.backlinks.count)
    return ExportView(
        LazySequence(lambda place: records.entity(entities[place]), range(len(entities))),
        ENTITY_FIELDS,
        table.header,
        table.rows,
        source_notes(entities, dossier, words),
    )


NAMES = ListKind(
    pane="names",
    kind="entity",
    sentences=ListSentences(
        "names.count",
        "names.count-of",
        "names.none",
        "names.empty",
        "names.no-card",
        "names.filter-placeholder",
        "names.exported",
    ),
    possible=PossibleSettings(tuple(NAME_COLUMNS), ENTITY_COLUMNS, NAME_GROUPINGS),
    items=_entities,
    sheet=lambda state: NameSheet(
        state.dossier, state.words, state.indexes.backlinks.count, state.second_words
    ),
    ranks=lambda indexes: indexes.entity_ranks,
    grouped=_grouped,
    export=_export,
    ranked_first=("name",),
)
"""Kind of list of the names."""
