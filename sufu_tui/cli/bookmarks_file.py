"""Bookmarks file: the reader's bookmarks in a dossier; changed by reading, editing and replacing it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sufu_tui.cli.preferences_file import file_stem
from sufu_tui.dossier.bookmark import MOST_BOOKMARKS, Bookmark, bookmark_from

BOOKMARKS_FORMAT = 1
"""Version of the format; rises with every change of the meaning of its values."""

_MOST_BYTES = 16_000_000
_LOCK_SECONDS = 0.5
"""Time that another explorer may take to change the file; after it the lock is of one that has died."""
_NAP = 0.01

Edit = Callable[[tuple[Bookmark, ...]], tuple[Bookmark, ...]]


class BookmarksFile:
    """File of the bookmarks of one dossier.

    Two explorers may change it: each edits what is there by then. What it cannot read, it sets aside and
    does not overwrite: the lines are the reader's own.
    """

    def __init__(self, folder: Path | None, dossier_id: str) -> None:
        self._file = None if folder is None else folder / f"{file_stem(dossier_id)}.bookmarks.json"

    def load(self) -> tuple[Bookmark, ...]:
        """Return the bookmarks kept; none where there is no file, or no valid one."""
        return self._read() or ()

    def change(self, edit: Edit) -> tuple[Bookmark, ...] | None:
        """Keep what `edit` makes of the bookmarks on file; return None where the system refuses."""
        if self._file is None:
            return None
        import json  # no start needs it

        from sufu_tui.writing.atomic_file import CannotWriteError, replace

        file = self._file
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with _locked(file.with_suffix(".lock")):
                known = self._read()
                if known is None:
                    file.replace(file.with_suffix(".unread"))
                bookmarks = edit(known or ())[:MOST_BOOKMARKS]
                plain = {"format": BOOKMARKS_FORMAT, "bookmarks": [one.to_plain() for one in bookmarks]}
                text = json.dumps(plain, ensure_ascii=True, indent=1) + "\n"
                replace(file, lambda part: _write(part, text))
        except (OSError, CannotWriteError):
            return None
        return bookmarks

    def _read(self) -> tuple[Bookmark, ...] | None:
        """Return the bookmarks on file, none without a file; None where it is not one of ours."""
        if self._file is None or not self._file.exists():
            return ()
        import json  # a start without bookmarks does not need it

        try:
            with self._file.open("rb") as file:
                plain = json.loads(file.read(_MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return None
        listed = plain.get("bookmarks") if isinstance(plain, dict) else None
        if not isinstance(listed, list) or plain.get("format") != BOOKMARKS_FORMAT:
            return None
        found = (bookmark_from(one) for one in listed[:MOST_BOOKMARKS])
        return tuple({one.spot: one for one in found if one is not None}.values())


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@contextmanager
def _locked(lock: Path) -> Iterator[None]:
    """Hold a lock that only one explorer has at a time; one left by an explorer that died is taken over."""
    until = time.monotonic() + _LOCK_SECONDS
    while True:
        try:
            lock.open("x").close()
            break
        except FileExistsError:
            if time.monotonic() > until:
                break
            time.sleep(_NAP)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink(missing_ok=True)
