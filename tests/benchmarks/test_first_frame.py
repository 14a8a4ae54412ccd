"""The time to the first useful frame, as a ratio to an empty Textual app measured in the same run.

Useful is the first section's text on the screen; of the empty app it is its first painted row. The two
run in turn, in the same pseudo-terminal. A first start reads the dossier, a later one finds what was read.
Goal: 1.3 or less.
"""

from __future__ import annotations

import pytest

from sufu_tui.reading.shipped import shipped_folder
from tests.benchmarks.harness.generator import Generated
from tests.benchmarks.harness.peers import EMPTY, FIRST_ROW, SHIPPED, Measured, What, open_again, open_only
from tests.benchmarks.harness.subjects import OPENED, empty_app

ROUNDS = 9


@pytest.mark.parametrize("name", ["first frame", "first frame again"])
def test_first_useful_frame(name, benchmark, effort, capsys, tmp_path):
    shipped = Generated(shipped_folder(), tmp_path, SHIPPED)
    measured = Measured()
    floor = What(EMPTY, SHIPPED, "first frame")
    ours = What(OPENED.name, SHIPPED, name)

    def one_of_each():
        open_only(empty_app(), FIRST_ROW, floor, measured)
        open_again(OPENED, shipped, measured)

    benchmark.pedantic(one_of_each, rounds=effort.rounds(ROUNDS))
    clocks = measured.clock(ours), measured.clock(floor)
    used = measured.processor(ours), measured.processor(floor)
    benchmark.extra_info["ratio"] = clocks[0] / clocks[1]
    with capsys.disabled():
        print(
            f"\n{name}: {clocks[0]:.3f} s, empty Textual app {clocks[1]:.3f} s: {clocks[0] / clocks[1]:.2f} "
            f"times by the clock, {used[0] / used[1]:.2f} by processor time"
        )
