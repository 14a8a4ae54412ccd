"""Measures the explorer beside its peers, and prints the table of docs/speed.md.

Run it as `python -m tests.benchmarks`; with VisiData if the extra `bench` is installed.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, timezone
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.benchmarks.harness.effort import Effort
from tests.benchmarks.harness.generator import generate
from tests.benchmarks.harness.goals import further, table
from tests.benchmarks.harness.peers import compare

_SIZES = (48, 1_000, 10_000, 100_000)


def main(arguments: Sequence[str]) -> None:
    """Measure, then print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=5, help="how often each program is opened for each size"
    )
    parser.add_argument("--rows", type=int, nargs="+", default=_SIZES, help="how many metrics")
    parser.add_argument("--once", action="store_true", help="measure nothing well: only see that it runs")
    options = parser.parse_args(arguments)
    effort = Effort(is_full=not options.once)
    rounds = effort.rounds(options.rounds)
    with tempfile.TemporaryDirectory() as folder:
        made = [generate(rows, Path(folder) / str(rows)) for rows in options.rows]
        before = os.getloadavg()[0]
        measured = compare(made, rounds, effort)
    packages = ", ".join(f"{name} {_version(name)}" for name in ("sufu-tui", "textual", "visidata"))
    print(
        f"{datetime.now(timezone.utc):%Y-%m-%d}, {platform.machine()} with {os.cpu_count()} cores,", end=" "
    )
    print(f"{platform.system()}, Python {platform.python_version()}, {packages};", end=" ")
    print(f"medians of {rounds} rounds; load {before:.1f} before and {os.getloadavg()[0]:.1f} after.")
    print(*("", *table(measured), "", *further(measured)), sep="\n")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


if __name__ == "__main__":
    main(sys.argv[1:])
