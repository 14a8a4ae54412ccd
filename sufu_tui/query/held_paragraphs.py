"""Held paragraphs: those that hold something of what a filter leaves.

A paragraph does so if its own text matches, or if it links an item that does. Terms that mean nothing for
a text, as `unit:` does, leave the answer to the items.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Item, Kind, Ref, Section
from sufu_tui.query import SLICE
from sufu_tui.query.column_scan import Rows

LINKED: tuple[Kind, ...] = ("metric", "event", "entity")
"""Kinds of items that hold something for a paragraph that links them."""
_AT_A_TIME = 200
"""Paragraphs whose links are found in a step."""


class ParagraphPlace(NamedTuple):
    """Place of a paragraph: its section, and its number within that, from 0."""

    section: str
    number: int


class ParagraphTable:
    """Table of all paragraphs of a dossier, numbered through, with the rows of the items that each links."""

    def __init__(self, dossier: Dossier, items: Callable[[Kind], Sequence[Item]]) -> None:
        """List the paragraphs of `dossier`; `items` returns its items of a kind, in order."""
        places = [
            (ParagraphPlace(section.id, number), section._replace(paragraphs=(paragraph,)))
            for section in dossier.sections
            for number, paragraph in enumerate(section.paragraphs)
        ]
        self.places: Sequence[ParagraphPlace] = [place for place, _ in places]
        """Place of each paragraph."""
        self.pieces: Sequence[Section] = [piece for _, piece in places]
        """Paragraphs, each as a section that has no other."""
        self._items = items
        self._found: list[frozenset[Ref]] = []

    def prepare(self) -> Iterator[None]:
        """Find the links of all paragraphs, those of a few at each step."""
        while (begin := len(self._found)) < len(self.pieces):
            few = self.pieces[begin : begin + _AT_A_TIME]
            self._found += [frozenset(_links_of(piece)) for piece in few]
            yield

    @cached_property
    def _links(self) -> Sequence[frozenset[Ref]]:
        deque(self.prepare(), 0)
        return self._found

    @cached_property
    def _rows(self) -> Mapping[Kind, Mapping[Ref, int]]:
        return {kind: self._rows_of(kind, frozenset().union(*self._links)) for kind in LINKED}

    def _rows_of(self, kind: Kind, linked: Collection[Ref]) -> Mapping[Ref, int]:
        ids = {ref.id for ref in linked if ref.kind == kind}
        return {item.ref: row for row, item in enumerate(self._items(kind)) if item.id in ids}

    def linked_among(self, kind: Kind, rows: Rows) -> Collection[Ref]:
        """Return those of the items in `rows` that some paragraph links."""
        found = frozenset(rows)
        return {ref for ref, row in self._rows[kind].items() if row in found}

    def holding(self, own: Collection[int], linked: frozenset[Ref]) -> Iterator[Rows]:
        """Yield the numbers of the paragraphs that are among `own` or link one of `linked`, in parts."""
        for start in range(0, len(self.pieces), SLICE):
            numbers = range(start, min(start + SLICE, len(self.pieces)))
            yield [
                number for number in numbers if number in own or not linked.isdisjoint(self._links[number])
            ]


def _links_of(piece: Section) -> Iterator[Ref]:
    for paragraph in piece.paragraphs:
        for spans in paragraph.text.versions.values():
            yield from (span.ref for span in spans if span.ref is not None)
