"""Columns of the names, and the text of their cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from sufu_tui.dossier.model import Dossier, Entity
from sufu_tui.explorer.listing.table.sheet import Cell, Column, Sheet, second_label
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.languages.kinds import entity_kind_text


def _name(sheet: NameSheet, entity: Entity) -> Cell:
    return Cell(sheet.text(entity.name))


def _kind(sheet: NameSheet, entity: Entity) -> Cell:
    return Cell(entity_kind_text(entity.kind, sheet.dossier, sheet.words))


def _role(sheet: NameSheet, entity: Entity) -> Cell:
    return Cell(sheet.text(entity.role) if entity.role else "")


def _section(sheet: NameSheet, entity: Entity) -> Cell:
    return Cell(str(sheet.dossier.section(entity.section).number))


def _full_section(sheet: NameSheet, entity: Entity) -> Cell:
    section = sheet.dossier.section(entity.section)
    return Cell(f"{section.number} {sheet.text(section.short)}")


def _mentions(sheet: NameSheet, entity: Entity) -> Cell:
    return Cell(str(sheet.mentions(entity)))


def _printed(sheet: NameSheet, entity: Entity) -> Cell:  # noqa: ARG001  every writer takes the sheet
    return Cell(entity.printed)


def _source(sheet: NameSheet, entity: Entity) -> Cell:  # noqa: ARG001  every writer takes the sheet
    return Cell(str(entity.source))


def _id(sheet: NameSheet, entity: Entity) -> Cell:  # noqa: ARG001  every writer takes the sheet
    return Cell(entity.id)


_NAME = Column("name", "name", "entity", _name, gap=0, most=40)
_SECOND_NAME = second_label(_NAME, lambda entity: entity.name)
_KIND = Column("kind", "kind", "printed", _kind)
_ROLE = Column("role", "role", "area", _role, most=26)
_LONG_ROLE = Column("role", "role", "area", _role, most=56)
_SECTION = Column("section", "section", "section", _section, _full_section)
_MENTIONS = Column("mentions", "mentions", "area", _mentions, right=True)

NAME_COLUMNS: Mapping[str, Column] = {
    column.id: column
    for column in (
        *(_NAME, _SECOND_NAME, _KIND, _ROLE, _SECTION, _MENTIONS),
        Column("printed", "printed", "printed", _printed, most=30),
        Column("source", "source", "printed", _source),
        Column("id", "id", "printed", _id),
    )
}
"""Columns that a reader may choose, in the order of the menu."""


class NameSheet(Sheet):
    """Sheet of the entities of a dossier."""

    main = _NAME
    offered = NAME_COLUMNS
    narrow = (_NAME, _KIND, _ROLE, _SECTION, _MENTIONS)
    wide = (_NAME, _KIND, _LONG_ROLE, _SECTION, _MENTIONS)
    at_length: ClassVar[tuple[str, ...]] = ("section",)

    def __init__(
        self,
        dossier: Dossier,
        words: Catalogue,
        mentions: Callable[[Entity], int],
        second: Catalogue | None = None,
    ) -> None:
        super().__init__(dossier, dossier.entities, words, second)
        self.mentions = mentions
        """Function that counts the mentions of an entity."""

    def named(self, column_id: str) -> str:
        """Return the name of a column, of a sort column or of a grouping by its id."""
        return self.words(f"names.column-{column_id}")
