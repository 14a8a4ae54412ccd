"""The help: every key, and how the explorer is read, from the one table of commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from sufu_tui.explorer.commands import SCOPES, commands_of
from sufu_tui.explorer.flowview import FlowView
from sufu_tui.explorer.timeline.wording import legend
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.typesetting.cells import width
from sufu_tui.typesetting.flow import Block, Run


def help_blocks(words: Catalogue) -> Iterator[Block]:
    """Yield the help: keys by where they work, then what the marks mean."""
    yield Block((Run(words("help.title"), "title"),))
    yield Block((Run(words("help.close"), "muted"),))
    indent = max(width(command.shown) for scope in SCOPES for command in commands_of(scope)) + 3
    for scope in SCOPES:
        yield Block((Run(words(f"help.scope-{scope}"), "heading"),), space=1)
        for command in commands_of(scope):
            keys = Run(f" {command.shown}", "strong")
            yield Block((Run(words(f"command.{command.id}-help")),), indent, keys)
    yield Block((Run(words("help.colours"), "heading"),), space=1)
    for style in ("metric", "event", "entity", "section"):
        yield Block((Run(words(f"help.colour-{style}"), style),), 1)
    yield Block((Run(words("help.marks"), "heading"),), space=1)
    marks = legend(words)
    indent = max(width(glyphs) for glyphs, _ in marks) + 3
    for glyphs, meaning in marks:
        yield Block((Run(meaning),), indent, Run(f" {glyphs}", "event"))


class HelpScreen(ModalScreen[None]):
    """The help above everything."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,fullwidth_question_mark,f1,q", "dismiss", show=False)
    ]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > #help {
            width: 84; max-width: 94%; height: 88%; background: $surface; border: round $primary-muted;
        }
    }
    """

    def __init__(self, words: Catalogue) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """Make the text."""
        yield FlowView(id="help")

    def on_mount(self) -> None:
        """Write the text."""
        view = self.query_one("#help", FlowView)
        view.show(list(help_blocks(self._words)))
        view.focus()
