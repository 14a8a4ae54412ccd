"""How an event looks on the axis."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.timeline.marks import UNICODE, Shape, mark_of
from sufu_tui.explorer.timeline.scale import fitted
from sufu_tui.explorer.timeline.warp import proportional


def event(date, kind="point", title="事件", area="a", weight=5):
    text = Localized({"zh-Hant": title})
    return Event(date, parse(date), kind, text, text, area, "s", SourceRef("x", "1"), date, weight=weight)


def window(first, last, columns=100):
    return fitted(proportional(), parse(first).earliest, parse(last).latest, columns)


@pytest.mark.parametrize(
    ("date", "kind", "shape", "text"),
    [
        ("2023-06-15", "point", Shape.EXACT, "◆"),
        ("2023-06", "point", Shape.WITHIN, "├╌╌╌┤"),
        ("2023-06", "span", Shape.SPAN, "├━━━┤"),
        ("2023-06~", "point", Shape.WITHIN, "├~╌╌┤"),
        ("2023-06-15~", "point", Shape.WITHIN, "◇"),
        ("2023-06-15/2023-06-16", "span", Shape.SPAN, "■"),
        ("2023-06-01/..", "span", Shape.SPAN, "├━━━━━►"),
        ("../2023-06-30", "span", Shape.SPAN, "◄━━━━━┤"),
        ("../2023-06-30", "point", Shape.WITHIN, "◄╌┤"),
        ("2023-06-01/", "span", Shape.SPAN, "├━━━━━?"),
        ("2023-06", "era", Shape.ERA, "░░░░░"),
    ],
)
def test_a_mark_says_how_exact_its_date_is(date, kind, shape, text):
    # A week a cell, June in the middle, the window from 18 May to 13 July or so.
    view = fitted(proportional(), to_day(2023, 5, 23), to_day(2023, 7, 8), 8)
    mark = mark_of(event(date, kind), view, UNICODE)
    assert mark.shape is shape
    assert mark.text.replace("━", "").replace("╌", "") == text.replace("━", "").replace("╌", "")
    assert 0 <= mark.column < mark.end <= 8


def test_every_kind_of_mark_has_a_shape_of_its_own():
    assert len(set(UNICODE)) == len(UNICODE)
    assert all(cell_len(glyph) == 1 for glyph in UNICODE)


@pytest.mark.parametrize("date", ["Y-999999999", "Y9999999", "Y-999999999/Y9999999"])
def test_dates_beyond_all_measure_cost_nothing(date):
    view = window("2023-01", "2023-12")
    mark = mark_of(event(date, "span"), view, UNICODE)
    assert mark is None or len(mark.text) == 100
