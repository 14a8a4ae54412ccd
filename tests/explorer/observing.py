"""Models without an app: what tells them of the shared state, and notes what they tell."""

from __future__ import annotations

from collections.abc import Mapping

from sufu_tui.dossier.localized import Language
from sufu_tui.dossier.model import Dossier
from sufu_tui.explorer.background.sliced_work import finished
from sufu_tui.explorer.listing.list_kind import ListKind
from sufu_tui.explorer.listing.model import ListModel
from sufu_tui.explorer.metrics.listed_figures import METRICS
from sufu_tui.explorer.state import Change, SharedState
from sufu_tui.explorer.timeline.model import TimelineModel
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter import Filter


class ModelObserver:
    """Notes what it is told, finds what a filter leaves at once, and passes changes of the state on."""

    def __init__(self) -> None:
        self.told: list[str] = []
        """What it was told, by the names of the methods; of sentences their keys."""
        self.model: ListModel | TimelineModel | None = None

    def state_changed(self, changes: frozenset[Change]) -> None:
        assert self.model is not None
        self.model.state_changed(changes)

    def find(self, wanted: Filter) -> None:
        model = self.model
        if isinstance(model, TimelineModel):
            model.take_found(wanted, finished(model.found(wanted)))
            return
        assert isinstance(model, ListModel)
        parts = model.state.indexes.filters.rows(model.kind.kind, wanted)
        model.take_found(wanted, [row for part in parts for row in part])

    def listed(self) -> None:
        self.told.append("listed")

    def marked(self) -> None:
        self.told.append("marked")

    def cursor_moved(self) -> None:
        self.told.append("cursor_moved")
        assert isinstance(self.model, ListModel)
        self.model.make_current()

    def selected(self) -> None:
        self.told.append("selected")

    def axis_changed(self) -> None:
        self.told.append("axis_changed")

    def say(self, key: str, **values: object) -> None:
        self.told.append(key)


def metrics_model(
    dossier: Dossier,
    language: Language = "en",
    *,
    kept: Mapping[str, object] | None = None,
    observer: ModelObserver | None = None,
    kind: ListKind = METRICS,
) -> ListModel:
    """Return a model of the metrics that lists them, with settings of an earlier run if some are `kept`.

    Of another `kind` it lists others.
    """
    observer = ModelObserver() if observer is None else observer
    state = SharedState(dossier, load(language), pane=kind.pane, kept_settings=kept)
    model = observer.model = ListModel(state, observer, kind)
    state.watch(observer.state_changed)
    model.list_again()
    return model


def timeline_model(dossier: Dossier, language: Language = "zh-Hant", columns: int = 0) -> TimelineModel:
    """Return a model of the timeline; in so many `columns` its axis has been drawn once."""
    observer = ModelObserver()
    state = SharedState(dossier, load(language), pane="timeline")
    model = observer.model = TimelineModel(state, observer)
    state.watch(observer.state_changed)
    model.list_again()
    if columns:
        model.frame(columns, state.words)
    return model
