"""Opens the dossier of a command, or says in a sentence why it cannot."""

from __future__ import annotations

import sys
from pathlib import Path

from sufu_tui.dossier.model import Dossier
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.reading.findings import UnreadableDossier, sentence
from sufu_tui.reading.loading import read, shipped_folder


def open_dossier(folder: Path | None, words: Catalogue) -> Dossier | None:
    """Return the dossier in `folder` (None: the shipped one).

    Where it cannot be shown, say why on standard error and return None.
    """
    try:
        reading = read(folder or shipped_folder())
    except UnreadableDossier as problem:
        print(words(f"error.{problem.code}", **problem.values), file=sys.stderr)
        return None
    if reading.dossier is None:
        first = reading.errors[0]
        place = f"{first.file}:{first.line}:{first.column}"
        print(
            words("error.broken", number=len(reading.errors), place=place, message=sentence(first, words)),
            file=sys.stderr,
        )
    return reading.dossier
