"""Drawing of a strip of time on the sheet of a cover."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.explorer.cover.cover_sheet import CoverSheet
from sufu_tui.explorer.cover.page import PageTarget
from sufu_tui.explorer.cover.time_strip import StripFlag, TimeStrip


def draw_strip(strip: TimeStrip, sheet: CoverSheet, y: int) -> None:
    """Draw the axis with its ticks and flags from the row `y` on; each event is a link."""
    axis = y + strip.above
    begin = 0
    for end in (*sorted({flag.column for flag in strip.flags}), strip.columns):
        sheet.put(begin, axis, "─" * (end - begin), "axis")
        begin = end + 1
    for tick in strip.ticks:
        sheet.put(tick.column, axis + 1, tick.text, "muted")
    for number, flag in enumerate(strip.flags):
        _draw_flag(flag, strip.flags[:number], sheet, axis)


def _draw_flag(flag: StripFlag, marked: Sequence[StripFlag], sheet: CoverSheet, axis: int) -> None:
    """Draw a flag, and its mark on the axis unless that of another is there."""
    link = sheet.link(PageTarget(flag.event.ref))
    y, step = axis - flag.row, 1 if flag.row > 0 else -1
    for row in range(axis - step, y, -step):
        sheet.put(flag.column, row, "│", "axis", link)
    corners = ("╭", "╮") if flag.row > 0 else ("╰", "╯")
    sheet.put(flag.column, y, corners[0] if flag.is_right else corners[1], "axis", link)
    x = flag.begin + (2 if flag.is_right else 0)
    end = sheet.put(x, y, f"{flag.event.date} ", "date", link)
    sheet.put(end, y, flag.event.short, "event", link)
    if all(other.column != flag.column for other in marked):
        sheet.put(flag.column, axis, "◆", "mark", link)
