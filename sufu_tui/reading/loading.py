"""Loader: a folder of TOML files to a dossier, or to all findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.reading.building import build
from sufu_tui.reading.consistency import check_consistency
from sufu_tui.reading.derivation import derive
from sufu_tui.reading.documents import Document, open_documents, texts_of
from sufu_tui.reading.field_shapes import FORMAT
from sufu_tui.reading.findings import Finding, Report, Severity, UnreadableDossier
from sufu_tui.reading.references import check_references
from sufu_tui.reading.rows import root_rows
from sufu_tui.reading.tallies import check_tallies

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sufu_tui.dossier.model import Dossier

__all__ = ["Reading", "UnreadableDossier", "read"]


class Reading(NamedTuple):
    """Result of reading a folder: the dossier, unless an error is among the findings."""

    dossier: Dossier | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that keep the dossier from being shown."""
        return tuple(found for found in self.findings if found.severity is Severity.ERROR)


_PARSED = 0.4  # the share of parsing in the time that a large dossier takes


def read(
    folder: Path, progress: Callable[[float], None] | None = None, *, with_warnings: bool = True
) -> Reading:
    """Read the dossier in `folder` and check all of it.

    `progress` is called with the share done (0 to 1) if the dossier is large; it may raise to cancel.
    Without `with_warnings` the errors alone are looked for: who only shows a dossier reports no others.

    Raises:
        UnreadableDossier: nothing to check.

    """
    report = Report()
    documents = open_documents(folder, report, progress and (lambda done: progress(_PARSED * done)))
    _require_format(documents["dossier"])
    checked = progress and (lambda done: progress(_PARSED + (1 - _PARSED) * done))
    files = root_rows(documents, report, checked)
    check_references(files, report)
    metrics = files["metrics"].rows("metric") if "metrics" in files else ()
    quantities = derive(metrics, report)
    check_consistency(files, report)
    check_tallies(files, report)
    problems = report.problems
    if with_warnings:
        from sufu_tui.reading.contradictions import check_contradictions  # `check` alone tells of them
        from sufu_tui.reading.text_files import check_source_texts

        check_contradictions(files, quantities, report)
        if "dossier" in files:
            check_source_texts(files["dossier"], folder, report)
    else:
        problems = [problem for problem in problems if problem.severity is Severity.ERROR]
    dossier = None if report.failed else build(files, quantities)
    if not problems:
        return Reading(dossier, ())
    from sufu_tui.reading.positions import locate  # 3 ms that a dossier in order does not take

    return Reading(dossier, locate(problems, texts_of(folder, documents), folder))


def _require_format(document: Document) -> None:
    if document.content is None:
        return
    version = document.content.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version != FORMAT:
        # A number that long is no version of anything; do not print it.
        shown = str(version) if abs(version) < 10**9 else "…"
        file = f"{document.name}.toml"
        raise UnreadableDossier("unsupported-format", file=file, format=shown, supported=str(FORMAT))
