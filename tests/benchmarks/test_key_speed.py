"""From a key press in the timeline to the last change on the screen, in the whole explorer.

It runs in a pseudo-terminal, so that everything counts: the window, the card, the list, the status line,
what Textual does with them and what is written. Goal: 16 ms, of the processor's time: what else the
machine does is not ours.
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path
from statistics import median

import pytest

from sufu_tui.reading.shipped import shipped_folder
from tests.benchmarks.harness.terminal import Terminal
from tests.benchmarks.test_timeline_speed import dates

GOAL = 0.016
"""Seconds of the processor, of every second key press."""

PROGRAM = Path(sys.executable).with_name("sufu-tui")
SIZES = [(160, 50), (200, 60)]
MANY = 10_000
KEYS = {
    "next event": ["\x1b[C"] * 9,
    "across lanes": ["j", "k"] * 4,
    "pan": ["a", "a", "d"] * 3,
    "zoom": ["+", "+", "-"] * 3,
}


def with_events(folder: Path, count: int) -> Path:
    """Return the shipped dossier in a new `folder`, with `count` made events."""
    shutil.copytree(shipped_folder(), folder)
    chance = random.Random(count)
    areas, sections = ("policy", "exchange", "industry", "health"), ("opening", "two-hands", "two-places")
    with (folder / "timeline.toml").open("a", encoding="utf-8") as file:
        for number, date in enumerate(dates(count)):
            names = f'{{ zh-Hant = "第{number}件", zh-Hans = "第{number}件", en = "event {number}" }}'
            kind = "span" if "/" in date else "point"
            file.write(
                f'\n[[event]]\nid = "made-{number}"\ndate = "{date}"\nkind = "{kind}"\nprinted = "{date}"\n'
                f'title = {names}\nshort = {names}\narea = "{chance.choice(areas)}"\nsource = "release#02"\n'
                f'section = "{chance.choice(sections)}"\nweight = {chance.randrange(10)}\n'
            )
    return folder


@pytest.mark.parametrize("events", [0, MANY], ids=["shipped", "10,000 events"])
def test_a_key_to_its_frame(events, effort, tmp_path, capsys):
    folder = with_events(tmp_path / "dossier", effort.size(events))
    command = [str(PROGRAM), "--lang", "en", "--data", str(folder), "--goto", "event:framework-agreement"]
    for number, size in enumerate(SIZES[: effort.rounds(len(SIZES))]):
        home = tmp_path / str(number)
        home.mkdir()
        taken = {}
        with Terminal(command, home, size=size, quiet=effort.quiet) as terminal:
            terminal.until("sign their framework agreement")
            terminal.until(" event ")
            for name, keys in KEYS.items():
                terminal.press(keys[0])  # what is made once for all is made by now
                taken[name] = [terminal.press(key) for key in keys[1 : 1 + effort.rounds(len(keys))]]
        with capsys.disabled():
            print(f"\n{events or 'no'} events more, {size[0]}x{size[1]}:")
            for name, frames in taken.items():
                clock, processor = (median(times) * 1000 for times in zip(*frames, strict=True))
                print(f"  {name}: {clock:.1f} ms by the clock, {processor:.1f} ms of the processor")
        for name, frames in taken.items():
            effort.hold(name, median(frame.processor for frame in frames), GOAL)
