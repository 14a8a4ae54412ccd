"""Keys that come at once: nothing is lost, nothing overtakes, and one move is made of many."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.widgets import Input

from sufu_tui.explorer.keyboard import CountingParser
from sufu_tui.explorer.pressing import Presses, Repeating

UP, DOWN, PAGE_DOWN = "\x1b[A", "\x1b[B", "\x1b[6~"

SENT = st.sampled_from(
    [
        *(UP, DOWN, PAGE_DOWN, "\x1bOP", "\x1b[1;5C", "\x1b[15~"),
        *("a", "蘇", "\x7f", "\r", "\x1b[<0;3;4M", "\x1b[<0;3;4m", "\x1b[I", "\x1b[2;3R"),
        "\x1b[200~" + DOWN * 3 + "\x1b[201~",
    ]
)


def heard(parser, chunks):
    """Return what a parser makes of chunks, each press for itself."""
    events = []
    for chunk in chunks:
        for event in parser.feed(chunk):
            if isinstance(event, Presses):
                events += [(Key.__name__, event.key, event.character)] * event.times
            else:
                events.append(
                    (
                        type(event).__name__,
                        getattr(event, "key", repr(event)),
                        getattr(event, "character", ""),
                    )
                )
    return events


@given(st.lists(st.lists(st.tuples(SENT, st.integers(1, 4)), max_size=4), max_size=4), st.integers(1, 40))
def test_the_same_is_heard_as_without_counting(sent, cut):
    chunks = ["".join(sequence * times for sequence, times in chunk) for chunk in sent]
    chunks = [part for chunk in chunks for part in (chunk[:cut], chunk[cut:]) if part]
    assert heard(CountingParser(), chunks) == heard(XTermParser(), chunks)


def test_the_presses_of_one_key_are_one_event_in_their_place():
    events = list(CountingParser().feed("a" + PAGE_DOWN * 100 + DOWN + UP * 2))
    assert [(event.key, getattr(event, "times", 1)) for event in events] == [
        *(("a", 1), ("pagedown", 100), ("down", 1), ("up", 2)),
    ]


def test_a_key_is_known_again_but_not_within_what_is_pasted_or_unfinished():
    parser = CountingParser()
    for data, keys, at_rest in (
        (DOWN, ["down"], True),
        (DOWN, ["down"], True),
        ("\x1b", [], False),  # perhaps Escape, perhaps more follows
        (DOWN[1:], ["down"], False),
        (DOWN, ["down"], True),
        ("\x1b[200~a", [], False),
        ("b\x1b[201~", [None], False),
        (DOWN, ["down"], True),
    ):
        assert [getattr(event, "key", None) for event in parser.feed(data)] == keys, data
        assert parser.at_rest == at_rest, data


@pytest.mark.parametrize("times", [2, 3, 40])
@pytest.mark.parametrize(
    ("first", "key"), [("home", "down"), ("home", "pagedown"), ("end", "up"), ("end", "pageup")]
)
async def test_many_presses_lead_where_single_ones_do(explored, first, key, times):
    async with explored(press=("2", first)) as pilot:
        table = pilot.app.pane.table
        assert isinstance(table, Repeating)
        await pilot.press(*[key] * times)
        alone = (table.cursor, pilot.app.state.current, table._top)
        await pilot.press(first)
        assert table.cursor != alone[0]
        pilot.app.post_message(Presses(key, None, times))
        await pilot.pause()
        assert (table.cursor, pilot.app.state.current, table._top) == alone


async def test_what_nobody_repeats_is_done_one_by_one(explored):
    async with explored(press=("2",)) as pilot:
        table = pilot.app.pane.table
        first = table.column
        pilot.app.post_message(Presses("right", None, 2))
        await pilot.pause()
        moved = table.column
        await pilot.press("left", "left")
        assert table.column == first != moved


async def test_presses_reach_a_line_to_type_in(explored):
    async with explored(press=("2", "f")) as pilot:
        line = pilot.app.focused
        assert isinstance(line, Input)
        await pilot.press("a", "b")
        pilot.app.post_message(Presses("left", None, 2))
        await pilot.pause()
        await pilot.press("c")
        assert line.value == "cab"


async def test_keys_follow_the_focus(explored):
    async with explored(press=("2", "down")) as pilot:
        table, card = pilot.app.pane.table, pilot.app.pane.card
        here = table.cursor
        await pilot.press("tab")
        assert card.has_focus
        await pilot.press("down", "k", "G")
        assert table.cursor == here
        await pilot.press("escape")
        assert table.has_focus
        await pilot.press("down")
        assert table.cursor == here + 1


def test_a_burst_in_a_terminal_goes_to_the_end(opened):
    terminal = opened("--lang", "en", "--goto", "metric:partner-cities")
    terminal.until("Cities paired")
    terminal.until(" 48 figures")
    terminal.type(PAGE_DOWN * 60 + "3" + "q")
    assert terminal.status() == 0
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize(
    ("pane", "key", "typed"),
    [
        ("2", "f", "value>1e9"),
        ("2", "e", "e.csv"),
        ("3", "f", "visit"),
        ("3", "t", "2023"),
        ("1", "/", "eve"),
    ],
)
def test_what_is_typed_ahead_goes_into_the_line_that_a_key_opens(opened, pane, key, typed):
    terminal = opened("--lang", "en")
    terminal.until("Opening: a ten-year compact")
    time.sleep(0.5)  # the other panes are made by now
    terminal.type(pane)
    terminal.until("figures" if pane == "2" else "Framework signed" if pane == "3" else "compact")
    terminal.type(key + typed)
    terminal.until(typed)
    terminal.type("\x1b[21~")
    assert terminal.status() == 0
    assert b"Traceback" not in terminal.raw
