"""Greedy line breaking in cells: as many characters on a line as fit and the rules (kinsoku) let.

`sufu_tui.typesetting.no_break` finds the stretches that no line may end inside. A stretch that is wider
than a line is cut at a blank, else where no mark begins or ends a line, else anywhere, but never between
a character and the marks written over it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import accumulate

from sufu_tui.typesetting.cells import widths
from sufu_tui.typesetting.no_break import BLANKS, CLOSERS, MARKS, OPENERS, stretches

# Few texts have a line that needs one of these, so they are compiled when one does.
_OPENER, _CLOSER, _MARK = f"[{OPENERS}]", f"[{CLOSERS}]", f"[{MARKS}]"
_ONE = rf".[{CLOSERS}]?"
_TWO = rf"[{OPENERS}]*[^\W_]{{1,2}}[{CLOSERS}]*"
_FEW_LETTERS = rf"[^\W\d_]{{1,4}}[{CLOSERS}]?"
_FEW = 8  # cells that a line may give to the next one without looking short


def break_lines(text: str, cells: int, names: Iterable[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield the lines of `text` for a width of `cells` as `(start, end)` character positions.

    The blanks at the end of a line are left out; every other character is in exactly one line.
    No line ends inside one of `names`, wherever it stands, if a line has room for it.
    Raises ValueError for a width of less than two cells, into which a Chinese character cannot go.
    """
    if cells < 2:
        raise ValueError("a line of Chinese needs two cells or more")
    return _Breaker(text, cells, names).lines()


def wrap(text: str, cells: int, names: Iterable[str] = ()) -> list[str]:
    """Return `text` as lines of at most `cells` cells, as `break_lines` breaks it."""
    return [text[start:end] for start, end in break_lines(text, cells, names)]


def _places(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where each of `names` stands in `text`; a name inside a Latin word is none."""
    for name in names:
        place = text.find(name) if name else -1
        while place >= 0:
            after = place + len(name)
            if not (
                _is_word(text[place - 1 : place] + name[0]) or _is_word(name[-1] + text[after : after + 1])
            ):
                yield place, after
            place = text.find(name, after)


def _is_word(two: str) -> bool:
    """Return whether two characters are Latin letters, of one word."""
    return len(two) == 2 and two.isascii() and two.isalpha()


def _joined(
    stretches: Iterable[tuple[int, int]], names: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield stretches and names from the left, those that overlap as one."""
    start = after = 0
    for head, tail in merge(stretches, names):
        if head < after:
            after = max(after, tail)
            continue
        if after:
            yield start, after
        start, after = head, tail
    if after:
        yield start, after


class _Breaker:
    """Breaker of one text into lines of one width."""

    def __init__(self, text: str, cells: int, names: Iterable[str]) -> None:
        self._text = text
        self._cells = cells
        self._end = self._without_blanks(0, len(text))
        # The cells before each character.
        self._edges: Sequence[int] = (
            range(len(text) + 1) if text.isascii() else (0, *accumulate(widths(text)))
        )
        named = sorted(
            (head, tail)
            for head, tail in _places(text, names)
            if self._edges[tail] - self._edges[head] <= cells
        )
        glued = list(_joined(stretches(text), named) if named else stretches(text))
        self._heads = [head for head, _ in glued]
        self._tails = [tail for _, tail in glued]

    def lines(self) -> Iterator[tuple[int, int]]:
        start = self._after_blanks(0)
        while start < self._end:
            after = self._next(start)
            yield start, self._without_blanks(start, after)
            start = self._after_blanks(after)

    def _next(self, start: int) -> int:
        """Return the beginning of the line after the one from `start`."""
        full = self._filled(start)
        if full >= self._end:
            return self._end
        after = self._before(self._after_blanks(full))
        if after <= start:
            return self._cut(start, full)
        return self._without_orphan(start, after)

    def _filled(self, start: int) -> int:
        """Return the end of the longest text from `start` that fits, by bisection."""
        return bisect_right(self._edges, self._edges[start] + self._cells, start) - 1

    def _before(self, place: int) -> int:
        """Return the last legal break up to `place`, by bisection."""
        number = bisect_left(self._heads, place) - 1
        if number >= 0 and self._tails[number] > place:
            return self._heads[number]
        return place

    def _cut(self, start: int, full: int) -> int:
        """Return the least harmful cut, up to `full`, of the too wide stretch from `start`."""
        places = range(start + 1, self._after_blanks(full) + 1)
        return max(places, key=lambda place: (-self._harm(start, place), place))

    def _harm(self, start: int, place: int) -> int:
        """Return the penalty (0 to 3) of cutting a line from `start` before the character at `place`."""
        before, after = self._text[place - 1], self._text[place]
        if re.match(_MARK, after) or (before == after and before in "—…"):
            return 3
        # The blanks before the cut are left out, so the character before them ends the line.
        last = self._text[self._without_blanks(start, place) - 1]
        if re.match(_CLOSER, after) or re.match(_OPENER, last) or after in BLANKS:
            return 2
        return 0 if before in BLANKS else 1

    def _without_orphan(self, start: int, after: int) -> int:
        """Return `after`, or the nearest earlier place after which no orphan would stand.

        Where the line would become too short for that, the orphan is as long as it can be.
        """
        place = after
        while most := self._most_moved(place):
            earlier = self._before(place - 1)
            if earlier <= start or self._edges[after] - self._edges[earlier] > most:
                break
            place = earlier
        return place

    def _most_moved(self, after: int) -> int:
        """Return how many cells of the line may join what follows; 0 where that is no orphan.

        W3C CLREQ advises against a last line of one character, with its marks or without. A few letters
        within Chinese look as lost, and so do two characters, where a line is long enough to give one.
        """
        if self._end - after > _FEW:
            return 0
        left, edges = self._text[after : self._end], self._edges
        before, first = edges[after] - edges[after - 1], edges[after + 1] - edges[after]
        if re.fullmatch(_ONE if first == 2 else _FEW_LETTERS, left) and 2 in (before, first):
            return min(_FEW, self._cells - 4)
        return min(_FEW, self._cells // 4) if re.fullmatch(_TWO, left) else 0

    def _after_blanks(self, place: int) -> int:
        while place < len(self._text) and self._text[place] in BLANKS:
            place += 1
        return place

    def _without_blanks(self, start: int, end: int) -> int:
        return start + len(self._text[start:end].rstrip(BLANKS))
