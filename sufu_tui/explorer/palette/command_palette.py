"""Question of the command palette: what a few typed letters are likeliest to mean."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Union

from sufu_tui.explorer.commands import Command, LineId
from sufu_tui.explorer.navigator import Navigator
from sufu_tui.explorer.palette.entries import (
    LanguageChoice,
    PaletteEntry,
    ThemeChoice,
    command_entries,
    language_entries,
    pane_of,
    theme_entries,
)
from sufu_tui.explorer.palette.grading import GradedEntries
from sufu_tui.explorer.palette.orders import OrderedList, order_entries
from sufu_tui.explorer.search import SearchSession
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.question import Choice, Choices
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.filter import Filter
from sufu_tui.query.text_folding import TextFolder
from sufu_tui.search.hits import SearchHit, Tier
from sufu_tui.search.lines import hit_parts

if TYPE_CHECKING:
    from textual.app import App

_MOST_HITS = 40
"""Names, figures and events that are listed: who looks for more, searches."""
_GRADES = {Tier.SO_CALLED: 0.5, Tier.NAMES: 1.5, Tier.TITLES: 2.5, Tier.VALUES: 3.0, Tier.ORDERED: 3.0}
"""Grades of what the search finds among those of commands; texts are left to the search."""

Aim = Union[Command, ThemeChoice, LanguageChoice, OrderedList, SearchHit]


class CommandPalette:
    """Question of a picker for commands, and for everything else that has a name."""

    line: LineId = "palette"

    def __init__(
        self, app: App[None], state: SharedState, navigator: Navigator, session: SearchSession
    ) -> None:
        self._app = app
        self._state = state
        self._navigator = navigator
        self._session = session
        self._made: tuple[object, GradedEntries] | None = None

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return words("app.palette")

    def placeholder(self, words: Catalogue) -> str:
        """Return the placeholder of the empty line."""
        return words("app.palette-placeholder")

    def find(self, text: str) -> Choices[Aim]:
        """Return what `text` is likeliest to mean first; without a text the commands, those here first."""
        if not text.strip():
            found = [entry.choice for entry in self._named()]
            return Choices(found, "", tuple(dict.fromkeys(choice.tag for choice in found)))
        graded: list[tuple[float, Choice[Aim]]] = [
            (grade, entry.choice) for grade, entry in self._entries.graded(text)
        ]
        graded += self._found(text, commands=bool(graded))
        graded.sort(key=lambda one: one[0])
        found = [choice for _, choice in graded]
        remark = "" if found else self._state.words("search.none", query=text.strip())
        return Choices(found, remark, tuple(dict.fromkeys(choice.tag for choice in found)))

    @cached_property
    def _folder(self) -> TextFolder:
        return TextFolder()

    @property
    def _entries(self) -> GradedEntries:
        """Entries as they are called here and now; made again when that changes."""
        state = self._state
        wanted = (
            state.pane,
            state.words,
            self._has_source,
            len(self._app.available_themes),
            id(state.dossier),
        )
        if self._made is None or self._made[0] != wanted:
            entries = [*self._named(), *order_entries(state.words, state.dossier)]
            graded = GradedEntries(entries, self._folder, self._session.index.readings)
            self._made = wanted, graded
        return self._made[1]

    @property
    def _has_source(self) -> bool:
        companion = self._navigator.beside
        return companion is not None and companion.shows_source

    def _named(self) -> Iterator[PaletteEntry]:
        """Yield commands, languages and themes."""
        words = self._state.words
        yield from command_entries(words, self._state.pane, has_source=self._has_source)
        yield from language_entries(words)
        yield from theme_entries(words, self._app.available_themes)

    def _found(self, text: str, *, commands: bool) -> Iterator[tuple[float, Choice[Aim]]]:
        """Yield sections, names, figures and events that the search finds by a name, a number or a date.

        Slips are told where there are no commands that the text may mean.
        """
        state = self._state
        hits = self._session.hits_of(text)
        for hit in islice(hits, _MOST_HITS):
            if hit.tier in _GRADES and not hits.is_partial and not (hits.meant and commands):
                parts = hit_parts(hit, state.dossier, state.words)
                yield _GRADES[hit.tier], Choice(state.words(f"search.{hit.kind}"), parts, hit)

    async def choose(self, value: Aim, text: str) -> str:  # noqa: ARG002  argument of every question
        """Run a command, in the pane that it belongs to, or go to what was chosen; return a sentence."""
        match value:
            case LanguageChoice():
                self._state.set_language(value.language)
            case ThemeChoice():
                self._app.theme = value.name
            case SearchHit():
                return await self._session.show(value)
            case OrderedList():
                return await self._order(value)
            case Command():
                elsewhere = pane_of(value, self._state.pane)
                if elsewhere is not None:
                    await self._navigator.show(elsewhere)
                pane, companion = self._navigator.pane, self._navigator.beside
                place = companion.source if companion is not None and value.scope == "source" else pane
                namespace = self._app if value.scope == "app" else place or pane
                await self._app.run_action(value.action, default_namespace=namespace)
        return ""

    async def _order(self, wanted: OrderedList) -> str:
        """Show a list in an order, and what is left by a filter if it has one; return a sentence on that."""
        await self._navigator.show(wanted.pane)
        if wanted.filter:
            self._state.set_filter(Filter.parse(wanted.filter))
        order = f"order_by({wanted.column!r}, {wanted.descending})"
        await self._app.run_action(order, default_namespace=self._navigator.pane)
        return self._state.words("search.filtered", expression=wanted.filter) if wanted.filter else ""
