"""Walk from paragraph to paragraph: those that hold something of the filter, or mention what is linked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sufu_tui.dossier.model import Section
from sufu_tui.explorer.linked_view import LinkedView
from sufu_tui.explorer.narrative.lens import NarrativeLens
from sufu_tui.explorer.narrative.paragraph_numbers import NumberedParagraph
from sufu_tui.explorer.state import SharedState
from sufu_tui.explorer.widgets.flow_text import FlowText

_HALF = 0.5
"""Part of a step: between two paragraphs."""


def stepped(among: Sequence[int], here: float, step: int) -> int | None:
    """Return the number after `here`, with -1 the one before, of some in order; None where there are none.

    After the last comes the first. Between two numbers `here` is no whole one.
    """
    if not among:
        return None
    at = bisect_right(among, here) if step > 0 else bisect_left(among, here) - 1
    return among[at % len(among)]


class ParagraphWalk:
    """Walk through all sections, from where the reader is in the text of one."""

    def __init__(self, state: SharedState, lens: NarrativeLens, links: LinkedView, reading: FlowText) -> None:
        self._state = state
        self._lens = lens
        self._links = links
        self._reading = reading

    def next_held(self, section: Section, step: int) -> NumberedParagraph | None:
        """Return the next paragraph that holds something of the filter, or with -1 the one before."""
        return self._next(self._lens.held, section, step)

    def next_linked(self, section: Section) -> NumberedParagraph | None:
        """Return the next paragraph that mentions what the reader looks at, or looked at before."""
        numbers, dossier = self._lens.numbers, self._state.dossier
        places = self._links.linked.paragraphs
        among = sorted(numbers.of(dossier.section(place.section), place.number) for place in places)
        return self._next(among, section, 1)

    def _next(self, among: Sequence[int], section: Section, step: int) -> NumberedParagraph | None:
        found = stepped(among, self._here(section), step)
        return None if found is None else self._lens.numbers.place(found)

    def _here(self, section: Section) -> float:
        """Return the number of the paragraph that stands out in view; else a place between two.

        That is before the first paragraph in view, or within it where it begins above.
        """
        reading, first_number = self._reading, self._lens.numbers.of(section)
        in_view, top = reading.anchors_in_view(), reading.viewport.top
        if reading.pointed is not None and reading.pointed in in_view:
            return first_number + reading.pointed
        first = next(iter(in_view), 0)
        begins_above = (
            top > 0
            and reading.layout_shown.line(top - 1).anchor == reading.layout_shown.line(top).anchor == first
        )
        return first_number + first + (_HALF if begins_above else -_HALF)
