"""Field shapes: what the value of a key can be, and what a table is made of."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as slot
from enum import Enum
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 1
"""Version of the format that this module describes."""

ID_PATTERN = "[a-z][a-z0-9-]*"
UNIT_ID_PATTERN = "[A-Za-z][A-Za-z0-9-]*"
PART_PATTERN = "[A-Za-z0-9][A-Za-z0-9-]*"
_STEP_PATTERN = r"(?!\.\.?(/|$))[^/\\:\x00-\x1f\x7f]+"
FILE_PATTERN = f"{_STEP_PATTERN}(/{_STEP_PATTERN})*"
"""Path within a folder: no step leads up or out of it, on no system."""


class Shape(str, Enum):
    """Shape of a key's value. The value of each member is its name on the reference page."""

    FORMAT = "format number"
    ID = "id"
    UNIT_ID = "unit id"
    TEXT = "string"
    LOCALIZED = "text by language"
    PROSE = "prose by language"
    PATTERN = "pattern by language"
    DATE = "EDTF date"
    NUMBER = "number"
    WEIGHT = "integer from 0 to 9"
    CHOICE = "one of"
    LANGUAGES = "array of languages"
    PARTS = "array of part names"
    AREA = "id of an area"
    UNIT = "id of a unit"
    SECTION = "id of a section"
    TALLY = "id of a tally"
    KIND = "kind of entity"
    ENTITY = "id of an entity"
    METRICS = "array of ids of metrics"
    EVENTS = "array of ids of events"
    ENTITIES = "array of ids of entities"
    PLACE = "source#part"
    LINKS = "array of kind:id"
    NAMES = "array of names"
    FORMULA = "formula"
    URL = "web address"
    DIGEST = "SHA-256 digest"
    FILE = "file of the folder"
    OCCURRENCE = "integer from 1"
    PART = "name of a part"
    TABLE = "table"
    TABLES = "array of tables"


class Field(NamedTuple):
    """Key of a table.

    `choices` belong to `CHOICE`, `table` to `TABLE` and `TABLES`; `room` is the number of terminal cells that
    the screen has for a short text, in Chinese and in English. A `partial` text need not be there in
    every language.
    """

    name: str
    shape: Shape
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()
    table: TableSpec | None = None
    room: tuple[int, int] | None = None
    partial: bool = False


class Alternative(NamedTuple):
    """Alternative way to fill a table: its required and its allowed keys."""

    required: tuple[str, ...]
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class TableSpec:
    """Keys of a table. Of the `alternatives`, if there are any, exactly one is to be filled.

    Its `place` is the root of a file, a table of its own, or an array of such tables.
    """

    name: str
    meaning: str
    fields: tuple[Field, ...]
    alternatives: tuple[Alternative, ...] = ()
    place: Literal["file", "table", "array"] = "array"
    by_name: Mapping[str, Field] = slot(init=False, repr=False, compare=False)
    required: tuple[str, ...] = slot(init=False, repr=False, compare=False)
    nested: tuple[Field, ...] = slot(init=False, repr=False, compare=False)
    """Fields that are tables, or arrays of them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {field.name: field for field in self.fields})
        object.__setattr__(self, "required", tuple(field.name for field in self.fields if field.required))
        nested = tuple(field for field in self.fields if field.shape in (Shape.TABLE, Shape.TABLES))
        object.__setattr__(self, "nested", nested)

    @property
    def header(self) -> str:
        """Header of the table as written in TOML, or the name of the file that it is the root of."""
        headers = {"file": f"{self.name}.toml", "table": f"[{self.name}]", "array": f"[[{self.name}]]"}
        return headers[self.place]
