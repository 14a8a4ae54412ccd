"""Phrases: a text that has to be cut ends where a reader would pause, on no word that leans on the next."""

from __future__ import annotations

import re
from functools import lru_cache

from sufu_tui.typesetting.breaking import wrap
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


def clip_phrase(text: str, cells: int) -> str:
    """Return `text`, or of one wider than `cells` the beginning up to a pause or a whole word, with a mark.

    A bracket or a quotation mark that would stay open is left out with what it holds.
    """
    if width(text) <= cells:
        return text
    if cells < 2 + len(CLIP_MARK):
        return CLIP_MARK[:cells]
    room = cells - len(CLIP_MARK)
    head = wrap(text, room)[0]
    opened = _unclosed(head)
    if opened is not None and width(head[:opened]) >= room * _LEAST_BEFORE_BRACKET:
        head = head[:opened]
    pause = max((place for place in range(len(head)) if _is_pause(head, place)), default=0)
    if width(head[:pause]) >= room * _LEAST:
        head = head[:pause]
    return _standing(head) + CLIP_MARK


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
