"""Figures by area, section or unit: headings with what can be said of all the figures below them."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.dossier.model import Dossier, Metric
from sufu_tui.explorer.metrics.settings import Grouping
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.numbers import quantity_text


def grouped(
    rows: Sequence[int], grouping: Grouping, dossier: Dossier, words: Catalogue
) -> tuple[list[int], tuple[str, ...]]:
    """Return `rows` (numbers of metrics) group by group, and the headings of the groups.

    In the result `~n` stands for the heading `n`. Groups come in the dossier's order, the rows within
    one in the order that they had.
    """
    members: dict[str, list[int]] = {key: [] for key in _keys(grouping, dossier)}
    for row in rows:
        members[_key(dossier.metrics[row], grouping)].append(row)
    lines: list[int] = []
    headings: list[str] = []
    for key, found in members.items():
        if found:
            lines += (~len(headings), *found)
            metrics = [dossier.metrics[row] for row in found]
            headings.append(_heading(_name(key, grouping, dossier, words), metrics, dossier, words))
    return lines, tuple(headings)


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
            return dossier.area(key).label.in_(words.language)
        case "section":
            section = dossier.section(key)
            return f"{section.number} {section.short.in_(words.language)}"
        case "unit":
            return dossier.unit(key).label.in_(words.language)


def _heading(name: str, metrics: Sequence[Metric], dossier: Dossier, words: Catalogue) -> str:
    """Return a name, how many figures, and between which they lie where they have one unit."""
    parts = [name, words.plural("metrics.count", len(metrics))]
    unit = dossier.unit(metrics[0].unit)
    if len(metrics) > 1 and all(metric.unit == unit.id for metric in metrics):
        quantities = sorted((metric.quantity for metric in metrics), key=lambda quantity: quantity.magnitude)
        low, high = (quantity_text(quantity, unit, words) for quantity in (quantities[0], quantities[-1]))
        parts.append(words("metrics.range", low=low, high=high))
    return words("card.separator").join(parts)
