"""Dossiers that every test may use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sufu_tui.dossier.model import Dossier
from sufu_tui.reading.loading import read, shipped_folder

_DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def shipped() -> Dossier:
    """The dossier that comes with the program."""
    dossier = read(shipped_folder()).dossier
    assert dossier is not None
    return dossier


@pytest.fixture(scope="session")
def minimal() -> Dossier:
    """A dossier with one or two of everything, in zh-Hant and en."""
    dossier = read(_DATA / "minimal").dossier
    assert dossier is not None
    return dossier


@pytest.fixture
def minimal_folder(tmp_path: Path) -> Path:
    """A copy of the minimal dossier that the test may break."""
    return Path(shutil.copytree(_DATA / "minimal", tmp_path / "minimal"))
