"""Samples of the cases of a law that holds for more of them than every run has the time for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

Case = TypeVar("Case")


def sample(cases: Sequence[Case], most: int) -> list[Case]:
    """Return `most` of the cases, evenly spread from the first to the last, or all with `SUFU_CASES=all`.

    The same each time: a failure comes again.
    """
    if len(cases) <= most or os.environ.get("SUFU_CASES") == "all":
        return list(cases)
    return [cases[number * (len(cases) - 1) // (most - 1)] for number in range(most)]
