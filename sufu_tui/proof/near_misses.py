"""Near misses: what stands in a part instead of printed words that are not there."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from sufu_tui.proof.normal_text import TextSpan, normal_form
from sufu_tui.proof.whole_words import whole
from sufu_tui.reading.prints.running_text import NUMERAL_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sufu_tui.reading.prints.running_text import TextFigure

_ALIKE = 0.5
_MOST_CANDIDATES = 400
"""Candidates that are compared: a part with thousands of figures would take seconds for each claim."""


class NearMisses:
    """Finder of words like given ones, in the normal text `text` with its `figures`."""

    def __init__(self, text: str, figures: Sequence[TextFigure]) -> None:
        self._text = text
        self._figures = figures

    def nearest(self, printed: str, part: TextSpan, claimed: Iterable[TextSpan] = ()) -> TextSpan | None:
        """Return the place in `part` that is most like `printed`, rather not one among `claimed`.

        None where nothing is alike: half of its characters, in order. No word or number is cut by it.
        """
        words = normal_form(printed)
        taken = set(claimed)
        best: tuple[float, TextSpan] | None = None
        for span in self._candidates(words, part):
            likeness = SequenceMatcher(None, words, self._text[span.start : span.end], autojunk=False).ratio()
            likeness -= 0.1 if any(span.covers(one) or one.covers(span) for one in taken) else 0
            if likeness >= _ALIKE and (best is None or likeness > best[0]):
                best = likeness, span
        return whole(self._text, best[1], part) if best else None

    def _candidates(self, words: str, part: TextSpan) -> Iterator[TextSpan]:
        """Yield spans of the part as long as `words` about each figure, or about each half of a name."""
        numeral = next((place for place, mark in enumerate(words) if mark in NUMERAL_CHARACTERS), None)
        if numeral is not None:
            yield from self._about_figures(words, numeral, part)
        yield from self._about_halves(words, part)

    def _about_figures(self, words: str, numeral: int, part: TextSpan) -> Iterator[TextSpan]:
        last = max(place for place, mark in enumerate(words) if mark in NUMERAL_CHARACTERS)
        before, after = numeral, len(words) - last - 1
        tail = words[last + 1 : last + 2]
        within = [figure for figure in self._figures if part.start <= figure.start < part.end]
        alike = [figure for figure in within if not tail or self._text.startswith(tail, figure.end)]
        for figure in (alike or within)[:_MOST_CANDIDATES]:
            head = self._text[max(part.start, figure.start - before) : figure.start]
            shared = len(head) if words.startswith(head) else 0
            yield TextSpan(figure.start - shared, min(part.end, figure.end + (after if alike else 0)))

    def _about_halves(self, words: str, part: TextSpan) -> Iterator[TextSpan]:
        half = (len(words) + 1) // 2
        if half < 2 and len(words) < 3:
            return
        for piece, offset in ((words[:half], 0), (words[half:], half), (words[1:], 1), (words[:-1], 0)):
            at, found = part.start, 0
            while piece and found < _MOST_CANDIDATES and (at := self._text.find(piece, at, part.end)) >= 0:
                start = max(part.start, at - offset)
                yield TextSpan(start, min(part.end, start + len(words)))
                at, found = at + 1, found + 1


class ScriptVariants:
    """Text in one Chinese script, to find in it what is printed in another; folded when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    def place(self, printed: str, part: TextSpan) -> TextSpan | None:
        """Return the first place in `part` of `printed` in other characters for the same words."""
        words = normal_form(printed).translate(self._variants)
        start = self._folded.find(words, part.start, part.end)
        return TextSpan(start, start + len(words)) if start >= 0 else None

    @cached_property
    def _variants(self) -> dict[int, str]:
        from sufu_tui.query.text_folding import script_variants  # 3000 lines, for a text in another script

        return dict(script_variants())

    @cached_property
    def _folded(self) -> str:
        return self._text.translate(self._variants)
