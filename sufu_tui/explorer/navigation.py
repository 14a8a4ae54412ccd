"""Panes of the explorer, one row each, and the locations in them. Light: a command line reads it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from sufu_tui.dossier.model import Kind, Ref

if TYPE_CHECKING:
    from sufu_tui.languages.catalogue import Catalogue
    from sufu_tui.query.filter import Filter

PaneId = Literal["cover", "narrative", "metrics", "timeline", "names"]


class HelpRow(NamedTuple):
    """Row of the help: a key, a term or a glyph as its lead, its meaning, and the style of the lead."""

    lead: str
    meaning: str
    style: str = "strong"


class HelpPart(NamedTuple):
    """Part of the help; `rows` is the function that returns its rows, as `module:name`."""

    id: str
    rows: str

    def written(self, words: Catalogue) -> Sequence[HelpRow]:
        """Return the rows in the language of `words`."""
        rows: Callable[[Catalogue], Sequence[HelpRow]] = imported(self.rows)
        return rows(words)


class PaneSpec(NamedTuple):
    """Row of a pane: its class as `module:name`, imported when it is first shown.

    `homes` are the kinds of item that are shown in it when the reader goes to one. A list has the commands of
    every list beside its own. The help lists the pane's keys, then its `help_parts`.
    """

    id: PaneId
    widget: str
    homes: tuple[Kind, ...]
    help_parts: tuple[HelpPart, ...] = ()
    is_list: bool = False

    @property
    def kind(self) -> Kind:
        """Kind of item that it shows."""
        return self.homes[0]


_COLOURS = HelpPart("colours", "sufu_tui.explorer.chrome.help_screen:colour_rows")
_FINDING = HelpPart("finding", "sufu_tui.explorer.chrome.help_screen:finding_rows")
_FILTERS = HelpPart("filters", "sufu_tui.explorer.chrome.help_screen:filter_rows")
_MARKS = HelpPart("marks", "sufu_tui.explorer.timeline.legend:mark_rows")

PANES: tuple[PaneSpec, ...] = (
    PaneSpec(
        "narrative",
        "sufu_tui.explorer.narrative.pane:NarrativePane",
        ("section",),
        (_COLOURS, _FILTERS, _FINDING),
    ),
    PaneSpec(
        "metrics",
        "sufu_tui.explorer.metrics.pane:MetricsPane",
        ("metric",),
        (_FILTERS, _FINDING),
        is_list=True,
    ),
    PaneSpec(
        "timeline", "sufu_tui.explorer.timeline.pane:TimelinePane", ("event",), (_MARKS, _FILTERS, _FINDING)
    ),
    PaneSpec(
        "names", "sufu_tui.explorer.names.pane:NamesPane", ("entity",), (_FILTERS, _FINDING), is_list=True
    ),
)
"""Panes in the order of their tabs. A new one has a row here, commands in `commands.py`, and words."""

COVER = PaneSpec("cover", "sufu_tui.explorer.cover.pane:CoverPane", ())
"""Pane before the others: it has no tab, the title in the tab bar stands for it."""

EVERY_PANE = (*PANES, COVER)
"""Panes with and without a tab."""


class Location(NamedTuple):
    """Location of the reader: a pane and its current item, the filter, and the place within the pane."""

    pane: PaneId
    ref: Ref | None
    filter: Filter
    place: object
    """Place in the pane's own terms; compared by value."""
    before: Ref | None = None
    """Item of another kind that the reader looked at before, whose links stand out."""


def pane_spec(pane: PaneId) -> PaneSpec:
    """Return the row of a pane."""
    return next(spec for spec in EVERY_PANE if spec.id == pane)


def pane_after(pane: PaneId) -> PaneId:
    """Return the pane of the next tab, in a circle; the first after the cover."""
    ids = [spec.id for spec in PANES]
    return ids[(ids.index(pane) + 1) % len(ids)] if pane in ids else ids[0]


def home_of(ref: Ref) -> PaneId:
    """Return the pane in which an item is shown when the reader goes to it."""
    return next(spec.id for spec in PANES if ref.kind in spec.homes)


def imported(path: str) -> Any:  # noqa: ANN401  the caller knows its type
    """Return the object `module:name`, whose module is imported only now."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)
