"""Numbers of the paragraphs of a narrative, through all of its sections."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from sufu_tui.dossier.model import Section


class NumberedParagraph(NamedTuple):
    """Paragraph by its section and its place in that; both count from 0."""

    section: int
    paragraph: int


class ParagraphNumbers:
    """Numbers of all paragraphs, from 0 on."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._starts = list(accumulate((len(section.paragraphs) for section in sections), initial=0))

    @property
    def total(self) -> int:
        """Number of paragraphs."""
        return self._starts[-1]

    def of(self, section: Section, paragraph: int = 0) -> int:
        """Return the number of a paragraph of `section`, which counts from 0 there."""
        return self._starts[section.number - 1] + paragraph

    def place(self, number: int) -> NumberedParagraph:
        """Return the paragraph with a number."""
        section = bisect_right(self._starts, number) - 1  # an empty section before it begins there as well
        return NumberedParagraph(section, number - self._starts[section])
