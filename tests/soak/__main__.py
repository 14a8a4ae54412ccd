"""Soaks the explorer: random keys, pastes, mouse reports and sizes in a real pseudo-terminal.

Run it as `python -m tests.soak --keys 200000 --seed 1`. An episode that dies, hangs or leaves the terminal
changed is printed with the shortest list of actions that does the same; the exit status is then 1.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.soak.actions import Action
from tests.soak.episodes import Episode, Failure, episode, play
from tests.soak.shrinking import shrunk

_KEYS_AN_EPISODE = 500


def shortest(failed: Episode, failure: Failure, most: int) -> Episode:
    """Return the shortest episode that fails in the same way."""

    def fails(actions: Sequence[Action]) -> bool:
        again = play(failed._replace(actions=tuple(actions))).failure
        return again is not None and again[:2] == failure[:2]

    return failed._replace(actions=shrunk(failed.actions, fails, most))


def main(arguments: Sequence[str]) -> int:
    """Play episodes until so many keys are pressed; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--keys", type=int, default=3000, help="how many keys in all")
    parser.add_argument(
        "--seed", type=int, default=1, help="that of the first episode; each next has one more"
    )
    parser.add_argument("--shrink", type=int, default=100, help="attempts to shorten what fails")
    parser.add_argument(
        "--report", default="", metavar="FILE", help="the text of the shipped dossier, to stand beside it"
    )
    options = parser.parse_args(arguments)
    keys = failures = 0
    seed: int = options.seed
    report = str(Path(options.report).resolve()) if options.report else ""
    begun = time.monotonic()
    while keys < options.keys:
        played = episode(seed, min(_KEYS_AN_EPISODE, options.keys - keys), report)
        outcome = play(played)
        taken = played._replace(actions=played.actions[: outcome.done])
        keys += max(1, taken.keys)
        text = " with its text" if played.source else ""
        start = f"{played.dossier}{text} {played.language} {played.size.columns}x{played.size.rows}"
        print(f"seed {seed}: {taken.keys} keys, {start}: {_told(outcome.failure)}", flush=True)
        if outcome.failure is not None:
            failures += 1
            print(outcome.failure.seen[-3000:])
            if options.shrink:
                short = shortest(played, outcome.failure, options.shrink)
                print(f"shortest: {short!r}", flush=True)
        seed += 1
    seconds = time.monotonic() - begun
    print(f"{keys} keys, seeds {options.seed} to {seed - 1}, {seconds:.0f} s: {failures} failures")
    return 1 if failures else 0


def _told(failure: Failure | None) -> str:
    return "well" if failure is None else f"{failure.kind}, {failure.reason}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
