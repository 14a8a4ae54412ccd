"""File of a source's text: plain text in UTF-8, or a sentence that says why it is none."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sufu_tui.dossier.model import Dossier
    from sufu_tui.explorer.background.proving import SourceReader, SourceReading
    from sufu_tui.languages.catalogue import Catalogue

MOST_BYTES = 8 * 2**20
"""Largest text that is read: a report has a hundredth of it, and it would take more than half a minute."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARKUP_BEGINNING = re.compile(r"\s*<(?:!doctype|!--|\?xml|html|head|body|div|meta|p)\b", re.IGNORECASE)
_MARKUP = re.compile(r"</(?:html|body|div|span|p|a|td|li|h[1-6])\s*>", re.IGNORECASE)
_FEW_TAGS = 3


class SourceFileError(Exception):
    """Error: no text to read. `code` names the sentence `verify.CODE`, filled by `values`."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def sentence(self, words: Catalogue) -> str:
        """Return the fault as a sentence, which names the file without harm."""
        from sufu_tui.typesetting.safe_characters import visible  # only after a fault

        return words(f"verify.{self.code}", **{name: visible(value) for name, value in self.values.items()})


def source_reader(given: str | None, folder: Path, dossier: Dossier) -> SourceReader | None:
    """Return what reads the text of the file `given`, or of the one in `folder` that the dossier names.

    None where there is neither. A file that was given is read here and now; raise SourceFileError where
    it is no text.
    """
    if given is not None:
        text = read_source(given)
        return lambda _: _reading(text)
    name = next((source.text for source in dossier.sources if source.text is not None), None)
    return None if name is None else lambda words: _reading_within(folder, name, words)


def _reading(text: str | None, fault: str = "") -> SourceReading:
    from sufu_tui.explorer.background.proving import SourceReading  # with the explorer, which asks

    return SourceReading(text, fault)


def _reading_within(folder: Path, name: str, words: Catalogue) -> SourceReading:
    """Read the file `name`, if it stands in `folder` and no link leads out of there."""
    try:
        path = (folder / name).resolve()
        is_within = path.is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError) as problem:  # links in a circle
        fault = SourceFileError("unreadable", file=name, reason=str(problem))
        return _reading(None, fault.sentence(words))
    if not is_within:
        return _reading(None, SourceFileError("outside", file=name).sentence(words))
    try:
        return _reading(read_source(str(path)))
    except SourceFileError as problem:
        return _reading(None, problem.sentence(words))


def read_source(name: str) -> str:
    """Return the text of the file `name`; raise SourceFileError where it is no plain text in UTF-8."""
    data = _bytes_of(name)
    if data.startswith(_UTF16) or b"\0" in data:
        raise SourceFileError("not-text", file=name)
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceFileError("not-utf8", file=name, line=str(line)) from None
    if not text.strip():
        raise SourceFileError("empty", file=name)
    if _MARKUP_BEGINNING.match(text) or len(_MARKUP.findall(text)) >= _FEW_TAGS:
        raise SourceFileError("html", file=name)
    return text


def _bytes_of(name: str) -> bytes:
    path = Path(name)
    try:
        status = path.stat()  # before it is opened: a pipe would keep us waiting
        if stat.S_ISDIR(status.st_mode):
            raise SourceFileError("folder", file=name)
        if not stat.S_ISREG(status.st_mode):
            raise SourceFileError("no-regular-file", file=name)
        if status.st_size > MOST_BYTES:
            raise SourceFileError("too-large", file=name, limit=str(MOST_BYTES // 2**20))
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceFileError("no-file", file=name) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise SourceFileError("unreadable", file=name, reason=reason) from None
