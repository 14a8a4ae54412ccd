"""Generator of schemas and reference tables from the field tables: `python -m sufu_tui.reading docs`."""

from __future__ import annotations

import sys
from pathlib import Path

from sufu_tui.reading.fields import FILES
from sufu_tui.reading.reference import with_reference
from sufu_tui.reading.schema import schema_text


def main(docs: Path) -> None:
    """Write the schemas to `docs/schema`, and the tables into `docs/dossier-format.md`."""
    folder = docs / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        (folder / f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8", newline="\n")
    page = docs / "dossier-format.md"
    written = with_reference(page.read_text(encoding="utf-8"))
    page.write_text(written, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(*sys.argv[1:2]))
