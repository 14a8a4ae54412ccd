"""Lazy pattern: a regular expression that is compiled when a text is first held against it.

Compiling the larger ones takes 1 to 3 ms each, and most programs that import them never need them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Matching = Callable[..., re.Match[str] | None]


class LazyPattern:
    """Regular expression with the methods of `re.Pattern`, compiled at the first use of one.

    Each method is looked up once: from then on a call is one of the compiled pattern itself.
    """

    def __init__(self, expression: str, flags: int = 0) -> None:
        self._expression = expression
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._expression, self._flags)

    @cached_property
    def match(self) -> Matching:
        """Match at the beginning, as `re.Pattern.match`."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Matching:
        """Match of all, as `re.Pattern.fullmatch`."""
        return self._compiled.fullmatch

    @cached_property
    def search(self) -> Matching:
        """First match, as `re.Pattern.search`."""
        return self._compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Matches in their order, as `re.Pattern.finditer`."""
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[[str], list[str]]:
        """Text of every match, as `re.Pattern.findall` of an expression without groups."""
        return self._compiled.findall

    @cached_property
    def sub(self) -> Callable[[str | Callable[[re.Match[str]], str], str], str]:
        """Replacement of every match, as `re.Pattern.sub`."""
        return self._compiled.sub
