"""File of a source's text, for the explorer: one that was given, or one of the dossier's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.reading.source_texts import SourceTextError, source_text, source_text_within

if TYPE_CHECKING:
    from pathlib import Path

    from sufu_tui.dossier.model import Dossier
    from sufu_tui.explorer.background.proving import SourceReader, SourceReading
    from sufu_tui.languages.catalogue import Catalogue


def source_reader(given: str | None, folder: Path, dossier: Dossier) -> SourceReader | None:
    """Return what reads the text of the file `given`, or of the one in `folder` that the dossier names.

    None where there is neither. A file that was given is read here and now; raise SourceTextError where
    it is no text.
    """
    if given is not None:
        text = source_text(given)
        return lambda _: _reading(text)
    name = next((source.text for source in dossier.sources if source.text is not None), None)
    return None if name is None else lambda words: _reading_within(folder, name, words)


def _reading(text: str | None, fault: str = "") -> SourceReading:
    from sufu_tui.explorer.background.proving import SourceReading  # with the explorer, which asks

    return SourceReading(text, fault)


def _reading_within(folder: Path, name: str, words: Catalogue) -> SourceReading:
    try:
        return _reading(source_text_within(folder, name))
    except SourceTextError as problem:
        return _reading(None, problem.sentence(words))
