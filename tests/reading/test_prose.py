"""Folding and links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.model import Ref, Span
from sufu_tui.reading.prose import fold, link_faults, parse

VISITS = Ref("metric", "visits")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("第一行\n第二行", "第一行第二行"),
        ("第一行，\n第二行", "第一行，第二行"),
        ("第一行\n  第二行\n", "第一行第二行"),
        ("first\nsecond", "first second"),
        ("第一行\nsecond", "第一行 second"),
        ("他说：“好”\n。", "他说：“好”。"),
        ("say “yes”\n“no”", "say “yes” “no”"),
        ("一段\n\n又一段", "一段又一段"),
        ("\n \t內文 \n", "內文"),
        ("a\tb", "a b"),
        ("甲\t乙", "甲 乙"),
        ("𠮷\n野", "𠮷野"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("互訪[5次](metric:visits)。", (Span("互訪"), Span("5次", VISITS), Span("。"))),
        ("[5次](metric:visits)", (Span("5次", VISITS),)),
        ("互訪\n[五次](metric:visits)\n，後續", (Span("互訪"), Span("五次", VISITS), Span("，後續"))),
        (
            "visited\n[five\ntimes](metric:visits)\nwith",
            (Span("visited "), Span("five times", VISITS), Span(" with")),
        ),
        ("\n[5次](metric:visits)\n", (Span("5次", VISITS),)),
        ("[註1] [red] [/x [a](b)", (Span("[註1] [red] [/x [a](b)"),)),
        ("見[頁](https://example.org/a:b)", (Span("見[頁](https://example.org/a:b)"),)),
        ("[a](metrics:visits)", (Span("[a](metrics:visits)"),)),
        ("[[a](metric:visits)]", (Span("["), Span("a", VISITS), Span("]"))),
        ("", ()),
    ],
)
def test_links(text: str, spans: tuple[Span, ...]) -> None:
    assert parse(text) == spans


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[a](metric:visits)", []),
        ("[a](https://example.org)", []),
        ("the metric: visits", []),
        ("[a](metrics:visits)", ["link-kind"]),
        ("[a](metric:)", ["link-without-id"]),
        ("[](metric:visits)", ["link-without-words"]),
        ("[a](metric: visits)", ["link-broken"]),
        ("[a] (metric:visits)", ["link-broken"]),
        ("［a］（metric:visits）", ["link-broken"]),
        ("[a](metric：visits)", ["link-broken"]),
    ],
)
def test_faults_of_links(text: str, codes: list[str]) -> None:
    assert [fault.code for fault in link_faults(text)] == codes


_pieces = st.lists(
    st.one_of(
        st.text(alphabet="甲乙，。“” ab\n\t[]():", max_size=8),
        st.sampled_from(["[words](metric:visits)", "[五\n次](metric:visits)"]),
    ),
    max_size=8,
).map("".join)


@given(_pieces)
def test_folding_loses_no_character_but_blanks(text: str) -> None:
    folded = fold(text)
    assert "\n" not in folded
    assert "".join(folded.split()) == "".join(text.split())
    assert fold(folded) == folded


@given(_pieces)
def test_links_do_not_change_how_text_is_folded(text: str) -> None:
    spans = parse(text)
    plain = text.replace("](metric:visits)", "").replace("[words", "words").replace("[五", "五")
    if "[" not in plain and "]" not in plain:
        assert "".join(span.text for span in spans) == fold(plain)
    assert all(span.text for span in spans)


def test_a_long_text_takes_its_length_only() -> None:
    text = ("[甲](metric:visits)\n" + " " * 1000) * 1000
    assert len(parse(text)) == 1000
