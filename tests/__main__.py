"""Everything that a change must pass, in one command: `python -m tests`.

Lint, format, types, import layers, then the tests with branch coverage, among them every benchmark
once, which shows that it runs and measures nothing. Every step runs, so that one run tells all; the
exit status is that of the first that failed. Arguments go to pytest.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_BIN = Path(sys.executable).parent
_LEAST_COVERAGE = 90

STEPS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)
PICTURES = ("sufu-tui", "screenshot", "--all", "docs/screenshots.toml", "--check", "--lang", "en")


def _run(*command: str) -> int:
    print("$", " ".join(command), flush=True)
    return subprocess.run([str(_BIN / command[0]), *command[1:]], cwd=_ROOT, check=False).returncode


def _run_quietly(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(_BIN / command[0]), *command[1:]],
        cwd=_ROOT,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _told(step: Sequence[str], running: Future[subprocess.CompletedProcess[str]]) -> int:
    """Wait for a step, print all that it printed, and return its status."""
    done = running.result()
    print("$", " ".join(step) + "\n" + done.stdout, flush=True)
    return done.returncode


def main(arguments: list[str]) -> int:
    """Run every step; return the first exit status that is not 0."""
    # Whoever has done his share takes from others: those who open the explorer take a hundred times longer.
    pytest = ["pytest", "-n", "3", "--dist", "worksteal", "--benchmark-disable"]
    if not arguments:
        arguments = ["--cov", "--cov-report=term:skip-covered", f"--cov-fail-under={_LEAST_COVERAGE}"]
    with ThreadPoolExecutor(2) as pool:  # each step has one thread; the pictures mostly wait
        running = [pool.submit(_run_quietly, step) for step in STEPS]
        pictures = pool.submit(_run_quietly, PICTURES)
        statuses = [_told(step, one) for step, one in zip(STEPS, running, strict=True)]
        statuses += [_run(*pytest, *arguments), _told(PICTURES, pictures)]
    return next((status for status in statuses if status), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
