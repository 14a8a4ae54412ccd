"""`sufu-tui` without a command: checks the terminal, and opens the explorer."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.cli.dossier_folder import DossierFolder
from sufu_tui.cli.legacy_encoding import encoded, legacy_encoding
from sufu_tui.cli.startup.collector import StartupCollector
from sufu_tui.cli.startup.opening import open_beginning, open_dossier
from sufu_tui.cli.startup.shortcuts import shortcuts_wanted
from sufu_tui.cli.startup.tls_free_asyncio import import_asyncio_without_tls
from sufu_tui.cli.user_folders import state_folder
from sufu_tui.dossier.model import Dossier, Ref, parse_ref
from sufu_tui.languages.catalogue import Catalogue, load
from sufu_tui.typesetting.glyphs import GLYPH_CHOICES, GlyphChoice, glyph_choice_named

if TYPE_CHECKING:
    from collections.abc import Callable

    from sufu_tui.explorer.app import Explorer
    from sufu_tui.explorer.background.dossier_loading import Loader

_COULD_NOT_RUN = 2


def run(
    folder: DossierFolder,
    words: Catalogue,
    *,
    goto: str | None = None,
    theme: str | None = None,
    glyphs: str | None = None,
) -> int:
    """Open the explorer on the dossier in `folder`; return the exit status.

    It looks as it was left, but for the item and the theme asked for. Without `glyphs` the variable
    SUFU_GLYPHS chooses the set.
    """
    if not _suits(folder, words):
        return _COULD_NOT_RUN
    named = glyphs or os.environ.get("SUFU_GLYPHS") or "auto"
    choice = glyph_choice_named(named)
    if choice is None:
        names = words("show.list-separator").join(GLYPH_CHOICES)
        return _refuse(words("error.no-such-glyphs", name=named, names=names))
    shortcuts = shortcuts_wanted(os.environ)
    with StartupCollector(is_paused=shortcuts) as collector:
        opened = _open(folder, words, goto, shortcuts=shortcuts)
        if opened is None:
            return _COULD_NOT_RUN
        if shortcuts:
            _import_explorer()  # unless that is done already
        app = _explorer(opened, words, choice, collector.resume, shortcuts=shortcuts)
        if theme is not None:
            from sufu_tui.explorer.theme.themes import theme_named, theme_names

            known = theme_named(theme)
            if known is None:
                names = words("show.list-separator").join(theme_names())
                return _refuse(words("error.no-such-theme", theme=theme, names=names))
            app.theme = known
        app.run()
    return app.return_code or 0


class _Opened(NamedTuple):
    """Opened dossier, or the beginning of a large one with its loader; and the item to begin at."""

    dossier: Dossier
    loader: Loader | None
    goto: Ref | None


def _open(folder: DossierFolder, words: Catalogue, goto: str | None, *, shortcuts: bool) -> _Opened | None:
    """Open the dossier in `folder`; print a fault and return None where it fails, or has no item `goto`."""
    loader: Loader | None = None
    if shortcuts:
        dossier, loader = open_beginning(folder, words, _import_explorer)
    else:
        dossier = open_dossier(folder, words)
    ref = None if goto is None else parse_ref(goto)
    if loader is not None and dossier is not None and ref is not None and dossier.find(ref) is None:
        dossier, loader = open_dossier(folder, words), None  # it may stand further down
    if dossier is None:
        return None
    if goto is not None and (ref is None or dossier.find(ref) is None):
        _refuse(words("error.no-such-item", ref=goto, hint=_nearest(goto, dossier, words)))
        return None
    return _Opened(dossier, loader, ref)


def _import_explorer() -> None:
    """Import the explorer: the screen library takes most of the time that the program needs to start."""
    import_asyncio_without_tls()
    import sufu_tui.explorer.app  # noqa: F401


def _explorer(
    opened: _Opened,
    words: Catalogue,
    glyphs: GlyphChoice,
    on_started: Callable[[], None],
    *,
    shortcuts: bool,
) -> Explorer:
    """Return the explorer as it was left, but in the language of `words`."""
    from sufu_tui.cli.preferences_file import PreferencesFile
    from sufu_tui.cli.web_browser import browse
    from sufu_tui.explorer.app import Explorer

    file = PreferencesFile(state_folder(os.environ), opened.dossier.id)
    preferences = file.load()
    app = Explorer(
        opened.dossier,
        words,
        goto=opened.goto,
        glyphs=glyphs,
        views=preferences.views,
        save=file.save,
        loader=opened.loader,
        browse=browse,
        on_started=on_started,
        shortcuts=shortcuts,
    )
    if app.console.color_system == "256":
        app.settle_for_256_colours()
    if preferences.theme in app.available_themes:
        app.theme = preferences.theme
    return app


def _refuse(sentence: str) -> int:
    from sufu_tui.typesetting.safe_characters import harmless

    print(harmless(sentence), file=sys.stderr)
    return _COULD_NOT_RUN


def _suits(folder: DossierFolder, words: Catalogue) -> bool:
    """Return whether the explorer can be shown here; print the reason where it cannot."""
    # Textual draws on standard error, reads keys from standard input and is looked at on standard output.
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        _refuse(words("error.no-terminal", command=folder.command("show", "narrative")))
        return False
    if os.environ.get("TERM") == "dumb":
        _refuse(words("error.dumb-terminal", command=folder.command("show", "narrative")))
        return False
    encoding = legacy_encoding(os.environ)
    if encoding is not None:
        _refuse_in(encoding, folder, words)
    return encoding is None


def _refuse_in(encoding: str, folder: DossierFolder, words: Catalogue) -> None:
    """Refuse in the terminal's own encoding; in English where it cannot encode the reader's language."""
    from sufu_tui.typesetting.safe_characters import harmless

    sentence, plain = (
        catalogue("error.legacy-terminal", encoding=encoding, command=folder.command("show", "narrative"))
        for catalogue in (words, load("en"))
    )
    sys.stderr.buffer.write(encoded(harmless(sentence), encoding, harmless(plain)) + b"\n")


def _nearest(goto: str, dossier: Dossier, words: Catalogue) -> str:
    from difflib import get_close_matches  # only to help after a mistake

    refs: list[Ref] = [item.ref for item in dossier.items()]
    found = get_close_matches(goto, map(str, refs), 1)
    return words("error.did-you-mean", hint=found[0]) if found else words("error.ref-form")
