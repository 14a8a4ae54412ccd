"""What a query marks in any text: its words, and what they were found as, in every writing and language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.languages.catalogue import load
from sufu_tui.languages.dates import date_text
from sufu_tui.languages.numbers import quantity_text
from sufu_tui.languages.relative_dates import date_in_year
from sufu_tui.reading.loading import read
from sufu_tui.reading.shipped import shipped_folder
from sufu_tui.search.index import SearchIndex

# Not fixtures: Hypothesis writes out what a test is given, and a dossier is long.
SHIPPED = read(shipped_folder()).dossier
assert SHIPPED is not None
INDEX = SearchIndex(SHIPPED)
WORDS = {language: load(language) for language in LANGUAGES}
ANY = st.sampled_from(LANGUAGES)


def marked(query: str, text: str) -> list[str]:
    return [text[first:last] for first, last in INDEX.search(query, "en").marks(text)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("jobs Suzhou", "Suzhou companies brought jobs", ["Suzhou", "jobs"]),
        ('"job fairs" Suzhou', "Suzhou job fairs; a job and fairs", ["Suzhou", "job fairs"]),
        ("苏州", "蘇州與蘇州", ["蘇州", "蘇州"]),
        ("Suzhou -wang", "Suzhou and Wang", ["Suzhou"]),
        ("Suzhou area:health", "Suzhou’s health", ["Suzhou"]),
        # Names, by what they were found by, in all languages.
        ("chenyuan", "陳元說 Chen Yuan", ["陳元", "Chen Yuan"]),
        ("chén yuán", "陈元", ["陈元"]),
        ("cy", "陳元和創業", ["陳元"]),
        ("chenyu", "陳元, Chen Yuan", ["陳元", "Chen Yuan"]),
        ("qingwen", "吳慶文", ["慶文"]),
        ("陳元 2022", "Chen Yuan in 2022", ["Chen Yuan", "2022"]),
        ("發改委", "國家發展改革委", ["國家發展改革委"]),
        ("SIP", "at Suzhou Industrial Park", ["Suzhou Industrial Park"]),
        ("chenyaun", "Chen Yuan 陳元", ["Chen Yuan", "陳元"]),
        ("蘇州市長是誰", "蘇州市的市長", ["蘇州市", "市長"]),
        # Figures in other writings, with the unit that was asked for.
        ("66.4億", "CNY 6.64 billion; 6,640 million", ["6.64 billion", "6,640 million"]),
        ("6.64 billion yuan", "66.4億元，66.4億人", ["66.4億元"]),
        ("three hours", "3個小時、三小時、三次", ["3個小時", "三小時"]),
        ("21年", "2021年，21 years", ["21 years"]),
        ("百分之二十", "20% or 20 people", ["20%"]),
        ("１１００", "1,100，一千一百", ["1,100", "一千一百"]),
        ("2 hours", "for 2 years", []),
        # Dates in other writings, coarser ones apart.
        ("14 June 2022", "on 14 June; 6月14日; in 2022", ["14 June", "6月14日"]),
        ("2023年8月18日至19日", "18–19 August 2023", ["18–19 August 2023"]),
        ("19 August 2023", "18–19 August 2023", ["19 August 2023"]),
        ("between May and September 2023", "18–19 August 2023, 3 September 2023, 2022, 8 December",
         ["18–19 August 2023", "3 September 2023"]),
        ("民國112年", "2023年5月, 2023", ["2023年5月", "2023"]),
        ("478 BCE", "西元前478年", ["西元前478年"]),
        ("before 2013", "478 BCE, 1100 jobs, 2,000 people", ["478 BCE"]),
    ],
)  # fmt: skip
def test_what_is_marked(query, text, expected):
    assert marked(query, text) == expected


@given(st.sampled_from(SHIPPED.metrics), ANY, ANY)
def test_a_figure_as_one_language_shows_it_is_marked_as_another_does(metric, typed, shown):
    unit = SHIPPED.unit(metric.unit)
    texts = [quantity_text(metric.quantity, unit, WORDS[language]) for language in (typed, shown)]
    assert marked(*texts)


@given(st.sampled_from(SHIPPED.events), ANY, ANY)
def test_a_date_as_one_language_shows_it_is_marked_as_another_does(event, typed, shown):
    query = date_text(event.date, WORDS[typed])
    assert marked(query, date_text(event.date, WORDS[shown]))
    assert marked(query, date_in_year(event.date, None, WORDS[shown]))


@given(st.sampled_from(SHIPPED.entities), ANY, ANY)
def test_a_name_of_one_language_is_marked_in_another(entity, typed, shown):
    text = entity.name.in_language(shown)
    assert marked(entity.name.in_language(typed), text) or len(text) <= 2


TEXTS = st.text(st.sampled_from("蘇州陳元 Suzhou 66.4億元 2022年6月14日 14 June –，"), max_size=60)


@given(st.sampled_from(["蘇州 陳元", "66.4億元", "14 June 2022", "cy", '"Suzhou 66" 億', "2021-2023"]), TEXTS)
def test_marks_are_in_the_text_in_order_and_apart(query, text):
    ends = -1
    for first, last in INDEX.search(query, "en").marks(text):
        assert ends < first < last <= len(text)
        ends = last


@pytest.mark.parametrize("length", [3_999, 19_000, 60_000])
def test_a_long_text_is_marked_at_its_beginning_at_least(length):
    text = "蘇州。" + "長" * length + "蘇州"
    first, *others = INDEX.search("蘇州", "en").marks(text)
    assert first == (0, 2)
    assert len(others) == (length < 20_000)
