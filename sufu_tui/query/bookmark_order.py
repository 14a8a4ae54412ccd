"""Order of bookmarks: that of the report, and what belongs to none of its paragraphs after them."""

from __future__ import annotations

from collections.abc import Iterable

from sufu_tui.dossier.bookmark import Bookmark
from sufu_tui.dossier.model import KINDS, Dossier, Ref
from sufu_tui.query.backlinks import Backlinks


def in_report_order(bookmarks: Iterable[Bookmark], dossier: Dossier, backlinks: Backlinks) -> list[Bookmark]:
    """Return `bookmarks` by where the report first speaks of their spots; those that are gone at the end."""
    numbers = {section.ref: section.number for section in dossier.sections}
    last = len(numbers) + 1

    def first_mention(ref: Ref) -> tuple[int, int]:
        for where, paragraph in backlinks.of(ref):
            if where in numbers:
                return numbers[where], paragraph or 0
        return last, 0

    def key(bookmark: Bookmark) -> tuple[bool, tuple[int, int], int]:
        spot = bookmark.spot_in(dossier)
        if spot is None:
            return True, (last, 0), 0
        own = numbers.get(spot.ref)
        place = (
            first_mention(spot.ref)
            if own is None
            else (own, -1 if spot.paragraph is None else spot.paragraph)
        )
        return False, place, KINDS.index(spot.ref.kind)

    return sorted(bookmarks, key=key)
