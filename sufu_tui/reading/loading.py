"""A folder of TOML files to a dossier, or to everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.reading.building import build
from sufu_tui.reading.consistency import check_consistency
from sufu_tui.reading.derivation import derive
from sufu_tui.reading.documents import Document, open_documents
from sufu_tui.reading.fields import FILES, FORMAT
from sufu_tui.reading.findings import Finding, Report, Severity, UnreadableDossier, locate
from sufu_tui.reading.references import check_references
from sufu_tui.reading.tables import Row, Tables
from sufu_tui.reading.values import Values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sufu_tui.dossier.localized import Language
    from sufu_tui.dossier.model import Dossier

__all__ = ["Reading", "UnreadableDossier", "read", "shipped_folder"]


class Reading(NamedTuple):
    """What reading a folder gave: the dossier, unless an error is among the findings."""

    dossier: Dossier | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that keep the dossier from being shown."""
        return tuple(found for found in self.findings if found.severity is Severity.ERROR)


def read(folder: Path) -> Reading:
    """Read the dossier in `folder` and check all of it.

    Raises:
        UnreadableDossier: there is nothing that could be checked.

    """
    report = Report()
    documents = open_documents(folder, report)
    _require_format(documents["dossier"])
    files = _rows(documents, report)
    check_references(files, report)
    metrics = files["metrics"].rows("metric") if "metrics" in files else ()
    quantities = derive(metrics, report)
    check_consistency(files, report)
    dossier = None if report.failed else build(files, quantities)
    if not report.problems:
        return Reading(dossier, ())
    texts = {name: document.text for name, document in documents.items()}
    return Reading(dossier, locate(report.problems, texts, folder))


def shipped_folder() -> Path:
    """Return the folder of the dossier that comes with the program."""
    package = Path(__file__).parent.parent
    installed = package / "data" / "suzhou-fuyang"
    return installed if installed.is_dir() else package.parent / "data" / "suzhou-fuyang"


def _require_format(document: Document) -> None:
    if document.content is None:
        return
    version = document.content.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version != FORMAT:
        # A number that long is no version of anything; do not print it.
        shown = str(version) if abs(version) < 10**9 else "…"
        file = f"{document.name}.toml"
        raise UnreadableDossier("unsupported-format", file=file, format=shown, supported=str(FORMAT))


def _rows(documents: Mapping[str, Document], report: Report) -> Mapping[str, Row]:
    """Return the root row of every file that is TOML; `dossier` comes first and says the languages."""
    files: dict[str, Row] = {}
    languages: tuple[Language, ...] | None = None
    for name, table in FILES.items():
        content = documents[name].content if name in documents else None
        if content is None:
            continue
        if name == "dossier":
            languages = _declared(content)
        files[name] = Tables(name, report, Values(name, report, languages)).row(table, content)
    return files


def _declared(content: Mapping[str, object]) -> tuple[Language, ...] | None:
    """Return the languages that the dossier declares, if that key is in order."""
    silent = Report()
    field = FILES["dossier"].by_name["languages"]
    languages: tuple[Language, ...] | None = Values("dossier", silent, None).converter(field)(
        content.get("languages"), ()
    )
    return None if silent.problems else languages
