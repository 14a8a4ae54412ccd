"""Orders: several keys, stable, what is missing last."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Area, Dossier, Event, Metric, Observation, Section, SourceRef, Unit
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.query.sort_keys import (
    EVENT_COLUMNS,
    METRIC_COLUMNS,
    SECTION_COLUMNS,
    SortKey,
    UnknownColumnError,
    parse_keys,
    sort_events,
    sort_metrics,
    sort_sections,
)

UNITS = ("person", "CNY", "hour")
AREAS = ("policy", "industry", "health")
PLACE = SourceRef("release", "01")
PERIODS = (None, "2022", "2021-12-08/..", "../2021", "2022-12~", "2023-12-08", "-0500")


def text(words):
    return Localized({"zh-Hant": words, "en": words})


DOSSIER = Dossier(
    id="made",
    version="1",
    date=parse("2023-12-08"),
    languages=("zh-Hant", "en"),
    title=text("made"),
    short=text("made"),
    sources=(),
    areas=tuple(Area(name, text(name), text(name)) for name in AREAS),
    units=tuple(Unit(name, text(name), "count", text("{}")) for name in UNITS),
    sections=tuple(
        Section(name, n, text(name), text(name), PLACE, ()) for n, name in enumerate(("b", "a"), 1)
    ),
    metrics=(),
    events=(),
    entities=(),
)


def metric(number, value=1, unit="person", qualifier=Qualifier.EXACT, period=None, **more):
    values = {"label": "m", "area": "policy", "section": "b", "printed": None} | more
    observation = Observation(
        Quantity(Decimal(value), unit, qualifier), PLACE, values["printed"], parse(period) if period else None
    )
    return Metric(f"m{number}", text(values["label"]), values["area"], values["section"], observation)


METRICS = st.lists(
    st.builds(
        lambda value, unit, qualifier, period, label, area, section, printed: metric(
            0, value, unit, qualifier, period, label=label, area=area, section=section, printed=printed
        ),
        st.integers(-3, 3) | st.integers(-(10**12), 10**12),
        st.sampled_from(UNITS),
        st.sampled_from(list(Qualifier)),
        st.sampled_from(PERIODS),
        st.text("abAB蘇", max_size=2),
        st.sampled_from(AREAS),
        st.sampled_from(("a", "b")),
        st.none() | st.text("12人", max_size=2),
    ),
    max_size=12,
).map(lambda metrics: [one._replace(id=f"m{number}") for number, one in enumerate(metrics)])
METRIC_KEYS = st.lists(st.builds(SortKey, st.sampled_from(METRIC_COLUMNS), st.booleans()), max_size=3)


@settings(max_examples=40)
@given(METRICS, METRIC_KEYS)
def test_sorting_is_a_permutation_and_sorting_again_changes_nothing(metrics, keys):
    ordered = sort_metrics(metrics, keys, DOSSIER, "en")
    assert Counter(one.id for one in ordered) == Counter(one.id for one in metrics)
    assert sort_metrics(ordered, keys, DOSSIER, "en") == ordered


@settings(max_examples=40)
@given(METRICS, st.sampled_from(["area", "section", "unit", "qualifier", "label", "derived"]), st.booleans())
def test_equals_keep_their_order_in_both_directions(metrics, column, descending):
    def value(one):
        if column == "label":
            return one.label.in_language("en")
        return getattr(one, column)

    ordered = sort_metrics(metrics, [SortKey(column, descending)], DOSSIER, "en")
    for group in {value(one) for one in metrics}:
        ids = [one.id for one in metrics if value(one) == group]
        assert [one.id for one in ordered if value(one) == group] == ids


@settings(max_examples=40)
@given(METRICS, st.sampled_from(["period", "printed"]), st.booleans())
def test_what_is_missing_comes_last_in_both_directions(metrics, column, descending):
    ordered = sort_metrics(metrics, [SortKey(column, descending)], DOSSIER, "en")
    missing = [getattr(one, column) is None for one in ordered]
    assert missing == sorted(missing)


@settings(max_examples=40)
@given(METRICS, st.booleans())
def test_values_stay_with_their_unit_in_both_directions(metrics, descending):
    ordered = sort_metrics(metrics, [SortKey("value", descending)], DOSSIER, "en")
    ranks = [UNITS.index(one.unit) for one in ordered]
    assert ranks == sorted(ranks)
    for unit in UNITS:
        values = [one.value for one in ordered if one.unit == unit]
        assert values == sorted(values, reverse=descending)


@settings(max_examples=40)
@given(METRICS, METRIC_KEYS, METRIC_KEYS)
def test_a_further_key_only_parts_equals(metrics, keys, further):
    """Sorting by `a, b` is sorting by b, then stably by a (but for values, whose units come first)."""
    if any(key.column == "value" for key in (*keys, *further)):
        return
    together = sort_metrics(metrics, [*keys, *further], DOSSIER, "en")
    assert together == sort_metrics(sort_metrics(metrics, further, DOSSIER, "en"), keys, DOSSIER, "en")


def ids(items):
    return [one.id for one in items]


def test_a_qualifier_stands_beside_its_value():
    ranks = ["under", "nearly", "exact", "about", "at-least", "over"]
    metrics = [metric(rank, 90, qualifier=Qualifier(rank)) for rank in reversed(ranks)]
    metrics += [metric("low", 89, qualifier=Qualifier.OVER), metric("high", 91, qualifier=Qualifier.UNDER)]
    ascending = ids(sort_metrics(metrics, [SortKey("value")], DOSSIER, "en"))
    # `about` has no side: it keeps its place beside the exact value.
    assert ascending == ["mlow", "munder", "mnearly", "mabout", "mexact", "mat-least", "mover", "mhigh"]
    descending = ids(sort_metrics(metrics, [SortKey("value", True)], DOSSIER, "en"))
    assert descending == ["mhigh", "mover", "mat-least", "mabout", "mexact", "mnearly", "munder", "mlow"]


def test_values_by_unit_then_magnitude():
    metrics = [metric(0, 5, "CNY"), metric(1, 9, "person"), metric(2, 7, "CNY"), metric(3, 2, "hour")]
    assert ids(sort_metrics(metrics, [SortKey("value")], DOSSIER, "en")) == ["m1", "m0", "m2", "m3"]
    assert ids(sort_metrics(metrics, [SortKey("value", True)], DOSSIER, "en")) == ["m1", "m2", "m0", "m3"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", ["farm-sales", "visits", "invested", "delegations", "sales-per-delegation"]),
        ("value", ["sales-per-delegation", "invested", "farm-sales", "visits", "delegations"]),
        ("-value", ["farm-sales", "invested", "sales-per-delegation", "delegations", "visits"]),
        ("period", ["farm-sales", "sales-per-delegation", "delegations", "invested", "visits"]),
        ("-period", ["invested", "delegations", "farm-sales", "sales-per-delegation", "visits"]),
        ("area,-value", ["farm-sales", "invested", "sales-per-delegation", "delegations", "visits"]),
        ("-section,value", ["visits", "sales-per-delegation", "invested", "farm-sales", "delegations"]),
        ("derived", ["farm-sales", "visits", "invested", "delegations", "sales-per-delegation"]),
        ("-derived", ["sales-per-delegation", "farm-sales", "visits", "invested", "delegations"]),
        ("label", ["invested", "visits", "delegations", "farm-sales", "sales-per-delegation"]),
        ("-id", ["visits", "sales-per-delegation", "invested", "farm-sales", "delegations"]),
        ("unit,id", ["farm-sales", "invested", "sales-per-delegation", "delegations", "visits"]),
        ("qualifier,id", ["invested", "visits", "farm-sales", "sales-per-delegation", "delegations"]),
        ("source,-id", ["sales-per-delegation", "invested", "farm-sales", "delegations", "visits"]),
        ("printed", ["invested", "visits", "farm-sales", "delegations", "sales-per-delegation"]),
    ],
)
def test_metrics(tiny, keys, expected):
    parsed = parse_keys(keys, METRIC_COLUMNS) if keys else ()
    assert ids(sort_metrics(tiny.metrics, parsed, tiny, "en")) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", ["partnership", "plan-issued", "city-built", "delegation"]),
        ("date", ["city-built", "plan-issued", "partnership", "delegation"]),
        ("-date", ["delegation", "partnership", "plan-issued", "city-built"]),
        ("title", ["city-built", "delegation", "partnership", "plan-issued"]),
        ("-weight", ["plan-issued", "partnership", "city-built", "delegation"]),
        ("kind,-date", ["city-built", "delegation", "plan-issued", "partnership"]),
        ("-area,date", ["city-built", "delegation", "plan-issued", "partnership"]),
        ("-section", ["city-built", "partnership", "plan-issued", "delegation"]),
        ("printed", ["plan-issued", "partnership", "city-built", "delegation"]),
        ("source,id", ["delegation", "partnership", "plan-issued", "city-built"]),
    ],
)
def test_events(tiny, keys, expected):
    parsed = parse_keys(keys, EVENT_COLUMNS) if keys else ()
    assert ids(sort_events(tiny.events, parsed, tiny, "en")) == expected


def test_sections(tiny):
    assert ids(sort_sections(tiny.sections, parse_keys("-number", SECTION_COLUMNS), "en")) == [
        "roots",
        "harvest",
    ]
    assert ids(sort_sections(tiny.sections, parse_keys("heading", SECTION_COLUMNS), "en")) == [
        "harvest",
        "roots",
    ]
    assert ids(sort_sections(tiny.sections, parse_keys("-id", SECTION_COLUMNS), "en")) == ["roots", "harvest"]


@pytest.mark.parametrize("column", METRIC_COLUMNS)
@pytest.mark.parametrize("sign", ["", "-"])
def test_every_column_of_metrics_sorts(shipped, column, sign):
    keys = parse_keys(sign + column, METRIC_COLUMNS)
    assert len(sort_metrics(shipped.metrics, keys, shipped, "zh-Hant")) == len(shipped.metrics)


@pytest.mark.parametrize("column", EVENT_COLUMNS)
@pytest.mark.parametrize("sign", ["", "-"])
def test_every_column_of_events_sorts(shipped, column, sign):
    keys = parse_keys(sign + column, EVENT_COLUMNS)
    assert len(sort_events(shipped.events, keys, shipped, "zh-Hant")) == len(shipped.events)


def test_dates_with_open_ends():
    events = [
        Event(date, parse(date), "point", text("e"), text("e"), "policy", "b", PLACE, "")
        for date in (
            "2022/..",
            "2022",
            "../2021",
            "2021-12-08/..",
            "2022-12",
            "../2020",
            "2021-12-08",
            "-0500",
        )
    ]
    assert ids(sort_events(events, [SortKey("date")], DOSSIER, "en")) == [
        "../2020", "../2021", "-0500", "2021-12-08", "2021-12-08/..", "2022", "2022/..", "2022-12",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "parsed"),
    [
        ("value", [SortKey("value")]),
        ("-value", [SortKey("value", True)]),
        (" area , -value ", [SortKey("area"), SortKey("value", True)]),
        ("id,id", [SortKey("id"), SortKey("id")]),
    ],
)
def test_keys(keys, parsed):
    assert list(parse_keys(keys, METRIC_COLUMNS)) == parsed


@pytest.mark.parametrize(
    ("keys", "column"),
    [
        ("", ""),
        ("colour", "colour"),
        ("value,", ""),
        ("--value", "-value"),
        ("Value", "Value"),
        ("-", ""),
        ("值", "值"),
    ],
)
def test_unknown_columns(keys, column):
    with pytest.raises(UnknownColumnError) as caught:
        parse_keys(keys, METRIC_COLUMNS)
    assert caught.value.column == column


def test_a_key_that_is_none_is_not_passed_over():
    with pytest.raises(UnknownColumnError):
        sort_metrics([], [SortKey("date")], DOSSIER, "en")
    with pytest.raises(UnknownColumnError):
        sort_events([], [SortKey("value")], DOSSIER, "en")
    with pytest.raises(UnknownColumnError):
        sort_sections([], [SortKey("value")], "en")


@given(st.text(max_size=20))
def test_any_text_is_keys_or_an_unknown_column(keys):
    try:
        parsed = parse_keys(keys, METRIC_COLUMNS)
    except UnknownColumnError as error:
        assert error.column not in METRIC_COLUMNS
    else:
        assert {key.column for key in parsed} <= set(METRIC_COLUMNS)
