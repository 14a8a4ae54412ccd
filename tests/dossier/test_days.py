"""Day numbers of the proleptic Gregorian calendar."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.days import from_day, is_leap, iso, month_length, to_day, weekday

DAYS = st.integers(-400_000_000_000, 400_000_000_000)


@given(DAYS)
def test_a_day_is_its_date_and_back(number):
    year, month, day = from_day(number)
    assert to_day(year, month, day) == number
    assert 1 <= month <= 12
    assert 1 <= day <= month_length(year, month)


@given(st.dates())
def test_agrees_with_the_standard_library(one):
    number = one.toordinal()
    assert to_day(one.year, one.month, one.day) == number
    assert weekday(number) == one.weekday()
    assert iso(number) == one.isoformat()


@given(DAYS)
def test_days_follow_each_other(number):
    today, tomorrow = from_day(number), from_day(number + 1)
    assert today < tomorrow
    assert tomorrow.day == today.day + 1 or tomorrow.day == 1


def test_year_zero_is_leap_and_hundreds_are_not():
    assert [is_leap(year) for year in (0, -4, -100, -400, 1900, 2000)] == [
        True,
        True,
        False,
        True,
        False,
        True,
    ]
    assert (to_day(1, 1, 1), to_day(0, 12, 31), date(1, 1, 1).toordinal()) == (1, 0, 1)


def test_far_years_are_written_as_edtf_does():
    assert iso(to_day(-500)) == "-0500-01-01"
    assert iso(to_day(12023, 2, 3)) == "Y12023-02-03"
    assert iso(to_day(-999_999_999)) == "Y-999999999-01-01"
