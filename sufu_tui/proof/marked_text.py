"""Marked text: the text of a source as flowing text, with the places of its claims and unclaimed figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.model import Ref
from sufu_tui.typesetting.flow import Block, Run
from sufu_tui.typesetting.safe_characters import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sufu_tui.proof.claims import Claim
    from sufu_tui.proof.coverage import FigureCover
    from sufu_tui.proof.normal_text import TextSpan
    from sufu_tui.proof.proof import Proof

WRONG_STYLE = "wrong"
"""Style of words that the dossier claims to be others."""
UNCLAIMED_STYLE = "unclaimed"
"""Style of figures that nothing claims."""


class MarkedPlace(NamedTuple):
    """Words of the text that stand out: those of a `claim`, or an unclaimed `figure`.

    `links` are the numbers of the links that they consist of, `start` and `end` their place in the normal
    text.
    """

    start: int
    end: int
    links: range
    claim: Claim | None = None
    figure: FigureCover | None = None

    @property
    def ref(self) -> Ref | None:
        """Item that claims the words."""
        return None if self.claim is None else self.claim.ref


class _Mark(NamedTuple):
    """Span of the normal text with the style of its words and the item that claims them."""

    start: int
    end: int
    style: str
    ref: Ref | None

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """Rank among the marks of the same words: what is wrong first, then claims, then few words."""
        return self.style != WRONG_STYLE, self.ref is None, self.end - self.start


class MarkedText:
    """Text that `proof` is about, as blocks: its paragraphs, in which all that stands out is a link.

    Its characters are those of the text as written, its line breaks those of a paragraph's end alone, a run
    of blanks is one. Words of several claims are a link to the one with the fewest words; each claim knows
    all links of its words.
    """

    def __init__(self, proof: Proof) -> None:
        self.proof = proof
        normal = proof.text.normal
        self._shown = normal.as_written(proof.text.text)
        self._link_starts: list[int] = []
        self._paragraphs: list[int] = []  # where each block begins in the normal text
        self.blocks: tuple[Block, ...] = tuple(self._set_paragraphs())
        """Paragraphs; the number of each is its anchor."""
        told = [claim for claim in proof.claims if claim.span]
        self.claims: Sequence[MarkedPlace] = sorted(
            (self._place(claim.span, claim=claim) for claim in told if claim.span), key=lambda one: one[:2]
        )
        """Place of each claim that has one, from first to last."""
        self.unclaimed: Sequence[MarkedPlace] = [self._place(one.span, figure=one) for one in proof.unclaimed]
        """Figures that nothing claims, from first to last."""
        self._first_of = self._first_places()

    def of(self, ref: Ref) -> MarkedPlace | None:
        """Return the place of an item's first claim, one that the text bears out if there is any."""
        return self._first_of.get(ref)

    def at_link(self, link: int) -> MarkedPlace | None:
        """Return the place that has the `link`: of several the one with the fewest words."""
        start = self._link_starts[link] if 0 <= link < len(self._link_starts) else -1
        found = (one for one in (*self.claims, *self.unclaimed) if one.start <= start < one.end)
        place = min(found, key=lambda one: (one.claim is None, one.end - one.start), default=None)
        return place or self._mention(link)

    def number_of(self, place: MarkedPlace) -> int | None:
        """Return the number of a place among the claims or the unclaimed figures, from 0."""
        every = self.claims if place.claim is not None else self.unclaimed
        first = bisect_left(every, place.start, key=lambda one: one.start)
        last = bisect_right(every, place.start, key=lambda one: one.start)
        return next((number for number in range(first, last) if every[number] == place), None)

    def paragraph_of(self, part: str) -> int | None:
        """Return the number of the paragraph that begins a part; None where there is no such part."""
        found = self.proof.text.parts.get(part)
        if found is None or found.span.start == found.span.end:
            return None
        return max(0, bisect_right(self._paragraphs, found.normal.start) - 1)

    def _first_places(self) -> Mapping[Ref, MarkedPlace]:
        found: dict[Ref, MarkedPlace] = {}
        for place in sorted(self.claims, key=lambda one: one.claim is not None and one.claim.is_wrong):
            if place.ref is not None:
                found.setdefault(place.ref, place)
        return found

    def _mention(self, link: int) -> MarkedPlace | None:
        """Return the place of a further mention of a name."""
        if not 0 <= link < len(self._link_starts):
            return None
        start = self._link_starts[link]
        for claim in self.proof.claims_at(self.proof.text.normal.written(start, start + 1).start):
            for span in claim.mentions:
                place = self._place(span, claim=claim)
                if place.start <= start < place.end:
                    return place
        return None

    def _place(
        self, span: TextSpan, *, claim: Claim | None = None, figure: FigureCover | None = None
    ) -> MarkedPlace:
        start, end = self._in_normal(span)
        links = range(bisect_left(self._link_starts, start), bisect_left(self._link_starts, end))
        return MarkedPlace(start, end, links, claim, figure)

    def _in_normal(self, span: TextSpan) -> tuple[int, int]:
        normal = self.proof.text.normal
        start = normal.place(span.start)
        return start, max(start, normal.place(span.end - 1) + 1)

    # Setting the text

    def _marks(self) -> Iterator[_Mark]:
        """Yield all that stands out, as it comes."""
        for claim in self.proof.claims:
            kind = WRONG_STYLE if claim.is_wrong else claim.ref.kind
            for span in dict.fromkeys((*claim.mentions, *((claim.span,) if claim.span else ()))):
                yield _Mark(*self._in_normal(span), kind, claim.ref)
        for figure in self.proof.unclaimed:
            yield _Mark(*self._in_normal(figure.span), UNCLAIMED_STYLE, None)

    def _set_paragraphs(self) -> Iterator[Block]:
        marks = sorted(self._marks())
        headings = {part.normal.start for part in self.proof.text.parts.values() if part.normal.start}
        following, open_marks, start = 0, list[_Mark](), 0
        for paragraph in self._shown.split("\n"):
            end = start + len(paragraph)
            while following < len(marks) and marks[following].start < end:
                open_marks.append(marks[following])
                following += 1
            if paragraph.strip():
                here = [mark for mark in open_marks if mark.end > start]
                plain = "topic" if start in headings else "body"
                number = len(self._paragraphs)
                self._paragraphs.append(start)
                yield Block(tuple(self._runs(here, start, end, plain)), space=bool(number), anchor=number)
            open_marks = [mark for mark in open_marks if mark.end > end]
            start = end + 1

    def _with_blanks(self, start: int, end: int) -> str:
        """Return the text from `start` to `end` with the blanks that the normal text leaves out within."""
        blanks = self.proof.text.normal.blanks
        places = blanks[bisect_right(blanks, start) : bisect_left(blanks, end)]
        return " ".join(self._shown[first:last] for first, last in pairwise((start, *places, end)))

    def _is_after_blank(self, place: int) -> bool:
        blanks = self.proof.text.normal.blanks
        return bisect_left(blanks, place) < bisect_right(blanks, place)

    def _runs(self, marks: Sequence[_Mark], start: int, end: int, plain: str) -> Iterator[Run]:
        """Yield the runs from `start` to `end`, where `marks`, in order, stand out."""
        inside = {place for mark in marks for place in mark[:2] if start < place < end}
        cuts = sorted({start, end, *inside})
        following, covering = 0, list[_Mark]()
        for first, last in pairwise(cuts):
            while following < len(marks) and marks[following].start <= first:
                covering.append(marks[following])
                following += 1
            covering = [mark for mark in covering if mark.end > first]
            if first > start and self._is_after_blank(first):
                yield Run(" ", plain)
            text = harmless(self._with_blanks(first, last))
            if not covering:
                yield Run(text, plain)
                continue
            self._link_starts.append(first)
            best = min(covering, key=lambda mark: mark.rank)
            yield Run(text, best.style, best.ref, is_stop=best.ref is None)
