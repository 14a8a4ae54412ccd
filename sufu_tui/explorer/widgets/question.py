"""Questions of input lines and pickers. Light, since no start needs a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar, runtime_checkable

if TYPE_CHECKING:
    from sufu_tui.explorer.commands import LineId
    from sufu_tui.languages.catalogue import Catalogue

ValueT = TypeVar("ValueT")


class LineRemark(NamedTuple):
    """Remark beside an input line; where it has no room, `short`, if given.

    A `wrong` one has the colour of errors, and the `fault` (first character, and the one after the last) is
    underlined.
    """

    text: str = ""
    short: str = ""
    wrong: bool = False
    fault: tuple[int, int] = (0, 0)


class Question(Protocol):
    """Question of an input line: its words, and the handling of the typed text."""

    line: LineId
    """Id of the command that asks."""

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        ...

    def placeholder(self, words: Catalogue) -> str:
        """Return the placeholder of the empty line."""
        ...

    def changed(self, text: str) -> LineRemark:
        """Handle a change of the text; return the remark beside it."""
        ...

    def submitted(self, text: str) -> LineRemark | None:
        """Handle the answer; return a remark on its fault, or None to take it and close the line."""
        ...

    def cancelled(self) -> None:
        """Handle the end without an answer; the line closes."""
        ...


@runtime_checkable
class AssistedQuestion(Question, Protocol):
    """Question that knows how a text may go on, and what was answered before."""

    def completions(self, text: str) -> Sequence[str]:
        """Return the texts that `text` may be completed to, the likeliest first."""
        ...

    def earlier(self) -> Sequence[str]:
        """Return earlier answers, the last one first."""
        ...


@dataclass(frozen=True, slots=True)
class Choice(Generic[ValueT]):
    """Choice of a picker: a tag in the margin, then text in parts, those to stand out marked True.

    It is the same as another of its value, whatever that is called, in another language for instance.
    """

    tag: str = field(compare=False)
    parts: tuple[tuple[str, bool], ...] = field(compare=False)
    value: ValueT


class Heading(NamedTuple):
    """Heading of a group of choices, above the one with the number `first`."""

    first: int
    text: str


@dataclass(frozen=True, slots=True)
class Choices(Generic[ValueT]):
    """Choices for a text, a remark on them, the tags that they have, and the headings of their groups."""

    found: Sequence[Choice[ValueT]] = ()
    remark: str = ""
    tags: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()


class PickerQuestion(Protocol[ValueT]):
    """Question of a picker: an input line with choices below it."""

    line: LineId
    """Id of the command that asks."""

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        ...

    def placeholder(self, words: Catalogue) -> str:
        """Return the placeholder of the empty line."""
        ...

    def find(self, text: str) -> Choices[ValueT]:
        """Return the choices for a text."""
        ...

    async def choose(self, value: ValueT, text: str) -> str:
        """Handle a choice, and the text that it was found by; return a sentence, or an empty one."""
        ...


class LineQuestion(PickerQuestion[ValueT], Protocol[ValueT]):
    """Question of a picker for a line about one choice."""

    @property
    def text(self) -> str:
        """Line as it is."""
        ...


@runtime_checkable
class EditableQuestion(PickerQuestion[ValueT], Protocol[ValueT]):
    """Question of a picker whose choices can be removed, and have a line of the reader's own."""

    def remove(self, value: ValueT) -> str:
        """Remove a choice, or bring it back; return a sentence."""
        ...

    def about(self, value: ValueT) -> LineQuestion[ValueT]:
        """Return the question for the line of a choice."""
        ...
