"""Phrases: a text that has to be cut ends where a reader would pause, on no word that leans on the next."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from sufu_tui.typesetting.breaking import break_lines
from sufu_tui.typesetting.cells import CLIP_MARK, width
from sufu_tui.typesetting.no_break import BLANKS, LINKING

_PAUSES = "，；：、。—,;:"
"""Marks before which a reader would pause."""
_OPENING, _CLOSING = "（「『《〈【〔“([{", "）」』》〉】〕”)]}"
_HANGING = "的和與与及或在於于為为由把將将"
"""Chinese words of one character that lean on the next one."""
_LEAST = 0.6
"""Share of the room that must be filled by what comes before a pause."""
_LEAST_BEFORE_BRACKET = 0.3
_LOOKED_AT = 100
"""Characters that are looked at beside four for each cell: the first line depends on no later ones."""


def clip_phrase(text: str, cells: int) -> str:
    """Return `text`, or of one wider than `cells` the beginning up to a pause or a whole word, with a mark.

    A bracket or a quotation mark that would stay open is left out with what it holds.
    """
    near = text[: 4 * max(0, cells) + _LOOKED_AT]
    if width(near) <= cells and width(text) <= cells:
        return text
    if cells < 2 + len(CLIP_MARK):
        return CLIP_MARK[:cells]
    room = cells - len(CLIP_MARK)
    start, end = next(break_lines(near, room), (0, 0))
    head = near[start:end]
    opened = _unclosed(head)
    if opened is not None and width(head[:opened]) >= room * _LEAST_BEFORE_BRACKET:
        head = head[:opened]
    pause = max((place for place in range(len(head)) if _is_pause(head, place)), default=0)
    if width(head[:pause]) >= room * _LEAST:
        head = head[:pause]
    return _standing(head) + CLIP_MARK


def few_lines(text: str, cells: int, most: int) -> list[str]:
    """Return `text` in at most so many lines of `cells` cells (two at least), the last cut at a phrase."""
    cells = max(2, cells)
    near = text[: 4 * cells * most + _LOOKED_AT]
    places = list(islice(break_lines(near, cells), most + 1))
    lines = [near[start:end] for start, end in places[:most]]
    if len(places) <= most and len(near) == len(text):
        return lines
    return [*lines[:-1], clip_phrase(text[places[len(lines) - 1][0] :], cells)]


def _is_pause(text: str, place: int) -> bool:
    """Return whether a reader would pause at a place: not in `7,500` or `9:30`."""
    mark, after = text[place], text[place + 1 : place + 2]
    return mark in _PAUSES and not (mark in ",:" and after.isdecimal())


def _unclosed(text: str) -> int | None:
    """Return the place of the first opening mark that `text` does not close."""
    opened: list[int] = []
    for place, one in enumerate(text):
        if one in _OPENING:
            opened.append(place)
        elif one in _CLOSING and opened:
            opened.pop()
    return opened[0] if opened else None


def _standing(text: str) -> str:
    """Return a text without what would hang at its end: marks, and words that lean on the next one."""
    bare = _hanging().sub("", text)
    return bare or text.rstrip()


@lru_cache(maxsize=1)
def _hanging() -> re.Pattern[str]:
    marks = re.escape(BLANKS + _PAUSES + _OPENING)
    return re.compile(rf"(?:[{marks}{_HANGING}]|(?:(?<=\s)|^)(?:{LINKING})(?=[{marks}]|$))+$", re.IGNORECASE)
