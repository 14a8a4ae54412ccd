"""Names of people in a text, which stay on one line."""

from __future__ import annotations

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier, Prose

_MOST = 100  # a text of more people is a list, and a line may end anywhere in it


def names_in(prose: Prose, dossier: Dossier, language: Language) -> tuple[str, ...]:
    """Return the names of the people that `prose` links to: as it calls them, and their own."""
    found: dict[str, None] = {}
    for span in prose:
        for person in dossier.people((span.ref,)):
            found.update(dict.fromkeys((span.text, person.name.in_language(language))))
        if len(found) >= _MOST:
            break
    return tuple(found)
