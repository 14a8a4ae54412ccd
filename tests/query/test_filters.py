"""Which items an expression leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.days import iso
from sufu_tui.dossier.edtf import parse
from sufu_tui.query.column_scan import SLICE
from sufu_tui.query.filter import Filter
from sufu_tui.query.filter_fields import FIELDS
from sufu_tui.query.filters import Filters
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder

ALL_METRICS = ["farm-sales", "visits", "invested", "delegations", "sales-per-delegation"]
ALL_EVENTS = ["partnership", "plan-issued", "city-built", "delegation"]


def ids(items):
    return [item.id for item in items]


@pytest.fixture(scope="module")
def filters(tiny):
    return Filters(tiny)


# Not a fixture: Hypothesis writes out what a test is given, and a dossier is long.
SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None
FILTERS = Filters(SHIPPED)
VIEWS = tuple(
    lambda expression, view=view: ids(view(Filter.parse(expression)))
    for view in (FILTERS.metrics, FILTERS.events, FILTERS.sections)
)


@pytest.mark.parametrize("expression", ["", "  ", "\u3000", '""'])
def test_nothing_asked_is_everything(filters, expression):
    wanted = Filter.parse(expression)
    assert ids(filters.metrics(wanted)) == ALL_METRICS
    assert ids(filters.events(wanted)) == ALL_EVENTS
    assert ids(filters.sections(wanted)) == ["harvest", "roots"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("FARM", ["farm-sales"]),
        ("農產品", ["farm-sales"]),
        ("农产品", ["farm-sales"]),
        ("delegation", ["delegations", "sales-per-delegation"]),
        ("plan", ["farm-sales"]),  # in its note
        ("７４億", ["farm-sales", "invested"]),  # as printed, full-width or not
        ('"per delegation"', ["sales-per-delegation"]),
        ("industry", ["farm-sales", "invested", "sales-per-delegation"]),
        ("歷史", ["visits", "delegations"]),
        ("=visits", ["visits"]),
        ("[sum]_", ["invested"]),
        ("*i", ["invested"]),
        ("\\", []),
        ("farm | visits", ["farm-sales", "visits"]),
        ("sales -per", ["farm-sales"]),
        ("-sales", ["visits", "invested", "delegations"]),
        ("--sales -per", ["farm-sales"]),
        ("id:sales", ["farm-sales", "sales-per-delegation"]),
        ("area:industry", ["farm-sales", "invested", "sales-per-delegation"]),
        ("area:产业", ["farm-sales", "invested", "sales-per-delegation"]),
        ("area:HIST", ["visits", "delegations"]),
        ("section:roots", ["visits"]),
        ("section:2", ["visits"]),
        ("section:２", ["visits"]),
        ("section:淵源", ["visits"]),
        ("section:3", []),
        ("unit:CNY", ["farm-sales", "invested", "sales-per-delegation"]),
        ("unit:人民币", ["farm-sales", "invested", "sales-per-delegation"]),
        ("unit:visits", ["visits", "delegations"]),
        ("qualifier:over", ["farm-sales", "sales-per-delegation"]),
        ("qualifier:exact", ["visits", "invested"]),
        ("qualifier:ov", ["farm-sales", "sales-per-delegation"]),
        ("qualifier:under", []),
        ("derived:yes", ["sales-per-delegation"]),
        ("derived:否", ["farm-sales", "visits", "invested", "delegations"]),
        ("-derived:yes", ["farm-sales", "visits", "invested", "delegations"]),
        ("kind:metric", ALL_METRICS),
        ("kind:event", []),
        ("value>=74億", ["farm-sales", "invested"]),
        ("value>74億", []),
        ("value<1e6", ["visits", "delegations", "sales-per-delegation"]),
        ("value=1", ["visits"]),
        ("value＝７５００", ["delegations"]),
        ("value>=1000 value<=10000", ["delegations"]),
        ("-value=1 unit:visit", ["delegations"]),
        ("date:2023", ["farm-sales", "invested", "sales-per-delegation"]),
        ("period:2022", ["farm-sales", "delegations", "sales-per-delegation"]),
        ("possibly:2022-12", ["farm-sales", "delegations", "sales-per-delegation"]),
        ("certainly:2022", []),  # about 2022 it was
        ("certainly:2021/2023 -derived:yes", ["farm-sales", "invested", "delegations"]),
        ("certainly:2022/2023", ["farm-sales", "invested", "delegations", "sales-per-delegation"]),
        ("-date:2000/..", ["visits"]),  # it has no period at all
    ],
)
def test_metrics(filters, expression, expected):
    assert ids(filters.metrics(Filter.parse(expression))) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("方案", ["plan-issued"]),
        ("后续", ["plan-issued"]),  # in its text
        ("去年年底", ["delegation"]),
        ("kind:era", ["city-built"]),
        ("kind:point", ["plan-issued", "delegation"]),
        ("kind:event", []),
        ("kind:SPAN", ["partnership"]),
        ("area:history", ["city-built", "delegation"]),
        ("section:1", ["partnership", "plan-issued", "delegation"]),
        ("date:2021-12", ["partnership", "plan-issued"]),
        ("date:2050", ["partnership"]),
        ("certainly:2021", ["plan-issued"]),
        ("certainly:2021/..", ["partnership", "plan-issued", "delegation"]),
        ("possibly:-0600", ["city-built"]),
        ("certainly:../2000", ["city-built"]),
        ("date:2022-12", ["partnership", "delegation"]),
        ("value>0", []),
        ("-value>0", ALL_EVENTS),
        ("derived:no", []),
        ("qualifier:exact", []),
        ("unit:CNY", []),
        ("kind:era | kind:span", ["partnership", "city-built"]),
        ("id:plan | id:deleg area:history", ["plan-issued", "delegation"]),
    ],
)
def test_events(filters, expression, expected):
    assert ids(filters.events(Filter.parse(expression))) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("後續", ["harvest"]),  # a topic's heading
        ("台湾", ["harvest"]),
        ("gdp", ["harvest"]),
        ("GDP", ["harvest"]),
        ("Wu", ["roots"]),
        ("section:1", ["harvest"]),
        ("kind:section", ["harvest", "roots"]),
        ("date:2023", []),
        ("area:industry", []),
        ("unit:CNY", []),
        ("value>0", []),
        ("-gdp", ["roots"]),
        ("id:ro", ["roots"]),
    ],
)
def test_sections(filters, expression, expected):
    assert ids(filters.sections(Filter.parse(expression))) == expected


@pytest.mark.parametrize("expression", ["蘇州", "臺灣", "後續", "瞭解", "128", "GDP"])
@pytest.mark.parametrize("view", ["metrics", "events", "sections"])
def test_scripts_and_widths_are_one(expression, view):
    other = {
        "蘇州": "苏州",
        "臺灣": "台湾",
        "後續": "后续",
        "瞭解": "了解",
        "128": "１２８",
        "GDP": "ｇｄｐ",
    }[expression]
    find = getattr(FILTERS, view)
    assert find(Filter.parse(expression)) == find(Filter.parse(other))


@pytest.mark.parametrize(
    "text", ["蘇" * 10_000, "[" * 10_000, "a " * 5_000, "\\", "a|" * 4_999 + "a", "section:" + "1" * 5_000]
)
def test_long_and_odd_texts(filters, text):
    assert set(ids(filters.metrics(Filter.parse(text)))) <= set(ALL_METRICS)


@pytest.mark.parametrize("text", ["cafe\u0301", "caf\u00e9", "cafe"])
def test_an_accent_may_be_typed_apart_from_its_letter(text, tiny):
    one = tiny.metrics[0]._replace(id="caf\u00e9")
    assert ids(Filters(replace(tiny, metrics=(one,))).metrics(Filter.parse(text))) == ["caf\u00e9"]


TERMS = st.sampled_from(
    (
        *(
            "蘇",
            "a",
            "-產業",
            "--阜陽",
            '"20"',
            "area:industry",
            "section:2",
            "derived:yes",
            "qualifier:over",
        ),
        *("date:2023", "certainly:2023", "possibly:../2021", "value>=100", "-value<1e6", "unit:CNY"),
        *("kind:point", "id:a"),
    )
)


@given(TERMS, TERMS)
def test_and_or_and_not_are_what_they_say(one, other):
    for view in VIEWS:
        everything, first, second = view(""), view(one), view(other)
        assert view(f"{one} {other}") == [item for item in everything if item in first and item in second]
        assert view(f"{one} | {other}") == [item for item in everything if item in first or item in second]
        assert view(f"-{one}") == [item for item in everything if item not in first]


@pytest.mark.parametrize("by_columns", [True, False])
def test_many_metrics_are_looked_at_in_parts(tiny, by_columns):
    number = 2 * SLICE + 5
    metrics = tuple(tiny.metrics[n % 2]._replace(id=f"m{n}x") for n in range(number))
    filters = Filters(replace(tiny, metrics=metrics), by_columns=by_columns)
    for expression, expected in (
        ("", list(range(number))),
        ("m1x | m40000x", [1]),
        (f"id:m{SLICE}x | id:m{SLICE - 1}x", [SLICE - 1, SLICE]),
        (f"m{number - 1}x", [number - 1]),
        ("-unit:CNY", [n for n in range(number) if metrics[n].unit != "CNY"]),
    ):
        parts = list(filters.rows("metric", Filter.parse(expression)))
        assert len(parts) >= 3
        assert [row for part in parts for row in part] == expected


DAYS = st.builds(
    "{:04d}-{:02d}-{:02d}".format, st.integers(2020, 2024), st.integers(1, 12), st.integers(1, 28)
)
ASKED = st.one_of(
    DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]), DAYS.map("{}/..".format)
)


@given(ASKED)
def test_what_is_certain_is_possible(asked):
    for view in VIEWS:
        assert set(view(f"certainly:{asked}")) <= set(view(f"possibly:{asked}"))
        assert view(f"date:{asked}") == view(f"period:{asked}")
        assert set(view(f"date:{asked}")) <= set(view(f"possibly:{asked}"))


@given(DAYS, DAYS)
def test_what_is_not_certain_is_possible_outside(one, other):
    first, last = sorted((one, other))
    before, after = (iso(parse(day).earliest + step) for day, step in ((first, -1), (last, 1)))
    for view in VIEWS:
        dated = view("possibly:../2050 | possibly:2050/..")
        certain = view(f"certainly:{first}/{last}")
        outside = view(f"possibly:../{before} | possibly:{after}/..")
        assert [item for item in dated if item not in certain] == outside


@given(ASKED)
def test_certain_means_within(asked):
    first, last = parse(asked).sort_key
    found = ids(FILTERS.events(Filter.parse(f"certainly:{asked}")))
    for event in SHIPPED.events:
        earliest, latest = event.date.fuzzy_earliest, event.date.fuzzy_latest
        within = (earliest is not None and first <= earliest) and (
            last == float("inf") or (latest is not None and latest <= last)
        )
        assert (event.id in found) == within


@pytest.mark.parametrize(
    ("date", "certainly", "on_paper", "possibly"),
    [
        ("2022-06-14", True, True, True),
        ("2022-12", True, True, True),
        ("2022-12~", False, True, True),
        ("2023-01~", False, False, True),
        ("2023-01", False, False, False),
        ("2021/2022", False, True, True),
        ("2021-12-08/..", False, True, True),
        ("2023-01-01?", False, False, True),
        ("2023-01-02?", False, False, False),
    ],
)
def test_a_vague_date_possibly_falls_into_a_year_an_exact_one_certainly(
    date, certainly, on_paper, possibly, tiny
):
    event = tiny.events[0]._replace(date=parse(date))
    asked = [Filter.parse(f"{field}:2022") for field in ("certainly", "date", "possibly")]
    assert [Filters(tiny).predicate(wanted)(event) for wanted in asked] == [certainly, on_paper, possibly]


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_understood(filters, field):
    value = {"derived": "yes", "qualifier": "over", "kind": "era"}.get(field, "2023")
    for view in (filters.metrics, filters.events, filters.sections):
        view(Filter.parse(f"{field}:{value}"))


def test_earlier_figures_are_words_of_a_metric(minimal):
    assert ids(Filters(minimal).metrics(Filter.parse("66.4億元"))) == ["farm-sales"]
