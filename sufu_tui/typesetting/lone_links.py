"""Lone links: those that one version of a text has and the other, in another language, has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sufu_tui.dossier.model import Ref
from sufu_tui.typesetting.flow import Block, Run

_MARK = "*"
_REMARK = "muted"
"""Style of what is said of a text: a version of nothing else is none."""

LinkTarget = tuple[Ref | None, str | None]
"""Target of a link: an item, or the address of a page."""


def targets_of(block: Block) -> list[LinkTarget]:
    """Return the targets of the links of a block, in order."""
    return [(run.ref, run.address) for run in block.runs if run.is_link]


def with_lone_marks(first: Block, second: Block, note: str) -> tuple[Block, Block]:
    """Mark the links of each version that the other has not, and say so at its end with `note`.

    Where there is only one version, none is marked: another remark says that.
    """
    ours, theirs = targets_of(first), targets_of(second)
    if ours == theirs or not (_is_version(first) and _is_version(second)):
        return first, second
    return _marked(first, ours, theirs, note), _marked(second, theirs, ours, note)


def _is_version(block: Block) -> bool:
    return any(run.style != _REMARK for run in block.runs)


def _marked(block: Block, own: list[LinkTarget], other: list[LinkTarget], note: str) -> Block:
    if not Counter(own) - Counter(other):
        return block
    runs = _with_marks(block, Counter(other))
    return block._replace(runs=(*runs, Run(f" {_MARK} {note}", _REMARK)))


def _with_marks(block: Block, left: Counter[LinkTarget]) -> Iterator[Run]:
    for run in block.runs:
        yield run
        if run.is_link:
            left[run.ref, run.address] -= 1
            if left[run.ref, run.address] < 0:
                yield Run(_MARK, "label")
