"""Groups of rows below headings, and the arranging of rows into them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from sufu_tui.explorer.listing.cursor import GroupHeading, Line

FOLDED_MARK, UNFOLDED_MARK = "▸", "▾"


class Group(NamedTuple):
    """Group by the id of what its rows have in common, with its heading and its rows in order."""

    key: str
    name: str
    heading: str
    rows: Sequence[int]


class Groups(NamedTuple):
    """Groups, and their lines: headings, and the rows of those that are not folded."""

    lines: Sequence[Line] = ()
    groups: Sequence[Group] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """Text of the heading of each group."""
        return tuple(group.heading for group in self.groups)

    def above(self, line: Line | None) -> int | None:
        """Return the number of the group that `line` belongs to or is the heading of; None without groups."""
        if isinstance(line, GroupHeading):
            return line.group if line.group < len(self.groups) else None
        return next((number for number, group in enumerate(self.groups) if line in group.rows), None)


class GroupHead(NamedTuple):
    """Head of a group: its name, and the text of its heading, which says more."""

    name: str
    heading: str


def arranged(
    rows: Sequence[int],
    keys: Iterable[str],
    key_of: Callable[[int], str],
    head_of: Callable[[str, Sequence[int]], GroupHead],
    folded: Collection[str] = (),
) -> Groups:
    """Return `rows` group by group, those with a key in `folded` as a heading only.

    Groups come in the order of their `keys`, the rows within one in the order that they had.
    """
    members: dict[str, list[int]] = {key: [] for key in keys}
    for row in rows:
        members[key_of(row)].append(row)
    lines: list[Line] = []
    groups: list[Group] = []
    for key, found in members.items():
        if found:
            hidden = key in folded
            lines += (GroupHeading(len(groups)), *(() if hidden else found))
            name, heading = head_of(key, found)
            groups.append(Group(key, name, f"{FOLDED_MARK if hidden else UNFOLDED_MARK} {heading}", found))
    return Groups(lines, groups)
