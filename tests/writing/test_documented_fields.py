"""The documentation of what leaves names every field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sufu_tui.writing.records import ENTITY_FIELDS, EVENT_FIELDS, METRIC_FIELDS, SECTION_FIELDS

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("part", "fields"),
    [
        ("Figures", METRIC_FIELDS),
        ("Events", EVENT_FIELDS),
        ("Sections", SECTION_FIELDS),
        ("Names", ENTITY_FIELDS),
    ],
)
def test_every_field_is_documented(part, fields):
    text = PAGE.partition(f"## {part}\n")[2].partition("\n## ")[0]
    assert set(fields) <= set(re.findall(r"`([a-z_]+)`", text))
