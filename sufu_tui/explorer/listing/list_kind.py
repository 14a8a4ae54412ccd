"""Kind of list: all in which a list of figures differs from one of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.model import Dossier, Item, Kind
from sufu_tui.explorer.listing.groups import Groups
from sufu_tui.explorer.listing.settings import PossibleSettings, Settings
from sufu_tui.explorer.listing.table.sheet import Sheet
from sufu_tui.explorer.navigation import PaneId
from sufu_tui.explorer.state import SharedState
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.query.rank_index import RankIndex

if TYPE_CHECKING:
    from sufu_tui.writing.files import ExportView


class ListSentences(NamedTuple):
    """Sentences of a list, by their keys in the catalogue."""

    whole: str
    """Key for the number of all items."""
    part: str
    """Key for the number of the items shown, of all."""
    none: str
    """Key for no match of the filter."""
    empty: str
    """Key for a dossier without such items."""
    no_card: str
    placeholder: str
    exported: str


@dataclass(frozen=True, eq=False)
class ListKind:
    """Kind of list: its pane, its items, and what is asked of them.

    `ranked_first` are the sort columns that are ranked ahead of those in view.
    """

    pane: PaneId
    kind: Kind
    sentences: ListSentences
    possible: PossibleSettings
    items: Callable[[Dossier], Sequence[Item]]
    sheet: Callable[[SharedState], Sheet]
    ranks: Callable[[DossierIndexes], RankIndex]
    grouped: Callable[[Sequence[int], Settings, SharedState], Groups]
    """Function of rows and settings with a grouping."""
    export: Callable[[Sequence[int], SharedState], ExportView]
    """Function that returns the data of rows for an export, made when they are read."""
    ranked_first: tuple[str, ...] = ()
