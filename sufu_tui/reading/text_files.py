"""Text files: whether the texts that a dossier names for its sources can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.reading.findings import Report, TomlSpot
from sufu_tui.reading.source_texts import SourceTextError, source_text_within

if TYPE_CHECKING:
    from pathlib import Path

    from sufu_tui.reading.tables import TomlRow


def check_source_texts(dossier: TomlRow, folder: Path, report: Report) -> None:
    """Warn of each source whose text is no file of `folder` in plain UTF-8.

    Nothing but the text itself depends on it: the dossier is shown without, so it is no error.
    """
    for row in dossier.rows("source"):
        if "text" not in row.values:
            continue
        try:
            source_text_within(folder, row.values["text"])
        except SourceTextError as problem:
            spot = TomlSpot(row.file, (*row.path, "text"))
            report.warning(spot, "source-text", fault=problem.code, **problem.values)
