from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.quantity import Quantity
from sufu_tui.explorer.metrics.table.sparklines import sparkline


def observed(metric, *course, unit=None):
    """`metric` with a value for each year of `course`."""
    found = [
        metric.latest._replace(
            quantity=Quantity(Decimal(value), unit or metric.unit), period=parse(str(year)) if year else None
        )
        for year, value in course
    ]
    return metric._replace(latest=found[-1], earlier=tuple(found[:-1]))


def test_each_observation_has_a_cell_as_high_as_its_value_in_the_order_of_time(minimal):
    metric = minimal.metrics[0]
    assert sparkline(observed(metric, (2020, 1), (2021, 2))) == "▄█"
    assert sparkline(observed(metric, (2021, 2), (2020, 1))) == "▄█"
    assert sparkline(observed(metric, (2019, 1), (2020, 4), (2021, 8))) == "▁▄█"


def test_a_small_step_looks_small(minimal):
    assert sparkline(observed(minimal.metrics[0], (2020, 98), (2021, 100))) == "██"


def test_nothing_is_a_dot_and_negative_values_stand_on_the_lowest(minimal):
    metric = minimal.metrics[0]
    assert sparkline(observed(metric, (2020, 0), (2021, 5))) == ".█"
    assert sparkline(observed(metric, (2020, 0), (2021, 0))) == ".."
    assert sparkline(observed(metric, (2020, -4), (2021, 0), (2022, 4))) == ".▄█"


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False), min_size=2, max_size=8))
def test_a_higher_value_never_looks_lower(minimal, values):
    drawn = sparkline(observed(minimal.metrics[0], *enumerate(values, 2001)))
    heights = [".▁▂▃▄▅▆▇█".index(one) for _, one in sorted(zip(values, drawn, strict=True))]
    assert heights == sorted(heights)


def test_of_many_observations_the_last_twenty_are_shown(minimal):
    drawn = sparkline(observed(minimal.metrics[0], *((1900 + number, number) for number in range(1, 41))))
    assert len(drawn) == 20
    assert drawn[0] == "▄"


def test_equal_values_are_a_level_line(minimal):
    drawn = sparkline(observed(minimal.metrics[0], (2019, 5), (2020, 5), (2021, 5), (2022, 5)))
    assert drawn == "████"


def test_what_cannot_be_drawn_is_left_out(minimal):
    metric = minimal.metrics[0]
    assert sparkline(observed(metric, (2020, 1))) == ""
    assert sparkline(observed(metric, (None, 1), (2020, 2))) == ""
    assert sparkline(observed(metric, (2020, "NaN"), (2021, 2))) == ""
    assert sparkline(observed(metric, (2020, "-1e308"), (2021, "1e308"))) == ".█"
