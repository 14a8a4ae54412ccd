"""The lines of a picture: runs of styled text, and which figure a line shows."""

from __future__ import annotations

from typing import NamedTuple

from sufu_tui.typesetting.flow import Run


class PictureLine(NamedTuple):
    """A line; `row` is the number of the metric that it shows, None for what is about several or none."""

    runs: tuple[Run, ...] = ()
    row: int | None = None
