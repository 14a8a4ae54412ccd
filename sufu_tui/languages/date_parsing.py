"""Parser of dates as people type them, in any of the languages, the interface's or another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sufu_tui.dossier.days import REPUBLIC_BEGINS, from_day, to_day, year_text
from sufu_tui.dossier.edtf import EdtfDate, EdtfError, Precision, parse
from sufu_tui.dossier.edtf_hints import suggestion

_BEFORE_ERA = re.compile(
    r"(?:西元前|公元前|前) *(?P<year>[1-9]\d*)年?|(?P<late>[1-9]\d*) *(?:bce|bc)", re.IGNORECASE
)
_OF_ERA = re.compile(r"(?:ad|ce) *(?P<year>\d{1,4})|(?P<late>\d{1,4}) *(?:ad|ce)", re.IGNORECASE)
_ERA = re.compile(r"^(?:西元|公元) *(?=\d)")
_REPUBLIC = re.compile(r"民[國国] *([1-9]\d{0,2}|元)年")
_CHINESE_YEAR = re.compile(r"[〇零○一二三四五六七八九]{4}(?=年)")
_CHINESE_FIGURES = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_CHINESE_DIGITS = "一二三四五六七八九十"

_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_FORMS = (
    re.compile(
        rf"(?:(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? +(?:of +)?)?{_MONTH}"
        r"(?:(?:,| of)? +(?P<year>\d{4}))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_MONTH} +(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? +(?P<year>\d{{4}}))?", re.IGNORECASE
    ),
    re.compile(
        r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月"
        r"(?:(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日號号])?"
    ),
)
# A part of a year, before it or after it; without a year, of the year that is looked at.
_PARTS = (
    (re.compile(r"(?:年底|年末)"), "-12~"),
    (re.compile(r"(?:年初)"), "-01~"),
    (re.compile(r"(?:年中)"), "-06~"),
    (re.compile(r"(?:年?上半年)"), "-40"),
    (re.compile(r"(?:年?下半年)"), "-41"),
    (re.compile(r"(?:the )?end(?: of)?|late", re.IGNORECASE), "-12~"),
    (re.compile(r"(?:the )?beginning(?: of)?|early", re.IGNORECASE), "-01~"),
    (re.compile(r"(?:the )?middle(?: of)?|mid(?:-| |$)", re.IGNORECASE), "-06~"),
    (re.compile(r"(?:the )?(?:first half(?: of)?|h1)", re.IGNORECASE), "-40"),
    (re.compile(r"(?:the )?(?:second half(?: of)?|h2)", re.IGNORECASE), "-41"),
    *(
        (
            re.compile(rf"q{number}|(?:年?第[{number}{_CHINESE_DIGITS[number - 1]}]季度?)", re.IGNORECASE),
            f"-{code}",
        )
        for number, code in enumerate(range(33, 37), start=1)
    ),
)
# A third of a month; a date that is not known better lies on one of its days.
_THIRDS = (
    (
        re.compile(
            r"(?P<month>.*月)(?:初|上旬)|(?:the )?(?:beginning of|early) +(?P<late>.+)", re.IGNORECASE
        ),
        1,
        10,
    ),
    (
        re.compile(r"(?P<month>.*月)(?:中旬|中)|(?:the )?(?:middle of +|mid[- ])(?P<late>.+)", re.IGNORECASE),
        11,
        20,
    ),
    (
        re.compile(r"(?P<month>.*月)(?:[底末]|下旬)|(?:the )?(?:end of|late) +(?P<late>.+)", re.IGNORECASE),
        21,
        31,
    ),
)
_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[/.](\d{4})")
_YEARS = (
    (re.compile(r"(\d{3})0(?:s|年代)"), r"\1X"),
    (re.compile(r"(\d{2})00s"), r"\1XX"),
)
_CENTURY = re.compile(
    r"(?P<before>前 *)?([1-9]\d?) *(?:世[紀纪]|(?:st|nd|rd|th) century(?P<late> bce?)?)", re.IGNORECASE
)
_SEASON = re.compile(
    r"(?:(?P<year>\d{4})年?)? *(?:the )?(?P<season>spring|summer|autumn|fall|winter|[春夏秋冬])[季天]?"
    r"(?: of)? *(?P<late>\d{4})?",
    re.IGNORECASE,
)
_SEASON_CODES = {
    "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
    "春": 21, "夏": 22, "秋": 23, "冬": 24,
}  # fmt: skip
_EARLY_YEAR = re.compile(r"\d{1,3}年")
_YEAR = re.compile(r"\d{4}")
_DOUBTS = (
    (re.compile(r"from +(.+?), *end unknown", re.IGNORECASE), "{}/"),
    (re.compile(r"(?:自|從|从)?(.+?)起, *[結结]束日期不[詳详]"), "{}/"),
    (re.compile(r"until +(.+?), *beginning unknown", re.IGNORECASE), "/{}"),
    (re.compile(r"至(.+?)止, *[開开]始日期不[詳详]"), "/{}"),
    (re.compile(r"(?:about|around|circa|約|约|大約|大约) *(.+)", re.IGNORECASE), "{}~"),
    (re.compile(r"(.+?) *(?:左右|前後|前后)"), "{}~"),
    (re.compile(r"(.+?) *(?:or earlier|或更早)", re.IGNORECASE), "../{}"),
    (re.compile(r"(?:(?:up )?to|until|by) +(.+)|(?:截?[至到]|截止) *(.+)", re.IGNORECASE), "../{}"),
    (re.compile(r"(?:since|from) +(.+)", re.IGNORECASE), "{}/.."),
    (re.compile(r"(?:自|從|从)?(.+?)(?:以來|以来|起)"), "{}/.."),
)
_SIDES = (
    (re.compile(r"before +(.+)|(.+?)(?:之前|以前)", re.IGNORECASE), -1),
    (re.compile(r"after +(.+)|(.+?)(?:之後|之后|以後|以后)", re.IGNORECASE), 1),
)
_RANGES = (
    (re.compile(r"between +(.+?) +and +(.+)", re.IGNORECASE), "[{}..{}]"),
    (re.compile(r"(.+?) *(?:至|到|[–—]) *(.+?) *[間间]"), "[{}..{}]"),
    (re.compile(r"(.+?)(?: *或 *| +or +)(.+)", re.IGNORECASE), "[{},{}]"),
    (re.compile(r"(?:from +|自|從|从)?(.+?) *(?:至|到|[–—]|\.\.| to ) *(.+)", re.IGNORECASE), "{}/{}"),
)
_DAYS = r"(?P<first>\d{1,2}) *(?:[-–—~/]|to|and|&) *(?P<last>\d{1,2})"
_JOINED = (  # days or months of one stretch that a dash or "and" joins
    (
        re.compile(rf"{_MONTH} +{_DAYS}(?:(?:,| of)? +(?P<year>\d{{4}}))?", re.IGNORECASE),
        "{first} to {last} {month} {year}",
    ),
    (
        re.compile(rf"{_DAYS} +(?:of +)?{_MONTH}(?:(?:,| of)? +(?P<year>\d{{4}}))?", re.IGNORECASE),
        "{first} to {last} {month} {year}",
    ),
    (
        re.compile(
            r"(?P<month>(?:\d{4}年)?\d{1,2}月)(?P<first>\d{1,2})[日號号]?[-–—~至到](?P<last>\d{1,2})[日號号]"
        ),
        "{month}{first}日至{last}日",
    ),
    (
        re.compile(r"(?P<year>(?:\d{4}年)?)(?P<first>\d{1,2})月?[-–—~至到](?P<last>\d{1,2})月"),
        "{year}{first}月至{last}月",
    ),
)
_HYPHEN = re.compile(
    r"(?<=[日號号月年]) *[-~] *|(?<=[a-z.]) ?[-~] ?(?=\d{0,2} ?[a-z])"
    r"|(?<=\d{4}) *[-~] *(?=(?:\d{4}$|\d{1,2} +[a-z]))",
    re.IGNORECASE,
)
_WITH_YEAR = re.compile(r"\d{4}")
_DAY_ONLY = re.compile(r"(\d{1,2})[日號号]?")


def parse_human_date(plain: str, near: float) -> EdtfDate | None:
    """Return the date that `plain` (a text in NFKC, stripped) means, or None where it is no date.

    A date without a year is of the year in which it lies nearest to `near`, a day number as in `from_day`.
    """
    plain = _western(plain)
    return (
        _first(_readings(plain, near))
        or _third(plain, near)
        or _range(_with_dashes(plain), near)
        or _side(plain, near)
    )


def _with_dashes(plain: str) -> str:
    """Return a range with a dash between its ends, where a hyphen or "and" joins them."""
    for pattern, code in _JOINED:
        found = pattern.fullmatch(plain)
        if found is not None:
            parts = {name: part or "" for name, part in found.groupdict().items()}
            return code.format(**parts).strip()
    return _HYPHEN.sub("–", plain)


def _third(plain: str, near: float) -> EdtfDate | None:
    """Parse the beginning, the middle or the end of a month."""
    for pattern, first, last in _THIRDS:
        found = pattern.fullmatch(plain)
        month = _first(_readings(found["month"] or found["late"], near)) if found is not None else None
        if month is not None and month.precision is Precision.MONTH and month.latest is not None:
            end = min(last, from_day(month.latest).day)
            return _date(f"[{month.text[:7]}-{first:02d}..{month.text[:7]}-{end:02d}]")
    return None


def _side(plain: str, near: float) -> EdtfDate | None:
    """Parse all time before or after a date."""
    for pattern, direction in _SIDES:
        found = pattern.fullmatch(plain)
        date = _first(_readings(found[1] or found[2], near)) if found is not None else None
        if date is None:
            continue
        end = date.earliest if direction < 0 else date.latest
        if end is not None:
            day = _day_of(end + direction)
            return _date(f"../{day}" if direction < 0 else f"{day}/..")
    return None


def _day_of(number: int) -> str:
    year, month, day = from_day(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def _western(plain: str) -> str:
    """Return a text with its years in the common era and in Arabic figures."""
    plain = _CHINESE_YEAR.sub(lambda found: found[0].translate(_CHINESE_FIGURES), plain)
    plain = _REPUBLIC.sub(lambda found: f"{REPUBLIC_BEGINS + _republican(found[1])}年", plain)
    return _ERA.sub("", plain)


def _republican(figures: str) -> int:
    return 1 if figures == "元" else int(figures)


def _first(readings: Iterator[str]) -> EdtfDate | None:
    return next(filter(None, map(_date, readings)), None)


def _date(text: str) -> EdtfDate | None:
    try:
        return parse(text)
    except EdtfError:
        return None


def _range(plain: str, near: float) -> EdtfDate | None:
    """Parse a range of two dates, or one day of two; the year or month may stand at one of them only."""
    for pattern, code in _RANGES:
        found = pattern.fullmatch(plain)
        ends = _ends(found[1], found[2], near) if found is not None else None
        date = _date(code.format(*ends)) if ends is not None else None
        if date is not None:
            return date
    return None


def _ends(first: str, last: str, near: float) -> tuple[str, str] | None:
    day = _DAY_ONLY.fullmatch(first)
    if day is not None:  # 18 to 19 August 2023
        end = _first(_readings(last, near))
        start = _of_month(end, day[1]) if end is not None else None
    elif _WITH_YEAR.search(last) and not _WITH_YEAR.search(first):  # May to September 2023
        end = _first(_readings(last, near))
        start = _first(_readings(first, _before(end, near)))
    else:
        start = _first(_readings(first, near))
        day = _DAY_ONLY.fullmatch(last)
        end = _of_month(start, day[1]) if start and day else _first(_readings(last, _after(start, near)))
    return None if start is None or end is None else (start.text, end.text)


def _of_month(date: EdtfDate | None, day: str) -> EdtfDate | None:
    return None if date is None else _date(f"{date.text[:7]}-{day.zfill(2)}")


def _after(start: EdtfDate | None, near: float) -> float:
    """Return the day near which the end of a range lies: half a year after its beginning."""
    return near if start is None or start.earliest is None else start.earliest + 180


def _before(end: EdtfDate | None, near: float) -> float:
    """Return the day near which the beginning of a range lies: half a year before its end."""
    return near if end is None or end.earliest is None else end.earliest - 180


def _readings(plain: str, near: float) -> Iterator[str]:
    """Yield candidates for `plain` in EDTF, the likeliest first."""
    yield from _years_of_eras(plain)
    yield plain
    yield suggestion(plain)
    yield from _in_figures(plain)
    yield from _long_times(plain)
    yield from _parts_of_years(plain, near)
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is not None:
            yield from _day_of_month(found, near)
    for pattern, code in _DOUBTS:
        found = pattern.fullmatch(plain)
        date = _first(_readings(found[found.lastindex or 1], near)) if found is not None else None
        if date is not None:
            yield code.format(date.text)


def _in_figures(plain: str) -> Iterator[str]:
    """Yield a day or month in figures with its year at the end: first with the day before the month."""
    found = _DAY_FIRST.fullmatch(plain)
    if found is not None:
        day, month, year = found[1].zfill(2), found[3].zfill(2), found[4]
        yield from (f"{year}-{month}-{day}", f"{year}-{day}-{month}")
    if (found := _MONTH_FIRST.fullmatch(plain)) is not None:
        yield f"{found[2]}-{found[1].zfill(2)}"


def _years_of_eras(plain: str) -> Iterator[str]:
    for pattern in (_BEFORE_ERA, _OF_ERA):
        found = pattern.fullmatch(plain)
        if found is not None:
            year = int(found["year"] or found["late"])
            yield year_text(1 - year if pattern is _BEFORE_ERA else year)


def _long_times(plain: str) -> Iterator[str]:
    for pattern, code in _YEARS:
        if pattern.fullmatch(plain):
            yield pattern.sub(code, plain)
    century = _CENTURY.fullmatch(plain.removeprefix("西元").removeprefix("公元"))
    if century is not None:  # the years 500 to 401 BCE are the astronomical -0499 to -0400
        yield f"{'-' if century['before'] or century['late'] else ''}{int(century[2]) - 1:02d}XX"
    season = _SEASON.fullmatch(plain)
    if season is not None and (season["year"] or season["late"]):
        yield f"{season['year'] or season['late']}-{_SEASON_CODES[season['season'].lower()]}"
    if _EARLY_YEAR.fullmatch(plain):
        yield f"{int(plain[:-1]):04d}"


def _parts_of_years(plain: str, near: float) -> Iterator[str]:
    for pattern, code in _PARTS:
        year = pattern.sub("", plain, count=1).strip(" 年")
        if pattern.search(plain) and (not year or _YEAR.fullmatch(year)):
            yield (year or f"{from_day(int(near)).year:04d}") + code


def _day_of_month(found: re.Match[str], near: float) -> Iterator[str]:
    day = found["day"] and _number(found["day"])
    month = _number(found["month"])
    if 1 <= month <= 12:
        year = int(found["year"]) if found["year"] else _nearest_year(month, day or 15, near)
        yield f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")


def _number(text: str) -> int:
    """Parse the number of a day or a month: in figures, in Chinese, or an English month; 0 for none."""
    if text.isdecimal():
        return int(text)
    if text[0] in _CHINESE_DIGITS:
        tens, ten, ones = text.rpartition("十")
        units = [_CHINESE_DIGITS.index(digit) + 1 for digit in ones]
        before = [_CHINESE_DIGITS.index(digit) + 1 for digit in tens]
        if len(units) > 1 or len(before) > 1 or 10 in before:
            return 0
        return (sum(before) or 1) * 10 * bool(ten) + sum(units)
    return _ENGLISH_MONTHS.index(text[:3].casefold()) + 1


def _nearest_year(month: int, day: int, near: float) -> int:
    year = from_day(int(near)).year
    return min((year, year - 1, year + 1), key=lambda year: abs(to_day(year, month, day) - near))
