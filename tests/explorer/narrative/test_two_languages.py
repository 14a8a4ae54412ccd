"""Two languages in the explorer: set beside each other, walked, left and returned to."""

from __future__ import annotations

import pytest
from rich.segment import Segment

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.cards.content import card_blocks
from sufu_tui.explorer.cards.second_version import with_second_version
from sufu_tui.explorer.listing.table.column_choice import ColumnChoice
from sufu_tui.explorer.listing.table.sheet import SECOND
from sufu_tui.explorer.narrative.outline import section_entry
from sufu_tui.explorer.narrative.reading_columns import Arrangement, arranged, columns_for_notes
from sufu_tui.explorer.reader_languages import ReaderLanguages
from sufu_tui.languages.catalogue import load
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.typesetting.flow import Block, Run
from tests.explorer.driving import notice, press, screen_lines, screen_text

SIZES = [(60, 16), (80, 24), (111, 30), (112, 30), (156, 40), (200, 60), (240, 60)]
BOTH = ("vertical_line", "vertical_line")
"""Keys that set English beside Traditional Chinese."""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_screen_is_whole_at_every_size_and_with_every_second_language(explored, language):
    async with explored(language=language, pane="narrative", press=("]", "]", "tab", "tab")) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            before = screen_lines(pilot.app)
            place = pilot.app.pane.place()
            seen = []
            for _ in range(3):
                await press(pilot, "vertical_line")
                screen_lines(pilot.app)  # checks each row
                seen.append(pilot.app.state.second_language)
                assert pilot.app.pane.place().text[:4] == place.text[:4]
            assert seen == [*(other for other in LANGUAGES if other != language), None]
            assert screen_lines(pilot.app)[:-1] == before[:-1]  # but for the notice at its foot


@pytest.mark.parametrize("key", ["vertical_line", "fullwidth_vertical_line", "ctrl+l"])
async def test_every_route_to_a_second_language(explored, key):
    async with explored(pane="narrative", press=(key,)) as pilot:
        assert pilot.app.state.second_language == "zh-Hant"
        assert "Traditional Chinese" in notice(pilot.app)
        assert "English | Traditional Chinese" in screen_lines(pilot.app)[0]


def lit(app):
    """Return the texts that are drawn as the selected link, by the column that they stand in."""
    found = []
    reading = app.pane.reading
    for y in range(reading.size.height):
        column = 0
        for segment in reading.render_line(y):
            assert isinstance(segment, Segment)
            if segment.style is not None and segment.style.reverse:
                found.append((column, segment.text))
            column += segment.cell_length
    return found


async def test_one_walk_through_both_lights_the_link_in_each(explored, shipped):
    async with explored(size=(120, 60), language="zh-Hant", pane="narrative") as pilot:
        app = pilot.app
        await press(pilot, "vertical_line", "vertical_line")
        for link in app.pane.reading.links[:12]:
            await press(pilot, "tab")
            assert app.pane.reading.selected == app.state.current == link.ref
            columns = {column > 42 for column, _ in lit(app)}
            assert columns == {False, True}
        await press(pilot, "shift+tab")
        assert app.state.current == app.pane.reading.links[10].ref


async def test_back_from_a_link_is_the_screen_that_was_left(explored):
    async with explored(size=(120, 30), language="zh-Hans", press=("]", "]", "vertical_line")) as pilot:
        for _ in range(12):
            await press(pilot, "tab")
            before = screen_text(pilot.app).split("\n")
            await press(pilot, "enter")
            if pilot.app.pane.id == "narrative":
                await press(pilot, "escape")
                continue
            await press(pilot, "backspace")
            assert screen_text(pilot.app).split("\n")[:-1] == before[:-1]


async def test_the_next_language_changes_places_with_the_one_beside(explored):
    async with explored(language="zh-Hant", press=("vertical_line", "L")) as pilot:
        state = pilot.app.state
        assert (state.language, state.second_language) == ("zh-Hans", "zh-Hant")


async def test_a_word_of_either_language_is_found_and_its_paragraph_shown_in_both(explored):
    async with explored(
        size=(120, 40), language="zh-Hant", press=("vertical_line", "vertical_line")
    ) as pilot:
        await press(pilot, "/", *"Hanshan Temple", "enter")
        assert "寒山寺" in screen_text(pilot.app)
        assert "Hanshan" in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_names_stand_in_both(explored, size):
    async with explored(size=size, language="zh-Hant", pane="names") as pilot:
        alone = screen_lines(pilot.app)
        await press(pilot, "vertical_line", "vertical_line")
        pane = pilot.app.pane
        for row, entity in enumerate(pilot.app.state.dossier.entities):
            cell = pane.model.sheet.cell(row, pane.model.sheet.offered[SECOND])
            assert cell.text == entity.name.in_language("en")
        shown = [place.column.id for place in pane.table.arrangement.places]
        assert shown[:2] == ["name", SECOND]
        row = next(row for row in screen_lines(pilot.app) if row.startswith("▸"))
        entity = pilot.app.state.dossier.find(pilot.app.state.current)
        assert entity.name.in_language("en")[:12] in row
        assert load("zh-Hant")("app.language-en") in screen_text(pilot.app)
        await press(pilot, "vertical_line")
        assert screen_lines(pilot.app)[:-1] == alone[:-1]


async def test_the_second_column_is_a_column_as_any(explored):
    async with explored(size=(120, 40), language="zh-Hant", pane="names") as pilot:
        table, model = pilot.app.pane.table, pilot.app.pane.model
        assert SECOND not in model.sheet.in_menu()
        await press(pilot, "vertical_line", "right", "x")
        assert SECOND not in table.shown_columns
        assert SECOND in model.sheet.in_menu()
        await press(pilot, "u", "left", "s")
        assert SECOND in table.shown_columns
        assert [key.column for key in model.order.keys] == ["name"]
        model.choose(ColumnChoice((SECOND,)))
        assert table.shown_columns == (SECOND,)
        await press(pilot, "vertical_line", "vertical_line")
        assert table.shown_columns == ("name",)


async def test_the_card_of_a_name_says_it_in_both_where_its_title_is_a_link(explored):
    async with explored(size=(120, 40), language="zh-Hant", pane="narrative") as pilot:
        await press(pilot, "vertical_line", "vertical_line")
        state, reading = pilot.app.state, pilot.app.pane.reading
        link = next(one for one in reading.links if one.ref is not None and one.ref.kind == "entity")
        reading.select_ref(link.ref)
        await pilot.pause()
        card = pilot.app.pane.beside.card
        name = state.dossier.find(link.ref).name
        lines = card.text.strip().split("\n")
        assert name.in_language("zh-Hant") in lines[0]
        assert name.in_language("en") in lines[1]


async def test_cards_and_table_say_it_in_both(explored, shipped):
    metric = shipped.metric("farm-sales")
    press_both = ("vertical_line", "vertical_line")
    async with explored(
        size=(120, 40), language="zh-Hant", goto="metric:farm-sales", press=press_both
    ) as pilot:
        card = pilot.app.pane.beside.card.text
        labels = [metric.label.in_language(language) for language in ("zh-Hant", "en")]
        assert all(label in card for label in labels)
        row = next(row for row in screen_lines(pilot.app) if row.startswith("▸"))
        assert labels[0] in row
        assert labels[1][:20] in row
        await press(pilot, "vertical_line")
        assert labels[1] not in screen_text(pilot.app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("second", LANGUAGES)
def test_every_card_has_a_second_version_without_further_links(shipped, language, second):
    indexes = DossierIndexes(shipped, language)
    words, other = (load(language).with_texts(load(texts)) for texts in (language, second))
    for item in (*shipped.metrics, *shipped.events, *shipped.entities, *shipped.sections):
        first = card_blocks(item, indexes, words, is_link=item.ref.kind == "entity")
        both = with_second_version(first, card_blocks(item, indexes, other), "only here")
        added = [block for block in both if block not in first]
        assert [block for block in both if block in first] == first
        assert not any(run.is_link for block in added for run in block.runs)
        assert bool(added) == (language != second) or item.ref.kind == "section"


def test_what_one_version_of_a_card_links_and_the_other_does_not_is_marked_and_reached():
    ours, theirs = (Run(name, "metric", Ref("metric", name)) for name in "ab")
    first = [Block((Run("Some words of the report, "), ours)), Block((ours, Run(" and much else besides")))]
    second = [Block((Run("報告裡的一些話，"), theirs)), Block((ours, Run("，以及許多別的東西")))]
    found = with_second_version(first, second, "only here")
    said = ["".join(run.text for run in block.runs) for block in found]
    assert said[0].endswith("a* * only here")
    assert said[1].endswith("b* * only here")
    assert [[run.ref.id for run in block.runs if run.is_link] for block in found] == [["a"], ["b"], ["a"], []]
    assert found[2] == first[1]


async def test_the_interface_speaks_another_language_than_the_text(explored):
    async with explored(language="zh-Hant", press=("alt+l", "alt+l", "alt+l")) as pilot:
        assert pilot.app.state.own_interface == "en"
        assert "Narrative" in screen_lines(pilot.app)[0]
        assert "開篇" in screen_lines(pilot.app)[1]
        await press(pilot, "2", "L")
        assert "与阜阳结对的城市" in screen_text(pilot.app)
        assert "exactly this much" in screen_text(pilot.app)
        await press(pilot, "alt+l")
        assert pilot.app.state.own_interface is None
        assert "指标" in screen_lines(pilot.app)[0]


def test_words_of_the_interface_and_of_the_texts():
    words = load("en").with_texts(load("zh-Hant"))
    assert (words.language, words.interface) == ("zh-Hant", "en")
    assert words("card.value") == load("en")("card.value")
    assert words("date.year", year=2023) == "2023年"
    assert "date.days.one" not in words  # a form that Chinese has not
    assert words.plural("date.days", 1) == load("zh-Hant").plural("date.days", 1)
    assert load("en").with_texts(load("en"), apart=True).apart


def test_languages_of_a_reader():
    languages = ReaderLanguages(load("en"))
    assert languages.words.interface == languages.interface == "en"
    assert languages.second_words is None
    offered = ("en", "zh-Hans")
    assert languages.next_second(offered) == "zh-Hans"
    languages.second = "zh-Hans"
    assert languages.next_second(offered) is None
    assert languages.second_words is not None
    assert (languages.second_words.language, languages.second_words.interface) == ("zh-Hans", "en")
    languages.set_texts("zh-Hans")
    assert (languages.texts, languages.second, languages.interface) == ("zh-Hans", "en", "zh-Hans")
    languages.own_interface = "zh-Hant"
    assert languages.words("card.value") == load("zh-Hant")("card.value")
    assert languages.words is languages.words
    assert languages.next_second(("zh-Hans",)) is None


def test_what_stands_beside_the_text():
    for columns in range(48, 260):
        alone, both = arranged(columns, parallel=False), arranged(columns, parallel=True)
        assert columns - alone.card - 30 * alone.outline >= min(columns, 63)
        if columns >= 112:
            assert columns - both.card - 30 * both.outline >= 112
        else:
            assert both == Arrangement()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_figure_keeps_its_value_beside_two_labels(explored, size):
    async with explored(size=size, language="en", pane="metrics", press=("vertical_line",)) as pilot:
        assert {"label", SECOND, "value"} <= set(pilot.app.pane.table.shown_columns)


def test_what_stands_within_a_text_is_written_in_its_language():
    words = load("en").with_texts(load("zh-Hant"))
    assert words("narrative.read-on") == load("zh-Hant")("narrative.read-on")
    assert words("metrics.total", label="兩地企業", total="70家") == load("zh-Hant")(
        "metrics.total", label="兩地企業", total="70家"
    )
    assert words("metrics.totals") == load("en")("metrics.totals")


async def test_a_notice_in_the_language_before_goes_with_it(explored):
    async with explored(language="en", press=("vertical_line",)) as pilot:
        assert notice(pilot.app)
        await press(pilot, "L")
        assert not notice(pilot.app)


async def test_below_the_room_for_notes_a_card_stands_under_two_languages(explored):
    async with explored(size=(130, 30), language="en", press=("1", "]", "|")) as pilot:
        pane = pilot.app.pane
        said = str(columns_for_notes(parallel=True))
        assert said in screen_lines(pilot.app)[-2]
        await press(pilot, "tab")
        assert pane.beside.card.region.y > pane.reading.region.y
        assert pane.beside.card.rows.of_text.start == 0
        assert pane.beside.card.text.splitlines()[0] in screen_text(pilot.app)
        await press(pilot, "m", "m", "m")
        assert said in notice(pilot.app)
        await press(pilot, "3", "v")
        agenda = pilot.app.pane.agenda
        row = next(
            row for row in map(agenda.render_line, range(agenda.size.height)) if "Plan issued" in row.text
        )
        assert "方案印發" in row.text


def test_the_outline_has_the_names_of_sections_in_both_languages(shipped):
    for section in shipped.sections:
        said = {run.text for block in section_entry(section, "en", "zh-Hans") for run in block.runs}
        assert {section.short.in_language("en"), section.short.in_language("zh-Hans")} <= said
