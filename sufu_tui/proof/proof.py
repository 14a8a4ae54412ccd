"""Proof of a dossier against the text of its source: what each claim came to, and what nothing claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from sufu_tui.dossier.percent import counts_hundredths
from sufu_tui.proof.claims import SOUND, statements
from sufu_tui.proof.coverage import Coverage, CoverIndex, FigureCover, waived_spans
from sufu_tui.proof.source_text import SourceText
from sufu_tui.proof.verification import Verifier
from sufu_tui.reading.prints.running_text import figures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sufu_tui.dossier.model import Dossier, Ref, Source
    from sufu_tui.dossier.source_reading import Waiver
    from sufu_tui.proof.claims import Claim
    from sufu_tui.proof.normal_text import TextSpan
    from sufu_tui.reading.prints.running_text import TextFigure

_MEASURE = re.compile(
    "[多餘余]?(?:[個个]?小[時时]|[個个]月|人次|[周週]年|[億亿萬万]?元|[個个次家名人年月天座里期項项地市級级])"
)
"""Words that are shown with the number before them."""


class Proof:
    """Proof of `dossier` against `text`. All spans are places in `text.text`, the text as written."""

    def __init__(self, dossier: Dossier, text: SourceText) -> None:
        self.text = text
        found = figures(text.normal.text)
        verifier = Verifier(text, found, _percents(dossier))
        self.claims: tuple[Claim, ...] = verifier.claims(statements(dossier))
        waived = list(waived_spans(text, text.source.waivers))
        covers = [(span, claim) for claim in self.claims for span in claim.mentions]
        index = CoverIndex(covers, waived)
        self.figures: tuple[FigureCover, ...] = tuple(self._covered(figure, index) for figure in found)
        used = {id(figure.waiver) for figure in self.figures} | {id(claim.waiver) for claim in self.claims}
        self.unused_waivers: tuple[Waiver, ...] = tuple(
            waiver for waiver in text.source.waivers if id(waiver) not in used
        )

    def _covered(self, figure: TextFigure, index: CoverIndex) -> FigureCover:
        normal = self.text.normal.text
        span = self.text.normal.written(figure.start, figure.end)
        measure = _MEASURE.match(normal, figure.end)
        words = normal[figure.start : figure.end]
        claims = index.claims(span)
        return FigureCover(
            figure,
            span,
            words if figure.kind == "date" or not measure else words + measure[0],
            self.text.part_at(figure.start),
            claims,
            None if claims else index.waiver(span),
        )

    @cached_property
    def coverage(self) -> Coverage:
        """Number of figures, and how many of them are claimed, waived or neither."""
        claimed = sum(bool(figure.claims) for figure in self.figures)
        waived = sum(figure.waiver is not None for figure in self.figures)
        return Coverage(len(self.figures), claimed, waived, len(self.figures) - claimed - waived)

    @cached_property
    def unclaimed(self) -> tuple[FigureCover, ...]:
        """Figures of the text that neither a claim nor a waiver covers, in its order."""
        return tuple(figure for figure in self.figures if figure.is_unclaimed)

    @cached_property
    def wrong(self) -> tuple[Claim, ...]:
        """Claims that the text does not bear out."""
        return tuple(claim for claim in self.claims if claim.is_wrong)

    @property
    def is_sound(self) -> bool:
        """True if the text has its parts, bears out all claims, and has no figure that nothing claims."""
        lost = any(fault.code != "ambiguous" for fault in self.text.faults)
        return not (self.wrong or self.unclaimed or lost or self.text.is_the_one_read is False)

    def prepare(self) -> None:
        """Group the claims, for which the first question about an item would wait."""
        _ = self._by_ref

    def claims_of(self, ref: Ref) -> Sequence[Claim]:
        """Return the claims of the item at `ref`; none of a section, or of an item that is not there."""
        return self._by_ref.get(ref, ())

    def claims_at(self, place: int) -> Sequence[Claim]:
        """Return the claims whose words hold `place`, those with the fewest words first."""
        last = bisect_right(self._starts, place)
        holding = [(span, claim) for span, claim in self.marks[:last] if place < span.end]
        return tuple(claim for _, claim in sorted(holding, key=lambda mark: mark[0].end - mark[0].start))

    def figure_at(self, place: int) -> FigureCover | None:
        """Return the figure that holds `place`, or None."""
        found = bisect_right(self._figure_starts, place) - 1
        return self.figures[found] if found >= 0 and place < self.figures[found].span.end else None

    @cached_property
    def marks(self) -> Sequence[tuple[TextSpan, Claim]]:
        """Places of the text that claims account for, each with its claim, from first to last."""
        return sorted(
            ((span, claim) for claim in self.claims for span in claim.mentions), key=lambda mark: mark[0]
        )

    @cached_property
    def places(self) -> Sequence[tuple[TextSpan, Claim]]:
        """Place of each claim that the text bears out, with the claim, from first to last."""
        found = ((claim.span, claim) for claim in self.claims if claim.verdict in SOUND and claim.span)
        return sorted(found, key=lambda mark: mark[0])

    @cached_property
    def _by_ref(self) -> Mapping[Ref, Sequence[Claim]]:
        grouped: dict[Ref, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            grouped[claim.ref].append(claim)
        return grouped

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [span.start for span, _ in self.marks]

    @cached_property
    def _figure_starts(self) -> Sequence[int]:
        return [figure.span.start for figure in self.figures]


def prove(dossier: Dossier, text: str) -> Proof:
    """Return the proof of `dossier` against `text`, taken for the source that it is likeliest of.

    That is the source whose digest it has, else the one most of whose parts begin in it.
    """
    candidates = [SourceText(text, source) for source in dossier.sources]
    best = max(candidates, key=lambda one: (one.is_the_one_read is True, _share_begun(one)))
    return Proof(dossier, best)


def _share_begun(text: SourceText) -> float:
    """Return the share of a source's parts that were found by their patterns."""
    source: Source = text.source
    return 1 - len(text.faults) / len(source.parts) if source.beginnings else 0


def _percents(dossier: Dossier) -> frozenset[str]:
    """Return the ids of the units that count hundredths."""
    return frozenset(unit.id for unit in dossier.units if counts_hundredths(unit.id, unit.pattern))
