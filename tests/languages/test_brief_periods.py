from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.edtf import parse
from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.languages.brief_periods import brief_period
from sufu_tui.languages.catalogue import load

EXAMPLES = [
    ("2021-12-08/2023-12-08", "2021–2023", "2021–2023"),
    ("2021-12-08/..", "2021年起", "since 2021"),
    ("../2013", "至2013年", "to 2013"),
    ("2023-08-18/2023-08-19", "2023年8月", "Aug 2023"),
    ("2023-01/2023-06", "2023年上半年", "2023 H1"),
    ("2023-01-01/2023-06-30", "2023年上半年", "2023 H1"),
    ("2023-01-02/2023-06-30", "2023年1月–6月", "Jan–Jun 2023"),
    ("2023-41", "2023年下半年", "2023 H2"),
    ("2023-34", "2023年第二季", "2023 Q2"),
    ("2022-36~", "約2022年第四季", "c. 2022 Q4"),
    ("2023-37", "2023年1月–4月", "Jan–Apr 2023"),
    ("2023-24", "2023年冬季", "winter of 2023"),
    ("2023-09-03/2023-12~", "2023年9月–約12月", "Sep–c. Dec 2023"),
    ("2023-09?/2023-12", "2023年9月？–12月", "Sep?–Dec 2023"),
    ("2023-01/2023-12", "2023年", "2023"),
    ("2023-XX-15", "2023年", "2023"),
    ("2023-12-03/2023-12-08~", "約2023年12月", "c. Dec 2023"),
    ("2022~/2023%", "約2022–約2023？", "c. 2022–c. 2023?"),
    ("202X~", "約2020–2029", "c. 2020–2029"),
    ("2002~/..", "約2002年起", "since c. 2002"),
    ("../2013?", "至2013年？", "to 2013?"),
    ("-0513-03/-0513-05", "西元前514年3月–5月", "Mar–May 514 BCE"),
    ("[2023-05,2023-09]", "2023年5月–9月", "May–Sep 2023"),
    ("2022", "2022年", "2022"),
    ("2002~/2023", "約2002–2023", "c. 2002–2023"),
    ("2022-12?", "2022年12月？", "Dec 2022?"),
    ("-0513", "西元前514年", "514 BCE"),
    ("-0513/-0476", "前514年–前477年", "514 BCE–477 BCE"),
]


@pytest.mark.parametrize(("text", "chinese", "english"), EXAMPLES)
def test_a_period_by_year_or_by_months(text, chinese, english):
    assert brief_period(parse(text), load("zh-Hant")) == chinese
    assert brief_period(parse(text), load("en")) == english


MONTH = st.tuples(st.integers(1990, 2030), st.integers(1, 12)).map("{0[0]}-{0[1]:02}".format)
MARK = st.sampled_from(["", "~", "?", "%"])


@given(MONTH, MARK, MONTH, MARK, st.sampled_from(LANGUAGES))
def test_a_period_says_its_doubts_and_keeps_the_months_of_a_year(first, mark, last, other, language):
    (first, mark), (last, other) = sorted([(first, mark), (last, other)])
    words = load(language)
    text = brief_period(parse(f"{first}{mark}/{last}{other}"), words)
    about, uncertain = words("metrics.period-about", date=""), words("metrics.period-uncertain", date="")
    assert (about.strip() in text) == bool({"~", "%"} & {mark, other})
    assert (uncertain in text) == bool({"?", "%"} & {mark, other})
    if first[:4] == last[:4] and (first[5:], last[5:]) != ("01", "12"):
        assert text != brief_period(parse(first[:4]), words)
        assert first[:4] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_stretches_of_months_of_a_year_are_never_said_alike(language):
    pairs = [(first, last) for first in range(1, 13) for last in range(first, 13)]
    texts = {brief_period(parse(f"2023-{a:02}/2023-{b:02}"), load(language)) for a, b in pairs}
    assert len(texts) == len(pairs)
