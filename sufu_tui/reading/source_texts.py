"""Texts of sources: files of plain text in UTF-8, or the reason why one is none."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sufu_tui.languages.catalogue import Catalogue

MOST_BYTES = 8 * 2**20
"""Largest text that is read: a report has a hundredth of it, and it would take more than half a minute."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARKUP_BEGINNING = re.compile(r"\s*<(?:!doctype|!--|\?xml|html|head|body|div|meta|p)\b", re.IGNORECASE)
_MARKUP = re.compile(r"</(?:html|body|div|span|p|a|td|li|h[1-6])\s*>", re.IGNORECASE)
_FEW_TAGS = 3


class SourceTextError(Exception):
    """Error: no text to read. `code` names the sentence `verify.CODE`, filled by `values`."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def sentence(self, words: Catalogue) -> str:
        """Return the fault as a sentence, which names the file without harm."""
        from sufu_tui.typesetting.safe_characters import visible  # only after a fault

        return words(f"verify.{self.code}", **{name: visible(value) for name, value in self.values.items()})


def source_text_within(folder: Path, name: str) -> str:
    """Return the text of the file `name` of a dossier's folder, if no link leads out of there.

    Raises:
        SourceTextError: it leads out, or is no plain text in UTF-8.

    """
    try:
        path = (folder / name).resolve()
        is_within = path.is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError) as problem:  # links in a circle
        raise SourceTextError("unreadable", file=name, reason=str(problem)) from None
    if not is_within:
        raise SourceTextError("outside", file=name)
    return _text_of(path, name)


def source_text(file: str) -> str:
    """Return the text of a `file`; raise SourceTextError where it is no plain text in UTF-8."""
    return _text_of(Path(file), file)


def _text_of(path: Path, name: str) -> str:
    """Return the text of the file at `path`, which a fault calls `name`."""
    data = _bytes_of(path, name)
    if data.startswith(_UTF16) or b"\0" in data:
        raise SourceTextError("not-text", file=name)
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceTextError("not-utf8", file=name, line=str(line)) from None
    if not text.strip():
        raise SourceTextError("empty", file=name)
    if _MARKUP_BEGINNING.match(text) or len(_MARKUP.findall(text)) >= _FEW_TAGS:
        raise SourceTextError("html", file=name)
    return text


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        status = path.stat()  # before it is opened: a pipe would keep us waiting
        if stat.S_ISDIR(status.st_mode):
            raise SourceTextError("folder", file=name)
        if not stat.S_ISREG(status.st_mode):
            raise SourceTextError("no-regular-file", file=name)
        if status.st_size > MOST_BYTES:
            raise SourceTextError("too-large", file=name, limit=str(MOST_BYTES // 2**20))
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceTextError("no-file", file=name) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise SourceTextError("unreadable", file=name, reason=reason) from None
