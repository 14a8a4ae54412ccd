"""No-break stretches: the parts of a text that no line may end inside.

The rules are those of Chinese typesetting (GB/T 15834, W3C CLREQ), a tailoring of UAX #14 (which
`tests/typesetting/test_unicode_rules.py` holds beside them, with every place where we differ): an
opening mark stays with the text after it, a closing one with the text before it, a dash or an ellipsis of two
characters is whole, and so is a number with its sign, currency, scale and unit, a day with its month,
and a Latin word. In English a number, if it is no year, stays with the noun after it, and with a word
before it that says how it is to be taken: `over 90 contacts`. After a hyphen or a slash between letters
a line may end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

BLANKS = " \t\n\r\f\v\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Blanks, where a line may end and which vanish at its end; without U+00A0, U+2007 and U+202F."""

OPENERS = "（「『《〈【〔〖［｛｟“‘(\\[{¿¡￥＄￡№"
"""Opening marks: no line ends with one of these."""

_MARK_RANGES = (
    *((0x0300, 0x036F), (0x200D, 0x200D), (0x20D0, 0x20FF), (0x3099, 0x309A), (0xFE00, 0xFE0F)),
    (0xE0100, 0xE01EF),
)
MARKS = "".join(f"{chr(first)}-{chr(last)}" for first, last in _MARK_RANGES)
"""Written over the character before."""

_AFTER_BLANKS = "，。、；：？！）」』》〉】〕〗］｝｠”’·…—,.;:?!)\\]}/\u2060％%‰℃々"
CLOSERS = _AFTER_BLANKS + "°′″‥～〜・〻ー゛゜|‐–\\-"
"""Closing marks: no line begins with one of these (but a hyphen may be a sign)."""

_FIXED = "\u00a0\u2007\u202f\u2060\"'«»‹›"
_WIDE_RANGES = (
    *((0x1100, 0x115F), (0x2E80, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF)),
    *((0xFE30, 0xFE4F), (0xFF00, 0xFF0F), (0xFF1A, 0xFF20), (0xFF3B, 0xFF40), (0xFF5B, 0xFF60)),
    *((0xFFE0, 0xFFE6), (0x1F000, 0x3FFFD)),
)
_MEASURES = "個月|个月|個小時|个小时|小時|小时|個百分點|个百分点|平方公里|公里|千米|公頃|公顷|人次"
_UNITS = (
    "℃㎡㎞%％‰元人個个名次家項项款年月日天時时周週歲岁"
    "種种類类位座條条期批隊队份屆届畝亩噸吨米樓楼號号章節节場场所件"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TAKEN = "over|about|nearly|under|almost|around|at least|at most|more than|less than|fewer than"
"""Words before a number that say how it is to be taken."""
LINKING = (
    "a|an|the|and|or|but|nor|to|of|in|on|at|by|for|from|with|within|into|as|if|than|that|which|who|when|where"
    "|while|after|before|since|until|is|are|was|were|be|been|has|have|had|it|its|they|their|not"
)
"""Words that lean on the next one: after a number they are no noun, at the end of a cut text they hang."""
_MANY, _ODD = "十百千萬万億亿", "多餘余"
_ABOUT, _SIGNS = "第約约近逾", "+\\-−±＋－"
_UNTIL = "–\\-~～〜—至到"
_LEADING, _CURRENCIES = "\\d(\\[{“‘￥＄￡№", "$+\\\\±€£¥№−"
_PERCENT, _NO_BREAK, _DAY = "%％", "\u00a0", "日"
_TRAILING = ",.:;%)\\]}’”·°′″％‰℃\\-/"

_HAN, _WIDE_LETTER, _WIDE_SIGN = "一", "あ", "〒"
"""Stand-ins for all wide characters of a kind that no rule names, see `_Faces`."""


def _within(code: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= code <= last for first, last in ranges)


_CLASSES = (
    *(BLANKS, OPENERS, CLOSERS, _AFTER_BLANKS, MARKS, _FIXED, _UNITS, _MANY, _ODD, _ABOUT, _SIGNS, _UNTIL),
    *(_LEADING, _CURRENCIES, _TRAILING, _PERCENT, _NO_BREAK, _DAY),
)
_NAMED = sorted({*"".join(_CLASSES), *_MEASURES, _HAN, _WIDE_LETTER, _WIDE_SIGN})
_WIDE = "".join(one for one in _NAMED if _within(ord(one), _WIDE_RANGES))
_HANS = "".join(one for one in _WIDE if "\u3400" <= one <= "\u9fff")
_LATIN = f"[^{BLANKS}{OPENERS}{CLOSERS}{MARKS}{_FIXED}{_WIDE}\\d]"


class _Faces(dict[int, int]):
    """Character classes: each character beyond ASCII maps to a Latin-1 one that stands for its class.

    So the classes of the pattern are of few characters with low numbers, not of sixty thousand: it takes
    a fifth of the time to compile.
    """

    def __init__(self) -> None:
        free = [chr(code) for code in range(0x80, 0x100)]
        letters, signs = iter(filter(str.isalnum, free)), (one for one in free if not one.isalnum())
        taken: dict[tuple[object, ...], int] = {}
        for one in _NAMED:
            if not one.isascii():
                kind = self._kind(one)
                if kind not in taken:
                    taken[kind] = ord(next(letters if one.isalnum() else signs))
                self[ord(one)] = taken[kind]

    @staticmethod
    def _kind(named: str) -> tuple[object, ...]:
        """Return a key that two characters share only if every rule treats them alike."""
        word = named if named in _MEASURES else ""
        return *(named in one for one in _CLASSES), word, named in _HANS, named in _WIDE, named.isalnum()

    def __missing__(self, code: int) -> int:
        character = chr(code)
        if code < 0x80:
            face = code
        elif character.isdecimal():
            face = ord("0")
        elif _within(code, _MARK_RANGES):
            face = self[ord(MARKS[0])]
        elif not _within(code, _WIDE_RANGES):
            face = ord("q" if character.isalnum() else "#")  # of which no rule speaks
        elif not character.isalnum():
            face = self[ord(_WIDE_SIGN)]
        else:
            face = self[ord(_HAN if "\u3400" <= character <= "\u9fff" else _WIDE_LETTER)]
        self[code] = face
        return face


@lru_cache(maxsize=1)
def _faces() -> _Faces:
    return _Faces()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a stretch with the blanks after it; a single Chinese character is none.

    Compiled at the first use: a start that shows no prose does not pay for it.
    """
    figure = r"\d+(?:[,.:]\d+)*"
    year = r"(?:1\d|20)\d\d(?![\d,.:]\d|\d)"
    noun = rf" (?!(?:{LINKING})\b){_LATIN}+"
    scaled = (
        rf"[{_PERCENT}]?(?:[{_UNTIL}]{figure}[{_PERCENT}]?)?"
        rf"(?: (?:thousand|million|billion|trillion)\b(?: yuan\b)?"
        rf"| (?:{_MONTHS})\b| (?:km|m|ha|kg|t)(?!\w)"
        rf"|[ {_NO_BREAK}]?[{_ODD}]?[{_MANY}]*[{_ODD}]?(?:{_MEASURES}|[{_UNITS}])(?:\d{{1,2}}{_DAY})?"
        rf"|[ {_NO_BREAK}]?[{_MANY}]+[{_ODD}]?|[{_ODD}])?"
    )
    counted = rf"(?!{year}){figure}(?:st|nd|rd|th)?{scaled}(?:{noun})?"
    number = rf"(?:(?:{_TAKEN}) )?(?:[A-Z]{{2,3}} )?[{_ABOUT}]?[{_SIGNS}]?(?:{counted}|{figure}{scaled})"
    word = f"(?:{number}|{_LATIN}+|[{CLOSERS}]+|[{_FIXED}]+)"
    opening = rf"(?:[{OPENERS}]+[{BLANKS}]*)+"
    closing = rf"(?:[{CLOSERS}{MARKS}]|[{BLANKS}]+[{_AFTER_BLANKS}])*"
    body = rf"(?:(?:{opening})?(?:{word}|.)|{opening})"
    narrow = rf"[^{BLANKS}{OPENERS}{CLOSERS}{MARKS}{_WIDE}]"
    seam = (
        rf"(?:(?<=[{_FIXED}])(?![{BLANKS}])|(?=[{_FIXED}])"
        rf"|(?<=[^{BLANKS}{OPENERS}{CLOSERS}{_FIXED}{_WIDE}])(?=[{_LEADING}]|{_LATIN})"
        rf"|(?<=[{_CURRENCIES}])(?![{BLANKS}])"
        rf"|(?<=[{_TRAILING}])(?={narrow})"
        r"(?!(?<=[^\W\d_]{2}-)[^\W\d_]{2})(?!(?<=[^\W\d]/)[^\W\d]))"
    )
    # Most of a Chinese text is characters between characters: passed over at once, for speed.
    alone = rf"(?![{_HANS}][{_HANS}{OPENERS}])"
    # Group 1 says that a part has gone before: so a part is compiled once, not twice.
    pattern = rf"{alone}(?:(?(1){seam}){body}{closing}())+[{BLANKS}]*"
    return re.compile(pattern.translate(_faces()), re.DOTALL)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each no-break stretch in `text`, with the blanks that follow it.

    Anything else is a single character, before and after which a line may end.
    """
    return (match.span() for match in _pattern().finditer(text.translate(_faces())))
