"""Questions: what is asked for in a line to type in. Light, since no start needs a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from sufu_tui.explorer.commands import LineId
    from sufu_tui.languages.catalogue import Catalogue

ValueT = TypeVar("ValueT")


class LineRemark(NamedTuple):
    """Sentence beside a line to type in; where it has no room, `short`, if there is one.

    One that is `wrong` is said in the colour of errors, and the `fault` (first character, and the one after
    the last) is underlined.
    """

    text: str = ""
    short: str = ""
    wrong: bool = False
    fault: tuple[int, int] = (0, 0)


class Question(Protocol):
    """What is asked for in a line: its words, and what happens with what is typed."""

    line: LineId
    """The command that asks."""

    def label(self, words: Catalogue) -> str:
        """Return what stands before the line."""
        ...

    def placeholder(self, words: Catalogue) -> str:
        """Return what stands in the line while it is empty."""
        ...

    def changed(self, text: str) -> LineRemark:
        """Take what the line holds now; return what is said beside it."""
        ...

    def submitted(self, text: str) -> LineRemark | None:
        """Take the answer; return what is wrong with it, or None where it is taken, which closes the line."""
        ...

    def cancelled(self) -> None:
        """Take it that nothing is answered; the line closes."""
        ...


@dataclass(frozen=True, slots=True)
class Choice(Generic[ValueT]):
    """A line of a picker: a tag in the margin, then text in parts, those to stand out marked."""

    tag: str
    parts: tuple[tuple[str, bool], ...]
    value: ValueT


class PickerQuestion(Protocol[ValueT]):
    """What is asked for in a line with choices below it."""

    line: LineId
    """The command that asks."""

    def label(self, words: Catalogue) -> str:
        """Return what stands before the line."""
        ...

    def placeholder(self, words: Catalogue) -> str:
        """Return what stands in the line while it is empty."""
        ...

    def find(self, text: str) -> tuple[Sequence[Choice[ValueT]], str]:
        """Return the choices for a text, and a remark on them."""
        ...

    async def choose(self, value: ValueT, text: str) -> str:
        """Take what was chosen, and the text that it was found by; return a sentence, or nothing."""
        ...
