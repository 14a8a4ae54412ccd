"""Dimming of the paragraphs that hold nothing of what the filter leaves."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from sufu_tui.typesetting.flow import Block

_STYLES = ("dimmed", "dimmed-link")


def with_dimmed(blocks: Iterable[Block], dimmed: Container[int]) -> Iterator[Block]:
    """Yield `blocks`, those of the paragraphs `dimmed` in the styles of dimmed text."""
    for block in blocks:
        is_dimmed = block.anchor is not None and block.anchor in dimmed
        yield block._replace(styles=_STYLES) if is_dimmed else block
