"""Date tests: predicates of a date against another (EDTF), as written or widened by its qualifier.

`2022-12~` is December by its bounds, but an event about December may have happened in January. So
`date:` asks for the bounds, `possibly:` and `certainly:` for all that a qualifier allows; a date that is
not certainly within a stretch is possibly before or after it.
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
