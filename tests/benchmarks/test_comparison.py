"""The comparison beside peers runs to its end. It measures well only as `python -m tests.benchmarks`."""

from __future__ import annotations

from tests.benchmarks.__main__ import main
from tests.benchmarks.harness.goals import GOALS
from tests.benchmarks.harness.peers import SHIPPED
from tests.benchmarks.harness.subjects import subjects

ROWS = 1_000


def test_the_comparison_has_a_line_for_each_goal_of_its_sizes(capsys):
    main(["--once", "--rows", str(SHIPPED), str(ROWS)])
    lines = capsys.readouterr().out.splitlines()
    measured = {"empty app", *(subject.name for subject in subjects())}
    expected = [goal for goal in GOALS if goal.rows in {SHIPPED, ROWS} and goal.peer in measured]
    assert len([line for line in lines if line.startswith("|")]) == 2 + len(expected)
