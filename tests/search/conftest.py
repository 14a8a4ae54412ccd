"""A tiny dossier to search."""

from pathlib import Path

import pytest

from sufu_tui.dossier.model import Dossier
from sufu_tui.reading.loading import read


@pytest.fixture(scope="session")
def tiny() -> Dossier:
    """Two sections, five metrics, four events and one entity, in zh-Hant and en."""
    dossier = read(Path(__file__).parents[1] / "data" / "tiny").dossier
    assert dossier is not None
    return dossier
