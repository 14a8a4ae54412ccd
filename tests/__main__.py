"""Everything that a change must pass, in one command: `python -m tests`.

Lint, format, types, import layers, then the tests with branch coverage, among them every benchmark
once, which shows that it runs and measures nothing. Every step runs, so that one run tells all; the
exit status is that of the first that failed. Arguments go to pytest.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_BIN = Path(sys.executable).parent
_LEAST_COVERAGE = 90

STEPS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("sufu-tui", "screenshot", "--all", "docs/screenshots.toml", "--check", "--lang", "en"),
)


def _run(*command: str) -> int:
    print("$", " ".join(command), flush=True)
    return subprocess.run([str(_BIN / command[0]), *command[1:]], cwd=_ROOT, check=False).returncode


def _run_all(steps: Sequence[Sequence[str]]) -> Iterator[int]:
    """Run steps of one thread each, two at a time; yield their statuses, with what each prints together."""

    def run(step: Sequence[str]) -> subprocess.CompletedProcess[str]:
        command = [str(_BIN / step[0]), *step[1:]]
        return subprocess.run(
            command, cwd=_ROOT, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    with ThreadPoolExecutor(2) as pool:
        for step, done in zip(steps, pool.map(run, steps), strict=True):
            print("$", " ".join(step) + "\n" + done.stdout, flush=True)
            yield done.returncode


def main(arguments: list[str]) -> int:
    """Run every step; return the first exit status that is not 0."""
    statuses = list(_run_all(STEPS))
    # Whoever has done his share takes from others: those who open the explorer take a hundred times longer.
    pytest = ["pytest", "-n", "3", "--dist", "worksteal", "--benchmark-disable"]
    if not arguments:
        arguments = ["--cov", "--cov-report=term:skip-covered", f"--cov-fail-under={_LEAST_COVERAGE}"]
    statuses.append(_run(*pytest, *arguments))
    return next((status for status in statuses if status), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
