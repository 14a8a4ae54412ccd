"""The model of the timeline: what it shows of any dossier, and of odd ones in a pane."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from sufu_tui.dossier.days import from_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.background.sliced_work import finished
from sufu_tui.explorer.timeline.lanes.lane_groups import GROUPINGS
from sufu_tui.explorer.timeline.lanes.marks import UNICODE
from sufu_tui.explorer.timeline.legend import legend
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter import Filter
from tests.explorer.driving import screen_lines
from tests.explorer.observing import timeline_model

WORDS = load("zh-Hant")


def event(date, kind="point", title="事件", area="a", weight=5):
    text = Localized({"zh-Hant": title})
    return Event(date, parse(date), kind, text, text, area, "s", SourceRef("x", "1"), date, weight=weight)


# The view


def test_the_view_opens_where_things_happen_and_shows_everything_on_demand(shipped):
    view = timeline_model(shipped)
    view.frame(120, WORDS)
    first, last = view.axis.days_in_view()
    assert from_day(first).year >= 2021
    view.everything()
    view.frame(120, WORDS)
    assert from_day(view.axis.days_in_view()[0]).year < 0
    assert last >= parse("2023-12-08").latest


@pytest.mark.parametrize("events", [(), ("../2013",), ("2023-06-15",), ("2023-06-15/..", "../2023-06-15")])
def test_few_or_undated_events_make_a_sensible_picture(events, minimal):
    area = minimal.areas[0].id
    made = tuple(event(date, area=area) for date in events)
    dossier = type(minimal)(**{
        name: getattr(minimal, name) for name in minimal.__dataclass_fields__ if not name.startswith("_")
    } | {"events": made})  # fmt: skip
    view = timeline_model(dossier)
    for columns in (1, 12, 80):
        picture = view.frame(columns, WORDS)
        assert picture.columns >= 1
        assert sum(len(row.placed) for row in picture.layout.rows) <= len(events)
    for number in range(len(events)):
        view.select(number)
        view.zoom(1)
        view.pan(0.5)
        view.toggle_breaks()
        view.scroll_to(0.5)
        view.frame(80, WORDS)


# Bad input

ODD = {
    "none": (),
    "undated": ("XXXX", "../2013", "[..1900,2000..]"),
    "open at both sides": ("[..1900,2000..]",),
    "before all": ("Y-999999999", "2023-06-15"),
    "after all": ("Y9999999", "2023-06-15"),
    "both": ("Y-999999999", "Y9999999", "2023"),
    "beyond machine integers": ("Y-99999999999999999", "Y999999999999999999"),
    "one day": ("2023-06-15",) * 10_000,
    "end to end": ("2023-06-01/2023-06-15", "2023-06-15/2023-06-30", "2023-06-30/2023-07-15"),
    "no length": ("2023-06-15/2023-06-15",) * 3,
}


def made_of(dossier, dates):
    area = dossier.areas[0].id
    section, source = dossier.sections[0].id, dossier.sections[0].source
    kinds = ["span" if "/" in one else "point" for one in dates]
    events = (event(one, kind, area=area) for one, kind in zip(dates, kinds, strict=True))
    return replace(
        dossier,
        events=tuple(
            one._replace(id=f"odd-{number}", section=section, source=source)
            for number, one in enumerate(events)
        ),
    )


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("columns", [1, 14, 80, 190])
def test_odd_dates_make_a_picture(minimal, name, columns):
    dossier = made_of(minimal, ODD[name])
    view = timeline_model(dossier)

    def look():
        picture = view.frame(columns, WORDS)
        assert len(picture.overview) == picture.columns
        ends = [after for row in picture.layout.rows for one in row.placed for _, after in one.stretches]
        assert all(after <= picture.columns for after in ends)
        assert all(len(row.bars) in {0, picture.columns} for row in picture.layout.rows)
        return picture

    look()
    for act in (
        view.everything,
        lambda: view.zoom(1),
        lambda: view.pan(1),
        view.toggle_breaks,
        view.next_grouping,
        lambda: view.axis.fit(parse("1000-05")),
        lambda: view.axis.zoom(1e9, columns / 2),
        lambda: view.select(len(ODD[name]) - 1) if ODD[name] else None,
        lambda: view.axis.zoom(1e-9, columns / 2),
    ):
        act()
        look()
    if ODD[name] and columns >= 80:
        view.everything()
        assert any(row.placed or row.bars.strip() for row in look().layout.rows)


@pytest.mark.parametrize("name", ODD)
async def test_odd_dates_are_explored(explored, minimal, name):
    dossier = made_of(minimal, ODD[name])
    async with explored((100, 30), "en", dossier=dossier, pane="timeline") as pilot:
        await pilot.press("0", "plus", "right", "d", "b", "c", "end", "minus")
        await pilot.pause()
        rows = screen_lines(pilot.app)
        number = len(ODD[name])
        assert any(f"of {number:,}" in row or f"{number:,} event" in row for row in rows[-3:])
        assert any("This dossier has no events." in row for row in rows) == (name == "none")


async def test_an_axis_that_the_filter_leaves_empty_says_so(explored):
    async with explored((100, 30), "en", pane="timeline", press=("f", *"zzz", "enter")) as pilot:
        await pilot.pause()
        assert any("No event matches the filter “zzz”" in row for row in screen_lines(pilot.app))
        await pilot.press("escape")
        await pilot.pause()
        assert not any("No event matches" in row for row in screen_lines(pilot.app))


def test_events_end_to_end_keep_apart(minimal):
    view = timeline_model(made_of(minimal, ODD["end to end"]))
    layout = view.frame(100, WORDS).layout
    assert sum(len(row.placed) for row in layout.rows) == 3
    for row in layout.rows:
        assert all(one.mark.end < other.mark.column for one, other in pairwise(row.placed))


def test_a_date_in_a_break_opens_it(shipped):
    view = timeline_model(shipped)
    view.frame(120, WORDS)
    asked = parse("1000")
    assert view.axis.warp.leaves_out(asked.earliest)
    view.axis.fit(asked)
    first, last = view.axis.days_in_view()
    assert not view.axis.warp.leaves_out(asked.earliest)
    assert first <= asked.earliest <= asked.latest <= last
    assert view.axis.has_breaks
    picture = view.frame(120, WORDS)
    assert "1000" in {tick.label for tick in (*picture.axis.ticks, *picture.axis.enclosing)}


def test_who_goes_back_has_the_break_again(shipped):
    view = timeline_model(shipped)
    before = view.frame(120, WORDS)
    look = view.axis.state
    view.axis.fit(parse("1000"))
    opened = view.axis.state
    there = view.frame(120, WORDS)
    view.axis.restore(look)
    assert view.frame(120, WORDS) == before
    view.axis.restore(opened)
    assert view.frame(120, WORDS) == there


@pytest.mark.parametrize(
    ("date", "shown"),
    [("../-0477", "-0477"), ("../2013-05", "2013-05"), ("2021-12-08/..", "2021-12-08"), ("2002~/", "2002")],
)
def test_what_is_open_is_fitted_by_the_end_that_is_known_as_exactly_as_it_is(minimal, date, shown):
    view = timeline_model(made_of(minimal, (date, "2023")))
    view.frame(120, WORDS)
    view.axis.fit(parse(date))
    first, last = view.axis.days_in_view()
    known = parse(shown)
    assert first < known.earliest <= known.latest < last
    length = known.latest - known.earliest + 1
    assert last - first < 3 * max(length, 14)


def test_without_events_the_year_of_the_dossier_is_shown(minimal):
    view = timeline_model(made_of(minimal, ()))
    axis = view.frame(120, WORDS).axis
    year = from_day(minimal.date.earliest).year
    assert axis.enclosing[0].label in {str(year - 1), str(year)}
    assert str(year) in {tick.label for tick in axis.enclosing}


def test_lanes_take_what_rows_are_left_over_and_give_up_none(minimal):
    dates = [f"2022-{month:02}/2023-{month:02}" for month in range(1, 13)]
    view = timeline_model(made_of(minimal, dates))
    few, many = (view.frame(100, WORDS, rows).layout.rows for rows in (8, 40))
    assert len({one.event for row in few for one in row.placed if one.label}) < len(dates)
    assert {one.event for row in many for one in row.placed if one.label} == set(range(len(dates)))
    assert len(many) <= 39  # the last is the legend's
    assert many[:6] == few[:6]
    assert view.frame(100, WORDS, 8).layout.rows == few


def test_lanes_are_by_area_section_or_kind(shipped):
    view = timeline_model(shipped)
    for grouping in (*GROUPINGS, GROUPINGS[0]):
        assert view.lanes.grouping == grouping
        picture = view.frame(120, WORDS)
        assert len(picture.lane_names) == len(view.lanes.ids)
        for number, one in enumerate(shipped.events):
            lane = view.lanes.ids[view.lanes.of_events[number]]
            assert lane == getattr(one, grouping)
        view.next_grouping()


@pytest.mark.parametrize("name", ["bars", "marks"])
async def test_the_status_line_counts_what_is_in_view_where_not_everything_has_a_mark(
    name, explored, minimal
):
    dates = [f"20{year:02}-{month:02}" for year in range(1, 91) for month in range(1, 13)]
    dossier = made_of(minimal, dates if name == "bars" else dates[:12])
    async with explored((130, 40), "en", dossier=dossier, pane="timeline", press=("0",)) as pilot:
        rows = screen_lines(pilot.app)
        assert any("1,080 in view" in row for row in rows) == (name == "bars")
        await pilot.press(*["plus"] * 8)
        await pilot.pause()
        assert not any("1,080 in view" in row for row in screen_lines(pilot.app))


async def test_a_canvas_that_is_high_enough_has_a_legend_at_its_foot(explored):
    async with explored((120, 40), "en", pane="timeline") as pilot:
        canvas = pilot.app.pane.canvas
        frame = pilot.app.pane.model.frame(canvas.size.width, pilot.app.state.words, canvas.rows)
        assert len(frame.layout.rows) > canvas.rows  # the lanes go on below
        foot = canvas.region.bottom - 2  # above the overview
        assert "◆ exact day" in screen_lines(pilot.app)[foot]
        selected = pilot.app.pane.model.selected
        for column in range(frame.gutter, canvas.size.width, 12):
            await pilot.click(canvas, offset=(column, canvas.size.height - 2))
        assert pilot.app.pane.model.selected == selected
        await pilot.press("end")
        await pilot.pause()
        assert "◆ exact day" in screen_lines(pilot.app)[foot]


def test_the_legend_explains_every_glyph():
    explained = "".join(glyph for glyph, _ in legend(WORDS))
    assert set(UNICODE) | set("‹›▴▾⋯") <= set(explained)


def test_the_legend_explains_the_numbers_of_what_is_out_of_sight(shipped):
    view = timeline_model(shipped)
    glyphs = [{glyph for glyph, _ in view.frame(120, WORDS, rows).legend} for rows in (12, 200)]
    assert "▴2 ▾2" in glyphs[0] - glyphs[1]
    view.go_to_date(parse("2023-05/2023-09"), on_axis=True)
    assert "‹2 2›" in {glyph for glyph, _ in view.frame(120, WORDS, 40).legend}
    view.everything()
    assert "‹2 2›" not in {glyph for glyph, _ in view.frame(120, WORDS, 40).legend}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 30), (60, 16)])
async def test_the_overview_stands_at_the_foot_and_not_below_the_tabs(size, explored):
    async with explored(size, "en", press=("3", "0")) as pilot:
        canvas, rows = pilot.app.pane.canvas, screen_lines(pilot.app)
        foot = canvas.region.bottom - 1
        assert rows[foot].startswith(" All ")
        assert not set("▁▂▃▄▅▆▇█") & set(rows[canvas.region.y])
        before = pilot.app.pane.model.axis.window
        await pilot.press("plus", "plus", "plus")
        await pilot.click(canvas, offset=(canvas.size.width - 1, canvas.size.height - 1))
        await pilot.pause()
        assert pilot.app.pane.model.axis.window.end > before.end - before.span / 4


# A filter over many events


def test_the_last_list_stays_while_a_filter_is_searched_for_and_a_return_waits_for_it(shipped, monkeypatch):
    model = timeline_model(shipped, columns=120)
    model.select_first()
    place = model.place
    searches = []
    monkeypatch.setattr(model._observer, "find", searches.append)
    before = model.order.events
    model.state.set_filter(Filter.parse("kind:span"))
    assert model.is_searching
    assert model.order.events == before
    wanted = searches.pop()
    model.take_found(wanted, finished(model.found(wanted)))
    spans = {number for number, one in enumerate(shipped.events) if one.kind == "span"}
    assert not model.is_searching
    assert set(model.order.events) == spans
    assert model.selected in spans
    model.state.set_filter(Filter())
    model.return_to(place)  # as Backspace does, before all is listed again
    model.take_found(wanted := searches.pop(), finished(model.found(wanted)))
    assert model.order.events == before
    assert model.selected == place.selected
