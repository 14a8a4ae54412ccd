from __future__ import annotations

from dataclasses import replace

import pytest

from sufu_tui.dossier.localized import LANGUAGES, Localized
from sufu_tui.explorer.metrics.table.columns import LABEL, NARROW, WIDE, TableText
from sufu_tui.languages.catalogue import load
from sufu_tui.query.sort_keys import METRIC_COLUMNS
from sufu_tui.typesetting.cells import width


def column(column_id, columns=NARROW):
    return next(column for column in columns if column.id == column_id)


def text(sheet, metric_id, column_id, columns=NARROW, *, full=False):
    row = [metric.id for metric in sheet.dossier.metrics].index(metric_id)
    return sheet.cell(row, column(column_id, columns), full=full).text


def test_cells_say_a_figure_in_the_readers_language(shipped):
    hant, hans, en = (TableText(shipped, load(language)) for language in LANGUAGES)
    assert text(hant, "farm-sales", "value") == "超過74億元"
    assert text(hans, "farm-sales", "value") == "超过74亿元"
    assert text(en, "farm-sales", "value") == "over CNY 7.4 billion"
    assert text(hant, "farm-sales", "area") == "農業"
    assert text(hant, "farm-sales", "section") == "3"
    assert text(hans, "farm-sales", "printed") == "超過74億元"  # to the letter, in every language


def test_a_wide_table_parts_the_qualifier_from_the_value(shipped):
    sheet = TableText(shipped, load("en"))
    assert text(sheet, "farm-sales", "qualifier", WIDE) == "over"
    assert text(sheet, "farm-sales", "value", WIDE) == "CNY 7.4 billion"
    assert text(sheet, "landed-investment", "qualifier", WIDE) == ""


def test_a_rounded_quotient_keeps_the_word_for_about_in_both_tables(shipped):
    sheet = TableText(shipped, load("en"))
    joined = text(sheet, "products-per-company", "value")
    assert joined.startswith("about ")
    assert text(sheet, "products-per-company", "qualifier", WIDE) == "about"
    assert f"about {text(sheet, 'products-per-company', 'value', WIDE)}" == joined


def test_the_lead_of_a_value_is_its_qualifier_and_nothing_else(shipped):
    for language in LANGUAGES:
        sheet = TableText(shipped, load(language))
        narrow, wide = column("value"), column("value", WIDE)
        for row in range(len(sheet)):
            joined, bare = sheet.cell(row, narrow), sheet.cell(row, wide)
            assert joined.text[joined.lead :] == bare.text


def test_a_missing_language_is_marked(minimal):
    metric = minimal.metrics[0]._replace(label=Localized({"en": "Visits"}))
    sheet = TableText(replace(minimal, metrics=(metric,)), load("zh-Hant"))
    assert sheet.cell(0, LABEL).text == "Visits〔英〕"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_column_is_as_wide_as_its_widest_cell_or_its_header(shipped, language):
    sheet = TableText(shipped, load(language))
    for one in {*NARROW, *WIDE}:
        widest = max(width(sheet.cell(row, one).text) for row in range(len(sheet)))
        assert sheet.width(one) == max(min(widest, one.most), width(sheet.header(one)) + 2)


def test_every_column_sorts_by_one_that_can_be_sorted():
    assert {column.sort for column in (*NARROW, *WIDE)} <= set(METRIC_COLUMNS)
