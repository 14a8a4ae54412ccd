"""Entries of the palette: commands, languages and themes, each with all texts that it is found by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sufu_tui.dossier.localized import LANGUAGES, Language
from sufu_tui.explorer.commands import COMMANDS, Command, Scope, scopes_of
from sufu_tui.explorer.navigation import EVERY_PANE, PaneId
from sufu_tui.explorer.theme.themes import DARK, LIGHT
from sufu_tui.explorer.widgets.question import Choice
from sufu_tui.languages.catalogue import Catalogue, load
from sufu_tui.languages.command_words import command_words

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


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """Entry of the palette: its choice, and the texts by which it is found.

    `titles` are what it is called in the language of the interface, `others` in the other languages; `words`
    are what else it is called.
    """

    choice: Choice[Any]
    titles: tuple[str, ...]
    others: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def other_catalogues(words: Catalogue) -> list[Catalogue]:
    """Return the catalogues of the languages that the interface does not speak."""
    return [load(language) for language in LANGUAGES if language != words.interface]


def pane_of(command: Command, pane: PaneId) -> PaneId | None:
    """Return the other pane that carries out a command; None where `pane` can, or the app."""
    if command.scope in scopes_of(pane):
        return None
    return next((spec.id for spec in EVERY_PANE if command.scope in scopes_of(spec.id)), None)


def command_entries(words: Catalogue, pane: PaneId, *, has_source: bool) -> Iterator[PaletteEntry]:
    """Yield the commands: those of `pane` first, those of the source where it stands beside."""
    every = [scope for spec in EVERY_PANE for scope in scopes_of(spec.id)]
    beside: list[Scope] = ["source"] if has_source else []
    order = {scope: at for at, scope in enumerate(dict.fromkeys((*scopes_of(pane), "app", *beside, *every)))}
    known = command_words()
    for command in sorted(
        (one for one in COMMANDS if one.scope in order and one.id != "palette"),
        key=lambda one: order[one.scope],
    ):
        elsewhere = pane_of(command, pane)
        prefix = f"{words(f'app.{elsewhere}')} {words('search.within')} " if elsewhere else ""
        sentence = words(f"command.{command.id}-help")
        yield PaletteEntry(
            Choice(command.listed, ((prefix + sentence, False),), command),
            (words(f"command.{command.id}"), sentence, command.id),
            tuple(
                text
                for other in other_catalogues(words)
                for text in (other(f"command.{command.id}"), other(f"command.{command.id}-help"))
            ),
            known.get(command.id, ()),
        )


def language_entries(words: Catalogue) -> Iterator[PaletteEntry]:
    """Yield the languages, each by its name in every one."""
    for language in LANGUAGES:
        name, own = words(f"app.language-{language}"), _OWN_NAMES[language]
        shown = own if name == own else words("palette.two-names", name=own, other=name)
        text = words("palette.language", name=shown)
        others = [other(f"app.language-{language}") for other in other_catalogues(words)]
        yield PaletteEntry(
            Choice("", ((text, False),), LanguageChoice(language)),
            (own, name, text, language),
            tuple(others),
            command_words()["choice.language"],
        )


def theme_entries(words: Catalogue, themes: Iterable[str]) -> Iterator[PaletteEntry]:
    """Yield the themes, ours first."""
    for theme in sorted(themes, key=lambda name: name not in {DARK, LIGHT}):
        text = words("palette.theme", name=theme)
        others = tuple(other("palette.theme", name=theme) for other in other_catalogues(words))
        choice = Choice("", ((text, False),), ThemeChoice(theme))
        yield PaletteEntry(choice, (theme, text), others, command_words()["choice.theme"])


def all_texts(entries: Sequence[PaletteEntry]) -> Iterator[str]:
    """Yield every text that some entry is found by."""
    for entry in entries:
        yield from (*entry.titles, *entry.others, *entry.words)
