"""Labels of the axis in a language: its ticks, and the gaps that its breaks leave out."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.explorer.timeline.axis.ticks import SHIFT, Labels, Tick, TimeAxis
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.dates import day_tick, duration_text, month_text, month_tick, year_tick
from sufu_tui.typesetting.cells import width


def gap_labels(axis: TimeAxis, columns: int, words: Catalogue) -> list[Tick]:
    """Return labels with the time left out by each break, centred on it as far as the years allow.

    No year gives way to a gap: where there is no room for both, only the status line has the gap.
    """
    wanted: list[tuple[int, int, int, str]] = []  # earliest and latest column, the best one, and the label
    behind = columns + 1  # the latest column of the gap to the right
    for first, after, days in reversed(axis.breaks):
        label = duration_text(days, words)
        cells = width(label)
        # A break cut by the window moves no name, unless there is room for the label within.
        moves = after - first >= cells or 0 < first < after < columns
        low = max(
            (one.column + width(one.label) + 1 for one in axis.enclosing if one.column < first), default=0
        )
        high = min(_room_before(axis.enclosing, first, columns, moves=moves), behind - 1) - cells
        if low <= high:
            wanted.append((low, high, (first + after - cells) // 2, label))
            behind = high
    gaps: list[Tick] = []
    used = 0
    for low, high, best, label in reversed(wanted):
        gaps.append(Tick(max(low, used, min(high, best)), label))
        used = gaps[-1].column + width(label) + 1
    return gaps


def _room_before(enclosing: Sequence[Tick], column: int, columns: int, *, moves: bool) -> int:
    """Return the last column of a label left of the first name of a unit from `column` on."""
    following = [one for one in enclosing if one.column >= column]
    if not following:
        return columns
    name, *others = following
    # The name at a stretch's beginning stands for all of it, and may be shifted as far as there is room.
    next_name = others[0].column if others else columns + 1
    shift = 0 if name.major or not moves else min(SHIFT, next_name - name.column - width(name.label) - 1)
    return name.column + max(0, shift) - 1


def tick_labels(words: Catalogue) -> Labels:
    """Return the texts of ticks in a language."""
    return Labels(
        year=lambda year: year_tick(year, words),
        month=lambda month: month_tick(month, words),
        day=lambda day: day_tick(day, words),
        month_of_year=lambda year, month: month_text(year, month, words),
    )
