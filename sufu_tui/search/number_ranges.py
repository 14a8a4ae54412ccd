"""Number ranges: "between 1 and 3 billion", 20-30 projects, 1億到20億 as a condition on values."""

from __future__ import annotations

from decimal import Decimal

from sufu_tui.query.filter import Filter
from sufu_tui.query.grammar import FilterError
from sufu_tui.reading.prints.printed_numbers import PrintedNumber, numbers
from sufu_tui.search.number_phrases import UnitNames
from sufu_tui.search.parsed_query import Query, Word

_BEFORE = frozenset(("", "between", "from", "介於", "介于", "從", "从", "在"))
_BETWEEN = frozenset(("-", "–", "—", "~", "～", "to", "and", "至", "到", "和", "與", "与"))
_COUNTED = frozenset(("個", "个", "之間", "之间"))


def ranged(question: Query, units: UnitNames) -> Query | None:
    """Return the question with the range that its words say as a condition; None where they say none."""
    text = " ".join(word.text for word in question.words)
    found = numbers(text) if not any(word.is_quoted for word in question.words) else ()
    if len(found) != 2 or text[: found[0].start].strip().lower() not in _BEFORE:
        return None
    first, last = found
    between, rest = text[first.end : last.start].strip().lower(), text[last.end :].strip()
    most, dash = last.values[0], text[last.start : last.end][:1]
    if dash in {"-", "–"} and not between:  # it is no minus
        between, most = dash, abs(most)
    least = _in_scale(first.values[0], last, text)
    if between not in _BETWEEN or not least <= most:
        return None
    terms = [f"value>={least:f}", f"value<={most:f}"]
    if rest and units.named(rest) is not None:
        terms.append(f'unit:"{rest}"')
        rest = ""
    words = () if rest in _COUNTED or not rest else tuple(map(Word, rest.split()))
    try:
        condition = Filter.parse(f"{question.condition.text} {' '.join(terms)}")
    except FilterError:
        return None
    return question._replace(words=words, condition=condition)


def _in_scale(first: Decimal, last: PrintedNumber, text: str) -> Decimal:
    """Return the first number in the scale of the last one, which it has not of its own: 1 and 3 billion."""
    digits = text[last.start : last.end].lstrip("-–").split(" ")[0]
    bare = numbers(digits.rstrip("千百萬万億亿"))
    if len(bare) != 1 or not bare[0].values[0] or first > bare[0].values[0]:
        return first
    return first * (abs(last.values[0]) / bare[0].values[0])
