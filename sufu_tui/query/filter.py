"""Filter: what a reader typed to narrow lists, parsed once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sufu_tui.query.grammar import Expression


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: its text and the expression that it says. Without a text it is empty: everything matches."""

    text: str = ""
    expression: Expression = field(default=(), compare=False)  # the text says all of it

    @classmethod
    def parse(cls, text: str) -> Filter:
        """Read a filter; raise FilterError where `text` is no expression."""
        from sufu_tui.query.grammar import parse  # its patterns take 6 ms to compile: no start needs it

        return cls(text, parse(text))

    def __bool__(self) -> bool:
        """Return whether it has any term."""
        return bool(self.expression)
