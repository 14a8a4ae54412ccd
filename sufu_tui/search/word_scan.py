"""Word scan: the places in whose names or texts a folded word stands; a number only as a whole one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sufu_tui.search.folded_lines import EDGE, Pack

_BEFORE = r"(?<![0-9])(?<![0-9][.,])"
_AFTER = r"(?![0-9])(?![.,][0-9])"
_SEPARATOR = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_LONG = re.compile(r"(?<![0-9.])[0-9]{4,}")
_OTHER = re.compile(r"[^0-9]")


class WantedWord(NamedTuple):
    """Folded word to look for; where it has digits at an end, `pattern` finds it as a whole number alone.

    Without one of the `probes` in it, no text has the word.
    """

    text: str
    pattern: re.Pattern[str] | None
    probes: tuple[str, ...]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the word stands in a folded text, from the left."""
        if self.pattern is not None:
            for found in self.pattern.finditer(text):
                yield found.span()
            return
        start = text.find(self.text)
        while start >= 0:
            yield start, start + len(self.text)
            start = text.find(self.text, start + len(self.text))

    def stands_in(self, text: str) -> bool:
        """Return whether the word stands in a folded text."""
        return self.text in text if self.pattern is None else self.pattern.search(text) is not None

    def may_stand_in(self, text: str) -> bool:
        """Return False where a look at a long text says that the word cannot stand in it."""
        return any(probe in text for probe in self.probes)


def wanted_word(text: str) -> WantedWord:
    """Return the folded `text` as a word to look for; `1100` finds 1,100 as well, and 21 is not in 2021."""
    digits = text[:1].isdecimal(), text[-1:].isdecimal()
    if not any(digits) or not text.isascii():
        digits = text[:1] in "0123456789", text[-1:] in "0123456789"
        if not any(digits):
            return WantedWord(text, None, (text,))
    core = _SEPARATOR.sub("", text)
    pattern = "".join(
        _spread(part) if _LONG.fullmatch(part) else re.escape(part) for part in _parts(core)
    )
    pattern = f"{_BEFORE if digits[0] else ''}{pattern}{_AFTER if digits[1] else ''}"
    probe = max(_OTHER.split(core), key=len)[-3:]  # digits that no separator parts
    return WantedWord(text, re.compile(pattern), (probe,))


def _parts(text: str) -> Iterator[str]:
    end = 0
    for found in _LONG.finditer(text):
        yield text[end : found.start()]
        yield found[0]
        end = found.end()
    yield text[end:]


def _spread(digits: str) -> str:
    """Return the pattern of digits with or without separators between the thousands."""
    head = len(digits) % 3 or 3
    return ",?".join([digits[:head], *(digits[at : at + 3] for at in range(head, len(digits), 3))])


class WordPlaces(NamedTuple):
    """Numbers of the places that have a word: in their names, and of the rest those in their texts."""

    names: list[int]
    texts: list[int]


def scan(packs: Iterable[Pack], word: WantedWord) -> WordPlaces:
    """Return the places that have `word`, in order."""
    names: list[int] = []
    texts: list[int] = []
    for pack in packs:
        in_names, in_texts = word.may_stand_in(pack.names), word.may_stand_in(pack.texts)
        named = list(_lines_with(word, pack.names)) if in_names else []
        names += [pack.first + line for line in named]
        if in_texts:
            known = set(named)
            texts += [pack.first + line for line in _lines_with(word, pack.texts) if line not in known]
    return WordPlaces(names, texts)


def _lines_with(word: WantedWord, lines: str) -> Sequence[int]:
    if word.pattern is None:
        text = word.text
        return [number for number, line in enumerate(lines.split("\n")) if text in line]
    search = word.pattern.search
    return [number for number, line in enumerate(lines.split("\n")) if search(line)]


class HeadPlaces(NamedTuple):
    """Numbers of the places that are called so, and of the others with a name that begins so."""

    called: list[int]
    begun: list[int]


def scan_heads(packs: Iterable[Pack], text: str) -> HeadPlaces:
    """Return the places with a name that is the folded `text`, or begins with it, in order."""
    head, whole = EDGE + text, EDGE + text + EDGE
    is_number = text[-1:] in tuple("0123456789")
    called: list[int] = []
    begun: list[int] = []
    for pack in packs:
        if head not in pack.names:
            continue
        for number, line in enumerate(pack.names.split("\n"), pack.first):
            if whole in line:
                called.append(number)
            elif head in line and not (is_number and _goes_on(line, head)):
                begun.append(number)
    return HeadPlaces(called, begun)


def _goes_on(line: str, head: str) -> bool:
    """Return whether the number at the end of `head` is a longer one wherever it stands in `line`."""
    return re.search(re.escape(head) + _AFTER, line) is None
