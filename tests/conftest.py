"""Dossiers that every test may use."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sufu_tui.dossier.model import Dossier
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

# No test touches what the explorer remembers for whoever runs it; here nothing can be kept.
os.environ["XDG_STATE_HOME"] = str(Path(os.devnull).absolute())

_DATA = Path(__file__).parent / "data"

# A slow machine is no failure. Where many depend on the outcome the examples are the same every time;
# everybody else looks for new ones.
settings.register_profile(
    "sufu", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("sufu")


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
