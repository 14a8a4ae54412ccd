"""Lane groups: the lanes of events by area, section or kind."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Literal, NamedTuple

from sufu_tui.dossier.model import Dossier, Event, EventKind
from sufu_tui.languages.catalogue import Catalogue

Grouping = Literal["area", "section", "kind"]
GROUPINGS: tuple[Grouping, ...] = ("area", "section", "kind")

_KINDS: tuple[EventKind, ...] = ("era", "span", "point")


class LaneGroups(NamedTuple):
    """Ids of the lanes that have an event, in the dossier's order, and each event's lane."""

    grouping: Grouping
    ids: tuple[str, ...]
    of_events: Sequence[int]
    """Number of the lane of each event, by the event's index."""


def lanes_by(grouping: Grouping, dossier: Dossier) -> LaneGroups:
    """Return the lanes of a dossier's events."""
    known: Sequence[str]
    if grouping == "area":
        known = [area.id for area in dossier.areas]
    elif grouping == "section":
        known = [section.id for section in dossier.sections]
    else:
        known = _KINDS
    return lanes_in(grouping, known, dossier.events)


def lanes_in(grouping: Grouping, known: Sequence[str], events: Sequence[Event]) -> LaneGroups:
    """Return the lanes of `events` in the order of the ids `known`; a lane without an event is left out."""
    own: list[str] = [getattr(event, grouping) for event in events]
    there = set(own)
    ids = tuple(one for one in known if one in there)
    numbers = {one: number for number, one in enumerate(ids)}
    return LaneGroups(grouping, ids, array("H", (numbers[one] for one in own)))


def lane_names(lanes: LaneGroups, dossier: Dossier, words: Catalogue) -> list[str]:
    """Return the short names of the lanes."""
    if lanes.grouping == "area":
        return [dossier.area(one).short.in_language(words.language) for one in lanes.ids]
    if lanes.grouping == "kind":
        return [words(f"timeline.lane-{one}") for one in lanes.ids]
    sections = (dossier.section(one) for one in lanes.ids)
    return [f"{section.number} {section.short.in_language(words.language)}" for section in sections]
