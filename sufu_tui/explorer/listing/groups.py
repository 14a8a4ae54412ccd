"""Groups of rows below headings, and the arranging of rows into them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sufu_tui.explorer.listing.cursor import GroupHeading, Line
from sufu_tui.writing.lazy_sequence import LazySequence

FOLDED_MARK, UNFOLDED_MARK = "▸", "▾"


class Group(NamedTuple):
    """Group by the id of what its rows have in common, with its name and its rows in order."""

    key: str
    name: str
    rows: Sequence[int]


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
    names: Mapping[str, str],
    key_of: Callable[[int], str],
    heading_of: Callable[[Group], str],
    folded: Collection[str] = (),
) -> Groups:
    """Return `rows` group by group, those with a key in `folded` as a heading only.

    Groups come in the order of `names`, which are by key, the rows within one in the order that they had.
    """
    members: dict[str, list[int]] = {key: [] for key in names}
    for row in rows:
        members[key_of(row)].append(row)
    lines: list[Line] = []
    groups: list[Group] = []
    for key, found in members.items():
        if found:
            lines += (GroupHeading(len(groups)), *(() if key in folded else found))
            groups.append(Group(key, names[key], found))

    @cache
    def heading(number: int) -> str:
        group = groups[number]
        return f"{FOLDED_MARK if group.key in folded else UNFOLDED_MARK} {heading_of(group)}"

    return Groups(lines, groups, LazySequence(heading, range(len(groups))))
