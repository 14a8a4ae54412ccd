"""Text as it stands in a TOML string to text as it is shown: folded lines, links found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.model import KINDS, Prose, Ref, Span, parse_ref

if TYPE_CHECKING:
    from collections.abc import Iterator

# Two cells wide in every terminal. Rich's tables are exact, but not needed to tell Chinese from Latin.
_WIDE = (
    ("\u1100", "\u115f"),
    ("\u2e80", "\ua4cf"),
    ("\ua960", "\ua97f"),
    ("\uac00", "\ud7a3"),
    ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"),
    ("\uff01", "\uff60"),
    ("\uffe0", "\uffe6"),
    ("\U00020000", "\U0003fffd"),
)
# Punctuation that Chinese shares with English; it counts as wide beside a wide character.
_SHARED = "“”‘’…—·"

# Stands between the pieces of a text while it is folded; a control character, so no text has it.
_SEAM = "\x00"
_BLANKS = " \t\n" + _SEAM
_BLANK_START = re.compile(f"[{_BLANKS}]+")
_BREAK = re.compile(f"(?<![{_BLANKS}])[ {_SEAM}]*(?P<broken>[\t\n])[{_BLANKS}]*")
# The address takes no blank and no slash at its start, so `[page](https://…)` stays plain text.
_LINK = re.compile(r"\[([^\[\]]*)\]\(([A-Za-z]+):([^()\s/][^()\s]*)?\)")
_ALMOST_A_LINK = re.compile(rf"\b(?:{'|'.join(KINDS)})[:：](?=[a-z])|(?<=[(（])(?:{'|'.join(KINDS)})[:：]")


class LinkFault(NamedTuple):
    """A link that cannot be one: the code of the finding and the words at fault."""

    code: str
    text: str


def fold(text: str) -> str:
    """Return `text` on one line: a newline between two wide characters vanishes, else it is a blank."""
    if "\n" not in text and "\t" not in text:
        return text.strip()
    return "".join(_folded([text]))


def parse(text: str) -> Prose:
    """Return the spans of `text`, folded; what is no link to a known kind is plain text."""
    if "](" not in text:
        folded = fold(text)
        return (Span(folded),) if folded else ()
    pieces: list[str] = []
    refs: list[Ref | None] = []
    end = 0
    for match in _LINK.finditer(text):
        ref = parse_ref(f"{match[2]}:{match[3] or ''}")
        if ref is None:
            continue
        pieces += (text[end : match.start()], match[1])
        refs += (None, ref)
        end = match.end()
    pieces.append(text[end:])
    refs.append(None)
    return tuple(Span(piece, ref) for piece, ref in zip(_folded(pieces), refs, strict=True) if piece)


def is_plain(text: str, spans: Prose) -> bool:
    """Return whether `text`, parsed as `spans`, surely has no faulty link; quicker than looking for one."""
    links = 0
    for span in spans:
        if span.ref is None:
            if ":" in span.text or "：" in span.text:
                return False
        elif span.text.strip():
            links += 1
    return links == text.count("](")


def link_faults(text: str) -> Iterator[LinkFault]:
    """Yield what looks like a link and is none: unknown kinds, no words, no id, broken brackets."""
    end = 0
    plain = []
    for match in _LINK.finditer(text):
        address = f"{match[2]}:{match[3] or ''}"
        if match[2] not in KINDS:
            yield LinkFault("link-kind", address)
        elif not match[3]:
            yield LinkFault("link-without-id", address)
        elif not match[1].strip():
            yield LinkFault("link-without-words", address)
        plain.append(text[end : match.start()])
        end = match.end()
    plain.append(text[end:])
    for piece in plain:
        for match in _ALMOST_A_LINK.finditer(piece):
            yield LinkFault("link-broken", match[0])


def _folded(pieces: list[str]) -> list[str]:
    """Fold `pieces` as one text, so that a newline beside a link sees the characters around the link."""
    whole = _SEAM.join(pieces)
    start = _BLANK_START.match(whole)
    if start:
        whole = _SEAM * start[0].count(_SEAM) + whole[start.end() :]
    stripped = whole.rstrip(_BLANKS)
    whole = stripped + _SEAM * whole.count(_SEAM, len(stripped))
    return _BREAK.sub(_joint, whole).split(_SEAM)


def _joint(match: re.Match[str]) -> str:
    """Return what stands for a line break: nothing between two wide characters, else a blank where it was."""
    whole = match.string
    before, after = whole[match.start() - 1], whole[match.end()]
    wide = (_is_wide(before) and (after in _SHARED or _is_wide(after))) or (
        before in _SHARED and _is_wide(after)
    )
    blank = "" if wide and "\n" in match[0] else " "
    broken = match.start("broken") - match.start()
    return _SEAM * match[0].count(_SEAM, 0, broken) + blank + _SEAM * match[0].count(_SEAM, broken)


def _is_wide(character: str) -> bool:
    return any(first <= character <= last for first, last in _WIDE)
