"""JSON Schemas from the field tables, for editors that complete and check TOML while it is written.

A schema knows one file: references to another file and the words of a figure only `check` can verify.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import KINDS
from sufu_tui.reading.field_shapes import (
    FILE_PATTERN,
    FORMAT,
    ID_PATTERN,
    PART_PATTERN,
    UNIT_ID_PATTERN,
    Field,
    Shape,
    TableSpec,
)
from sufu_tui.reading.fields import FILES

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXT = {"type": "string", "pattern": r"\S"}
_ID = {"type": "string", "pattern": f"^{ID_PATTERN}$"}
_UNIT_ID = {"type": "string", "pattern": f"^{UNIT_ID_PATTERN}$"}


def _by_language(text: Mapping[str, Any], description: str) -> Mapping[str, Any]:
    return {
        "type": "object",
        "description": description,
        "properties": dict.fromkeys(LANGUAGES, text),
        "additionalProperties": False,
        "minProperties": 1,
    }


def _list(items: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": True}


_SHAPES: Mapping[Shape, Mapping[str, Any]] = {
    Shape.FORMAT: {"const": FORMAT},
    Shape.ID: _ID,
    Shape.UNIT_ID: _UNIT_ID,
    Shape.TEXT: _TEXT,
    Shape.LOCALIZED: _by_language(_TEXT, "A text by language."),
    Shape.PROSE: _by_language(_TEXT, "Prose by language; [words](kind:id) is a link."),
    Shape.PATTERN: _by_language(
        {"type": "string", "pattern": r"^[^{}]*\{\}[^{}]*$"}, "By language; {} is the number's place."
    ),
    Shape.DATE: {"type": "string", "pattern": r"\S", "description": "A date in EDTF (ISO 8601-2)."},
    Shape.NUMBER: {"type": "number"},
    Shape.WEIGHT: {"type": "integer", "minimum": 0, "maximum": 9},
    Shape.LANGUAGES: _list({"enum": list(LANGUAGES)}),
    Shape.PARTS: _list({"type": "string", "pattern": f"^{PART_PATTERN}$"}),
    Shape.AREA: _ID,
    Shape.UNIT: _UNIT_ID,
    Shape.SECTION: _ID,
    Shape.TALLY: _ID,
    Shape.ENTITY: _ID,
    Shape.KIND: _ID,
    Shape.METRICS: _list(_ID),
    Shape.EVENTS: _list(_ID),
    Shape.ENTITIES: _list(_ID),
    Shape.PLACE: {"type": "string", "pattern": f"^{ID_PATTERN}#{PART_PATTERN}$"},
    Shape.LINKS: _list({"type": "string", "pattern": f"^({'|'.join(KINDS)}):{ID_PATTERN}$"}),
    Shape.NAMES: _list(_TEXT),
    Shape.FORMULA: _TEXT,
    Shape.DIGEST: {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    Shape.FILE: {"type": "string", "pattern": f"^{FILE_PATTERN}$"},
    Shape.OCCURRENCE: {"type": "integer", "minimum": 1},
    Shape.PART: {"type": "string", "pattern": f"^{PART_PATTERN}$"},
    Shape.URL: {
        "type": "string",
        "pattern": r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@<>\"\\^`{|}]+([/?#][^\s<>\"\\^`{|}]*)?$",
    },
}


def schema(name: str) -> Mapping[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the file `name`, one of `FILES`."""
    used: dict[Shape, None] = {}
    root = _table(FILES[name], used)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{name}.toml of a dossier, format {FORMAT}",
        **root,
        "$defs": {_key(shape): _SHAPES[shape] for shape in used},
    }


def schema_text(name: str) -> str:
    """Return the schema of the file `name` as it is published."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def _key(shape: Shape) -> str:
    return shape.name.lower().replace("_", "-")


def _table(table: TableSpec, used: dict[Shape, None]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "type": "object",
        "description": table.meaning,
        "properties": {field.name: _field(field, used) for field in table.fields},
        "required": list(table.required),
        "additionalProperties": False,
    }
    if table.alternatives:
        described["oneOf"] = [
            {
                "required": list(way.required),
                "not": {
                    "anyOf": [
                        {"required": [key]}
                        for other in table.alternatives
                        for key in (*other.required, *other.allowed)
                        if key not in way.required and key not in way.allowed
                    ]
                },
            }
            for way in table.alternatives
        ]
    return described


def _field(field: Field, used: dict[Shape, None]) -> Mapping[str, Any]:
    at_least_one = {"minItems": 1} if field.required else {}
    if field.table is not None and field.shape is Shape.TABLE:
        return _table(field.table, used)
    if field.table is not None:
        items = _table(field.table, used)
        return {"type": "array", "description": field.meaning, "items": items, **at_least_one}
    if field.shape is Shape.CHOICE:
        return {"description": field.meaning, "enum": list(field.choices)}
    used[field.shape] = None
    described = {"description": field.meaning, "$ref": f"#/$defs/{_key(field.shape)}"}
    is_list = field.shape in (Shape.LANGUAGES, Shape.PARTS, Shape.LINKS, Shape.METRICS, Shape.NAMES)
    return {**described, **at_least_one} if is_list else described
