"""Orders of the tables in the palette: "largest first" of a column, or of the figures of a unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sufu_tui.dossier.model import Dossier, Unit
from sufu_tui.explorer.navigation import PaneId
from sufu_tui.explorer.palette.entries import PaletteEntry, other_catalogues
from sufu_tui.explorer.widgets.question import Choice
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.command_words import command_words

Way = Literal["largest", "smallest", "earliest", "latest", "first", "last"]


@dataclass(frozen=True, slots=True)
class OrderedList:
    """List in an order, perhaps of the items that a filter leaves."""

    pane: PaneId
    column: str
    descending: bool
    filter: str = ""


class _Ordered(NamedTuple):
    """Column that a list is sorted by, and what its two directions are called."""

    pane: PaneId
    column: str
    ways: tuple[Way, Way]
    """Names of the ascending and the descending order."""


_SIZE: tuple[Way, Way] = ("smallest", "largest")
_TIME: tuple[Way, Way] = ("earliest", "latest")
_TEXT: tuple[Way, Way] = ("first", "last")
_ORDERS = (
    _Ordered("metrics", "value", _SIZE),
    _Ordered("metrics", "period", _TIME),
    *(_Ordered("metrics", column, _TEXT) for column in ("label", "area", "section")),
    _Ordered("names", "mentions", _SIZE),
    *(_Ordered("names", column, _TEXT) for column in ("name", "kind", "role", "section")),
)
_LEAST_FIGURES = 2
"""Figures of a unit that are worth an order of their own."""


def order_entries(words: Catalogue, dossier: Dossier) -> Iterator[PaletteEntry]:
    """Yield the orders of the columns of the tables, then those of the figures of each unit."""
    for order in _ORDERS:
        for descending in (True, False):
            yield _of_column(order, descending, words)
    figures = Counter(metric.unit for metric in dossier.metrics)
    for unit in dossier.units:
        if figures[unit.id] >= _LEAST_FIGURES:
            for descending in (True, False):
                yield _of_unit(unit, descending, words)


def _of_unit(unit: Unit, descending: bool, words: Catalogue) -> PaletteEntry:
    way = _SIZE[descending]

    def text(catalogue: Catalogue) -> str:
        label = unit.label.in_language(catalogue.interface)
        return catalogue("palette.order-unit", unit=label, way=catalogue(f"palette.way-{way}"))

    named = (*unit.label.versions.values(), *command_words().get(f"order.{unit.dimension}", ()))
    found_by = (*command_words()[f"order.{way}"], *named)
    aim = OrderedList("metrics", "value", descending, f"unit:{unit.id}")
    return _entry(aim, text, found_by, words)


def _of_column(order: _Ordered, descending: bool, words: Catalogue) -> PaletteEntry:
    way = order.ways[descending]

    def text(catalogue: Catalogue) -> str:
        return catalogue(
            "palette.order",
            list=catalogue(f"app.{order.pane}"),
            column=catalogue(f"{order.pane}.column-{order.column}"),
            way=catalogue(f"palette.way-{way}"),
        )

    return _entry(
        OrderedList(order.pane, order.column, descending), text, command_words()[f"order.{way}"], words
    )


def _entry(
    aim: OrderedList, text: Callable[[Catalogue], str], found_by: tuple[str, ...], words: Catalogue
) -> PaletteEntry:
    others = tuple(map(text, other_catalogues(words)))
    return PaletteEntry(Choice("", ((text(words), False),), aim), (text(words),), others, found_by)
