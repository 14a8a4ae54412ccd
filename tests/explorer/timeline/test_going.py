"""What a reader means who types a date or a word."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.days import to_day
from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import LANGUAGES, Localized
from sufu_tui.dossier.model import Event, SourceRef
from sufu_tui.explorer.timeline.going import Guide
from sufu_tui.explorer.timeline.stepping import in_time
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.dates import date_text

NEAR = to_day(2023, 1, 15)


def meant(text, events=()):
    return Guide(events).meant(text, in_time(events, range(len(events))), NEAR, "zh-Hant")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023-05", "2023-05"), ("２０２３-05", "2023-05"), (" 2023 ", "2023"), ("2022-12~", "2022-12~"),
        ("2023年", "2023"), ("2023年5月", "2023-05"), ("2023/5/23", "2023-05-23"), ("2023-H1", "2023-40"),
        ("西元前478年", "-0477"), ("前478年", "-0477"), ("478 BCE", "-0477"), ("1 bc", "0000"),
        ("end of 2022", "2022-12~"), ("2022年底", "2022-12~"), ("2023年上半年", "2023-40"),
        ("5月", "2023-05"), ("５月", "2023-05"), ("五月", "2023-05"), ("十二月", "2022-12"),
        ("May", "2023-05"), ("dec", "2022-12"), ("Sept.", "2022-09"), ("May 2021", "2021-05"),
        ("8 December 2021", "2021-12-08"), ("December 8, 2021", "2021-12-08"), ("Dec 8th", "2022-12-08"),
        ("12月8日", "2022-12-08"), ("2021年12月8號", "2021-12-08"), ("十二月二十一日", "2022-12-21"),
        ("民國112年", "2023"), ("民国元年", "1912"), ("民國112年5月3日", "2023-05-03"),
        ("公元100年", "0100"), ("西元2023年", "2023"), ("AD 100", "0100"), ("90 CE", "0090"),
        ("90年", "0090"),
        ("二〇二三年五月", "2023-05"), ("二零二三年", "2023"),
        ("上半年", "2023-40"), ("年底", "2023-12~"), ("late 2022", "2022-12~"), ("H1 2023", "2023-40"),
        ("2023 Q3", "2023-35"), ("2023年第三季度", "2023-35"), ("first half of 2023", "2023-40"),
        ("1990s", "199X"), ("1990年代", "199X"), ("20世紀", "19XX"), ("19th century", "18XX"),
        ("2023年8月18日至19日", "2023-08-18/2023-08-19"), ("18–19 August 2023", "2023-08-18/2023-08-19"),
        ("8月18日至9月3日", "2022-08-18/2022-09-03"), ("500 BCE to 2023", "-0499/2023"),
        ("約2002年", "2002~"), ("about May 2022", "2022-05~"), ("2013 or earlier", "../2013"),
        ("since 8 December 2021", "2021-12-08/.."), ("2021年12月8日起", "2021-12-08/.."),
    ],
)  # fmt: skip
def test_dates_as_people_write_them(text, date):
    assert meant(text).date == parse(date)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "nonsense",
        "mayor",
        "13月",
        "0月",
        "十十月",
        "2023-13",
        "30 February 2023",
        "前0年",
        "十月三十二日",
        "2023 to 2021",
        "to",
        "31至2月2023年",
        "民國0年",
        "first",
    ],
)
def test_nonsense_leads_nowhere(text):
    assert meant(text) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_that_is_shown_can_be_typed(language, shipped):
    words = load(language)
    for one in shipped.events:
        found = meant(date_text(one.date, words))
        assert found is not None, date_text(one.date, words)
        assert (found.date.earliest, found.date.latest) == (one.date.earliest, one.date.latest)


def event(event_id, date, **titles):
    said = Localized({"zh-Hant": titles.get("hant", "無"), "en": titles.get("en", "none")})
    return Event(event_id, parse(date), "point", said, said, "a", "s", SourceRef("x", "1"), date)


EVENTS = (
    event("second-visit", "2022", hant="代表團互訪", en="The second visit"),
    event("agreement", "2023-06", hant="框架協議", en="A framework agreement"),
    event("first-meeting", "2021", hant="首次會面", en="A visit at last"),
    event("visit", "2023-01", hant="代表團來訪", en="A visit"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("框架", 1), ("框架协议", 1), ("FRAMEWORK", 1), ("agreement framework", 1), ("visit", 2),
        ("first", 2), ("last", 1), ("最早", 2), ("最後", 1), ("最后", 1), ("first visit", 2),
        ("last visit", 3), ("latest visit", 3), ("最後代表團", 3), ("最后的代表团", 3), ("最初 代表團", 0),
        ("首次會面", 2),
        ("second visit", 0), ("lasting", None), ("first nonsense", None),
    ],
)  # fmt: skip
def test_words_lead_to_an_event(text, found):
    result = meant(text, EVENTS)
    assert (result.event if result else None) == found


def test_only_events_that_are_shown_are_found():
    assert Guide(EVENTS).meant("last visit", (2, 0), NEAR, "en").event == 0
