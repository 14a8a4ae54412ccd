"""The search and the palette in the explorer: what is listed, where Enter leads, what stays marked."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.explorer import search
from sufu_tui.explorer.commands import COMMANDS
from sufu_tui.explorer.navigation import EVERY_PANE
from sufu_tui.explorer.widgets.match_marks import MatchMarks
from sufu_tui.explorer.widgets.picker import ChoiceList, Picker
from sufu_tui.typesetting.cells import CLIP_MARK, clip, width
from sufu_tui.typesetting.excerpts import clipped_parts, cut_parts, excerpt
from sufu_tui.typesetting.flow import Block, Run, lay
from tests.explorer.driving import notice, press, screen_lines, screen_strips, screen_text, type_over, until


def typed(text):
    return [{" ": "space", "/": "slash", "+": "plus"}.get(letter, letter) for letter in text]


def marked(app):
    """Return what stands out as found in the text and on the card."""
    accent = app.theme_variables["accent"].lower()
    return [
        segment.text
        for strip in screen_strips(app)
        for segment in strip
        if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == accent
    ]


TASKS = {
    # What is typed in the search in each language, and what must be on the screen after some keys more.
    "who is Wu Qingwen": {
        "en": ("who is Wu Qingwen", "Deputy Party secretary and"),
        "zh-Hant": ("吳慶文是誰", "蘇州市委副書記、市長"),
        "zh-Hans": ("吴庆文是谁", "苏州市委副书记、市长"),
    },
    "everything about Chen Yuan": {
        "en": ("everything about Chen Yuan", "CNY 140 million"),
        "zh-Hant": ("陳元的一切", "1.4億元"),
        "zh-Hans": ("关于陈元", "1.4亿元"),
    },
    "figures between May and September 2023": {
        "en": ("figures between May and September 2023", "Parks in the 1+N matrix"),
        "zh-Hant": ("2023年5月至9月的指標", "「1+N」園區合作矩陣"),
        "zh-Hans": ("2023年5月至9月的指标", "“1+N”园区合作矩阵"),
    },
    "largest sum of money": {
        "en": ("largest sum of money", "CNY 7.4 billion"),
        "zh-Hant": ("最大金額", "74億元"),
        "zh-Hans": ("最大金额", "74亿元"),
    },
}
FURTHER = {"everything about Chen Yuan": ("enter", "pagedown")}
"""Keys after Enter: to the card, and down it where it is low."""
MOST_KEYS = 8
"""Key presses beside the words typed."""


@pytest.mark.parametrize(
    ("language", "size"),
    [("en", (80, 24)), ("en", (120, 40)), ("zh-Hant", (80, 24)), ("zh-Hans", (120, 40))],
)
async def test_what_a_new_user_looks_for_is_a_few_keys_away(explored, language, size):
    """From the cover, where a first start begins; in the smallest terminal and in a usual one."""
    async with explored(size, language, pane="cover") as pilot:
        for task, words in TASKS.items():
            typed_text, seen = words[language]
            keys = ("slash", "enter", *FURTHER.get(task, ()))
            await press(pilot, keys[0])
            type_over(pilot.app, typed_text)
            await pilot.pause()
            await until(lambda: pilot.app._questions.search.index.is_whole)
            await pilot.pause()  # the list looks again
            await press(pilot, *keys[1:])
            assert seen in screen_text(pilot.app), task
            assert len(keys) <= MOST_KEYS


@pytest.mark.parametrize(
    ("language", "words", "first"),
    [("en", "largest sum of money", "7.4 billion"), ("zh-Hant", "金額最大", "74億")],
)
async def test_the_palette_sorts_the_table_by_what_is_largest(explored, language, words, first):
    async with explored((120, 40), language, pane="cover", press=("ctrl+p",)) as pilot:
        type_over(pilot.app, words)
        await pilot.pause()
        await press(pilot, "enter")
        app = pilot.app
        assert (app.state.pane, app.state.filter.text) == ("metrics", "unit:CNY")
        assert [key.descending for key in app.pane.model.order.keys] == [True]
        assert first in screen_lines(app)[2]
        assert "unit:CNY" in notice(app)
        await press(pilot, "u", "u")
        assert (app.state.filter.text, app.pane.model.order.keys) == ("", ())


async def test_what_a_short_report_holds_is_found_at_once_on_the_slowest_machine(explored, monkeypatch):
    hours = itertools.count(step=3600.0)
    monkeypatch.setattr(search, "monotonic", lambda: next(hours))
    async with explored(language="en") as pilot:
        await press(pilot, "slash", *"park")
        assert pilot.app.state.extent == "whole"
        assert "so far" not in screen_text(pilot.app)
        assert len(pilot.app.query_one(Picker).choices) > 5


async def test_hits_stand_in_groups_with_headings_that_the_cursor_passes(explored):
    async with explored((120, 40), press=("slash", *typed("suzhou"))) as pilot:
        lines = screen_lines(pilot.app)
        assert lines[2].strip() == "So called · 1"
        assert lines[3].lstrip("▸ ").startswith("Name")
        assert "Suzhou · " in lines[3]
        assert lines[4].strip().startswith("Names that begin so · ")
        await press(pilot, "down")
        assert screen_lines(pilot.app)[5].startswith("▸")
        await press(pilot, *["pagedown"] * 4, *["pageup"] * 8)
        assert screen_lines(pilot.app)[2].strip() == "So called · 1"
        assert screen_lines(pilot.app)[3].startswith("▸")


async def test_a_click_on_a_heading_chooses_nothing_and_one_below_it_the_hit(explored):
    async with explored((120, 40), press=("slash", *typed("suzhou"))) as pilot:
        await pilot.click(ChoiceList, offset=(5, 0))
        assert pilot.app.query_one(Picker).display
        await pilot.click(ChoiceList, offset=(5, 3))
        assert "match 2 of" in notice(pilot.app)


async def test_what_was_found_stays_marked_in_every_section_until_esc(explored):
    async with explored((120, 40), pane="narrative", press=("slash", *typed('"wu qingwen"'))) as pilot:
        await press(pilot, *["down"] * 2, "enter")
        assert set(marked(pilot.app)) == {"Wu Qingwen"}
        await press(pilot, "n")
        assert notice(pilot.app).startswith("match 4 of ")
        assert "Wu Qingwen" in marked(pilot.app)
        await press(pilot, "L")
        assert pilot.app.state.marks is not None
        await press(pilot, *["escape"] * 3)
        assert not marked(pilot.app)


async def test_marks_are_on_cards_as_well(explored):
    async with explored((120, 40), press=("slash", *typed("2,500"), "enter")) as pilot:
        assert pilot.app.state.pane == "metrics"
        await press(pilot, "1", "slash")
        type_over(pilot.app, "overlaps")
        await pilot.pause()
        await press(pilot, "enter")
        assert any("overlap" in text for text in marked(pilot.app))


async def test_what_pinyin_found_is_marked_in_tables_in_the_list_and_on_the_axis(explored):
    async with explored((160, 50), "zh-Hant", press=("slash", *typed("chenyuan"), "enter")) as pilot:
        app = pilot.app
        assert app.state.pane == "names"
        table = {segment.text for strip in screen_strips(app) for segment in strip if segment.text.strip()}
        assert "陳元" in marked(app)
        assert "的機電公司" in table  # the rest of a name is a part of its own
        await press(pilot, "2")
        assert "陳元" in marked(app)
        await press(pilot, "3")
        underlined = [
            segment.text
            for strip in screen_strips(app)
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        ]
        assert "陳元" in underlined
        await press(pilot, "v")
        assert "陳元" in marked(app)
        await press(pilot, *["escape"] * 3)
        assert "陳元" not in marked(app)


async def test_a_figure_is_marked_in_a_table_of_another_language_and_writing(explored):
    async with explored((160, 50), "zh-Hant", press=("slash", *typed("6.64 billion"), "enter")) as pilot:
        assert pilot.app.state.pane == "metrics"
        assert {"66.4億", "6,640,000,000"} <= set(marked(pilot.app))


@pytest.mark.parametrize(("query", "expression"), [("Health", "area:health"), ("hours", "unit:hour")])
async def test_enter_on_what_items_share_filters_by_it(explored, query, expression):
    async with explored((120, 40), press=("slash", *typed(query), "enter")) as pilot:
        assert pilot.app.state.pane == "metrics"
        assert pilot.app.state.filter.text == expression
        assert expression in notice(pilot.app)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("chenyaun", "did you mean “Chen Yuan”?"),
        ("Suzhou date:never", "date"),
        ("Suzhou Xanadu", "most of them"),
    ],
)
async def test_the_line_says_how_a_query_was_taken(explored, query, said):
    async with explored((140, 40), press=("slash", *typed(query))) as pilot:
        assert said in screen_lines(pilot.app)[1]


async def test_a_source_leads_to_the_text_that_cites_it(explored):
    async with explored(
        (120, 40), pane="narrative", press=("slash", *typed("kind:source"), "enter")
    ) as pilot:
        assert pilot.app.state.pane == "narrative"


# The palette


async def choices(pilot, text):
    await press(pilot, "ctrl+p")
    type_over(pilot.app, text)
    await pilot.pause()
    if text:
        await until(lambda: pilot.app._questions.search.index.is_whole)
    pilot.app.query_one(Picker).find_again()  # as the index does when it is whole
    return ["".join(part for part, _ in choice.parts) for choice in pilot.app.query_one(Picker).choices]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("group", "Metrics › "),
        ("next theme", "Switch between dark and light"),
        ("np", "Open the narrative"),
        ("forward again", "Go forward again"),
        ("繁體", "language: 繁體中文"),
        ("nord", "theme: nord"),
        ("chen yuan", "Chen Yuan"),
        ("cy", "Chen Yuan"),
        ("framework", "Framework"),
        ("7.4 billion", "Fuyang’s farm goods"),
        ("14 June 2022", "The cities sign"),
        ("heart to heart", "3 Heart to heart"),
    ],
)
async def test_the_palette_finds_the_likeliest_first(explored, text, first):
    async with explored((120, 40), language="en", pane="narrative") as pilot:
        assert (await choices(pilot, text))[0].startswith(first)


async def test_the_palette_runs_a_command_of_another_pane_there(explored):
    async with explored((120, 40), press=("1",)) as pilot:
        await choices(pilot, "go to a date")
        await press(pilot, "enter")
        assert pilot.app.state.pane == "timeline"


async def test_the_palette_switches_language_and_theme_and_opens_names(explored):
    async with explored((120, 40), language="en") as pilot:
        await choices(pilot, "简体")
        await press(pilot, "enter")
        assert pilot.app.state.language == "zh-Hans"
        await choices(pilot, "sufu-light")
        await press(pilot, "enter")
        assert pilot.app.theme == "sufu-light"
        await choices(pilot, "chenyuan")
        await press(pilot, "enter")
        assert "陈元" in screen_text(pilot.app)


@pytest.mark.parametrize("typed", ["cover", "begin to read"])
async def test_the_palette_leads_to_the_cover_and_from_it(explored, typed):
    async with explored((120, 40), language="en", press=("2",)) as pilot:
        await choices(pilot, typed)
        await press(pilot, "enter")
        await pilot.pause()
        assert pilot.app.state.pane == ("cover" if typed == "cover" else "narrative")


async def test_an_empty_palette_lists_every_command(explored):
    async with explored((120, 40), pane="narrative") as pilot:
        listed = await choices(pilot, "")
        known = [one for one in COMMANDS if one.scope in {"app", *(spec.id for spec in EVERY_PANE)}]
        assert len(listed) >= len(known) - 1


# Marks and excerpts


def is_latin(letter):
    return letter.isascii() and letter.isalnum()


TEXTS = st.text(st.sampled_from("蘇州阜陽 Suzhou，。「」2023 word"), min_size=1, max_size=120)


@given(TEXTS, TEXTS, st.integers(8, 60), st.integers(0, 6), st.booleans())
def test_marks_are_on_the_same_letters_on_lines_of_any_width(text, other, cells, indent, led):
    spans = [(at, at + 2) for at in range(0, len(text) + len(other) - 2, 5)]
    lead = Run("x", "label") if led and indent else None
    block = Block((Run(text), Run(other, "metric")), indent, lead)
    marks = MatchMarks([[block]], lambda found: [span for span in spans if span[1] <= len(found)])
    whole = text + other
    pieces = [piece for line in lay([block], cells) for piece in marks.marked(line)]
    assert "".join(piece.text for piece, _ in pieces) == "".join(
        piece.text for line in lay([block], cells) for piece in line.pieces
    )
    shown = "".join(piece.text for piece, is_match in pieces if is_match)
    expected = "".join(whole[first:last] for first, last in spans)
    assert shown.replace(" ", "") == expected.replace(" ", "")  # a line drops the blanks at its end


@given(TEXTS, st.data(), st.integers(10, 80))
def test_excerpts_have_the_match_and_end_at_words(text, data, cells):
    start = data.draw(st.integers(0, len(text) - 1))
    end = min(len(text), start + data.draw(st.integers(1, 4)))
    found = excerpt(text, [(start, end)], cells)
    assert width(found.text) <= cells
    kept = found.text.strip(CLIP_MARK)
    assert kept in text
    for first, last in found.marks:
        assert text[start:end].startswith(found.text[first:last].rstrip(CLIP_MARK).rstrip())
    if found.text.startswith(CLIP_MARK):
        assert kept[:1] not in tuple("，。」 ")
        before = text[: text.rindex(kept)] if kept else ""
        assert not (
            before[-1:].isascii() and before[-1:].isalnum() and kept[:1].isalnum() and kept[0].isascii()
        )


@given(TEXTS, st.data(), st.integers(0, 60))
def test_cut_parts_are_the_clipped_text_with_every_mark_in_them(text, data, cells):
    spans = [(at, at + 2) for at in range(data.draw(st.integers(0, 5)), len(text) - 1, 7)]
    parts = cut_parts(text, spans, cells)
    shown = "".join(part for part, _ in parts)
    assert shown == clip(text, cells)
    assert all(part for part, _ in parts)
    kept = len(shown) - (shown != text)
    stands_out = [is_found for part, is_found in parts for _ in part]
    for at in range(kept):
        assert stands_out[at] == any(first <= at < last for first, last in spans)
    if shown and shown != text:
        assert stands_out[-1] == any(last > kept for _, last in spans)


@given(TEXTS, st.integers(1, 60))
def test_clipped_parts_fit(text, cells):
    parts = clipped_parts(((text[: len(text) // 2], False), (text[len(text) // 2 :], True)), cells)
    assert width("".join(part for part, _ in parts)) <= cells
