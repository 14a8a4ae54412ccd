"""Match marks: what of a flowing text a search found, on lines of any width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Block, Finder, Line, Piece

Marked = tuple[Piece, tuple[str, ...]]
"""Piece of a line, and the further styles that it has: one if it is a match."""

_FOUND = ("found",)
_MOST_CHARACTERS = 20_000
"""Characters of a block in which matches are marked: of a text without end those at its beginning."""


class MatchMarks:
    """Marks of the matches in the `versions` of a text; each block is searched when it is first drawn."""

    def __init__(self, versions: Sequence[Sequence[Block]] = (), finder: Finder | None = None) -> None:
        self.finder = finder
        """Finder of the matches, if there is anything to find."""
        self._versions = versions
        self._found: dict[tuple[int, int], Sequence[tuple[int, int]]] = {}

    def marked(self, line: Line) -> Iterator[Marked]:
        """Yield the pieces of a line, cut at the matches."""
        for piece in line.pieces:
            spans = () if piece.start is None else self._spans(line.block, piece.version)
            if piece.start is None or not spans:
                yield piece, ()
            else:
                yield from _cut(piece, piece.start, spans)

    def _spans(self, block: int, version: int) -> Sequence[tuple[int, int]]:
        if self.finder is None:
            return ()
        key = (version, block)
        if key not in self._found:
            text = "".join([run.text for run in self._versions[version][block].runs])
            self._found[key] = self.finder(text[:_MOST_CHARACTERS])
        return self._found[key]


def _cut(piece: Piece, start: int, spans: Sequence[tuple[int, int]]) -> Iterator[Marked]:
    """Yield the parts of a piece that begins at `start` of its block."""
    end = start + len(piece.text)
    at = start
    for first, last in spans[max(0, bisect_right(spans, (start, start)) - 1) :]:
        if first >= end:
            break
        if last <= at:
            continue
        if first > at:
            yield _part(piece, at - start, first - start), ()
        at = max(at, first)
        yield _part(piece, at - start, min(last, end) - start), _FOUND
        at = min(last, end)
    if at < end:
        yield _part(piece, at - start, end - start), ()


def _part(piece: Piece, start: int, end: int) -> Piece:
    text = piece.text[start:end]
    return piece._replace(text=text, cells=width(text))
