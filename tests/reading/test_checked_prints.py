"""A decline can be written down, and a print that cannot be read never keeps a dossier shut."""

from __future__ import annotations

from pathlib import Path

import pytest

from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.reading.loading import read


def _codes(folder: Path, value: str, printed: str, qualifier: str | None = None) -> list[str]:
    metrics = folder / "metrics.toml"
    text = metrics.read_text(encoding="utf-8")
    text = text.replace(
        'value = 5\nunit = "visit"\nprinted = "互訪5次"',
        f'value = {value}\nunit = "visit"\nprinted = "{printed}"'
        + (f'\nqualifier = "{qualifier}"' if qualifier else ""),
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


@pytest.mark.parametrize(
    ("printed", "value", "true"),
    [
        ("fell by more than 12", "-12", "under"),
        ("down nearly 12", "-12", "over"),
        ("a decline of at least 12", "-12", "under"),
        ("下降超過12次", "-12", "under"),
        ("减少不到12次", "-12", "over"),
        ("減少12次以上", "-12", "under"),
        ("下降約12次", "-12", "about"),
        ("下降12次", "-12", "exact"),
        ("虧損超過12次", "-12", "under"),
        ("虧損超過12次", "12", "over"),
        ("跌幅不到12次", "-12", "over"),
        ("跌幅不到12次", "12", "under"),
        ("a deficit of nearly 12", "12", "nearly"),
        ("超過-12", "-12", "over"),
        ("less than -12", "-12", "under"),
    ],
)
def test_of_a_decline_the_qualifier_passes_that_is_true_of_the_value(
    minimal_folder: Path, printed: str, value: str, true: str
) -> None:
    original = (minimal_folder / "metrics.toml").read_bytes()
    passing = []
    for qualifier in Qualifier:
        (minimal_folder / "metrics.toml").write_bytes(original)
        if _codes(minimal_folder, value, printed, qualifier.value) == []:
            passing.append(qualifier.value)
    assert passing == [true]
