"""Folded lines: names and texts of places, folded and packed, so that all are scanned within milliseconds.

A line for each place holds its versions between marks; many lines are one string, which is split only
where a word stands in it at all. Versions that are folded to the same are kept once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import NamedTuple

from sufu_tui.query.text_folding import TextFolder
from sufu_tui.search.places import Place, versions_of

EDGE = "\x1f"
"""Mark before and after each version of a line; no text has it."""

_SEPARATOR = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?)")
"""Number in digits without separators between the thousands."""

_APART = "\x1e"
"""Mark before and after every number, so that one is found only as a whole."""
_PACKED = 256
"""Most lines of a pack."""
_PACK_CHARACTERS = 16_384
"""Characters after which a pack is full."""
_SLICE = 20_000
"""Characters of a text that are folded in one step."""
_LONGEST_NUMBER = 40
_STEP = 16
"""Places that are read in one step."""


class Pack(NamedTuple):
    """Pack of lines: those of the names and those of the texts of `size` places from `first` on."""

    first: int
    size: int
    names: str
    texts: str


def with_numbers_apart(text: str) -> str:
    """Return a folded text with marks around its numbers, which lose their separators."""
    return _APART.join(NUMBER.split(without_separators(text)))


def without_separators(text: str) -> str:
    """Return a folded text without separators between the thousands of its numbers."""
    return _SEPARATOR.sub("", text) if "," in text else text


class FoldedLines:
    """Packs of folded lines of places, which grow step by step."""

    def __init__(
        self, places: Sequence[Place], folder: TextFolder, read: Callable[[Place], None] = lambda _: None
    ) -> None:
        """Make the lines of `places`; `read` is called with each when it is read."""
        self.packs: list[Pack] = []
        """Packs so far."""
        self.characters: set[str] = set()
        """Characters of the names so far."""
        self._places = places
        self._folder = folder
        self._read = read

    @property
    def lines(self) -> int:
        """Number of lines so far."""
        return self.packs[-1].first + self.packs[-1].size if self.packs else 0

    def grow(self) -> Iterator[None]:
        """Pack the lines that are missing, a little at each step."""
        number = self.lines
        while number < len(self._places):
            first, length = number, 0
            names: list[list[str]] = []
            texts: list[list[str]] = []
            while number < len(self._places) and len(names) < _PACKED and length < _PACK_CHARACTERS:
                place = self._places[number]
                self._read(place)
                names.append(versions_of(place.names()))
                texts.append(versions_of(place.texts()))
                length += sum(map(len, names[-1])) + sum(map(len, texts[-1]))
                number += 1
                if not number % _STEP:
                    yield
            packed = []
            for lines in (names, texts):
                if length > _SLICE:
                    packed.append((yield from self._packed_in_slices(lines)))
                else:
                    packed.append(self._packed(lines))
            self.packs.append(Pack(first, number - first, *packed))
            if length <= _SLICE:
                self.characters.update(packed[0])
            yield

    def _packed(self, lines: Sequence[Sequence[str]]) -> str:
        raw = "\n".join([EDGE.join(line) for line in lines])
        if raw.count("\n") >= len(lines):  # no text of a checked dossier has a line end
            raw = "\n".join([EDGE.join(line).replace("\n", " ") for line in lines])
        folded = with_numbers_apart(self._folder.folded(raw))
        return "\n".join([_framed(line.split(EDGE)) for line in folded.split("\n")])

    def _packed_in_slices(self, lines: Sequence[Sequence[str]]) -> Generator[None, None, str]:
        folded = []
        for line in lines:
            versions: list[str] = []
            for text in line:
                slices = []
                for start, end in _slices(text):
                    one = self._folder.folded(text[start:end]).replace("\n", " ")
                    slices.append(with_numbers_apart(one))
                    self.characters.update(one)
                    if len(text) > _SLICE:
                        yield
                versions.append("".join(slices))
            folded.append(_framed(versions))
        return "\n".join(folded)


def _slices(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the slices of a text begin and end; none ends inside a number of usual length."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _SLICE)
        while end < min(len(text), start + _SLICE + _LONGEST_NUMBER) and text[end] in "0123456789.,":
            end += 1
        yield start, end
        start = end


def _framed(folded: Sequence[str]) -> str:
    """Return the versions of a line between edges, each once."""
    return f"{EDGE}{EDGE.join(dict.fromkeys(folded))}{EDGE}"
