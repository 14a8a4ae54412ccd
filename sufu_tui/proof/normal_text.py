"""Normal text: a text without what a copy may change (width, blanks, line breaks), with its places.

Figures are found in it; what is shown, and counted in lines and columns, is the text as it is.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.reading.prints.numerals import UNITS
from sufu_tui.reading.prints.running_text import NUMERAL_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

_HALF_WIDTH = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    ord("\u3000"): " ",
    ord("﹣"): "-",
    ord("﹢"): "+",
    ord("﹪"): "%",
    ord("‐"): "-",
    ord("‑"): "-",
}
_INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_GAP = re.compile(rf"[ \t{_BREAKS}\u00a0\u1680\u2000-\u200a\u202f\u205f{_INVISIBLE}]+")
_NOT_NORMAL = re.compile(rf"{_GAP.pattern[:-2]}\u3000\uff01-\uff5e﹣﹢﹪‐‑\u0300-\u036f\uf900-\ufaff]")
_BREAK = re.compile(rf"\r\n|[{_BREAKS}]")
_SHOWN = re.compile(rf"[^{_INVISIBLE}]")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n|\r[ \t]*\r")
_SENTENCE_ENDS = frozenset("。！？…!?.:：;；」』”")
_FIRST_WIDE = "\u2e80"


class TextSpan(NamedTuple):
    """Run of characters of a text, from `start` up to `end`."""

    start: int
    end: int

    def covers(self, other: TextSpan) -> bool:
        """Return whether all of `other` is within this span."""
        return self.start <= other.start and other.end <= self.end


class NormalText:
    """Text in half width, without blanks beside Chinese or line breaks within a paragraph.

    A line break alone does not end a paragraph, unless a sentence ends before it or its place is among
    the `borders`; a blank line does. A figure that a line break divides so becomes whole.
    """

    __slots__ = ("_here", "_there", "blanks", "text")

    def __init__(self, written: str, borders: Iterable[int] = ()) -> None:
        """Normalise `written`, which is in NFC; each of `borders` begins a paragraph."""
        narrow = written.translate(_HALF_WIDTH)
        gap_at = _Gaps(narrow, frozenset(borders))
        pieces: list[str] = []
        self._here, self._there = [0], [0]  # where pieces begin: in the normal text, and as written
        self.blanks: list[int] = []
        """Places before which a blank beside Chinese is left out, in order."""
        length = at = 0
        for gap in _GAP.finditer(narrow):
            filled = gap_at.filling(gap)
            pieces += [narrow[at : gap.start()], filled]
            length += gap.start() - at
            at = gap.end()
            if filled:
                self._begin_piece(length, gap.start())
                length += len(filled)
            elif length and _is_blank(gap[0]):
                self.blanks.append(length)
            self._begin_piece(length, at)
        pieces.append(narrow[at:])
        self.text = "".join(pieces)

    def _begin_piece(self, here: int, there: int) -> None:
        if self._here[-1] == here:
            self._there[-1] = there
        else:
            self._here.append(here)
            self._there.append(there)

    def written(self, start: int, end: int) -> TextSpan:
        """Return the span as written of the span from `start` to `end` of the normal text."""
        first = self._written_place(start)
        return TextSpan(first, self._written_place(end - 1) + 1 if end > start else first)

    def as_written(self, written: str) -> str:
        """Return this text with each character in the width that it has in `written`, its origin.

        Only the runs of blanks and line breaks, and what no reader sees, are as in the normal text: it is
        as long as that, and every figure in it whole.
        """
        ends = [*self._here[1:], len(self.text)]
        pieces = []
        for here, there, end in zip(self._here, self._there, ends, strict=True):
            first = written[there : there + 1].translate(_HALF_WIDTH)
            is_gap = not first or _GAP.match(first) is not None
            pieces.append(self.text[here:end] if is_gap else written[there : there + end - here])
        return "".join(pieces)

    def place(self, written: int) -> int:
        """Return the first place in the normal text that stands at `written` or after it."""
        piece = bisect_right(self._there, written) - 1
        if piece < 0:
            return 0  # among the blanks before the first word
        following = self._here[piece + 1] if piece + 1 < len(self._here) else len(self.text)
        return min(self._here[piece] + written - self._there[piece], following)

    def _written_place(self, place: int) -> int:
        piece = bisect_right(self._here, place) - 1
        return self._there[piece] + place - self._here[piece]


class _Gaps:
    """Rule for what stands in the normal text for a run of blanks and line breaks."""

    def __init__(self, text: str, borders: frozenset[int]) -> None:
        self._text = text
        self._borders = borders
        self._has_blank_lines = _BLANK_LINE.search(text) is not None

    def filling(self, gap: re.Match[str]) -> str:
        """Return what takes the place of `gap`: nothing, a blank, or a line break."""
        text = self._text
        before, after = text[gap.start() - 1 : gap.start()], text[gap.end() : gap.end() + 1]
        breaks = len(_BREAK.findall(gap[0]))
        if not before or not after:
            return ""
        both_numeral = before in NUMERAL_CHARACTERS and after in NUMERAL_CHARACTERS
        is_whole = before.isdecimal() and after in UNITS  # 66.4 億
        if breaks:
            is_end = breaks > 1 or before in _SENTENCE_ENDS or gap.end() in self._borders
            if is_end or (both_numeral and not is_whole and not self._has_blank_lines):
                return "\n"
            return "" if both_numeral or _is_wide(before, after) else " "
        if not _SHOWN.search(gap[0]):
            return ""
        return "" if _is_wide(before, after) and (is_whole or not both_numeral) else " "


def _is_blank(gap: str) -> bool:
    return _BREAK.search(gap) is None and _SHOWN.search(gap) is not None


def _is_wide(before: str, after: str) -> bool:
    return before >= _FIRST_WIDE or after >= _FIRST_WIDE


def normal_form(text: str) -> str:
    """Return the words `text` of a dossier as they stand in a normal text."""
    return NormalText(unicodedata.normalize("NFC", text)).text if _NOT_NORMAL.search(text) else text


def digest(text: str) -> str:
    """Return the SHA-256 digest, in hexadecimal, of `text` in half width without any blank or line break."""
    bare = _GAP.sub("", unicodedata.normalize("NFC", text).translate(_HALF_WIDTH))
    return hashlib.sha256(bare.encode("utf-8", "surrogatepass")).hexdigest()
