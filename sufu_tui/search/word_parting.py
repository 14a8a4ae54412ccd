"""Word parting: Chinese is typed without blanks; its words are told by what stands somewhere."""

from __future__ import annotations

import re

from sufu_tui.search.parsed_query import Query, Word
from sufu_tui.search.searched import Searched
from sufu_tui.search.word_scan import heads, wanted_word

_HAN = re.compile(r"[\u3400-\u9fff]")
_JOINTS = re.compile("[的是有在和与及了几吗呢从到]|多少|什么|哪里|哪些|怎么|为何")
"""Folded Chinese words that join others."""
_LEAST_PIECE = 2
_LONGEST_PIECE = 12
"""Characters of a piece of a Chinese word that is parted."""
_MOST_PARTED = 60
"""Characters of such a word that are looked at."""


class WordParting:
    """Parter of Chinese words into those of an index."""

    def __init__(self, index: Searched) -> None:
        self._index = index

    def parted(self, question: Query, *, always: bool = False, by_names: bool = False) -> Query:
        """Return the question with Chinese words parted into words that stand somewhere, longest first.

        Words that do so as a whole are left as they are, if not `always` parted. `by_names` the pieces are
        names where there are any.
        """
        words: list[Word] = []
        for word in question.words:
            wanted = self._index.wanted(word)
            is_one = word.is_quoted or not _HAN.search(word.text)
            if is_one or (not always and self._index.scan(wanted).size):
                words.append(word)
                continue
            text = wanted.text[:_MOST_PARTED]
            pieces = self._pieces(text, len(text) - always, by_names=by_names)
            if not pieces:  # without what only joins words
                joined = [one for one in _JOINTS.split(text) if len(one) >= _LEAST_PIECE]
                pieces = [
                    piece
                    for one in joined
                    for piece in self._pieces(one, len(text) - always, by_names=by_names)
                ]
            words += pieces or [word]
        return question._replace(words=tuple(words))

    def _pieces(self, text: str, most: int, *, by_names: bool) -> list[Word]:
        """Return the longest pieces of a folded text that stand somewhere; nothing if not all of it does.

        The first has at most `most` characters.
        """
        lost: set[int] = set()  # where no piece begins

        def pieces_from(start: int, most: int) -> list[Word]:
            last = min(len(text) - start, most, _LONGEST_PIECE)
            ends = list(range(start + last, start + _LEAST_PIECE - 1, -1))
            if by_names:
                ends.sort(key=lambda end: not self._is_name(text[start:end]))
            for end in ends:
                if end in lost or 0 < len(text) - end < _LEAST_PIECE or not self._stands(text[start:end]):
                    continue
                others = pieces_from(end, len(text)) if end < len(text) else []
                if others or end == len(text):
                    return [Word(text[start:end]), *others]
            lost.add(start)
            return []

        return pieces_from(0, most)

    def _stands(self, text: str) -> bool:
        return self._index.scan(wanted_word(text)).size > 0

    def _is_name(self, text: str) -> bool:
        """Return whether something is called by a folded text."""
        word = wanted_word(text)
        return bool(heads(self._index.scan(word).named, (word,)).called)
