"""The cursor with the source beside it: a frame costs no more than one with the card, however long the text.

The dossier is the shipped one, its text made of what the dossier says is printed and words of our own.

It runs in a pseudo-terminal, so that everything counts. The proof is not part of it: that is made once, and
a start has nothing of it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

import pytest

from sufu_tui.dossier.model import Dossier
from sufu_tui.proof.claims import statements
from tests.benchmarks.harness.terminal import Terminal

MOST = 1.1
"""Most time of a frame with the source, as a multiple of that with the card: a tenth is noise."""

PROGRAM = Path(sys.executable).with_name("sufu-tui")
SIZES = [(120, 40), (200, 60)]
STEPS = 6


def made_text(dossier: Dossier) -> str:
    """Return a text with the parts of the dossier's source, and in each the printed words that cite it."""
    (source,) = dossier.sources
    lines = {beginning.part: beginning.line.replace("*", "") for beginning in source.beginnings}
    found = list(statements(dossier))
    paragraphs = []
    for part in source.parts:
        paragraphs.append(lines.get(part, ""))
        words = [one.printed for one in found if one.place.part == part and one.field != "formula"]
        paragraphs += [f"河水向東，{printed}，山路向西，果子成熟，往來不斷。" * 2 for printed in words]
    return "\n\n".join(paragraphs)


@pytest.mark.timeout(300)  # each key waits until all is quiet
@pytest.mark.parametrize("length", [1, 20], ids=["a report", "twenty reports"])
def test_a_step_with_the_source_beside(length, effort, shipped, tmp_path, capsys):
    text = made_text(shipped) * effort.rounds(length)
    file = tmp_path / "source.txt"
    file.write_text(text, encoding="utf-8")
    for number, size in enumerate(SIZES[: effort.rounds(len(SIZES))]):
        home = tmp_path / str(number)
        home.mkdir()
        command = [str(PROGRAM), "--lang", "en", "--source", str(file), "--goto", "metric:trainees"]
        with Terminal(command, home, size=size, quiet=effort.quiet) as terminal:
            terminal.until("47 figures")
            with_card = [terminal.press(key) for key in "jjkk" * effort.rounds(STEPS)]
            terminal.press("P")
            terminal.until("accounted for")
            terminal.press("h")
            terminal.settle()
            with_source = [terminal.press(key) for key in "jjkk" * effort.rounds(STEPS)]
        card, source = (
            median(frame.processor for frame in frames[effort.rounds(3) :] or frames)
            for frames in (with_card, with_source)
        )
        with capsys.disabled():
            kilobytes = len(text.encode("utf-8")) // 1000
            print(f"\n{kilobytes} kB, {size[0]}x{size[1]}: {1000 * card:.1f} ms with the card,", end=" ")
            print(f"{1000 * source:.1f} ms with the source, of the processor")
        effort.hold("a frame with the source", source / card, MOST)
