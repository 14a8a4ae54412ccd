"""Legend of the timeline: the kinds of marks and what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.explorer.navigation import HelpRow
from sufu_tui.explorer.timeline.axis.ticks import TimeAxis
from sufu_tui.explorer.timeline.lanes.lane_rows import LaneLayout
from sufu_tui.explorer.timeline.lanes.marks import UNICODE
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.glyphs import LINKED

MARK_KINDS: Sequence[tuple[str, str]] = (
    ("linked", LINKED),
    ("time", f"{LINKED}━"),
    ("exact", UNICODE.exact),
    ("within", f"{UNICODE.left}{UNICODE.within}{UNICODE.right} {UNICODE.vague}"),
    ("span", f"{UNICODE.left}{UNICODE.span}{UNICODE.right} {UNICODE.short}"),
    ("about", UNICODE.about),
    ("open", f"{UNICODE.open_left} {UNICODE.open_right}"),
    ("unknown", UNICODE.unknown),
    ("beyond", "‹2 2›"),
    ("rows", "▴2 ▾2"),
    ("count", f"2 {UNICODE.many}"),
    ("density", "▂▅█"),
    ("break", "⋯"),
    ("era", UNICODE.era),
)
"""Kinds of marks and numbers: the end of the key of its meaning, and an example of it."""


def mark_rows(words: Catalogue) -> Sequence[HelpRow]:
    """Return the kinds of marks for the help."""
    return [HelpRow(glyph, meaning, "event") for glyph, meaning in legend(words)]


def legend(words: Catalogue) -> list[tuple[str, str]]:
    """Return each kind of mark with its meaning."""
    return [(glyph, words(f"timeline.legend-{name}")) for name, glyph in MARK_KINDS]


def legend_of(
    layout: LaneLayout, axis: TimeAxis, words: Catalogue, *, has_more_rows: bool, has_time: bool = False
) -> list[tuple[str, str]]:
    """Return the legend of the marks in view: a single row has no room for all.

    With `has_more_rows` there are rows of lanes above or below those in view; with `has_time` the axis shows
    that of what the reader looked at before.
    """
    there = {glyph for row in layout.rows for one in row.placed for glyph in one.mark.text}
    counted = any(one.sharing for row in layout.rows for one in row.placed)
    dense, cut_short = any(row.bars for row in layout.rows), bool(axis.breaks)
    beyond = any(layout.before) or any(layout.after)
    known = {
        "linked": bool(layout.linked),
        "time": has_time,
        "count": counted,
        "density": dense,
        "break": cut_short,
        "beyond": beyond,
        "rows": has_more_rows,
    }
    seen = (known.get(name, not there.isdisjoint(glyph)) for name, glyph in MARK_KINDS)
    return [entry for entry, shown in zip(legend(words), seen, strict=True) if shown]
