"""Printed words for those who cannot read them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sufu_tui.dossier.quantity import Qualifier
from sufu_tui.languages.catalogue import load
from sufu_tui.writing.translations import Translations


def translations(dossier, language):
    return Translations(dossier, load(language))


@pytest.mark.parametrize(
    ("printed", "value", "unit", "translation"),
    [
        ("減少3.2個百分點", "-3.2", "percent", "-3.2%"),
        ("百分之三十三點三", "33.3", "percent", "33.3%"),
        ("百分之五", "5", "thing", None),  # a share of what, the unit does not say
        ("負5", "-5", "thing", "-5"),
    ],
)
def test_a_unit_within_the_number_is_not_lost(traps, printed, value, unit, translation):
    observed = traps.metrics[0].latest
    quantity = observed.quantity._replace(value=Decimal(value), unit=unit, qualifier=Qualifier.EXACT)
    observed = observed._replace(printed=printed, quantity=quantity, translation=None)
    assert translations(traps, "en").of_figure(observed) == translation


@pytest.mark.parametrize(
    ("metric", "translation"),
    [
        ("farm-sales", "over 7.4 billion yuan"),
        ("landed-investment", "6.64 billion yuan"),
        ("chen-revenue", "nearly 50 million yuan"),
        ("people-trained", "over 1,100 attendances"),
        ("fuyang-people", "about 200,000"),  # 約20萬 says no word of people
        ("slow-train-hours", "over 10 hours"),
        ("delegation-visits", "5 mutual visits"),  # the dossier's own
        ("seven-plus-n", None),  # anyone can read it
    ],
)
def test_of_figures_in_english(shipped, metric, translation):
    assert translations(shipped, "en").of_figure(shipped.metric(metric).latest) == translation


@pytest.mark.parametrize(
    ("event", "translation"),
    [
        ("plan-issued", "8 December 2021"),
        ("suzhou-delegation", "18–19 August 2023"),
        ("doctors-arrive", "3 September this year"),
        ("release-published", None),
    ],
)
def test_of_dates_in_english(shipped, event, translation):
    item = next(one for one in shipped.events if one.id == event)
    assert translations(shipped, "en").of_event(item) == translation


def test_in_english_nothing_chinese_is_without_one(shipped):
    own = translations(shipped, "en")
    for metric in shipped.metrics:
        if metric.printed and any(sign >= "\u2e80" for sign in metric.printed):
            assert own.of_figure(metric.latest), metric.id
    for event in shipped.events:
        if any(sign >= "\u2e80" for sign in event.printed):
            assert own.of_event(event), event.id


def test_in_simplified_the_same_words_in_that_script(shipped):
    own = translations(shipped, "zh-Hans")
    assert own.of_figure(shipped.metric("farm-sales").latest) == "超过74亿元"
    assert own.of_figure(shipped.metric("key-companies").latest) is None  # 31家 is the same
    for entity in shipped.entities:
        if entity.kind == "person":
            assert (own.of_words(entity.printed) or entity.printed) == entity.name.in_language("zh-Hans")


def test_in_traditional_none_is_needed(shipped):
    own = translations(shipped, "zh-Hant")
    assert all(own.of_figure(metric.latest) is None for metric in shipped.metrics)
    assert all(own.of_event(event) is None for event in shipped.events)


def test_a_print_that_says_more_has_none_of_its_own(shipped):
    latest = shipped.metric("farm-sales").latest
    more = latest._replace(printed="農產品超過74億元")
    assert translations(shipped, "en").of_figure(more) is None
    other = latest._replace(printed="超過75億元")
    assert translations(shipped, "en").of_figure(other) is None


def test_the_card_shows_it(shipped):
    from sufu_tui.explorer.cards.content import card_blocks
    from sufu_tui.query.indexes import DossierIndexes

    blocks = card_blocks(shipped.metric("farm-sales"), DossierIndexes(shipped, "en"), load("en"))
    text = "\n".join("".join(run.text for run in block.runs) for block in blocks)
    assert "“超過74億元”, “over 7.4 billion yuan”" in text
