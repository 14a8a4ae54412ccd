"""`sufu-tui screenshot`: pictures of the explorer, one or all that a manifest names."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sufu_tui.cli.arguments import VIEWS, UsageError
from sufu_tui.cli.dossier_folder import DossierFolder
from sufu_tui.cli.list_options import read_list_options
from sufu_tui.cli.source_file import source_reader
from sufu_tui.cli.startup.opening import open_dossier
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.model import Dossier, Ref, parse_ref
from sufu_tui.languages.catalogue import Catalogue, load
from sufu_tui.reading.source_texts import SourceTextError
from sufu_tui.screenshots.captions import caption
from sufu_tui.screenshots.encoding import SUFFIXES, Encoded, NoRasteriser, Screenshot, encode
from sufu_tui.screenshots.font_choice import can_outline, pen_for, script_of
from sufu_tui.screenshots.fonts import WANTED
from sufu_tui.screenshots.manifest import ManifestEntry, ManifestError, read_manifest
from sufu_tui.screenshots.metadata import read_metadata
from sufu_tui.screenshots.staleness import Difference, differences
from sufu_tui.typesetting.glyphs import GLYPH_SETS
from sufu_tui.typesetting.safe_characters import harmless, visible

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from sufu_tui.explorer.background.proving import SourceReader
    from sufu_tui.screenshots.fonts import Script
    from sufu_tui.screenshots.outlines import Outlines

_USUAL_SIZE = "120x40"
_MOST_CELLS = 1000  # in each direction
_STALE = 1
_COULD_NOT_RUN = 2


class ScreenshotRequest(NamedTuple):
    """Request for one picture, or for all of a manifest, made or only checked."""

    entries: tuple[ManifestEntry, ...] = ()
    manifest: Path | None = None
    check: bool = False


def requested(options: Namespace) -> ScreenshotRequest:
    """Return the request of the command line.

    Raises:
        UsageError: neither a picture nor a manifest, or an option that goes with neither.

    """
    if options.all is not None:
        if options.pane is not None:
            raise UsageError("not-with-all", text=options.pane)
        for option in ("output", "size", "press", "goto", "theme", "glyphs", "filter", "sort"):
            if getattr(options, option):
                raise UsageError("not-with-all", text="-o" if option == "output" else f"--{option}")
        return ScreenshotRequest(manifest=Path(options.all), check=options.check)
    if options.check:
        raise UsageError("check-needs-all")
    if options.pane is None:
        raise UsageError("no-pane", known=VIEWS)
    if options.output is None:
        raise UsageError("no-output-file")
    path = Path(options.output)
    if path.suffix not in SUFFIXES:
        raise UsageError(
            "not-offered", text=path.name, option="-o", known=[f"*{suffix}" for suffix in SUFFIXES]
        )
    chosen: dict[str, Any] = {
        name: getattr(options, name) or ""
        for name in ("theme", "size", "press", "goto", "glyphs", "filter", "sort")
    }
    return ScreenshotRequest((ManifestEntry(path, 0, options.pane, **chosen),))


class _Refused(Exception):  # noqa: N818  the end of a request
    """Error of a picture that cannot be made; the text is a sentence."""


def run(
    folder: DossierFolder, request: ScreenshotRequest, words: Catalogue, source: str | None = None
) -> int:
    """Make pictures, or check them; return the exit status: 1 if one is stale, 2 if one cannot be made.

    The file `source` has the text that stands beside.
    """
    try:
        entries = _named(request.manifest, words) if request.manifest else request.entries
        dossier = open_dossier(folder, words)
        if dossier is None:
            return _COULD_NOT_RUN
        subject = _Subject(dossier, source_reader(source, folder.path, dossier))
        studio = _Studio(subject, words, by_manifest=request.manifest is not None)
        if request.check:
            return studio.check(entries, folder.command("screenshot", "--all", str(request.manifest)))
        for entry in entries:
            studio.make(entry, parents=request.manifest is not None)
    except SourceTextError as problem:
        print(problem.sentence(words), file=sys.stderr)
        return _COULD_NOT_RUN
    except _Refused as problem:
        print("\n".join(map(harmless, str(problem).split("\n"))), file=sys.stderr)
        return _COULD_NOT_RUN
    studio.report_missing_fonts()
    return 0


def _named(manifest: Path, words: Catalogue) -> tuple[ManifestEntry, ...]:
    try:
        return read_manifest(manifest)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise _Refused(words("error.unreadable", file=str(manifest), reason=reason)) from None
    except ManifestError as problem:
        sentence = words(f"screenshot.{problem.code}", **problem.values)
        raise _Refused(f"{manifest}:{problem.line}: {sentence}") from None


class _Subject(NamedTuple):
    """Subject of a picture: a dossier, and what reads the text of its source."""

    dossier: Dossier
    source: SourceReader | None


class _Studio:
    """Maker of pictures; fonts and other dossiers that a manifest names are opened once."""

    def __init__(self, subject: _Subject, words: Catalogue, *, by_manifest: bool) -> None:
        self._subjects: dict[Path | None, _Subject] = {None: subject}
        self._by_manifest = by_manifest
        self._words = words
        self._pens: dict[Script, Outlines] = {}
        self._undrawn: dict[str, None] = {}

    def make(self, entry: ManifestEntry, *, parents: bool) -> None:
        """Write a picture into its file, and print its path."""
        encoded = self._encoded(entry)
        try:
            if parents:
                entry.path.parent.mkdir(parents=True, exist_ok=True)
            entry.path.write_bytes(encoded.data)
        except OSError as problem:
            reason = problem.strerror or str(problem)
            raise _Refused(
                self._words("screenshot.unwritable", file=str(entry.path), reason=reason)
            ) from None
        print(harmless(str(entry.path)))

    def check(self, entries: Sequence[ManifestEntry], remedy: str) -> int:
        """Print the stale pictures, their differences and the command `remedy`; return the exit status."""
        stale = 0
        for entry in entries:
            findings = list(self._stale(entry))
            stale += bool(findings)
            for sentence in findings:
                print(f"{harmless(str(entry.path))}: {sentence}")
        key = "screenshot.stale" if stale else "screenshot.fresh"
        print(self._words(key, stale=stale, number=len(entries), command=remedy), file=sys.stderr)
        return _STALE if stale else 0

    def _stale(self, entry: ManifestEntry) -> Iterator[str]:
        words = self._words
        try:
            old = read_metadata(entry.path)
        except FileNotFoundError:
            yield words("screenshot.missing")
            return
        except OSError as problem:
            yield words("error.unreadable", file=entry.path.name, reason=problem.strerror or str(problem))
            return
        if old is None:
            yield words("screenshot.no-record")
            return
        for change in differences(old, self._encoded(entry).metadata):
            yield from self._described(change)

    def _described(self, change: Difference) -> Iterator[str]:
        yield self._words(f"screenshot.changed-{change.code}", line=change.line, now=visible(change.now))
        if change.code == "text":
            yield f"  - {visible(change.was)}"
            yield f"  + {visible(change.now)}"

    def _encoded(self, entry: ManifestEntry) -> Encoded:
        language = next((known for known in LANGUAGES if known == entry.lang), None)
        if entry.lang and language is None:
            raise self._refusal("lang", entry.lang, LANGUAGES)
        words = load(language) if language else self._words
        subject = self._subject(entry.data)
        picture = self._picture(entry, words, subject)
        try:
            encoded = encode(picture, entry.path.suffix, self._pen(words, subject.dossier))
        except NoRasteriser:
            raise _Refused(self._words("screenshot.no-rasteriser")) from None
        self._undrawn.update(dict.fromkeys(encoded.undrawn))
        return encoded

    def _subject(self, data: Path | None) -> _Subject:
        """Return what is shown; raise _Refused, after its findings, where a dossier cannot be opened."""
        if data is not None and data not in self._subjects:
            folder = DossierFolder(data, str(data))
            dossier = open_dossier(folder, self._words)
            if dossier is None:
                raise _Refused(self._words("screenshot.no-dossier", folder=visible(str(data))))
            self._subjects[data] = _Subject(dossier, source_reader(None, data, dossier))
        return self._subjects[data]

    def _picture(self, entry: ManifestEntry, words: Catalogue, subject: _Subject) -> Screenshot:
        from sufu_tui.explorer.headless import ScreenRequest, is_key, render_screen  # with the screen library
        from sufu_tui.explorer.navigation import EVERY_PANE
        from sufu_tui.explorer.theme.themes import theme_named, theme_names

        pane = next((spec.id for spec in EVERY_PANE if spec.id == entry.pane), None)
        if pane is None:
            raise self._refusal("pane", entry.pane, tuple(spec.id for spec in EVERY_PANE))
        columns, rows = self._size(entry.size or _USUAL_SIZE)
        theme = theme_named(entry.theme or "dark")
        if theme is None:
            raise self._refusal("theme", entry.theme, theme_names())
        keys = tuple(_keys(entry.press))
        for key in keys:
            if not is_key(key):
                raise _Refused(self._words("screenshot.no-such-key", key=visible(key)))
        glyphs = next((known for known in GLYPH_SETS if known == (entry.glyphs or "unicode")), None)
        if glyphs is None:
            raise self._refusal("glyphs", entry.glyphs, GLYPH_SETS)
        dossier, source = subject
        own_kinds = [kind.id for kind in dossier.own_kinds]
        options = read_list_options(entry.filter, entry.sort, self._words, pane, own_kinds)
        if isinstance(options, str):
            raise _Refused(options)
        goto = self._ref(entry.goto, dossier)
        asked = ScreenRequest(pane, columns, rows, theme, keys, goto, glyphs, *options, source=source)
        title = words(
            "picture.title", title=dossier.title.in_language(words.language), pane=words(f"app.{pane}")
        )
        grid, sources = render_screen(dossier, words, asked)
        return Screenshot(grid, title, caption(sources, dossier, words, columns))

    def _size(self, size: str) -> tuple[int, int]:
        found = re.fullmatch(r"([1-9]\d{0,3})[x×]([1-9]\d{0,3})", size)
        if not found or max(int(found[1]), int(found[2])) > _MOST_CELLS:
            raise _Refused(self._words("screenshot.no-size", size=visible(size)))
        return int(found[1]), int(found[2])

    def _ref(self, goto: str, dossier: Dossier) -> Ref | None:
        if not goto:
            return None
        ref = parse_ref(goto)
        if ref is None or dossier.find(ref) is None:
            hint = self._words("error.ref-form")
            raise _Refused(self._words("error.no-such-item", ref=visible(goto), hint=hint))
        return ref

    def _refusal(self, option: str, text: str, known: Sequence[str]) -> _Refused:
        """Return the fault of an option, named as on the command line or in the manifest."""
        names = self._words("show.list-separator").join(known)
        name = option if self._by_manifest else f"--{option}"
        message = self._words("usage.not-offered", option=name, text=visible(text), known=names)
        return _Refused(message if self._by_manifest else self._words("usage.wrong", message=message))

    def _pen(self, words: Catalogue, dossier: Dossier) -> Outlines:
        script = script_of(words.language, dossier)
        if script not in self._pens:
            self._pens[script] = pen_for(words.language, dossier, os.environ)
        return self._pens[script]

    def report_missing_fonts(self) -> None:
        """Print the fonts to install where some characters were left to the viewer's."""
        if self._undrawn:
            key = "screenshot.fonts-wanted" if can_outline() else "screenshot.extra-wanted"
            print(self._words(key, fonts=WANTED, number=len(self._undrawn)), file=sys.stderr)


def _keys(press: str) -> Iterator[str]:
    """Yield the keys in `press`: names with commas between them, or text in straight quotes to be typed."""
    for typed, name in re.findall(r'"([^"]*)"|([^,\s]+)', press):
        if typed:
            yield from typed
        else:
            yield name
