"""Preview: the first items of a large dossier, shown while all of it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Kind, Ref
from sufu_tui.reading.building import build
from sufu_tui.reading.chunked_toml import cuts
from sufu_tui.reading.derivation import derive
from sufu_tui.reading.documents import Document, parsed
from sufu_tui.reading.fields import FILES
from sufu_tui.reading.findings import Report
from sufu_tui.reading.rows import root_rows
from sufu_tui.reading.sizes import ARRAYS, LARGE, is_large

if TYPE_CHECKING:
    from pathlib import Path

    from sufu_tui.dossier.model import Dossier, LocalizedProse
    from sufu_tui.reading.tables import TomlRow

_SHOWN = 64 * 1024  # bytes of each large file: more items than a screen has rows


def preview(folder: Path) -> Dossier | None:
    """Return the first items of the dossier in `folder`; None where it is small, or has faults so far.

    Nothing is reported: reading the whole dossier finds the faults. Links to items not read are dropped.
    """
    try:
        if not is_large(folder):
            return None
        report = Report()
        documents = {name: Document(name, parsed(name, _beginning(folder, name), report)) for name in FILES}
        files = root_rows(documents, report)
    except (OSError, ValueError):
        return None
    if report.failed or len(files) < len(FILES):
        return None
    quantities = derive(files["metrics"].rows("metric"), Report())
    known = [row for row in files["metrics"].rows("metric") if row.values.get("id") in quantities]
    return _linked(build({**files, "metrics": _with_rows(files["metrics"], "metric", known)}, quantities))


def _beginning(folder: Path, name: str) -> str:
    path = folder / f"{name}.toml"
    if name not in ARRAYS or path.stat().st_size <= LARGE:
        return path.read_text(encoding="utf-8-sig")
    with path.open("rb") as file:
        data = file.read(2 * _SHOWN)
    # The second slice begins with a table; the text after it may be cut anywhere.
    start, end = next(cuts(data, ARRAYS[name], _SHOWN))
    return data[start:end].decode("utf-8-sig")


def _with_rows(root: TomlRow, name: str, rows: list[TomlRow]) -> TomlRow:
    return root._replace(values={**root.values, name: tuple(rows)})


def _linked(dossier: Dossier) -> Dossier:
    """Return `dossier` without the links to items that are not read yet."""
    from dataclasses import replace

    def known(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        return tuple(ref for ref in refs if dossier.find(ref) is not None)

    def known_one(kind: Kind, item_id: str) -> bool:
        return dossier.find(Ref(kind, item_id)) is not None

    def known_metrics(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(metric_id for metric_id in ids if known_one("metric", metric_id))

    def prose(text: LocalizedProse) -> LocalizedProse:
        return Localized(
            {
                language: tuple(
                    span if span.ref is None or dossier.find(span.ref) else span._replace(ref=None)
                    for span in spans
                )
                for language, spans in text.versions.items()
            }
        )

    return replace(
        dossier,
        sections=tuple(
            section._replace(
                paragraphs=tuple(
                    paragraph._replace(text=prose(paragraph.text)) for paragraph in section.paragraphs
                ),
                figures=section.figures and known_metrics(section.figures),
                quotes=tuple(
                    quote
                    for quote in section.quotes
                    if dossier.find(Ref("entity", quote.speaker)) is not None
                ),
            )
            for section in dossier.sections
        ),
        metrics=tuple(
            metric._replace(
                note=metric.note and prose(metric.note),
                part_of=known_metrics(metric.part_of),
                overlaps=known_metrics(metric.overlaps),
                reckoning=None,  # what it needs may not be read, and nothing has checked it
            )
            for metric in dossier.metrics
        ),
        events=tuple(
            event._replace(text=event.text and prose(event.text), links=known(event.links))
            for event in dossier.events
        ),
        entities=tuple(
            entity._replace(text=entity.text and prose(entity.text), links=known(entity.links))
            for entity in dossier.entities
        ),
        cover=dossier.cover._replace(
            figures=known_metrics(dossier.cover.figures),
            events=tuple(one for one in dossier.cover.events if known_one("event", one)),
            names=tuple(one for one in dossier.cover.names if known_one("entity", one)),
        ),
    )
