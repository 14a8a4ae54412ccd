"""Groups of names by kind or section, and the card of one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, get_args

from sufu_tui.dossier.entity_kinds import all_kinds
from sufu_tui.dossier.model import Dossier, Entity
from sufu_tui.explorer.listing.groups import Group, Groups, arranged
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.kinds import entity_kind_text
from sufu_tui.typesetting.flow import Block, Run

NameGrouping = Literal["kind", "section"]
NAME_GROUPINGS: tuple[NameGrouping, ...] = get_args(NameGrouping)

_MOST = 300
"""Names on the card of a group; the list has them all."""


def grouped_names(
    rows: Sequence[int], grouping: str, dossier: Dossier, words: Catalogue, folded: Collection[str] = ()
) -> Groups:
    """Return `rows` (numbers of entities) by `grouping`, those with a key in `folded` as a heading only."""
    by_kind = grouping == "kind"
    keys = all_kinds(dossier.own_kinds) if by_kind else (section.id for section in dossier.sections)

    def name_of(key: str) -> str:
        if by_kind:
            return entity_kind_text(key, dossier, words)
        section = dossier.section(key)
        return f"{section.number} {section.short.in_language(words.language)}"

    def key_of(row: int) -> str:
        entity = dossier.entities[row]
        return entity.kind if by_kind else entity.section

    def heading_of(group: Group) -> str:
        count = words.plural("names.count", len(group.rows))
        return words("card.separator").join((group.name, count))

    return arranged(rows, keys, name_of, key_of, heading_of, folded)


def name_group_blocks(heading: str, entities: Sequence[Entity], words: Catalogue) -> list[Block]:
    """Return the card of a group below `heading`: its names as links."""
    runs: list[Run] = []
    for number, entity in enumerate(entities[:_MOST]):
        if number:
            runs.append(Run(words("card.list-separator")))
        runs.append(Run(entity.name.in_language(words.language), "entity", entity.ref))
    if len(entities) > _MOST:
        runs.append(Run(words("card.more", number=len(entities) - _MOST), "muted"))
    return [
        Block((Run(heading, "title"),)),
        Block((Run(words.plural("names.count", len(entities)), "strong"),)),
        Block(tuple(runs), space=1),
    ]
