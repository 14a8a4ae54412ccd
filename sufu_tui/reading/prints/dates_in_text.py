"""Dates in running text: 2023年8月18日至19日, 今年9月3日, 2024年夏, 民國112年, 90年代, "3 September 2023"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sufu_tui.dossier.days import REPUBLIC_BEGINS
from sufu_tui.reading.prints.latin_dates import latin_date, latin_matches
from sufu_tui.reading.prints.numerals import DIGITS, numerals
from sufu_tui.reading.prints.text_date import Edge, TextDate, beside
from sufu_tui.typesetting.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN_DIGITS = "".join(DIGITS)
_SMALL = r"(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_WRITTEN_YEAR = "(?:1[0-9]{3}|2[01][0-9]{2})"  # 2500年後 is a span of years
_REPUBLIC = "(?:中[華华])?民[國国]"
_YEAR = rf"(?:{_WRITTEN_YEAR}|[{_HAN_DIGITS}]{{4}}|{_REPUBLIC}(?:元|[0-9]{{1,3}}|[{_HAN_DIGITS}十百]{{1,6}}))"
_YEAR_OF = r"[今去前明後后同當当翌次本]年"
_TO = r"(?:至|到|—|–|-|~)"
# A season's sign begins other words as well: 春節 is a day, 夏至 another.
_SEASON = (
    "[初早仲盛晚深暮嚴严隆]?"
    "(?P<season>(?:春(?![節节分運运聯联耕晚])|夏(?!至|令|收)|秋(?!分|收)|冬(?!至|奧|奥|令))(?![春夏秋冬]))[季天]?"
)
_FOURTHS = "(?P<four>[前首頭头中後后末]|中[間间])四[個个]月"
_THIRD = "(?:的?(?P<{}>[初早前中後后晚末底])[期葉叶]?)?"

_BEGINNINGS = f"0-9{_HAN_DIGITS}十廿今去前明後后同當当翌次本上下第年月歲岁即昨中民"

_CHINESE = LazyPattern(
    rf"(?=[{_BEGINNINGS}])(?<![0-9])(?:"
    rf"(?:(?P<year>{_YEAR})年(?!代)|{_YEAR_OF})?(?<![0-9一二三四五六七八九十])(?P<month>{_SMALL})月(?:份)?"
    rf"(?:(?P<day>{_SMALL})[日號号](?![元本常]))?"
    rf"(?:(?P<ten>[上中下])旬|(?P<month_edge>[初底末]))?"
    rf"(?:{_TO}(?:(?:(?P<year_end>[0-9]{{2,4}})年)?(?P<month_end>{_SMALL})月(?!份))?(?:(?P<day_end>{_SMALL})[日號号](?![元本常]))?"
    rf"(?<=[日號号月]))?"
    rf"|(?:(?P<only_year>{_YEAR})年(?!代)|(?P<year_of>{_YEAR_OF}))"
    rf"(?:{_TO}(?P<last_year>[0-9]{{2,4}})年)?"
    rf"(?:的?(?:(?P<half>[上下前後后])半年|第?(?P<quarter>[一二三四首1-4])季度?|q(?P<q>[1-4])(?![0-9a-z])|{_FOURTHS}|{_SEASON})"
    rf"|年?(?P<year_edge>[初底末])|年?(?P<year_middle>中)(?=[,，。]|$))?"
    rf"|(?P<century>[0-9]{{1,2}}|[{_HAN_DIGITS}十]{{1,3}})世[紀纪](?:的?(?P<tens>[0-9]0|[二三四五六七八九]十)年代)?"
    rf"{_THIRD.format('century_edge')}"
    rf"|(?P<decade>(?:{_REPUBLIC})?[0-9]{{2,4}}|[{_HAN_DIGITS}]{{4}}|[二三四五六七八九]十)年代{_THIRD.format('decade_edge')}"
    rf"|(?P<any_half>[上下])半年|第?(?P<any_quarter>[一二三四])季度"
    rf"|(?P<any_year>年)[初底末]|(?P<any_month>月)[初底末]|[歲岁]末"
    rf"|{_SMALL}[日號号](?![元本常])(?:{_TO}{_SMALL}[日號号])?"
    r"|[同當当次翌即今昨明]日(?!常)|[今昨明前當当]天|[當当今昨]晚|(?P<month_of>[本上下同當当]月(?!亮))|[本上下][周週]"
    r")",
    re.IGNORECASE,
)
_NUMERIC = LazyPattern(
    r"(?<![0-9./-])(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})(?![0-9]|[./-][0-9])"
)
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_QUARTERS = {
    "首": 33,
    **{sign: 33 + place for signs in ("一二三四", "1234") for place, sign in enumerate(signs)},
}
_EDGES: dict[str, Edge] = {
    **dict.fromkeys("初早前上", "first"),
    "中": "middle",
    **dict.fromkeys("底末後后晚下", "last"),
}


def dates(text: str) -> Iterator[TextDate]:
    """Yield the dates of `text`, which is in half width; not always from left to right, but none twice."""
    numeric = list(_NUMERIC.finditer(text))
    for found in numeric:
        yield TextDate(*found.span(), (int(found["year"]), int(found["month"]), int(found["day"])))
    chinese = list(beside(_CHINESE.finditer(text), [found.span() for found in numeric]))
    yield from map(_chinese, chinese)
    taken = sorted(found.span() for found in (*numeric, *chinese))
    for found in beside(latin_matches(text), taken):
        yield latin_date(found)


def _chinese(found: re.Match[str]) -> TextDate:
    if found["month"]:
        return _of_month(found)
    if found["only_year"] or found["year_of"]:
        return _of_year(found)
    if found["century"] or found["decade"]:
        return _of_decade(found)
    if found["any_half"] or found["any_quarter"]:
        part = _QUARTERS.get(found["any_quarter"] or "", 40 + (found["any_half"] == "下"))
        return TextDate(*found.span(), part=part)
    if found["any_year"] or found["any_month"]:
        edge = _EDGES[found[0][1]]
        return TextDate(*found.span(), edge=edge, within="year" if found["any_year"] else "month")
    return TextDate(*found.span(), within="month" if found["month_of"] else None)


def _of_month(found: re.Match[str]) -> TextDate:
    first = (_year(found["year"]), _number(found["month"]), _number(found["day"]))
    last = None
    if found["day_end"] or found["month_end"]:
        last = (
            _year(found["year_end"], found["year"] or "") or first[0],
            _number(found["month_end"]) or first[1],
            _number(found["day_end"]),
        )
    edge = None if last else _EDGES.get(found["ten"] or found["month_edge"] or "")
    return TextDate(*found.span(), first, last, edge=edge)


def _of_year(found: re.Match[str]) -> TextDate:
    first = (_year(found["only_year"]), None, None)
    last_year = _year(found["last_year"], found["only_year"] or "")
    return TextDate(
        *found.span(),
        first,
        None if last_year is None else (last_year, None, None),
        part=_part(found),
        edge=_EDGES.get(found["year_edge"] or found["year_middle"] or ""),
        within="year" if found["year_of"] else None,
    )


def _part(found: re.Match[str]) -> int | None:
    """Return the code of ISO 8601-2 for the part of a year that is named; None for the whole."""
    if found["season"]:
        return _SEASONS[found["season"]]
    if quarter := found["quarter"] or found["q"]:
        return _QUARTERS[quarter]
    if half := found["half"]:
        return 40 if half in "上前" else 41
    if four := found["four"]:
        return 38 if four[0] == "中" else 37 if four in "前首頭头" else 39
    return None


def _of_decade(found: re.Match[str]) -> TextDate:
    """Return a decade or a century; one of the Republic, 民國80年代, begins with the year 80 there."""
    edge = _EDGES.get(found["century_edge"] or found["decade_edge"] or "")
    if found["century"]:
        century = _number(found["century"]) or 0
        tens = _number(found["tens"])
        if not 0 < century < 100:
            return TextDate(*found.span())
        years = "XX" if tens is None else f"{tens // 10}X"
        return TextDate(*found.span(), mask=f"{century - 1:02d}{years}", edge=edge)
    if "民" in found["decade"]:
        year = _year(found["decade"]) or 0
        return TextDate(*found.span(), (year, None, None), (year + 9, None, None), edge=edge)
    year = _number(found["decade"]) or 0
    if year % 10 or 100 <= year < 1000:
        return TextDate(*found.span())
    decade = f"{year // 10}X"
    return TextDate(*found.span(), mask=decade if year >= 1000 else f"XX{decade}", edge=edge)


def _year(text: str | None, beginning: str = "") -> int | None:
    """Return the year of our era that `text` names, in the Republic's count if `beginning` is in it."""
    if not text:
        return None
    if "民" not in text:
        year = _number(text)
        is_short = year is not None and year < 1000
        return year + REPUBLIC_BEGINS if year is not None and is_short and "民" in beginning else year
    count = text.partition("國" if "國" in text else "国")[2]
    return REPUBLIC_BEGINS + (1 if count == "元" else _number(count) or 0)


def _number(text: str | None) -> int | None:
    """Return the number that `text` spells; 二〇二三 digit by digit."""
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    if len(text) == 4 and all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    spelled = next(numerals(text), None)
    return int(spelled.value) if spelled else None
