"""Text figures: the numbers and the dates of texts that are looked at again with every key."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple, TypeVar

from sufu_tui.reading.prints.dates_in_text import dates
from sufu_tui.reading.prints.running_text import figures

_MOST_CHARACTERS = 20_000
"""Characters of a text in which they are looked for."""
_MOST_KEPT = 2_000
"""Texts whose figures are kept: many more than a screen shows."""
_YEAR = re.compile(
    r"(?<![0-9])(?<![0-9][.,/])(?:(?<![0-9]-)|(?<=[12][0-9]{3}-))(?:19|20)[0-9]{2}"
    r"(?![0-9]|[.,/][0-9]|-(?![12][0-9]{3}(?![0-9-]))[0-9]|[\u4e00-\u9fff])"
)
_BEFORE_ERA = re.compile(r"(?:西元|公元)?前[0-9]{1,5}年|(?<![0-9.,])[0-9]{1,5} ?bce?(?![a-z])")
_MAY_BE_TIME = re.compile("[0-9年月日季半]")


_T = TypeVar("_T")


class WrittenNumber(NamedTuple):
    """Number of a text from `start` to `end`, with what it can be."""

    start: int
    end: int
    values: tuple[Decimal, ...]


class TextFigures:
    """Cache of the numbers and dates of folded texts."""

    def __init__(self) -> None:
        self._numbers: dict[str, tuple[WrittenNumber, ...]] = {}
        self._times: dict[str, tuple[tuple[int, int], ...]] = {}

    def numbers(self, text: str) -> tuple[WrittenNumber, ...]:
        """Return the numbers of a text, from left to right."""
        found = self._numbers.get(text)
        if found is None:
            read = (one for one in figures(text[:_MOST_CHARACTERS]) if one.values)
            found = tuple(WrittenNumber(one.start, one.end, one.values) for one in read)
            _keep(self._numbers, text, found)
        return found

    def times(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the dates and the years of a text stand, from left to right."""
        found = self._times.get(text)
        if found is None:
            found = tuple(sorted(_times(text[:_MOST_CHARACTERS]))) if _MAY_BE_TIME.search(text) else ()
            _keep(self._times, text, found)
        return found


def _times(text: str) -> list[tuple[int, int]]:
    found = [year.span() for year in _BEFORE_ERA.finditer(text)]
    found += [(date.start, date.end) for date in dates(text)]
    taken = {place for start, end in found for place in range(start, end)}
    return found + [year.span() for year in _YEAR.finditer(text) if year.start() not in taken]


def _keep(kept: dict[str, _T], text: str, found: _T) -> None:
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[text] = found
