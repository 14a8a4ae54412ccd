"""Command palette: the commands of the explorer and of the pane shown, found by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sufu_tui.explorer.commands import COMMANDS, Command, LineId
from sufu_tui.explorer.navigator import Navigator
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.question import Choice, Choices
from sufu_tui.languages.catalogue import Catalogue

if TYPE_CHECKING:
    from textual.app import App


class CommandPalette:
    """Question of a picker for commands."""

    line: LineId = "palette"

    def __init__(self, app: App[None], state: SharedState, navigator: Navigator) -> None:
        self._app = app
        self._state = state
        self._navigator = navigator

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return words("app.palette")

    def placeholder(self, words: Catalogue) -> str:
        """Return the placeholder of the empty line."""
        return words("app.palette-placeholder")

    def find(self, text: str) -> Choices[Command]:
        """Return the commands whose words hold every term of `text`; those of another pane are left out."""
        words, terms = self._state.words, text.casefold().split()
        scopes = {"app", self._state.pane, *(["source"] if self._state.beside == "source" else [])}
        found: list[Choice[Command]] = []
        for command in COMMANDS:
            if command.scope not in scopes:
                continue
            sentence = words(f"command.{command.id}-help")
            everything = f"{sentence} {words(f'command.{command.id}')} {command.id}".casefold()
            if command.id != "palette" and all(term in everything for term in terms):
                found.append(Choice(command.listed, ((sentence, False),), command))
        remark = "" if found else words("search.none", query=text.strip())
        return Choices(found, remark, tuple(choice.tag for choice in found))

    async def choose(self, value: Command, text: str) -> str:  # noqa: ARG002  argument of every question
        """Run a command."""
        pane = self._navigator.pane
        place = self._navigator.beside.source if value.scope == "source" else pane
        namespace = self._app if value.scope == "app" else place or pane
        await self._app.run_action(value.action, default_namespace=namespace)
        return ""
