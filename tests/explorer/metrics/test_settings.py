"""Settings as plain values, and back; whatever is found in a file."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from sufu_tui.explorer.listing.settings import Settings, settings_from
from sufu_tui.explorer.listing.sort_order import SortOrder
from sufu_tui.explorer.listing.table.column_choice import LEAST_WIDTH, MOST_WIDTH, ColumnChoice
from sufu_tui.explorer.metrics.groups.figure_groups import GROUPINGS
from sufu_tui.explorer.metrics.listed_figures import METRICS
from sufu_tui.explorer.metrics.table.columns import COLUMNS, LOOKS
from sufu_tui.explorer.preferences import FORMAT, Preferences, preferences_from
from sufu_tui.query.sort_keys import METRIC_COLUMNS, SortKey

ids = st.sampled_from(tuple(COLUMNS))
choices = st.builds(
    ColumnChoice,
    st.none() | st.lists(ids, min_size=1, unique=True).map(tuple),
    st.dictionaries(ids, st.integers(LEAST_WIDTH, MOST_WIDTH)).map(
        lambda widths: tuple(sorted(widths.items()))
    ),
    st.integers(1, len(COLUMNS)),
    st.frozensets(st.sampled_from(LOOKS)),
)
orders = st.lists(
    st.builds(SortKey, st.sampled_from(METRIC_COLUMNS), st.booleans()), unique_by=lambda key: key.column
).map(lambda keys: SortOrder(tuple(keys)))
settings = st.builds(
    Settings, orders, choices, st.sampled_from(GROUPINGS), st.frozensets(st.text(max_size=9), max_size=4)
) | st.builds(Settings, orders, choices, st.none(), st.just(frozenset()))
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | ids,
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | ids, inner),
    max_leaves=5,
)
names = st.sampled_from(
    (
        "order",
        "columns",
        "widths",
        "frozen",
        "printed",
        "powers",
        "grouping",
        "folded",
        "format",
        "views",
        "theme",
    )
)


@given(settings)
def test_settings_come_back_from_json_as_they_were(wanted):
    assert settings_from(json.loads(json.dumps(wanted.to_plain())), METRICS.possible) == wanted


@effort(max_examples=40)
@given(st.dictionaries(names, anything) | anything)
def test_whatever_is_found_makes_settings_that_can_be_written(plain):
    found = settings_from(plain, METRICS.possible)
    assert settings_from(found.to_plain(), METRICS.possible) == found


@effort(max_examples=40)
@given(st.dictionaries(names, anything) | anything)
def test_whatever_is_found_is_remembered_as_far_as_it_makes_sense(plain):
    assert isinstance(preferences_from(plain), Preferences)
    if isinstance(plain, dict):
        assert preferences_from({**plain, "format": FORMAT + 1}) == Preferences()


def test_what_is_remembered_comes_back():
    wanted = Preferences("sufu-light", {"metrics": {"frozen": 2}})
    assert preferences_from(json.loads(json.dumps(wanted.to_plain()))) == wanted
