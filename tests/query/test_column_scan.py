"""The column scan finds what the predicate says, whatever is asked and whoever else scans meanwhile."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import islice, zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.model import Observation
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.query import column_scan
from sufu_tui.query.filter import Filter
from sufu_tui.query.filter_fields import FIELDS
from sufu_tui.query.filters import Filters
from sufu_tui.query.grammar import COMPARE, FieldTerm, NotTerm, ValueTerm, WordTerm
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None

DATES = ("2022", "2022-12", "2022-12~", "2021-12-08/..", "../2021", "2023-01-01?", "2019%")
NUMBERS = ("0", "-1", "1", "1.0", "90", "1e400", "0.1")
IDS = tuple(one.id for one in (*SHIPPED.areas, *SHIPPED.sections, *SHIPPED.units))
TEXTS = (*IDS, "1", "02", "２", "m1", "人", "蘇", "產業", "park", "CAFE", "e\u0301", "", "\n")


@st.composite
def figures(draw):
    """A metric of any area, section, unit and so on, with an id of its own once it is in a dossier."""
    quantity = Quantity(
        Decimal(draw(st.sampled_from(NUMBERS))),
        draw(st.sampled_from(SHIPPED.units)).id,
        draw(st.sampled_from(Qualifier)),
    )
    metric = draw(st.sampled_from(SHIPPED.metrics))
    latest = Observation(
        quantity,
        metric.source,
        draw(st.none() | st.sampled_from(("約90人", "café"))),
        draw(st.none() | st.sampled_from(DATES).map(parse)),
    )
    area, section = draw(st.sampled_from(SHIPPED.areas)), draw(st.sampled_from(SHIPPED.sections))
    return metric._replace(area=area.id, section=section.id, latest=latest)


def values_of(field):
    """Values that a term with `field` may have, by what the table of fields says of it."""
    match field.values:
        case "date" | "stretch":
            return st.sampled_from(DATES).map(parse)
        case "yes-no":
            return st.booleans()
        case "text":
            return st.sampled_from(TEXTS)
        case choices:
            return st.sampled_from([choice[:length] for choice in choices for length in (1, 4, None)])


TERMS = st.recursive(
    st.one_of(
        st.builds(WordTerm, st.sampled_from(TEXTS)),
        st.builds(ValueTerm, st.sampled_from(tuple(COMPARE)), st.sampled_from(NUMBERS).map(Decimal)),
        *(st.builds(FieldTerm, st.just(name), values_of(field)) for name, field in FIELDS.items()),
    ),
    lambda term: st.builds(NotTerm, term),
    max_leaves=2,
)
FILTERS = st.lists(st.lists(TERMS, min_size=1, max_size=3).map(tuple), max_size=3).map(
    lambda alternatives: Filter("made", tuple(alternatives))
)


@pytest.fixture(autouse=True, scope="module")
def small_slices():
    """Slices of a few metrics, so that a handful of them takes several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(column_scan, "SLICE", 3)
        yield


@given(st.lists(figures(), max_size=10), FILTERS, FILTERS, st.integers(0, 2))
def test_scans_find_what_the_predicate_says_even_in_turns(metrics, one, other, prepared):
    metrics = tuple(metric._replace(id=f"m{number}") for number, metric in enumerate(metrics))
    filters = Filters(replace(SHIPPED, metrics=metrics))
    list(islice(filters.prepare(), prepared))
    turns = list(
        zip_longest(filters.strict_rows("metric", one), filters.strict_rows("metric", other), fillvalue=())
    )
    for number, wanted in enumerate((one, other)):
        predicate = filters.predicate(wanted)
        found = [row for parts in turns for row in parts[number]]
        assert found == [row for row, metric in enumerate(metrics) if predicate(metric)]
