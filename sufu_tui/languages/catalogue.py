"""Catalogue: the words of the interface in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli

from sufu_tui.dossier.localized import LANGUAGES, Language

_COUNTS = frozenset({"count", "named", "number", "of", "place", "shown", "stale", "total"})
"""Placeholders for counts and ordinals, written with separators between the thousands. Values of all
others, such as `year`, are written as they are."""


class Catalogue:
    """Words of one language, by dotted key: `words("card.value")`.

    Counts are given as numbers: with separators between the thousands all languages write them alike.
    """

    __slots__ = ("_words", "language")

    def __init__(self, language: Language, words: Mapping[str, str]) -> None:
        self.language: Language = language
        self._words = words

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
