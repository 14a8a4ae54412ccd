"""The events as a list: its lines, its headings, and what stands where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sufu_tui.dossier.beginning import Beginning, beginning, is_undated
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.timeline.agenda.agenda import Agenda
from sufu_tui.explorer.timeline.agenda.line_text import AgendaText
from sufu_tui.explorer.timeline.event_order import EventOrder, in_time
from sufu_tui.explorer.timeline.pane_layout import available_views, chosen_view, next_view
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.cells import CLIP_MARK


def event(date, kind="point"):
    text = Localized({"zh-Hant": "事件"})
    return Event(date, parse(date), kind, text, text, "a", "s", SourceRef("x", "1"), date)


def agenda(*dates):
    events = [event(date) for date in dates]
    order = EventOrder(in_time(events, range(len(events))))
    return Agenda(list(map(beginning, events)), order.events), order


def lines(agenda):
    return [agenda.heading_at(line) or agenda.event_at(line) for line in range(len(agenda))]


def test_events_stand_under_the_year_in_which_they_begin():
    listed, _ = agenda("2022-06-14", "../-0513", "2021", "2022")
    assert lines(listed) == [
        Beginning(None, -513), 1, Beginning(2021, 2021), 2, Beginning(2022, 2022), 3, 0,
    ]  # fmt: skip


def test_events_of_no_known_year_stand_last_under_headings_of_their_own():
    listed, _ = agenda(
        "2022-06-14", "2021-12-08/2023-12-08", "2021-12-08/..", "2021-12-08", "2021-12-08/2023~"
    )
    assert lines(listed) == [
        Beginning(2021, 2021), 3, Beginning(2022, 2022), 0,
        Beginning(2021, 2023), 1, 4, Beginning(2021, None), 2,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date", "kind", "begun"),
    [
        ("2021-12-08/2023-12-08", "span", Beginning(2021, 2021, 12)),
        ("2021-12-08/2023-12-08", "point", Beginning(2021, 2023)),
        ("2021-12-08/..", "era", Beginning(2021, 2021, 12)),
        ("2021-12-08/..", "point", Beginning(2021, None)),
        ("2022/2023-12", "span", Beginning(2022, 2022)),
        ("20XX/2150", "span", Beginning(2000, 2099)),
        ("2002~", "point", Beginning(2002, 2002)),
        ("202X", "point", Beginning(2020, 2029)),
        ("../2013", "span", Beginning(None, 2013)),
        ("[..1900,2000..]", "point", Beginning(None, None)),
        ("2023-05", "point", Beginning(2023, 2023, 5)),
        ("2023-04/2023-05", "point", Beginning(2023, 2023)),
    ],
)
def test_the_years_in_which_an_event_may_begin(date, kind, begun):
    assert beginning(event(date, kind)) == begun
    assert is_undated(event(date, kind)) == (begun.first_year is not None and not begun.has_year)


def test_a_year_with_many_events_has_its_months():
    days = [f"2022-{month:02d}-{day:02d}" for month in (3, 5) for day in range(1, 20)]
    listed, _ = agenda("2022", *days, "2023-05-01", "2022-05-20/2022-06")
    found = [line for line in lines(listed) if isinstance(line, Beginning)]
    months = [Beginning(2022, 2022), Beginning(2022, 2022, 3), Beginning(2022, 2022, 5)]
    assert found == [*months, Beginning(2022, 2022), Beginning(2023, 2023)]


DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map("{}/..".format),
    st.tuples(st.dates(), st.dates()).map(lambda pair: "/".join(map(str, sorted(pair)))),
    st.dates().map("../{}".format),
    st.integers(1, 9999).map("{:04d}~".format),
)


@given(st.lists(DATES, max_size=80))
def test_every_event_has_a_line_in_the_order_of_time(dates):
    listed, order = agenda(*dates)
    events = [event(date) for date in dates]
    assert [line for line in listed.lines if line >= 0] == list(order.events)
    keys = [(is_undated(events[number]), events[number].date.sort_key) for number in order.events]
    assert keys == sorted(keys)
    for number in order.events:
        assert listed.event_at(listed.line_of(number)) == number
    for line in range(len(listed)):
        over = listed.heading_over(line)
        assert over is not None
        assert listed.heading_at(line) in {None, over}
        if (number := listed.event_at(line)) is not None:
            assert over[:2] == beginning(events[number])[:2]
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


@given(st.lists(DATES, min_size=1, max_size=10), st.integers(20, 160), st.permutations(["zh-Hant", "en"]))
def test_titles_in_two_languages_stand_in_columns_that_fill_the_line(dates, cells, languages):
    listed, _ = agenda(*dates)
    names = Localized({"zh-Hant": "一件很久以前的事", "en": "Something of long ago"})
    short = Localized({"zh-Hant": "往事", "en": "Long ago"})
    events = [event(date)._replace(title=names, short=short) for date in dates]
    for zero in (None, events[0]):
        lines = AgendaText(listed, events, load(languages[0]), zero, "", second=load(languages[1]))
        for line in range(len(listed)):
            if listed.event_at(line) is not None:
                entry = lines.entry(line, cells)
                parts = "".join(entry)
                assert cell_len(parts) == cells or not entry.title
                for language, shown in zip(languages, (entry.title, entry.second), strict=True):
                    begun = shown.strip().rstrip(CLIP_MARK)
                    whole = names.in_language(language), short.in_language(language)
                    assert any(text.startswith(begun) for text in whole)
                if cells < 45:
                    assert not entry.second
                elif cells >= 120:
                    assert (entry.title.strip(), entry.second.strip()) == tuple(
                        names.in_language(language) for language in languages
                    )


def test_the_second_title_is_left_out_where_it_says_the_same():
    listed, _ = agenda("2022")
    lines = AgendaText(listed, [event("2022")], load("zh-Hant"), None, "", second=load("en"))
    entry = lines.entry(listed.line_of(0), 80)
    assert (entry.title.strip(), entry.second) == ("事件", "")


def test_headings_in_words():
    listed, _ = agenda("../-0513", "2022")
    lines = AgendaText(listed, (), load("en"), None, "")
    headings = (Beginning(None, -513), Beginning(2022, 2022), Beginning(2022, 2022, 5))
    assert [lines.heading(one) for one in headings] == ["514 BCE or earlier", "2022", "May 2022"]
    assert lines.heading(Beginning(None, None)) == "Undated"
    assert lines.heading(Beginning(2021, None)) == "2021 or later"
    assert lines.heading(Beginning(2021, 2023)) == "Some time from 2021 to 2023"
    assert lines._replace(words=load("zh-Hant")).heading(Beginning(2021, 2023)) == "2021年至2023年間某時"
