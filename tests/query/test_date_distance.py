"""How far from day zero, and no more exact than the dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.query.date_distance import distance


def event(date, kind="point"):
    text = Localized({"zh-Hant": "事件"})
    return Event("one", parse(date), kind, text, text, "a", "s", SourceRef("x", "1"), date)


@pytest.mark.parametrize(
    ("date", "zero", "kind", "expected"),
    [
        ("2023-05-23", "2021-12-08", "point", (531, 531)),
        ("2021-12-07", "2021-12-08", "point", (-1, -1)),
        ("2023-05", "2021-12-08", "point", (509, 539)),
        ("2021-12-08/..", "2021-12-08", "point", (0, None)),
        ("../2021-12-07", "2021-12-08", "point", (None, -1)),
        ("2022-01-01", "2021-12", "point", (1, 31)),  # some day in December
        ("2022-01-01", "2021-12", "span", (31, 31)),  # all December, which begins on its first day
        ("2022-01-01", "2021-12-08/2023-12-08", "span", (24, 24)),
        ("2022-01-01", "2021-12-08/2023-12-08", "point", (-706, 24)),
        ("2022-01-01", "2021-12/..", "span", (1, 31)),  # it began on some day in December
        ("2022-01-01", "2021-12-08/..", "point", (None, 24)),
        ("2022-01-01", "../2021-12-08", "point", (24, None)),
        ("2022-01-01", "../2021-12-08", "span", None),
        ("../2022", "../2021-12-08", "point", None),
    ],
)
def test_distance(date, zero, kind, expected):
    assert distance(event(date), event(zero, kind)) == expected


DAYS = st.dates().map(str)
VAGUE = st.one_of(
    DAYS,
    DAYS.map(lambda day: day[:7]),
    DAYS.map(lambda day: day[:4]),
    st.tuples(DAYS, DAYS).map(lambda pair: "/".join(sorted(pair))),
    DAYS.map("{}/..".format),
    DAYS.map("../{}".format),
)


@given(VAGUE, VAGUE)
def test_what_is_said_of_points_holds_both_ways(one, other):
    there, back = distance(event(one), event(other)), distance(event(other), event(one))
    assert (there is None) == (back is None)
    if there is not None:
        assert there.least is None or back.most == -there.least
        assert there.most is None or back.least == -there.most
        assert None in there or there.least <= there.most


@given(DAYS)
def test_a_day_lies_within_its_month(day):
    assert distance(event(day), event(day)) == (0, 0)
    month = distance(event(day[:7]), event(day))
    assert month.least <= 0 <= month.most
    assert month.most - month.least == parse(day[:7]).latest - parse(day[:7]).earliest
