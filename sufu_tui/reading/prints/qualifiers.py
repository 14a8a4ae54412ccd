"""Qualifiers in the words around a number: 超過 and "over" before it, 以上 and 多 after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.typesetting.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_OVER, _AT_LEAST, _ABOUT = Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.ABOUT
_NEARLY, _UNDER = Qualifier.NEARLY, Qualifier.UNDER

_BEFORE: Mapping[str, tuple[Qualifier, ...]] = {
    **dict.fromkeys(
        ("超過", "超过", "超", "逾", "突破", "高於", "高于", "多於", "多于", "大於", "大于"), (_OVER,)
    ),
    **dict.fromkeys(("more than", "over", "above", "upwards of", "in excess of", "exceeding", ">"), (_OVER,)),
    **dict.fromkeys(
        ("不少於", "不少于", "不低於", "不低于", "不下於", "不下于", "不下", "至少"), (_AT_LEAST,)
    ),
    **dict.fromkeys(("at least", "no fewer than", "no less than", "not less than", "≥", ">="), (_AT_LEAST,)),
    **dict.fromkeys(("將近", "将近", "接近", "近", "nearly", "almost", "close to", "just under"), (_NEARLY,)),
    **dict.fromkeys(
        ("大約", "大约", "約", "约", "大概", "about", "around", "approximately", "roughly"), (_ABOUT,)
    ),
    **dict.fromkeys(("some", "≈", "~", "circa", "approx", "approx.", " c.", " ca.", " ca"), (_ABOUT,)),
    **dict.fromkeys(
        ("不足", "不到", "未滿", "未满", "未達", "未达", "少於", "少于", "低於", "低于", "under", "below"),
        (_UNDER,),
    ),
    **dict.fromkeys(
        ("不超過", "不超过", "不多於", "不多于", "至多", "最多", "no more than", "up to"), (_UNDER,)
    ),
    **dict.fromkeys(("less than", "fewer than", "<", "≤"), (_UNDER,)),
}
# The longest first: 不超過 ends with 超過.
_LENGTHS = sorted({len(word) for word in _BEFORE}, reverse=True)
_AFTER: Mapping[str, tuple[Qualifier, ...]] = {
    **dict.fromkeys(("以上", "or more"), (_AT_LEAST, _OVER)),
    **dict.fromkeys(("以下", "以內", "以内", "不到", "不足"), (_UNDER,)),
    **dict.fromkeys(("左右", "上下", "前後", "前后"), (_ABOUT,)),
}
_IN_TAIL = LazyPattern("|".join(_AFTER))
_ODD: Mapping[str, tuple[Qualifier, ...]] = {
    **dict.fromkeys("多余餘幾几", (_OVER,)),
    **dict.fromkeys("來来", (_ABOUT,)),
}
# What a decline by more than 5 makes of -5: the value is less. There is no "at most": by at least 5 is
# under -5, as "no more than" is under.
_MIRRORED: Mapping[Qualifier, Qualifier] = {_OVER: _UNDER, _AT_LEAST: _UNDER, _UNDER: _OVER, _NEARLY: _OVER}

# 多 and 餘 follow the number, or its measure word: 十多個, 三年多.
# Not so 來: 十來年 is about ten years, 十年來 are the last ten.
_ODD_AFTER = LazyPattern(r"([個个年月天元%]?[多余餘幾几]|[來来](?![自到源]))|(\+)|(-odd\b)")
# Words that end as a qualifier does and are none: 簽約5家, 最近3個月.
_NO_QUALIFIER = LazyPattern(
    r"(?:[簽签預预合條条節节制公契][約约]|[最附臨临鄰邻靠親亲相就遠远走越貼贴拉]近|[高趕赶]超)$"
)


def qualifiers(before: str, after: str, odd: str = "") -> tuple[Qualifier, ...]:
    """Return the qualifiers that the words around a number, or an `odd` 多 within it, can mean."""
    if odd:
        return _ODD[odd]
    head = f" {before.rstrip().lower()}"  # a blank for abbreviations, which must not end a word: "Inc."
    if head != " " and not _NO_QUALIFIER.search(head):
        for length in _LENGTHS:
            if head[-length:] in _BEFORE:
                return _BEFORE[head[-length:]]
    tail = after.lstrip().lower()
    if found := _ODD_AFTER.match(tail):
        if found[1]:
            return _ODD[found[1][-1]]
        return (_AT_LEAST, _OVER) if found[2] else (_OVER,)
    word = _IN_TAIL.search(tail)
    return _AFTER[word[0]] if word else ()


def of_decline(meant: tuple[Qualifier, ...]) -> tuple[Qualifier, ...]:
    """Return what the words of how far something fell say of the negative value: `over` becomes `under`."""
    return tuple(dict.fromkeys(_MIRRORED.get(qualifier, qualifier) for qualifier in meant))
