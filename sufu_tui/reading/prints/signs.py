"""Signs of printed numbers: a minus, 負, the parentheses of accounts, and words for a decline."""

from __future__ import annotations

import re
from string import ascii_letters
from typing import NamedTuple

from sufu_tui.reading.prints.currencies import CURRENCY
from sufu_tui.typesetting.lazy_pattern import LazyPattern

_WINDOW = 48
"""Characters before and after a number that can have its sign."""

_SYMBOL = LazyPattern(
    rf"(?:(?P<either>±|\+/-|正[負负])|(?P<minus>[-−–]|[負负]|零下|[▼↓]|\b(?:minus|negative)\b)|(?P<plus>[+▲↑]|\bplus\b))"
    rf"(?P<blank>\s*)(?:(?:{CURRENCY})\s*)?$",
    re.IGNORECASE,
)
_MONEY = LazyPattern(rf"(?:{CURRENCY})\s*$", re.IGNORECASE)
_CARRIES = tuple("肩擔担身背自抱勝胜")
_RANGE = 3  # characters of a unit between the first number of a range and its dash

_QUALIFYING = (
    "(?:了|大約|大约|約|约|近乎|將近|将近|接近|近|超過|超过|超|逾|突破|不到|不足|至少|最多|高達|高达|達到|达到|達|达"
    "|共計|共计|共|整整|[ :：])*"
)
_FALL_NOUNS = (
    "下降|減少|减少|降低|下跌|下滑|回落|縮減|缩减|削減|削减|負增長|负增长|負成長|负成长|衰退|萎縮|萎缩"
)
_FALLS = f"(?<![增加不])(?:{_FALL_NOUNS}|下調|下调|調低|调低|減|减|降|跌|[少低](?=了))"
_FALL_BEFORE = LazyPattern(
    rf"(?P<sure>{_FALLS}{_QUALIFYING}$)"
    rf"|{_FALLS}[^0-9至到為为增升漲涨,.，。;；、!?！？\n]{{1,8}}$"
    rf"|(?:虧損|亏损|淨損|净损|損失|损失|短少|短缺|赤字|逆差|[降跌減减]幅)[為为的]?{_QUALIFYING}$"
)
_FELL = (
    r"\b(?:fell|fall (?=by|of)|falls|falling|fallen|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)"
    r"|drop(?:s|ped|ping)?"
    r"|down|reduc(?:es?|ed|ing|tions?)|shrank|shrunk|shrinks|contract(?:ed|ion)|slid|slip(?:s|ped)|plung(?:es?|ed)"
    r"|dip(?:s|ped)|(?:lower(?:ed)?|cut) (?=by|of)|(?:was|were|been|being) cut (?!to\b))"
)
_HOW_MUCH = (
    r"(?:\s*\b(?:by|of|about|around|over|nearly|almost|more|less|than|at|least|most|up|some|roughly|approximately"
    r"|close|just|under|further|another|only|an?|the|estimated))*\s*$"
)
_FELL_BEFORE = LazyPattern(
    rf"(?P<sure>{_FELL}{_HOW_MUCH})|{_FELL}(?:\s+(?!to\b)[a-z-]+){{1,4}}\s+by{_HOW_MUCH}"
    rf"|\b(?:(?:loss(?:es)?|deficit|shortfall) of|lost){_HOW_MUCH}",
    re.IGNORECASE,
)
_SHARE = r"(?:%|percent|per cent|percentage points?|points?|pp)"
_ENDS = r"(?=\s*(?:$|[,.;)]|than\b|from\b|on\b|in\b|year))"
_FALL_AFTER = LazyPattern(
    r"[^0-9，。]{0,5}的"
    rf"(?:(?P<sure_zh>{_FALL_NOUNS})|(?:降|跌|減|减)幅)"
    rf"|\s*(?P<sure>-?{_SHARE}\s*-?"
    r"(?:decline|decrease|drop|fall|reduction|dip|contraction|cut|down|lower|fewer|less)\b(?!-)"
    rf"|-?(?:decline|decrease|reduction|fewer)\b"
    rf"|-?(?:drop|cut|less|lower|down)\b{_ENDS}|(?:degrees?\s+)?below zero\b)",
    re.IGNORECASE,
)
_OPENED = LazyPattern(rf"\s*(?:{CURRENCY})?\s*\(\s*(?:{CURRENCY})?\s*", re.IGNORECASE)
_CLOSED = LazyPattern(r"\s*(?:%|元|yuan|cny|rmb)?\s*\)(?=[^\d()\n]{0,12}(?:\n|$))", re.IGNORECASE)
# Without any of these there is no sign.
_LETTERS = frozenset(ascii_letters)
_IN_HEAD = _LETTERS | frozenset("-−–+±(▼↓▲↑負负零下減减回縮缩削調调降跌虧亏損损赤逆衰萎短少低淨净")
_IN_TAIL = _LETTERS | {"的"}


class Sign(NamedTuple):
    """Sign of a number: where it begins, and where the number with it ends.

    `factors` are what the number can stand for, times itself: more than one where a loss is a size as
    well as a change, none where ± leaves it open. A `spoken` sign is a word: "down over 5" counts how
    far down.
    """

    factors: tuple[int, ...]
    start: int
    end: int
    spoken: bool = False


def sign_of(text: str, start: int, end: int, floor: int) -> Sign:
    """Return the sign of the number from `start` to `end` of `text`; the number before it ends at `floor`."""
    head = text[max(floor, start - _WINDOW) : start]
    tail = text[end : end + _WINDOW]
    if _IN_HEAD.isdisjoint(head) and _IN_TAIL.isdisjoint(tail):
        return Sign((1,), start, end)
    if "(" in head and (sign := _of_accounts(text, start, end)):
        return sign
    if head and (sign := _of_symbol(text, start, end, floor)):
        return sign
    for before in (_FALL_BEFORE, _FELL_BEFORE):
        bare = _MONEY.sub("", head)
        if (
            bare
            and (before is _FALL_BEFORE or not _LETTERS.isdisjoint(bare))
            and (found := before.search(bare))
        ):
            factors = (-1,) if found["sure"] else (1, -1)
            return Sign(factors, start - len(head) + found.start(), end, spoken=True)
    if tail and (found := _FALL_AFTER.match(tail)):
        factors = (-1,) if found["sure"] or found["sure_zh"] else (1, -1)
        return Sign(factors, start, end, spoken=True)
    return Sign((1,), start, end)


def without_currency(head: str) -> str:
    """Return `head` without the currency at its end, nor blanks there."""
    return _MONEY.sub("", head).rstrip()


def _of_accounts(text: str, start: int, end: int) -> Sign | None:
    """Return the minus of a number that is all of its line, but for currency and unit, in parentheses."""
    line = text.rfind("\n", max(0, start - _WINDOW), start) + 1
    closed = _CLOSED.match(text, end)
    if not closed or not _OPENED.fullmatch(text, line, start):
        return None
    return Sign((-1,), line + len(text[line:start]) - len(text[line:start].lstrip()), closed.end())


def _of_symbol(text: str, start: int, end: int, floor: int) -> Sign | None:
    """Return the sign that a symbol, or a word for it, gives; None if there is none."""
    begin = max(floor, start - _WINDOW)
    found = _SYMBOL.search(text[begin:start])
    if not found:
        return None
    place = begin + found.start()
    if found["either"]:
        return Sign((), place, end)
    if found["plus"]:
        return Sign((1,), place, end)
    mark, before = found["minus"], text[begin:place]
    if mark in ("負", "负"):
        return None if before.endswith(_CARRIES) else Sign((-1,), place, end)
    if mark in ("-", "–", "−"):
        is_joined = False
        if found["blank"] and mark != "−" and before.strip():
            return None  # a dash between two words
        last = before[-1:]
        if (last.isascii() and last.isalnum()) or last in (*")%", "）"):
            is_joined = not _MONEY.search(before)
        elif floor and not last.isspace() and place - floor <= _RANGE:
            is_joined = True  # 3萬-5萬
        if is_joined:
            return None
    return Sign((-1,), place, end)
