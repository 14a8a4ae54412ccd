"""What stays together on a line: the stretches of a text that no line may end inside.

The rules are those of Chinese typesetting (GB/T 15834, W3C CLREQ), a tailoring of UAX #14 (which
`tests/typesetting/test_unicode_rules.py` holds beside them, with every place where we differ): an
opening mark stays with what follows, a closing one with what goes before, a dash or an ellipsis of two
characters is whole, and so is a number with its sign, currency, scale and unit, a day with its month,
and a Latin word. After a hyphen or a slash between letters a line may end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

BLANKS = " \t\n\r\f\v\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Where a line may end, and what is not seen at its end; U+00A0, U+2007 and U+202F are none of them."""

OPENERS = "（「『《〈【〔〖［｛｟“‘(\\[{¿¡￥＄￡№"
"""No line ends with one of these."""

MARKS = "\u0300-\u036f\u20d0-\u20ff\u3099\u309a\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Written over the character before."""

_AFTER_BLANKS = "，。、；：？！）」』》〉】〕〗］｝｠”’·…—,.;:?!)\\]}/\u2060％%‰℃々"
CLOSERS = _AFTER_BLANKS + "°′″‥～〜・〻ー゛゜|‐–\\-"
"""No line begins with one of these (but a hyphen may be a sign)."""

_FIXED = "\u00a0\u2007\u202f\u2060\"'«»‹›"
_WIDE_RANGES = (
    *((0x1100, 0x115F), (0x2E80, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF)),
    *((0xFE30, 0xFE4F), (0xFF00, 0xFF0F), (0xFF1A, 0xFF20), (0xFF3B, 0xFF40), (0xFF5B, 0xFF60)),
    *((0xFFE0, 0xFFE6), (0x1F000, 0x3FFFD)),
)
_MEASURES = (
    "個月|个月|個小時|个小时|小時|小时|個百分點|个百分点|平方公里|公里|千米|公頃|公顷|人次|[℃㎡㎞%％‰]"
    "|[元人個个名次家項项款年月日天時时周週歲岁種种類类位座條条期批隊队份屆届畝亩噸吨米樓楼號号章節节場场所件]"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MANY = "[十百千萬万億亿]"
_ODD = "[多餘余]"
_SIGNS = "[第約约近逾]?[+\\-−±＋－]?"
_UNTIL = "[–\\-~～〜—至到]"

_HAN, _WIDE_LETTER, _WIDE_DIGIT, _WIDE_SIGN = "一", "あ", "\U0001fbf0", "〒"
"""What stands for all wide characters of its kind that no rule names, see `_Faces`."""


def _is_wide(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _WIDE_RANGES)


_NAMED = f"{BLANKS}{OPENERS}{CLOSERS}{MARKS}{_FIXED}{_MEASURES}{_MANY}{_ODD}{_SIGNS}{_UNTIL}"
_WIDE = (
    "".join(sorted({one for one in _NAMED if _is_wide(one)})) + _HAN + _WIDE_LETTER + _WIDE_DIGIT + _WIDE_SIGN
)
_HANS = "".join(one for one in _WIDE if "\u3400" <= one <= "\u9fff")
_LATIN = f"[^{BLANKS}{OPENERS}{CLOSERS}{MARKS}{_FIXED}{_WIDE}\\d]"


class _Faces(dict[int, int]):
    """Maps a wide character that no rule names to one that stands for all of its kind.

    So the pattern has classes of a hundred characters, not of sixty thousand: it takes half the time to
    compile.
    """

    def __missing__(self, code: int) -> int:
        character = chr(code)
        if not _is_wide(character) or character in _WIDE:
            face = character
        elif character.isdecimal():
            face = _WIDE_DIGIT
        elif "\u3400" <= character <= "\u9fff" and character.isalnum():
            face = _HAN
        else:
            face = _WIDE_LETTER if character.isalnum() else _WIDE_SIGN
        self[code] = ord(face)
        return self[code]


@lru_cache(maxsize=1)
def _faces() -> _Faces:
    return _Faces()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Match one stretch after another, each with the blanks after it; not the single Chinese character.

    Compiled at the first use: a start that shows no prose does not pay for it.
    """
    figure = r"\d+(?:[,.:]\d+)*"
    scaled = (
        rf"[%％]?(?:{_UNTIL}{figure}[%％]?)?"
        rf"(?: (?:thousand|million|billion|trillion)\b(?: yuan\b)?"
        rf"| (?:{_MONTHS})\b| (?:km|m|ha|kg|t)(?!\w)"
        rf"|[ \u00a0]?{_ODD}?{_MANY}*{_ODD}?(?:{_MEASURES})(?:\d{{1,2}}日)?"
        rf"|[ \u00a0]?{_MANY}+{_ODD}?|{_ODD})?"
    )
    number = rf"(?:[A-Z]{{2,3}} )?{_SIGNS}{figure}{scaled}"
    word = f"(?:{number}|{_LATIN}+|[{CLOSERS}]+|[{_FIXED}]+)"
    opening = rf"(?:[{OPENERS}]+[{BLANKS}]*)+"
    closing = rf"(?:[{CLOSERS}{MARKS}]|[{BLANKS}]+[{_AFTER_BLANKS}])*"
    body = rf"(?:(?:{opening})?(?:{word}|.)|{opening})"
    narrow = rf"[^{BLANKS}{OPENERS}{CLOSERS}{MARKS}{_WIDE}]"
    seam = (
        rf"(?:(?<=[{_FIXED}])(?![{BLANKS}])|(?=[{_FIXED}])"
        rf"|(?<=[^{BLANKS}{OPENERS}{CLOSERS}{_FIXED}{_WIDE}])(?=[\d(\[{{“‘￥＄￡№]|{_LATIN})"
        rf"|(?<=[$+\\±€£¥№−])(?![{BLANKS}])"
        rf"|(?<=[,.:;%)\]}}’”·°′″％‰℃\-/])(?={narrow})"
        r"(?!(?<=[^\W\d_]{2}-)[^\W\d_]{2})(?!(?<=[^\W\d]/)[^\W\d]))"
    )
    # Most of a Chinese text is characters between characters: passed over at once, for speed.
    alone = rf"(?![{_HANS}][{_HANS}{OPENERS}])"
    # Group 1 says that a part has gone before: so a part is compiled once, not twice.
    return re.compile(rf"{alone}(?:(?(1){seam}){body}{closing}())+[{BLANKS}]*", re.DOTALL)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what stays together in `text`, with the blanks that follow it.

    Anything else is a single character, before and after which a line may end.
    """
    return (match.span() for match in _pattern().finditer(text.translate(_faces())))
