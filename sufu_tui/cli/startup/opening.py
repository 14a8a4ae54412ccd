"""Opening of a command's dossier, with a sentence where it fails."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sufu_tui.dossier.model import Dossier
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.reading.sizes import is_large

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sufu_tui.cli.dossier_folder import DossierFolder
    from sufu_tui.explorer.background.dossier_loading import Loader
    from sufu_tui.reading.loading import Reading


def open_dossier(folder: DossierFolder, words: Catalogue) -> Dossier | None:
    """Return the dossier in `folder`.

    Where it cannot be shown, print the reason on standard error and return None.
    """
    from sufu_tui.reading.findings import UnreadableDossier
    from sufu_tui.reading.loading import read  # not needed where another process has read

    try:
        reading = read(folder.path, with_warnings=False)
    except UnreadableDossier as problem:
        print(words(f"error.{problem.code}", **problem.values), file=sys.stderr)
        return None
    if reading.dossier is None:
        print(_fault(reading, folder, words), file=sys.stderr)
    return reading.dossier


def open_beginning(
    folder: DossierFolder, words: Catalogue, meanwhile: Callable[[], None]
) -> tuple[Dossier | None, Loader | None]:
    """Return the dossier in `folder`, as `open_dossier` does.

    Of a large one only the beginning is returned, with the loader of all of it. `meanwhile` is called only
    while another process reads it.
    """
    from sufu_tui.cli.startup.forked_reader import read_in_fork

    large = is_large(folder.path)
    dossier = read_in_fork(lambda: _beginning(folder.path, large=large), meanwhile)
    if dossier is None and large:
        dossier = _beginning(folder.path, large=large)
    if dossier is None:  # only a reading here can report the fault
        return open_dossier(folder, words), None
    return dossier, _loader_of(folder, words) if large else None


def _beginning(folder: Path, *, large: bool) -> Dossier | None:
    """Return a small dossier, or the beginning of a large one; None where it has faults."""
    if large:
        from sufu_tui.reading.preview import preview

        return preview(folder)
    from sufu_tui.reading.loading import read

    return read(folder, with_warnings=False).dossier


def _loader_of(folder: DossierFolder, words: Catalogue) -> Loader:
    from sufu_tui.explorer.background.dossier_loading import LoadResult

    def load(progress: Callable[[float], None]) -> LoadResult:
        # Imported once the beginning is shown: it came from another process, which needed all this.
        from sufu_tui.reading.findings import UnreadableDossier
        from sufu_tui.reading.loading import read

        try:
            reading = read(folder.path, progress, with_warnings=False)
        except UnreadableDossier as problem:
            return LoadResult(None, words(f"error.{problem.code}", **problem.values))
        return LoadResult(reading.dossier, "" if reading.dossier else _fault(reading, folder, words))

    return load


def _fault(reading: Reading, folder: DossierFolder, words: Catalogue) -> str:
    from sufu_tui.reading.findings import sentence
    from sufu_tui.typesetting.safe_characters import harmless

    first = reading.errors[0]
    return words(
        "error.broken",
        number=len(reading.errors),
        place=harmless(f"{first.file}:{first.line}:{first.column}"),
        message=sentence(first, words),
        command=folder.command("check"),
    )
