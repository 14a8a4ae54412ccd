from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufu_tui.dossier.localized import LANGUAGES
from sufu_tui.dossier.quantity import Qualifier, Quantity
from sufu_tui.explorer.metrics.charts.comparison import comparison, difference, ratio
from sufu_tui.explorer.metrics.charts.side_by_side import side_by_side
from sufu_tui.languages.catalogue import load
from sufu_tui.typesetting.cells import width

WORDS = {language: load(language) for language in LANGUAGES}

QUALIFIERS = st.sampled_from(Qualifier)
VALUES = st.integers(-(10**30), 10**30).map(Decimal)
# Values that a qualifier allows, as steps from what is stated.
ALLOWED = {
    Qualifier.EXACT: (0,),
    Qualifier.OVER: (Decimal("0.5"), 7),
    Qualifier.AT_LEAST: (0, 7),
    Qualifier.ABOUT: (Decimal("-0.5"), Decimal("0.5")),
    Qualifier.NEARLY: (Decimal("-0.5"),),
    Qualifier.UNDER: (-7, Decimal("-0.5")),
}


def money(value, qualifier=Qualifier.EXACT):
    return Quantity(Decimal(value), "CNY", qualifier)


@given(VALUES, QUALIFIERS, VALUES, QUALIFIERS)
def test_what_is_said_of_a_difference_holds_for_all_that_the_figures_may_be(one, first, other, second):
    found = difference(money(one, first), money(other, second))
    with localcontext() as context:
        context.prec = 60
        true = [(other + b) - (one + a) for a in ALLOWED[first] for b in ALLOWED[second]]
        stated = other - one
    if found.vague or found.quantity.qualifier is Qualifier.ABOUT:
        return
    match found.quantity.qualifier:
        case Qualifier.EXACT:
            assert set(true) == {stated}
        case Qualifier.OVER:
            assert all(value > stated for value in true)
        case Qualifier.AT_LEAST:
            assert all(value >= stated for value in true)
        case _:
            assert all(value <= stated for value in true)


@pytest.mark.parametrize(
    ("one", "other", "value", "qualifier", "vague"),
    [
        (money(50), money(74), 24, Qualifier.EXACT, False),
        (money(50), money(74, Qualifier.OVER), 24, Qualifier.OVER, False),
        (money(50, Qualifier.OVER), money(74), 24, Qualifier.UNDER, False),
        (money(50, Qualifier.OVER), money(74, Qualifier.OVER), 24, Qualifier.ABOUT, True),
        (money(50, Qualifier.UNDER), money(74, Qualifier.OVER), 24, Qualifier.OVER, False),
        (money(50, Qualifier.ABOUT), money(74, Qualifier.ABOUT), 24, Qualifier.ABOUT, False),
        (money(50, Qualifier.ABOUT), money(74, Qualifier.OVER), 24, Qualifier.ABOUT, True),
    ],
)
def test_differences(one, other, value, qualifier, vague):
    found = difference(one, other)
    assert (found.quantity.value, found.quantity.qualifier, found.vague) == (value, qualifier, vague)


def test_nothing_is_compared_that_cannot_be():
    assert difference(money(1), Quantity(Decimal(1), "hour")) is None
    assert difference(money(1), money("NaN")) is None
    assert ratio(money(0), money(1)) is None
    assert ratio(money(-2), money(1)) is None
    assert ratio(money(1), money("Infinity")) is None
    assert ratio(money(4), money(10)).quantity.value == Decimal("2.5")


def test_no_digit_of_a_difference_is_lost():
    found = difference(money("1e-300"), money("1e308"))
    assert len(found.quantity.value.as_tuple().digits) == 608


@pytest.mark.parametrize(
    ("value", "qualifier", "said"),
    [
        (Decimal(1) / 3, Qualifier.EXACT, "about −CNY 0.6667"),
        (Decimal(1) / 3, Qualifier.OVER, "more than −CNY 0.6667"),
        (Decimal(2) / 3, Qualifier.UNDER, "less than −CNY 0.3333"),
        (Decimal(5) / 3, Qualifier.OVER, "more than +CNY 0.6666"),
    ],
)
def test_a_difference_that_is_rounded_says_so_or_stays_on_its_side(shipped, value, qualifier, said):
    figure = next(metric for metric in shipped.metrics if metric.unit == "CNY")
    one, other = (
        figure._replace(latest=figure.latest._replace(quantity=quantity))
        for quantity in (money(1), money(value, qualifier))
    )
    lines = {line.label: line.cells for line in comparison([one, other], shipped, WORDS["en"])}
    assert lines["Difference"] == ("baseline", said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cells", [59, 79, 119, 199])
@pytest.mark.parametrize("count", [1, 2, 7])
def test_figures_stand_side_by_side_in_the_room_there_is(shipped, language, cells, count):
    words = WORDS[language]
    metrics = shipped.metrics[:count]
    seen = set()
    for first in range(count):
        lines = side_by_side(metrics, shipped, words, cells=cells, first=first)
        for line in lines:
            assert sum(width(run.text) for run in line.runs) <= cells
        text = "".join(run.text.strip() for line in lines for run in line.runs)
        seen |= {metric.id for metric in metrics if metric.label.in_language(language)[:6].strip() in text}
        assert metrics[0].id in seen  # the baseline is always in view
    assert seen == {metric.id for metric in metrics}


def test_a_rounded_quotient_is_not_said_to_be_exact(shipped):
    words = WORDS["en"]
    metric = shipped.metric("products-per-company")
    lines = {line.label: line.cells for line in comparison([metric], shipped, words)}
    assert lines[words("metrics.column-value")][0].startswith("about")
    assert lines[words("metrics.column-qualifier")] == (words("card.qualifier-about"),)


def test_of_many_figures_only_those_in_view_are_compared(shipped, monkeypatch):
    compared = []
    monkeypatch.setattr(
        "sufu_tui.explorer.metrics.charts.side_by_side.comparison",
        lambda metrics, *rest: compared.append(len(metrics)) or comparison(metrics, *rest),
    )
    lines = side_by_side(shipped.metrics, shipped, WORDS["en"], cells=100, first=20)
    assert max(compared) == 3
    assert f"21–22 of {len(shipped.metrics) - 1}" in lines[0].runs[0].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_texts_of_a_comparison_are_written_for_readers(shipped, language):
    """No names of the dossier's files, no unit without its number: its fragments need one beside them."""
    words = WORDS[language]
    ids = {*(unit.id for unit in shipped.units), *(area.id for area in shipped.areas)} - {"%"}
    ids |= {str(metric.source) for metric in shipped.metrics} | {metric.id for metric in shipped.metrics}
    fragments = {unit.label.in_language(language) for unit in shipped.units}
    for row in comparison(shipped.metrics, shipped, words):
        assert not ids & set(row.cells), row.label
        assert not fragments & set(row.cells), row.label
        assert all(row.cells), row.label
        assert not any("#" in cell for cell in row.cells)


@pytest.mark.parametrize(("language", "second"), [("zh-Hant", "en"), ("en", "zh-Hans")])
@pytest.mark.parametrize("cells", [59, 119])
def test_a_comparison_says_in_both_languages_what_it_says_of_a_figure(shipped, language, second, cells):
    metrics = shipped.metrics[:2]
    alone = {row.label: row for row in comparison(metrics, shipped, WORDS[language])}
    for row in comparison(metrics, shipped, WORDS[language], WORDS[second]):
        assert row._replace(second=()) == alone[row.label]
    other = {row.label: row.second for row in comparison(metrics, shipped, WORDS[language], WORDS[second])}
    labels = [WORDS[language](f"metrics.{name}") for name in ("column-label", "column-area", "column-source")]
    assert other[labels[0]] == tuple(metric.label.in_language(second) for metric in metrics)
    assert other[labels[1]] == tuple(shipped.area(one.area).label.in_language(second) for one in metrics)
    assert other[labels[2]] == ()
    lines = side_by_side(metrics, shipped, WORDS[language], WORDS[second], cells=cells, first=0)
    assert all(sum(width(run.text) for run in line.runs) <= cells for line in lines)
    said = "".join(run.text.strip() for line in lines for run in line.runs if run.style == "second")
    assert metrics[0].label.in_language(second).split()[0] in said
