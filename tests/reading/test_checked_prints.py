"""A decline can be written down, and a print that cannot be read never keeps a dossier shut."""

from __future__ import annotations

from pathlib import Path

import pytest

from sufu_tui.reading.loading import read


def _codes(folder: Path, value: str, printed: str) -> list[str]:
    metrics = folder / "metrics.toml"
    text = metrics.read_text(encoding="utf-8")
    text = text.replace(
        'value = 5\nunit = "visit"\nprinted = "互訪5次"',
        f'value = {value}\nunit = "visit"\nprinted = "{printed}"',
    )
    metrics.write_text(text, encoding="utf-8")
    return [finding.code for finding in read(folder).findings]


@pytest.mark.parametrize("printed", ["-5", "−5", "負5", "minus 5", "(5)", "減少5次"])
def test_a_negative_value_is_sound_with_its_sign(minimal_folder: Path, printed: str) -> None:
    assert _codes(minimal_folder, "-5", printed) == []


def test_a_decline_is_no_positive_value(minimal_folder: Path) -> None:
    assert _codes(minimal_folder, "3.2", "下降3.2%") == ["printed-differs"]


@pytest.mark.parametrize("printed", ["數十次", "±5", "dozens", "五六次", "若干"])
def test_what_cannot_be_read_is_a_warning(minimal_folder: Path, printed: str) -> None:
    assert _codes(minimal_folder, "5", printed) == ["printed-unreadable"]
    assert read(minimal_folder).dossier is not None
