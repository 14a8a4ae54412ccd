"""Parts of a question: numbers and dates of several words as one, every other word by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from sufu_tui.dossier.days import from_day
from sufu_tui.dossier.edtf_date import EdtfDate
from sufu_tui.languages.date_parsing import parse_human_date
from sufu_tui.search.figures_found import TimePlaces
from sufu_tui.search.name_sounds import NameSounds, SoundPlaces
from sufu_tui.search.number_phrases import number_phrases
from sufu_tui.search.parsed_query import Query
from sufu_tui.search.query_marks import MarkedPart
from sufu_tui.search.searched import Searched
from sufu_tui.search.word_scan import WantedWord

_LONGEST_DATE = 9
"""Words of the longest date: from 8 December 2021, end unknown."""
_NO_TIME = TimePlaces(frozenset(), frozenset(), frozenset())
_MAY_BE_DATE = re.compile(
    r"[0-9]{3}|[0-9〇零一二三四五六七八九十元半季]+ ?[年月日季世紀]"
    r"|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|cent)"
)
_EARLY_YEAR = re.compile(r"[0-9]{1,3}年?")
_YEAR_DAYS = 365.2425
_MOST_YEARS = 6
"""Years, those nearest to the report, in which a date without a year is looked for."""


class QuestionPart(NamedTuple):
    """Part of a question: some of its words, and the places that have its number, its time or its sound."""

    marked: MarkedPart
    numbers: frozenset[int]
    time: TimePlaces
    sounds: SoundPlaces

    @property
    def words(self) -> tuple[WantedWord, ...]:
        """Words of the part."""
        return self.marked.words

    @property
    def figures(self) -> frozenset[int]:
        """Places that have its number, or are of its time."""
        return self.numbers | self.time.just | self.time.within


def question_parts(index: Searched, question: Query, sounds: NameSounds) -> list[QuestionPart]:
    """Return the parts of a question; words that stand nowhere are looked for by sound as well."""
    typed = [word.text for word in question.words]
    phrases = {(one.start, one.end): one for one in number_phrases(typed, index.units)}
    times = {(start, end): (dates, places) for start, end, dates, places in _times(typed, index)}
    spans = sorted({*phrases, *times}, key=lambda span: (span[0], -span[1]))
    parts: list[QuestionPart] = []
    position = 0
    while position < len(typed):
        quoted = (any(word.is_quoted for word in question.words[start:end]) for start, end in spans)
        wide = next(
            (end for (start, end), no in zip(spans, quoted, strict=True) if start == position and not no), 0
        )
        end = wide or position + 1
        words = tuple(word for word in map(index.wanted, question.words[position:end]) if word.text)
        if words:
            phrase = phrases.get((position, wide))
            dates, places = times.get((position, wide), ((), _NO_TIME))
            parts.append(
                QuestionPart(
                    MarkedPart(words, phrase, dates),
                    frozenset(() if phrase is None else index.figures.of_number(phrase)),
                    places,
                    _sounds(words, len(question.words), index, sounds),
                )
            )
        position = end
    return parts


def _sounds(words: Sequence[WantedWord], of: int, index: Searched, sounds: NameSounds) -> SoundPlaces:
    if of < 2 or len(words) != 1 or index.scan(words[0]).size:
        return SoundPlaces()
    return sounds.of_word(words[0].text)


def _times(
    words: Sequence[str], index: Searched
) -> Iterator[tuple[int, int, tuple[EdtfDate, ...], TimePlaces]]:
    """Yield the dates that `words` say, the longest from each first word on; none overlaps another."""
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST_DATE), start, -1):
            text = normalize("NFKC", " ".join(words[start:end]))
            dates = tuple(_dates(text, index)) if _MAY_BE_DATE.search(text) else ()
            if dates:
                places = index.figures.of_times(dates)
                # 21年 is twenty-one years, and hardly ever the year 21.
                is_early = _EARLY_YEAR.fullmatch(text)
                if is_early:
                    places, dates = places._replace(around=frozenset()), ()
                yield start, end, dates, places
                start = end
                break
        else:
            start += 1


def _dates(text: str, index: Searched) -> Iterator[EdtfDate]:
    """Yield the dates that a text says: one without a year is of any year in which there is something."""
    here = parse_human_date(text, index.near)
    if here is None:
        return
    if parse_human_date(text, index.near - 2 * _YEAR_DAYS) == here:
        yield here
        return
    year = from_day(int(index.near)).year
    years = sorted(index.figures.years, key=lambda one: abs(one - year))[:_MOST_YEARS]
    found = (parse_human_date(text, index.near + (one - year) * _YEAR_DAYS) for one in years)
    yield from dict.fromkeys(date for date in (here, *found) if date is not None)
