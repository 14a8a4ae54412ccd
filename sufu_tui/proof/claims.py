"""Claims: what a dossier says that a source prints, and what holding each against the text came to."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sufu_tui.dossier.edtf_date import EdtfDate
    from sufu_tui.dossier.model import Dossier, Metric, Ref, Section, SourceRef
    from sufu_tui.dossier.quantity import Quantity
    from sufu_tui.dossier.source_reading import Waiver
    from sufu_tui.proof.normal_text import TextSpan


class Verdict(str, Enum):
    """Verdict on a claim. All that was looked at has one of the first six; what was not is `NOT_CHECKED`."""

    FOUND = "found"
    """Words that stand in their part, once."""
    FOUND_AT = "found-at"
    """Words that stand in their part several times."""
    READS_OTHERWISE = "reads-otherwise"
    """Words instead of which others stand there, or that those around them make something else of."""
    ELSEWHERE = "elsewhere"
    """Words that stand in another part only."""
    NOT_FOUND = "not-found"
    WAIVED = "waived"
    """Words that are not in the text, and the dossier says why."""
    NOT_CHECKED = "not-checked"
    """Figure that the dossier computes, or words of another source."""


SOUND = frozenset({Verdict.FOUND, Verdict.FOUND_AT})
"""Verdicts of claims that the text bears out."""
WRONG = frozenset({Verdict.READS_OTHERWISE, Verdict.ELSEWHERE, Verdict.NOT_FOUND})
"""Verdicts of claims that the text does not bear out."""

HintCode = Literal[
    "reads",
    "qualified",
    "unqualified",
    "value",
    "date",
    "vaguer",
    "finer",
    "script",
    "no-occurrence",
    "which",
    "short",
    "parts",
    "no-words",
    "reason",
    "derived",
    "other-source",
]


class Hint(NamedTuple):
    """Reason of a verdict, or a doubt about it: `code` names the sentence.

    `text` is what stands there (of `parts`, their names), `meant` a qualifier or date, `of` how many places.
    """

    code: HintCode
    text: str = ""
    meant: str = ""
    of: int = 0


class Statement(NamedTuple):
    """Printed words of an item with the place that it cites, and what it takes them for.

    `field` is the key in the dossier's files: `printed`, `observation.2.printed`, of a section
    `quote.1.printed`, or `formula` of a figure that is computed. A quotation stands after a `paragraph`
    of its section, from 0.
    """

    ref: Ref
    field: str
    printed: str
    place: SourceRef
    occurrence: int | None = None
    quantity: Quantity | None = None
    date: EdtfDate | None = None
    paragraph: int | None = None


class Claim(NamedTuple):
    """Statement of a dossier with its verdict.

    `span` is where it stands in the text as written, or what stands there instead; `mentions` are all
    places of its words that it accounts for: of a name every one in the text, of a figure or date the
    one that it cites. Of the `of` places in its part it is the `occurrence`-th.
    """

    statement: Statement
    verdict: Verdict
    span: TextSpan | None = None
    mentions: tuple[TextSpan, ...] = ()
    occurrence: int | None = None
    of: int = 0
    hint: Hint | None = None
    waiver: Waiver | None = None

    @property
    def ref(self) -> Ref:
        """Address of the item that claims it."""
        return self.statement.ref

    @property
    def is_wrong(self) -> bool:
        """True if the text does not bear it out."""
        return self.verdict in WRONG


def statements(dossier: Dossier) -> Iterator[Statement]:
    """Yield what figures, events, entities and quotations say is printed, in this order."""
    for metric in dossier.metrics:
        yield from _of_metric(metric)
    for event in dossier.events:
        yield Statement(event.ref, "printed", event.printed, event.source, event.occurrence, date=event.date)
    for entity in dossier.entities:
        yield Statement(entity.ref, "printed", entity.printed, entity.source, entity.occurrence)
    for section in dossier.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[Statement]:
    for number, quote in enumerate(section.quotes, 1):
        field = f"quote.{number}.printed"
        place = quote.source, quote.occurrence
        yield Statement(section.ref, field, quote.printed, *place, paragraph=quote.after)


def _of_metric(metric: Metric) -> Iterator[Statement]:
    for number, observation in enumerate((metric.latest, *metric.earlier)):
        field = f"observation.{number}.printed" if number else "printed"
        if observation.printed is None:
            formula = metric.formula.text if metric.formula else ""
            yield Statement(metric.ref, "formula", formula, observation.source)
        else:
            yield Statement(
                metric.ref,
                field,
                observation.printed,
                observation.source,
                observation.occurrence,
                observation.quantity,
            )
