"""Kinds of entities: those that every dossier has, and those that one declares itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from sufu_tui.dossier.localized import LocalizedText

EntityKind = Literal["person", "organisation", "place", "programme", "term"]
"""Kind of entity that every dossier has; a term is a word that wants explaining."""
ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)


class OwnKind(NamedTuple):
    """Kind of entity that a dossier declares itself; with the id of a usual one it renames that."""

    id: str
    label: LocalizedText


def all_kinds(own: Iterable[OwnKind]) -> tuple[str, ...]:
    """Return the ids of all kinds: the usual ones, then a dossier's `own`."""
    return tuple(dict.fromkeys((*ENTITY_KINDS, *(kind.id for kind in own))))
