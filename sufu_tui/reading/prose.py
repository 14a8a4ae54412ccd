"""Prose parser: a TOML string to shown text, with folded lines and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sufu_tui.dossier.model import KINDS, Kind, Prose, Ref, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
_BLANKS = " " + _SEAM

_KINDS: Mapping[str, Kind] = {kind: kind for kind in KINDS}
# The address takes no blank and no slash at its start, so `[page](https://…)` stays plain text.
_LINK = re.compile(r"\[([^\[\]]*)\]\(([A-Za-z]+):([^()\s/][^()\s]*)?\)")
_ALMOST_A_LINK = re.compile(rf"\b(?:{'|'.join(KINDS)})[:：](?=[a-z])|(?<=[(（])(?:{'|'.join(KINDS)})[:：]")


class LinkFault(NamedTuple):
    """Faulty link: the code of the finding and the words at fault."""

    code: str
    text: str


def fold(text: str) -> str:
    """Return `text` on one line: a newline between two wide characters vanishes, else it is a blank."""
    if "\n" not in text and "\t" not in text:
        return text.strip()
    return "".join(_folded([text]))


def parse(text: str) -> Prose:
    """Return the spans of `text`, folded; anything but a link to a known kind is plain text."""
    if "](" not in text:
        folded = fold(text)
        return (Span(folded),) if folded else ()
    pieces: list[str] = []
    refs: list[Ref | None] = []
    end = 0
    for match in _LINK.finditer(text):
        kind = _KINDS.get(match[2])
        if kind is None or match[3] is None:
            continue
        pieces += (text[end : match.start()], match[1])
        refs += (None, Ref(kind, match[3]))
        end = match.end()
    pieces.append(text[end:])
    refs.append(None)
    return tuple(Span(piece, ref) for piece, ref in zip(_folded(pieces), refs, strict=True) if piece)


def is_plain(text: str, spans: Prose) -> bool:
    """Return whether `text`, parsed as `spans`, surely has no faulty link, without a search."""
    links = 0
    for span in spans:
        if span.ref is None:
            if ":" in span.text or "：" in span.text:
                return False
        elif span.text.strip():
            links += 1
    return links == text.count("](")


def link_faults(text: str) -> Iterator[LinkFault]:
    """Yield the faulty links: unknown kinds, no words, no id, broken brackets."""
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
    parts = []
    body, seams = "", 0  # the line that waits for the next one, and the seams at its end
    for line in _SEAM.join(pieces).replace("\t", " ").split("\n"):
        rest = line.lstrip(_BLANKS)
        leading = line.count(_SEAM, 0, len(line) - len(rest))
        if not rest:
            seams += leading
            continue
        blank = " " if body and not _are_wide(body[-1], rest[0]) else ""
        parts.append(body + _SEAM * seams + blank + _SEAM * leading)
        body = rest.rstrip(_BLANKS)
        seams = rest.count(_SEAM, len(body))
    parts.append(body + _SEAM * seams)
    return "".join(parts).split(_SEAM)


def _are_wide(before: str, after: str) -> bool:
    """Return whether a line break between the two characters vanishes."""
    if _is_wide(before):
        return _is_wide(after) or after in _SHARED
    return before in _SHARED and _is_wide(after)


def _is_wide(character: str) -> bool:
    return any(first <= character <= last for first, last in _WIDE)
