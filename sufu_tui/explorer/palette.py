"""Command palette: commands of every pane, languages, themes and all that has a name, by a few letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Union
from unicodedata import normalize

from sufu_tui.dossier.localized import LANGUAGES, Language
from sufu_tui.explorer.commands import COMMANDS, Command, LineId, scopes_of
from sufu_tui.explorer.navigation import EVERY_PANE, PaneId
from sufu_tui.explorer.navigator import Navigator
from sufu_tui.explorer.search import SearchSession
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.theme.themes import DARK, LIGHT
from sufu_tui.explorer.widgets.question import Choice, Choices
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.text_folding import TextFolder
from sufu_tui.search.fuzzy import fuzzy_grade
from sufu_tui.search.hits import SearchHit, Tier
from sufu_tui.search.lines import hit_parts

if TYPE_CHECKING:
    from textual.app import App

_MOST_HITS = 40
"""Names, figures and events that are listed: who looks for more, searches."""
_GRADES = {Tier.SO_CALLED: 0.5, Tier.NAMES: 1.5, Tier.TITLES: 2.5, Tier.VALUES: 3.0}
"""Grades of what the search finds among those of commands (`fuzzy_grade`); texts are left to the search."""


_OWN_NAMES: Mapping[Language, str] = {"zh-Hant": "繁體中文", "zh-Hans": "简体中文", "en": "English"}
"""Names of the languages in themselves, to be found by who reads no other."""


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """Theme by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """Language by its tag."""

    language: Language


Aim = Union[Command, ThemeChoice, LanguageChoice, SearchHit]


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

    def label(self, words: Catalogue) -> str:
        """Return the label of the line."""
        return words("app.palette")

    def placeholder(self, words: Catalogue) -> str:
        """Return the placeholder of the empty line."""
        return words("app.palette-placeholder")

    def find(self, text: str) -> Choices[Aim]:
        """Return what `text` is likeliest to mean first; without a text the commands, those here first."""
        typed = self._folder.folded(normalize("NFC", text)).strip()
        graded: list[tuple[float, Choice[Aim]]] = []
        for described, choice in self._named():
            grades = [fuzzy_grade(typed, self._folder.folded(one)) for one in described]
            best = min((grade for grade in grades if grade is not None), default=None)
            if best is not None:
                graded.append((best, choice))
        if typed:
            graded += self._found(text, commands=bool(graded))
            graded.sort(key=lambda one: one[0])
        found = [choice for _, choice in graded]
        remark = "" if found else self._state.words("search.none", query=text.strip())
        return Choices(found, remark, tuple(dict.fromkeys(choice.tag for choice in found)))

    @cached_property
    def _folder(self) -> TextFolder:
        return TextFolder()

    def _named(self) -> Iterator[tuple[tuple[str, ...], Choice[Aim]]]:
        """Yield commands, languages and themes, with the texts that they are found by."""
        words, near = self._state.words, scopes_of(self._state.pane)
        panes = [scope for spec in EVERY_PANE for scope in scopes_of(spec.id)]
        companion = self._navigator.beside
        beside = ["source"] if companion is not None and companion.shows_source else []
        order = {scope: at for at, scope in enumerate(dict.fromkeys((*near, "app", *beside, *panes)))}
        for command in sorted(
            (one for one in COMMANDS if one.scope in order and one.id != "palette"),
            key=lambda one: order[one.scope],
        ):
            sentence, label = words(f"command.{command.id}-help"), words(f"command.{command.id}")
            elsewhere = self._pane_of(command)
            pane = f"{words(f'app.{elsewhere}')} {words('search.within')} " if elsewhere else ""
            yield (label, sentence, command.id), Choice(command.listed, ((pane + sentence, False),), command)
        for language in LANGUAGES:
            name, own = words(f"app.language-{language}"), _OWN_NAMES[language]
            shown = own if name == own else words("palette.two-names", name=own, other=name)
            parts = ((words("palette.language", name=shown), False),)
            yield (own, name, parts[0][0], language), Choice("", parts, LanguageChoice(language))
        for theme in sorted(self._app.available_themes, key=lambda name: name not in {DARK, LIGHT}):
            parts = ((words("palette.theme", name=theme), False),)
            yield (theme, parts[0][0]), Choice("", parts, ThemeChoice(theme))

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
            case Command():
                elsewhere = self._pane_of(value)
                if elsewhere is not None:
                    await self._navigator.show(elsewhere)
                pane, companion = self._navigator.pane, self._navigator.beside
                place = companion.source if companion is not None and value.scope == "source" else pane
                namespace = self._app if value.scope == "app" else place or pane
                await self._app.run_action(value.action, default_namespace=namespace)
        return ""

    def _pane_of(self, command: Command) -> PaneId | None:
        """Return the other pane that carries out a command; None where the present one can, or the app."""
        if command.scope in scopes_of(self._state.pane):
            return None
        return next((spec.id for spec in EVERY_PANE if command.scope in scopes_of(spec.id)), None)
