"""The help: every key, the terms of filters, and how the explorer is read, from the tables of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal, Union

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from sufu_tui.asking.terms import TERM_EXAMPLES
from sufu_tui.explorer.commands import Scope, bindings_of, commands_of
from sufu_tui.explorer.flowtext import FlowText
from sufu_tui.explorer.history import PaneId
from sufu_tui.explorer.timeline.wording import legend
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Block, Run

Part = Union[Scope, Literal["colours", "filters", "marks"]]

_OF_PANE: dict[PaneId, tuple[Part, ...]] = {
    "narrative": ("narrative", "colours"),
    "metrics": ("metrics", "filters"),
    "timeline": ("timeline", "marks", "filters"),
}
_OF_ALL: tuple[Part, ...] = ("app", "moving", "typing", "choosing")


def parts_for(pane: PaneId) -> tuple[Part, ...]:
    """Return the parts of the help in the order in which they are of use to who is in `pane`."""
    of_others = (part for parts in _OF_PANE.values() for part in parts)
    return tuple(dict.fromkeys((*_OF_PANE[pane], *_OF_ALL, *of_others)))


def help_blocks(words: Catalogue, pane: PaneId = "narrative") -> Iterator[Block]:
    """Yield the help for who is in `pane`; the blocks of a part have its number as their anchor."""
    yield Block((Run(words("help.title"), "title"),))
    yield Block((Run(words("help.close"), "muted"),))
    for number, part in enumerate(parts_for(pane)):
        yield Block((Run(words(f"help.part-{part}"), "heading"),), space=1, anchor=number)
        if part == "colours":
            for style in ("metric", "event", "entity", "section"):
                yield Block((Run(words(f"help.colour-{style}"), style),), 1, anchor=number)
        else:
            yield from _table(_rows(part, words), "event" if part == "marks" else "strong", number)


def _rows(part: Part, words: Catalogue) -> Sequence[tuple[str, str]]:
    """Return what a part lists: what to press, type or look for, and what it means."""
    match part:
        case "marks":
            return legend(words)
        case "filters":
            return [("  ".join(one.expressions), words(f"help.term-{one.id}")) for one in TERM_EXAMPLES]
        case "colours":
            return ()
        case _:
            return [(one.listed, words(f"command.{one.id}-help")) for one in commands_of(part)]


def _table(rows: Sequence[tuple[str, str]], style: str, anchor: int) -> Iterator[Block]:
    indent = max(width(lead) for lead, _ in rows) + 3
    for lead, meaning in rows:
        yield Block((Run(meaning),), indent, Run(f" {lead}", style), anchor=anchor)


class HelpScreen(ModalScreen[None]):
    """The help above everything, for who is in `pane`; it opens at a part, or at the beginning."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,fullwidth_question_mark,f1,q", "dismiss", show=False),
        *bindings_of("narrative"),
    ]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > #help {
            width: 84; max-width: 94%; height: 88%; background: $surface; border: round $primary-muted;
        }
    }
    """

    def __init__(self, words: Catalogue, pane: PaneId = "narrative", at: Part | None = None) -> None:
        super().__init__()
        self._words = words
        self._pane: PaneId = pane
        self._at = at

    def compose(self) -> ComposeResult:
        """Make the text."""
        yield FlowText(id="help")

    @property
    def _view(self) -> FlowText:
        return self.query_one("#help", FlowText)

    def on_mount(self) -> None:
        """Write the text."""
        self._view.show(list(help_blocks(self._words, self._pane)))
        self._view.focus()
        if self._at is not None:
            self.call_after_refresh(self._view.scroll_to_anchor, parts_for(self._pane).index(self._at))

    def action_previous_section(self) -> None:
        """Go to the part before."""
        self._turn(-1)

    def action_next_section(self) -> None:
        """Go to the next part."""
        self._turn(1)

    def _turn(self, step: int) -> None:
        here = self._view.anchor_in_view() or 0
        self._view.scroll_to_anchor(max(0, here + step))
