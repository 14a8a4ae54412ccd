"""Bookmarks: spots of a dossier that its reader marked, each with a line of the reader's own."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sufu_tui.dossier.model import Dossier, Kind, Paragraph, Ref, Section, parse_ref

MOST_BOOKMARKS = 10_000
"""Bookmarks of one dossier; more are left out."""
_MOST_CHARACTERS = 1_000
"""Characters of an id or a line that are read: we write less."""


class Spot(NamedTuple):
    """Spot of a dossier: an item, or a `paragraph` of a section, counted from 0."""

    ref: Ref
    paragraph: int | None = None


class Bookmark(NamedTuple):
    """Bookmark at a spot.

    A paragraph is found again by its `print`, wherever its section has it by then; `line` is the reader's.
    """

    spot: Spot
    line: str = ""
    print: str = ""

    def spot_in(self, dossier: Dossier) -> Spot | None:
        """Return its spot in `dossier`, which may have changed since; None where that is gone."""
        ref, paragraph = self.spot
        item = dossier.find(ref)
        if item is None or paragraph is None or not isinstance(item, Section):
            return None if item is None else Spot(ref)
        found = find_paragraph(item, paragraph, self.print)
        return None if found is None else Spot(ref, found)

    def to_plain(self) -> dict[str, object]:
        """Return the bookmark as plain values, to be written as JSON."""
        plain: dict[str, object] = {"ref": str(self.spot.ref)}
        if self.spot.paragraph is not None:
            plain |= {"paragraph": self.spot.paragraph, "print": self.print}
        return {**plain, "line": self.line} if self.line else plain


def bookmark_at(spot: Spot, dossier: Dossier, line: str = "") -> Bookmark:
    """Return a bookmark at `spot`."""
    section = dossier.find(spot.ref)
    if spot.paragraph is None or not isinstance(section, Section):
        return Bookmark(spot, line)
    return Bookmark(spot, line, paragraph_print(section.paragraphs[spot.paragraph]))


def bookmark_from(plain: object) -> Bookmark | None:
    """Return the bookmark in plain values from any source; None where they are none."""
    if not isinstance(plain, Mapping):
        return None
    text, number = plain.get("ref"), plain.get("paragraph")
    ref = parse_ref(text) if isinstance(text, str) and len(text) <= _MOST_CHARACTERS else None
    if ref is None:
        return None
    is_number = isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 10**9
    spot = Spot(ref, number if ref.kind == "section" and is_number else None)
    line, mark = plain.get("line"), plain.get("print")
    return Bookmark(
        spot,
        line[:_MOST_CHARACTERS] if isinstance(line, str) else "",
        mark[:_MOST_CHARACTERS] if isinstance(mark, str) and spot.paragraph is not None else "",
    )


def paragraph_print(paragraph: Paragraph) -> str:
    """Return a print of what a paragraph links in any language, by which it is found again."""
    links = {span.ref for prose in paragraph.text.versions.values() for span in prose if span.ref}
    return f"{zlib.crc32(' '.join(sorted(map(str, links))).encode('utf-8', 'surrogatepass')):08x}"


def find_paragraph(section: Section, number: int, mark: str) -> int | None:
    """Return the paragraph with the print `mark` that is nearest to `number`.

    Where none has it, the one that has the number now; None where the section has become too short.
    """
    same = [at for at, paragraph in enumerate(section.paragraphs) if paragraph_print(paragraph) == mark]
    if same:
        return min(same, key=lambda at: abs(at - number))
    return number if number < len(section.paragraphs) else None


def bookmarked_ids(bookmarks: Iterable[Bookmark], kind: Kind) -> frozenset[str]:
    """Return the ids of the items of a kind that have a bookmark."""
    return frozenset(one.spot.ref.id for one in bookmarks if one.spot.ref.kind == kind)
