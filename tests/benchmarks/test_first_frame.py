"""The time to the first useful frame, as a ratio to an empty Textual app measured in the same run.

Useful is the cover with its key figures on the screen; of the empty app it is its first painted row. The two
run in turn, in the same pseudo-terminal. Goal: 1.3 or less.
"""

from __future__ import annotations

from sufu_tui.reading.shipped import shipped_folder
from tests.benchmarks.harness.generator import Generated
from tests.benchmarks.harness.peers import EMPTY, FIRST_ROW, SHIPPED, Measured, What, open_only
from tests.benchmarks.harness.subjects import OPENED, empty_app

ROUNDS = 9


def test_first_useful_frame(benchmark, effort, capsys, tmp_path):
    command = OPENED.command(Generated(shipped_folder(), tmp_path, SHIPPED))
    measured = Measured()
    floor, ours = (What(name, SHIPPED, "first frame") for name in (EMPTY, OPENED.name))

    def one_of_each():
        open_only(empty_app(), FIRST_ROW, floor, measured)
        open_only(command, OPENED.first, ours, measured)

    benchmark.pedantic(one_of_each, rounds=effort.rounds(ROUNDS))
    clocks = measured.clock(ours), measured.clock(floor)
    used = measured.processor(ours), measured.processor(floor)
    benchmark.extra_info["ratio"] = clocks[0] / clocks[1]
    with capsys.disabled():
        print(
            f"\n{clocks[0]:.3f} s, empty Textual app {clocks[1]:.3f} s: {clocks[0] / clocks[1]:.2f} "
            f"times by the clock, {used[0] / used[1]:.2f} by processor time"
        )
