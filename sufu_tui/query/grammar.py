"""Grammar and parser of filter expressions, with the place of a fault.

`word "two words" -word field:value value>=10億 a | b`: terms beside each other must all hold, `|` parts
alternatives, `-` before a term negates it. Full-width forms are the same as ASCII ones, and so are the
quotation marks that an input method types.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Union, get_args
from unicodedata import normalize

from sufu_tui.dossier.edtf import EdtfDate, EdtfError
from sufu_tui.dossier.edtf import parse as parse_date
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter_fields import FIELDS
from sufu_tui.query.kind_names import NAMES_OF_KINDS, kinds_named

Comparison = Literal["<", "<=", "=", "!=", ">=", ">"]

COMPARE: Mapping[Comparison, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}

_NONE = frozenset({"none", "無", "无"})
"""Values of a date field that ask for what has no date."""

_YES_NO: Mapping[str, bool] = {"yes": True, "no": False, "是": True, "否": False}

_SCALES: Mapping[str, int] = {
    "": 0, "k": 3, "thousand": 3, "千": 3, "萬": 4, "万": 4, "million": 6, "m": 6, "百萬": 6, "百万": 6,
    "千萬": 7, "千万": 7, "億": 8, "亿": 8, "billion": 9, "bn": 9, "trillion": 12, "萬億": 12, "万亿": 12,
}  # fmt: skip
_APART = "|".join(sorted((scale for scale in _SCALES if scale not in {"", "k", "m"}), key=len, reverse=True))
"""Scales that may stand apart from their number, as in `10 億`; a letter alone may well be a word."""

ComparedName = Literal["value", "mentions"]
COMPARED: tuple[ComparedName, ...] = get_args(ComparedName)
"""Names of the numbers that can be compared."""


def _in_any_form(word: str) -> str:
    """Return a pattern of a word in small and capital letters, full-width ones included."""
    forms = ((letter, letter.upper(), chr(ord(letter) + 0xFEE0)) for letter in word)
    return "".join(f"[{small}{capital}{wide}{chr(ord(wide) - 0x20)}]" for small, capital, wide in forms)


_SIGN = "[<>＜＞][=＝]?|[!！][=＝]|[=＝≤≥≠]"
TOKEN = re.compile(
    rf"""(?P<blank>\s*)(?:(?P<or>[|｜])
    |(?P<minus>[-－])
    |(?P<value>(?P<compared>{"|".join(map(_in_any_form, COMPARED))})(?:[:：]|(?=\s*(?:{_SIGN})))
        \s*(?P<sign>{_SIGN})?
        \s*(?P<number>[^\s|｜]*(?:\s+(?i:{_APART})(?=[\s|｜]|$))?))
    |(?:(?P<field>[A-Za-zＡ-Ｚａ-ｚ]+)[:：])
        (?:["＂“”](?P<quoted_value>[^"＂“”]*)["＂“”]|「(?P<cornered_value>[^」]*)」|(?P<field_value>[^\s|｜"]*))
    |["＂“”](?P<quoted>[^"＂“”]*)["＂“”]
    |「(?P<cornered>[^」]*)」
    |(?P<open_quote>["＂“”「])
    |(?P<word>[^\s|｜"＂“”]+))""",
    re.VERBOSE,
)
"""Pattern of a term, a bar or a minus, with the blanks before it."""
_NUMBER = re.compile(r"([+-]?\d[\d,]*(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)\s*(\D*)")
_SIGNS = str.maketrans({"＜": "<", "＞": ">", "＝": "=", "！": "!", "≤": "<=", "≥": ">=", "≠": "!="})


class FilterError(ValueError):
    """Error of an expression that cannot be parsed.

    `code` is `open-quote`, `nothing-negated`, `nothing-beside-or`, `unknown-field`, `empty-value`, `number`,
    `date`, `no-date`, `stretch`, `yes-no` or `choice`; the fault is at `offset`, `length` characters long;
    `text` stands there, `hint` is a correction, and `choices` are the possible values where they are few.
    The text before `begun` is right.
    """

    def __init__(
        self,
        code: str,
        offset: int,
        length: int,
        text: str = "",
        hint: str = "",
        *,
        choices: Sequence[str] = (),
        begun: int = 0,
    ) -> None:
        super().__init__(f"{code} at {offset}")
        self.code = code
        self.offset = offset
        self.length = length
        self.text = text
        self.hint = hint
        self.choices = choices
        self.begun = begun


def fault_text(fault: FilterError, words: Catalogue) -> str:
    """Return the fault of an expression as a sentence, with a correction if there is one."""
    sentence = words(
        f"filter.{fault.code}", text=fault.text, choices=words("show.list-separator").join(fault.choices)
    )
    return sentence + (words("filter.did-you-mean", hint=fault.hint) if fault.hint else "")


@dataclass(frozen=True, slots=True)
class WordTerm:
    """Text that stands anywhere in the item."""

    text: str


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """Field with a value; dates, stretches of time, and yes or no are parsed."""

    name: str
    value: str | bool | EdtfDate


@dataclass(frozen=True, slots=True)
class ValueTerm:
    """Comparison of a number: the value in its base unit, or how often a name is mentioned."""

    sign: Comparison
    number: Decimal
    name: ComparedName = "value"


@dataclass(frozen=True, slots=True)
class NotTerm:
    """Negation of a term."""

    term: Term


Term = Union[WordTerm, FieldTerm, ValueTerm, NotTerm]
Expression = tuple[tuple[Term, ...], ...]
"""Alternatives, each of terms that must all hold. No alternatives at all: everything."""


_FAR_APART = (0.0, 36_525.0)
"""Days a century apart: a date that depends on the day at hand says no year."""


def parse(text: str, own_kinds: Sequence[str] = ()) -> Expression:
    """Parse an expression; raise FilterError where it is none. A blank one is empty.

    `own_kinds` are kinds of entities that a dossier declares itself.
    """
    alternatives: list[tuple[Term, ...]] = []
    terms: list[Term] = []
    negated = False
    begun: int | None = None
    position, end = 0, len(text.rstrip())
    while position < end:
        match = TOKEN.match(text, position)
        if match is None:  # pragma: no cover  every character begins a token
            raise FilterError("open-quote", position, 1)
        begun = match.end("blank") if begun is None else begun
        position = match.end()
        if match["or"]:
            if not terms:
                raise FilterError("nothing-beside-or", match.start("or"), 1, begun=begun)
            alternatives.append(tuple(terms))
            terms = []
        elif match["minus"]:
            if position == end or text[position].isspace() or text[position] in "|｜":
                raise FilterError("nothing-negated", match.start("minus"), 1, begun=begun)
            negated = not negated
            continue
        else:
            try:
                term = _term(match, own_kinds)
            except FilterError as error:
                error.begun = begun
                raise
            terms.append(NotTerm(term) if negated else term)
            negated = False
        begun = None
    if terms:
        alternatives.append(tuple(terms))
    elif alternatives:
        raise FilterError("nothing-beside-or", end - 1, 1, begun=end - 1)
    return tuple(alternatives)


def settled(text: str, fault: FilterError) -> str:
    """Return the part of `text` before the faulty term: an expression in itself."""
    return text[: fault.begun].rstrip().removesuffix("|").removesuffix("｜").rstrip()


def _term(match: re.Match[str], own_kinds: Sequence[str]) -> Term:
    if match["open_quote"]:
        raise FilterError("open-quote", match.start("open_quote"), 1)
    if match["value"]:
        sign = (match["sign"] or "=").translate(_SIGNS)
        name = normalize("NFKC", match["compared"]).casefold()
        return ValueTerm(sign, _number(match), name)  # type: ignore[arg-type]  # the pattern has no others
    if match["field"]:
        return _field(match, own_kinds)
    return WordTerm(next(text for text in match.group("quoted", "cornered", "word") if text is not None))


def _number(match: re.Match[str]) -> Decimal:
    written, offset = match["number"], match.start("number")
    if not written:
        raise FilterError("empty-value", match.start("value"), len(match["value"]), match["value"])
    text = normalize("NFKC", written)
    found = _NUMBER.fullmatch(text)
    if found is None or found[2].strip().casefold() not in _SCALES:
        raise FilterError("number", offset, len(written), written, _number_within(text))
    return Decimal(found[1].replace(",", "")).scaleb(_SCALES[found[2].strip().casefold()])


def _number_within(text: str) -> str:
    """Return the number that `text` begins with where only a unit follows it (`66.4億元`)."""
    found = _NUMBER.match(text)
    if found is None or not (found[2].isalpha() and found[0] == text):
        return ""
    scale = max((scale for scale in _SCALES if found[2].casefold().startswith(scale)), key=len)
    return "" if scale in {"k", "m"} else found[1] + scale  # `5kg` is not five thousand


def _field(match: re.Match[str], own_kinds: Sequence[str]) -> Term:
    name = normalize("NFKC", match["field"]).casefold()
    groups = ("quoted_value", "cornered_value", "field_value")
    group = next(group for group in groups if match[group] is not None)
    value, offset = match[group], match.start(group)
    if name not in FIELDS:
        raise FilterError("unknown-field", match.start("field"), len(name), name, _nearest(name, FIELDS))
    if not value:
        raise FilterError("empty-value", match.start("field"), len(name) + 1, f"{name}:")
    values = FIELDS[name].values
    if values in {"date", "stretch"}:
        return _date_term(name, value, offset)
    if values == "yes-no":
        if value.casefold() not in _YES_NO:
            raise FilterError("yes-no", offset, len(value), value)
        return FieldTerm(name, _YES_NO[value.casefold()])
    if values != "text":
        values = (*values, *own_kinds) if name == "kind" else values
        beginning = normalize("NFKC", value).casefold()
        if not any(choice.startswith(beginning) for choice in values):
            if name == "kind" and (kind := _kind_named(beginning)):
                return FieldTerm(name, kind)
            hint = _nearest(beginning, values)
            raise FilterError("choice", offset, len(value), value, hint, choices=values)
    return FieldTerm(name, value)


def _kind_named(text: str) -> str | None:
    """Return the kind that a reader calls `text`, as the filter has it; None where it has none."""
    known = {"entity": "name", **{kind: kind for kind in FIELDS["kind"].values}}
    named = kinds_named(text) & known.keys()
    return next((known[kind] for kind in NAMES_OF_KINDS if kind in named), None)


def _date_term(name: str, value: str, offset: int) -> Term:
    if FIELDS[name].values == "stretch":
        return FieldTerm(name, _stretch(value, offset))
    if value.casefold() in _NONE:
        return NotTerm(FieldTerm("has", "period"))
    try:
        return FieldTerm(name, parse_date(normalize("NFKC", value)))
    except EdtfError as error:
        raise FilterError("date", offset, len(value), value, error.hint or "") from error


def _stretch(value: str, offset: int) -> EdtfDate:
    """Parse a date as people write it; one without a year is none, since there is no year at hand."""
    from sufu_tui.languages.date_parsing import parse_human_date  # its patterns: few filters ask for them

    plain = normalize("NFKC", value).strip()
    date, other = (parse_human_date(plain, near) for near in _FAR_APART)
    if date is None or other is None:
        raise FilterError("no-date", offset, len(value), value)
    if date.text != other.text:
        raise FilterError("stretch", offset, len(value), value)
    return date


def _nearest(text: str, choices: Iterable[str]) -> str:
    from difflib import get_close_matches  # only to help after a mistake

    return next(iter(get_close_matches(text, list(choices), 1)), "")
