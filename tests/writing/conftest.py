"""Records of any dossier."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier
from sufu_tui.languages.catalogue import load
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.writing.records import ItemRecords


@pytest.fixture(scope="session")
def records_of() -> Callable[[Dossier, Language], ItemRecords]:
    """Make the records of a dossier in a language."""

    def records(dossier: Dossier, language: Language = "en") -> ItemRecords:
        return ItemRecords(dossier, load(language), DossierIndexes(dossier, language))

    return records
