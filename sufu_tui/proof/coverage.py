"""Coverage: every figure of a source's text with the claims or the waiver that account for it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.proof.normal_text import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sufu_tui.dossier.source_reading import Waiver
    from sufu_tui.proof.claims import Claim
    from sufu_tui.proof.source_text import SourceText, TextPart
    from sufu_tui.reading.prints.running_text import TextFigure


class FigureCover(NamedTuple):
    """Figure of a text, where it stands as written, and the claims or the waiver that cover it.

    `text` is the figure in half width, with the measure word after it. Nothing covers an unclaimed one.
    """

    figure: TextFigure
    span: TextSpan
    text: str
    part: TextPart | None
    claims: tuple[Claim, ...] = ()
    waiver: Waiver | None = None

    @property
    def is_unclaimed(self) -> bool:
        """True if neither a claim nor a waiver covers it."""
        return not self.claims and self.waiver is None


class Coverage(NamedTuple):
    """Number of figures of a text, and how many of them are claimed, waived or neither."""

    numbers: int
    claimed: int
    waived: int
    unclaimed: int

    @property
    def share(self) -> float:
        """Share of the figures that are accounted for, from 0 to 1."""
        return 1 - self.unclaimed / self.numbers if self.numbers else 1.0


class CoverIndex:
    """Spans of the text with what covers them; answers what covers all of a figure."""

    def __init__(
        self, covers: Iterable[tuple[TextSpan, Claim]], waived: Iterable[tuple[TextSpan, Waiver]]
    ) -> None:
        """Index the spans as written of claims and of waivers."""
        self._claims = sorted(covers, key=lambda cover: cover[0])
        self._starts = [span.start for span, _ in self._claims]
        self._longest = max((span.end - span.start for span, _ in self._claims), default=0)
        self._waived = sorted(waived, key=lambda cover: cover[0])
        self._waived_starts = [span.start for span, _ in self._waived]
        self._longest_waived = max((span.end - span.start for span, _ in self._waived), default=0)

    def claims(self, span: TextSpan) -> tuple[Claim, ...]:
        """Return the claims that together cover all of `span`; none if a part of it stays bare."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        touching = [cover for cover in self._claims[first:last] if cover[0].end > span.start]
        at = span.start
        for one, _ in touching:
            if one.start <= at:
                at = max(at, one.end)
        return tuple({id(claim): claim for _, claim in touching}.values()) if at >= span.end else ()

    def waiver(self, span: TextSpan) -> Waiver | None:
        """Return the first waiver whose words hold all of `span`."""
        first = bisect_left(self._waived_starts, span.start - self._longest_waived)
        last = bisect_left(self._waived_starts, span.start + 1)
        return next((waiver for one, waiver in self._waived[first:last] if one.covers(span)), None)


def waived_spans(text: SourceText, waivers: Sequence[Waiver]) -> Iterator[tuple[TextSpan, Waiver]]:
    """Yield the places as written of the words of each of `waivers`, in its part if it has one."""
    for waiver in waivers:
        part = text.parts[waiver.part] if waiver.part is not None else None
        for place in text.occurrences(waiver.words, part):
            yield text.written(place), waiver
