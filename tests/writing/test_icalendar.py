"""iCalendar by its letter, and as another program reads it."""

from __future__ import annotations

import io
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import LANGUAGES, Localized
from sufu_tui.dossier.model import Event
from sufu_tui.languages.catalogue import load
from sufu_tui.reading.loading import read
from sufu_tui.writing.icalendar import folded, write_calendar

# Not a fixture: Hypothesis writes out what a test is given, and a dossier is long.
MINIMAL = read(Path(__file__).parents[1] / "data" / "minimal").dossier
assert MINIMAL is not None


def event(text, kind="point", title="事件"):
    """An event that is at home in the minimal dossier."""
    said, home = Localized({"zh-Hant": title}), MINIMAL.events[0]
    return Event("one", parse(text), kind, said, said, home.area, home.section, home.source, text)


def written(events, dossier, language="zh-Hant"):
    out = io.StringIO(newline="")
    left_out = write_calendar(events, dossier, load(language), out)
    return out.getvalue(), left_out


# Lines


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=300))
@example("蘇" * 100)
@example("a" * 75)
@example("a" * 74 + "蘇")
@example("😀" * 40)
def test_a_folded_line_is_short_and_unfolds(line):
    broken = folded(line)
    assert broken.endswith("\r\n")
    parts = broken.removesuffix("\r\n").encode().split(b"\r\n")
    for number, part in enumerate(parts):
        assert len(part) <= 75
        assert part.decode() or not line
        assert number == 0 or part.startswith(b" ")
    assert broken.removesuffix("\r\n").replace("\r\n ", "") == line


# As another program reads it


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_program_reads_what_the_dossier_says(shipped, language):
    text, left_out = written(shipped.events, shipped, language)
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["VERSION"] == "2.0"
    found = {str(one["UID"]): one for one in calendar.walk("VEVENT")}
    assert len(found) + len(left_out) == len(shipped.events)
    for one in shipped.events:
        if one in left_out:
            assert one.date.earliest is None or one.date.latest is None
            continue
        read = found[f"{one.id}@{shipped.id}.sufu-tui"]
        assert not read.errors
        assert read["DTSTART"].dt.toordinal() == one.date.earliest
        assert read["DTEND"].dt.toordinal() == one.date.latest + 1
        assert str(read["X-EDTF"]).replace("\\,", ",") == one.date.text  # RFC 5545: it is a TEXT
        assert str(read["SUMMARY"]).startswith(one.title.in_language(language))
        assert one.printed in str(read["DESCRIPTION"])
        assert read["DTSTAMP"].dt.date() == date.fromordinal(shipped.date.latest)


def test_the_same_dossier_makes_the_same_bytes(shipped):
    assert written(shipped.events, shipped) == written(shipped.events, shipped)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), min_size=1, max_size=120))
@example('a;b,c\\d\\n:e"')
def test_any_title_comes_back(title):
    text, _ = written([event("2023-06-15", title=title)], MINIMAL)
    (read,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert str(read["SUMMARY"]) == title


@pytest.mark.parametrize(
    ("text", "kind", "tentative"),
    [
        ("2023-06-15", "point", False),
        ("2023-06-15~", "point", True),
        ("2023-06-15?", "span", True),
        ("2023-06", "point", True),
        ("2023-06", "span", False),
        ("2023-06-15/2023-06-16", "span", False),
        ("2023-06-15/2023-06-16", "point", True),
        ("2023-06-15/2023-06~", "span", True),
        ("2023", "era", False),
    ],
)
def test_what_is_not_that_exact_is_tentative_and_says_so(text, kind, tentative):
    out, _ = written([event(text, kind)], MINIMAL)
    (read,) = icalendar.Calendar.from_ical(out).walk("VEVENT")
    assert (read.get("STATUS") == "TENTATIVE") is tentative
    assert (str(read["SUMMARY"]) != "事件") is tentative


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("0001-01-01", (date(1, 1, 1), date(1, 1, 2))),
        ("9999-12-30", (date(9999, 12, 30), date(9999, 12, 31))),
        ("9999-12-31", (date(9999, 12, 31), None)),
        ("2024-02-29", (date(2024, 2, 29), date(2024, 3, 1))),
    ],
)
def test_the_first_and_the_last_days_that_there_are(text, days):
    out, left_out = written([event(text)], MINIMAL)
    (read,) = icalendar.Calendar.from_ical(out).walk("VEVENT")
    assert left_out == ()
    assert (read["DTSTART"].dt, read["DTEND"].dt if "DTEND" in read else None) == days


@pytest.mark.parametrize(
    "text", ["0000-12-31", "-0477", "Y10000", "9999", "2021-12-08/..", "../2013", "2021/", "0000/2000"]
)
def test_what_a_calendar_cannot_say_is_left_out(text):
    one = event(text, "span")
    out, left_out = written([one], MINIMAL)
    assert left_out == (one,)
    assert "VEVENT" not in out


@given(st.integers(to_day(1), to_day(9999, 12, 30)), st.integers(0, 5000))
def test_the_end_is_the_day_after_the_last(first, length):
    last = min(first + length, to_day(9999, 12, 30))
    text = "/".join(str(date.fromordinal(day)) for day in sorted({first, last}))
    out, _ = written([event(text, "span")], MINIMAL)
    (read,) = icalendar.Calendar.from_ical(out).walk("VEVENT")
    assert read["DTEND"].dt - read["DTSTART"].dt == timedelta(days=last - first + 1)
