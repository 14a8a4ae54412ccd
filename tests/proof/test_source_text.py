"""Source text: its parts by the dossier's patterns, and printed words in them."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.source_reading import PartBeginning
from sufu_tui.proof.source_text import SourceText


@pytest.fixture
def source(minimal):
    beginnings = (PartBeginning("02", "02"), PartBeginning("end", "Sources:*"))
    return minimal.sources[0]._replace(parts=("opening", "02", "end"), beginnings=beginnings)


def parts_of(text: str, source) -> dict[str, str]:
    found = SourceText(text, source)
    return {name: found.text[slice(*part.span)].strip() for name, part in found.parts.items()}


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\n\n"])
@pytest.mark.parametrize("second", ["02", "  ０２ "])
def test_parts_begin_with_their_lines(source, break_, second):
    text = break_.join(["開頭", second, "中間", "Sources: a", "末"])
    found = parts_of(text, source)
    assert (found["opening"], found["end"].split()) == ("開頭", ["Sources:", "a", "末"])
    assert found["02"].endswith("中間")
    assert not SourceText(text, source).faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("開頭\n中間\nSources: a", [("02", "missing")]),
        ("開頭", [("02", "missing"), ("end", "missing")]),
        ("Sources: a\n02\n中間", [("end", "out-of-order")]),
        ("02\n開頭\n02\nSources: a", [("02", "ambiguous")]),
        ("", [("02", "missing"), ("end", "missing")]),
        ("開頭 02 中間 Sources: a", [("02", "missing"), ("end", "missing")]),
    ],
)
def test_a_part_that_does_not_begin_as_it_should_is_told(source, text, faults):
    assert [(fault.part, fault.code) for fault in SourceText(text, source).faults] == faults


def test_no_figure_goes_on_over_the_line_that_begins_a_part(source):
    text = SourceText("一段\n\n共5\n02\n2022年6月\n\nSources: a", source)
    assert text.normal.text == "一段\n共5\n02\n2022年6月\nSources: a"


def test_a_missing_part_is_blank(source):
    assert parts_of("開頭\nSources: a", source) == {"opening": "開頭", "02": "", "end": "Sources: a"}


def test_without_patterns_every_part_is_the_whole_text(minimal):
    text = SourceText("開頭\n02\n末", minimal.sources[0])
    assert not text.parts_are_known
    assert {part.span for part in text.parts.values()} == {(0, len(text.text))}


@pytest.mark.parametrize(
    ("text", "printed", "number"),
    [
        ("互訪13次", "3次", 0),
        ("互訪13次", "13次", 1),
        ("二十年", "十年", 0),
        ("十年，二十年，十年", "十年", 2),
        ("收入3.5億元", "5億元", 0),
        ("收入1,100元", "100元", 0),
        ("在2021,100人", "2021", 0),
        ("有5,6人", "6人", 1),
        ("約20萬人", "約20", 0),
        ("約20萬人", "約20萬", 1),
        ("今年9月3日", "9月3日", 1),
        ("三點五倍", "五倍", 0),
        ("兩年兩年", "兩年", 2),
        ("5 million visits", "5 m", 0),
        ("Lima and Li", "Li", 1),
        ("COVID and 7+N領域", "7+N", 1),
        ("ab", "", 0),
    ],
)
def test_printed_words_cut_no_number_and_no_latin_word(source, text, printed, number):
    assert len(list(SourceText(text, source).occurrences(printed))) == number


def test_lines_and_columns_count_from_one(source):
    text = SourceText("ab\r\ncd\n\nef", source)
    assert [text.position(place) for place in (0, 1, 4, 8)] == [(1, 1), (1, 2), (2, 1), (4, 1)]
