"""The names in the running explorer: ways to a name, its card, and what is done with the list."""

from __future__ import annotations

import json

import pytest

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Ref
from sufu_tui.query.filter import Filter
from tests.explorer.driving import press, screen_lines, type_over


def current(pilot):
    model = pilot.app.pane.model
    return model.items[model.cursor.row].id


async def test_four_opens_the_names_and_goto_a_name_in_them(explored):
    async with explored(pane="narrative", press=("4",)) as pilot:
        assert pilot.app.pane.id == "names"
        assert current(pilot) == pilot.app.state.dossier.entities[0].id
    async with explored(goto="entity:chen-yuan") as pilot:
        assert pilot.app.pane.id == "names"
        assert current(pilot) == "chen-yuan"
        assert pilot.app.pane.beside.card.ref == Ref("entity", "chen-yuan")


async def test_enter_on_a_name_in_the_text_shows_its_card_and_once_more_the_names(explored):
    async with explored(pane="narrative") as pilot:
        app = pilot.app
        reading = app.pane.reading
        name = next(link.ref for link in reading.links if link.ref is not None and link.ref.kind == "entity")
        assert reading.select_ref(name)
        await press(pilot, "enter")
        assert app.pane.id == "narrative"
        assert app.pane.beside.card.has_focus
        assert app.pane.beside.card.ref == name
        await press(pilot, "enter")
        assert app.pane.id == "names"
        assert current(pilot) == name.id
        await press(pilot, "backspace")
        assert app.pane.id == "narrative"
        assert app.pane.beside.card.ref == name


async def test_the_title_of_a_card_beside_the_text_is_a_link_to_the_names(explored):
    async with explored(pane="narrative") as pilot:
        app = pilot.app
        reading = app.pane.reading
        name = next(link.ref for link in reading.links if link.ref is not None and link.ref.kind == "entity")
        reading.select_ref(name)
        await press(pilot, "enter", "tab")
        assert app.pane.beside.card.selected == name
        await press(pilot, "enter")
        assert app.pane.id == "names"
        assert name not in [link.ref for link in app.pane.beside.card.links]  # there it would lead nowhere


async def test_enter_on_a_name_of_another_card_leads_to_the_names(explored):
    async with explored(goto="event:framework-agreement") as pilot:
        app = pilot.app
        card = app.pane.beside.card
        await pilot.pause()
        assert card.select_ref(Ref("entity", "liu-yujie"))
        app.pane.focus_on(card)
        await press(pilot, "enter")
        assert app.pane.id == "names"
        assert current(pilot) == "liu-yujie"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_card_says_who_is_met_and_which_figures_and_dates_belong(explored, language):
    async with explored(goto="entity:wu-qingwen", language=language, size=(200, 60)) as pilot:
        words, dossier = pilot.app.state.words, pilot.app.state.dossier
        text = "".join(pilot.app.pane.beside.card.text.split())
        met = dossier.item(Ref("entity", "liu-yujie")).name.in_language(language)
        assert "".join((met + words("card.times", number=4)).split()) in text
        for label in ("together", "figures", "dates"):
            assert "".join(words(f"card.{label}").split()) in text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_explanation_is_marked_as_not_the_reports(explored, language):
    async with explored(goto="entity:double-recruitment", language=language) as pilot:
        words, dossier = pilot.app.state.words, pilot.app.state.dossier
        gloss = dossier.item(Ref("entity", "double-recruitment")).gloss.in_language(language)
        text = "".join(pilot.app.pane.beside.card.text.split())
        assert "".join((words("card.not-the-reports") + gloss).split()) in text


async def test_the_same_keys_as_in_the_metrics(explored, tmp_path):
    async with explored(pane="names", size=(160, 40)) as pilot:
        model = pilot.app.pane.model
        await press(pilot, "s")
        assert [key.column for key in model.order.keys] == ["name"]
        await press(pilot, "l", "S", "space")
        assert [key.column for key in model.order.keys] == ["name", "kind"]
        assert len(model.marks) == 1
        await press(pilot, "B")
        assert model.settings.grouping == "kind"
        await press(pilot, "u")
        assert model.settings.grouping is None
        await press(pilot, "x")
        assert "kind" not in pilot.app.pane.table.shown_columns
        await press(pilot, "f")
        type_over(pilot.app, "kind:place")
        await press(pilot, "enter")
        assert {model.items[row].kind for row in model.rows} == {"place"}
        await press(pilot, "e")
        type_over(pilot.app, str(tmp_path / "places.json"))
        await press(pilot, "enter")
        written = json.loads((tmp_path / "places.json").read_text(encoding="utf-8"))
        assert [one["id"] for one in written] == [model.items[row].id for row in model.rows]
        await press(pilot, "0")
        assert not pilot.app.state.filter
        assert model.order.keys == ()


async def test_a_group_has_a_card_with_its_names(explored):
    async with explored(pane="names", press=("B", "g")) as pilot:
        card = pilot.app.pane.beside.card
        assert card.ref is None
        people = [entity.ref for entity in pilot.app.state.dossier.people]
        assert [link.ref for link in card.links] == people


async def test_a_filter_of_the_metrics_that_hides_a_name_is_lifted_on_the_way_to_it(explored):
    async with explored(press=("2",)) as pilot:
        app = pilot.app
        app.state.set_filter(Filter.parse("unit:CNY"))
        await app.navigator.go_to(Ref("entity", "chen-yuan"))
        assert app.pane.id == "names"
        assert current(pilot) == "chen-yuan"
        assert not app.state.filter


async def test_commands_that_only_figures_have_are_not_offered(explored):
    async with explored(pane="names", press=("v", "C", "p", "b")) as pilot:
        assert pilot.app.pane.id == "names"
        assert any("Xi Jinping" in line for line in screen_lines(pilot.app))
