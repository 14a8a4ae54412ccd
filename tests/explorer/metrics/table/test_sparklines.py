from decimal import Decimal

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


def test_two_observations_share_a_cell_low_then_high(minimal):
    metric = minimal.metrics[0]
    assert sparkline(observed(metric, (2020, 1), (2021, 2))) == chr(0x2800 + 0x40 + 0xB8)
    assert sparkline(observed(metric, (2021, 2), (2020, 1))) == chr(
        0x2800 + 0x40 + 0xB8
    )  # in the order of time
    assert len(sparkline(observed(metric, (2019, 1), (2020, 2), (2021, 3)))) == 2


def test_equal_values_are_a_level_line(minimal):
    drawn = sparkline(observed(minimal.metrics[0], (2019, 5), (2020, 5), (2021, 5), (2022, 5)))
    assert drawn[0] == drawn[1]


def test_what_cannot_be_drawn_is_left_out(minimal):
    metric = minimal.metrics[0]
    assert sparkline(observed(metric, (2020, 1))) == ""
    assert sparkline(observed(metric, (None, 1), (2020, 2))) == ""
    assert sparkline(observed(metric, (2020, "NaN"), (2021, 2))) == ""
    assert len(sparkline(observed(metric, (2020, "-1e308"), (2021, "1e308")))) == 1
