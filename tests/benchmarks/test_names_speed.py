"""From a key press among ten thousand names to the last change on the screen, in the whole explorer.

As in `test_key_speed.py`: in a pseudo-terminal, by the processor's time. The goals are those of the table of
metrics, which is made of the same parts: a step within 8 ms, a page and a sort within a frame of 16 ms.
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path
from statistics import median

from sufu_tui.reading.shipped import shipped_folder
from tests.benchmarks.harness.terminal import Terminal

PROGRAM = Path(sys.executable).with_name("sufu-tui")
SIZE = (160, 50)
MANY = 10_000
KEYS = {
    "cursor down": (["j"] * 10, 0.008),
    "page down": (["\x1b[6~"] * 10, 0.016),
    "sort by name": (["s"] * 10, 0.016),
    "group by kind": (["B"] * 1, 0.1),
}
"""Keys, and the greatest median of the processor's seconds to the frame of one of them."""

_KINDS = ("person", "organisation", "place", "programme", "term")
_SECTIONS = ("opening", "two-hands", "two-hearts", "two-places", "closing")
_SYLLABLES = "蘇阜陽州合作產業園區文化醫院學校高速鐵路農業"


def with_names(folder: Path, count: int) -> Path:
    """Return the shipped dossier in a new `folder`, with `count` made names, linked at random."""
    shutil.copytree(shipped_folder(), folder)
    chance = random.Random(count)
    with (folder / "entities.toml").open("a", encoding="utf-8") as file:
        for number in range(count):
            han = "".join(chance.choices(_SYLLABLES, k=4)) + str(number)
            name = (
                f'{{ zh-Hant = "{han}", zh-Hans = "{han}", en = "{chance.choice("KLMNOPQ")}ame {number}" }}'
            )
            links = ", ".join(f'"entity:made-{chance.randrange(count)}"' for _ in range(3))
            file.write(
                f'\n[[entity]]\nid = "made-{number}"\nkind = "{chance.choice(_KINDS)}"\nname = {name}\n'
                f'role = {name}\nsection = "{chance.choice(_SECTIONS)}"\nsource = "release#02"\n'
                f'printed = "{han}"\nlinks = [{links if len(set(links.split(", "))) == 3 else ""}]\n'
            )
    return folder


def test_a_key_among_many_names(effort, tmp_path, capsys):
    folder = with_names(tmp_path / "dossier", effort.size(MANY))
    command = [str(PROGRAM), "--lang", "en", "--data", str(folder), "--goto", "entity:chen-yuan"]
    taken = {}
    with Terminal(command, tmp_path, size=SIZE, quiet=effort.quiet) as terminal:
        terminal.until("Chen Yuan")
        terminal.until("names")
        for name, (keys, _) in KEYS.items():
            terminal.press(keys[0])  # what is made once for all is made by now
            rounds = effort.rounds(len(keys))
            taken[name] = [terminal.press(key) for key in keys[:rounds]]
    with capsys.disabled():
        print(f"\n{MANY:,} names, {SIZE[0]}x{SIZE[1]}:")
        for name, frames in taken.items():
            clock, processor = (median(times) * 1000 for times in zip(*frames, strict=True))
            print(f"  {name}: {clock:.1f} ms by the clock, {processor:.1f} ms of the processor")
    for name, (_, most) in KEYS.items():
        effort.hold(name, median(frame.processor for frame in taken[name]), most)
