"""Grouping of figures by area, section or unit, with headings that sum the figures up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, get_args

from sufu_tui.dossier.model import Dossier, Metric
from sufu_tui.dossier.totals import Totals
from sufu_tui.explorer.listing.groups import Group, Groups, arranged
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.numbers import quantity_text

Grouping = Literal["area", "section", "unit"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)


def grouped(
    rows: Sequence[int], grouping: str, sums: Totals, words: Catalogue, folded: Collection[str] = ()
) -> Groups:
    """Return `rows` (numbers of metrics) by `grouping`, those with a key in `folded` as a heading only.

    Groups come in the dossier's order, the rows within one in the order that they had.
    """
    by = next(known for known in GROUPINGS if known == grouping)
    dossier = sums.dossier

    def heading_of(group: Group) -> str:
        return _heading(group.name, [dossier.metrics[row] for row in group.rows], sums, words)

    def name_of(key: str) -> str:
        return _name(key, by, dossier, words)

    def key_of(row: int) -> str:
        return _key(dossier.metrics[row], by)

    return arranged(rows, _keys(by, dossier), name_of, key_of, heading_of, folded)


def _keys(grouping: Grouping, dossier: Dossier) -> list[str]:
    match grouping:
        case "area":
            return [area.id for area in dossier.areas]
        case "section":
            return [section.id for section in dossier.sections]
        case "unit":
            return [unit.id for unit in dossier.units]


def _key(metric: Metric, grouping: Grouping) -> str:
    match grouping:
        case "area":
            return metric.area
        case "section":
            return metric.section
        case "unit":
            return metric.unit


def _name(key: str, grouping: Grouping, dossier: Dossier, words: Catalogue) -> str:
    match grouping:
        case "area":
            return dossier.area(key).label.in_language(words.language)
        case "section":
            section = dossier.section(key)
            return f"{section.number} {section.short.in_language(words.language)}"
        case "unit":
            return dossier.unit(key).label.in_language(words.language)


def _heading(name: str, metrics: Sequence[Metric], sums: Totals, words: Catalogue) -> str:
    """Return a heading: name, number of figures, totals, and the range if all have one unit."""
    dossier = sums.dossier
    parts = [name, words.plural("metrics.count", len(metrics))]
    for total in sums.totals(metrics):
        text = quantity_text(total.quantity, dossier.unit(total.tally.unit), words)
        parts.append(words("metrics.total", label=total.tally.label.in_language(words.language), total=text))
    unit = dossier.unit(metrics[0].unit)
    if len(metrics) > 1 and all(metric.unit == unit.id for metric in metrics):
        quantities = sorted((metric.quantity for metric in metrics), key=lambda quantity: quantity.magnitude)
        low, high = (quantity_text(quantity, unit, words) for quantity in (quantities[0], quantities[-1]))
        parts.append(words("metrics.range", low=low, high=high))
    return words("card.separator").join(parts)
