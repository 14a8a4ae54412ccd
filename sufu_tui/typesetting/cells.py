"""Text width in terminal cells, where a Chinese character takes two.

Widths are Rich's (Unicode tables of its own, the same that lay out the screen), so that a measured and
a drawn width never differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rich.cells import cell_len, get_character_cell_size

CLIP_MARK = "⋯"
"""Mark of cut text; narrow in every terminal, unlike the ellipsis."""

_MEASURED = 300
"""Characters of a text that is measured as a whole to clip it."""

Align = Literal["left", "right", "center"]


def width(text: str) -> int:
    """Return the number of cells that `text` takes."""
    if text.isascii():
        return len(text)
    return cell_len(text) if len(text) <= _MEASURED else sum(widths(text))


def width_up_to(text: str, most: int) -> int:
    """Return the number of cells that `text` takes, `most` if it takes more: no more of it is measured."""
    head, rest = split_at(text, most)
    return most if rest else width(head)


def widths(text: str) -> Iterator[int]:
    """Return the cells of each character of `text`, which has no emoji sequence; a combining mark has 0."""
    return map(get_character_cell_size, text)


def split_at(text: str, cells: int) -> tuple[str, str]:
    """Split `text` where its head is the longest that fits into `cells`; no character is cut in two.

    A zero-width character (a combining mark) stays with the character before it.
    """
    if text.isascii():
        return text[:cells], text[cells:]
    used = 0
    for index, character in enumerate(text):
        used += get_character_cell_size(character)
        if used > cells:
            return text[:index], text[index:]
    return text, ""


def clip(text: str, cells: int) -> str:
    """Return `text` cut to at most `cells` cells, with CLIP_MARK at its end if it was cut."""
    # Of a text without end only the part that may be shown is measured.
    if (len(text) <= _MEASURED and width(text) <= cells) or not split_at(text, max(0, cells))[1]:
        return text
    if cells < 1:
        return ""
    return split_at(text, cells - 1)[0].rstrip() + CLIP_MARK


def fit(text: str, cells: int, align: Align = "left") -> str:
    """Return `text` clipped or padded with blanks to exactly `cells` cells."""
    clipped = clip(text, cells)
    missing = cells - width(clipped)
    if align == "right":
        return " " * missing + clipped
    if align == "center":
        return " " * (missing // 2) + clipped + " " * (missing - missing // 2)
    return clipped + " " * missing
