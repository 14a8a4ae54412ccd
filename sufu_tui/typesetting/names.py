"""Names of people in a text, which stay on one line."""

from __future__ import annotations

from collections.abc import Iterable

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, Entity, Ref

_MOST = 200
"""People that are looked for in a text. Where a dossier has more, only those that it links to are."""
_LONGEST = 100_000
"""Characters of a text in which they are looked for. In a longer one only those that it links to are."""


class NameFinder:
    """Finder of the names of people in texts of a dossier in one language."""

    def __init__(self, dossier: Dossier, language: Language) -> None:
        self._dossier = dossier
        self._language = language
        known = dossier.people if len(dossier.people) <= _MOST else ()
        self._known = [person.name.in_language(language) for person in known]

    def names_in(self, pieces: Iterable[tuple[str, Ref | None]]) -> tuple[str, ...]:
        """Return the names of people in a text of pieces, some of which link to what they name.

        A piece that links to a person is a name as well, such as `King Helü` for `King Helü of Wu`.
        """
        found: dict[str, None] = {}
        pieces = list(pieces)
        linked = dict.fromkeys([one for one in pieces if one[1] is not None and one[1].kind == "entity"])
        for text, ref in linked:
            item = self._dossier.find(ref) if ref is not None and len(found) < _MOST else None
            if isinstance(item, Entity) and item.kind == "person":
                found.update(dict.fromkeys((text, item.name.in_language(self._language))))
        text = "".join([text for text, _ in pieces])
        if len(text) <= _LONGEST:
            found.update(dict.fromkeys([name for name in self._known if name in text]))
        return tuple(found)
