"""The overview counts every event where it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.timeline.axis.overview import Overview, bars
from sufu_tui.explorer.timeline.axis.time_grid import fitted
from sufu_tui.explorer.timeline.axis.time_warp import proportional


def event(date, kind):
    text = Localized({"zh-Hant": "事件"})
    return Event(date, parse(date), kind, text, text, "a", "s", SourceRef("x", "1"), date, weight=5)


EVENTS = st.lists(
    st.builds(
        event,
        st.one_of(
            st.dates().map(str),
            st.tuples(st.dates(), st.dates()).map(lambda pair: "/".join(map(str, sorted(pair)))),
            st.dates().map(lambda day: f"{day}/.."),
            st.dates().map(lambda day: f"../{day}"),
            st.integers(1, 9999).map("{:04d}~".format),
        ),
        st.sampled_from(["point", "span", "era"]),
    ),
    max_size=25,
)


@given(EVENTS, st.integers(5, 80))
def test_the_overview_counts_every_event_where_it_is(events, columns):
    view = fitted(proportional(), to_day(1), to_day(9999), columns)
    counts = Overview(events).histogram(view)
    assert len(bars(counts)) == columns
    timely = [one for one in events if one.kind != "era"]
    assert max(counts, default=0) <= len(timely)
    if timely:
        assert sum(counts) > 0


def test_the_overview_is_logarithmic():
    assert bars([0, 1, 3, 7]) == " ▃▅█"
