"""Compositor that cuts lines at the borders in view only, so that no wide character falls on a hidden one.

Textual's cuts each line at every border of every widget, those below an overlay too, and a wide character
on a cut becomes two blanks (Textual issue 6357).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from textual._compositor import Compositor
from textual.geometry import Region

if TYPE_CHECKING:
    from textual._compositor import ChopsUpdate
    from textual.screen import Screen
    from textual.strip import Strip
    from textual.widget import Widget


class _VisibleSpan(NamedTuple):
    """Cells of a line, from `start` up to before `end`, in which a widget is the topmost one."""

    start: int
    end: int
    widget: Widget


class VisibleBorderCompositor(Compositor):
    """Compositor whose cuts are the borders between the topmost widgets of a line."""

    def __init__(self) -> None:
        super().__init__()
        self._spans: list[list[_VisibleSpan]] = []
        self._borders: list[list[int]] = []
        self._spans_of: object = None  # the widgets, as laid out, that the spans were made of
        self._drawn_cuts: list[list[int]] = []  # those of the last drawing

    @property
    def visible_spans(self) -> Sequence[Sequence[_VisibleSpan]]:
        """Spans of each line, from the left; none where no widget stands."""
        widgets = self.visible_widgets
        if self._spans_of is not widgets:
            self._spans_of = widgets
            self._spans = [[] for _ in range(self.size.height)]
            free = [[(0, self.size.width)] for _ in range(self.size.height)]
            for widget, (region, clip) in widgets.items():  # from the front to the back
                shown = region.intersection(clip)
                left, right = shown.column_span
                for y in shown.line_range:
                    if 0 <= y < len(free) and free[y]:
                        taken = [(max(left, a), min(right, b)) for a, b in free[y] if a < right and left < b]
                        self._spans[y] += [_VisibleSpan(a, b, widget) for a, b in taken]
                        free[y] = list(_without(free[y], left, right))
            for spans in self._spans:
                spans.sort(key=lambda span: span.start)
            self._borders = [
                sorted({0, self.size.width, *(column for span in spans for column in span[:2])})
                for spans in self._spans
            ]
        return self._spans

    @property
    def cuts(self) -> list[list[int]]:
        """Columns at which each line is cut: the borders in view, and both ends."""
        return self._borders if self.visible_spans else []

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """Return each line in pieces by their first columns; none for one outside `crop`.

        A widget that asks for its place while it is drawn may have all be laid out again, so that others
        have gone: what is drawn is the screen of before, and the next frame is the new one.
        """
        widgets, spans = self.visible_widgets, self.visible_spans
        self._drawn_cuts = self.cuts
        pieces: list[dict[int, Strip | None]] = [dict.fromkeys(cuts[:-1]) for cuts in self._drawn_cuts]
        rendered = {y for y in range(crop.y, min(crop.bottom, len(pieces))) if is_rendered_line(y)}
        wanted: dict[Widget, list[tuple[int, _VisibleSpan]]] = {}
        for y in sorted(rendered):
            for span in spans[y]:
                wanted.setdefault(span.widget, []).append((y, span))
        for widget, places in wanted.items():
            region, clip = widgets[widget]
            shown = region.intersection(clip)
            if not crop.overlaps(clip):
                continue
            strips = widget.render_lines(shown.translate((-region.x, -region.y)))
            for y, span in places:
                strip = strips[y - shown.y] if y - shown.y < len(strips) else None
                if strip is not None:
                    pieces[y][span.start] = strip.crop(span.start - shown.x, span.end - shown.x)
        return cast("Sequence[Mapping[int, Strip]]", pieces)  # Textual's own has None as well

    def render_partial_update(self) -> ChopsUpdate | None:
        """Render what has changed, up to the next cut: a change below an overlay ends at a hidden border."""
        update = super().render_partial_update()
        if update is not None:
            cuts = self._drawn_cuts
            update.chop_ends = [row[1:] for row in cuts]
            update.spans = [(y, x1, cuts[y][bisect_left(cuts[y], x2)]) for y, x1, x2 in update.spans]
        return update


def _without(free: Sequence[tuple[int, int]], left: int, right: int) -> Iterator[tuple[int, int]]:
    """Yield what is left of the `free` stretches of a line outside the cells `left` to before `right`."""
    for start, end in free:
        if start < left:
            yield start, min(end, left)
        if right < end:
            yield max(start, right), end


def keep_wide_characters(screen: Screen[Any]) -> None:
    """Give a new screen a compositor that cuts no wide character at a hidden border."""
    screen._compositor = VisibleBorderCompositor()  # noqa: SLF001  Textual offers no way to choose one
