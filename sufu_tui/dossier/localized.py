"""One text in several languages, with an honest fallback."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Language = Literal["zh-Hant", "zh-Hans", "en"]
"""A BCP 47 tag of a language that the interface and a dossier can speak."""

LANGUAGES: tuple[Language, ...] = ("zh-Hant", "zh-Hans", "en")

# Who reads one Chinese script can make out the other; English is the next best guess.
_FALLBACKS: Mapping[Language, tuple[Language, ...]] = {
    "zh-Hant": ("zh-Hant", "zh-Hans", "en"),
    "zh-Hans": ("zh-Hans", "zh-Hant", "en"),
    "en": ("en", "zh-Hant", "zh-Hans"),
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Localized(Generic[T]):
    """The same thing (a text, a piece of prose) in one or more languages; never empty."""

    versions: Mapping[Language, T]

    def language_shown(self, language: Language) -> Language:
        """Return the language that a reader of `language` gets: it, or the nearest there is."""
        for candidate in _FALLBACKS[language]:
            if candidate in self.versions:
                return candidate
        raise LookupError("a localized value without any version")

    def in_(self, language: Language) -> T:
        """Return the version in `language`, or in the nearest language there is."""
        return self.versions[self.language_shown(language)]


LocalizedText = Localized[str]
