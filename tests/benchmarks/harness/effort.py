"""Effort of a benchmark: all of it, to measure; or one round of little, which shows that it runs.

The latter is what `--benchmark-disable` asks for.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.benchmarks.harness.terminal import QUIET

_LITTLE = 200


class Effort(NamedTuple):
    """Rounds and sizes of a benchmark, and whether it is held to its goals."""

    is_full: bool

    def rounds(self, number: int) -> int:
        """Return how often to measure, where `number` of times measures well."""
        return number if self.is_full else 1

    def size(self, number: int) -> int:
        """Return how many rows, events or characters to take, where `number` is what is measured."""
        return number if self.is_full else min(number, _LITTLE)

    @property
    def quiet(self) -> float:
        """Seconds without output after which a program is taken to be at rest."""
        return QUIET if self.is_full else QUIET / 10

    def hold(self, name: str, measured: float, most: float) -> None:
        """Hold `measured` to the goal `most`; a run that does not measure has none."""
        assert not self.is_full or measured <= most, f"{name}: {measured:.4g}, more than {most:.4g}"
