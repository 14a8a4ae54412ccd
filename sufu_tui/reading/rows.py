"""Checked rows from parsed documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.reading.fields import FILES
from sufu_tui.reading.findings import Report
from sufu_tui.reading.tables import Tables, TomlRow
from sufu_tui.reading.values import Values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sufu_tui.dossier.localized import Language
    from sufu_tui.reading.documents import Document


def root_rows(
    documents: Mapping[str, Document], report: Report, progress: Callable[[float], None] | None = None
) -> Mapping[str, TomlRow]:
    """Return the root row of every file that is TOML; `dossier` comes first and declares the languages.

    `progress` is called with the share of all tables that has been checked, from 0 to 1.
    """
    files: dict[str, TomlRow] = {}
    languages: tuple[Language, ...] | None = None
    contents = {name: documents[name].content if name in documents else None for name in FILES}
    on_row = _counter(contents, progress) if progress else None
    for name, table in FILES.items():
        content = contents[name]
        if content is None:
            continue
        if name == "dossier":
            languages = _declared(content)
        files[name] = Tables(name, report, Values(name, report, languages), on_row).row(table, content)
    return files


def _counter(
    contents: Mapping[str, Mapping[str, object] | None], progress: Callable[[float], None]
) -> Callable[[], None]:
    """Return a callback for each checked table that reports to `progress` every 256 tables."""
    arrays = (value for content in contents.values() if content for value in content.values())
    total = max(1, sum(len(value) for value in arrays if isinstance(value, list)))
    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        if done % 256 == 0:
            progress(min(done / total, 1))

    return count


def _declared(content: Mapping[str, object]) -> tuple[Language, ...] | None:
    """Return the languages that the dossier declares, if that key is in order."""
    silent = Report()
    field = FILES["dossier"].by_name["languages"]
    languages: tuple[Language, ...] | None = Values("dossier", silent, None).converter(field)(
        content.get("languages"), ()
    )
    return None if silent.problems else languages
