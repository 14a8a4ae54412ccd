"""Corrections of the commonest mistakes in EDTF dates."""

from __future__ import annotations

import re

_FIXES: tuple[tuple[str, str], ...] = (
    (r"(\d{4})-?H1", r"\1-40"),
    (r"(\d{4})-?H2", r"\1-41"),
    (r"(\d{4})-?Q1", r"\1-33"),
    (r"(\d{4})-?Q2", r"\1-34"),
    (r"(\d{4})-?Q3", r"\1-35"),
    (r"(\d{4})-?Q4", r"\1-36"),
    (r"(\d{4})(\d\d)(\d\d)", r"\1-\2-\3"),
    (r"(?:circa|c\.|ca\.|about) *(\d{4}(?:-\d\d)?)", r"\1~"),
    (r"end of (\d{4})", r"\1-12~"),
    (r"(?:open|unknown)/(.+)", r"../\1"),
    (r"(.+)/(?:open|unknown)", r"\1/.."),
    (r"(\d{4})年", r"\1"),
    (r"([\d-]+)(?:~\?|\?~)", r"\1%"),
    (r"([\d-]+)(\?|~)\2+", r"\1\2"),
    (r"(\d{4}(?:-\d\d)?)-~", r"\1~"),
    (r"(\d{4}-\d\d)-uu", r"\1-XX"),
    (r"y(-?\d{5,})", r"Y\1"),
)


def suggestion(text: str) -> str:
    """Return `text` corrected after the commonest mistakes; the same text where none is known.

    The result need not be a date: parse it before you offer it.
    """
    stripped = text.strip()
    numbers = re.fullmatch(r"(-?\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?", stripped, re.ASCII)
    if numbers is not None:
        year, month, day = numbers.groups()
        return "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])
    for pattern, replacement in _FIXES:
        if re.fullmatch(pattern, stripped, re.ASCII):
            return re.sub(pattern, replacement, stripped)
    return stripped
