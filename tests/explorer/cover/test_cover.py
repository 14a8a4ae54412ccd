"""The cover: its laws at every size and in every language, its links, and the ways to it and on."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from sufu_tui.dossier.cover import NO_COVER
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.explorer.commands import Command
from sufu_tui.explorer.cover.composition import compose_cover
from sufu_tui.explorer.cover.page import PageTarget
from sufu_tui.explorer.cover.pane import CoverPane
from sufu_tui.explorer.cover.time_strip import lay_strip
from sufu_tui.explorer.navigation import home_of
from sufu_tui.explorer.widgets.picker import Picker
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.numbers import qualifier_text
from sufu_tui.query.highlights import DayRange, Highlights
from sufu_tui.typesetting.cells import CLIP_MARK, width
from sufu_tui.writing.covers import CoverEvent, cover_content
from tests.explorer.driving import press, screen_text

SIZES = [
    (columns, rows)
    for columns in (48, 60, 80, 99, 100, 112, 120, 140, 160, 170, 200, 240)
    for rows in (16, 24, 40, 60)
]


def composed(dossier, language, columns, rows=40):
    words = load(language)
    return compose_cover(cover_content(dossier, words), columns, rows, words)


def text_of(page, link=None):
    """Return the text of a page, or of one of its links, row by row."""
    rows = []
    for pieces in page.rows:
        row = ""
        for piece in pieces:
            if link is None or piece.link == link:
                row += " " * (piece.column - width(row)) + piece.text
        rows.append(row)
    return "\n".join(rows)


# Laws


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["shipped", "minimal", "several"])
def test_no_piece_covers_another_or_leaves_the_page(language, name, request):
    dossier = request.getfixturevalue(name)
    for columns, rows in SIZES:
        for pieces in composed(dossier, language, columns, rows).rows:
            end = 0
            for piece in pieces:
                assert piece.column >= end, (columns, rows, piece)
                end = piece.end
            assert end <= columns, (columns, rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_drawn_rows_fill_the_screen(explored, language, size):
    async with explored(size=size, language=language, pane="cover") as pilot:
        view = pilot.app.pane.view
        for y in range(view.size.height):
            assert view.render_line(y).cell_length == width(view.render_line(y).text) == size[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_figure_loses_its_qualifier_or_its_unit(language, shipped):
    words = load(language)
    content = cover_content(shipped, words)
    for columns, rows in SIZES:
        page = composed(shipped, language, columns, rows)
        for figure in content.figures:
            link = next(n for n, target in enumerate(page.targets) if target.ref == figure.ref)
            shown = text_of(page, link)
            metric = shipped.metric(figure.ref.id)
            word = qualifier_text(metric.qualifier, words)
            assert word in shown, (columns, rows, figure)
            assert (metric.qualifier is Qualifier.EXACT) == (word == "")
            unit = re.split(r"[0-9,.]+", figure.figure)
            for part in unit:
                assert part.replace(word, "").strip() in shown, (columns, rows, figure)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_told_is_on_the_page_at_every_size(language, shipped):
    content = cover_content(shipped, load(language))
    told = [one.ref for part in (content.figures, content.events, content.sections) for one in part]
    for columns, rows in SIZES:
        page = composed(shipped, language, columns, rows)
        refs = {target.ref for target in page.targets}
        assert refs >= set(told), (columns, rows)
        for event in content.events:
            link = next(n for n, target in enumerate(page.targets) if target.ref == event.ref)
            assert event.date in text_of(page, link), (columns, rows)


def test_every_link_stands_somewhere_on_the_page(shipped):
    for columns, rows in SIZES:
        page = composed(shipped, "zh-Hant", columns, rows)
        for number in range(len(page.targets)):
            assert page.rows_of(number), (columns, rows, page.targets[number])


def test_a_page_that_can_fit_the_screen_fits_it(shipped):
    for language in LANGUAGES:
        assert len(composed(shipped, language, 119, 38).rows) <= 38
        assert len(composed(shipped, language, 199, 58).rows) <= 58


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_of_one_size_and_nothing_cut_but_what_a_name_is(language, shipped):
    content = cover_content(shipped, load(language))
    headings = {one.ref: one.heading for one in content.sections}
    names = {one.ref: one for one in content.names}
    for columns, rows in SIZES:
        page = composed(shipped, language, columns, rows)
        sizes = set()
        for number, target in enumerate(page.targets):
            words = text_of(page, number).split()
            if target.ref in headings and words != ["]", *load(language)("cover.read-on").split()[1:]]:
                assert "".join(words[1:]) == headings[target.ref].replace(" ", ""), (columns, rows)
            if target.ref in names:
                name = names[target.ref]
                cut = "".join(words) != f"{name.name}{name.role}".replace(" ", "")
                assert not cut or CLIP_MARK in words[-1] or name.name.split()[-1] == words[-1], (
                    columns,
                    words,
                )
            if target.ref is not None and target.ref.kind == "metric":
                sizes.add(sum(p.link == number and p.style == "digits" for row in page.rows for p in row))
                assert CLIP_MARK not in "".join(words), (columns, rows, target)
        assert len(sizes) == 1, (columns, rows)


def test_digits_are_large_where_all_of_them_have_room(shipped):
    for language in LANGUAGES:
        page = composed(shipped, language, 199, 58)
        assert any("██████" in piece.text for row in page.rows for piece in row)


def test_names_are_told_in_blocks_or_rows_by_the_room(shipped):
    tall, low = composed(shipped, "en", 199, 58), composed(shipped, "en", 119, 38)
    for page, rows in ((tall, 3), (low, 1)):
        mayor = next(n for n, target in enumerate(page.targets) if target.ref == Ref("entity", "liu-yujie"))
        assert len(page.rows_of(mayor)) == rows
    assert "Party secretary of Fuyang⋯" in text_of(low)
    assert {one.ref for one in tall.targets} > {one.ref for one in low.targets}


# The strip of time


def event(name, first):
    return CoverEvent(Ref("event", name), f"day {first}", name, name, DayRange(first, first))


def test_flags_and_staffs_cross_nothing():
    words = load("en")
    for seed in range(60):
        days = sorted({(seed * 37 + place * (seed + 11) ** 2) % 730 for place in range(7)})
        strip = lay_strip(
            DayRange(738000, 738730), [event(f"event {day}", 738000 + day) for day in days], 116, words
        )
        if strip is None:
            continue
        cells = {}
        for tick in strip.ticks:
            cells.update({(-1, x): tick for x in range(tick.column, tick.column + width(tick.text))})
        for flag in strip.flags:
            side = 1 if flag.row > 0 else -1
            own = {(side * row, flag.column) for row in range(1, abs(flag.row))}
            own |= {(flag.row, x) for x in range(flag.begin, flag.begin + width(flag.text) + 2)}
            assert not own & cells.keys()
            assert flag.begin >= 0
            assert flag.begin + width(flag.text) + 2 <= 116
            cells.update(dict.fromkeys(own, flag))


def test_a_strip_is_as_low_as_it_can_be(shipped):
    for language, columns, rows in (("en", 115, 7), ("en", 184, 6), ("zh-Hant", 135, 6)):
        words = load(language)
        content = cover_content(shipped, words)
        assert lay_strip(content.strip, content.events, columns, words).height == rows


def test_a_strip_has_all_its_events_or_there_is_none():
    words = load("en")
    crowd = [event(f"event {number}", 738000 + number) for number in range(12)]
    assert lay_strip(DayRange(738000, 738730), crowd, 116, words) is None
    two = [event("a", 738000), event("b", 738730)]
    assert len(lay_strip(DayRange(738000, 738730), two, 116, words).flags) == 2
    assert lay_strip(DayRange(5, 5), two, 116, words) is None


def test_ticks_of_any_range_never_touch():
    words = load("en")
    for first, last in ((738000, 738010), (700000, 738730), (-180000, 738730), (-(10**12), 10**12)):
        strip = lay_strip(DayRange(first, last), [], 116, words)
        for one, other in pairwise(strip.ticks):
            assert one.column + width(one.text) < other.column


# What is chosen


def test_a_dossier_without_a_cover_has_one_by_weight(shipped):
    plain = Highlights(replace(shipped, cover=NO_COVER))
    assert 6 <= len(plain.figures()) <= 8
    assert not any(metric.derived for metric in plain.figures())
    heaviest = max(one.weight for one in shipped.events)
    assert heaviest in {one.weight for one in plain.events}
    assert plain.strip() is not None
    assert plain.names()[0].id in {"suzhou", "fuyang"}


def test_the_author_is_followed(shipped):
    chosen = Highlights(shipped)
    assert [metric.id for metric in chosen.figures()] == list(shipped.cover.figures)
    assert {one.id for one in chosen.events} == set(shipped.cover.events)
    assert [entity.id for entity in chosen.names()] == list(shipped.cover.names)


# In the explorer


async def test_every_link_arrives_by_tab_and_enter(explored):
    async with explored(size=(120, 40), pane=None) as pilot:
        app = pilot.app
        await app.navigator.show("cover")
        await pilot.pause()
        targets = app.pane.view.page.targets
        for number, target in enumerate(targets):
            if target.address is not None:
                continue
            await app.navigator.show("cover")
            await pilot.pause()
            app.pane.view.select(number)
            await press(pilot, "enter")
            await pilot.pause()
            assert not isinstance(app.pane, CoverPane), target
            if target.ref is not None:
                assert app.state.pane == home_of(target.ref)
                assert app.state.current == target.ref
            else:
                assert app.state.pane == target.pane


async def test_tab_goes_through_every_link_once(explored):
    async with explored(size=(80, 24), pane="cover") as pilot:
        view = pilot.app.pane.view
        seen = []
        for _ in view.page.targets:
            await press(pilot, "tab")
            seen.append(view.selected_link)
            rows, shown = view.page.rows_of(view.selected_link), view.viewport
            assert shown.top <= rows.start < shown.top + shown.page
        assert seen == list(range(len(view.page.targets)))
        await press(pilot, "shift+tab", "escape")
        assert view.selected_link is None


async def test_a_click_on_a_large_digit_opens_the_figure(explored, shipped):
    async with explored(size=(120, 40)) as pilot:
        app = pilot.app
        await app.navigator.show("cover")
        await pilot.pause()
        view = app.pane.view
        y, piece = next(
            (y, piece)
            for y, pieces in enumerate(view.page.rows)
            for piece in pieces
            if piece.style == "digits"
        )
        await pilot.click(view, offset=(piece.column + 1, y))
        await pilot.pause()
        assert app.state.current == Ref("metric", shipped.cover.figures[0])
        await press(pilot, "backspace")
        await pilot.pause()
        assert app.state.pane == "cover"
        assert app.pane.view.selected_link is not None


@pytest.mark.parametrize("key", ["]", "enter", "right"])
async def test_ways_on_to_the_first_section(explored, key):
    async with explored(size=(120, 40)) as pilot:
        app = pilot.app
        await press(pilot, "[")
        await pilot.pause()
        assert app.state.pane == "cover"
        await press(pilot, key)
        await pilot.pause()
        assert (app.state.pane, app.pane.section.number) == ("narrative", 1)


async def test_the_space_bar_reads_through_the_cover_and_on(explored):
    async with explored(size=(80, 24)) as pilot:
        app = pilot.app
        await press(pilot, "pageup")
        await pilot.pause()
        assert app.state.pane == "cover"
        for _ in range(9):
            await press(pilot, "space")
            await pilot.pause()
            if app.state.pane != "cover":
                break
        assert (app.state.pane, app.pane.section.number) == ("narrative", 1)
        assert app.pane.reading.viewport.top == 0


async def test_the_next_pane_after_the_cover_is_the_first(explored):
    async with explored(size=(120, 40), pane="cover") as pilot:
        await press(pilot, "f4")
        await pilot.pause()
        assert pilot.app.state.pane == "narrative"


async def test_the_title_opens_the_cover(explored):
    async with explored(size=(120, 40)) as pilot:
        await pilot.click("TabBar", offset=(3, 0))
        await pilot.pause()
        assert pilot.app.state.pane == "cover"


async def test_another_language_and_another_size_keep_the_selected_link(explored):
    async with explored(size=(120, 40), pane="cover") as pilot:
        view = pilot.app.pane.view
        await press(pilot, *["tab"] * 9)
        target = view.place.target
        await press(pilot, "L")
        await pilot.pause()
        assert view.page.targets[view.selected_link] == target
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert view.page.targets[view.selected_link] == target


async def test_what_is_copied(explored, shipped):
    async with explored(size=(120, 40), pane="cover") as pilot:
        pane = pilot.app.pane
        assert shipped.cover.lead.in_language("en") in pane.citation().text
        figure = next(
            n for n, one in enumerate(pane.view.page.targets) if one.ref and one.ref.kind == "metric"
        )
        pane.view.select(figure)
        assert "7.4 billion" in pane.citation().text


async def test_the_count_of_names_leads_to_the_names(explored, shipped):
    async with explored(size=(120, 40), pane="cover") as pilot:
        assert f"4 Names ({len(shipped.entities)} names)" in screen_text(pilot.app)
        assert PageTarget(pane="names") in pilot.app.pane.view.page.targets


async def test_the_source_is_shown_beside_the_narrative(explored):
    async with explored(size=(120, 40), pane="cover", source="some text") as pilot:
        for _ in range(2):  # the second time it is beside the panes already
            await press(pilot, "P")
            await pilot.pause()
            assert (pilot.app.state.pane, pilot.app.state.beside) == ("narrative", "source")
            assert pilot.app.pane.beside.has_keys
            await pilot.app.navigator.show("cover")
        await press(pilot, "ctrl+p")
        listed = [choice.value for choice in pilot.app.query_one(Picker).choices]
        assert "source" not in {value.scope for value in listed if isinstance(value, Command)}


async def test_the_cover_has_no_card_to_reckon_on(explored):
    async with explored(size=(120, 40), pane="cover") as pilot:
        await press(pilot, "i", "escape")
        assert pilot.app.state.pane == "cover"


# The first start


def test_the_first_start_shows_the_cover_and_the_next_does_not(opened, tmp_path):
    state = {"XDG_STATE_HOME": str(tmp_path)}
    first = opened("--lang", "en", pane=None, **state)
    first.until("CNY 7.4 billion")
    first.type("]")
    first.until("Section 1 of 5")
    first.type("q")
    assert first.status() == 0
    second = opened("--lang", "en", pane=None, **state)
    assert "CNY 7.4 billion" not in second.until("Section 1 of 5")
    second.type("q")
    third = opened("--lang", "en", "--pane", "cover", pane=None, **state)
    third.until("CNY 7.4 billion")
    third.type("q")
