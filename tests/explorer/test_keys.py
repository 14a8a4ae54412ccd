"""Every key that users rely on, pressed in the running explorer."""

import asyncio

import pytest
from textual.events import MouseScrollUp

from sufu_tui.dossier.model import Ref
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.chrome.help_screen import HelpScreen, help_parts
from sufu_tui.explorer.commands import COMMANDS, key_names, scopes_of
from sufu_tui.explorer.navigation import EVERY_PANE, PANES
from sufu_tui.explorer.pane import Pane
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.explorer.widgets.input_line import LineInput
from sufu_tui.explorer.widgets.picker import ChoiceList, Picker
from sufu_tui.explorer.widgets.status_line import StatusLine
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter_examples import TERM_EXAMPLES
from tests.explorer.driving import notice, open_line, point, press, screen_text, type_over

# Everywhere


async def test_panes_are_shown_by_their_keys(explored):
    async with explored() as pilot:
        for key, pane in (
            ("3", "timeline"), ("2", "metrics"), ("1", "narrative"), ("f4", "metrics"), ("３", "timeline"),
            ("２", "metrics"), ("１", "narrative"),
        ):  # fmt: skip
            await press(pilot, key)
            assert pilot.app.pane.id == pane, key
            assert [shown.id for shown in pilot.app.query(Pane) if shown.display] == [pane], key


async def test_help_opens_and_escape_closes_it(explored):
    async with explored(pane="narrative") as pilot:
        for key in ("question_mark", "fullwidth_question_mark", "f1"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, HelpScreen), key
            text = "\n".join(help_lines(pilot))
            for command in COMMANDS:
                assert pilot.app.state.words(f"command.{command.id}-help").split()[0] in text
            await press(pilot, "escape")
            assert not isinstance(pilot.app.screen, HelpScreen), key


async def test_help_begins_with_the_pane_that_it_was_asked_in(explored):
    async with explored(size=(80, 24)) as pilot:
        words = pilot.app.state.words
        for pane in [spec.id for spec in PANES]:
            await pilot.app.navigator.show(pane)
            await press(pilot, "question_mark")
            lines = help_lines(pilot)
            headings = [line.strip() for line in lines if line.strip() in headings_of(words)]
            assert len(headings) == len(headings_of(words))
            assert headings[0] == words(f"help.part-{scopes_of(pane)[0]}")
            others = {part for part in ("narrative", "metrics", "timeline") if part != pane}
            others = {words(f"help.part-{other}") for other in others}
            assert others.isdisjoint(headings[: headings.index(words("help.part-moving"))])
            await press(pilot, "escape")


def help_view(pilot):
    return pilot.app.screen.query_one(FlowText)


def help_lines(pilot):
    return help_view(pilot).text.splitlines()


def headings_of(words):
    return {words(f"help.part-{part}") for part in help_parts(words, "narrative")}


async def test_the_parts_of_the_help_are_stepped_through(explored):
    async with explored(size=(80, 24), pane="timeline", press=("question_mark",)) as pilot:
        view, lines = help_view(pilot), help_lines(pilot)
        words = pilot.app.state.words

        def top():
            return lines[view.viewport.top + 1].strip()

        await press(pilot, "right_square_bracket")
        assert top() == words("help.part-marks")
        await press(pilot, "right_square_bracket")
        assert top() == words("help.part-filters")
        await press(pilot, "left_black_lenticular_bracket")
        assert top() == words("help.part-marks")


async def test_help_tells_who_is_filtering_of_the_terms(explored):
    async with explored(size=(80, 24)) as pilot:
        for pane in "23":
            await press(pilot, pane, "f", "f1")
            view, lines = help_view(pilot), help_lines(pilot)
            shown = lines[view.viewport.top :][: view.size.height]
            assert shown[1].strip() == pilot.app.state.words("help.part-filters"), pane
            assert shown[2].split()[0] == TERM_EXAMPLES[0].expressions[0]
            for example in TERM_EXAMPLES:
                assert sum(line.startswith(" " + "  ".join(example.expressions)) for line in lines) == 1
            await press(pilot, "escape")
            assert isinstance(pilot.app.focused, LineInput)  # what was typed stays
            await press(pilot, "escape")


def test_in_a_list_each_command_is_told_with_its_own_keys():
    for command in COMMANDS:
        named = {*command.keys, "Enter", "Esc", "Space", "Backspace", "Tab", "PageUp", "PageDown"}
        named |= {"F4", "F6", "Delete", "ctrl+pagedown", "alt+→", "shift+F5", "shift+Tab", "alt+Home"}
        named |= {"↑", "↓", "←", "→"}
        assert set(command.listed.split()) <= named, command
        arrows = {"↑": "up", "↓": "down", "←": "left", "→": "right"}
        assert all(arrows[sign] in command.keys for sign in command.listed.split() if sign in arrows), command


async def test_search_finds_everything_in_any_script(explored):
    async with explored(language="zh-Hant", pane="narrative") as pilot:
        for key in ("slash", "fullwidth_solidus", "ideographic_comma", "f3"):
            await press(pilot, key)
            type_over(pilot.app, "苏州大学附属第一医院")
            await pilot.pause()
            kinds = [choice.value.ref.kind for choice in pilot.app.query_one(Picker).choices]
            assert kinds[0] == "entity", key
            assert "section" in kinds, key
            await press(pilot, "escape")
            assert open_line(pilot.app) is None
            assert pilot.app.focused is pilot.app.pane.reading


async def test_search_enter_goes_to_the_hit_and_n_to_the_next(explored):
    async with explored(pane="narrative", press=("slash", *"park", "enter")) as pilot:
        assert pilot.app.state.search == "park"
        first = notice(pilot.app)
        await press(pilot, "n")
        second = notice(pilot.app)
        await press(pilot, "N")
        assert notice(pilot.app) == first != second
        assert "1 of" in first
        assert "2 of" in second
        await press(pilot, "N")  # before the first comes the last
        assert notice(pilot.app).split()[1] == notice(pilot.app).split()[3].rstrip(":")


async def test_what_is_typed_after_the_choice_does_not_change_it(explored):
    async with explored(pane="narrative", press=("slash", *"park")) as pilot:
        picker = pilot.app.query_one(Picker)
        chosen, number = picker.choices[2], len(picker.choices)
        pilot.app.query_one(ChoiceList).post_message(ChoiceList.Clicked(chosen, "park"))
        picker.changed("park, nowhere")  # as when that is looked for before the click is
        await pilot.pause()
        assert notice(pilot.app).startswith(f"match 3 of {number}")
        assert pilot.app.state.search == "park"
        await press(pilot, "n")
        assert f"4 of {number}" in notice(pilot.app)


async def test_n_without_a_search_says_so(explored):
    async with explored(pane="narrative", press=("n",)) as pilot:
        assert notice(pilot.app) == pilot.app.state.words("search.nothing-searched")


async def test_letters_are_text_while_typing_and_q_quits_otherwise(explored):
    async with explored(pane="narrative", press=("slash", *"qLn12")) as pilot:
        assert open_line(pilot.app).text == "qLn12"
        assert pilot.app.is_running
        await press(pilot, "escape", "q")
        assert pilot.app.return_code == 0


@pytest.mark.parametrize("key", ["ｑ", "f10"])
async def test_quit_with_other_keys(key, explored):
    async with explored(pane="narrative", press=(key,)) as pilot:
        assert pilot.app.return_code == 0


async def test_escape_goes_up_and_never_quits(explored):
    async with explored(press=("tab", "escape", "escape", "escape", "2", "escape", "3", "escape")) as pilot:
        assert pilot.app.is_running
        assert pilot.app.return_code is None


async def test_enter_opens_and_backspace_returns(explored):
    async with explored(press=("right_square_bracket",)) as pilot:
        reading = pilot.app.pane.reading
        await press(pilot, "tab")
        while reading.selected.kind != "metric":
            await press(pilot, "tab")
        ref = reading.selected
        await press(pilot, "enter")
        assert pilot.app.pane.id == "metrics"
        assert pilot.app.state.current == ref
        await press(pilot, "backspace")
        assert pilot.app.pane.id == "narrative"
        assert pilot.app.pane.section.number == 2
        assert reading.selected == ref
        await press(pilot, "alt+right")
        assert pilot.app.pane.id == "metrics"


async def test_backspace_at_the_beginning_says_so(explored):
    async with explored(pane="narrative", press=("backspace",)) as pilot:
        assert notice(pilot.app) == pilot.app.state.words("app.no-further")


async def test_copy_takes_the_item_with_its_source(explored):
    async with explored(goto="metric:farm-sales", pane="metrics") as pilot:
        for key in ("y", "ｙ", "f5"):
            pilot.app.copy_to_clipboard("")
            await press(pilot, key)
            for part in ("over CNY 7.4 billion", "超過74億元", "metric:farm-sales", "Fuyang Release"):
                assert part in pilot.app.clipboard, key


async def test_language_switches_everything_in_place(explored):
    async with explored(pane="narrative", press=("right_square_bracket", "tab", "tab")) as pilot:
        selected = pilot.app.pane.reading.selected
        for key, language, said in (
            ("L", "zh-Hant", ("敘述", "蘇阜相親")),
            ("Ｌ", "zh-Hans", ("叙述", "苏阜相亲")),
            ("f2", "en", ("Narrative",)),
        ):
            await press(pilot, key)
            assert pilot.app.state.language == language
            assert pilot.app.pane.section.number == 2
            assert pilot.app.pane.reading.selected == selected
            screen = screen_text(pilot.app)
            assert all(words in screen for words in said), key
            assert ("Narrative" in screen) == (language == "en")


async def test_language_reaches_hidden_panes_when_they_are_shown(explored):
    async with explored(language="en", press=("2", "3", "1", "L", "2")) as pilot:
        assert "黨政代表團互訪" in screen_text(pilot.app)
        await press(pilot, "3")
        assert "框架協議" in screen_text(pilot.app)


async def test_palette_finds_a_command_by_its_name_and_runs_it(explored):
    async with explored(press=("ctrl+p", *"timeline")) as pilot:
        assert pilot.app.query_one(Picker).choices
        await press(pilot, "enter")
        assert pilot.app.pane.id == "timeline"
        await press(pilot, "ctrl+p", *"whole of time", "enter")
        assert open_line(pilot.app) is None


async def test_theme_switches_between_dark_and_light(explored):
    async with explored(pane="narrative") as pilot:
        assert pilot.app.theme == "sufu-dark"
        await press(pilot, "ctrl+t")
        assert pilot.app.theme == "sufu-light"


# Panes


async def test_a_pane_that_is_being_made_is_shown_once_it_is(shipped):
    app = Explorer(shipped, load("en"))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = (app.navigator.show(pane) for pane in ("metrics", "timeline"))
        await asyncio.gather(app.navigator.make_all(), *shown)
        await pilot.pause()
        assert len(app.query(Pane)) == len(EVERY_PANE)
        assert app.focused is not None
        assert app.pane in app.focused.ancestors


# Moving


async def test_scrolling(explored):
    async with explored(
        size=(80, 24), pane="narrative", press=("right_square_bracket", "right_square_bracket")
    ) as pilot:
        reading = pilot.app.pane.reading
        places = []
        for key in ("down", "j", "up", "k", "pagedown", "pageup", "G", "g", "end", "home", "space"):
            await press(pilot, key)
            places.append(reading.viewport.top)
        page, bottom = reading.size.height - 1, reading.viewport.lines - reading.size.height
        assert places == [1, 2, 1, 0, page, 0, bottom, 0, bottom, 0, page]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 60)])
async def test_enter_without_a_selected_link_selects_the_first_in_view_and_opens_it_then(explored, size):
    async with explored(size) as pilot:
        app, reading = pilot.app, pilot.app.pane.reading
        for _ in range(3):
            top = reading.viewport.top
            await press(pilot, "enter")
            chosen = reading.place.link
            assert chosen == reading.layout_shown.links_above(top)
            assert app.state.pane == "narrative"
            await press(pilot, "escape", "escape", "pagedown")
            assert reading.place.link is None
        await press(pilot, "g", "enter")
        wanted = reading.selected
        await press(pilot, "enter")
        assert (app.state.current, app.state.pane) == (wanted, "metrics")


async def test_tab_steps_through_the_links_and_shift_tab_back(explored):
    async with explored(pane="narrative") as pilot:
        reading = pilot.app.pane.reading
        seen = []
        for _ in range(4):
            await press(pilot, "tab")
            seen.append(reading.selected)
        assert seen == [link.ref for link in reading.links[:4]]
        await press(pilot, "shift+tab")
        assert reading.selected == seen[2]
        assert pilot.app.pane.beside.card.ref == seen[2]


# Narrative


async def test_sections_turn_and_stop_at_the_ends(explored):
    async with explored(pane="narrative") as pilot:
        numbers = []
        for key in (*["right_square_bracket"] * 5, "left_square_bracket", "【", "】"):
            await press(pilot, key)
            numbers.append(pilot.app.pane.section.number)
        assert numbers == [2, 3, 4, 5, 5, 4, 3, 4]


# Timeline


async def selected_events(pilot, *keys):
    found = []
    for key in keys:
        await press(pilot, key)
        found.append(pilot.app.pane.model.selected)
    return found


async def test_events_step_in_time(explored):
    async with explored(pane="timeline") as pilot:
        view = pilot.app.pane.model
        order = pilot.app.pane.model.order.events
        start = order.index(view.selected)
        found = await selected_events(pilot, "right", "l", "left", "h", "g", "G", "home", "end")
        assert [order.index(event) for event in found] == [
            start + 1, start + 2, start + 1, start, 0, len(order) - 1, 0, len(order) - 1,
        ]  # fmt: skip
        assert pilot.app.state.current == view.events[view.selected].ref


async def test_lanes_step_up_and_down(explored):
    async with explored(pane="timeline") as pilot:
        view = pilot.app.pane.model
        events = await selected_events(pilot, *"jjk", "down", "up")
        lanes = [view.lanes.of_events[event] for event in events]
        assert lanes == [1, 2, 1, 2, 1]


async def test_window_pans_zooms_and_shows_everything(explored):
    async with explored(pane="timeline") as pilot:
        view = pilot.app.pane.model

        async def after(*keys):
            await press(pilot, *keys)
            window = view.axis.window
            return window.start, window.span

        start, span = await after()
        for key, sign in (("a", -1), ("d", 1), ("shift+left", -1), ("shift+right", 1)):
            before = (await after())[0]
            assert ((await after(key))[0] - before) * sign > 0, key
        assert (await after("plus"))[1] == pytest.approx(span / 2**0.5)
        assert (await after("minus"))[1] == pytest.approx(span)
        assert (await after("fullwidth_plus_sign"))[1] == pytest.approx(span / 2**0.5)
        assert (await after("fullwidth_hyphen_minus"))[1] == pytest.approx(span)
        whole = await after("0")
        assert whole[1] > span
        assert whole[0] < start


async def test_movements_are_taken_back_and_done_again(explored):
    async with explored(pane="timeline") as pilot:
        pane = pilot.app.pane
        looks = [(pane.model.axis.state, pane.model.lanes.grouping)]
        for keys in (("plus", "plus"), ("d",), ("z",), ("0",), ("b",), ("B",)):
            await press(pilot, *keys)
            looks.append((pane.model.axis.state, pane.model.lanes.grouping))
        assert len(set(looks)) == len(looks)
        for expected in looks[-2::-1]:
            await press(pilot, "u")
            assert (pane.model.axis.state, pane.model.lanes.grouping) == expected
        await press(pilot, "shift+f3")
        assert notice(pilot.app) == pilot.app.state.words("timeline.nothing-to-undo")
        for expected in looks[1:]:
            await press(pilot, "U")
            assert (pane.model.axis.state, pane.model.lanes.grouping) == expected


async def test_any_event_becomes_day_zero_and_no_longer(explored):
    async with explored(goto="event:plan-issued", pane="timeline") as pilot:
        for key in ("r", "ｒ", "ctrl+r"):
            await press(pilot, key)
            assert "day zero" in pilot.app.pane.beside.card.text, key
            pilot.app.pane.reveal(Ref("event", "park-unveiled"))
            await pilot.pause()
            assert "+531 days" in pilot.app.pane.beside.card.text
            assert "+531 days" in pilot.app.pane.query_one(StatusLine).text
            pilot.app.pane.reveal(Ref("event", "plan-issued"))
            await press(pilot, key)
            assert pilot.app.state.day_zero is None, key
            assert "day zero" not in pilot.app.pane.beside.card.text


async def test_what_began_nobody_knows_when_is_no_day_zero(explored):
    async with explored(goto="event:slow-trains", pane="timeline", press=("r",)) as pilot:
        assert pilot.app.state.day_zero is None
        assert notice(pilot.app) == pilot.app.state.words("timeline.no-beginning")


async def test_steps_within_a_lane(explored):
    async with explored(pane="timeline") as pilot:
        view = pilot.app.pane.model
        lane = view.lanes.of_events[view.selected]
        found = await selected_events(pilot, "full_stop", "。", "comma", "fullwidth_comma")
        assert len(set(found)) > 1
        assert {view.lanes.of_events[event] for event in found} == {lane}


async def test_wheel_and_drag_move_the_window(explored):
    async with explored(pane="timeline") as pilot:
        pane, canvas = pilot.app.pane, pilot.app.pane.canvas
        before, selected = pane.model.axis.state.window, pane.model.selected
        column, gutter = 40, canvas.size.width - pane.model.axis.columns
        day = before.day(column)
        await point(pilot, MouseScrollUp, canvas, (column + gutter, 10))
        zoomed = pane.model.axis.state.window
        assert zoomed.span < before.span
        assert zoomed.column(day) == column
        await pilot.mouse_down(canvas, offset=(60, 10))
        await pilot.hover(canvas, offset=(50, 10))
        await pilot.mouse_up(canvas, offset=(50, 10))
        dragged = pane.model.axis.state.window
        assert dragged.start > zoomed.start
        assert dragged.column(zoomed.day(50)) in {39, 40, 41}
        assert pane.model.selected == selected
        await press(pilot, "u", "u")
        assert pane.model.axis.state.window == before


async def test_go_to_a_date_or_a_word(explored):
    async with explored(pane="timeline", press=("t", *"２０２３-05", "enter")) as pilot:
        first, last = pilot.app.pane.model.axis.days_in_view()
        assert first < 738_641 < 738_671 < last  # May 2023
        await press(pilot, "t", *"framework", "enter")
        assert pilot.app.state.current == Ref("event", "framework-agreement")
        await press(pilot, "t", *"nonsense", "enter")
        assert open_line(pilot.app).wrong
        await press(pilot, "escape")
        assert open_line(pilot.app) is None


async def test_breaks_of_the_axis_switch(explored):
    async with explored(pane="timeline", press=("b",)) as pilot:
        assert not pilot.app.pane.model.axis.has_breaks
        await press(pilot, "b")
        assert pilot.app.pane.model.axis.has_breaks


async def test_the_filter_is_shared_by_metrics_and_timeline(explored):
    async with explored(press=("2", "f", *"area:health", "enter")) as pilot:
        assert pilot.app.state.filter.text == "area:health"
        await press(pilot, "3")
        view = pilot.app.pane.model
        assert {view.events[event].area for event in view.order.events} == {"health"}
        await press(pilot, "f", "backspace", "escape")
        assert pilot.app.state.filter.text == ""
        assert len(view.order.events) == len(view.events)


async def test_a_wrong_filter_says_where_and_changes_nothing(explored):
    async with explored(pane="timeline", press=("f", *"area:health aera:x")) as pilot:
        assert open_line(pilot.app).wrong
        assert (
            pilot.app.pane.listed_text().startswith("4 of")
            or pilot.app.state.filter.text == "area:health aera"
        )


# The table of commands


def test_no_key_has_two_meanings_in_one_place():
    for pane in ("narrative", "metrics", "timeline"):
        taken: dict[str, str] = {}
        for command in COMMANDS:
            if command.scope in {"app", pane}:
                for key in key_names(command):
                    assert taken.setdefault(key, command.id) == command.id, (pane, key)


def test_every_command_has_a_way_without_a_letter_or_sign():
    named = {
        "narrative-pane",
        "metrics-pane",
        "timeline-pane",
        "names-pane",
        "next-match",
        "previous-match",
        "next-theme",
        "palette",
    }
    for command in COMMANDS:
        keys = [key for key in key_names(command) if len(key) > 1 and not key.startswith("fullwidth")]
        assert keys or command.id in named, command.id


# The table of keys


@pytest.mark.parametrize("pane", [spec.id for spec in EVERY_PANE])
def test_no_key_of_a_pane_has_two_commands(pane):
    assert twice_bound({"app", *scopes_of(pane)}) == {}


@pytest.mark.parametrize("scope", sorted({command.scope for command in COMMANDS}))
def test_no_key_of_a_scope_has_two_commands(scope):
    assert twice_bound({scope}) == {}


def twice_bound(scopes):
    """Return the keys that more than one command of the scopes has, with the commands."""
    owners = {}
    for command in COMMANDS:
        if command.scope in scopes:
            for key in key_names(command):
                owners.setdefault(key, []).append(command.id)
    return {key: ids for key, ids in owners.items() if len(ids) > 1}
