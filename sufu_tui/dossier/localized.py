"""Localized values: a text in several languages, with a fallback that is reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Language = Literal["zh-Hant", "zh-Hans", "en"]
"""BCP 47 tag of a language of the interface and of dossiers."""

LANGUAGES: tuple[Language, ...] = ("zh-Hant", "zh-Hans", "en")

# A reader of one Chinese script can make out the other; English is the next best guess.
_FALLBACKS: Mapping[Language, tuple[Language, ...]] = {
    "zh-Hant": ("zh-Hant", "zh-Hans", "en"),
    "zh-Hans": ("zh-Hans", "zh-Hant", "en"),
    "en": ("en", "zh-Hant", "zh-Hans"),
}
_FIELDS: Mapping[Language, str] = {"zh-Hant": "_hant", "zh-Hans": "_hans", "en": "_en"}

T = TypeVar("T")


@dataclass(frozen=True, slots=True, init=False)
class Localized(Generic[T]):
    """Value (a text, a piece of prose) in one or more languages; never empty.

    Of many figures the texts are most of all, so a version has a field, not an entry of a mapping.
    """

    _hant: T | None
    _hans: T | None
    _en: T | None

    def __init__(self, versions: Mapping[Language, T]) -> None:
        for language, name in _FIELDS.items():
            object.__setattr__(self, name, versions.get(language))

    @property
    def versions(self) -> dict[Language, T]:
        """Versions by language."""
        found: dict[Language, T | None] = {"zh-Hant": self._hant, "zh-Hans": self._hans, "en": self._en}
        return {language: version for language, version in found.items() if version is not None}

    def language_shown(self, language: Language) -> Language:
        """Return the language that a reader of `language` gets: the same, or the nearest there is."""
        for candidate in _FALLBACKS[language]:
            if getattr(self, _FIELDS[candidate]) is not None:
                return candidate
        raise LookupError("a localized value without any version")

    def in_language(self, language: Language) -> T:
        """Return the version in `language`, or in the nearest language there is."""
        version: T = getattr(self, _FIELDS[self.language_shown(language)])
        return version


LocalizedText = Localized[str]
