"""From a key to a screen at rest: a language, one more beside, a note unfolded, a page of a long report.

The explorer runs without a terminal, so that what another program does to its screen takes no part. A key
takes what the processor was used for until all that it asked for is drawn; of several the median counts.
"""

from __future__ import annotations

import gc
import time
from dataclasses import replace
from statistics import median

import pytest

from sufu_tui.cli.startup.collector import StartupCollector
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Dossier
from sufu_tui.explorer.app import Explorer
from sufu_tui.explorer.narrative.text import section_blocks
from sufu_tui.languages.catalogue import load
from tests.explorer.driving import at_rest, screen_strips

LANGUAGE_GOAL = 0.05
"""Seconds of the processor for another language, or for one more beside it, on the shipped dossier."""
PAGE_GOAL = 0.016
"""Seconds of the processor for a page of a long report, as of any."""
START_RATIO = 1.3
"""How much longer the first frame of a long report may take than that of the shipped one."""

SIZES = [(80, 24), (120, 40), (200, 60)]
SECTIONS, CHARACTERS = 60, 300_000
PATIENCE = 60


def long_report(dossier: Dossier, number: int, characters: int) -> Dossier:
    """Return `dossier` with so many sections of its own paragraphs, and so many characters of Chinese."""
    wanted = characters // number
    sections = []
    for place in range(number):
        kept = dossier.sections[place % len(dossier.sections)]
        paragraphs: list = []
        length = 0
        while length < wanted:
            each = dossier.sections[(place + len(paragraphs)) % len(dossier.sections)].paragraphs
            paragraphs.append(each[len(paragraphs) % len(each)])
            length += sum(len(span.text) for span in paragraphs[-1].text.in_language("zh-Hant"))
        name = kept.id if place < len(dossier.sections) else f"made-{place}"
        sections.append(kept._replace(id=name, number=place + 1, paragraphs=tuple(paragraphs)))
    return replace(dossier, sections=tuple(sections))


async def pressed(app, key):
    """Press a key; return the seconds of the processor until the screen is at rest and drawn."""
    begin = time.process_time()
    app.simulate_key(key)
    await at_rest(PATIENCE)
    screen_strips(app)
    return time.process_time() - begin


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("pane", ["narrative", "metrics", "timeline"])
async def test_another_language_and_one_more_beside(shipped, size, pane, effort, capsys):
    taken = {"vertical_line": [], "L": []}
    with StartupCollector(is_paused=True) as collector:  # as in a start
        app = Explorer(shipped, load("zh-Hant"), pane=pane)
        async with app.run_test(size=size):
            await app.navigator.panes_made.wait()
            await at_rest(PATIENCE)
            collector.resume()
            for key, times in taken.items():
                for _ in range(effort.rounds(9)):
                    times.append(await pressed(app, key))
    gc.unfreeze()
    found = {key: (median(times), max(times)) for key, times in taken.items()}
    with capsys.disabled():
        for key, (usual, most) in found.items():
            print(f"\n{pane} {size[0]}x{size[1]} {key}: {usual * 1000:.1f} ms, at most {most * 1000:.1f} ms")
    for key, (_, most) in found.items():
        effort.hold(f"{pane} {key}", most, LANGUAGE_GOAL)


@pytest.mark.parametrize("size", SIZES[1:], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_note_unfolds_and_folds(shipped, size, effort, capsys):
    """Tab and Esc among the notes: the card moves with its link, and with the text while that scrolls."""
    taken = {"tab": [], "j": [], "escape": []}
    with StartupCollector(is_paused=True) as collector:
        app = Explorer(shipped, load("en"), pane="narrative")
        async with app.run_test(size=size):
            await app.navigator.panes_made.wait()
            await at_rest(PATIENCE)
            collector.resume()
            await pressed(app, "right_square_bracket")
            await pressed(app, "tab")
            for _ in range(effort.rounds(20)):
                for key, times in taken.items():
                    times.append(await pressed(app, key))
                for _ in range(2):
                    await pressed(app, "tab")
    gc.unfreeze()
    with capsys.disabled():
        for key, times in taken.items():
            print(f"\nnotes {size[0]}x{size[1]} {key}: {median(times) * 1000:.1f} ms", end="")
    for key, times in taken.items():
        effort.hold(f"notes {key}", median(times), PAGE_GOAL)


async def nothing():
    """Make no other pane."""


async def first_frame(dossier):
    """Return the seconds of the processor until the first screen of a dossier is at rest and drawn."""
    words = load("zh-Hant")
    gc.collect()
    with StartupCollector(is_paused=True):
        begin = time.process_time()
        app = Explorer(dossier, words, pane="narrative")
        app.navigator.make_all = nothing  # the other panes come after the first frame
        async with app.run_test(size=(120, 40)):
            await at_rest(PATIENCE)
            screen_strips(app)
            taken = time.process_time() - begin
    gc.unfreeze()
    return taken


async def test_a_long_report_is_shown_as_soon_and_turned_as_quickly(shipped, effort, capsys):
    report = long_report(shipped, SECTIONS, effort.size(CHARACTERS))
    length = sum(
        len(run.text) for section in report.sections
        for block in section_blocks(section, report, load(LANGUAGES[0])) for run in block.runs
    )  # fmt: skip
    assert not effort.is_full or (len(report.sections) == SECTIONS and length >= CHARACTERS)
    times = {name: [] for name in ("shipped", "long")}
    for _ in range(effort.rounds(9)):
        for name, dossier in (("shipped", shipped), ("long", report)):
            times[name].append(await first_frame(dossier))
    ratio = median(times["long"]) / median(times["shipped"])
    pages = {"one language": [], "two languages": []}
    with StartupCollector(is_paused=True) as collector:
        app = Explorer(report, load("zh-Hant"), pane="narrative")
        async with app.run_test(size=(120, 40)):
            await app.navigator.panes_made.wait()
            await at_rest(PATIENCE)
            collector.resume()
            for found in pages.values():
                await pressed(app, "space")
                found.extend([await pressed(app, "space") for _ in range(effort.rounds(40))])
                await pressed(app, "vertical_line")
    gc.unfreeze()
    with capsys.disabled():
        print(f"\nfirst frame, long to shipped: {ratio:.2f}")
        for name, found in pages.items():
            usual, most = median(found) * 1000, max(found) * 1000
            print(f"a page in {name}: {usual:.1f} ms, at most {most:.1f} ms")
    effort.hold("first frame", ratio, START_RATIO)
    for name, found in pages.items():
        effort.hold(f"a page in {name}", median(found), PAGE_GOAL)
