"""Catalogue: the words of the interface in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli

from sufu_tui.dossier.localized import LANGUAGES, Language

_COUNTS = frozenset({"count", "named", "number", "of", "place", "shown", "stale", "total"})
"""Placeholders for counts and ordinals, written with separators between the thousands. Values of all
others, such as `year`, are written as they are."""
_OF_TEXTS = re.compile(
    r"(date|number|qualifier)\."
    r"|card\.(aside|citation-|in-full|list-separator|paragraph|printed-quote|quoted|section-number|separator)"
    r"|cover\.byline|metrics\.(difference-|period-|range|times|total$)|narrative\.(by|read-on|remark)"
    r"|show\.(source|undated)"
)
"""Keys of the words that figures, dates and citations are written with, and those within a text."""


class Catalogue:
    """Words of one language, by dotted key: `words("card.value")`.

    Counts are given as numbers: with separators between the thousands all languages write them alike.
    The interface may speak another language than the texts that it shows.
    """

    __slots__ = ("_words", "apart", "interface", "language")

    def __init__(
        self,
        language: Language,
        words: Mapping[str, str],
        *,
        interface: Language | None = None,
        apart: bool = False,
    ) -> None:
        self.language: Language = language
        """Language of the texts shown, and of their figures, dates and citations."""
        self.interface: Language = interface or language
        """Language of all other words."""
        self.apart = apart
        """True if that was chosen apart, and stays with texts in another."""
        self._words = words

    def with_texts(self, texts: Catalogue, *, apart: bool = False) -> Catalogue:
        """Return the words of this interface, perhaps chosen `apart`, for texts in another language."""
        if texts.language == self.language and not apart:
            return self
        own = {key: text for key, text in self._words.items() if not _OF_TEXTS.match(key)}
        theirs = {key: text for key, text in texts._words.items() if _OF_TEXTS.match(key)}
        return Catalogue(texts.language, {**own, **theirs}, interface=self.interface, apart=apart)

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the words of `key` with `values` in their places; raise KeyError where there are none."""
        text = self._words[key]
        if not values:
            return text
        return text.format_map({name: _written(name, value) for name, value in values.items()})

    def plural(self, key: str, number: int, /, **values: object) -> str:
        """Return `key.one` for one where the language has it, else `key.other`.

        `{number}` is the number, unless `values` holds it as it is to be written.
        """
        one = f"{key}.one"
        chosen = one if number == 1 and one in self._words else f"{key}.other"
        return self(chosen, **{"number": number, **values})

    def __contains__(self, key: str) -> bool:
        return key in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)


def _written(name: str, value: object) -> object:
    return f"{value:,}" if name in _COUNTS and isinstance(value, int) else value


@lru_cache(maxsize=len(LANGUAGES))
def load(language: Language) -> Catalogue:
    """Return the catalogue of `language`, read from the package once."""
    path = Path(__file__).with_name(f"{language}.toml")
    return Catalogue(language, dict(_flat("", tomli.loads(path.read_text(encoding="utf-8")))))


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, str):
            yield prefix + key, value
        else:
            yield from _flat(f"{prefix}{key}.", value)
