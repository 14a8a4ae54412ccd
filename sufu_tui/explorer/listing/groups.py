"""Groups of rows below headings, and the arranging of rows into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from sufu_tui.explorer.listing.cursor import GroupHeading, Line
from sufu_tui.writing.lazy_sequence import LazySequence

FOLDED_MARK, UNFOLDED_MARK = "▸", "▾"


class Group(NamedTuple):
    """Group by the id of what its rows have in common, with its rows in order."""

    key: str
    rows: Sequence[int]
    name_of: Callable[[str], str]

    @property
    def name(self) -> str:
        """Name in the reader's language; of very many few are looked at."""
        return self.name_of(self.key)


class Groups(NamedTuple):
    """Groups, and their lines: headings, and the rows of those that are not folded."""

    lines: Sequence[Line] = ()
    groups: Sequence[Group] = ()
    headings: Sequence[str] = ()
    """Heading of each group, written when it is looked at: it may add up figures."""

    def above(self, line: Line | None) -> int | None:
        """Return the number of the group that `line` belongs to or is the heading of; None without groups."""
        if isinstance(line, GroupHeading):
            return line.group if line.group < len(self.groups) else None
        return next((number for number, group in enumerate(self.groups) if line in group.rows), None)


def arranged(
    rows: Sequence[int],
    keys: Iterable[str],
    name_of: Callable[[str], str],
    key_of: Callable[[int], str],
    heading_of: Callable[[Group], str],
    folded: Collection[str] = (),
) -> Groups:
    """Return `rows` group by group, those with a key in `folded` as a heading only.

    Groups come in the order of `keys`, the rows within one in the order that they had.
    """
    members: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        members[key_of(row)].append(row)
    groups = [Group(key, members[key], name_of) for key in keys if key in members]
    lines: list[Line] = []
    for number, group in enumerate(groups):
        lines.append(GroupHeading(number))
        if group.key not in folded:
            lines += group.rows

    @cache
    def heading(number: int) -> str:
        group = groups[number]
        return f"{FOLDED_MARK if group.key in folded else UNFOLDED_MARK} {heading_of(group)}"

    return Groups(lines, groups, LazySequence(heading, range(len(groups))))
