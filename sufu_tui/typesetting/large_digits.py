"""Large digits: numbers drawn with blocks, three or five rows high.

Block characters are in every set of glyphs: a narrow or an ASCII terminal gets one cell for one cell.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

DigitSize = Literal["small", "large"]
"""Size of digits: three rows of half blocks, or five rows of strokes two cells wide."""

ROWS: dict[DigitSize, int] = {"small": 3, "large": 5}

# Five dots high and three wide; a comma and a point are one wide. Read row by row.
_DOTS = {
    "0": ("###", "#.#", "#.#", "#.#", "###"),
    "1": ("##.", ".#.", ".#.", ".#.", "###"),
    "2": ("###", "..#", "###", "#..", "###"),
    "3": ("###", "..#", "###", "..#", "###"),
    "4": ("#.#", "#.#", "###", "..#", "..#"),
    "5": ("###", "#..", "###", "..#", "###"),
    "6": ("###", "#..", "###", "#.#", "###"),
    "7": ("###", "..#", "..#", "..#", "..#"),
    "8": ("###", "#.#", "###", "#.#", "###"),
    "9": ("###", "#.#", "###", "..#", "###"),
    ",": (".", ".", ".", "#", "#"),
    ".": (".", ".", ".", ".", "#"),
    "-": ("...", "...", "###", "...", "..."),
}
_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


class SplitFigure(NamedTuple):
    """Figure in words, split around its digits: `超過`, `74`, `億元`."""

    before: str
    digits: str = ""
    after: str = ""


def split_figure(text: str) -> SplitFigure:
    """Split a figure around its first number; without one all of it comes before."""
    found = re.search(r"[0-9](?:[0-9]|[,.](?=[0-9]))*", text)
    return SplitFigure(text[: found.start()], found[0], text[found.end() :]) if found else SplitFigure(text)


def large_digits(text: str, size: DigitSize) -> tuple[str, ...]:
    """Return the rows of a number in digits, all of one width; none where a sign cannot be drawn."""
    if not text or any(sign not in _DOTS for sign in text):
        return ()
    if size == "large":
        return tuple(
            "  ".join("".join("██" if dot == "#" else "  " for dot in _DOTS[sign][row]) for sign in text)
            for row in range(5)
        )
    rows = []
    for upper in (0, 2, 4):
        signs = []
        for sign in text:
            lower = _DOTS[sign][upper + 1] if upper + 1 < len(_DOTS[sign]) else "." * len(_DOTS[sign][0])
            pairs = zip(_DOTS[sign][upper], lower, strict=True)
            signs.append("".join(_HALVES[above == "#", below == "#"] for above, below in pairs))
        rows.append(" ".join(signs))
    return tuple(rows)
