"""Episodes that have failed once, as lists of actions: a seed means others as soon as there is a new key."""

from __future__ import annotations

from collections.abc import Mapping

from tests.soak.actions import Burst, Rest, Size
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
    "half a character alone in a read: nothing to decode was taken for the end of the input": Episode(
        "minimal",
        "zh-Hans",
        Size(80, 24),
        is_eager=False,
        actions=(Burst(b"\xe8\x98", 1), Rest(0.02), Burst(b"\x87", 1), Burst(b"?", 1)),
    ),
    "far too small a size just after leaving: a sentence was to be mounted on a screen then gone": Episode(
        "minimal",
        "zh-Hans",
        Size(80, 24),
        is_eager=False,
        actions=(Burst(b"qualifier:overw", 2), Size(10, 3), Rest(0.02), Burst(b"\x1b[1;3C", 1)),
    ),
}
"""What failed, and the shortest list that it was shrunk to; each stays for ever."""
