"""Where a line may end: Chinese punctuation, numbers and Latin words.

The rules are those of Chinese typesetting (GB/T 15834, W3C CLREQ) as far as a character grid
knows them, a tailoring of UAX #14: no line begins with a closing mark or ends with an opening
one, a dash or an ellipsis of two characters stays whole, a number stays with its unit, a Latin
word is not cut. A unit that is wider than the line is cut between characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sufu_tui.typesetting.cells import split_at, width

_OPENERS = "（「『《〈【〔“‘(\\[{#"
_CLOSERS = "，。、；：？！）」』》〉】〕”’％·…—,.;:?!%)\\]}"
_MEASURES = (
    "個月|个月|個小時|个小时|小時|小时|個百分點|个百分点"
    "|[元人個个名次家項项款年月日天時时周週歲岁種种類类位座條条期批隊队期份屆届%％‰]"
)


@lru_cache(maxsize=1)
def _units() -> re.Pattern[str]:
    """Match one unit after another, each with the blanks that follow it.

    Compiled at the first use: a start that shows no prose does not pay for it.
    """
    scaled = rf"(?: (?:thousand|million|billion|trillion)|[十百千萬万億亿]*(?:{_MEASURES})?)"
    number = rf"(?:CNY )?[+-]?\d[\d,.:]*(?:[–-]\d[\d,.]*)?{scaled}"
    latin = r"[^\W\d_\u2e80-\U0003ffff]+(?:['’.\-/_&+][\w]+)*\d*"
    return re.compile(
        rf"[{_OPENERS}]*(?:——|……|{number}|{latin}|\S)[\u0300-\u036f]*[{_CLOSERS}]*\s*",
    )


def break_lines(text: str, cells: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of `text` for a width of `cells` as `(start, end)` character positions.

    The blanks at the end of a line are left out; every other character is in exactly one line.
    Raises ValueError for a width of less than two cells, into which a Chinese character cannot go.
    """
    if cells < 2:
        raise ValueError("a line of Chinese needs two cells or more")
    start = end = len(text) - len(text.lstrip())
    used = 0  # cells of the present line, with the blanks after its last unit
    for match in _units().finditer(text, start):
        solid = match.group().rstrip()
        if used and used + width(solid) > cells:
            yield start, end
            start, used = match.start(), 0
        end = match.start() + len(solid)
        used += width(match.group())
        while width(solid) > cells:  # wider than a line: cut it between characters
            head, solid = split_at(solid, cells)
            yield start, start + len(head)
            start, used = start + len(head), used - width(head)
    if end > start:
        yield start, end


def wrap(text: str, cells: int) -> list[str]:
    """Return `text` as lines of at most `cells` cells."""
    return [text[start:end] for start, end in break_lines(text, cells)]
