"""From a key to a screen at rest, in dossiers with far too much of one thing.

The explorer runs without a terminal, so that what another program does to its screen takes no part. A key
takes what the processor was used for until all that it asked for is drawn. Goal: 100 ms for every key.
"""

from __future__ import annotations

import asyncio
import gc
import time
from statistics import median

import pytest

from sufu_tui.cli.startup.collector import StartupCollector
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.surroundings import Surroundings
from sufu_tui.languages.catalogue import load
from tests.benchmarks.harness.extremes import EXTREMES
from tests.benchmarks.harness.turns import longest_turn
from tests.explorer.driving import at_rest, screen_strips

GOAL = 0.1
"""Seconds of the processor, of the slowest key."""
SIZES = [(80, 24), (160, 50)]
PATIENCE = 120

READING = ("down", "pagedown", "tab", "tab", "enter", "backspace", "L", "L", "right_square_bracket")
NARRATIVE = (*READING, "G", "left_square_bracket", "1")
METRICS = (
    "2",
    "down",
    "pagedown",
    "right",
    "right",
    "tab",
    "escape",
    "s",
    "s",
    "v",
    "down",
    "v",
    "L",
    "G",
    "g",
    "B",
    "z",
)
TIMELINE = (
    "3",
    "right",
    "right",
    "down",
    "plus",
    "plus",
    "minus",
    "a",
    "L",
    "v",
    "down",
    "pagedown",
    "v",
    "B",
    "0",
    "z",
)
SEARCHING = ("slash", "e", "5", "pagedown", "down", "backspace", "backspace", "作", "enter", "n", "n")
COVER = ("alt+home", "tab", "down", "pagedown", "L", "L", "asterisk", "apostrophe", "escape")
NAMES = ("4", "down", "pagedown", "G", "s", "B", "z", "tab", "escape")
TWO = ("1", "vertical_line", "tab", "L", "semicolon", "m", "vertical_line")
APART = ("2", "space", "C", "C", "i", "escape")
REST = ("question_mark", "escape", "1", "3", "2")
KEYS = (*NARRATIVE, *METRICS, *TIMELINE, *SEARCHING, *COVER, *NAMES, *TWO, *APART, *REST)
TYPING = {"narrative": "fa2", "metrics": "fa2", "timeline": "fa2", "names": "fa2", "timeline's date": "t2x"}


@pytest.mark.parametrize("kind", EXTREMES)
async def test_what_is_typed_keeps_no_key_waiting(kind, shipped, effort, capsys):
    """What goes on in slices may take its time; between them keys are read."""
    extreme, taken = EXTREMES[kind], []
    with StartupCollector(is_paused=effort.is_full) as collector:
        dossier = extreme.make(shipped, effort.size(extreme.number))
        app = Explorer(dossier, load("en"), around=Surroundings(on_started=collector.resume))
        async with app.run_test(size=SIZES[0]):
            await app.navigator.panes_made.wait()
            for line, keys in TYPING.items():
                await app.navigator.show(line.partition("'")[0])
                await at_rest(PATIENCE)
                for key in keys:
                    turn = await longest_turn(app, key, 1 if effort.is_full else 0.05)
                    taken.append((turn, f"{line} {key}"))
                app.simulate_key("escape")
                app.simulate_key("escape")
                await at_rest(PATIENCE)
    if effort.is_full:
        gc.unfreeze()
    turn, key = max(taken)
    with capsys.disabled():
        print(f"\n{kind}: longest turn of what is typed {turn * 1000:.1f} ms ({key})")
    effort.hold(kind, turn, GOAL)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "160x50"])
@pytest.mark.parametrize("kind", EXTREMES)
async def test_a_key_is_answered_at_once(kind, size, shipped, effort, capsys):
    if not effort.is_full and size != SIZES[0]:
        pytest.skip("without measuring, one size shows that it runs")
    extreme = EXTREMES[kind]
    taken: list[tuple[float, str]] = []
    # As the program is started: what there is once all panes are made is never looked at by the collector.
    with StartupCollector(is_paused=effort.is_full) as collector:
        dossier = extreme.make(shipped, effort.size(extreme.number))
        around = Surroundings(on_started=collector.resume)
        app = Explorer(dossier, load("en"), theme="sufu-dark", around=around)
        async with app.run_test(size=size):
            await app.navigator.panes_made.wait()
            await at_rest(PATIENCE)
            for key in KEYS:
                if effort.is_full:
                    await asyncio.sleep(0.2)
                    await at_rest(PATIENCE)
                begin = time.process_time()
                app.simulate_key(key)
                await at_rest(PATIENCE)
                screen_strips(app)
                taken.append((time.process_time() - begin, f"{app.state.pane} {key}"))
    if effort.is_full:
        gc.unfreeze()
    slowest = sorted(taken, reverse=True)
    with capsys.disabled():
        worst = ", ".join(f"{name} {seconds * 1000:.0f}" for seconds, name in slowest[:8])
        middle = median(seconds for seconds, _ in taken) * 1000
        print(f"\n{kind}, {size[0]}x{size[1]}: median {middle:.1f} ms; slowest: {worst}")
    effort.hold(kind, slowest[0][0], GOAL)
