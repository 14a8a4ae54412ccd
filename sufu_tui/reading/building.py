"""Builder of the dossier from checked rows. Nothing here can fail: all faults have been reported before.

The rows of figures are used up: there may be very many, and both at once would take much memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sufu_tui.dossier.cover import NO_COVER, Cover
from sufu_tui.dossier.edtf import Precision
from sufu_tui.dossier.entity_kinds import OwnKind
from sufu_tui.dossier.model import (
    Area,
    Dossier,
    Entity,
    Event,
    Metric,
    Observation,
    Paragraph,
    Quote,
    Ref,
    Section,
    Source,
    Unit,
)
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.dossier.source_reading import PartBeginning, Waiver
from sufu_tui.dossier.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sufu_tui.dossier.model import SourceRef
from sufu_tui.reading.tables import TomlRow


def build(files: Mapping[str, TomlRow], quantities: Mapping[str, Quantity]) -> Dossier:
    """Return the dossier of the root rows `files`; `quantities` are the metrics' by id."""
    root = files["dossier"]
    values, cover = root.values, root.row("cover")
    return Dossier(
        id=values["id"],
        version=values["version"],
        date=values["date"],
        languages=values["languages"],
        title=values["title"],
        short=values["short"],
        sources=tuple(_source(row) for row in root.rows("source")),
        areas=tuple(Area(**row.values) for row in root.rows("area")),
        units=tuple(Unit(**row.values) for row in root.rows("unit")),
        sections=tuple(
            _section(row, number) for number, row in enumerate(files["narrative"].rows("section"), start=1)
        ),
        metrics=tuple(_metric(row, quantities) for row in files["metrics"].rows("metric")),
        events=tuple(_event(row) for row in files["timeline"].rows("event")),
        tallies=tuple(Tally(**row.values) for row in root.rows("tally")),
        own_kinds=tuple(OwnKind(**row.values) for row in root.rows("kind")),
        entities=tuple(Entity(**row.values) for row in files["entities"].rows("entity")),
        cover=Cover(**cover.values) if cover else NO_COVER,
    )


def _source(row: TomlRow) -> Source:
    values = {name: value for name, value in row.values.items() if name not in ("beginning", "waiver")}
    return Source(
        **values,
        beginnings=tuple(PartBeginning(**beginning.values) for beginning in row.rows("beginning")),
        waivers=tuple(Waiver(**waiver.values) for waiver in row.rows("waiver")),
    )


def _section(row: TomlRow, number: int) -> Section:
    values = row.values
    paragraphs = tuple(Paragraph(**paragraph.values) for paragraph in row.rows("paragraph"))
    return Section(
        id=values["id"],
        number=number,
        heading=values["heading"],
        short=values["short"],
        source=values["source"],
        paragraphs=paragraphs,
        figures=values.get("figures"),
        quotes=tuple(_quote(quote.values, values["source"], paragraphs) for quote in row.rows("quote")),
    )


def _quote(values: Mapping[str, Any], source: SourceRef, paragraphs: Sequence[Paragraph]) -> Quote:
    """Return a quotation; without a place it follows the first paragraph that links its speaker."""
    last = len(paragraphs) - 1
    if "after" in values:
        after = min(values["after"] - 1, last)
    else:
        speaker = Ref("entity", values["speaker"])
        after = next((place for place, one in enumerate(paragraphs) if _links(one, speaker)), last)
    return Quote(**{"source": source, **values, "after": after})


def _links(paragraph: Paragraph, ref: Ref) -> bool:
    return any(span.ref == ref for spans in paragraph.text.versions.values() for span in spans)


def _metric(row: TomlRow, quantities: Mapping[str, Quantity]) -> Metric:
    earlier_rows = row.rows("observation")
    values = row.take()
    return Metric(
        id=values["id"],
        label=values["label"],
        area=values["area"],
        section=values["section"],
        latest=_observation(values, quantities[values["id"]]),
        earlier=tuple(
            _observation(
                earlier.values,
                Quantity(
                    earlier.values["value"],
                    values["unit"],
                    earlier.values.get("qualifier", Qualifier.EXACT),
                ),
            )
            for earlier in earlier_rows
        ),
        note=values.get("note"),
        formula=values.get("formula"),
        tally=values.get("tally"),
        part_of=values.get("part-of", ()),
        overlaps=values.get("overlaps", ()),
        reckoning=values.get("reckoning"),
    )


def _observation(values: Mapping[str, Any], quantity: Quantity) -> Observation:
    return Observation(
        quantity,
        values["source"],
        values.get("printed"),
        values.get("period"),
        values.get("occurrence"),
        values.get("translation"),
    )


def _event(row: TomlRow) -> Event:
    values = dict(row.values)
    date = values["date"]
    values.setdefault("kind", "span" if date.precision is Precision.INTERVAL else "point")
    return Event(**values)
