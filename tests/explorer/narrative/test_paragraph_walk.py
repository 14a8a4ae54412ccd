"""From paragraph to paragraph: those that a filter holds, with their number, and those that are linked."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.explorer.narrative.lens import NarrativeLens
from sufu_tui.explorer.narrative.paragraph_numbers import ParagraphNumbers
from sufu_tui.explorer.narrative.paragraph_walk import stepped
from sufu_tui.explorer.state import SharedState
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter import Filter
from tests.explorer.driving import notice, press, screen_lines, screen_text, type_over

NO_WIDGET = SimpleNamespace()


@given(st.sets(st.integers(0, 40), min_size=1), st.integers(-1, 82))
def test_steps_go_through_all_in_a_circle_and_back(numbers, halves):
    among, here = sorted(numbers), halves / 2
    after, before = stepped(among, here, 1), stepped(among, here, -1)
    assert after == min((number for number in among if number > here), default=among[0])
    assert before == max((number for number in among if number < here), default=among[-1])
    walked = [among[0]]
    while len(walked) < len(among):
        walked.append(stepped(among, walked[-1], 1))
    assert walked == among
    assert stepped(among, walked[-1], 1) == among[0]
    assert [stepped(among, number, -1) for number in walked] == [among[-1], *among[:-1]]


def test_where_there_are_none_there_is_no_step():
    assert stepped((), 3, 1) is None
    assert stepped((), 3, -1) is None


@given(st.lists(st.integers(0, 4), min_size=1, max_size=6))
def test_every_paragraph_has_a_number_and_is_found_by_it(lengths):
    sections = [
        SimpleNamespace(number=number, paragraphs=range(length)) for number, length in enumerate(lengths, 1)
    ]
    numbers = ParagraphNumbers(sections)
    places = [(at, paragraph) for at, length in enumerate(lengths) for paragraph in range(length)]
    assert numbers.total == len(places)
    assert [numbers.place(number) for number in range(numbers.total)] == places
    assert [numbers.of(sections[at], paragraph) for at, paragraph in places] == list(range(len(places)))


def test_the_lens_ranks_what_it_holds(shipped):
    state = SharedState(shipped, load("en"))
    lens = NarrativeLens(NO_WIDGET, state, lambda: None)
    assert len(lens.held) == lens.total == lens.count
    state.set_filter(Filter.parse("during:2023H1"))
    lens.find()
    assert len(lens.held) == lens.count < lens.total
    ranks = []
    for section in shipped.sections:
        dimmed = lens.dimmed_in(section)
        for paragraph in range(len(section.paragraphs)):
            rank = lens.rank(section, paragraph)
            assert (rank is None) == (paragraph in dimmed)
            ranks += [rank] if rank is not None else []
    assert ranks == list(range(1, lens.count + 1))


async def test_n_goes_through_the_paragraphs_that_the_filter_holds_and_says_which(explored):
    async with explored((80, 24), "en", pane="narrative", press=("f",)) as pilot:
        app = pilot.app
        assert "n N" not in screen_lines(app)[-1]
        type_over(app, "name:delta")
        await press(pilot, "enter")
        assert "n N matching" in screen_lines(app)[-1]
        held, total = app.pane.model.held, app.pane.model.count
        assert total > 1
        walked = []
        for place in range(1, total + 1):
            await press(pilot, "n")
            assert f"paragraph {place} of the {total}" in screen_text(app)
            walked.append(app.pane.model.numbers.of(app.pane.section, app.pane.reading.pointed))
            assert app.pane.reading.pointed in app.pane.reading.anchors_in_view()
            assert app.pane.citation().text.strip()
        assert walked == list(held)
        await press(pilot, "n")
        assert f"paragraph 1 of the {total}" in screen_text(app)
        await press(pilot, "N")
        assert f"paragraph {total} of the {total}" in screen_text(app)
        await press(pilot, "ctrl+down")
        assert f"paragraph 1 of the {total}" in screen_text(app)
        await press(pilot, "ctrl+up")
        assert f"paragraph {total} of the {total}" in screen_text(app)


async def test_while_a_search_is_marked_n_is_for_its_matches(explored):
    async with explored((120, 40), "en", pane="narrative", press=("f",)) as pilot:
        app = pilot.app
        type_over(app, "name:delta")
        await press(pilot, "enter", "slash", *"park", "enter")
        app.state.set_filter(Filter.parse("name:delta"))  # the hit lifted it
        await pilot.pause()
        assert "n N" not in screen_lines(app)[-1]
        await press(pilot, "n")
        assert " of " in notice(app)
        assert app.state.search == "park"


@pytest.mark.parametrize("key", ["n", "ctrl+down"])
async def test_where_the_filter_holds_no_paragraph_the_key_says_so(key, explored):
    async with explored((80, 24), "en", pane="narrative", press=("f",)) as pilot:
        type_over(pilot.app, "qqqq")
        await press(pilot, "enter", key)
        assert "no paragraph holds anything" in notice(pilot.app)


async def test_without_a_filter_a_key_goes_from_paragraph_to_paragraph(explored):
    async with explored((80, 24), "en", pane="narrative", press=("ctrl+down", "ctrl+down")) as pilot:
        app = pilot.app
        assert app.pane.reading.pointed == 1
        await press(pilot, "ctrl+up")
        assert app.pane.reading.pointed == 0
        await press(pilot, "ctrl+up")
        assert app.pane.section is app.state.dossier.sections[-1]
