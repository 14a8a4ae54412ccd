"""Episodes that have failed once, as lists of actions: a seed means others as soon as there is a new key."""

from __future__ import annotations

from collections.abc import Mapping

from tests.soak.actions import Burst, Size
from tests.soak.episodes import Episode

_TWO_CLICKS = 2 * b"\x1b[<0;51;15M\x1b[<0;51;15m"

ONCE_FAILED: Mapping[str, Episode] = {
    "a size, clicks and panes in one go: the screen was laid out for two sizes in turn, for ever": Episode(
        "tiny",
        "zh-Hans",
        Size(160, 50),
        is_eager=False,
        actions=(Size(250, 70), Burst(_TWO_CLICKS + "民國112年".encode(), 2)),
    ),
}
"""What failed, and the shortest list that it was shrunk to; each stays for ever."""
