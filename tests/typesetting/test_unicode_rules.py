"""Our line breaks beside those of UAX #14, as the `uniseg` package knows them.

Where the standard forbids a break we have none either, but in the places that `TAILORINGS` names.
"""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break, line_break_boundaries

from sufu_tui.typesetting.no_break import BLANKS, stretches

PIECES = [
    *"蘇州年個元日月第多億人，。、；：？！（）「」『』《》“”‘’…—–-·～〜%％‰°℃￥$€#@&*+=/\\'\".,;:?![](){}",
    *"<>|^_~123 45 abcXYZéß１２Ａ\u3000\u00a0々ー«»‹›Жй→×●",
    "e\u0301",
    "葛\U000e0100",
    "——",
    "……",
    "12.5",
    "CNY 7.4 billion",
    "well-known",
    "https://example.org/a/b",
]
WORDLIKE = ("AL", "NU", "HL")


def _quotes_by_form(before, after):
    """“ ‘ open and ” ’ close, whatever stands beside them, but for letters and digits."""
    return (after in "“‘" and line_break(before).name not in WORDLIKE) or (
        before in "”’" and line_break(after).name not in WORDLIKE
    )


def _blank_is_a_blank(before, after):
    """A full-width blank is one like any other; beside angle quotes and before 々 ー 〜 a blank is, too."""
    return before in BLANKS and (before == "\u3000" or after in "»›々ー〜" or line_break(after).name == "QU")


def _money_after_a_mark(before, after):
    """What opens a figure or a bracket may begin a line after a mark that closes something else."""
    return line_break(after).name in {"PR", "OP"} and not before.isalnum() and before not in BLANKS


TAILORINGS = (_quotes_by_form, _blank_is_a_blank, _money_after_a_mark)


def our_breaks(text):
    """Return where a line may begin."""
    inside = {place for start, end in stretches(text) for place in range(start + 1, end)}
    return [place for place in range(1, len(text)) if place not in inside and text[place] not in BLANKS]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("“« ")
def test_no_break_where_the_standard_forbids_one(text):
    allowed = set(line_break_boundaries(text))
    for place in our_breaks(text):
        before, after = text[place - 1], text[place]
        if place not in allowed and not any(tailored(before, after) for tailored in TAILORINGS):
            if "« " in text[:place] or "‹ " in text[:place]:
                continue  # LB15a holds an angle quote to what follows its blank; no language of ours has it
            pytest.fail(f"{text[:place]!r} | {text[place:]!r}")


@pytest.mark.parametrize("tailored", TAILORINGS)
def test_every_tailoring_is_needed(tailored):
    samples = ("说“Ab”", "蘇\u3000–州", "“5」€5", "，。」￥5", "1,」$5", "是”（年")
    assert any(
        place not in set(line_break_boundaries(text)) and tailored(text[place - 1], text[place])
        for text in samples
        for place in our_breaks(text)
    )


def test_the_standard_is_not_alone():
    """Where Chinese, or a figure, asks for more than the standard does."""
    for text in ("蘇——州", "5 億元", "２０２３年", "2至3年", "5月23日", "8 December", "6.6 billion yuan"):
        assert len(our_breaks(text)) < len([p for p in line_break_boundaries(text) if 0 < p < len(text)])
