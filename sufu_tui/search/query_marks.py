"""Query marks: what of any text a query marks, the one place that decides it.

Words are marked as they were typed, and with them what they were found as: a figure or a date in any
writing, a name in any language where it was typed in another one or as pinyin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sufu_tui.dossier.edtf_date import EdtfDate
from sufu_tui.languages.date_parsing import parse_human_date
from sufu_tui.query.text_folding import Folded, TextFolder, joined
from sufu_tui.search.number_phrases import NumberPhrase, UnitNames
from sufu_tui.search.text_figures import TextFigures
from sufu_tui.search.word_scan import WantedWord

_MOST_MARKS = 100
"""Marks of a text: more than a line shows."""
_MOST_SEARCHED = 100_000
"""Characters of a text in which matches are marked: of one without end those at its beginning."""
_WHOLE = 20_000
"""Characters up to which all matches of a text are marked; of a longer one those around the first."""
_SLICE = 4_000
"""Characters that are folded at once."""
_MOST_KEPT = 2_000
"""Texts whose marks are kept: many more than a screen shows."""
_DAY_BEFORE = re.compile(r"[0-9]{1,2}(?:[日号])?(?: ?- ?| to | or | and |[至到或])$")
_LONGEST_DAY = 8
"""Characters of a day before a date that has the month of both, with what joins them."""
_JOINT = re.compile(r" ?(?:to|and|or|[至到或和-]) ?")

Marks = tuple[tuple[int, int], ...]
"""Positions of what matched in a text, in order and apart."""

Spans = Iterator[tuple[int, int]]


class MarkedPart(NamedTuple):
    """Part of a query: its words, with the number or the times that they say: several without a year."""

    words: tuple[WantedWord, ...]
    phrase: NumberPhrase | None = None
    times: tuple[EdtfDate, ...] = ()


class MarkedThing(NamedTuple):
    """Thing that some parts of a query, by their numbers, were found to mean: its names in every language."""

    names: tuple[WantedWord, ...]
    parts: frozenset[int]


class MarkedQuery(NamedTuple):
    """Query as it is to be marked."""

    parts: tuple[MarkedPart, ...] = ()
    things: tuple[MarkedThing, ...] = ()


def joined_marks(queries: Iterable[MarkedQuery]) -> MarkedQuery:
    """Return what alternatives mark as one."""
    parts: list[MarkedPart] = []
    things: list[MarkedThing] = []
    for query in queries:
        shift = len(parts)
        parts += query.parts
        things += (
            thing._replace(parts=frozenset(number + shift for number in thing.parts))
            for thing in query.things
        )
    return MarkedQuery(tuple(parts), tuple(things))


class TextMarks(NamedTuple):
    """Marks of a text, and how many parts of the query stand in it."""

    marks: Marks
    parts: int


class QueryMarks:
    """Finder of what a query marks in a text."""

    def __init__(
        self, query: MarkedQuery, folder: TextFolder, units: UnitNames, text_figures: TextFigures
    ) -> None:
        self._query = query
        self._folder = folder
        self._units = units
        self._text_figures = text_figures
        self._kept: dict[str, TextMarks] = {}

    @property
    def parts(self) -> int:
        """Number of the parts that a text may have."""
        return len(self._query.parts)

    def of(self, text: str) -> Marks:
        """Return where what was asked for stands in a text, as written."""
        return self.in_text(text).marks

    def in_text(self, text: str) -> TextMarks:
        """Return the marks of a text, and how much of the query they are."""
        known = self._kept.get(text)
        if known is None:
            known = self._found(self._folded(text))
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[text] = known
        return known

    def _found(self, folded: Folded) -> TextMarks:
        spans: set[tuple[int, int]] = set()
        parts: set[int] = set()
        for number, part in enumerate(self._query.parts):
            found = set(self._of_part(part, folded.text))
            spans |= found
            parts |= {number} if found else set()
        for thing in self._query.things:
            found = {span for name in thing.names for span in name.spans(folded.text)}
            spans |= found
            parts |= thing.parts if found else set()
        return TextMarks(tuple(islice(_apart(spans, folded), _MOST_MARKS)), len(parts))

    def _folded(self, text: str) -> Folded:
        """Return a text folded, one without end up to its first match."""
        if len(text) <= _SLICE:
            return self._folder.fold(text)
        parts: list[Folded] = []
        words = [word for part in self._query.parts for word in part.words]
        words += [name for thing in self._query.things for name in thing.names]
        for start in range(0, min(len(text), _MOST_SEARCHED), _SLICE):
            parts.append(self._folder.fold(text[start : start + _SLICE]))
            if len(text) > _WHOLE and any(word.stands_in(parts[-1].text) for word in words):
                break
        return joined(parts)

    def _of_part(self, part: MarkedPart, text: str) -> Spans:
        """Yield what a part marks: its words, and its number and its time in any writing.

        Of several words that say a number or a time none stands for it alone.
        """
        if len(part.words) == 1 or not (part.phrase or part.times):
            for word in part.words:
                yield from word.spans(text)
            yield from self._of_value(part, text)
            return
        whole = set(_side_by_side(part.words, text)) | set(self._of_value(part, text))
        if not whole and all(word.stands_in(text) for word in part.words):
            whole = {span for word in part.words for span in word.spans(text)}
        yield from whole

    def _of_value(self, part: MarkedPart, text: str) -> Spans:
        if part.phrase is not None:
            yield from self._of_number(part.phrase, text)
        if part.times:
            yield from self._of_times(part.times, text)

    def _of_number(self, phrase: NumberPhrase, text: str) -> Spans:
        """Yield the numbers that say the same, in units that were named if any were."""
        for number in self._text_figures.numbers(text):
            if not any(phrase.is_said_by(value) for value in number.values):
                continue
            if phrase.units is None:
                yield number.start, number.end
            elif stretch := self._units.stretch_of(phrase.units, text, number.start, number.end):
                yield stretch

    def _of_times(self, times: Sequence[EdtfDate], text: str) -> Spans:
        """Yield the dates that lie within one of `times`; the two ends of a stretch are one."""
        last: tuple[int, int] | None = None
        for start, end in self._text_figures.times(text):
            before = _DAY_BEFORE.search(text, max(0, start - _LONGEST_DAY), start)
            starts = (start,) if before is None else (before.start(), start)
            begin = next(
                (one for one in starts if any(_lies_within(text[one:end], time) for time in times)), None
            )
            if begin is None:
                continue
            if last is not None and _JOINT.fullmatch(text, last[1], begin):
                last = last[0], end
                continue
            if last is not None:
                yield last
            last = begin, end
        if last is not None:
            yield last


def _apart(spans: Iterable[tuple[int, int]], folded: Folded) -> Spans:
    """Yield spans of a folded text in the text as written; those that touch or overlap are one."""
    start = end = -1
    for first, last in sorted(spans):
        if end < 0 or folded.place(first) > end:
            if end >= 0:
                yield start, end
            start = folded.place(first)
        end = max(end, folded.place(last - 1) + 1)
    if end >= 0:
        yield start, end


def _side_by_side(words: Sequence[WantedWord], text: str) -> Spans:
    """Yield where words stand one after the other."""
    pattern = " ?".join(re.escape(word.text) for word in words)
    for found in re.finditer(rf"(?<![a-z0-9]){pattern}(?![a-z0-9])" if pattern.isascii() else pattern, text):
        yield found.span()


def _lies_within(written: str, time: EdtfDate) -> bool:
    """Return whether a date as it is written lies within a time; without a year it may be of that."""
    least, most = time.sort_key
    known = [end for end in (time.earliest, time.latest) if end is not None]
    date = parse_human_date(written.strip(), sum(known) / len(known) if known else 0.0)
    return date is not None and least <= date.sort_key[0] and date.sort_key[1] <= most
