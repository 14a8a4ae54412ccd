"""Query of a search, parsed: words and quoted phrases, kinds of places, and terms of filters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple
from unicodedata import normalize

from sufu_tui.query.filter import Filter
from sufu_tui.query.filter_fields import FIELDS
from sufu_tui.query.grammar import FilterError
from sufu_tui.query.kind_names import NAMES_OF_KINDS, kinds_named

_LONGEST = 200
"""Characters of a query that are used: more is no query, but a pasted text."""

_SMALL = frozenset({
    "a", "about", "all", "an", "and", "are", "did", "do", "does", "find", "for", "from", "how",
    "in", "is", "me", "of", "on", "show", "tell", "that", "the", "to", "was", "were", "what", "which", "why",
    "whose", "with", "什麼", "什么", "什麼是", "什么是", "是什麼", "是什么", "關於", "关于", "有關", "有关",
    "哪些", "查", "找", "的", "一切", "的一切", "全部", "的全部", "所有", "所有的", "everything", "anything",
})  # fmt: skip
"""Words of a question that say nothing of what is asked for."""
_WHO = frozenset({"person", "organisation"})
_ASKING = {
    **dict.fromkeys(("who", "whom", "誰", "谁", "誰是", "谁是", "是誰", "是谁"), _WHO),
    **dict.fromkeys(
        ("where", "哪裡", "哪里", "在哪裡", "在哪里", "在哪", "何處", "何处"), frozenset({"place"})
    ),
    **dict.fromkeys(("when", "何時", "何时", "什麼時候", "什么时候", "哪天"), frozenset({"event"})),
    **dict.fromkeys(
        ("many", "much", "long", "far", "多少", "有多少", "多久", "多遠", "多远"), frozenset({"metric"})
    ),
}
"""Words of a question, with the kinds of the answer."""
_CHINESE_KINDS = {
    f"{joint}{name}": frozenset({kind})
    for kind, names in NAMES_OF_KINDS.items()
    for name in names
    for joint in ("的", "")
    if not name.isascii()
}
_ATTACHED = sorted(
    (
        *((word, frozenset[str]()) for word in (*_SMALL, *_ASKING) if not word.isascii() and len(word) > 1),
        *_CHINESE_KINDS.items(),
    ),
    key=lambda one: -len(one[0]),
)
"""Such words that may begin or end a Chinese one without a blank, with the kinds that they name."""
_SORTS = frozenset({"point", "span", "era"})
KIND_NAMES = tuple(kind for kind in NAMES_OF_KINDS if kind not in _SORTS)
"""Names of the kinds that a search can be narrowed to."""
_PLUS = re.compile(r"(?<=[0-9]) *[+＋] *(?=[A-Za-z0-9])")
_VALUE = (
    r"(?:(?i:value|mentions)\s*[:：]?\s*(?:[<>＜＞]\s*[=＝]?|[!！][=＝]|[=＝≤≥≠]|(?<=[:：]))|[<>＜＞≤≥][=＝]?)"
    r"\s*[^\s|｜]*[0-9０-９][^\s|｜]*"
    r"(?:\s+(?i:thousand|million|billion|trillion|bn)(?=[\s|｜]|$)|\s+[千百]?[萬万億亿](?=[\s|｜]|$))?"
)
_TOKEN = re.compile(
    rf"""\s*(?:(?P<or>[|｜](?=\s|$)(?<=\s.))
    |(?P<value>{_VALUE})
    |(?P<field>(?P<name>[A-Za-z]+)[:：](?:["＂“”][^"＂“”]*["＂“”]?|「[^」]*」?|[^\s]*))
    |(?P<minus>[-－](?=[^\s\d]))
    |["＂“”](?P<quoted>[^"＂“”]*)["＂“”]?
    |「(?P<cornered>[^」]*)」?
    |(?P<word>\S[^\s"＂“”「]*))""",
    re.VERBOSE,
)


class Word(NamedTuple):
    """Word or quoted phrase as typed."""

    text: str
    is_quoted: bool = False


class Query(NamedTuple):
    """Query: words that a place must have and must not have, its kinds if any are named, and a filter."""

    words: tuple[Word, ...] = ()
    unwanted: tuple[Word, ...] = ()
    kinds: frozenset[str] | None = None
    condition: Filter = Filter()

    @property
    def is_empty(self) -> bool:
        """True if it asks for nothing."""
        return not (self.words or self.kinds or self.condition)


class Queries(NamedTuple):
    """Alternatives of a query, and the fault of a filter's term in it, if any."""

    alternatives: tuple[Query, ...]
    fault: FilterError | None = None


def queries_of(query: str, own_kinds: Sequence[str] = ()) -> Queries:
    """Parse a query, of which the first 200 characters are used. It never fails: a fault is handed over.

    `own_kinds` are kinds of names that a dossier declares itself.
    """
    alternatives: list[Query] = []
    fault: FilterError | None = None
    for tokens in _alternatives(_PLUS.sub("+", normalize("NFC", query)[:_LONGEST])):
        words: list[Word] = []
        unwanted: list[Word] = []
        kinds: set[str] = set()
        terms: list[str] = []
        negated = False
        for token in tokens:
            if token["minus"]:
                negated = True
                continue
            if token["value"] or token["field"]:
                named = _kinds_named(token, own_kinds) if token["field"] else None
                if named and not negated:
                    kinds |= named
                elif token["value"] or (token["name"].casefold() in FIELDS and named is None):
                    terms.append(("-" if negated else "") + _term(token))
                else:
                    (unwanted if negated else words).append(Word(token[0].strip()))
            else:
                text = next(
                    (token[one] for one in ("quoted", "cornered", "word") if token[one] is not None), ""
                )
                text = text.strip() if token["word"] is None else text.rstrip("?？!！。") or text
                if text:
                    (unwanted if negated else words).append(Word(text, token["word"] is None))
            negated = False
        try:
            condition = Filter.parse(" ".join(terms), own_kinds)
        except FilterError as error:
            condition, fault = Filter(), error
        question = Query(tuple(words), tuple(unwanted), frozenset(kinds) or None, condition)
        if not question.is_empty:
            alternatives.append(question)
    return Queries(tuple(alternatives), fault)


def small_words() -> frozenset[str]:
    """Return words of a question that say nothing of what is asked for."""
    return _SMALL


def bare_questions(question: Query) -> tuple[Query, ...]:
    """Return the question without small words at its ends, first for the kinds that its words ask for.

    "who is Wu Qingwen" asks for Wu Qingwen, a person; a kind's name at an end is taken as one: "figures of
    2023". Nothing is returned where there are none.
    """
    words = list(question.words)
    kinds = set(question.kinds or ())
    asked: set[str] = set()
    for end in (0, -1):
        while words and (shorter := _without_small(words[end], end)) is not None:
            rest, named, answer = shorter
            words[end : end + 1 or None] = [rest] if rest is not None else []
            kinds |= named
            asked |= answer
    if not words or words == list(question.words):
        return ()
    bare = question._replace(words=tuple(words), kinds=frozenset(kinds) or None)
    return (bare._replace(kinds=frozenset(asked)), bare) if asked and not kinds else (bare,)


def _without_small(word: Word, end: int) -> tuple[Word | None, AbstractSet[str], AbstractSet[str]] | None:
    """Return what is left of a word at the beginning (`end` 0) or the end of a question without a small word.

    With it come the kinds that the small word names, and those that it asks for; None where there is none.
    """
    if word.is_quoted:
        return None
    text = normalize("NFKC", word.text).casefold()
    named = {kind for kind, names in NAMES_OF_KINDS.items() if {text, text.removesuffix("s")} & {*names}}
    if named or text in _SMALL or text in _ASKING:
        return None, named, _ASKING.get(text, frozenset())
    for small, kinds in _ATTACHED:
        if len(text) > len(small) and (text.endswith(small) if end else text.startswith(small)):
            rest = text.removesuffix(small) if end else text.removeprefix(small)
            return Word(rest), kinds, _ASKING.get(small, frozenset())
    return None


def _kinds_named(token: re.Match[str], own_kinds: Sequence[str]) -> frozenset[str] | None:
    """Return the kinds of a token `kind:name`; none where it names no kind, None for another field."""
    name, value = re.split("[:：]", token["field"], maxsplit=1)
    return kinds_named(value, own_kinds) if name.casefold() == "kind" else None


def _term(token: re.Match[str]) -> str:
    """Return a term as a filter has it; a bare comparison is one of values."""
    term = token[0].strip()
    return f"value{term.rstrip('元圆圓')}" if term[0] in "<>＜＞≤≥" else term


def _alternatives(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the tokens of each part of a query; a lone bar stands between two."""
    tokens: list[re.Match[str]] = []
    position, end = 0, len(text.rstrip())
    while position < end:
        token = _TOKEN.match(text, position, end)
        if token is None:
            break
        position = token.end()
        if token["or"]:
            yield tokens
            tokens = []
        else:
            tokens.append(token)
    yield tokens
