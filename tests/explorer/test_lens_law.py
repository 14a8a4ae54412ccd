"""The law of the lens: a pane lists what `show --filter` gives for it, and the header counts just that."""

from __future__ import annotations

import json
from contextlib import redirect_stdout
from io import StringIO
from types import SimpleNamespace
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from sufu_tui.cli import show
from sufu_tui.cli.show import ShowRequest
from sufu_tui.explorer.chrome.lens_counts import LensCounts
from sufu_tui.explorer.names.listed_names import NAMES
from sufu_tui.explorer.narrative.lens import NarrativeLens
from sufu_tui.explorer.navigation import PANES
from sufu_tui.explorer.state import SharedState
from sufu_tui.languages.catalogue import load
from sufu_tui.query.filter import Filter
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder
from tests.explorer.observing import metrics_model, timeline_model

SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None
WORDS = load("en")

TERMS = st.sampled_from(
    (
        *(
            "蘇州",
            "park",
            '"job fair"',
            "area:industry",
            "section:3",
            "unit:CNY",
            "value>1e9",
            "qualifier:over",
        ),
        *(
            "derived:yes",
            "during:2023H1",
            "during:2023年5月至9月",
            "period:none",
            "date:2022",
            "certainly:2023",
        ),
        *("has:note", "has:period", "label:a", "note:hospital", "kind:person", "kind:event", "kind:span"),
        *("name:陳元", "role:mayor", "mentions>3", "id:visits", "zzz", "qualifier:over"),
    )
)
EXPRESSIONS = st.lists(
    st.lists(st.tuples(st.sampled_from(("", "-")), TERMS).map("".join), min_size=1, max_size=3).map(" ".join),
    min_size=1,
    max_size=2,
).map(" | ".join)


def shown(view, expression):
    """Return the ids that `sufu-tui show` writes."""
    with patch.object(show, "open_dossier", lambda *_: SHIPPED), redirect_stdout(StringIO()) as out:
        assert show.run(shipped_folder(), ShowRequest(view, "json", expression), WORDS) == 0
    return [record["id"] for record in json.loads(out.getvalue())]


# One of each, since they need long to be made; each example sets another filter.
METRICS_LISTED = metrics_model(SHIPPED)
NAMES_LISTED = metrics_model(SHIPPED, kind=NAMES)
TIMELINE = timeline_model(SHIPPED, "en")
NO_WIDGET = SimpleNamespace()


def listed(wanted):
    """Return the ids that each pane lists, and how many it has; of the narrative, how many paragraphs."""
    for model in (METRICS_LISTED, NAMES_LISTED, TIMELINE):
        model.state.set_filter(wanted)
    state = SharedState(SHIPPED, WORDS)
    state.set_filter(wanted)
    narrative = NarrativeLens(NO_WIDGET, state, lambda: None)
    narrative.find()
    sections = [
        section.id
        for section in SHIPPED.sections
        if len(narrative.dimmed_in(section)) < len(section.paragraphs)
    ]
    yield "narrative", sections, narrative.count
    for pane, model in (("metrics", METRICS_LISTED), ("names", NAMES_LISTED)):
        ids = [model.items[row].id for row in model.rows]
        yield pane, ids, len(ids)
    events = [TIMELINE.events[number].id for number in TIMELINE.order.events]
    yield "timeline", events, len(events)


@settings(max_examples=60, deadline=None)
@given(EXPRESSIONS)
def test_a_pane_lists_what_show_gives_and_the_header_counts_it(expression):
    wanted = Filter.parse(expression)
    state = SharedState(SHIPPED, WORDS)
    state.set_filter(wanted)
    counts = LensCounts(NO_WIDGET, state, lambda: None)
    for _ in counts.steps():
        pass
    panes = list(listed(wanted))
    assert {pane for pane, _, _ in panes} == {spec.id for spec in PANES}
    for pane, ids, number in panes:
        assert sorted(ids) == sorted(shown(pane, expression)), pane
        assert counts.of(pane) == number, pane
