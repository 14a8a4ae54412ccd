"""Staleness: the differences between a picture and the screen as it is now."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sufu_tui.screenshots.metadata import Metadata


class Difference(NamedTuple):
    """Difference: `code` is `text`, `look` or `drawing`; lines count from 1, 0 is the whole."""

    code: str
    line: int = 0
    was: str = ""
    now: str = ""


def differences(old: Metadata, new: Metadata) -> Iterator[Difference]:
    """Yield the differences: of the text, line by line, else of the styles, else of the drawing.

    Drawings are compared only where both have the same fonts.
    """
    text = [
        Difference("text", number, was, now)
        for number, (was, now) in enumerate(zip_longest(old.lines, new.lines, fillvalue=""), 1)
        if was != now
    ]
    if text or not new.drawing:
        yield from text
        return
    looks = [
        Difference("look", number, now=new.lines[number - 1])
        for number, (was, now) in enumerate(zip_longest(old.looks, new.looks), 1)
        if was != now
    ]
    yield from looks
    if not looks and old.fonts == new.fonts and old.drawing != new.drawing:
        yield Difference("drawing")
