"""Help: every key, the terms of filters, the colours and the marks, from the tables of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from sufu_tui.explorer.commands import Scope, bindings_of, commands_of, scopes_of
from sufu_tui.explorer.navigation import EVERY_PANE, HelpRow, PaneId, PaneSpec
from sufu_tui.explorer.terminal.steady_screens import SteadyDialog
from sufu_tui.explorer.widgets.flow_text import FlowText
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter_examples import TERM_EXAMPLES
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Block, Run

_FINDING = {
    "name": "蘇州  苏州  Suzhou",
    "pinyin": "chenyuan  cy",
    "figure": "66.4億  6.64 billion",
    "date": "14 June 2022  6月14日",
    "superlative": "largest sum of money  最多的人",
    "words": "Suzhou 2022",
    "phrase": '"in Suzhou"  「蘇州」',
    "kind": "kind:name",
    "term": "area:health  -word",
    "slip": "chenyaun",
}
"""Examples of what can be typed into a search, by the key of what they find in the catalogues."""
_EVERYWHERE: tuple[Scope, ...] = ("app", "moving", "source", "typing", "choosing", "bookmarks")


def help_parts(words: Catalogue, pane: PaneId) -> dict[str, Sequence[HelpRow]]:
    """Return the parts of the help with their rows, in the order in which they are of use in `pane`."""
    own, *others = sorted(EVERY_PANE, key=lambda spec: spec.id != pane)
    parts = dict(_parts_of(own, words))
    parts |= {scope: _command_rows(scope, words) for scope in _EVERYWHERE}
    for spec in others:
        parts |= {part: rows for part, rows in _parts_of(spec, words) if part not in parts}
    return parts


def _parts_of(spec: PaneSpec, words: Catalogue) -> Iterator[tuple[str, Sequence[HelpRow]]]:
    for scope in scopes_of(spec.id):
        if rows := _command_rows(scope, words):
            yield scope, rows
    for part in spec.help_parts:
        yield part.id, part.written(words)


def _command_rows(scope: Scope, words: Catalogue) -> Sequence[HelpRow]:
    return [HelpRow(one.listed, words(f"command.{one.id}-help")) for one in commands_of(scope)]


def filter_rows(words: Catalogue) -> Sequence[HelpRow]:
    """Return the terms of filters by examples, and their meanings."""
    return [HelpRow("  ".join(one.expressions), words(f"help.term-{one.id}")) for one in TERM_EXAMPLES]


def finding_rows(words: Catalogue) -> Sequence[HelpRow]:
    """Return examples of what can be typed into a search, and what they find."""
    return [HelpRow(typed, words(f"help.finds-{found}")) for found, typed in _FINDING.items()]


def colour_rows(words: Catalogue) -> Sequence[HelpRow]:
    """Return the kinds of links, each in its own colour."""
    return [
        HelpRow("", words(f"help.colour-{style}"), style)
        for style in ("metric", "event", "entity", "section", "address")
    ]


def help_blocks(words: Catalogue, pane: PaneId = "narrative") -> Iterator[Block]:
    """Yield the help for a reader in `pane`; the blocks of a part have its number as their anchor."""
    yield Block((Run(words("help.title"), "title"),))
    yield Block((Run(words("help.close"), "muted"),))
    for number, (part, rows) in enumerate(help_parts(words, pane).items()):
        yield Block((Run(words(f"help.part-{part}"), "heading"),), space=1, anchor=number)
        indent = max(width(row.lead) for row in rows) + 3
        for lead, meaning, style in rows:
            if lead:
                yield Block((Run(meaning),), indent, Run(f" {lead}", style), anchor=number)
            else:
                yield Block((Run(meaning, style),), 1, anchor=number)


class HelpScreen(SteadyDialog[None]):
    """Help screen above everything, for a reader in `pane`; it opens at a part, or at the beginning."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,fullwidth_question_mark,f1,q,ｑ", "close", show=False),
        *bindings_of("narrative", only=("previous-section", "next-section")),
    ]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > #help {
            width: 84; max-width: 94%; height: 88%; background: $surface; border: round $primary-muted;
        }
    }
    """

    def __init__(self, words: Catalogue, pane: PaneId = "narrative", at: str | None = None) -> None:
        super().__init__()
        self._words = words
        self._pane: PaneId = pane
        self._at = at
        self._view = FlowText(id="help")

    def compose(self) -> ComposeResult:
        """Compose the text."""
        yield self._view

    def on_mount(self) -> None:
        """Write the text."""
        self._view.show(list(help_blocks(self._words, self._pane)))
        self._view.focus()
        if self._at is not None:
            number = list(help_parts(self._words, self._pane)).index(self._at)
            self._view.scroll_to_anchor(number)

    def action_previous_section(self) -> None:
        """Go to the part before."""
        self._turn(-1)

    def action_next_section(self) -> None:
        """Go to the next part."""
        self._turn(1)

    def _turn(self, step: int) -> None:
        here = next(iter(self._view.anchors_in_view()), 0)
        self._view.scroll_to_anchor(max(0, here + step))
