"""Kinds of entities in words: those of every dossier from the catalogue, its own from the dossier."""

from __future__ import annotations

from sufu_tui.dossier.model import Dossier
from sufu_tui.languages.catalogue import Catalogue


def entity_kind_text(kind: str, dossier: Dossier, words: Catalogue) -> str:
    """Return the name of a kind of entity; what the dossier calls it goes first."""
    own = next((one for one in dossier.own_kinds if one.id == kind), None)
    return words(f"kind.{kind}") if own is None else own.label.in_language(words.language)
