"""Lane groups: the lanes of events by area, section or kind."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import repeat
from operator import attrgetter
from typing import Literal, NamedTuple

from sufu_tui.dossier.model import Dossier, Event, EventKind
from sufu_tui.languages.catalogue import Catalogue

Grouping = Literal["area", "section", "kind"]
GROUPINGS: tuple[Grouping, ...] = ("area", "section", "kind")

_KINDS: tuple[EventKind, ...] = ("era", "span", "point")


_MOST = 100
"""Lanes, at most: where there are more groups, the last lane has the events of all the others."""


class LaneGroups(NamedTuple):
    """Ids of the lanes that have an event, in the dossier's order, and each event's lane."""

    grouping: Grouping
    ids: tuple[str, ...]
    of_events: Sequence[int]
    """Number of the lane of each event, by the event's index."""
    gathered: int = 0
    """Number of groups whose events are in one lane after all others."""

    @property
    def number(self) -> int:
        """Number of lanes."""
        return len(self.ids) + (self.gathered > 0)


def lanes_by(grouping: Grouping, dossier: Dossier, shown: Sequence[int] | None = None) -> LaneGroups:
    """Return the lanes of a dossier's events.

    Of too many those of the events with the indexes `shown` have lanes of their own, if given.
    """
    known: Sequence[str]
    if grouping == "area":
        known = [area.id for area in dossier.areas]
    elif grouping == "section":
        known = [section.id for section in dossier.sections]
    else:
        known = _KINDS
    return lanes_in(grouping, known, dossier.events, shown)


def lanes_in(
    grouping: Grouping, known: Sequence[str], events: Sequence[Event], shown: Sequence[int] | None = None
) -> LaneGroups:
    """Return the lanes of `events` in the order of the ids `known`; a lane without an event is left out.

    There are a hundred at most: the first groups that the events `shown` have, and one lane for all others.
    """
    own: list[str] = list(map(attrgetter(grouping), events))
    there = set(own)
    ids = tuple(one for one in known if one in there)
    if len(ids) > _MOST:
        wanted = there if shown is None else {own[event] for event in shown}
        most = _MOST - (len(wanted) > _MOST)
        ids = tuple(one for one in ids if one in wanted)[:most]
    numbers = {one: number for number, one in enumerate(ids)}
    gathered = len(there) - len(ids)
    return LaneGroups(grouping, ids, array("H", map(numbers.get, own, repeat(len(ids)))), gathered)


def lane_names(lanes: LaneGroups, dossier: Dossier, words: Catalogue) -> list[str]:
    """Return the short names of the lanes."""
    names = _own_names(lanes, dossier, words)
    return [*names, words("timeline.lane-gathered", number=lanes.gathered)] if lanes.gathered else names


def _own_names(lanes: LaneGroups, dossier: Dossier, words: Catalogue) -> list[str]:
    if lanes.grouping == "area":
        return [dossier.area(one).short.in_language(words.language) for one in lanes.ids]
    if lanes.grouping == "kind":
        return [words(f"timeline.lane-{one}") for one in lanes.ids]
    sections = (dossier.section(one) for one in lanes.ids)
    return [f"{section.number} {section.short.in_language(words.language)}" for section in sections]


def grouping_after(grouping: Grouping) -> Grouping:
    """Return the next grouping, in a circle."""
    return GROUPINGS[(GROUPINGS.index(grouping) + 1) % len(GROUPINGS)]
