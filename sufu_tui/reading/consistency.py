"""Consistency checks: faults of values together that each on its own would allow."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.percent import counts_hundredths
from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.reading.field_shapes import Shape
from sufu_tui.reading.findings import Report, TomlSpot
from sufu_tui.reading.prints.printed_numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from sufu_tui.dossier.model import Span
    from sufu_tui.reading.tables import TomlRow


_LONGEST = 12
"""Characters of a number without end in a finding."""


def check_consistency(files: Mapping[str, TomlRow], report: Report) -> None:
    """Report printed figures that differ from their value, and texts that differ in their links."""
    percents = _percents(files)
    for root in files.values():
        in_percent = False
        for row in root.walk():
            if row.table.name == "metric":
                in_percent = row.values.get("unit") in percents  # of its observations as well
            if "printed" in row.values and "value" in row.values:
                _check_printed(row, report, in_percent=in_percent)
            if row.table.name == "event" and "date" in row.values:
                _check_event(row, report)
            if row.table.name == "section":
                _check_quotes(row, report)
            for name, value in row.values.items():
                if row.table.by_name[name].shape is Shape.PROSE and isinstance(value, Localized):
                    _check_links(row, name, value, report)


def _percents(files: Mapping[str, TomlRow]) -> set[str]:
    """Return the ids of the units that count hundredths, as far as units are without faults."""
    units = [row.values for row in files["dossier"].rows("unit")] if "dossier" in files else []
    return {
        unit["id"] for unit in units if "id" in unit and counts_hundredths(unit["id"], unit.get("pattern"))
    }


def _check_printed(row: TomlRow, report: Report, *, in_percent: bool) -> None:
    printed: str = row.values["printed"]
    value: Decimal = row.values["value"]
    spot = TomlSpot(row.file, (*row.path, "printed"))
    found = numbers(printed)
    if not found:
        report.warning(spot, "printed-unreadable", text=printed)
        return
    matching = [number for number in found if number.says(value, in_percent=in_percent)]
    if not matching:
        read = ", ".join(
            dict.fromkeys(_plain(read) for number in found for read in number.read(in_percent=in_percent))
        )
        report.error(spot, "printed-differs", text=printed, read=read, value=f"{value:f}")
        return
    _check_qualifier(row, printed, [number.qualifiers_of(value) for number in matching], report)


def _plain(value: Decimal) -> str:
    """Return a number in digits, of one without end the first."""
    text = f"{value:f}"
    if "." not in text:
        return text
    return f"{text[:_LONGEST]}…" if len(text) > 2 * _LONGEST else text.rstrip("0").rstrip(".")


def _check_qualifier(row: TomlRow, printed: str, stated: list[tuple[Qualifier, ...]], report: Report) -> None:
    if "qualifier" in row.given and "qualifier" not in row.values:
        return
    qualifier: Qualifier = row.values.get("qualifier", Qualifier.EXACT)
    if any(
        qualifier in qualifiers or (not qualifiers and qualifier is Qualifier.EXACT) for qualifiers in stated
    ):
        return
    spot = TomlSpot(row.file, (*row.path, "qualifier" if "qualifier" in row.values else "printed"))
    found = next((qualifiers[0].value for qualifiers in stated if qualifiers), None)
    if found is None:
        report.warning(spot, "qualifier-unprinted", text=printed, qualifier=qualifier.value)
    else:
        report.warning(spot, "qualifier-differs", text=printed, printed=found, qualifier=qualifier.value)


def _check_event(row: TomlRow, report: Report) -> None:
    date = row.values["date"]
    if date.earliest is None and date.latest is None:
        report.error(TomlSpot(row.file, (*row.path, "date")), "timeless-date", text=date.text)


def _check_quotes(row: TomlRow, report: Report) -> None:
    """Report quotations that are to follow a paragraph beyond the last."""
    of = len(row.rows("paragraph"))
    for quote in row.rows("quote"):
        if quote.values.get("after", 0) > of:
            spot = TomlSpot(quote.file, (*quote.path, "after"))
            report.error(spot, "no-such-paragraph", number=quote.values["after"], of=of)


def _check_links(row: TomlRow, name: str, prose: Localized[tuple[Span, ...]], report: Report) -> None:
    """Warn of a version whose links differ from the first one's, unless it has a fault of its own."""
    links = {
        language: sorted(span.ref for span in spans if span.ref is not None)
        for language, spans in prose.versions.items()
    }
    first = next(iter(links))
    for language, refs in links.items():
        if refs == links[first] or report.knows(row.file, (*row.path, name)):
            continue
        path = (*row.path, name, language)
        expected, targets = Counter(links[first]), Counter(refs)
        for ref in expected - targets:
            report.warning(TomlSpot(row.file, path), "link-missing", text=ref, language=language, other=first)
        for ref in targets - expected:
            spot = TomlSpot(row.file, path, needle=str(ref))
            report.warning(spot, "link-added", text=ref, language=language, other=first)
