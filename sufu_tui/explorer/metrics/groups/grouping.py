"""Grouping of figures by area, section or unit, with headings that sum the figures up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Metric
from sufu_tui.dossier.totals import Totals
from sufu_tui.explorer.metrics.cursor import GroupHeading, Line
from sufu_tui.explorer.metrics.settings import Grouping
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.writing.lazy_sequence import LazySequence

FOLDED_MARK, UNFOLDED_MARK = "▸", "▾"


class Group(NamedTuple):
    """Group of an area, a section or a unit by its id, with its figures in order."""

    key: str
    name: str
    rows: Sequence[int]


class Groups(NamedTuple):
    """Groups, and their lines: headings, and the rows of those that are not folded."""

    lines: Sequence[Line] = ()
    groups: Sequence[Group] = ()
    headings: Sequence[str] = ()
    """Heading of each group, written when it is looked at: it adds up the figures."""

    def above(self, line: Line | None) -> int | None:
        """Return the number of the group that `line` belongs to or is the heading of; None without groups."""
        if isinstance(line, GroupHeading):
            return line.group if line.group < len(self.groups) else None
        return next((number for number, group in enumerate(self.groups) if line in group.rows), None)


def grouped(
    rows: Sequence[int], grouping: Grouping, sums: Totals, words: Catalogue, folded: Collection[str] = ()
) -> Groups:
    """Return `rows` (numbers of metrics) group by group, those with a key in `folded` as a heading only.

    Groups come in the dossier's order, the rows within one in the order that they had.
    """
    dossier = sums.dossier
    members: dict[str, list[int]] = {key: [] for key in _keys(grouping, dossier)}
    for row in rows:
        members[_key(dossier.metrics[row], grouping)].append(row)
    lines: list[Line] = []
    groups: list[Group] = []
    for key, found in members.items():
        if found:
            lines += (GroupHeading(len(groups)), *(() if key in folded else found))
            groups.append(Group(key, _name(key, grouping, dossier, words), found))

    @cache
    def heading(number: int) -> str:
        key, name, found = groups[number]
        mark = FOLDED_MARK if key in folded else UNFOLDED_MARK
        return f"{mark} {_heading(name, [dossier.metrics[row] for row in found], sums, words)}"

    return Groups(lines, groups, LazySequence(heading, range(len(groups))))


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
