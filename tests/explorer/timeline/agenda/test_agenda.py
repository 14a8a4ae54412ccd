"""The events as a list: its lines, its headings, and what stands where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.timeline.agenda.agenda import Agenda, AgendaHeading, beginning
from sufu_tui.explorer.timeline.agenda.line_text import AgendaText
from sufu_tui.explorer.timeline.event_order import EventOrder, in_time
from sufu_tui.explorer.timeline.pane_layout import available_views, chosen_view, next_view
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.cells import CLIP_MARK


def event(date):
    text = Localized({"zh-Hant": "事件"})
    return Event(date, parse(date), "point", text, text, "a", "s", SourceRef("x", "1"), date)


def agenda(*dates):
    events = [event(date) for date in dates]
    order = EventOrder(in_time(events, range(len(events))))
    return Agenda(list(map(beginning, events)), order.events), order


def lines(agenda):
    return [agenda.heading_at(line) or agenda.event_at(line) for line in range(len(agenda))]


def test_events_stand_under_the_year_in_which_they_begin():
    listed, _ = agenda("2022-06-14", "2021-12-08/2023", "../-0513", "2021", "2022")
    assert lines(listed) == [
        AgendaHeading(-513, until=True), 2, AgendaHeading(2021), 3, 1, AgendaHeading(2022), 4, 0,
    ]  # fmt: skip


def test_a_year_with_many_events_has_its_months():
    days = [f"2022-{month:02d}-{day:02d}" for month in (3, 5) for day in range(1, 20)]
    listed, _ = agenda("2022", *days, "2023-05-01", "2022-05-20/2023")
    found = [line for line in lines(listed) if isinstance(line, AgendaHeading)]
    assert found == [AgendaHeading(2022), AgendaHeading(2022, 3), AgendaHeading(2022, 5), AgendaHeading(2023)]


DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map("{}/..".format),
    st.dates().map("../{}".format),
    st.integers(1, 9999).map("{:04d}~".format),
)


@given(st.lists(DATES, max_size=80))
def test_every_event_has_a_line_in_the_order_of_time(dates):
    listed, order = agenda(*dates)
    assert [line for line in listed.lines if line >= 0] == list(order.events)
    for number in order.events:
        assert listed.event_at(listed.line_of(number)) == number
    for line in range(len(listed)):
        over = listed.heading_over(line)
        assert over is not None
        assert listed.heading_at(line) in {None, over}
    assert len(listed) == 0 or listed.heading_at(0) is not None


@given(st.lists(DATES, min_size=1, max_size=40), st.integers(-5, 100), st.sampled_from([1, -1]))
def test_wherever_one_goes_there_is_an_event(dates, line, direction):
    listed, _ = agenda(*dates)
    assert listed.event_near(line, direction) is not None


def test_a_list_of_nothing():
    listed, _ = agenda()
    assert len(listed) == 0
    assert listed.heading_over(0) is None
    assert listed.event_near(0, 1) is None
    assert listed.line_of(None) is listed.line_of(0) is None


@pytest.mark.parametrize(
    ("columns", "wanted", "shown"),
    [
        (200, None, "both"), (120, None, "axis"), (60, None, "axis"), (59, None, "agenda"),
        (200, "agenda", "agenda"), (120, "both", "both"), (80, "both", "axis"), (59, "both", "agenda"),
        (59, "axis", "axis"),
    ],
)  # fmt: skip
def test_what_is_shown_fits_and_is_what_is_wanted_where_it_can_be(columns, wanted, shown):
    assert chosen_view(wanted, columns) == shown


@pytest.mark.parametrize("columns", [59, 60, 120, 200])
def test_all_that_there_is_room_for_can_be_reached(columns):
    found, wanted = [], None
    for _ in available_views(columns):
        found.append(chosen_view(wanted, columns))
        wanted = next_view(wanted, columns)
    assert sorted(found) == sorted(available_views(columns))
    assert chosen_view(wanted, columns) == found[0]


@given(st.lists(DATES, min_size=1, max_size=10), st.integers(20, 120), st.sampled_from(["zh-Hant", "en"]))
def test_the_parts_of_a_line_fill_it(dates, cells, language):
    listed, _ = agenda(*dates)
    events = [event(date) for date in dates]
    for zero in (None, events[0]):
        lines = AgendaText(listed, events, load(language), zero, "")
        for line in range(len(listed)):
            if listed.event_at(line) is not None:
                entry = lines.entry(line, cells)
                assert not entry.title or "事件".startswith(entry.title.rstrip(CLIP_MARK))
                parts = "".join(entry)
                assert cell_len(parts) == cells or (not entry.title and not entry.relative)


def test_headings_in_words():
    listed, _ = agenda("../-0513", "2022")
    lines = AgendaText(listed, (), load("en"), None, "")
    headings = (AgendaHeading(-513, until=True), AgendaHeading(2022), AgendaHeading(2022, 5))
    assert [lines.heading(one) for one in headings] == ["514 BCE or earlier", "2022", "May 2022"]
    assert lines.heading(AgendaHeading(None)) == "Undated"
