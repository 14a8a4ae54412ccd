"""How an event looks on the axis."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.timeline.axis.ticks import Break
from sufu_tui.explorer.timeline.axis.time_grid import fitted
from sufu_tui.explorer.timeline.axis.time_warp import proportional
from sufu_tui.explorer.timeline.canvas.linked_signs import LEFT_OUT
from sufu_tui.explorer.timeline.canvas.row_painter import EDGE, ground, pieces
from sufu_tui.explorer.timeline.lanes.lane_rows import LaneLayout, LaneRow, PlacedEvent
from sufu_tui.explorer.timeline.lanes.marks import UNICODE, MarkShape, mark_of
from sufu_tui.typesetting.glyphs import GLYPH_SETS
from sufu_tui.typesetting.substitutes import substitute


def event(date, kind="point", title="事件", area="a", weight=5):
    text = Localized({"zh-Hant": title})
    return Event(date, parse(date), kind, text, text, area, "s", SourceRef("x", "1"), date, weight=weight)


def window(first, last, columns=100):
    return fitted(proportional(), parse(first).earliest, parse(last).latest, columns)


@pytest.mark.parametrize(
    ("date", "kind", "shape", "text"),
    [
        ("2023-06-15", "point", MarkShape.EXACT, "◆"),
        ("2023-06", "point", MarkShape.WITHIN, "├╌╌╌┤"),
        ("2023-06", "span", MarkShape.SPAN, "├━━━┤"),
        ("2023-06~", "point", MarkShape.WITHIN, "├~╌╌┤"),
        ("2023-06?", "span", MarkShape.SPAN, "├?━━┤"),
        ("2023-06-15~", "point", MarkShape.WITHIN, "~"),
        ("2023-06-15?", "point", MarkShape.WITHIN, "?"),
        ("2023-06-10/2023-06-23~", "point", MarkShape.WITHIN, "~┤"),
        ("2023-06/2023-06~", "span", MarkShape.SPAN, "├━━~┤"),
        ("2023-06?/2023-06~", "span", MarkShape.SPAN, "├?━~┤"),
        ("2023-06-15/2023-06-16", "point", MarkShape.WITHIN, "◇"),
        ("2023-06-15/2023-06-16", "span", MarkShape.SPAN, "■"),
        ("2023-06-01/..", "span", MarkShape.SPAN, "├━━━━━►"),
        ("../2023-06-30", "span", MarkShape.SPAN, "◄━━━━┤"),
        ("../2023-06-30", "point", MarkShape.WITHIN, "◄╌┤"),
        ("2023-06-01/", "span", MarkShape.SPAN, "├╌╌╌╌╌?"),
        ("2023-06", "era", MarkShape.ERA, "░░░░░"),
    ],
)
def test_a_mark_says_how_exact_its_date_is(date, kind, shape, text):
    # A week a cell, June in the middle, the window from 18 May to 13 July or so.
    view = fitted(proportional(), to_day(2023, 5, 23), to_day(2023, 7, 8), 8)
    mark = mark_of(event(date, kind), view, UNICODE)
    assert mark.shape is shape
    assert mark.text == text
    assert 0 <= mark.column < mark.end <= 8


@pytest.mark.parametrize("glyphs", GLYPH_SETS)
def test_every_kind_of_mark_is_told_from_the_others_in_every_set_of_glyphs(glyphs):
    shown = [substitute(glyph, glyphs) for glyph in (*UNICODE, EDGE, LEFT_OUT)]
    assert len(set(shown)) == len(shown)
    assert all(cell_len(glyph) == 1 for glyph in shown)


def test_an_event_through_a_break_has_no_length_there():
    view = window("2023-06-01", "2023-06-30")
    mark = mark_of(event("2023-06-01/2023-06-30", "span"), view, UNICODE)
    row = LaneRow(0, 0, (PlacedEvent(0, mark),))
    ((column, text, _),) = pieces(row, None, (Break(0, 10, 1), Break(40, 42, 1), Break(90, 100, 1)))
    assert column == mark.column
    assert (
        text == mark.text[0] + "⋯" * (9 - column) + "━" * 30 + "⋯⋯" + "━" * 48 + "⋯" * (mark.end - 91) + "┤"
    )


def test_the_edges_of_a_break_are_seen_in_every_lane():
    layout = LaneLayout((LaneRow(0, 0, ()), LaneRow(0, 1, (), "▁" * 20)), ("a",), (0,), (0,))
    breaks = (Break(0, 3, 1), Break(5, 9, 1), Break(12, 13, 1), Break(16, 20, 1))
    assert ground(layout, layout.rows[0], 20, breaks) == "  ╎  ╎  ╎   ╎   ╎   "
    assert ground(layout, layout.rows[1], 20, breaks) == "▁▁╎▁▁╎▁▁╎▁▁▁╎▁▁▁╎▁▁▁"


@pytest.mark.parametrize("date", ["Y-999999999", "Y9999999", "Y-999999999/Y9999999"])
def test_dates_beyond_all_measure_cost_nothing(date):
    view = window("2023-01", "2023-12")
    mark = mark_of(event(date, "span"), view, UNICODE)
    assert mark is None or len(mark.text) == 100
