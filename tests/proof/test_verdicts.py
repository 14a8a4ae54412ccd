"""Verdicts: what each claim comes to before a text."""

from __future__ import annotations

import pytest

from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.languages.catalogue import load
from sufu_tui.proof.claims import Verdict
from sufu_tui.proof.sentences import hint_text

OVER, ABOUT, NEARLY, EXACT, UNDER = (
    Qualifier.OVER,
    Qualifier.ABOUT,
    Qualifier.NEARLY,
    Qualifier.EXACT,
    Qualifier.UNDER,
)
AT_LEAST = Qualifier.AT_LEAST


def test_a_figure_that_stands_once_is_found_there(bench):
    claim = bench.claim("兩鎮\n互訪5次。", bench.metric("互訪5次"))
    assert (claim.verdict, claim.occurrence, claim.of, claim.span) == (Verdict.FOUND, 1, 1, (3, 7))


def test_of_several_places_the_one_that_is_said_is_meant(bench):
    claim = bench.claim("5次，又5次，再5次", bench.metric("5次", occurrence=2))
    assert (claim.verdict, claim.occurrence, claim.of, claim.span) == (Verdict.FOUND_AT, 2, 3, (4, 6))


def test_of_several_places_none_said_is_a_doubt(bench):
    claim = bench.claim("5次，又5次", bench.metric("5次"))
    assert (claim.verdict, claim.hint.code, claim.hint.of) == (Verdict.FOUND_AT, "which", 2)


def test_a_place_beyond_the_last_is_not_found(bench):
    claim = bench.claim("5次，又5次", bench.metric("5次", occurrence=3))
    assert (claim.verdict, claim.hint.code, claim.hint.of) == (Verdict.NOT_FOUND, "no-occurrence", 2)


@pytest.mark.parametrize(
    ("text", "printed", "value", "qualifier"),
    [
        ("超過74億元的", "74億元", "7400000000", OVER),
        ("超過74億元的", "超過74億元", "7400000000", OVER),
        ("約20萬人", "20萬", "200000", ABOUT),
        ("十多個小時", "十多個小時", "10", OVER),
        ("三年左右", "三年", "3", ABOUT),
        ("兩年不到", "兩年不到", "2", UNDER),
        ("兩年來", "兩年", "2", EXACT),
        ("十來年", "十來年", "10", ABOUT),
        ("簽約5家", "5家", "5", EXACT),
        ("最近3個月", "3個月", "3", EXACT),
        ("情況相近。5次", "5次", "5", EXACT),
        ("5次。超過6次", "5次", "5", EXACT),
        ("over 90 visits", "90 visits", "90", OVER),
        ("nearly 90 visits", "nearly 90", "90", NEARLY),
        ("at least 90 visits", "90 visits", "90", AT_LEAST),
        ("下降了3.2%", "3.2%", "-3.2", EXACT),
        ("下降超過3.2%", "3.2%", "-3.2", UNDER),
        ("fell by more than 12", "12", "-12", UNDER),
        ("７＋N", "7+N", "7", AT_LEAST),
        ("約２０\n萬人", "約20萬", "200000", ABOUT),
    ],
)
def test_the_words_around_a_figure_bear_its_qualifier_out(bench, text, printed, value, qualifier):
    assert bench.claim(text, bench.metric(printed, value, qualifier)).verdict is Verdict.FOUND


@pytest.mark.parametrize(
    ("text", "printed", "value", "qualifier", "code"),
    [
        ("超過74億元", "74億元", "7400000000", EXACT, "qualified"),
        ("近5000萬元", "5000萬元", "50000000", EXACT, "qualified"),
        ("約20萬人", "20萬", "200000", EXACT, "qualified"),
        ("十多年前", "十多年", "10", EXACT, "qualified"),
        ("三年左右", "三年", "3", EXACT, "qualified"),
        ("5次以上", "5次", "5", EXACT, "qualified"),
        ("over 90 visits", "90 visits", "90", EXACT, "qualified"),
        ("nearly 90 visits", "90 visits", "90", OVER, "qualified"),
        ("about 90 visits", "90 visits", "90", EXACT, "qualified"),
        ("fell by more than 12", "12", "-12", OVER, "qualified"),
        ("互訪5次", "5次", "5", OVER, "unqualified"),
        ("互訪5次", "互訪5次", "5", NEARLY, "unqualified"),
        ("第5天", "5天", "5", EXACT, "value"),
        ("增加5%", "增加5", "5", EXACT, "value"),
        ("下降3次", "3次", "3", EXACT, "value"),
        ("三分之一", "一", "1", EXACT, "value"),
    ],
)
def test_words_around_a_figure_that_say_something_else_are_told(bench, text, printed, value, qualifier, code):
    claim = bench.claim(text, bench.metric(printed, value, qualifier))
    assert (claim.verdict, claim.hint.code) == (Verdict.READS_OTHERWISE, code)
    assert not claim.mentions


@pytest.mark.parametrize(
    ("text", "printed", "stands"),
    [
        ("超過74億元", "超過47億元", "超過74億元"),
        ("超過74億元", "超過74萬元", "超過74億元"),
        ("超過74億元", "近74億元", "74億元"),
        ("2022年6月14日，時任", "2022年6月15日", "2022年6月14日"),
        ("市長劉玉傑說", "劉玉杰先", "劉玉傑說"),
    ],
)
def test_what_stands_there_instead_is_told(bench, text, printed, stands):
    claim = bench.claim(text, bench.event(printed, "2022"))
    assert (claim.verdict, claim.hint.code, claim.hint.text) == (Verdict.READS_OTHERWISE, "reads", stands)


def test_a_text_in_the_other_script_is_told_as_such(bench):
    claim = bench.claim("超过74亿元", bench.metric("超過74億元", "7400000000", OVER))
    assert (claim.verdict, claim.hint.code, claim.hint.text) == (
        Verdict.READS_OTHERWISE,
        "script",
        "超过74亿元",
    )


def test_a_figure_of_another_part_is_not_found_in_its_own(bench):
    claim = bench.claim("開頭\n\n02\n\n互訪5次", bench.metric("互訪5次"))
    assert (claim.verdict, claim.hint.code, claim.hint.text) == (Verdict.ELSEWHERE, "parts", "02")


def test_nothing_alike_is_not_found(bench):
    claim = bench.claim("沒有這些", bench.metric("互訪5次"))
    assert (claim.verdict, claim.span, claim.of) == (Verdict.NOT_FOUND, None, 0)


@pytest.mark.parametrize("printed", ["。", "……", "「」", "-"])
def test_punctuation_proves_nothing(bench, printed):
    claim = bench.claim("一句。……「」-", bench.event(printed, "2022"))
    assert (claim.verdict, claim.hint.code) == (Verdict.NOT_FOUND, "no-words")


def test_a_short_print_is_found_with_a_doubt(bench):
    claim = bench.claim("共5次", bench.metric("5"))
    assert (claim.verdict, claim.hint.code) == (Verdict.FOUND, "short")


def test_a_derived_figure_is_not_checked(minimal, bench):
    claims = bench.proof("互訪5次", minimal.metric("sales-per-visit")).claims
    assert [(claim.verdict, claim.statement.field) for claim in claims] == [(Verdict.NOT_CHECKED, "formula")]


def test_every_observation_is_held_against_the_text(minimal, bench):
    proof = bench.proof("開頭\n\n02\n\n超過74億元，去年66.4億元", minimal.metric("farm-sales"))
    assert [(claim.statement.field, claim.verdict) for claim in proof.claims] == [
        ("printed", Verdict.FOUND),
        ("observation.1.printed", Verdict.FOUND),
    ]


def test_what_cites_another_source_is_not_checked(bench):
    metric = bench.metric("5次")
    other = metric.latest._replace(source=metric.source._replace(source="other"))
    claim = bench.claim("5次", metric._replace(latest=other))
    assert (claim.verdict, claim.hint.code) == (Verdict.NOT_CHECKED, "other-source")


def test_a_claim_whose_words_are_waived_has_the_dossiers_reason(bench):
    (claim,) = bench.proof("沒有", bench.metric("圖中5次"), waived=("圖中5次",)).claims
    assert claim.verdict is Verdict.WAIVED
    assert hint_text(claim, load("en")) == "why 圖中5次"


@pytest.mark.parametrize(
    ("printed", "date", "verdict"),
    [
        ("2022年6月14日", "2022-06-14", Verdict.FOUND),
        ("2022年6月14日", "2022-06-15", Verdict.READS_OTHERWISE),
        ("2022年6月14日", "2022-07-14", Verdict.READS_OTHERWISE),
        ("2022年6月14日", "2022-06", Verdict.FOUND),
        ("2022年6月14日以來", "2022-06-14/2023-12-08", Verdict.FOUND),
        ("2022年6月14日以來", "2022-06-13/2023-12-08", Verdict.READS_OTHERWISE),
        ("2022年6月14日至15日", "2022-06-14/2022-06-15", Verdict.FOUND),
        ("2022年6月14日至15日", "2022-06-14/2022-06-16", Verdict.READS_OTHERWISE),
        ("今年9月3日", "2023-09-03", Verdict.FOUND),
        ("今年9月3日", "2023-09-04", Verdict.READS_OTHERWISE),
        ("2022年年底", "2022-12~", Verdict.FOUND),
        ("2022年年底", "2023-12~", Verdict.READS_OTHERWISE),
        ("2022年上半年", "2022-01/2022-06", Verdict.FOUND),
        ("2022年上半年", "2022-07/2022-12", Verdict.READS_OTHERWISE),
        ("2022年13月", "2022", Verdict.READS_OTHERWISE),
        ("2022年2月30日", "2022-02-28", Verdict.READS_OTHERWISE),
        ("同日", "2022-06-14", Verdict.FOUND),
        ("兩千多年前", "[..-0477]", Verdict.FOUND),
        ("2022年以來", "2022/..", Verdict.FOUND),
    ],
)
def test_a_date_agrees_with_its_words_as_far_as_they_say_it(bench, printed, date, verdict):
    assert bench.claim(f"在{printed}，", bench.event(printed, date)).verdict is verdict


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_every_hint_has_a_sentence(bench, language):
    texts = ["5次，又5次", "互訪6次", "互訪5次以上", "開頭\n\n02\n\n互訪5次", "第5天", ""]
    items = [
        bench.metric(printed, part=part)
        for printed in ("5次", "互訪5次", "5天", "。")
        for part in ("opening", "02")
    ]
    for text in texts:
        for claim in bench.proof(text, *items, bench.event("2022年", "2023")).claims:
            sentence = hint_text(claim, load(language))
            assert (sentence == "") == (claim.hint is None)
            assert "{" not in sentence
