"""Figures of running text: every number, date and quantity of a report, each with its place.

Numbers are read clause by clause, so that no word of the next sentence qualifies one. A web address
is one word: the digits in it are no figures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from sufu_tui.reading.prints.dates_in_text import dates
from sufu_tui.reading.prints.numerals import DIGITS, UNITS
from sufu_tui.reading.prints.printed_numbers import numbers
from sufu_tui.typesetting.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

FigureKind = Literal["number", "date", "vague"]
"""Kind of a figure; a vague one names no number: 數十, "dozens"."""

NUMERAL_CHARACTERS = frozenset((*"0123456789", *DIGITS, *UNITS))
"""Characters that numbers are written with, in half width."""

_ADDRESS = LazyPattern(r"(?:https?://|www\.)[!-~]+", re.IGNORECASE)
_CLAUSE_END = LazyPattern(r"[，。；！？、…：\n「」『』“”《》]|[,:;!?](?![0-9])|(?<![0-9])[,:;!?]|\.(?=\s|$)")
# Most clauses have none of these, and no number.
_MAY_COUNT = LazyPattern(rf"[0-9{''.join(DIGITS)}{UNITS}½⅓⅔¼¾⅕-⅞⅐-⅒]|[A-Za-z]{{3}}")
_IMPLIED = LazyPattern(r"[首雙双番半大過过多數数]+|[頭头]一")
# Quantities that `numbers` leaves out because they name no number, and halves beside other numbers.
_MORE = LazyPattern(
    r"(?P<vague>[數数幾几][十百千萬万億亿]+|(?:一兩|一两|一二|兩三|两三|二三|三四|三五|四五|五六|六七|七八|八九)"
    r"(?:十|百|千|萬|万|億|亿)*(?=[個个年天月日次家名人位項项倍座件])"
    r"|\b(?:dozens|scores|hundreds|thousands|millions|billions)\b)"
    r"|(?P<half>[過过大]半(?![年天個个])|半(?=[年天個个月數数]|小[時时]))",
    re.IGNORECASE,
)


class TextFigure(NamedTuple):
    """Number, date or quantity of a text, from `start` to `end` of it.

    `values` are what a number can be taken for, the likeliest first; `date` is a date in EDTF, as far
    as the words alone tell it.
    """

    start: int
    end: int
    kind: FigureKind
    values: tuple[Decimal, ...] = ()
    date: str | None = None


def figures(text: str) -> tuple[TextFigure, ...]:
    """Return every figure of `text`, in half width, from left to right; none overlaps another."""
    text = _ADDRESS.sub(lambda found: "\n" * len(found[0]), text)
    found = [TextFigure(date.start, date.end, "date", date=date.edtf) for date in dates(text)]
    rest = _without(text, found)
    found += _numbers(rest)
    rest = _without(rest, found)
    for more in _MORE.finditer(rest):
        half = numbers(more[0]) if more["half"] else ()
        values = half[0].values if half else ()
        found.append(TextFigure(more.start(), more.end(), "number" if values else "vague", values))
    return tuple(sorted(found))


def clause_around(text: str, start: int, end: int, before: int, after: int) -> tuple[int, int]:
    """Return where the clause around `start` to `end` begins and ends, at most `before` and `after` on."""
    first, last = max(0, start - before), min(len(text), end + after)
    for mark in _CLAUSE_END.finditer(text, first, start):
        first = mark.end()
    mark_after = _CLAUSE_END.search(text, end, last)
    return first, mark_after.start() if mark_after else last


def _without(text: str, found: list[TextFigure]) -> str:
    """Return `text` with an end of clause in place of every character of what was found."""
    pieces, at = [], 0
    for figure in sorted(found):
        pieces += [text[at : figure.start], "\n" * (figure.end - figure.start)]
        at = figure.end
    return "".join((*pieces, text[at:]))


def _numbers(text: str) -> Iterator[TextFigure]:
    at = 0
    while at < len(text):
        mark = _CLAUSE_END.search(text, at)
        end = mark.start() if mark else len(text)
        clause = text[at:end]
        if _MAY_COUNT.search(clause):
            for number in numbers(clause):
                if not _IMPLIED.fullmatch(clause[number.start : number.end]):
                    yield TextFigure(at + number.start, at + number.end, "number", number.values)
        at = mark.end() if mark else len(text)
