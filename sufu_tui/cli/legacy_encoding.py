"""Legacy encodings of a terminal, detected from its locale (POSIX)."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Mapping

_UTF8 = "utf-8"
_LOCALE_VARIABLES = ("LC_ALL", "LC_CTYPE", "LANG")


def legacy_encoding(environ: Mapping[str, str]) -> str | None:
    """Return the name of the terminal's encoding where it is another than UTF-8, else None.

    It is the codeset of the locale, `BIG5` in `zh_TW.BIG5`, whether that locale is installed or not: the
    terminal was set up for it. A locale without one leaves it to the system, whose answer Python keeps as
    the encoding of file names (PYTHONIOENCODING is of no account there). ASCII means that no locale was
    chosen.
    """
    locale = next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), "")
    codeset = locale.partition("@")[0].partition(".")[2]
    encoding = codeset or sys.getfilesystemencoding()
    return None if _codec(encoding) in {_UTF8, "ascii"} else encoding


def encoded(sentence: str, encoding: str, plain: str) -> bytes:
    """Return `sentence` in `encoding`, or `plain` in ASCII where the encoding lacks a character."""
    try:
        return sentence.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return plain.encode("ascii", "replace")


def _codec(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return encoding
