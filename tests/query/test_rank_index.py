"""The metrics in any order, as ranks."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.query.indexes import DossierIndexes
from sufu_tui.query.sort_keys import METRIC_COLUMNS, SortKey, UnknownColumnError, sort_metrics
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None

# Some that no float tells apart, and some that no float holds.
VALUES = (
    *("0", "1", "-1", "90", "90.0", "0.1", "0.10000000000000000001", "1e22", "10000000000000000000001"),
    *("9007199254740993", "9007199254740992", "1e400", "2e400", "-3e400", "1e-400"),
)
FIGURES = st.tuples(
    st.sampled_from(VALUES).map(Decimal),
    st.sampled_from(("CNY", "hour", "person")),
    st.sampled_from(Qualifier),
)
KEYS = st.lists(
    st.builds(SortKey, st.sampled_from(METRIC_COLUMNS), st.booleans()),
    max_size=3,
    unique_by=lambda key: key.column,
)


def dossier_of(figures):
    metrics = []
    for number, (value, unit, qualifier) in enumerate(figures):
        metric = SHIPPED.metrics[number % len(SHIPPED.metrics)]
        latest = metric.latest._replace(quantity=Quantity(value, unit, qualifier))
        metrics.append(metric._replace(id=f"m{number}", latest=latest))
    return replace(SHIPPED, metrics=tuple(metrics))


@given(st.lists(FIGURES, max_size=30), KEYS, st.sets(st.integers(0, 29)))
def test_ranks_say_the_same_as_the_keys(figures, keys, hidden):
    dossier = dossier_of(figures)
    ranking = DossierIndexes(dossier, "zh-Hans").ranks
    for rows in (range(len(figures)), [row for row in range(len(figures)) if row not in hidden]):
        listed = [dossier.metrics[row] for row in rows]
        expected = sort_metrics(listed, keys, dossier, "zh-Hans")
        for _ in range(2):  # worked out, and remembered
            assert [dossier.metrics[row] for row in ranking.sorted(rows, keys)] == expected


@pytest.fixture(scope="module")
def many():
    """So many metrics that ranking them takes several steps, some with a value or a label in common."""
    chance = random.Random(20231208)
    units = [unit.id for unit in SHIPPED.units]
    return dossier_of(
        (Decimal(chance.randrange(500)), chance.choice(units), chance.choice(list(Qualifier)))
        for _ in range(3000)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("column", METRIC_COLUMNS)
@pytest.mark.parametrize("descending", [False, True])
def test_many_are_ranked_in_steps_that_may_be_taken_ahead(many, column, language, descending):
    key = SortKey(column, descending)
    expected = [int(metric.id[1:]) for metric in sort_metrics(many.metrics, [key], many, language)]
    ranking = DossierIndexes(many, language).ranks
    assert ranking.sorted(range(3000), [key]) == expected
    begun = DossierIndexes(many, language).ranks
    for taken in (5, 3):  # given up, begun again, and given up again
        steps = begun.prepare([column])
        assert len(list(islice(steps, taken))) == taken
        steps.close()
    assert begun.sorted(range(3000), [key]) == expected
    assert not list(begun.prepare([column]))


def test_what_is_begun_is_not_done_again(many):
    whole = len(list(DossierIndexes(many, "en").ranks.prepare(["label"])))
    ranking = DossierIndexes(many, "en").ranks
    taken = len(list(islice(ranking.prepare(["label"]), 10)))
    assert taken + len(list(ranking.prepare(["label"]))) == whole


def test_nothing_is_got_ready_of_an_unknown_column():
    with pytest.raises(UnknownColumnError):
        list(DossierIndexes(SHIPPED, "en").ranks.prepare(["label", "date"]))


@pytest.mark.parametrize(
    "keys", [[SortKey("date")], [SortKey("value"), SortKey("nonsense", descending=True)]]
)
def test_an_unknown_column_is_an_error(keys):
    with pytest.raises(UnknownColumnError):
        DossierIndexes(SHIPPED, "en").ranks.sorted(range(3), keys)
