"""Dates in English: "3 September 2023", "the summer of 2024", "Q3 2024", "the 1990s", "today"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from sufu_tui.reading.prints.text_date import TextDate, beside
from sufu_tui.typesetting.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTHS.split("|")[:12], start=1)}
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE = LazyPattern(
    rf"(?=[a-z0-9])(?<![0-9A-Za-z])(?:(?P<day>{_DAY})\s+(?P<month>{_MONTHS})\b\.?(?:,?\s+(?P<year>[0-9]{{4}})(?![0-9]))?"
    rf"|(?P<month2>{_MONTHS})\b\.?\s+(?:(?P<day2>{_DAY})(?![0-9])(?:,?\s+(?P<year2>[0-9]{{4}})(?![0-9]))?"
    rf"|(?P<year3>[0-9]{{4}})(?![0-9]))"
    r"|the\s+same\s+day|(?:last|this|next)\s+(?:(?P<within>year|month)|week)|today|yesterday|tomorrow)",
    re.IGNORECASE,
)

# Codes of ISO 8601-2 for parts of a year, by the words before it.
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_RANKS = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "middle": 1,
}
_PARTS = {"quarter": (33, 4), "four months": (37, 3), "half": (40, 2)}
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
_COARSE = LazyPattern(
    r"(?=[a-z0-9'’])(?<![0-9A-Za-z])(?:(?:the\s+)?(?:"
    rf"(?P<rank>{'|'.join(_RANKS)}|last)[\s-](?P<unit>quarter|four\s+months|half)"
    rf"|(?P<season>{'|'.join(_SEASONS)})|q(?P<quarter>[1-4])|(?P<quarter2>[1-4])q|h(?P<half>[12]))"
    r"(?:\s+of\s+|,?\s+|(?<=[qh1-4])-)(?P<year>[0-9]{4})(?:[-–/](?:[0-9]{4}|[0-9]{2}))?(?![0-9])"
    r"|(?P<year2>[0-9]{4})[\s-]?(?:q(?P<quarter3>[1-4])|h(?P<half2>[12]))\b"
    r"|(?:the\s+)?(?P<decade>(?:1[0-9]|2[01])[0-9]0)['’]?s\b"
    r"|(?:the\s+['’]?|['’])(?P<tens>[1-9]0)['’]?s\b"
    rf"|(?:the\s+)(?P<hundred>nineteen[\s-])?(?P<tens2>{'|'.join(_TENS)})\b"
    rf"|(?:the\s+)?(?:(?P<century>[0-9]{{1,2}})(?:st|nd|rd|th)|(?P<century2>{'|'.join(_CENTURIES)}))\s+century\b)",
    re.IGNORECASE,
)


def latin_matches(text: str) -> Iterator[re.Match[str]]:
    """Yield where dates in English stand in `text`: first parts of years and centuries, then days."""
    coarse = list(_COARSE.finditer(text))
    yield from coarse
    yield from beside(_DATE.finditer(text), [found.span() for found in coarse])


def latin_date(found: re.Match[str]) -> TextDate:
    """Return the date that was found."""
    return _coarse(found) if "decade" in found.re.groupindex else _date(found)


def _date(found: re.Match[str]) -> TextDate:
    month = found["month"] or found["month2"]
    if not month:
        within: Literal["year", "month"] | None = None
        if found["within"]:
            within = "year" if found["within"].lower() == "year" else "month"
        return TextDate(*found.span(), within=within)
    year = found["year"] or found["year2"] or found["year3"]
    day = found["day"] or found["day2"]
    days = int(re.sub("[a-z]", "", day, flags=re.IGNORECASE)) if day else None
    return TextDate(*found.span(), (int(year) if year else None, _MONTH_NUMBERS[month[:3].lower()], days))


def _coarse(found: re.Match[str]) -> TextDate:
    year = found["year"] or found["year2"]
    if year:
        return TextDate(*found.span(), (int(year), None, None), part=_part(found))
    if found["decade"]:
        return TextDate(*found.span(), mask=f"{found['decade'][:3]}X")
    if century := found["century"] or _CENTURIES.get((found["century2"] or "").lower()):
        return TextDate(*found.span(), mask=f"{int(century) - 1:02d}XX" if int(century) else "")
    tens = found["tens"][0] if found["tens"] else str(_TENS.index(found["tens2"].lower()) + 2)
    return TextDate(*found.span(), mask=f"{'19' if found['hundred'] else 'XX'}{tens}X")


def _part(found: re.Match[str]) -> int | None:
    """Return the code of the part of a year that is named; None for a third half."""
    if found["season"]:
        return _SEASONS[found["season"].lower()]
    if quarter := found["quarter"] or found["quarter2"] or found["quarter3"]:
        return 32 + int(quarter)
    if half := found["half"] or found["half2"]:
        return 39 + int(half)
    first, of = _PARTS[" ".join(found["unit"].lower().split())]
    rank = _RANKS.get(found["rank"].lower(), of - 1)
    return first + rank if rank < of else None
