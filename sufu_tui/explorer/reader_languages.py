"""Languages of a reader: of the texts, of a second version beside them, and of the interface."""

from __future__ import annotations

from collections.abc import Sequence

from sufu_tui.dossier.localized import LANGUAGES, Language
from sufu_tui.languages.catalogue import Catalogue, load


class ReaderLanguages:
    """Languages in use; each catalogue is read once, when it is first needed.

    The interface speaks the language of the texts until it is given one of its own.
    """

    def __init__(self, words: Catalogue) -> None:
        """Begin with the languages of `words`."""
        self.texts: Language = words.language
        """Language of the texts."""
        self.second: Language | None = None
        """Language of the version beside them, if any."""
        self.own_interface = words.interface if words.apart else None
        """Language of the interface, where it does not follow the texts."""
        self._loaded: dict[Language, Catalogue] = {}
        self._mixed: dict[tuple[Language, Language], Catalogue] = {}
        if not words.apart:
            self._loaded[words.language] = words

    @property
    def interface(self) -> Language:
        """Language of the interface."""
        return self.own_interface or self.texts

    @property
    def words(self) -> Catalogue:
        """Words of the interface, for the texts."""
        return self._words_for(self.texts)

    @property
    def second_words(self) -> Catalogue | None:
        """Words of the interface, for the version beside the texts; None without one."""
        return None if self.second is None else self._words_for(self.second)

    def set_texts(self, language: Language) -> None:
        """Show the texts in `language`; where it stood beside them, the two change places."""
        if language == self.second:
            self.second = self.texts
        self.texts = language

    def next_texts(self) -> Language:
        """Return the language after that of the texts, in a circle."""
        return LANGUAGES[(LANGUAGES.index(self.texts) + 1) % len(LANGUAGES)]

    def next_second(self, offered: Sequence[Language]) -> Language | None:
        """Return the next second language among those `offered`; after the last one none."""
        circle = [
            None,
            *(language for language in LANGUAGES if language in offered and language != self.texts),
        ]
        here = circle.index(self.second) if self.second in circle else 0
        return circle[(here + 1) % len(circle)]

    def next_interface(self) -> Language | None:
        """Return the next language of the interface alone; after the last one none, that of the texts."""
        circle = [None, *LANGUAGES]
        return circle[(circle.index(self.own_interface) + 1) % len(circle)]

    def _words_for(self, texts: Language) -> Catalogue:
        key = (self.interface, texts)
        if key not in self._mixed:
            self._mixed[key] = self._catalogue(self.interface).with_texts(self._catalogue(texts))
        return self._mixed[key]

    def _catalogue(self, language: Language) -> Catalogue:
        if language not in self._loaded:
            self._loaded[language] = load(language)
        return self._loaded[language]
