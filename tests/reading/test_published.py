"""The published schemas and the reference page say what the field tables say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from sufu_tui.reading.fields import FILES
from sufu_tui.reading.reference import with_reference
from sufu_tui.reading.schema import schema_text
from sufu_tui.reading.shipped import shipped_folder

_ROOT = Path(__file__).parents[2]
_DOCS = _ROOT / "docs"
_OUTDATED = "is outdated: python -m sufu_tui.reading docs"


def _schema(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(
        (_DOCS / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    )
    return content


@pytest.mark.parametrize("name", FILES)
def test_the_schema_is_the_generated_one(name: str) -> None:
    path = _DOCS / "schema" / f"{name}.schema.json"
    assert path.read_text(encoding="utf-8") == schema_text(name), f"{path.name} {_OUTDATED}"


def test_the_reference_is_the_generated_one() -> None:
    page = (_DOCS / "dossier-format.md").read_text(encoding="utf-8")
    assert page == with_reference(page), f"dossier-format.md {_OUTDATED}"


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no marks"):
        with_reference("# Nothing here\n")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "folder", [shipped_folder(), _ROOT / "tests" / "data" / "minimal"], ids=lambda path: path.name
)
def test_the_dossiers_are_valid_by_their_schemas(name: str, folder: Path) -> None:
    schema = _schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    text = (folder / f"{name}.toml").read_text(encoding="utf-8")
    errors = jsonschema.Draft202012Validator(schema).iter_errors(tomli.loads(text))
    assert [error.message for error in errors] == []
    directive = text.partition("\n")[0].removeprefix("#:schema ")
    assert (folder / directive).resolve() == _DOCS / "schema" / f"{name}.schema.json"


_FAULTS = tomli.loads((_ROOT / "tests" / "data" / "broken" / "faults.toml").read_text(encoding="utf-8"))[
    "fault"
]

# What one file shows by its shape alone. The rest takes other files, or more than a schema can say.
_SHAPE_CODES = (
    *(
        "wrong-type",
        "bad-id",
        "unquoted-date",
        "duplicate-member",
        "empty-list",
        "not-localized",
        "no-language",
    ),
    *("empty-text", "bad-part", "bad-url", "bad-unit-id", "bad-choice", "bad-pattern", "unknown-key"),
    *("unknown-language", "missing-key", "bad-place", "bad-link", "not-an-array-of-tables"),
    *(
        "bad-digest",
        "bad-file",
        "occurrence-out-of-range",
        "weight-out-of-range",
        "missing-alternative",
        "conflicting-key",
    ),
)


@pytest.mark.parametrize(
    "fault",
    [fault for fault in _FAULTS if fault["code"] in _SHAPE_CODES],
    ids=lambda fault: f"{fault['file']}-{fault['code']}-{fault['by'][:12]}",
)
def test_the_schemas_see_the_faults_of_shape(fault: dict[str, Any]) -> None:
    text = (_ROOT / "tests" / "data" / "minimal" / f"{fault['file']}.toml").read_text(encoding="utf-8")
    broken = tomli.loads(text.replace(fault["replace"], fault["by"], 1))
    assert not jsonschema.Draft202012Validator(_schema(fault["file"])).is_valid(broken)
