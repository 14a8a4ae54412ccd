"""`sufu-tui show bookmarks`: the reader's bookmarks in the order of the report, with their own lines."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sufu_tui.cli.bookmarks_file import BookmarksFile
from sufu_tui.cli.output_width import columns_of
from sufu_tui.cli.startup.opening import open_dossier
from sufu_tui.cli.user_folders import state_folder
from sufu_tui.dossier.bookmark import Bookmark
from sufu_tui.dossier.model import Dossier
from sufu_tui.languages.catalogue import Catalogue
from sufu_tui.query.backlinks import Backlinks
from sufu_tui.query.bookmark_order import in_report_order
from sufu_tui.typesetting.breaking import wrap
from sufu_tui.typesetting.safe_characters import typed
from sufu_tui.writing.formats import markdown, write_json
from sufu_tui.writing.spot_title import spot_title

if TYPE_CHECKING:
    from sufu_tui.cli.dossier_folder import DossierFolder
    from sufu_tui.writing.records import Record

_COULD_NOT_RUN = 2


def run(folder: DossierFolder, form: str, words: Catalogue) -> int:
    """Write the bookmarks in a dossier as `text`, `markdown` or `json`; return the exit status."""
    dossier = open_dossier(folder, words)
    if dossier is None:
        return _COULD_NOT_RUN
    kept = BookmarksFile(state_folder(os.environ), dossier.id).load()
    bookmarks = in_report_order(kept, dossier, Backlinks(dossier))
    if form == "json":
        write_json([_record(one, dossier, words) for one in bookmarks], sys.stdout)
        return 0
    if not bookmarks:
        print(words("show.no-bookmarks"), file=sys.stderr)
    for bookmark in bookmarks:
        _write(bookmark, dossier, words, form)
    return 0


def _record(bookmark: Bookmark, dossier: Dossier, words: Catalogue) -> Record:
    """Return a bookmark as a record; its paragraph counts from 1, and one that is gone has no title."""
    spot = bookmark.spot_in(dossier)
    here = bookmark.spot if spot is None else spot
    return {
        "ref": typed(str(here.ref)),
        "paragraph": None if here.paragraph is None else here.paragraph + 1,
        "kind": here.ref.kind,
        "title": None if spot is None else spot_title(spot, dossier, words),
        "line": typed(bookmark.line) or None,
    }


def _write(bookmark: Bookmark, dossier: Dossier, words: Catalogue, form: str) -> None:
    spot = bookmark.spot_in(dossier)
    ref = typed(str(bookmark.spot.ref))
    title = f"{ref} {words('show.bookmark-gone')}" if spot is None else spot_title(spot, dossier, words)
    title = f"{words(f'search.{bookmark.spot.ref.kind}')}  {title}"
    line = typed(bookmark.line)
    if form == "markdown":
        print(f"- {markdown(title)}" + (f"\n  {markdown(line)}" if line else ""))
        return
    columns = columns_of(sys.stdout)
    for text, indent in ((title, ""), (line, "    ")):
        shown = [text] if columns is None else wrap(text, max(2, columns - len(indent)))
        for part in shown if text else ():
            print(indent + part)
