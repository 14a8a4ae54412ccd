"""`sufu-tui` without a command: checks the terminal, and opens the explorer."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.cli.dossier_folder import DossierFolder
from sufu_tui.cli.legacy_encoding import encoded, legacy_encoding
from sufu_tui.cli.source_file import source_reader
from sufu_tui.cli.startup.collector import StartupCollector
from sufu_tui.cli.startup.opening import open_beginning, open_dossier
from sufu_tui.cli.startup.shortcuts import shortcuts_wanted
from sufu_tui.cli.startup.tls_free_asyncio import import_asyncio_without_tls
from sufu_tui.cli.user_folders import state_folder
from sufu_tui.dossier.model import Dossier, Ref, parse_ref
from sufu_tui.languages.catalogue import Catalogue, load
from sufu_tui.reading.source_texts import SourceTextError
from sufu_tui.typesetting.glyphs import GLYPH_CHOICES, GlyphChoice, glyph_choice_named

if TYPE_CHECKING:
    from collections.abc import Callable

    from sufu_tui.explorer.app import Explorer
    from sufu_tui.explorer.background.dossier_loading import Loader
    from sufu_tui.explorer.background.proving import SourceReader
    from sufu_tui.explorer.navigation import PaneId
    from sufu_tui.explorer.reading_place import ReadingPlace

_COULD_NOT_RUN = 2


class StartRequest(NamedTuple):
    """Request for a start; None for what is not asked for: the item, the theme, the glyph set, the rest.

    `source` is the file of the source's text.

    Without a language, that in which the dossier was left goes before the environment's. A start that is
    `fresh` takes up nothing of the last run but the theme and the bookmarks.
    """

    goto: str | None = None
    theme: str | None = None
    glyphs: str | None = None
    language: str | None = None
    pane: PaneId | None = None
    filter: str | None = None
    sort: str | None = None
    source: str | None = None
    fresh: bool = False


_NOTHING = StartRequest()


def run(folder: DossierFolder, words: Catalogue, asked: StartRequest = _NOTHING) -> int:
    """Open the explorer on the dossier in `folder`; return the exit status.

    It looks as it was left, but for what is `asked` for. Without a glyph set the variable SUFU_GLYPHS chooses
    one.
    """
    if not _suits(folder, words):
        return _COULD_NOT_RUN
    named = asked.glyphs or os.environ.get("SUFU_GLYPHS") or "auto"
    choice = glyph_choice_named(named)
    if choice is None:
        names = words("show.list-separator").join(GLYPH_CHOICES)
        return _refuse(words("error.no-such-glyphs", name=named, names=names))
    shortcuts = shortcuts_wanted(os.environ)
    with StartupCollector(is_paused=shortcuts) as collector:
        opened = _open(folder, words, asked.goto, shortcuts=shortcuts)
        if opened is None:
            return _COULD_NOT_RUN
        if fault := _list_fault(asked, opened.dossier, words):
            print(fault, file=sys.stderr)
            return _COULD_NOT_RUN
        if shortcuts:
            _import_explorer()  # unless that is done already
        try:
            reader = source_reader(asked.source, folder.path, opened.dossier)
        except SourceTextError as problem:
            return _refuse(problem.sentence(words))
        app = _explorer(opened, words, choice, reader, collector.resume, asked, shortcuts=shortcuts)
        if asked.theme is not None:
            from sufu_tui.explorer.theme.themes import theme_named, theme_names

            known = theme_named(asked.theme)
            if known is None:
                names = words("show.list-separator").join(theme_names())
                return _refuse(words("error.no-such-theme", theme=asked.theme, names=names))
            app.theme = known
        app.run()
    return app.return_code or 0


def _list_fault(asked: StartRequest, dossier: Dossier, words: Catalogue) -> str:
    """Return what is wrong with the filter or the sort keys asked for; empty if nothing is."""
    if asked.filter is None and asked.sort is None:
        return ""
    from sufu_tui.cli.list_options import read_list_options  # few ask for a list

    own_kinds = [kind.id for kind in dossier.own_kinds]  # the beginning of a large dossier has them all
    options = read_list_options(asked.filter or "", asked.sort or "", words, asked.pane, own_kinds)
    return options if isinstance(options, str) else ""


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
    source: SourceReader | None,
    on_started: Callable[[], None],
    asked: StartRequest,
    *,
    shortcuts: bool,
) -> Explorer:
    """Return the explorer as it was left, but for what is asked for."""
    from sufu_tui.cli.bookmarks_file import BookmarksFile
    from sufu_tui.cli.preferences_file import PreferencesFile
    from sufu_tui.cli.web_browser import browse
    from sufu_tui.explorer.app import Explorer
    from sufu_tui.explorer.surroundings import Surroundings

    folder = state_folder(os.environ)
    file = PreferencesFile(folder, opened.dossier.id)
    kept = file.load()
    place = _place(kept.place, opened.goto, asked)
    views = {} if asked.fresh else kept.views
    if asked.sort is not None:
        from sufu_tui.cli.list_options import with_order

        views = with_order(views, asked.sort, asked.pane)
    left_in = place.language
    if asked.language is None and left_in is not None and left_in != words.language:
        texts = load(left_in)
        words = words.with_texts(texts, apart=True) if words.apart else texts
    app = Explorer(
        opened.dossier,
        words,
        goto=opened.goto,
        glyphs=glyphs,
        views=views,
        place=place,
        kept=kept,
        around=Surroundings(
            bookmarks=BookmarksFile(folder, opened.dossier.id),
            save=file.save,
            loader=opened.loader,
            source=source,
            browse=browse,
            on_started=on_started,
        ),
        shortcuts=shortcuts,
    )
    if app.console.color_system == "256":
        app.settle_for_256_colours()
    if kept.theme in app.available_themes:
        app.theme = kept.theme
    return app


def _place(kept: ReadingPlace | None, goto: Ref | None, asked: StartRequest) -> ReadingPlace:
    """Return the place to begin at: the kept one, but for what is asked for."""
    from sufu_tui.explorer.navigation import COVER, home_of
    from sufu_tui.explorer.reading_place import ReadingPlace

    # Who has not been here before begins at the cover.
    place = ReadingPlace(pane=COVER.id) if kept is None else ReadingPlace() if asked.fresh else kept
    if goto is not None:
        home = asked.pane or home_of(goto)
        panes = {pane: plain for pane, plain in place.panes.items() if pane != home}
        place = place._replace(pane=home, current=str(goto), panes=panes)
    if asked.pane is not None:
        place = place._replace(pane=asked.pane)
    return place if asked.filter is None else place._replace(filter=asked.filter)


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
