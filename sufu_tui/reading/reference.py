"""Reference tables, in Markdown, of the page on the dossier format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.reading.field_shapes import Field, Shape, TableSpec
from sufu_tui.reading.fields import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = "<!-- The tables from here on are generated: python -m sufu_tui.reading docs -->"
END = "<!-- Here end the generated tables. -->"


def reference() -> str:
    """Return the Markdown tables of every file, in the order in which they are read."""
    parts = []
    for name, table in FILES.items():
        parts.append(f"### `{name}.toml`")
        parts.extend(_described(table))
    return "\n\n".join(parts)


def with_reference(page: str) -> str:
    """Return `page` with the text between its two marks replaced; raise ValueError without marks."""
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not (begin and end):
        raise ValueError("the page has no marks")
    return f"{head}{BEGIN}\n\n{reference()}\n\n{END}{tail}"


def _described(table: TableSpec) -> Iterator[str]:
    yield table.meaning
    rows = ["| key | value | | meaning |", "| --- | --- | --- | --- |"]
    for field in table.fields:
        needed = "required" if field.required else ""
        rows.append(f"| `{field.name}` | {_value(field)} | {needed} | {_meaning(field)} |")
    yield "\n".join(rows)
    if table.alternatives:
        ways = " or ".join(" and ".join(f"`{key}`" for key in way.required) for way in table.alternatives)
        yield f"Either {ways}; never both."
    for field in table.fields:
        if field.table is not None:
            yield f"#### `{field.table.header}`"
            yield from _described(field.table)


def _value(field: Field) -> str:
    if field.shape is Shape.CHOICE:
        return ", ".join(f"`{choice}`" for choice in field.choices)
    if field.table is not None:
        return f"`{field.table.header}`"
    return str(field.shape.value)


def _meaning(field: Field) -> str:
    if field.room is None:
        return field.meaning
    chinese, english = field.room
    return f"{field.meaning} At most {chinese // 2} Han characters or {english} letters."
