"""Grading of palette entries: how well each goes with what is typed, in any language and script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from sufu_tui.explorer.palette.entries import PaletteEntry, all_texts
from sufu_tui.query.text_folding import TextFolder
from sufu_tui.search.fuzzy import BEGINNING, EXACT, INITIALS, LETTERS, WITHIN, WORD_STARTS, FuzzyMatcher
from sufu_tui.search.pinyin import Readings, Syllables

_OTHER_LANGUAGE, _WORD, _SOUND = 0.3, 0.4, 0.5
"""Additions to the grade of a text in another language, of a further word, of pinyin."""
_TOGETHER = 1.0
"""Addition to the grade where the words stand in several texts of an entry."""
_LEAST_LETTERS = 2


class _FoldedText(NamedTuple):
    """Folded text with its characters, by which most texts are told to have nothing of what is typed."""

    text: str
    characters: frozenset[str]


class _Folded:
    """Entry with its texts folded."""

    def __init__(self, entry: PaletteEntry, folder: TextFolder) -> None:
        def folded(texts: Iterable[str]) -> list[_FoldedText]:
            plain = (folder.folded(text).strip() for text in texts)
            return [_FoldedText(text, frozenset(text)) for text in plain]

        self.entry = entry
        self.titles, self.others = folded(entry.titles), folded(entry.others)
        self.words = folded(entry.words)
        texts = list(dict.fromkeys(one.text for one in (*self.titles, *self.others, *self.words)))
        (self.everything,) = folded(["; ".join(texts)])
        self.chinese = [text for text in texts if not text.isascii()]


class GradedEntries:
    """Entries that are graded again with every letter."""

    def __init__(self, entries: Sequence[PaletteEntry], folder: TextFolder, readings: Readings) -> None:
        self._entries = [_Folded(entry, folder) for entry in entries]
        self._folder = folder
        self._readings = readings
        self._characters = {one for text in all_texts(entries) for one in folder.folded(text)}

    def graded(self, text: str) -> Iterator[tuple[float, PaletteEntry]]:
        """Yield the entries that go with a typed text, each with its grade, the better the smaller."""
        typed = self._folder.folded(normalize("NFC", text)).strip()
        matcher = FuzzyMatcher(typed)
        is_spelt = typed.isascii() and len(typed.replace(" ", "")) >= _LEAST_LETTERS
        sounds = list(self._readings.spelt(text, self._characters)) if is_spelt else []
        for one in self._entries:
            best = min(self._grades(one, matcher, sounds), default=None)
            if best is not None:
                yield best, one.entry

    def _grades(self, one: _Folded, matcher: FuzzyMatcher, sounds: Sequence[Syllables]) -> Iterator[float]:
        if matcher.characters <= one.everything.characters:
            for texts, worst, more in (
                (one.titles, LETTERS, 0.0),
                (one.others, INITIALS, _OTHER_LANGUAGE),  # of so many one has the letters close together
                (one.words, INITIALS, _WORD),
            ):
                for text, characters in texts:
                    grade = matcher.grade(text) if matcher.characters <= characters else None
                    if grade is not None and grade <= worst:
                        yield grade + more
            together = matcher.grade_of_words(one.everything.text)
            if together is not None:
                yield together + _TOGETHER
        for syllables in sounds:
            yield from (grade + _SOUND for grade in _sounding(syllables, one.chinese))


def _sounding(syllables: Syllables, texts: Iterable[str]) -> Iterator[float]:
    """Yield the grades of texts as pinyin; by initials alone a text must be spelt as a whole, or begin so."""
    for text in texts:
        found = syllables.pattern.search(text)
        if found is None:
            continue
        if found.start() == 0 and found.end() == len(text):
            yield EXACT if syllables.full else WORD_STARTS
        elif found.start() == 0:
            yield BEGINNING if syllables.full else INITIALS
        elif syllables.full and syllables.length > 1:
            yield WITHIN
