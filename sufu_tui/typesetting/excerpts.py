"""Excerpts: the part of a text around its first match, which begins and ends at words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from sufu_tui.typesetting.breaking import break_lines
from sufu_tui.typesetting.cells import CLIP_MARK, clip, split_at, width
from sufu_tui.typesetting.no_break import stretches

Marks = Sequence[tuple[int, int]]
Parts = tuple[tuple[str, bool], ...]
"""Text in parts, those that match marked True."""

_BEFORE = 24
"""Cells of a text before its first match, at most."""
_LOOKED_AT = 80
_LEAST = 4
"""Cells for less than which words cannot be minded."""
_CLAUSE_ENDS = frozenset("，。；：！？、…,.;:!?）」』”)")


class Excerpt(NamedTuple):
    """Part of a text from `start` to `end`, with marks at its ends where something was left out."""

    text: str
    marks: tuple[tuple[int, int], ...]

    @property
    def parts(self) -> Parts:
        """Text in parts, those that match marked."""
        return marked_parts(self.text, self.marks)


def excerpt(text: str, marks: Marks, cells: int) -> Excerpt:
    """Return the part of `text` that has its first mark, in at most `cells` cells."""
    short = len(text) <= cells and width(text) <= cells
    start = _beginning(text, marks[0][0]) if marks and not short else 0
    head = CLIP_MARK if start else ""
    end = _end(text, start, max(2, cells - len(head)), marks[0][1] if marks else 0)
    tail = CLIP_MARK if text[end:].strip() else ""
    shift = len(head) - start
    kept = tuple((first + shift, min(last, end) + shift) for first, last in marks if start <= first < end)
    return Excerpt(f"{head}{text[start:end].rstrip()}{tail}", kept)


def marked_parts(text: str, marks: Marks) -> Parts:
    """Return a text in parts, those that `marks` cover marked."""
    parts: list[tuple[str, bool]] = []
    end = 0
    for first, last in marks:
        parts += [(text[end:first], False), (text[first:last], True)]
        end = last
    return tuple(part for part in (*parts, (text[end:], False)) if part[0])


def cut_parts(text: str, marks: Marks, cells: int) -> Parts:
    """Return a text clipped to `cells` cells in parts; the clip mark stands for marks that are cut off."""
    shown = clip(text, cells)
    if shown == text or not shown:
        return marked_parts(shown, marks if shown else ())
    kept = len(shown) - len(CLIP_MARK)
    inside = [(first, min(last, kept)) for first, last in marks if first < kept]
    return (*marked_parts(shown[:kept], inside), (CLIP_MARK, any(last > kept for _, last in marks)))


def clipped_parts(parts: Parts, cells: int) -> Parts:
    """Return `parts` cut at a word to at most `cells` cells, with a mark at the end if they were cut."""
    ends = list(accumulate(len(text) for text, _ in parts))
    whole = "".join([text for text, _ in parts])
    if cells < _LEAST:
        return parts if width(whole) <= cells else ((clip(whole, cells), False),)
    end = _end(whole, 0, cells, 0)
    cut = bool(whole[end:].strip())
    if not cut and width(whole) <= cells:
        return parts
    end = min(end, len(whole.rstrip()))
    kept: list[tuple[str, bool]] = []
    for (text, stands_out), last in zip(parts, ends, strict=True):
        if last >= end:
            kept.append((text[: len(text) - (last - end)].rstrip(), stands_out))
            break
        kept.append((text, stands_out))
    return (*kept, (CLIP_MARK, False)) if cut else tuple(kept)


def _beginning(text: str, match: int) -> int:
    """Return where an excerpt begins whose first match is at `match`: at a clause near it, or a word."""
    low = max(0, match - _LOOKED_AT)
    before = text[low:match]
    if width(before) <= _BEFORE and not low:
        return 0
    inside = [
        place
        for first, last in stretches(text[low : match + _LOOKED_AT])
        for place in range(low + first + 1, low + last)
    ]
    places = [
        place
        for place in sorted({*range(low + 1, match + 1)}.difference(inside))
        if width(text[place:match]) <= _BEFORE and text[place].strip()
    ]
    clauses = [place for place in places if text[:place].rstrip()[-1:] in _CLAUSE_ENDS]
    return next(iter([*clauses, *places]), match)


def _end(text: str, start: int, cells: int, least: int) -> int:
    """Return the end of an excerpt from `start`: all that has room, up to the end of a word."""
    shown = split_at(text[start : start + 2 * cells + 2], cells)[0]
    if start + len(shown) >= len(text.rstrip()):
        return len(text)
    line = next(break_lines(text[start : start + 2 * cells + _LOOKED_AT], max(2, cells - 1)), (0, 0))
    end = start + line[1]
    # A word without end may be the match itself.
    if end > start and end >= min(least, start + 1) and width(text[start:end]) < cells:
        return end
    return start + len(split_at(shown, max(1, cells - 1))[0])
