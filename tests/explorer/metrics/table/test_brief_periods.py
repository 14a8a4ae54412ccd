from __future__ import annotations

import pytest

from sufu_tui.dossier.edtf import parse
from sufu_tui.explorer.metrics.table.brief_periods import brief_period
from sufu_tui.languages.catalogue import load

EXAMPLES = [
    ("2021-12-08/2023-12-08", "2021–2023", "2021–2023"),
    ("2021-12-08/..", "2021年起", "since 2021"),
    ("../2013", "至2013年", "to 2013"),
    ("2023-08-18/2023-08-19", "2023年8月", "Aug 2023"),
    ("2023-01/2023-06", "2023年", "2023"),
    ("2022", "2022年", "2022"),
    ("2002~/2023", "約2002–2023", "c. 2002–2023"),
    ("2022-12?", "2022年12月？", "Dec 2022?"),
    ("-0513", "西元前514年", "514 BCE"),
    ("-0513/-0476", "前514年–前477年", "514 BCE–477 BCE"),
]


@pytest.mark.parametrize(("text", "chinese", "english"), EXAMPLES)
def test_a_period_by_year_or_by_one_month(text, chinese, english):
    assert brief_period(parse(text), load("zh-Hant")) == chinese
    assert brief_period(parse(text), load("en")) == english
