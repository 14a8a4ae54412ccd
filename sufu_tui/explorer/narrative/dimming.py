"""Dimming of the paragraphs that hold nothing of what the filter leaves."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from sufu_tui.typesetting.flow import Block


def with_dimmed(blocks: Iterable[Block], dimmed: Container[int]) -> Iterator[Block]:
    """Yield `blocks`, those of the paragraphs `dimmed` in the styles of dimmed text."""
    for block in blocks:
        if block.anchor is None or block.anchor not in dimmed:
            yield block
            continue
        styles = ("dimmed", "dimmed-link")
        yield block._replace(runs=tuple(run._replace(style=styles[run.is_link]) for run in block.runs))
