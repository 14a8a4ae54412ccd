"""Converter of strings, texts by language and prose: checked, normalised and safe to show."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

from sufu_tui.dossier.localized import LANGUAGES, Language, Localized, LocalizedText
from sufu_tui.dossier.model import KINDS, LocalizedProse
from sufu_tui.reading import prose
from sufu_tui.reading.findings import Report, TomlPath, TomlSpot
from sufu_tui.typesetting import safe_characters
from sufu_tui.typesetting.cells import width

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGE_TAGS: Mapping[str, Language] = {language: language for language in LANGUAGES}

_TYPE_NAMES: tuple[tuple[type, str], ...] = (
    (str, "string"),
    (bool, "boolean"),
    (int, "integer"),
    (Decimal, "float"),
    (dict, "table"),
    (list, "array"),
)


def type_name(value: object) -> str:
    """Return TOML's name of the type of `value`."""
    return next((name for kind, name in _TYPE_NAMES if isinstance(value, kind)), "date-time")


class Texts:
    """Converter of the texts of one file; reports those that cannot be converted.

    `languages` are those that the dossier declares; None while they are unknown. The methods take
    the value as TOML gave it and its path, and return None where nothing usable is left.
    """

    def __init__(self, file: str, report: Report, languages: tuple[Language, ...] | None) -> None:
        self._file = file
        self._report = report
        self._languages = languages

    def string(self, value: object, path: TomlPath) -> str | None:
        """Return a string that is safe to show, in NFC; it may still have newlines."""
        if not isinstance(value, str):
            if isinstance(value, (date, time)):
                self._error(path, "unquoted-date", text=value)
            else:
                self._error(path, "wrong-type", wanted="string", found=type_name(value))
            return None
        if safe_characters.is_clean(value):
            return value
        text = safe_characters.normal(value)
        if faults := safe_characters.unwanted(text):
            for code, character in faults:
                report = self._report.warning if code == "zero-width-character" else self._report.error
                spot = TomlSpot(self._file, path, needle=character)
                report(spot, code, character=safe_characters.name(character))
            text = safe_characters.without_unwanted(text)
        if not text.strip():
            self._error(path, "empty-text")
            return None
        return text

    def line(self, value: object, path: TomlPath) -> str | None:
        """Return a string folded to one line."""
        text = self.string(value, path)
        return None if text is None else prose.fold(text)

    def localized(
        self, value: object, path: TomlPath, room: tuple[int, int] | None = None, *, partial: bool = False
    ) -> LocalizedText | None:
        """Return the text by language, each on one line; `room` is its width on the screen in cells.

        A `partial` one need not be there in every language.
        """
        versions = self._versions(value, path, partial=partial)
        if versions is None:
            return None
        folded = {language: prose.fold(text) for language, text in versions.items()}
        if room:
            for language, text in folded.items():
                self._measure(text, room[1] if language == "en" else room[0], (*path, language))
        return Localized(folded)

    def pattern(self, value: object, path: TomlPath, *, partial: bool = False) -> LocalizedText | None:
        """Return a text by language with exactly one placeholder `{}` for a number.

        A `partial` one need not be there in every language.
        """
        versions = self._versions(value, path, partial=partial)
        if versions is None:
            return None
        for language, text in versions.items():
            if not (text.count("{}") == text.count("{") == text.count("}") == 1):
                self._error((*path, language), "bad-pattern", text=text)
        return Localized({language: prose.fold(text) for language, text in versions.items()})

    def prose(self, value: object, path: TomlPath) -> LocalizedProse | None:
        """Return the prose by language, its links parsed."""
        versions = self._versions(value, path)
        if versions is None:
            return None
        spans = {language: prose.parse(text) for language, text in versions.items()}
        for language, text in versions.items():
            if prose.is_plain(text, spans[language]):
                continue
            for code, words in prose.link_faults(text):
                report = self._report.warning if code == "link-broken" else self._report.error
                meant = self._report.near(words.partition(":")[0], KINDS) if code == "link-kind" else {}
                report(TomlSpot(self._file, (*path, language), needle=words), code, text=words, **meant)
        return Localized(spans)

    def _versions(
        self, value: object, path: TomlPath, *, partial: bool = False
    ) -> dict[Language, str] | None:
        if not isinstance(value, dict):
            self._error(path, "not-localized", found=type_name(value))
            return None
        versions: dict[Language, str] = {}
        for key, version in value.items():
            language = LANGUAGE_TAGS.get(key)
            if language is None:
                spot = TomlSpot(self._file, (*path, key), at_key=True)
                self._report.error(spot, "unknown-language", text=key, **self._report.near(key, LANGUAGES))
                continue
            text = self.string(version, (*path, key))
            if text is not None:
                versions[language] = text
        if not value:
            self._error(path, "no-language")
        elif self._languages is not None:
            self._compare_languages(value, path, self._languages, partial=partial)
        return versions or None

    def _compare_languages(
        self, value: Mapping[str, object], path: TomlPath, languages: tuple[Language, ...], *, partial: bool
    ) -> None:
        for language in () if partial else languages:
            if language not in value:
                self._report.warning(TomlSpot(self._file, path), "missing-language", language=language)
        for key in value:
            if key in LANGUAGE_TAGS and key not in languages:
                spot = TomlSpot(self._file, (*path, key), at_key=True)
                self._report.warning(spot, "undeclared-language", language=key)

    def _measure(self, text: str, limit: int, path: TomlPath) -> None:
        if 2 * len(text) <= limit:
            return
        cells = width(text)
        if cells > limit:
            self._report.warning(TomlSpot(self._file, path), "too-long", cells=cells, limit=limit, text=text)

    def _error(self, path: TomlPath, code: str, **values: object) -> None:
        self._report.error(TomlSpot(self._file, path), code, **values)
