"""Names of people in a text, which stay on one line."""

from __future__ import annotations

from collections.abc import Iterable

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, Entity, Ref

_MOST = 200
"""People that are looked for in a text. Where a dossier has more, only those that it links to are."""
_LONGEST = 100_000
"""Characters of a text in which they are looked for. In a longer one only those that it links to are."""


def names_in(
    pieces: Iterable[tuple[str, Ref | None]], dossier: Dossier, language: Language
) -> tuple[str, ...]:
    """Return the names of people in a text of pieces, some of which link to what they name.

    A piece that links to a person is a name as well, such as `King Helü` for `King Helü of Wu`.
    """
    found: dict[str, None] = {}
    pieces = list(pieces)
    linked = dict.fromkeys(piece for piece in pieces if piece[1] is not None and piece[1].kind == "entity")
    for text, ref in linked:
        item = dossier.find(ref) if ref is not None and len(found) < _MOST else None
        if isinstance(item, Entity) and item.kind == "person":
            found.update(dict.fromkeys((text, item.name.in_language(language))))
    text = "".join([text for text, _ in pieces])
    if len(dossier.people) <= _MOST and len(text) <= _LONGEST:
        names = (person.name.in_language(language) for person in dossier.people)
        found.update(dict.fromkeys(name for name in names if name in text))
    return tuple(found)
