"""Laws of a proof, held for any text that hypothesis makes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.proof.claims import Verdict

FILLER = st.text("的與在鎮人河山果路，。\n", max_size=30)
VALUES = st.integers(2, 99_999)
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@given(FILLER, VALUES, FILLER, st.booleans())
def test_a_print_planted_in_a_text_is_found_at_its_place(bench, before, value, after, full):
    printed = f"共計{value}項工程"
    planted = printed.translate(FULL_WIDTH) if full else printed
    claim = bench.claim(f"{before}{planted}{after}", bench.metric(printed, str(value)))
    assert claim.verdict is Verdict.FOUND
    assert claim.span == (len(before), len(before) + len(planted))


@given(FILLER, VALUES, FILLER, st.data())
def test_a_print_with_another_digit_is_never_found(bench, before, value, after, data):
    digits = str(value)
    place = data.draw(st.integers(0, len(digits) - 1))
    digit = data.draw(st.sampled_from([one for one in "0123456789" if one != digits[place]]))
    wrong = digits[:place] + digit + digits[place + 1 :]
    claim = bench.claim(f"{before}共{value}項{after}", bench.metric(f"{wrong}項", wrong))
    assert claim.verdict in {Verdict.READS_OTHERWISE, Verdict.NOT_FOUND}


@given(FILLER, VALUES, FILLER, st.integers(1, 5))
def test_a_print_is_found_over_a_line_break_at_any_place(bench, before, value, after, cut):
    printed = f"{value}億元"
    assume(len(printed) > cut)
    text = f"開頭\n\n{before}，{printed[:cut]}\n{printed[cut:]}，{after}"
    claim = bench.claim(text, bench.metric(printed, str(value * 10**8)))
    assert claim.verdict is Verdict.FOUND
    assert text[slice(*claim.span)].replace("\n", "") == printed


@given(st.lists(VALUES, min_size=1, max_size=6), st.data())
def test_the_occurrence_that_is_said_is_the_one_that_is_found(bench, values, data):
    text = "，".join(f"共{value}項" for value in values)
    value = data.draw(st.sampled_from(values))
    number = data.draw(st.integers(1, values.count(value)))
    claim = bench.claim(text, bench.metric(f"共{value}項", str(value), occurrence=number))
    assert (claim.occurrence, claim.of) == (number, values.count(value))
    places = [place for place, one in enumerate(values) if one == value]
    start = len("，".join(f"共{one}項" for one in values[: places[number - 1]]))
    assert claim.span.start == start + (1 if places[number - 1] else 0)


@given(
    VALUES,
    st.sampled_from(
        [("", Qualifier.EXACT), ("超過", Qualifier.OVER), ("近", Qualifier.NEARLY), ("約", Qualifier.ABOUT)]
    ),
    st.sampled_from([Qualifier.EXACT, Qualifier.OVER, Qualifier.NEARLY, Qualifier.ABOUT]),
)
def test_a_qualifier_is_found_only_where_the_text_says_it(bench, value, worded, claimed):
    word, said = worded
    claim = bench.claim(f"共有{word}{value}項", bench.metric(f"{value}項", str(value), claimed))
    assert (claim.verdict is Verdict.FOUND) == (said is claimed)


@given(
    st.lists(
        st.tuples(VALUES, st.sampled_from(["claim", "waive", "leave"])),
        max_size=8,
        unique_by=lambda one: one[0],
    )
)
def test_coverage_parts_the_figures_into_claimed_waived_and_left(bench, figures):
    text = "，".join(f"共{value}項" for value, _ in figures)
    metrics = [bench.metric(f"共{value}項", str(value)) for value, way in figures if way == "claim"]
    waived = tuple(f"共{value}項" for value, way in figures if way == "waive")
    proof = bench.proof(text, *metrics, waived=waived)
    ways = [way for _, way in figures]
    assert proof.coverage == (len(ways), ways.count("claim"), ways.count("waive"), ways.count("leave"))
    assert [figure.figure.values[0] for figure in proof.unclaimed] == [
        Decimal(value) for value, way in figures if way == "leave"
    ]


@given(st.text("0123年月日第十百萬億半.,%-/ \n\r\t０。，一兩A", max_size=80))
def test_any_text_is_proven_without_a_fault(bench, text):
    proof = bench.proof(text, bench.metric("13次", "13"), bench.event("2022年6月14日", "2022-06-14"))
    coverage = proof.coverage
    assert coverage.numbers == coverage.claimed + coverage.waived + coverage.unclaimed == len(proof.figures)
    for figure in proof.figures:
        assert 0 <= figure.span.start < figure.span.end <= len(proof.text.text)
        assert proof.figure_at(figure.span.start) is figure


@pytest.mark.parametrize("unit", [" ", "(", "「", "9", "一", "-", "約", "a ", "\n", "2023年", "1,"])
def test_the_time_grows_no_faster_than_the_text(bench, unit):
    """A pattern that tries every split of a run would need hours for this."""
    proof = bench.proof(unit * 20_000 + "x", bench.metric("13次", "13"))
    assert proof.claims[0].is_wrong
