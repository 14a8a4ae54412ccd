"""Expression text: the terms of a typed filter by their places, and filters made from others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from sufu_tui.query.grammar import TOKEN

WINDOW_FIELD = "during"
"""Field of the time window."""


class TypedTerm(NamedTuple):
    """Term as it is typed, from `start` to `end`, a minus before it included; or the bar between two.

    Its `field` is in small letters without the colon, and empty where there is none; `value` begins after it.
    """

    text: str
    start: int
    end: int
    field: str = ""
    value: int = 0
    is_bar: bool = False


def typed_terms(text: str) -> Iterator[TypedTerm]:
    """Yield the terms and bars of `text`, whether they are right or not."""
    position, begun = 0, None
    while position < len(text.rstrip()):
        match = TOKEN.match(text, position)
        if match is None:  # pragma: no cover  every character begins a token
            return
        first, position = match.end("blank"), match.end()
        if match["minus"]:
            begun = first if begun is None else begun
            continue
        start, begun = first if begun is None else begun, None
        field = normalize("NFKC", match["field"] or "").casefold()
        value = match.end("field") + 1 if field else start
        yield TypedTerm(text[start:position], start, position, field, value, match["or"] is not None)


def within_window(text: str, stretch: str) -> str:
    """Return the filter `text` with the time window `stretch` in each alternative, in place of another.

    Where it has just that window already, it is taken out; an alternative without another term is
    everything.
    """
    term = f"{WINDOW_FIELD}:{stretch}"
    alternatives: list[list[str]] = [[]]
    windows: list[str] = []
    for typed in typed_terms(text):
        if typed.is_bar:
            alternatives.append([])
        elif _is_window(typed):
            windows.append(typed.text)
        else:
            alternatives[-1].append(typed.text)
    if windows and set(windows) == {term}:
        return " | ".join(map(" ".join, alternatives)) if all(alternatives) else ""
    return " | ".join(" ".join((*terms, term)) for terms in alternatives)


def has_window(text: str) -> bool:
    """Return whether a time window is among the terms of `text`."""
    return any(map(_is_window, typed_terms(text)))


def _is_window(typed: TypedTerm) -> bool:
    return typed.field == WINDOW_FIELD and typed.text[0] not in "-－"


def quoted(value: str) -> str:
    """Return a value as it is typed: in quotation marks where it has blanks or bars in it."""
    return f'"{value}"' if any(sign in value for sign in " |｜\u3000") else value
