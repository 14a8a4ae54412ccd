"""Filter: the typed text that narrows lists, parsed once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sufu_tui.query.grammar import Expression


@dataclass(frozen=True, slots=True)
class Filter:
    """Filter: its text and the parsed expression. Without a text it is empty: everything matches."""

    text: str = ""
    expression: Expression = field(default=(), compare=False)  # the text determines it

    @classmethod
    def parse(cls, text: str, own_kinds: Sequence[str] = ()) -> Filter:
        """Parse a filter; raise FilterError where `text` is no expression.

        `own_kinds` are kinds of entities that a dossier declares itself.
        """
        from sufu_tui.query.grammar import parse  # its patterns take 6 ms to compile: no start needs it

        return cls(text, parse(text, own_kinds))

    def __bool__(self) -> bool:
        """Return whether the filter has any term."""
        return bool(self.expression)
