"""Tests of a date against another (EDTF): as it is written, or as vague as its qualifier makes it.

`2022-12~` is December by its bounds, but what happened about December may have happened in January. So
`date:` asks for the bounds, `possibly:` and `certainly:` for all that a qualifier allows; and what does not
certainly lie within a stretch possibly lies before it or after.
"""

from __future__ import annotations

from sufu_tui.dossier.edtf import EdtfDate


def overlaps(date: EdtfDate, asked: EdtfDate) -> bool:
    """Return whether a day of `date`, as written, lies within `asked`."""
    return date.sort_key[0] <= asked.sort_key[1] and asked.sort_key[0] <= date.sort_key[1]


def possibly(date: EdtfDate, asked: EdtfDate) -> bool:
    """Return whether some day of `date`, as vague as it is, may lie within `asked`."""
    first, last = _vague_bounds(date)
    return first <= asked.sort_key[1] and asked.sort_key[0] <= last


def certainly(date: EdtfDate, asked: EdtfDate) -> bool:
    """Return whether all of `date`, as vague as it is, lies within `asked`."""
    first, last = _vague_bounds(date)
    return asked.sort_key[0] <= first and last <= asked.sort_key[1]


def _vague_bounds(date: EdtfDate) -> tuple[float, float]:
    return (
        float("-inf") if date.fuzzy_earliest is None else date.fuzzy_earliest,
        float("inf") if date.fuzzy_latest is None else date.fuzzy_latest,
    )
