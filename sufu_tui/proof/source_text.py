"""Source text: what a source says, in its parts, as a dossier's patterns find them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from sufu_tui.proof.normal_text import NormalText, TextSpan, digest, normal_form
from sufu_tui.proof.whole_words import cuts_number_or_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sufu_tui.dossier.model import Source

_TO_FULL_WIDTH = 0xFEE0


class TextPart(NamedTuple):
    """Part of a source's text: its name, and its spans as written and in the normal text."""

    name: str
    span: TextSpan
    normal: TextSpan


class PartFault(NamedTuple):
    """Fault in finding a part: no line begins it, or only one before another part, or several do."""

    part: str
    code: Literal["missing", "out-of-order", "ambiguous"]
    line: str


class TextPosition(NamedTuple):
    """Place in a text as editors count it: line and column, both from 1."""

    line: int
    column: int


class SourceText:
    """Text of a source in its parts. Places are offsets in `text`, the text in NFC.

    Where the source says of no part how it begins, every part is the whole of the text.
    """

    def __init__(self, text: str, source: Source) -> None:
        self.text = unicodedata.normalize("NFC", text)
        self.source = source
        begun, self.faults = _found_parts(self.text, source)
        patterned = {beginning.part for beginning in source.beginnings}
        self.normal = NormalText(self.text, self._borders(at for at, name in begun if name in patterned))
        self.parts: Mapping[str, TextPart] = dict(self._parts(begun))
        self.parts_are_known = bool(source.beginnings) or len(source.parts) == 1

    @cached_property
    def digest(self) -> str:
        """SHA-256 digest of what is written, whatever its width, blanks and line breaks."""
        return digest(self.text)

    @property
    def is_the_one_read(self) -> bool | None:
        """True if this is the text that the dossier was made from; None if the dossier does not say."""
        return None if self.source.digest is None else self.source.digest == self.digest

    def occurrences(self, printed: str, part: TextPart | None = None) -> Iterator[TextSpan]:
        """Yield the places of `printed` that cut no number or word, in the normal text of `part` or all."""
        words, text = normal_form(printed), self.normal.text
        span = part.normal if part else TextSpan(0, len(text))
        at = span.start
        while words and (start := text.find(words, at, span.end)) >= 0:
            at = start + 1
            if not cuts_number_or_word(text, start, start + len(words)):
                yield TextSpan(start, start + len(words))
                at = start + len(words)

    def written(self, normal: TextSpan) -> TextSpan:
        """Return the span as written of a span of the normal text."""
        return self.normal.written(*normal)

    def part_at(self, normal: int) -> TextPart | None:
        """Return the part that holds a place of the normal text; None where parts are not told apart."""
        if not self.parts_are_known:
            return None
        return next(
            (part for part in self.parts.values() if part.normal.start <= normal < part.normal.end), None
        )

    def position(self, place: int) -> TextPosition:
        """Return line and column of a place in the text."""
        line = bisect_right(self._line_starts, place)
        return TextPosition(line, place - self._line_starts[line - 1] + 1)

    def _borders(self, starts: Iterable[int]) -> Iterator[int]:
        """Yield where the lines that begin a part begin and end: no figure goes on over them."""
        for start in starts:
            yield start
            end = self.text.find("\n", start)
            if end >= 0:
                yield end + 1

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return [start for start, _ in _lines(self.text)]

    def _parts(self, begun: Sequence[tuple[int, str]]) -> Iterator[tuple[str, TextPart]]:
        """Yield the parts: each ends where the next begins. A part that is missing is blank."""
        length = len(self.text)
        if not self.source.beginnings:
            whole, normal = TextSpan(0, length), TextSpan(0, len(self.normal.text))
            yield from ((name, TextPart(name, whole, normal)) for name in self.source.parts)
            return
        starts = {name: start for start, name in begun}
        ends = dict(zip(starts.values(), [*list(starts.values())[1:], length], strict=True))
        for name in self.source.parts:
            start = starts.get(name, length)
            span = TextSpan(start, ends.get(start, length))
            normal = TextSpan(self.normal.place(span.start), self.normal.place(span.end))
            yield name, TextPart(name, span, normal)


def _found_parts(text: str, source: Source) -> tuple[Sequence[tuple[int, str]], tuple[PartFault, ...]]:
    """Return where each part begins, in order, and the faults of those that cannot be found so."""
    lines = {beginning.part: beginning.line for beginning in source.beginnings}
    begun: list[tuple[int, str]] = []
    faults = []
    at = 0
    for name in source.parts if lines else ():
        if name not in lines:
            if begun:
                faults.append(PartFault(name, "missing", ""))
            else:
                begun.append((0, name))
            continue
        matching = list(_matching(lines[name], text))
        following = [start for start in matching if start >= at]
        if following:
            begun.append((following[0], name))
            at = following[0] + 1
        if len(matching) != 1 or not following:
            code: Literal["missing", "out-of-order", "ambiguous"] = (
                "ambiguous" if following else "out-of-order" if matching else "missing"
            )
            faults.append(PartFault(name, code, lines[name]))
    return begun, tuple(faults)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their starts; a line ends with its line feed alone, as editors count."""
    at = 0
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield at, text[at:end]
        at = end + 1


def _matching(pattern: str, text: str) -> Iterator[int]:
    """Yield the starts of the lines that are `pattern` but for blanks and width."""
    pieces = normal_form(pattern).split("*")
    if not pieces[0]:
        yield from (start for start, line in _lines(text) if _is_of(pieces, normal_form(line)))
        return
    # Few lines begin with the right character: the others are never normalised.
    first = pieces[0][0]
    wide = chr(ord(first) + _TO_FULL_WIDTH) if "!" <= first <= "~" else first
    for found in re.finditer(rf"^[^\w\n]*?[{re.escape(first + wide)}].*", text, re.MULTILINE):
        if _is_of(pieces, normal_form(found[0])):
            yield found.start()


def _is_of(pieces: Sequence[str], line: str) -> bool:
    """Return whether `line` is the `pieces` with anything between them.

    They are sought one after the other, so that no pattern takes more than one pass.
    """
    first, *others = pieces
    if not others:
        return line == first
    if not line.startswith(first):
        return False
    at = len(first)
    for piece in others[:-1]:
        at = line.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return line.endswith(others[-1]) and len(line) - len(others[-1]) >= at
